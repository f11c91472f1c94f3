"""Work that nobody signed out of comes back by itself; who sits here is asked; anybody else may sign in."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from app.desk.desk import Desk
from app.domain.link import LinkState
from app.domain.memory_only import Cause, MemoryOnly
from app.domain.problems import Problem, ProblemCode
from app.ui.parts.message_strip import MessageStrip
from app.ui.sign_in.sign_in_window import SignInWindow
from app.ui.status.link_light import LinkLight
from app.ui.workstation import Workstation
from tests.support.example_data import FRONT, a_morning
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk


class ConnectLeftBehind:
    """A program was killed while somebody was signed in; what a try to go on answers is set by a test."""

    def __init__(self) -> None:
        self.desk = StillDesk(a_morning())
        self.answers: list[Desk | Problem | Exception | None] = []
        self.tries = 0
        self.given_up = 0
        self.signed_in: list[str] = []
        self.signed_out = 0
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    async def sign_in(self, *, user_name: str, password: str) -> Desk | Problem:
        self.signed_in.append(user_name)
        return self.desk

    async def resume(self) -> Desk | Problem | None:
        self.tries += 1
        try:
            await self.may_answer.wait()
        except asyncio.CancelledError:
            self.given_up += 1
            raise
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        if answer is self.desk:
            self.desk.asks_shown = True
        return answer

    async def sign_out(self) -> None:
        self.signed_out += 1


@pytest.fixture
def connect() -> ConnectLeftBehind:
    return ConnectLeftBehind()


@pytest.fixture
def workstation(screens: Screens, connect: ConnectLeftBehind) -> Iterator[Workstation]:
    made = screens.workstation(connect, resumes=True)
    yield made
    made.end()
    screens.turn()
    assert made.ended.is_set()
    assert connect.desk.listeners == 0


def opened(screens: Screens, workstation: Workstation) -> None:
    workstation.open()
    screens.turn()


def door(workstation: Workstation) -> SignInWindow:
    window = workstation.sign_in_window
    assert window is not None
    return window


def is_at_work(workstation: Workstation) -> bool:
    return workstation.main_window is not None


def is_opening(workstation: Workstation) -> bool:
    window = workstation.sign_in_window
    return window is not None and window.is_opening


def press(workstation: Workstation, name: str) -> None:
    button = found(door(workstation), QAbstractButton, name)
    assert button.isVisible()
    button.click()


def said(workstation: Workstation, name: str = "signInProblem") -> str:
    strip = found(door(workstation), MessageStrip, name)
    return strip.shown if strip.isVisible() else ""


def tick(workstation: Workstation, times: int = 1) -> None:
    for _ in range(times):
        workstation._ticker.ticked.emit()


LOST = Problem(ProblemCode.LINE_LOST, retry_after_s=3)


def test_while_work_comes_back_the_window_says_so_and_asks_for_no_password(
    screens: Screens, workstation: Workstation, connect: ConnectLeftBehind
):
    connect.may_answer.clear()
    opened(screens, workstation)
    assert is_opening(workstation)
    window = door(workstation)
    assert found(window, QLabel, "signInTitle").text() == "Avataan työtäsi…"
    assert found(window, QLabel, "openingHint").isVisible()
    assert not found(window, QWidget, "userName").isVisible()
    assert found(window, QAbstractButton, "someoneElse").isVisible()


def test_work_comes_back_with_its_draft_and_says_whose_it_is(
    screens: Screens, workstation: Workstation, connect: ConnectLeftBehind
):
    connect.desk.drafts.typed(FRONT, "kesken")
    connect.answers = [connect.desk]
    opened(screens, workstation)
    window = workstation.main_window
    assert window is not None
    assert window.isVisible()
    assert workstation.sign_in_window is None
    front = window.chat.current
    assert front is not None
    assert front.composer.text == "kesken"
    banner = WorkRobot(screens, window).banner("cameBack")
    assert connect.desk.seen.confirmed.me.display_name in banner
    assert connect.signed_in == []


def test_she_says_once_that_it_is_she(screens: Screens, workstation: Workstation, connect: ConnectLeftBehind):
    connect.answers = [connect.desk]
    opened(screens, workstation)
    workstation.show_language("sv")
    screens.settle()
    assert workstation.main_window is not None
    work = WorkRobot(screens, workstation.main_window)
    assert work.banner("cameBack").startswith("Du är inloggad som")
    work.button("cameBackSecond").click()
    assert work.banner("cameBack") == ""
    assert not connect.desk.asks_who_she_is


def test_somebody_else_at_the_desk_signs_in_herself(
    screens: Screens, workstation: Workstation, connect: ConnectLeftBehind
):
    connect.desk.drafts.typed(FRONT, "Ainon luonnos")
    connect.answers = [connect.desk]
    opened(screens, workstation)
    assert workstation.main_window is not None
    WorkRobot(screens, workstation.main_window).button("cameBackAction").click()
    screens.turn()
    assert not is_at_work(workstation)
    assert connect.signed_out == 1
    assert workstation.sign_in_window is not None
    assert not is_opening(workstation)


def test_before_unsent_text_is_lost_to_somebody_else_it_is_listed(
    screens: Screens, workstation: Workstation, connect: ConnectLeftBehind
):
    connect.desk.drafts.typed(FRONT, "vain muistissa")
    connect.desk.memory_only_shown = MemoryOnly(Cause.NO_KEYRING, ends_by_itself=False)
    connect.answers = [connect.desk]
    opened(screens, workstation)
    assert workstation.main_window is not None
    work = WorkRobot(screens, workstation.main_window)
    work.button("cameBackAction").click()
    screens.turn()
    assert connect.signed_out == 0
    assert "Se katoaa" in work.banner("signOutStrip")


def test_where_nobody_was_signed_in_the_form_stands_without_a_word(
    screens: Screens, workstation: Workstation, connect: ConnectLeftBehind
):
    connect.answers = [None]
    opened(screens, workstation)
    assert not is_opening(workstation)
    assert found(door(workstation), QWidget, "userName").isVisible()
    assert found(door(workstation), QLabel, "signInTitle").text() == "Kirjaudu Vuoroon"
    assert said(workstation) == ""


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Problem(ProblemCode.SIGNED_OUT), "Kirjautumisesi on päättynyt."),
        (Problem(ProblemCode.UPDATE_NEEDED), "Tämä ohjelma on liian vanha palvelimelle."),
    ],
)
def test_a_sign_in_that_is_refused_is_told_over_the_form(
    screens: Screens, workstation: Workstation, connect: ConnectLeftBehind, answer: Problem, words: str
):
    connect.answers = [answer]
    opened(screens, workstation)
    assert not is_opening(workstation)
    assert said(workstation).startswith(words)
    assert "tallessa" not in said(workstation)


def test_without_a_line_it_counts_down_and_tries_again_by_itself(
    screens: Screens, workstation: Workstation, connect: ConnectLeftBehind
):
    connect.answers = [LOST, connect.desk]
    opened(screens, workstation)
    assert is_opening(workstation)
    assert said(workstation, "openingProblem").startswith("Palvelinta ei tavoiteta.")
    assert "3 sekunnin kuluttua" in said(workstation, "openingProblem")
    assert found(door(workstation), LinkLight, "linkLight")._state is LinkState.OFFLINE
    tick(workstation)
    assert "2 sekunnin kuluttua" in said(workstation, "openingProblem")
    tick(workstation, 2)
    screens.turn()
    assert connect.tries == 2
    assert workstation.main_window is not None
    assert connect.signed_out == 0


def test_she_need_not_wait_for_the_next_try(
    screens: Screens, workstation: Workstation, connect: ConnectLeftBehind
):
    connect.answers = [LOST, LOST, connect.desk]
    opened(screens, workstation)
    press(workstation, "tryNow")
    screens.turn()
    assert connect.tries == 2
    assert is_opening(workstation)
    press(workstation, "tryNow")
    screens.turn()
    assert workstation.main_window is not None


def test_a_try_under_way_is_not_doubled(
    screens: Screens, workstation: Workstation, connect: ConnectLeftBehind
):
    connect.answers = [LOST, connect.desk]
    opened(screens, workstation)
    connect.may_answer.clear()
    press(workstation, "tryNow")
    screens.turn()
    tick(workstation, 5)
    screens.turn()
    assert connect.tries == 2
    assert not found(door(workstation), QAbstractButton, "tryNow").isEnabled()


def test_somebody_else_need_not_wait_until_the_work_has_come_back(
    screens: Screens, workstation: Workstation, connect: ConnectLeftBehind
):
    connect.may_answer.clear()
    opened(screens, workstation)
    press(workstation, "someoneElse")
    assert workstation.sign_in_window is not None
    workstation.sign_in_window.fill("bea", "salasana")
    workstation.sign_in_window.submit()
    screens.turn()
    assert connect.given_up == 1
    assert connect.signed_out == 1
    assert connect.signed_in == ["bea"]
    assert workstation.main_window is not None
    assert WorkRobot(screens, workstation.main_window).banner("cameBack") == ""


def test_another_language_keeps_waiting_for_the_work(
    screens: Screens, workstation: Workstation, connect: ConnectLeftBehind
):
    connect.answers = [LOST, connect.desk]
    opened(screens, workstation)
    workstation.show_language("sv")
    screens.settle()
    assert is_opening(workstation)
    assert said(workstation, "openingProblem").startswith("Servern nås inte.")
    tick(workstation, 3)
    screens.turn()
    assert workstation.main_window is not None


def test_closing_the_window_ends_the_program_in_the_middle_of_a_try(
    screens: Screens, workstation: Workstation, connect: ConnectLeftBehind
):
    connect.may_answer.clear()
    opened(screens, workstation)
    assert workstation.sign_in_window is not None
    workstation.sign_in_window.close()
    screens.turn()
    assert workstation.ended.is_set()
    assert connect.given_up == 1
    assert connect.signed_out == 1


def test_a_fault_of_ours_leaves_her_with_the_form(
    screens: Screens, workstation: Workstation, connect: ConnectLeftBehind
):
    connect.answers = [OSError("what somebody wrote")]
    opened(screens, workstation)
    assert not is_opening(workstation)
    assert said(workstation).startswith("Se ei onnistunut.")
    assert [type(failure) for failure in screens.failures] == [OSError]
    screens.failures.clear()
