"""A number key right after F8, before her file has the call: none is lost, none tells of another call."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.callback import AttemptOutcome
from app.domain.callback_commands import RecordAttempt
from tests.support.callback_builders import FIRST, SECOND, mine
from tests.support.desk_builders import NINE_O_CLOCK, what_is_seen
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk
from tests.ui.test_callbacks import CallsRobot


@pytest.fixture
def robot(screens: Screens) -> CallsRobot:
    """Two requests of hers, the first opened, and a file that takes its time."""
    robot = CallsRobot(screens, StillDesk(what_is_seen(callbacks=(mine(), mine(SECOND)))))
    robot.open()
    robot.desk.slow_down()
    return robot


def at_once(*keys: Qt.Key) -> None:
    """Press keys one after the other, and nothing of the loop runs between them."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def chosen(robot: CallsRobot) -> list[str]:
    return [each for each in AttemptOutcome if robot.button(f"outcome_{each}").isChecked()]


def has_it(robot: CallsRobot) -> None:
    """Her file has the call now, and the desk says so."""
    robot.desk.catch_up()
    robot.screens.settle()


def test_the_key_is_kept_until_the_call_is_in_her_file(robot: CallsRobot) -> None:
    """R110, R111."""
    at_once(Qt.Key.Key_F8, Qt.Key.Key_2)
    assert not robot.button("outcome_no_answer").isEnabled()
    assert chosen(robot) == []
    has_it(robot)
    assert chosen(robot) == ["no_answer"]
    robot.key(Qt.Key.Key_Return)
    assert robot.desk.submitted == [RecordAttempt(FIRST, 2, AttemptOutcome.NO_ANSWER, NINE_O_CLOCK)]


def test_of_two_keys_the_later_one_counts(robot: CallsRobot) -> None:
    at_once(Qt.Key.Key_F8, Qt.Key.Key_2, Qt.Key.Key_3)
    has_it(robot)
    assert chosen(robot) == ["busy"]


def test_a_key_before_dialling_is_of_no_call(robot: CallsRobot) -> None:
    """The line beneath says what to press first; what was pressed before is not saved up for it."""
    robot.button("dial").setFocus()
    at_once(Qt.Key.Key_2, Qt.Key.Key_F8)
    has_it(robot)
    assert robot.button("outcome_no_answer").isEnabled()
    assert chosen(robot) == []


def test_a_key_tells_of_no_other_call(robot: CallsRobot) -> None:
    at_once(Qt.Key.Key_F8, Qt.Key.Key_2)
    robot.list.view.setCurrentIndex(robot.list.view.model().index(2, 0))
    robot.screens.settle()
    assert robot.button("dial").isEnabled()
    has_it(robot)
    at_once(Qt.Key.Key_F8)
    robot.screens.settle()
    assert robot.button("outcome_no_answer").isEnabled()
    assert chosen(robot) == []


def test_whoever_went_elsewhere_is_not_fetched_back(robot: CallsRobot) -> None:
    at_once(Qt.Key.Key_F8, Qt.Key.Key_2)
    robot.list.view.setFocus()
    has_it(robot)
    assert chosen(robot) == []
    assert QApplication.focusWidget() is robot.list.view
