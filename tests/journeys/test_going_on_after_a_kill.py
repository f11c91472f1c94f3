"""A killed desktop comes back with its work; one that was ended in order asks for the password."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.backend import RunningBackend, a_backend
from tests.support.desktop_process import DesktopProcess
from tests.support.keyring_bus import a_keyring_on_a_bus

pytestmark = pytest.mark.journey

FIRST, LAST = "k", "kesken, viimeistä kirjainta myöten"


class Desk:
    """One computer: its keyring, its folder, and the desktops started on it."""

    def __init__(self, backend: RunningBackend, bus: str, data: Path) -> None:
        self.backend = backend
        self.bus = bus
        self.data = data
        self.started: list[DesktopProcess] = []

    def start(self, scene: str, *words: str) -> DesktopProcess:
        """Start the desktop."""
        desktop = DesktopProcess(scene, *words, server=self.backend.base_url, data=self.data, bus=self.bus)
        self.started.append(desktop)
        return desktop

    def write(self, *texts: str) -> DesktopProcess:
        """Aino signs in with her password and writes."""
        aino = self.backend.counsellors[0]
        return self.start("write", aino.user_name, aino.password, *texts)


@pytest.fixture(scope="module")
def bus() -> Iterator[str]:
    with a_keyring_on_a_bus() as address:
        yield address


@pytest.fixture
def desk(tmp_path: Path, bus: str) -> Iterator[Desk]:
    with a_backend(tmp_path / "backend") as backend:
        made = Desk(backend, bus, tmp_path / "desk")
        yield made
        for desktop in made.started:
            desktop.forget()


def test_a_killed_desktop_comes_back_with_its_draft_and_without_a_password(desk: Desk):
    first = desk.write(FIRST, LAST)
    assert first.hear() == {"drafts": []}
    first.hear()
    first.kill()
    again = desk.start("look")
    assert again.hear() == {"opening": True, "title": "Avataan työtäsi…"}
    seen = again.hear()
    assert seen["drafts"] in ([FIRST], [LAST])
    assert "Olet kirjautuneena nimellä Aino." in seen["banner"]
    assert again.ended() == 0


def test_a_desktop_told_to_end_flushes_signs_out_and_ends_with_nothing_to_say(desk: Desk):
    first = desk.write(FIRST, LAST)
    first.hear()
    assert first.hear() == {"typed": LAST}
    assert first.terminate() == 0
    look = desk.start("look")
    look.hear()
    assert look.hear() == {"form": ""}
    assert look.ended() == 0
    again = desk.write()
    assert again.hear() == {"drafts": [LAST]}
    assert again.terminate() == 0


def test_a_sign_in_that_was_revoked_meanwhile_is_refused_in_a_sentence(desk: Desk):
    first = desk.write(FIRST, LAST)
    first.hear()
    first.hear()
    first.kill()
    assert desk.backend.say("user", "disable", "aino").returncode == 0
    again = desk.start("look")
    again.hear()
    assert again.hear()["form"].startswith("Kirjautumisesi on päättynyt.")
    assert again.ended() == 0


def test_while_the_backend_is_away_the_work_is_waited_for_and_then_comes(desk: Desk):
    first = desk.write(FIRST, LAST)
    first.hear()
    first.hear()
    first.kill()
    desk.backend.stop()
    again = desk.start("look")
    again.hear()
    assert again.hear()["opening_problem"].startswith("Palvelinta ei tavoiteta.")
    desk.backend.start()
    assert again.hear()["drafts"] in ([FIRST], [LAST])
    assert again.ended() == 0


def test_nobody_goes_on_once_somebody_else_has_sat_down(desk: Desk):
    first = desk.write(FIRST, LAST)
    first.hear()
    first.hear()
    first.kill()
    assert desk.start("leave").ended() == 0
    again = desk.start("look")
    again.hear()
    assert again.hear() == {"form": ""}
    assert again.ended() == 0


def test_a_second_desktop_leaves_the_first_its_sign_in(desk: Desk):
    first = desk.write(FIRST, LAST)
    first.hear()
    first.hear()
    second = desk.start("look")
    second.hear()
    assert second.hear() == {"form": ""}
    assert second.ended() == 0
    first.kill()
    again = desk.start("look")
    again.hear()
    assert again.hear()["drafts"] in ([FIRST], [LAST])
    assert again.ended() == 0
