"""The notice that no appointments are booked through the chat, sent by one key (R018)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPlainTextEdit

from app.desk.canned_view import NO_APPOINTMENTS
from app.domain.canned import CannedAnswer
from app.domain.commands import WriteMessage
from tests.support.example_data import BEHIND, FRONT, a_morning, ended, those_held
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

NOTICE = {
    "fi": "Chatin kautta emme varaa aikoja.",
    "sv": "Vi bokar inte tider via chatten.",
    "en": "We do not book appointments through the chat.",
}
KEY = Qt.Key.Key_F11


def a_desk(*, language: str = "fi", is_ended: bool = False, has_notice: bool = True) -> StillDesk:
    front, behind = those_held()
    front = ended(front) if is_ended else replace(front, language=language)
    seen = a_morning()
    name = {"fi": "Ei ajanvarausta", "sv": "Ingen tidsbokning", "en": "No appointments"}
    answer = CannedAnswer(NO_APPOINTMENTS, name, NOTICE, is_anonymous_only=False)
    answers = (*seen.confirmed.canned_answers, *((answer,) if has_notice else ()))
    heads = {**seen.confirmed.heads, FRONT: front, BEHIND: behind}
    return StillDesk(replace(seen, confirmed=replace(seen.confirmed, heads=heads, canned_answers=answers)))


def at_work(screens: Screens, desk: StillDesk) -> WorkRobot:
    return WorkRobot(screens, screens.main_window(desk))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_one_key_sends_it_as_a_message_of_its_own(screens: Screens, language: str):
    """R018: in the customer's language; as every message it is the desk's to hold for undo."""
    desk = a_desk(language=language)
    work = at_work(screens, desk)
    work.press(KEY)
    assert desk.submitted == [WriteMessage(FRONT, NOTICE[language], 1)]
    assert work.conversation.text == ""


def test_where_a_text_stands_already_it_goes_into_that_and_nothing_is_sent(screens: Screens):
    """R018: what she is writing is never sent before she has read it."""
    desk = a_desk()
    work = at_work(screens, desk)
    work.conversation.type("Hei!")
    work.press(KEY)
    assert work.conversation.text == f"Hei! {NOTICE['fi']}"
    assert desk.submitted == []


@pytest.mark.parametrize("why", ["ended", "none in the service model"])
def test_where_there_is_nothing_to_send_the_key_does_nothing(screens: Screens, why: str):
    """R018: to a conversation that is over, or in a county without the notice."""
    desk = a_desk(is_ended=why == "ended", has_notice=why == "ended")
    work = at_work(screens, desk)
    work.press(KEY)
    assert (desk.submitted, work.conversation.text) == ([], "")


def test_to_a_customer_who_is_not_on_the_screen_nothing_is_sent(screens: Screens):
    """R018: from the callback requests the first press leads to the conversation, the second sends."""
    desk = a_desk()
    work = at_work(screens, desk)
    work.press(Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    work.press(KEY)
    assert desk.submitted == []
    assert found(work.conversation.view, QPlainTextEdit, "composerText").isVisible()
    work.press(KEY)
    assert desk.submitted == [WriteMessage(FRONT, NOTICE["fi"], 1)]


def test_a_key_held_down_sends_it_once(screens: Screens):
    """R018."""
    window = screens.main_window(a_desk())
    action = window.findChild(QAction, "sendNoAppointments")
    assert action is not None
    assert not action.autoRepeat()
