"""The whole program in a process of its own: it opens, is driven, ends, and says nothing on the way."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

HEAD = """
import sys
from pathlib import Path

import pytest
from app.ui.application import run
from tests.support.example_data import a_morning
from tests.support.heard_sounds import HeardSounds
from tests.support.taken_notifications import TakenNotifications
from tests.support.still_desk import StillDesk

desk = StillDesk(a_morning())

class Connect:
    async def sign_in(self, *, user_name, password):
        return desk
    async def sign_out(self):
        print("signed out", flush=True)

async def sit(workstation):
    workstation.sign_in_window.fill("neuvoja12", "sesam")
    workstation.sign_in_window.submit()
    import asyncio
    while workstation.main_window is None:
        await asyncio.sleep(0.01)

def main(tour):
    return run(sys.argv[:1], connect=Connect(), now=desk.now, resources=Path("resources"),
               sounds=HeardSounds(), notifications=TakenNotifications(),
               server="https://vuoro.example", language="fi", theme="light", tour=tour)
"""


def ran(body: str) -> subprocess.CompletedProcess[str]:
    """Run a program; anything it warns of is an error."""
    script = HEAD + textwrap.dedent(body)
    return subprocess.run(
        [sys.executable, "-X", "faulthandler", "-W", "error", "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def noise(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What was said on standard error; what the offscreen platform says of itself is not passed on."""
    return done.stderr.splitlines()


def test_a_tour_is_driven_to_its_end_and_the_program_signs_out(tmp_path: Path):
    done = ran(
        f"""
        async def tour(workstation):
            await sit(workstation)
            assert workstation.main_window.grab().save({str(tmp_path / "work.png")!r})

        sys.exit(main(tour))
        """
    )
    assert noise(done) == []
    assert done.returncode == 0
    assert done.stdout.split("\n") == ["signed out", ""]
    assert (tmp_path / "work.png").stat().st_size > 10_000


def test_a_tour_that_fails_says_why_and_ends_the_program_with_a_failure():
    done = ran(
        """
        async def tour(workstation):
            await sit(workstation)
            raise ValueError("the customer did not come")

        sys.exit(main(tour))
        """
    )
    assert done.returncode == 1
    assert "the customer did not come" in done.stderr
    assert "signed out" in done.stdout


def test_a_window_that_fails_tells_what_kind_of_failure_and_nobodys_words():
    done = ran(
        """
        async def tour(workstation):
            async def fail():
                raise ValueError("what a customer wrote")
            workstation._tasks.start(fail(), name="fails")
            await sit(workstation)

        sys.exit(main(tour))
        """
    )
    assert done.returncode == 1
    assert "ValueError" in done.stderr
    assert "what a customer wrote" not in done.stderr


def test_closing_the_last_window_ends_the_program():
    done = ran(
        """
        async def tour(workstation):
            await sit(workstation)
            workstation.main_window.close()
            workstation.main_window.close()
            await workstation.ended.wait()

        sys.exit(main(tour))
        """
    )
    assert noise(done) == []
    assert done.returncode == 0
    assert done.stdout == "signed out\n"


QUITS = """
        from PySide6.QtCore import QObject
        from PySide6.QtWidgets import QApplication

        async def tour(workstation):
            await sit(workstation)
            {quit}
            await workstation.ended.wait()
            print("ended", flush=True)

        sys.exit(main(tour))
        """


@pytest.mark.parametrize(
    "way_to_quit",
    [
        "QApplication.exit(0)",
        "QApplication.quit()",
        "QApplication.instance().findChild(QObject, 'ending').end_with_session()",
        "import os, signal; os.kill(os.getpid(), signal.SIGTERM)",
        "import os, signal; os.kill(os.getpid(), signal.SIGINT)",
        "import os, signal; [os.kill(os.getpid(), signal.SIGTERM) for _ in range(3)]",
    ],
)
def test_whatever_ends_it_from_outside_the_program_signs_out_first(way_to_quit: str):
    done = ran(QUITS.format(quit=way_to_quit))
    assert noise(done) == []
    assert done.returncode == 0
    assert "signed out\n" in done.stdout
