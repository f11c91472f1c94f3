"""The strip of the calling time above the callback requests."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.ui.main_window import MainWindow
from tests.support.callback_builders import FIRST, SECOND, some_callbacks
from tests.support.desk_builders import NINE_O_CLOCK, what_is_seen
from tests.support.screen_robots import found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk


def opened(screens: Screens, desk: StillDesk, *, size: tuple[int, int] = (1440, 900)) -> MainWindow:
    window = screens.main_window(desk, size=size)
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    screens.settle()
    return window


def strip(window: MainWindow) -> QLabel:
    return found(window, QLabel, "callingStrip")


def test_the_strip_is_heard_in_words(screens: Screens):
    """R113: what is due when, what was called with what result, and now."""
    window = opened(screens, StillDesk(what_is_seen(callbacks=some_callbacks())))
    assert strip(window).isVisible()
    assert strip(window).accessibleName() == (
        "Soittoaika tänään 8.00–16.00. nyt 11.00. Soitettavat 10.30: 3, 13.30: 1."
        " Soitetut 9.00 ei tavoitettu, 9.35 ei tavoitettu, 10.10 tavoitettu"
    )


def test_on_a_day_off_there_is_no_strip(screens: Screens):
    """R112: nobody is called then, and the sentence says when the next calling time opens."""
    seen = what_is_seen(callbacks=some_callbacks())
    confirmed = replace(seen.confirmed, days_off=frozenset({NINE_O_CLOCK.date()}))
    window = opened(screens, StillDesk(replace(seen, confirmed=confirmed)))
    assert not strip(window).isVisible()
    assert "avautuu ti 24.11. klo 8.00" in found(window, QLabel, "callingTime").text()


def test_a_low_view_is_left_to_the_list(screens: Screens):
    """R113: the sentence of the calling time stays; the requests keep their room."""
    desk = StillDesk(what_is_seen(callbacks=some_callbacks()))
    window = opened(screens, desk, size=(960, 540))
    assert not strip(window).isVisible()
    assert found(window, QLabel, "callingTime").isVisible()
    assert {FIRST, SECOND} <= set(desk.seen.confirmed.callbacks)
