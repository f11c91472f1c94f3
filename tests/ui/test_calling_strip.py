"""The strip of the calling time above the callback requests."""

from dataclasses import replace
from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView

from app.domain.calling_time import Calling, CallingHours, Wish
from app.ui.main_window import MainWindow
from tests.support.callback_builders import FIRST, SECOND, a_callback, some_callbacks
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
    confirmed = replace(seen.confirmed, calling=Calling(days_off=frozenset({NINE_O_CLOCK.date()})))
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


def test_all_that_speaks_of_the_calling_time_says_what_the_service_model_says(screens: Screens):
    """R006: a county that calls Monday to Thursday 9–15, the forenoon until half past eleven."""
    hours = CallingHours(None, (0, 1, 2, 3), time(9), time(11, 30), time(15))
    wished = a_callback(FIRST, wish=Wish.FORENOON)
    seen = what_is_seen(callbacks=(wished,), calling=Calling((hours,)))
    window = opened(screens, StillDesk(seen))
    assert strip(window).accessibleName().startswith("Soittoaika tänään 9.00–15.00.")
    assert found(window, QLabel, "callingTime").text().endswith("ma–to klo 9–15")
    rows = found(window, QListView, "callbackList")
    spoken = [
        rows.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(rows.model().rowCount())
    ]
    assert any("toive klo 9–11.30" in words for words in spoken), spoken


def test_why_nobody_may_dial_names_the_calling_time_of_the_county(screens: Screens):
    """R006, R112: the rule that is not met, and when it opens."""
    friday = CallingHours(None, (4,), time(9), time(11, 30), time(15))
    seen = what_is_seen(callbacks=(a_callback(FIRST),), calling=Calling((friday,)))
    window = opened(screens, StillDesk(seen))
    screens.settle()
    assert "avautuu pe 27.11. klo 9.00" in found(window, QLabel, "callingTime").text()
    texts = " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
    assert "Soitetaan pe klo 9–15." in texts
