"""Non-urgent messages on the screen: by promise, taken and answered in the work view, and never loud."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QListView

from app.desk.announcing import calls_for_her
from app.domain.commands import ClaimWaiting
from app.domain.rules import load
from tests.support.desk_builders import what_is_seen
from tests.support.desk_consultations import at
from tests.support.desk_messages import ANSWERED, LATE, TODAY, a_left_message, messages, mine
from tests.support.screen_robots import ListRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

MONDAY = at("2026-11-23 14:20")


class MondayDesk(StillDesk):
    """A desk on a Monday afternoon."""

    def now(self) -> datetime:
        return MONDAY


def says(window: object, name: str) -> str:
    return found(window, QLabel, name).text()  # type: ignore[arg-type]


def test_the_list_is_by_promise_and_the_rail_counts_what_is_owed(screens: Screens) -> None:
    """R106, R107; R105: whoever left one had identified, and it is said in this list as in every other."""
    window = screens.main_window(MondayDesk(what_is_seen(*messages())))
    window.do("goToMessages")
    spoken = ListRobot(screens, found(window, QListView, "messageList")).spoken
    assert [", ".join(words.split(", ")[:2]) for words in spoken] == [
        *("Myöhässä 1", "TUNNISTAUTUNUT, Asiakas 4655", "Tänään 1", "TUNNISTAUTUNUT, Asiakas 4702"),
        *("Myöhemmin 1", "TUNNISTAUTUNUT, Asiakas 4740", "Vastattu 1", "TUNNISTAUTUNUT, Asiakas 4711"),
    ]
    assert found(window, QAbstractButton, "railMessages").accessibleName() == "Viestit 3"


def test_one_is_taken_by_keyboard_and_opened_when_it_is_hers(screens: Screens) -> None:
    desk = MondayDesk(what_is_seen(*messages()))
    window = screens.main_window(desk)
    window.do("goToMessages")
    QTest.keyClick(screens.app.focusWidget() or window, Qt.Key.Key_Return)
    QTest.keyClick(screens.app.focusWidget() or window, Qt.Key.Key_Return)
    assert desk.submitted == [ClaimWaiting(LATE)]


def test_the_opened_one_says_its_promise(screens: Screens) -> None:
    window = screens.main_window(MondayDesk(what_is_seen(messages()[1])))
    window.do("goToMessages")
    assert says(window, "messagePromise") == "Palvelulupaus: vastaa viimeistään tänään klo 16.00"


def test_markup_of_a_customer_is_shown_as_it_was_written(screens: Screens) -> None:
    head = a_left_message(TODAY, "2026-11-18 15:20", "2026-11-23 16:00", last_line="<b>&hei</b>")
    window = screens.main_window(MondayDesk(what_is_seen(head)))
    window.do("goToMessages")
    assert says(window, "messageLine") == "<b>&hei</b>"


@pytest.mark.parametrize("head", messages())
def test_a_message_never_rings_and_takes_no_room(head: object) -> None:
    seen = what_is_seen(head)  # type: ignore[arg-type]
    assert calls_for_her(seen, now=MONDAY) == frozenset()
    assert load(seen) == 0


def test_a_message_of_hers_stands_among_her_conversations(screens: Screens) -> None:
    head = mine(a_left_message(ANSWERED, "2026-11-18 10:00", None, alias="4711"))
    window = screens.main_window(MondayDesk(what_is_seen(head)))
    window.do("goToMessages")
    QTest.keyClick(screens.app.focusWidget() or window, Qt.Key.Key_Return)
    QTest.keyClick(screens.app.focusWidget() or window, Qt.Key.Key_Return)
    assert not found(window, QListView, "messageList").isVisible()
