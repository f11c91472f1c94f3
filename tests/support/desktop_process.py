"""The whole desktop in a process of its own, over a real backend and keyring, to be killed and begun anew.

The process plays a scene and says in lines what it sees. `write`: sign in, write a draft, and stay until
ended. `look`: see whether work comes back by itself, and end. `leave`: be somebody else, and go at once.
"""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.bootstrap import run_windows
from app.config import Config, find_resources
from app.domain.ids import ConversationId
from app.domain.link import LinkState
from app.ui.parts.banner import Banner
from app.ui.parts.message_strip import MessageStrip
from app.ui.workstation import Workstation
from tests.support.screen_robots import found

ROOT = Path(__file__).parents[2]
CONVERSATION = ConversationId("1" * 32)
ENDS_WITHIN_S = 60


class DesktopProcess:
    """One run of the desktop."""

    def __init__(self, scene: str, *words: str, server: str, data: Path, bus: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.desktop_process", scene, server, str(data), *words],
            cwd=ROOT,
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def hear(self) -> Any:
        """The next thing it says. Fails with what it wrote on standard error when it has ended instead."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, self._process.communicate()[1]
        return json.loads(line)

    def kill(self) -> None:
        """SIGKILL: nothing is flushed, nobody is signed out."""
        self._process.kill()
        self._process.communicate(timeout=ENDS_WITHIN_S)

    def terminate(self) -> int:
        """SIGTERM; the exit code."""
        self._process.send_signal(signal.SIGTERM)
        return self.ended()

    def ended(self) -> int:
        """The exit code, once it has ended by itself."""
        _, said = self._process.communicate(timeout=ENDS_WITHIN_S)
        assert said == ""
        return self._process.returncode

    def forget(self) -> None:
        """End it, however far it has come."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate(timeout=ENDS_WITHIN_S)


# --- in the process -----------------------------------------------------------------------------------------


def say(**what: object) -> None:
    """One line to whoever started this."""
    print(json.dumps(what), flush=True)


async def until(is_so: Callable[[], bool]) -> None:
    """Look many times a second whether it is so; the test's own patience ends it."""
    looked = asyncio.Event()
    timer = QTimer(interval=20)
    timer.timeout.connect(looked.set)
    timer.start()
    while not is_so():
        looked.clear()
        await looked.wait()
    timer.stop()


async def write(workstation: Workstation, user_name: str, password: str, *texts: str) -> None:
    """Sign in and write; the last text is said as soon as it is typed, long before it is saved."""
    await until(lambda: workstation.sign_in_window is not None and not workstation.sign_in_window.is_opening)
    assert workstation.sign_in_window is not None
    workstation.sign_in_window.fill(user_name, password)
    workstation.sign_in_window.submit()
    await until(lambda: workstation.desk is not None and workstation.desk.link.state is LinkState.LIVE)
    desk = workstation.desk
    assert desk is not None
    say(drafts=[draft.text for draft in desk.drafts.all()])
    for text in texts:
        desk.drafts.typed(CONVERSATION, text)
        if text is not texts[-1]:
            await until(lambda: desk.drafts.saved_at(CONVERSATION) is not None)
    say(typed=texts[-1] if texts else "")
    await workstation.ended.wait()


def leave(workstation: Workstation) -> None:
    """Be somebody else before it is known whether any work comes back, and go without signing in."""
    assert workstation.sign_in_window is not None
    found(workstation.sign_in_window, QAbstractButton, "someoneElse").click()


async def look(workstation: Workstation) -> None:
    """Say what comes: a try in vain, the work with its draft, or the form."""
    window = workstation.sign_in_window
    assert window is not None
    say(opening=window.is_opening, title=found(window, QLabel, "signInTitle").text())
    strip = found(window, MessageStrip, "openingProblem")
    await until(lambda: is_at_work(workstation) or bool(strip.shown) or not window.is_opening)
    if not is_at_work(workstation) and window.is_opening:
        say(opening_problem=strip.shown)
        await until(lambda: is_at_work(workstation) or not window.is_opening)
    desk, work = workstation.desk, workstation.main_window
    if desk is None or work is None:
        say(form=found(window, MessageStrip, "signInProblem").shown)
        return
    await until(lambda: desk.link.state is LinkState.LIVE)
    banner = found(work, Banner, "cameBack").accessibleName()
    say(banner=banner, drafts=[draft.text for draft in desk.drafts.all()])


def is_at_work(workstation: Workstation) -> bool:
    """Whether the work view is open."""
    return workstation.main_window is not None


def main(scene: str, server: str, data: str, *words: str) -> int:
    """Play one scene."""
    config = Config(
        server=server,
        data_dir=Path(data),
        language="fi",
        theme="light",
        ca_file=None,
        uses_system_proxy=False,
    )

    async def play(workstation: Workstation) -> None:
        if scene == "write":
            await write(workstation, *words)
        elif scene == "leave":
            leave(workstation)
        else:
            await look(workstation)

    return run_windows(config, server=server, resources=find_resources(), tour=play, resumes=True)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
