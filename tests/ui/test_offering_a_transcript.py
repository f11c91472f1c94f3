"""Offering the conversation by e-mail, by one key (R100)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from app.desk.canned_view import TRANSCRIPT_OFFER
from app.domain.canned import CannedAnswer
from app.domain.commands import WriteMessage
from tests.support.example_data import BEHIND, FRONT, a_morning, ended, those_held
from tests.support.screen_robots import WorkRobot
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

OFFER = {
    "fi": "Saat keskustelun sähköpostiisi.",
    "sv": "Du kan få samtalet per e-post.",
    "en": "You can have the conversation by e-mail.",
}
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def a_desk(*, language: str = "fi", is_ended: bool = False, has_words: bool = True) -> StillDesk:
    front, behind = those_held()
    front = ended(front) if is_ended else replace(front, language=language)
    seen = a_morning()
    others = tuple(each for each in seen.confirmed.canned_answers if each.shortcut != TRANSCRIPT_OFFER)
    answer = CannedAnswer(TRANSCRIPT_OFFER, {"fi": "Sähköpostiin"}, OFFER, is_anonymous_only=False)
    heads = {**seen.confirmed.heads, FRONT: front, BEHIND: behind}
    answers = (*others, *((answer,) if has_words else ()))
    return StillDesk(replace(seen, confirmed=replace(seen.confirmed, heads=heads, canned_answers=answers)))


def at_work(screens: Screens, desk: StillDesk) -> WorkRobot:
    return WorkRobot(screens, screens.main_window(desk))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_one_key_offers_it_in_her_language(screens: Screens, language: str):
    """R100: a message of its own, with undo as every one."""
    desk = a_desk(language=language)
    work = at_work(screens, desk)
    work.press(Qt.Key.Key_M, BOTH)
    assert desk.submitted == [WriteMessage(FRONT, OFFER[language], 1)]


def test_into_a_text_that_stands_already_and_nothing_is_sent(screens: Screens):
    desk = a_desk()
    work = at_work(screens, desk)
    work.conversation.type("Hei!")
    work.press(Qt.Key.Key_M, BOTH)
    assert work.conversation.text == f"Hei! {OFFER['fi']}"
    assert desk.submitted == []


@pytest.mark.parametrize("why", ["ended", "none in the service model"])
def test_where_there_is_nothing_to_offer_the_key_does_nothing(screens: Screens, why: str):
    desk = a_desk(is_ended=why == "ended", has_words=why == "ended")
    work = at_work(screens, desk)
    work.press(Qt.Key.Key_M, BOTH)
    assert (desk.submitted, work.conversation.text) == ([], "")


def test_from_another_view_the_first_press_leads_to_the_conversation(screens: Screens):
    desk = a_desk()
    work = at_work(screens, desk)
    work.press(Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    work.press(Qt.Key.Key_M, BOTH)
    assert desk.submitted == []
    work.press(Qt.Key.Key_M, BOTH)
    assert desk.submitted == [WriteMessage(FRONT, OFFER["fi"], 1)]


def test_a_key_held_down_offers_it_once(screens: Screens):
    action = screens.main_window(a_desk()).findChild(QAction, "offerTranscript")
    assert action is not None
    assert not action.autoRepeat()
