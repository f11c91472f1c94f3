"""A counsellor looks at another program while customers come: the desktop tells her, and tells no more.

The workstation is the shipped program on a real X display and a real message bus. Notifications, notification
area and task bar are another process's, and so is the sound card.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.around_the_desk import DesktopShell, a_desktop_shell
from tests.support.backend import RunningBackend, a_backend
from tests.support.caller import Caller
from tests.support.desktop import Desktop, a_session
from tests.support.sound_sink import SoundSink
from tests.support.x_screen import XScreen, an_x_screen

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

FIRST = "Rahat ovat loppu"
SECOND = "Vuokra on myöhässä"
FURTHER = "Oletko vielä siellä?"
# What nobody passing by may read: words of the customers', what they chose, where they wait.
TELLING = (FIRST, SECOND, FURTHER, "toimeentulo", "Toimeentulo", "Aikuissosiaalityö", "Asiakas ", "soshON")


@dataclass(frozen=True, slots=True)
class Seat:
    """Her place: the desk, the screen it is on, the desktop around it and what can be heard."""

    backend: RunningBackend
    desk: Desktop
    screen: XScreen
    shell: DesktopShell
    sink: SoundSink


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBackend]:
    with a_backend(tmp_path_factory.mktemp("backend"), counsellors=("aino", "maija")) as backend:
        yield backend


@contextmanager
def a_seat(backend: RunningBackend, folder: Path, *, who: int, has_area: bool) -> Iterator[Seat]:
    """She has signed in, and another program is in front."""
    counsellor, sink = backend.counsellors[who], SoundSink(folder)
    with ExitStack() as inside:
        screen = inside.enter_context(an_x_screen())
        session = inside.enter_context(a_session())
        shell = inside.enter_context(a_desktop_shell(session, has_area=has_area))
        desk = Desktop(
            folder / "desk",
            server=backend.base_url,
            session={**session, **sink.environment},
            screen=screen.environment,
        )
        desk.start()
        inside.callback(desk.close)
        desk.come_in(counsellor.user_name, counsellor.password)
        screen.give_focus(is_dated_back=True)
        desk.until(lambda seen: seen["is_active"])
        screen.take_focus_away()
        desk.until(lambda seen: not seen["is_active"])
        sink.forget()
        yield Seat(backend, desk, screen, shell, sink)
        assert desk.complaints == []


def test_it_sounds_until_it_is_seen_and_is_counted_in_the_area_and_on_the_task_bar(
    backend: RunningBackend, tmp_path: Path
):
    with a_seat(backend, tmp_path, who=0, has_area=True) as seat:
        shell, desk = seat.shell, seat.desk
        desk.do("trigger", name="repeat 10")
        shell.until(lambda shell: shell.pictures)
        plain = shell.pictures[-1]
        with Caller(backend.base_url) as sari, Caller(backend.base_url) as sven:
            sari.open(FIRST)
            shell.until(lambda shell: shell.badge == 1)
            shell.until(lambda shell: _words(shell) == ["Uusi asiakas odottaa"])
            sven.open(SECOND)
            shell.until(lambda shell: shell.badge == 2)
            shell.until(lambda shell: _words(shell) == ["Uusi asiakas odottaa"] * 2)
            shell.until(lambda shell: len(set(shell.pictures)) == len({plain, 1, 2}))
            desk.until(lambda _seen: seat.sink.has_sounded)
            seat.sink.forget()
            # Nobody has looked: ten seconds later it sounds again by itself.
            desk.until(lambda _seen: seat.sink.has_sounded)
            shell.does("click")
            desk.until(lambda seen: seen["is_active"])
            # The window comes forward with the queues in view: that is seeing.
            shell.until(lambda shell: shell.badge is None)
            shell.until(lambda shell: shell.pictures[-1] == plain)
            assert desk.until(lambda seen: seen["unseen"] == 0)
            _is_taken(desk, FIRST)
            _is_taken(desk, SECOND)
            sari.write(FURTHER)
            # Behind another conversation a line is news too, and is told of in the window alone.
            shell.until(lambda shell: shell.badge == 1)
            front = desk.look()["front"]["name"]
            behind = next(tab for tab in desk.look()["tabs"] if not tab.startswith(front))
            desk.do("turn", part=behind)
            shell.until(lambda shell: shell.badge is None)
            assert _words(shell) == ["Uusi asiakas odottaa"] * 2
            assert not [part for part in TELLING if part in str(shell.told)]


def test_where_there_is_no_notification_area_it_is_told_and_counted_all_the_same(
    backend: RunningBackend, tmp_path: Path
):
    with a_seat(backend, tmp_path, who=1, has_area=False) as seat:
        shell, desk = seat.shell, seat.desk
        with Caller(backend.base_url) as sari:
            sari.open(FIRST)
            shell.until(lambda shell: _words(shell) == ["Uusi asiakas odottaa"])
            shell.until(lambda shell: shell.badge == 1)
            desk.until(lambda _seen: seat.sink.has_sounded)
            assert shell.pictures == []
            shell.does("click")
            desk.until(lambda seen: seen["is_active"])
            shell.until(lambda shell: shell.badge is None)
            assert not [part for part in TELLING if part in str(shell.told)]


def _words(shell: DesktopShell) -> list[str]:
    # Of our own making: what Qt would show cannot be pressed.
    assert all(each["actions"] == ["default", "Näytä Vuoro"] for each in shell.notifications)
    return [each["words"] for each in shell.notifications]


def _is_taken(desk: Desktop, words: str) -> None:
    desk.do("choose", list="waitingList", part=words)
    desk.do("key", on="waitingList", key="Return")
    desk.until(lambda seen: any(words in line for line in seen["front"]["lines"]))
