"""What the status bar says of the hours: closed and open are words, and no closing time is not a closing."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.queue import Hours
from app.ui.language import Language
from app.ui.words import hours_words
from tests.support.fakes import NINE_O_CLOCK
from tests.support.screens import Screens

FOUR = NINE_O_CLOCK + timedelta(hours=4, minutes=12)
SUNDAY_BEGINS = datetime(2026, 12, 5, 22, tzinfo=UTC)
SAYINGS = [
    (
        Hours(is_open=True, changes_at=FOUR),
        "Chat avoinna klo 15.12 asti · sulkeutuu 4 h 12 min kuluttua",
        "Chatten öppen till 15.12 · stänger om 4 h 12 min",
    ),
    (
        Hours(is_open=True, changes_at=NINE_O_CLOCK + timedelta(hours=7)),
        "Chat avoinna klo 18.00 asti",
        "Chatten öppen till 18.00",
    ),
    (
        Hours(is_open=True, changes_at=SUNDAY_BEGINS),
        "Chat avoinna su 6.12. klo 0.00 asti",
        "Chatten öppen till sö 6.12 kl. 0.00",
    ),
    (Hours(is_open=True, changes_at=None), "Chat on avoinna", "Chatten är öppen"),
    (Hours(is_open=False, changes_at=None), "Chat on suljettu", "Chatten är stängd"),
    (
        Hours(is_open=False, changes_at=NINE_O_CLOCK + timedelta(minutes=30)),
        "Chat on suljettu · avautuu klo 11.30",
        "Chatten är stängd · öppnar 11.30",
    ),
    (
        Hours(is_open=False, changes_at=NINE_O_CLOCK + timedelta(hours=23)),
        "Chat on suljettu",
        "Chatten är stängd",
    ),
]


@pytest.mark.parametrize(("hours", "finnish", "swedish"), SAYINGS)
def test_the_hours_are_said_in_words(screens: Screens, hours: Hours, finnish: str, swedish: str):
    screens.speak(Language.FINNISH)
    assert hours_words(hours, now=NINE_O_CLOCK) == finnish
    screens.speak(Language.SWEDISH)
    assert hours_words(hours, now=NINE_O_CLOCK) == swedish


def test_a_closing_soon_after_midnight_has_its_day_and_is_counted_down_to(screens: Screens):
    screens.speak(Language.FINNISH)
    now = SUNDAY_BEGINS - timedelta(minutes=5)
    hours = Hours(is_open=True, changes_at=SUNDAY_BEGINS)
    assert hours_words(hours, now=now) == "Chat avoinna su 6.12. klo 0.00 asti · sulkeutuu 5 min kuluttua"
