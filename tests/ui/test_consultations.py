"""Consultations on the screen: the list by promise, one opened, a question asked, by keyboard alone."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListView, QPlainTextEdit, QWidget

from app.domain.consultation import (
    Consultation,
    ConsultationState,
    OnCallOutcome,
    Promise,
    PromisesKept,
    Thread,
    Urgency,
)
from app.domain.consultation_commands import (
    ClaimConsultation,
    CloseConsultation,
    OpenConsultation,
    RecordConsultationCall,
    ReleaseConsultation,
    WithdrawConsultation,
    WriteToConsultation,
)
from app.domain.conversation import Author
from app.domain.desk_state import Capability
from app.domain.ids import NEW_CONSULTATION, ConversationId
from app.domain.pending import Pending
from app.ui.language import Language
from app.ui.main_window import MainWindow
from app.ui.theme import ThemeChoice
from tests.support.desk_builders import EVERYTHING, MAIJA, ROBIN, a_held_head, a_message, a_row, what_is_seen
from tests.support.desk_consultations import (
    ADVICE,
    ASKED,
    QUESTION,
    SENIORS,
    SIRPA,
    a_consultation,
    at,
    lines,
    mine,
    threads,
)
from tests.support.screen_robots import ListRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

MONDAY = at("2026-11-23 14:20")


class MondayDesk(StillDesk):
    """A desk on a Monday afternoon."""

    def now(self) -> datetime:
        return MONDAY


class ConsultationsRobot:
    """Hands and eyes on the view of consultations."""

    def __init__(self, screens: Screens, desk: StillDesk, **how: object) -> None:
        self.screens, self.desk = screens, desk
        self.window: MainWindow = screens.main_window(desk, **how)  # type: ignore[arg-type]
        self.list = ListRobot(screens, found(self.window, QListView, "consultationList"))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = self.screens.app.focusWidget() or self.window
        QTest.keyClick(focused, key, modifiers)
        self.screens.settle()

    def open(self) -> None:
        self.key(Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)

    def says(self, name: str) -> str:
        label = found(self.window, QLabel, name)
        return label.text() if label.isVisible() else ""

    def button(self, name: str) -> QAbstractButton:
        return found(self.window, QAbstractButton, name)

    def press(self, name: str) -> None:
        button = self.button(name)
        assert button.isVisible()
        assert button.isEnabled()
        button.click()
        self.screens.settle()

    def write(self, name: str, text: str) -> None:
        found(self.window, QPlainTextEdit, name).setPlainText(text)
        self.screens.settle()

    def thread(self) -> list[str]:
        return ListRobot(self.screens, found(self.window, QListView, "consultationThread")).spoken

    def can(self) -> set[str]:
        """Which deeds are offered."""
        names = (
            *("claimConsultation", "releaseConsultation", "closeConsultation", "withdrawConsultation"),
            *("sendToConsultation", "askBack", "callSettled"),
        )
        return {name for name in names if self.button(name).isVisible()}


def consulting(
    screens: Screens, *shown: Thread, pending: tuple[Pending, ...] = (), is_live: bool = True, **how: object
) -> ConsultationsRobot:
    seen = what_is_seen(consultations=shown, consultation_queues=lines(), pending=pending, is_live=is_live)
    robot = ConsultationsRobot(screens, MondayDesk(seen), **how)
    robot.open()
    return robot


def one(consultation: Consultation) -> Thread:
    return Thread(consultation, (QUESTION,))


def test_they_are_heard_by_promise_with_from_whom_by_when_and_how_it_stands(screens: Screens):
    """R123, R124, R126: asked of us and by us, the earliest due first, amber, red and outside in words."""
    robot = consulting(screens, *reversed(threads()))
    assert robot.list.spoken == [
        "Meiltä kysytty 3",
        "Omaishoidon tuki ja työllistyminen, kysyy Seniori-info, vastaa Sosiaalipalvelujen neuvonta, "
        "tänään klo 16.00, kiireinen · 1 h 40 min · 94 %, sinulla",
        "Kuka arvioi: nuori ja asumisen tuki, kysyy Seniori-info, vastaa Sosiaalipalvelujen neuvonta, "
        "ti 24.11. klo 16.00, pitkittyy · 1 arkipäivä · 51 %, ei vielä kenelläkään",
        "Lapsen kuljetus kouluun, kysyy Perusopetus, vastaa Sosiaalipalvelujen neuvonta, "
        "to 26.11. klo 16.00, 3 arkipäivää · 1 %, ei vielä kenelläkään, ulkopuolinen",
        "Me kysyimme 1",
        "Tulkin tilaaminen tapaamiseen, kysyy Sosiaalipalvelujen neuvonta, vastaa Seniori-info, "
        "pe 20.11. klo 9.00, vastattu, lupaus pidetty, Palveluohjaaja 5",
    ]
    assert robot.button("railConsultations").accessibleName() == "Konsultaatiot 3"


def test_one_is_taken_and_answered_by_keyboard_alone(screens: Screens):
    """R123: Enter opens it with the keys on taking it; Enter in the box of internal colour answers."""
    robot = consulting(screens, one(a_consultation()))
    robot.list.choose("Omaishoidon tuki")
    robot.key(Qt.Key.Key_Return)
    robot.key(Qt.Key.Key_Return)
    assert robot.desk.submitted == [ClaimConsultation(ASKED)]
    robot.desk.show(what_is_seen(consultations=(one(mine()),), consultation_queues=lines()))
    robot.screens.settle()
    assert robot.can() == {"releaseConsultation", "sendToConsultation", "askBack"}
    assert not robot.button("sendToConsultation").isEnabled()
    robot.write("consultationText", "Hoitopalkkio on tuloa.")
    assert robot.desk.drafts.text(ConversationId(ASKED)) == "Hoitopalkkio on tuloa."
    found(robot.window, QPlainTextEdit, "consultationText").setFocus()
    robot.key(Qt.Key.Key_Return)
    answer = WriteToConsultation(ASKED, "Hoitopalkkio on tuloa.", True, 2)
    assert robot.desk.submitted[1:] == [answer]


def test_asking_back_is_no_answer_and_what_is_hers_can_be_given_back(screens: Screens):
    robot = consulting(screens, one(mine()))
    robot.list.choose("Omaishoidon tuki")
    robot.write("consultationText", "Onko sopimus tehty?")
    robot.press("askBack")
    robot.press("releaseConsultation")
    assert robot.desk.submitted == [
        WriteToConsultation(ASKED, "Onko sopimus tehty?", False, 2),
        ReleaseConsultation(ASKED, 2),
    ]


def test_it_stands_over_each_of_them_that_no_customer_sees_it(screens: Screens):
    """R123: the band, the lock and the words, beside what is written too."""
    robot = consulting(screens, one(mine()))
    robot.list.choose("Omaishoidon tuki")
    band = found(robot.window, QWidget, "openedConsultation").findChild(QWidget, "internalBand")
    assert band is not None
    words = [label.text() for label in band.findChildren(QLabel)]
    assert words == ["VAIN AMMATTILAISILLE  Konsultaatio ei näy asiakkaalle eikä keskustelun kopiossa."]
    assert robot.says("consultationTextLock") == "ei näy asiakkaalle"
    box = found(robot.window, QPlainTextEdit, "consultationText")
    assert box.accessibleName() == "Viesti konsultaatioon, ei näy asiakkaalle"


def test_the_promise_is_said_with_what_is_left_of_it(screens: Screens):
    """R124: due time, working time left, share used; and that it is late, and what happened then."""
    robot = consulting(screens, one(mine()))
    robot.list.choose("Omaishoidon tuki")
    assert robot.says("promiseStrip") == (
        "Vastaus viimeistään tänään klo 16.00. "
        "saapui ke 18.11. klo 9.40 · työaikaa jäljellä 1 h 40 min · 94\u00a0% (kiireinen)"
    )
    late = mine(promise=Promise.BROKEN, due_at=at("2026-11-20 16:00"))
    robot.desk.show(what_is_seen(consultations=(one(late),), consultation_queues=lines()))
    robot.screens.settle()
    assert robot.says("promiseStrip").startswith(
        "Myöhässä: vastaus luvattiin viimeistään pe 20.11. klo 16.00."
    )
    assert robot.says("promiseStrip").endswith("esihenkilöille kerrottu")


def test_late_ones_and_those_that_ended_have_lists_of_their_own(screens: Screens):
    """R124: overdue ones are listed."""
    late = mine(promise=Promise.BROKEN, due_at=at("2026-11-20 16:00"), subject="Myöhäinen")
    over = a_consultation(
        replace(late, consultation_id="7" * 32).consultation_id,  # type: ignore[arg-type]
        state=ConsultationState.CLOSED,
        subject="Vanha",
        closed_at=at("2026-11-20 12:00"),
    )
    robot = consulting(screens, one(late), one(over))
    assert robot.button("consultations_open").text() == "Avoimet · 1"
    assert robot.button("consultations_late").text() == "Myöhässä · 1"
    robot.press("consultations_late")
    assert "Myöhäinen" in robot.list.spoken[1]
    assert "myöhässä, esihenkilöille kerrottu" in robot.list.spoken[1]
    robot.press("consultations_over")
    assert ["Vanha" in words for words in robot.list.spoken] == [False, True]


def test_who_asked_closes_asks_further_or_withdraws(screens: Screens):
    """R124: a further question stays within the same consultation."""
    asked: dict[str, Any] = {"queue_id": SENIORS, "from_queue_id": ADVICE, "asker": MAIJA, "holder": SIRPA}
    answered = a_consultation(**asked, state=ConsultationState.ANSWERED, responsibility_version=2)
    robot = consulting(screens, one(answered))
    robot.list.choose("Omaishoidon tuki")
    assert robot.can() == {"closeConsultation", "sendToConsultation"}
    robot.write("consultationText", "Entä tammikuussa?")
    robot.press("sendToConsultation")
    robot.press("closeConsultation")
    assert robot.desk.submitted == [
        WriteToConsultation(ASKED, "Entä tammikuussa?", False, 2),
        CloseConsultation(ASKED),
    ]
    waiting = a_consultation(**{**asked, "holder": None})
    robot.desk.show(what_is_seen(consultations=(one(waiting),), consultation_queues=lines()))
    robot.screens.settle()
    assert robot.can() == {"withdrawConsultation", "sendToConsultation"}
    robot.press("withdrawConsultation")
    assert robot.desk.submitted[2:] == [WithdrawConsultation(ASKED)]


def test_an_urgent_one_shows_who_is_on_call_and_the_call_is_recorded(screens: Screens):
    """R125: number, whether somebody answers now, hours, other times; then what came of the call."""
    urgent = a_consultation(
        asker=MAIJA, from_queue_id=None, urgency=Urgency.URGENT, promise=None, promised_at=None, due_at=None
    )
    robot = consulting(screens, one(urgent))
    robot.list.choose("Omaishoidon tuki")
    assert robot.says("onCallNumber") == "040 555 0142"
    assert robot.says("onCallNow") == "vastaa nyt"
    assert robot.says("onCallHours") == "arkisin klo 8–16"
    assert robot.says("onCallOtherwise").startswith("Muina aikoina: sosiaali- ja kriisipäivystys")
    robot.press("copyOnCallNumber")
    assert QGuiApplication.clipboard().text() == "040 555 0142"
    robot.write("onCallText", "Päivystäjä ottaa yhteyttä.")
    robot.press("callSettled")
    call = RecordConsultationCall(ASKED, MONDAY, OnCallOutcome.SETTLED, "Päivystäjä ottaa yhteyttä.")
    assert robot.desk.submitted == [call]


def test_a_question_is_asked_by_keyboard_with_the_lines_that_are_ticked(screens: Screens):
    """R123, R126: whom, what about, and of the conversation what she ticks and nothing else."""
    seen = what_is_seen(
        a_held_head(),
        windows={ROBIN: (a_message(1, "Äitini on yöt yksin."), a_message(2, "Kiitos.", Author.COUNSELLOR))},
        consultation_queues=lines(),
    )
    robot = ConsultationsRobot(screens, MondayDesk(seen))
    robot.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    asked = ListRobot(screens, found(robot.window, QListView, "linesToAsk"))
    assert asked.spoken[2] == "Perusopetus, vastaa 3 arkipäivässä, ulkopuolinen"
    asked.choose("Seniori-info")
    assert not robot.button("askUrgently").isEnabled(), "nobody is on call there"
    assert not robot.button("sendConsultation").isEnabled()
    subject = found(robot.window, QLineEdit, "consultationSubjectText")
    subject.setText("Omaishoito")
    robot.write("newConsultationText", "Kuka arvioi avun tarpeen?")
    assert robot.desk.drafts.text(NEW_CONSULTATION) == "Omaishoito\nKuka arvioi avun tarpeen?"
    robot.press("linkConversation")
    attached = found(robot.window, QListView, "attachedList")
    attached.setFocus()
    attached.setCurrentIndex(attached.model().index(1, 0))
    robot.key(Qt.Key.Key_Space)
    robot.press("sendConsultation")
    assert robot.desk.submitted == [
        OpenConsultation(
            SENIORS, Urgency.NON_URGENT, "Omaishoito", "Kuka arvioi avun tarpeen?", ROBIN, (1,), False
        )
    ]


def test_a_question_that_is_not_sent_is_kept_and_esc_goes_back_to_the_list(screens: Screens):
    robot = consulting(screens, one(a_consultation()))
    robot.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    robot.write("newConsultationText", "Kesken jäi")
    robot.key(Qt.Key.Key_Escape)
    assert found(robot.window, QListView, "consultationList").hasFocus()
    assert robot.desk.drafts.text(NEW_CONSULTATION) == "\nKesken jäi"
    assert not found(robot.window, QWidget, "leftText").isVisible(), "it has a place of its own"
    robot.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert found(robot.window, QPlainTextEdit, "newConsultationText").toPlainText() == "Kesken jäi"


def test_words_on_their_way_are_seen_at_once_as_such(screens: Screens):
    row = a_row(WriteToConsultation(ASKED, "Kyllä.", True, 2))
    robot = consulting(screens, one(mine()), pending=(row,))
    robot.list.choose("Omaishoidon tuki")
    assert robot.thread()[-1] == "Sinä · vastaus · lähetetään…\nKyllä."


def test_why_it_could_not_be_is_said_beside_it(screens: Screens):
    robot = consulting(screens, one(a_consultation()), is_live=False)
    robot.list.choose("Omaishoidon tuki")
    robot.press("claimConsultation")
    assert robot.desk.submitted == []
    assert "yhteys" in robot.says("consultationRefusal").lower()


def test_how_promises_were_kept_this_month_stands_beside(screens: Screens):
    """R124: kept of all."""
    seen = what_is_seen(
        consultations=(one(mine()),), consultation_queues=lines(), promises_kept=PromisesKept(MONDAY, 31, 2)
    )
    robot = ConsultationsRobot(screens, MondayDesk(seen))
    robot.open()
    assert robot.says("promisesKept") == "Pidetty 31 / 33"


def test_the_shift_does_not_end_without_naming_promises_that_fall_due(screens: Screens):
    """R124: hers, and those of her line that nobody has taken; with a way to them."""
    robot = consulting(screens, *threads())
    robot.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    told = robot.says("promisedConsultations")
    assert told.startswith("Erääntyy vuorokauden sisällä: Omaishoidon tuki ja työllistyminen.")
    robot.press("showPromised")
    assert found(robot.window, QListView, "consultationList").isVisible()


@pytest.mark.parametrize(
    "changes", [{"capabilities": EVERYTHING - {Capability.CONSULT}}, {"consultation_queues": ()}]
)
def test_who_cannot_consult_is_shown_no_way_to_it(screens: Screens, changes: dict[str, Any]):
    seen = what_is_seen(**{"consultation_queues": lines(), **changes})
    robot = ConsultationsRobot(screens, MondayDesk(seen))
    robot.open()
    assert not robot.button("railConsultations").isVisible()
    assert not found(robot.window, QWidget, "consultationsPane").isVisible()


@pytest.mark.parametrize("choice", list(ThemeChoice)[:3])
def test_it_is_drawn_in_every_theme_and_language_without_a_word_cut(screens: Screens, choice: ThemeChoice):
    for language in (Language.FINNISH, Language.SWEDISH):
        robot = consulting(screens, *threads(), choice=choice, language=language, size=(1280, 720))
        robot.list.choose("Omaishoidon tuki")
        for name in ("sendToConsultation", "askBack", "releaseConsultation", "askAProfessional"):
            button = robot.button(name)
            assert button.width() >= button.sizeHint().width(), name
        heading = found(robot.window, QWidget, "consultationsLeft").findChildren(QLabel)[0]
        assert heading.width() >= heading.sizeHint().width()


def test_in_the_smallest_window_there_is_the_list_or_what_is_opened(screens: Screens):
    """R125: Enter opens, Esc goes back, and the number to call stands beside what is urgent."""
    urgent = a_consultation(
        asker=MAIJA, from_queue_id=None, urgency=Urgency.URGENT, promise=None, promised_at=None, due_at=None
    )
    robot = consulting(screens, one(urgent), text_scale=2.0, size=(1280, 720))
    opened = found(robot.window, QWidget, "openedConsultation")
    assert robot.list.view.isVisible()
    assert not opened.isVisible()
    robot.list.choose("Omaishoidon tuki")
    robot.key(Qt.Key.Key_Return)
    assert opened.isVisible()
    assert not robot.list.view.isVisible()
    assert robot.says("promiseStrip").startswith("Kiireellinen: soita päivystäjälle, 040 555 0142")
    assert robot.says("onCallNumber") == "040 555 0142"
    robot.key(Qt.Key.Key_Escape)
    assert robot.list.view.hasFocus()
    assert not opened.isVisible()
    robot.key(Qt.Key.Key_Return)
    robot.press("backToConsultations")
    assert robot.list.view.isVisible()
