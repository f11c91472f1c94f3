"""The workstation: from sign-in to work and back, in another language, and an orderly end."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from app.desk.desk import Desk
from app.domain.link import LinkState, LinkView
from app.domain.problems import Problem, ProblemCode
from app.ui.coming_in import MOVES, Stage
from app.ui.parts.message_strip import MessageStrip
from app.ui.tokens import ThemeName
from app.ui.workstation import Workstation
from tests.support.example_data import BEHIND, FRONT, a_morning
from tests.support.fakes import NINE_O_CLOCK
from tests.support.screen_robots import found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk


class StillConnect:
    """Lets in whoever knows the word."""

    def __init__(self, desk: StillDesk) -> None:
        self.desk = desk
        self.signed_out = 0

    async def sign_in(self, *, user_name: str, password: str) -> Desk | Problem:
        if password != "sesam":
            return Problem(ProblemCode.SIGN_IN_REFUSED, attempts_left=3)
        return self.desk

    async def resume(self) -> Desk | Problem | None:
        return None

    async def sign_out(self) -> None:
        self.signed_out += 1


@pytest.fixture
def connect() -> StillConnect:
    return StillConnect(StillDesk(a_morning()))


@pytest.fixture
def workstation(screens: Screens, connect: StillConnect):
    made = screens.workstation(connect)
    made.open()
    screens.settle()
    yield made
    made.end()
    screens.turn()
    assert made.ended.is_set()
    assert connect.desk.listeners == 0


def is_at_work(workstation: Workstation) -> bool:
    return workstation.main_window is not None and workstation.desk is not None


def sign_in(screens: Screens, workstation: Workstation, word: str = "sesam") -> None:
    assert workstation.sign_in_window is not None
    workstation.sign_in_window.fill("neuvoja12", word)
    workstation.sign_in_window.submit()
    screens.turn()


def test_a_right_word_opens_the_work_view(screens: Screens, workstation: Workstation):
    sign_in(screens, workstation)
    assert workstation.sign_in_window is None
    assert workstation.main_window is not None
    assert workstation.main_window.isVisible()
    focused = workstation.main_window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "composerText"


def test_a_wrong_word_is_told_and_nothing_opens(screens: Screens, workstation: Workstation):
    sign_in(screens, workstation, "väärä")
    assert workstation.main_window is None
    assert workstation.sign_in_window is not None
    assert "3 yritystä" in found(workstation.sign_in_window, MessageStrip, "signInProblem").shown


def test_signing_out_leads_back_to_the_sign_in_window(
    screens: Screens, workstation: Workstation, connect: StillConnect
):
    sign_in(screens, workstation)
    assert workstation.main_window is not None
    workstation.main_window.sign_out_confirmed.emit()
    screens.turn()
    assert not is_at_work(workstation)
    assert workstation.sign_in_window is not None
    assert connect.signed_out == 1


def test_after_signing_out_nothing_of_hers_is_kept_from_the_collector(
    screens: Screens, workstation: Workstation
):
    """Transcripts are in memory only, and not for longer than she is signed in."""
    sign_in(screens, workstation)
    assert gc.get_freeze_count() > 0
    window = workstation.main_window
    assert window is not None
    window.sign_out_confirmed.emit()
    screens.turn()
    assert not is_at_work(workstation)
    assert gc.get_freeze_count() == 0
    kept = weakref.ref(window)
    del window
    screens.settle()
    gc.collect()
    assert kept() is None


def test_another_language_keeps_the_draft_and_the_conversation_in_front(
    screens: Screens, workstation: Workstation, connect: StillConnect
):
    sign_in(screens, workstation)
    connect.desk.drafts.typed(BEHIND, "Hej då")
    assert workstation.main_window is not None
    workstation.main_window.open_conversation(BEHIND)
    workstation.show_language("sv")
    screens.settle()
    window = workstation.main_window
    front = window.chat.current
    assert front is not None
    assert front.conversation_id == BEHIND
    assert front.composer.text == "Hej då"
    assert found(window, QLabel, "linkBadge").text().startswith("Anslutningen fungerar")
    # The old window hears nothing more.
    assert connect.desk.listeners == 1


def test_another_language_at_sign_in_keeps_the_name(screens: Screens, workstation: Workstation):
    assert workstation.sign_in_window is not None
    workstation.sign_in_window.fill("neuvoja12", "")
    workstation.show_language("sv")
    assert workstation.sign_in_window.user_name == "neuvoja12"
    address = found(workstation.sign_in_window, QLabel, "serverAddress").text()
    assert address == "Server: https://vuoro.example"


def test_a_theme_is_used_at_once(screens: Screens, workstation: Workstation):
    workstation.show_theme("dark")
    assert workstation._theme.name is ThemeName.DARK
    workstation.show_theme("high_contrast")
    assert workstation._theme.is_high_contrast


def test_the_colours_follow_the_system_until_others_are_chosen(
    screens: Screens, workstation: Workstation, monkeypatch: pytest.MonkeyPatch
):
    hints = QGuiApplication.styleHints()
    asked = ThemeName.HIGH_CONTRAST
    monkeypatch.setattr("app.ui.theme.system_theme", lambda _hints: asked)

    def used() -> ThemeName:
        return workstation._theme.name

    workstation.show_theme("light")
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert used() is ThemeName.LIGHT
    workstation.show_theme("system")
    asked = ThemeName.LIGHT
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert used() is ThemeName.LIGHT
    asked = ThemeName.HIGH_CONTRAST
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert used() is ThemeName.HIGH_CONTRAST
    asked = ThemeName.DARK
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert used() is ThemeName.DARK


def test_a_sign_in_that_ends_elsewhere_is_asked_for_again_over_the_same_desk(
    screens: Screens, workstation: Workstation, connect: StillConnect
):
    sign_in(screens, workstation)
    window = workstation.main_window
    assert window is not None
    connect.desk.drafts.typed(FRONT, "kesken")
    connect.desk.show_link(LinkView(LinkState.SIGNED_OUT, up_to_date_as_of=NINE_O_CLOCK))
    screens.settle()
    assert not window.isVisible()
    assert workstation.sign_in_window is not None
    told = found(workstation.sign_in_window, MessageStrip, "signInProblem").shown
    assert told.startswith("Kirjautumisesi on päättynyt.")
    assert told.endswith("on tallessa.")
    connect.desk.show_link(LinkView(LinkState.LIVE, up_to_date_as_of=NINE_O_CLOCK))
    sign_in(screens, workstation)
    assert workstation.main_window is window
    assert window.isVisible()
    front = window.chat.current
    assert front is not None
    assert front.composer.text == "kesken"


def test_a_sign_in_that_ends_with_nothing_written_says_nothing_of_what_is_kept(
    screens: Screens, workstation: Workstation, connect: StillConnect
):
    sign_in(screens, workstation)
    for draft in connect.desk.drafts.all():
        connect.desk.drafts.typed(draft.conversation_id, "")
    connect.desk.show_link(LinkView(LinkState.SIGNED_OUT, up_to_date_as_of=NINE_O_CLOCK))
    screens.settle()
    assert workstation.sign_in_window is not None
    told = found(workstation.sign_in_window, MessageStrip, "signInProblem").shown
    assert told == "Kirjautumisesi on päättynyt. Kirjaudu uudelleen, niin voit jatkaa."


def test_closing_the_sign_in_window_ends_the_program_in_order(
    screens: Screens, workstation: Workstation, connect: StillConnect
):
    assert workstation.sign_in_window is not None
    workstation.sign_in_window.close()
    screens.turn()
    assert workstation.ended.is_set()
    assert connect.signed_out == 1


def test_closing_the_work_view_signs_out_and_ends(
    screens: Screens, workstation: Workstation, connect: StillConnect
):
    sign_in(screens, workstation)
    assert workstation.main_window is not None
    workstation.main_window.close()
    assert workstation.main_window is not None
    workstation.main_window.close()
    screens.turn()
    assert workstation.ended.is_set()
    assert connect.signed_out == 1


def test_what_she_chose_before_is_used_again(
    screens: Screens, workstation: Workstation, connect: StillConnect
):
    sign_in(screens, workstation)
    assert workstation.main_window is not None
    workstation.main_window.language_chosen.emit("sv")
    workstation.main_window.theme_chosen.emit("dark")
    screens.turn()
    assert workstation.main_window is not None
    workstation.main_window.sign_out_confirmed.emit()
    screens.turn()
    workstation.show_language("fi")
    workstation.show_theme("light")
    sign_in(screens, workstation)
    assert found(workstation.main_window, QLabel, "linkBadge").text().startswith("Anslutningen fungerar")
    assert workstation._theme.name is ThemeName.DARK


def test_a_choice_the_disk_refuses_is_used_all_the_same(
    screens: Screens, workstation: Workstation, connect: StillConnect
):
    sign_in(screens, workstation)
    connect.desk.chosen._disk.is_full = True
    assert workstation.main_window is not None
    workstation.main_window.theme_chosen.emit("dark")
    screens.turn()
    assert workstation._theme.name is ThemeName.DARK


def test_nobody_is_asked_in_while_the_program_ends(screens: Screens, workstation: Workstation):
    sign_in(screens, workstation)
    window = workstation.main_window
    assert window is not None
    workstation.end()
    screens.turn()
    workstation._coming_in.ask(Problem(ProblemCode.SIGNED_OUT))
    workstation._coming_in.resume()
    assert workstation.sign_in_window is None


def test_every_stage_but_the_end_leads_to_the_end():
    assert all(Stage.OVER in MOVES[stage] for stage in Stage if stage is not Stage.OVER)
    assert MOVES[Stage.OVER] == frozenset()
