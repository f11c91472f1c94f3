"""What is seldom seen of a conversation is made when it is needed, and is then where it always was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QWidget

from app.ui.parts.banner import Banner
from tests.support.example_data import a_morning
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

SELDOM = (
    "transferSheet",
    "wrapUp",
    "helpPane",
    "confirmClosing",
    "sentOffer",
    "askBeforeSending",
    "returnedText",
)


@pytest.fixture
def work(screens: Screens) -> WorkRobot:
    return WorkRobot(screens, screens.main_window(StillDesk(a_morning())))


def _there(view: QWidget) -> set[str]:
    return {name for name in SELDOM if view.findChild(QWidget, name) is not None}


def _by_tab(view: QWidget) -> list[QWidget]:
    """What the Tab key goes through in this conversation, in its order."""
    order: list[QWidget] = []
    each = view.nextInFocusChain()
    while each is not None and each is not view:
        if view.isAncestorOf(each) and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order.append(each)
        each = each.nextInFocusChain()
    return order


def test_a_conversation_begins_without_what_is_seldom_seen(work: WorkRobot) -> None:
    assert _there(work.conversation.view) == set()


def test_what_is_opened_is_made_and_nothing_else(work: WorkRobot) -> None:
    work.press(Qt.Key.Key_F6)
    assert _there(work.conversation.view) == {"transferSheet"}


def test_what_is_closed_is_the_same_when_it_is_opened_again(work: WorkRobot) -> None:
    view = work.conversation.view
    work.press(Qt.Key.Key_F6)
    sheet = found(view, QWidget, "transferSheet")
    work.press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    work.press(Qt.Key.Key_F6)
    assert view.findChildren(QWidget, "transferSheet") == [sheet]
    assert sheet.isVisible()


def test_the_tab_key_comes_through_the_sheet_before_the_transcript(work: WorkRobot) -> None:
    view = work.conversation.view
    before = _by_tab(view)
    work.press(Qt.Key.Key_F6)
    sheet = found(view, QWidget, "transferSheet")
    transcript = found(view, QListView, "transcript")
    order = _by_tab(view)
    inside = [order.index(each) for each in order if sheet.isAncestorOf(each)]
    assert len(inside) > 3
    assert inside == list(range(inside[0], order.index(transcript)))
    assert [each for each in order if not sheet.isAncestorOf(each)] == before
    names = [each.objectName() for each in order if sheet.isAncestorOf(each)]
    assert names.index("transferSearch") < names.index("transferTargets") < names.index("internalMessage")
    assert names.index("internalMessage") < names.index("transferCancel") < names.index("transferMove")


def test_a_banner_that_says_nothing_is_not_made_for_it(work: WorkRobot) -> None:
    work.window.show_now()
    assert work.conversation.view.findChildren(Banner) == []
