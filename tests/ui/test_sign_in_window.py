"""Signing in: a sentence for everything that can go wrong."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from app.domain.problems import Problem, ProblemCode
from app.ui.language import Language
from app.ui.parts.message_strip import MessageStrip
from app.ui.sign_in.sign_in_window import SignInWindow
from app.ui.words import problem_sentence
from tests.support.screen_robots import found
from tests.support.screens import Screens


class Doorkeeper:
    """Answers what a test says, and remembers who knocked."""

    def __init__(self, *answers: Problem | None) -> None:
        self.answers = list(answers)
        self.knocked: list[tuple[str, str]] = []
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    async def sign_in(self, user_name: str, password: str) -> Problem | None:
        self.knocked.append((user_name, password))
        await self.may_answer.wait()
        return self.answers.pop(0)


def said(window: SignInWindow) -> str:
    return found(window, MessageStrip, "signInProblem").shown


def test_name_and_password_are_sent_by_enter_and_the_password_is_forgotten(screens: Screens):
    door = Doorkeeper(None)
    window = screens.sign_in_window(sign_in=door.sign_in)
    window.fill(" neuvoja12 ", "salasana ")
    QTest.keyClick(found(window, QLineEdit, "password"), Qt.Key.Key_Return)
    screens.turn()
    assert door.knocked == [("neuvoja12", "salasana ")]
    assert found(window, QLineEdit, "password").text() == ""
    assert said(window) == ""


def test_a_wrong_password_is_told_with_the_tries_left_and_nothing_of_drafts_nobody_knows_of(screens: Screens):
    door = Doorkeeper(Problem(ProblemCode.SIGN_IN_REFUSED, attempts_left=4))
    window = screens.sign_in_window(sign_in=door.sign_in)
    window.fill("neuvoja12", "väärä")
    window.submit()
    screens.turn()
    assert said(window) == "Tunnus tai salasana ei kelpaa. Yritä uudelleen, 4 yritystä jäljellä."
    assert window.user_name == "neuvoja12"


def test_only_one_try_is_under_way_at_a_time(screens: Screens):
    door = Doorkeeper(None)
    door.may_answer.clear()
    window = screens.sign_in_window(sign_in=door.sign_in)
    window.fill("neuvoja12", "salasana")
    window.submit()
    screens.turn()
    window.submit()
    screens.turn()
    assert len(door.knocked) == 1
    assert not found(window, QAbstractButton, "signIn").isEnabled()
    door.may_answer.set()
    screens.turn()


def test_without_a_password_nothing_is_sent(screens: Screens):
    door = Doorkeeper()
    window = screens.sign_in_window(sign_in=door.sign_in)
    window.fill("neuvoja12", "")
    window.submit()
    screens.turn()
    assert door.knocked == []


def test_too_many_tries_count_the_wait_down_and_then_let_try_again(screens: Screens):
    window = screens.sign_in_window()
    window.fill("neuvoja12", "salasana")
    window.tell(Problem(ProblemCode.THROTTLED, retry_after_s=2))
    assert said(window).startswith("Liian monta yritystä. Voit yrittää uudelleen 2 sekunnin kuluttua.")
    assert not found(window, QAbstractButton, "signIn").isEnabled()
    screens.ticker.ticked.emit()
    assert "1 sekunnin kuluttua" in said(window)
    screens.ticker.ticked.emit()
    assert said(window) == ""
    assert found(window, QAbstractButton, "signIn").isEnabled()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (ProblemCode.LINE_LOST, "Palvelinta ei tavoiteta."),
        (ProblemCode.UPDATE_NEEDED, "Tämä ohjelma on liian vanha palvelimelle."),
        (ProblemCode.UNAVAILABLE, "Palvelin ei voi juuri nyt vastata."),
        (ProblemCode.SIGNED_OUT, "Kirjautumisesi on päättynyt."),
        (ProblemCode.STORE_FAILED, "Tämän koneen levy ei ota mitään vastaan."),
        (ProblemCode.GONE, "Se ei onnistunut."),
    ],
)
def test_every_trouble_is_a_sentence_that_claims_nothing_of_drafts(
    screens: Screens, code: ProblemCode, words: str
):
    window = screens.sign_in_window()
    window.tell(Problem(code))
    assert said(window).startswith(words)
    assert "tallessa" not in said(window)


def test_a_sign_in_that_ended_says_what_is_known_to_be_kept(screens: Screens):
    window = screens.sign_in_window()
    window.tell(Problem(ProblemCode.SIGNED_OUT), is_kept=True)
    assert said(window).endswith("Se, minkä olet kirjoittanut mutta et lähettänyt, on tallessa.")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("code", list(ProblemCode))
def test_every_problem_has_a_whole_sentence_in_every_language(
    screens: Screens, code: ProblemCode, language: Language
):
    screens.speak(language)
    sentence = problem_sentence(Problem(code))
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_a_try_that_breaks_is_told_and_can_be_repeated(screens: Screens):
    async def break_down(_user_name: str, _password: str) -> Problem | None:
        raise OSError

    window = screens.sign_in_window(sign_in=break_down)
    window.fill("neuvoja12", "salasana")
    window.submit()
    screens.turn()
    assert said(window).startswith("Se ei onnistunut.")
    assert [type(failure) for failure in screens.failures] == [OSError]
    screens.failures.clear()


def test_the_password_can_be_looked_at(screens: Screens):
    window = screens.sign_in_window()
    field = found(window, QLineEdit, "password")
    assert field.echoMode() is QLineEdit.EchoMode.Password
    found(window, QAbstractButton, "showPassword").click()
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    assert found(window, QAbstractButton, "showPassword").accessibleName() == "Piilota salasana"


def test_the_address_of_the_server_is_shown(screens: Screens):
    window = screens.sign_in_window()
    label = window.findChild(type(window._reached), "serverAddress")
    assert label is not None
    assert label.text() == "Palvelin: https://vuoro.example"
    window.tell(Problem(ProblemCode.LINE_LOST))
    assert label.text() == "Palvelinta ei tavoiteta: https://vuoro.example"


class Chooser:
    """Answers what a test says to who chooses her own password."""

    def __init__(self, *answers: Problem | None) -> None:
        self.answers = list(answers)
        self.chosen: list[tuple[str, str, str]] = []

    async def choose(self, user_name: str, one_time: str, own: str) -> Problem | None:
        self.chosen.append((user_name, one_time, own))
        return self.answers.pop(0)


OWN = "sininen kumisaapas"


def test_who_signs_in_with_a_one_time_password_chooses_her_own_by_keyboard_and_goes_on(screens: Screens):
    """R141: rules in sentences, each ticked off as it holds; the passwords stay nowhere."""
    door, chooser = Doorkeeper(Problem(ProblemCode.PASSWORD_TO_CHOOSE)), Chooser(None)
    window = screens.sign_in_window(sign_in=door.sign_in, choose_password=chooser.choose)
    window.fill("maija", "kertasana-1234")
    window.submit()
    screens.turn()
    own, again = found(window, QLineEdit, "ownPassword"), found(window, QLineEdit, "ownPasswordAgain")
    assert own.hasFocus()
    assert not found(window, QLineEdit, "password").isVisible()
    assert own.echoMode() is again.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClicks(own, "lyhyt")
    QTest.keyClicks(again, "lyhyt")
    QTest.keyClick(again, Qt.Key.Key_Return)
    strip = found(window, MessageStrip, "ownPasswordProblem")
    assert (strip.shown.startswith("Vähintään 12"), chooser.chosen) == (True, [])
    own.setText(OWN)
    again.setText(OWN)
    assert strip.shown == ""
    QTest.keyClick(again, Qt.Key.Key_Return)
    screens.turn()
    assert chooser.chosen == [("maija", "kertasana-1234", OWN)]
    assert (own.text(), again.text()) == ("", "")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (ProblemCode.LINE_LOST, "Palvelinta ei tavoiteta, eikä ole tietoa"),
        (ProblemCode.ONE_TIME_PASSWORD_OVER, "Kertasalasana kelpasi kolme päivää"),
        (ProblemCode.SIGN_IN_REFUSED, "Kertasalasana ei enää kelpaa."),
    ],
)
def test_why_her_own_password_was_not_kept_is_a_sentence_and_the_fields_stay(
    screens: Screens, code: ProblemCode, words: str
):
    """R141: offline, too late, used up."""
    door, chooser = Doorkeeper(Problem(ProblemCode.PASSWORD_TO_CHOOSE)), Chooser(Problem(code), None)
    window = screens.sign_in_window(sign_in=door.sign_in, choose_password=chooser.choose)
    window.fill("maija", "kertasana-1234")
    window.submit()
    screens.turn()
    found(window, QLineEdit, "ownPassword").setText(OWN)
    found(window, QLineEdit, "ownPasswordAgain").setText(OWN)
    found(window, QAbstractButton, "keepOwnPassword").click()
    screens.turn()
    assert found(window, MessageStrip, "ownPasswordProblem").shown.startswith(words)
    assert found(window, QLineEdit, "ownPassword").text() == OWN
    found(window, QAbstractButton, "backToSignIn").click()
    assert found(window, QLineEdit, "password").isVisible()
    assert found(window, QLineEdit, "ownPassword").text() == ""
