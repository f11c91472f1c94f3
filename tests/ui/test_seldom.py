"""What is seldom seen of a conversation is made when it is needed, and is then where it always was."""

from dataclasses import replace
from itertools import permutations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QWidget

from app.domain.desk_state import DeskState
from app.domain.pending import Pending, Stage
from app.domain.problems import Problem, ProblemCode
from app.domain.project import project
from app.ui.parts.banner import Banner
from tests.support.desk_builders import some_codes
from tests.support.example_data import FRONT, a_morning, a_pending_message
from tests.support.offer_builders import an_offer_of_hers
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


class Made:
    """A conversation in which what is seldom seen is made, one part after the other, and put away again."""

    def __init__(self, screens: Screens) -> None:
        self.desk = StillDesk(a_morning())
        self.seen = self.desk.seen
        self.work = WorkRobot(screens, screens.main_window(self.desk))
        self._screens = screens

    @property
    def view(self) -> QWidget:
        return self.work.conversation.view

    def make(self, name: str) -> None:
        match name:
            case "helpPane":
                self._asked(
                    Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
                )
            case "transferSheet":
                self._asked(Qt.Key.Key_F6)
            case "confirmClosing":
                self._asked(Qt.Key.Key_F9)
            case "wrapUp":
                self._show(replace(self._confirmed, wrap_ups={"sosiaalineuvonta": some_codes()}))
                self._asked(Qt.Key.Key_F9)
            case "sentOffer":
                offer = an_offer_of_hers()
                self._show(replace(self._confirmed, offers={offer.conversation_id: offer}))
            case "askBeforeSending":
                message = a_pending_message("Hei.", Stage.ASKING)
                self._show(self._confirmed, message)
            case "returnedText":
                self.desk.drafts.give_back(FRONT, "Hei.", Problem(ProblemCode.RESPONSIBILITY_MOVED))
                self._screens.settle()
        assert self.view.findChild(QWidget, name) is not None
        self._show(self._confirmed)

    def stops_of(self, name: str) -> list[int]:
        """At which places of the Tab key's way the part is."""
        part = found(self.view, QWidget, name)
        return [
            place for place, each in enumerate(_by_tab(self.view)) if each is part or part.isAncestorOf(each)
        ]

    @property
    def _confirmed(self) -> DeskState:
        return self.seen.confirmed

    def _show(self, confirmed: DeskState, *pending: Pending) -> None:
        self.desk.show(project(confirmed, pending, is_live=True))
        self._screens.settle()

    def _asked(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.work.press(key, modifier)
        self.work.press(Qt.Key.Key_Escape)


TOP_DOWN = (
    *("helpPane", "sentOffer", "confirmClosing", "transferSheet", "wrapUp"),
    *("transcript", "askBeforeSending", "returnedText", "composer"),
)
"""As they stand one below the other; of the two sheets only one is ever open."""
LATE = tuple(name for name in TOP_DOWN if name not in ("transcript", "composer"))


@pytest.mark.parametrize(("first", "second"), list(permutations(LATE, 2)))
def test_the_tab_key_goes_down_whichever_was_made_first(screens: Screens, first: str, second: str) -> None:
    made = Made(screens)
    before = _by_tab(made.view)
    for name in (first, second):
        made.make(name)
    order = [name for name in TOP_DOWN if name in (first, second, "transcript", "composer")]
    ways = [made.stops_of(name) for name in order]
    if {first, second} != {"transferSheet", "wrapUp"}:
        assert ways == sorted(ways), dict(zip(order, ways, strict=True))
    for name, way in zip(order, ways, strict=True):
        assert way, name
        assert way == list(range(way[0], way[-1] + 1)), f"{name} is left and come back to"
    parts = [found(made.view, QWidget, name) for name in (first, second)]
    assert [
        each for each in _by_tab(made.view) if not any(part.isAncestorOf(each) for part in parts)
    ] == before


@pytest.mark.parametrize("is_upwards", [False, True])
def test_with_all_of_them_made_the_tab_key_goes_down(screens: Screens, is_upwards: bool) -> None:
    made = Made(screens)
    for name in reversed(LATE) if is_upwards else LATE:
        made.make(name)
    order = [name for name in TOP_DOWN if name != "transferSheet"]
    ways = [made.stops_of(name) for name in order]
    assert ways == sorted(ways), dict(zip(order, ways, strict=True))
