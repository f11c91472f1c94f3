"""A message to the customer of a contact, as agreed with her: the sheet by keyboard, and what it refuses."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView, QPlainTextEdit, QWidget

from app.domain.agreed_message import AgreedHow, Purpose, SendAfterCall, SendAgreedMessage
from app.domain.callback import Attempt, AttemptOutcome, Callback, CallbackReason, CallbackState
from app.domain.conversation import ConversationState, Direction
from app.domain.ids import ConversationId, agreed_slot
from app.domain.project import Seen
from app.ui.agreed.agreed_sheet import day_of
from app.ui.safe_text import PlainLabel
from tests.support.callback_builders import FIRST, a_callback
from tests.support.desk_builders import JOHAN, MAIJA, NINE_O_CLOCK, some_codes, what_is_seen
from tests.support.desk_consultations import at
from tests.support.desk_messages import ANSWERED, a_left_message, mine
from tests.support.example_data import FRONT, a_morning
from tests.support.identity_builders import FOR_ONNI, identified
from tests.support.screen_robots import ListRobot, WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

TEXT = "Aika on varattu: tiistaina klo 10. <b>Kirkkokatu</b> 2."
_SHIFTED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Sheet:
    """A window whose conversation in front has its sheet open, by the keys."""

    def __init__(self, screens: Screens, seen: Seen) -> None:
        self.desk = StillDesk(seen)
        self.window = screens.main_window(self.desk)
        self.work = WorkRobot(screens, self.window)
        self._screens = screens
        self.open()

    def open(self) -> None:
        """By its keys."""
        QTest.keyClick(self.window, Qt.Key.Key_A, _SHIFTED)
        self._screens.settle()

    @property
    def widget(self) -> QWidget:
        """The sheet itself."""
        return found(self.work.conversation.view, QWidget, "agreedSheet")

    def button(self, name: str) -> QAbstractButton:
        """One of its buttons."""
        return found(self.widget, QAbstractButton, name)

    def press(self, name: str) -> None:
        """By keyboard, where it has the focus."""
        button = self.button(name)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        self._screens.settle()

    def write(self, text: str = TEXT) -> None:
        """Type the message."""
        found(self.widget, QPlainTextEdit, "agreedText").insertPlainText(text)
        self._screens.settle()

    def day(self, text: str) -> None:
        """Type the day."""
        found(self.widget, QLineEdit, "agreedDay").setText(text)
        self._screens.settle()

    @property
    def state(self) -> str:
        """What would happen, or why it cannot."""
        return found(self.widget, PlainLabel, "agreedState").shown

    def can_send(self) -> bool:
        """Whether it can be sent now, either way."""
        open_one, closed = self.button("agreedSendOpen"), self.button("agreedSendClose")
        assert open_one.isEnabled() == closed.isEnabled()
        return closed.isEnabled()


def ended() -> Seen:
    """The customer in front has identified and gone; the wrap-up is still to come."""
    return identified(state=ConversationState.ENDED)


@pytest.mark.parametrize(("name", "is_one_way"), [("agreedSendClose", True), ("agreedSendOpen", False)])
def test_one_is_written_and_sent_by_keyboard(screens: Screens, name: str, *, is_one_way: bool) -> None:
    """R117, R120, R121, R122: nothing is taken for granted of the agreement; one press sends, or sends and
    closes.
    """
    sheet = Sheet(screens, ended())
    sheet.write()
    assert not sheet.can_send()
    assert sheet.state == "Valitse, missä viestistä sovittiin asiakkaan kanssa."
    assert sheet.desk.drafts.text(agreed_slot(FRONT)) == TEXT
    sheet.press("agreedHow_phone")
    sheet.day("20.11.2026")
    assert sheet.state.startswith("Asiakas löytää viestin, kun hän tunnistautuu")
    sheet.press(name)
    assert sheet.desk.submitted == [
        SendAgreedMessage(FRONT, TEXT, Purpose.INSTRUCTIONS, AgreedHow.PHONE, date(2026, 11, 20), is_one_way)
    ]
    assert sheet.widget.isHidden()


def test_to_whom_it_goes_stands_above_it(screens: Screens) -> None:
    """R118: who acts for somebody else is named with her; nobody is chosen."""
    sheet = Sheet(screens, identified(FOR_ONNI))
    to = found(sheet.widget, PlainLabel, "agreedRecipient").shown
    assert to == "Vastaanottaja: Aino Esimerkki, joka asioi puolesta: Onni Esimerkki"


def test_an_anonymous_customer_is_refused_with_a_sentence(screens: Screens) -> None:
    """R118."""
    sheet = Sheet(screens, a_morning())
    sheet.write()
    sheet.press("agreedHow_chat")
    assert not sheet.can_send()
    assert sheet.state.startswith("Asiakas on anonyymi: viesti ei tavoittaisi häntä.")


def test_instructions_wait_for_the_end_of_the_chat_and_a_time_is_confirmed_at_once(screens: Screens) -> None:
    """R119."""
    sheet = Sheet(screens, identified())
    sheet.write()
    sheet.press("agreedHow_chat")
    assert sheet.can_send()
    sheet.press("agreedPurpose_instructions")
    assert not sheet.can_send()
    assert sheet.state.startswith("Keskustelu on vielä kesken: kerro asia siinä.")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("24.11.2026", "Sopimispäivä on vasta tulossa."),
        ("eilen", "Kirjoita päivä"),
        ("31.2.2026", "Kirjoita päivä"),
    ],
)
def test_a_day_that_is_none_or_to_come_is_said(screens: Screens, written: str, said: str) -> None:
    """R117: when it was agreed is a day that has been."""
    sheet = Sheet(screens, ended())
    sheet.write()
    sheet.press("agreedHow_visit")
    sheet.day(written)
    assert not sheet.can_send()
    assert sheet.state.startswith(said)


def test_what_was_written_is_there_again_and_how_it_was_agreed_is_asked_anew(screens: Screens) -> None:
    sheet = Sheet(screens, ended())
    sheet.write()
    sheet.press("agreedHow_chat")
    QTest.keyClick(sheet.window, Qt.Key.Key_Escape)
    assert sheet.widget.isHidden()
    sheet.open()
    assert found(sheet.widget, QPlainTextEdit, "agreedText").toPlainText() == TEXT
    assert not sheet.can_send()


def test_it_is_reached_from_the_wrap_up(screens: Screens) -> None:
    """R119: after the talk; the wrap-up stands behind it as it was left."""
    seen = ended()
    lists = {seen.confirmed.heads[FRONT].service_id: some_codes(seen.confirmed.heads[FRONT].service_id)}
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, wrap_ups=lists)))
    window = screens.main_window(desk)
    work = WorkRobot(screens, window)
    work.press(Qt.Key.Key_F9)
    assert found(work.conversation.view, QWidget, "wrapUp").isVisible()
    QTest.keyClick(window, Qt.Key.Key_A, _SHIFTED)
    screens.settle()
    assert found(work.conversation.view, QWidget, "agreedSheet").isVisible()
    assert not found(work.conversation.view, QWidget, "wrapUp").isVisible()


def test_those_sent_stand_in_the_list_of_messages_with_their_end(screens: Screens) -> None:
    """R120: until when the customer can answer."""
    head = mine(a_left_message(ANSWERED, "2026-11-18 10:00", None, alias="4711"))
    sent = replace(
        head,
        direction=Direction.PROFESSIONAL,
        open_until=at("2026-12-02 23:59"),
        last_at=NINE_O_CLOCK,
        customer_wrote_at=None,
    )
    window = screens.main_window(StillDesk(what_is_seen(sent)))
    window.do("goToMessages")
    spoken = ListRobot(screens, found(window, QListView, "messageList")).spoken
    assert "lähetetty asiakkaalle" in spoken[1]
    promise = found(window, PlainLabel, "messagePromise").shown
    assert (
        promise
        == "Lähetetty sovitusti. Asiakas voi vastata ke 2.12. klo 23.59 saakka; sitten viesti sulkeutuu."
    )


def test_a_day_is_read_as_it_is_written_in_finland() -> None:
    assert day_of(" 3. 1.2026 ") == date(2026, 1, 3)
    assert day_of("2026-01-03") is None
    assert day_of("29.2.2027") is None


def a_call(**changes: Any) -> Callback:
    """A request whose customer had identified, and whom she has reached."""
    usual = {
        "state": CallbackState.CLOSED,
        "closed_reason": CallbackReason.REACHED,
        "closed_at": NINE_O_CLOCK,
        "attempts": (Attempt(1, NINE_O_CLOCK, MAIJA, AttemptOutcome.REACHED),),
        "is_identified": True,
    }
    return a_callback(**{**usual, **changes})


def opened(screens: Screens, call: Callback) -> tuple[StillDesk, QWidget]:
    """The view of callback requests with that one open."""
    desk = StillDesk(what_is_seen(callbacks=(call,)))
    window = screens.main_window(desk)
    window.do("goToCallbacks")
    screens.settle()
    QTest.keyClick(screens.app.focusWidget() or window, Qt.Key.Key_Down)
    screens.settle()
    return desk, window


def test_after_a_call_she_writes_to_whom_she_reached(screens: Screens) -> None:
    """R119: instructions after a phone contact, from the request; Esc keeps what was written."""
    desk, window = opened(screens, a_call())
    found(window, QAbstractButton, "writeAfterCall").click()
    sheet = found(found(window, QWidget, "callbacksPane"), QWidget, "agreedSheet")
    found(sheet, QPlainTextEdit, "agreedText").insertPlainText(TEXT)
    screens.settle()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert desk.drafts.text(agreed_slot(ConversationId(FIRST))) == TEXT
    # It is no text left behind: it stands where it was written.
    assert not found(window, QWidget, "leftText").isVisible()
    found(window, QAbstractButton, "writeAfterCall").click()
    found(sheet, QAbstractButton, "agreedHow_phone").click()
    to = found(sheet, PlainLabel, "agreedRecipient").shown
    assert to == "Vastaanottaja: tunnistautunut asiakas, joka pyysi tätä soittoa"
    found(sheet, QAbstractButton, "agreedSendClose").click()
    today = date(2026, 11, 23)
    assert desk.submitted == [
        SendAfterCall(FIRST, TEXT, Purpose.INSTRUCTIONS, AgreedHow.PHONE, today, is_one_way=True)
    ]
    assert not sheet.isVisible()
    assert found(window, QListView, "callbackList").isVisible()


@pytest.mark.parametrize(
    "changes",
    [
        {"is_identified": False},
        {"attempts": (Attempt(1, NINE_O_CLOCK, JOHAN, AttemptOutcome.REACHED),)},
        {"attempts": (Attempt(1, NINE_O_CLOCK, MAIJA, AttemptOutcome.DECLINED),)},
    ],
)
def test_nothing_is_offered_where_nothing_was_agreed(screens: Screens, changes: dict[str, Any]) -> None:
    """R117, R118: not to somebody anonymous, not after a colleague's call, not where she was not reached."""
    _, window = opened(screens, a_call(**changes))
    assert not found(window, QAbstractButton, "writeAfterCall").isVisible()
