"""Whatever opens over the work gives the keys back to where they were."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.example_data import a_morning
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ((Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier), "keysPanel"),
        (
            (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
            "shiftEndPanel",
        ),
    ],
)
def test_a_panel_that_closes_gives_the_keys_back(
    screens: Screens, key: tuple[Qt.Key, Qt.KeyboardModifier], name: str
):
    work = WorkRobot(screens, screens.main_window(StillDesk(a_morning())))
    work.window.focus_work()
    composer = work.conversation.view.composer.focusProxy()
    work.press(*key)
    panel = found(work.window, QWidget, name)
    assert panel.hasFocus()
    work.press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert QApplication.focusWidget() is composer


def test_nothing_is_asked_of_a_composer_that_left_with_its_conversation(screens: Screens):
    desk = StillDesk(a_morning())
    work = WorkRobot(screens, screens.main_window(desk))
    work.window.focus_work()
    work.press(Qt.Key.Key_F1)
    confirmed = desk.seen.confirmed
    desk.show(replace(desk.seen, confirmed=replace(confirmed, heads={}, windows={})))
    for departed in desk.departed:
        desk.let_go(departed.conversation_id)
    screens.settle()
    work.press(Qt.Key.Key_Escape)
    assert not found(work.window, QWidget, "keysPanel").isVisible()


def test_signing_out_over_unfinished_work_is_answered_no_by_default(screens: Screens):
    desk = StillDesk(a_morning())
    work = WorkRobot(screens, screens.main_window(desk))
    work.window.focus_work()
    composer = work.conversation.view.composer.focusProxy()
    work.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert work.button("signOutStripSecond").hasFocus()
    assert work.button("signOutStripSecond").text() == "Peruuta"
    work.press(Qt.Key.Key_Escape)
    assert work.banner("signOutStrip") == ""
    assert QApplication.focusWidget() is composer
    confirmed = desk.seen.confirmed
    desk.show(replace(desk.seen, confirmed=replace(confirmed, heads={}, windows={})))
    for departed in desk.departed:
        desk.let_go(departed.conversation_id)
    work.window.ask_to_sign_out()
    assert work.button("signOutStripAction").hasFocus()


def test_in_a_narrow_window_the_keys_begin_on_taking_not_on_the_rail(screens: Screens):
    """Queues are folded there: Enter took her to the calls, and F2 meant another thing then."""
    seen = a_morning()
    waiting = {key: head for key, head in seen.confirmed.heads.items() if head.holder is None}
    desk = StillDesk(
        replace(seen, confirmed=replace(seen.confirmed, heads=waiting, windows={}), holding=frozenset())
    )
    window = screens.main_window(desk, size=(800, 750))
    window.focus_work()
    focused = window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "takeMostUrgent"
