"""What the status bar says of the hours: closed and open are words, and no closing time is not a closing."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QWidget

from app.domain.problems import Problem, ProblemCode
from app.domain.queue import Hours
from app.ui.chat.nobody_view import NobodyView
from app.ui.language import Language
from app.ui.safe_text import PlainLabel
from app.ui.words import hours_words, problem_sentence
from tests.support.fakes import NINE_O_CLOCK
from tests.support.screens import Screens

FOUR = NINE_O_CLOCK + timedelta(hours=4, minutes=12)
MONDAY_ENDS = datetime(2026, 11, 23, 22, tzinfo=UTC)
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
        Hours(is_open=True, changes_at=MONDAY_ENDS),
        "Chat avoinna klo 24.00 asti",
        "Chatten öppen till 24.00",
    ),
    (
        Hours(is_open=True, changes_at=MONDAY_ENDS + timedelta(hours=2)),
        "Chat avoinna ti 24.11. klo 2.00 asti",
        "Chatten öppen till ti 24.11 kl. 2.00",
    ),
    (
        Hours(is_open=True, changes_at=SUNDAY_BEGINS),
        "Chat avoinna ympäri vuorokauden",
        "Chatten öppen dygnet runt",
    ),
    (
        Hours(is_open=True, changes_at=None),
        "Chat avoinna ympäri vuorokauden",
        "Chatten öppen dygnet runt",
    ),
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


def test_a_closing_at_midnight_belongs_to_the_day_and_is_counted_down_to(screens: Screens):
    screens.speak(Language.FINNISH)
    now = SUNDAY_BEGINS - timedelta(minutes=5)
    hours = Hours(is_open=True, changes_at=SUNDAY_BEGINS)
    assert hours_words(hours, now=now) == "Chat avoinna klo 24.00 asti · sulkeutuu 5 min kuluttua"


def test_where_nobody_waits_no_closing_time_is_told_of_a_chat_that_is_always_open(screens: Screens):
    around = QWidget()
    screens.windows.append(around)
    view = NobodyView(screens.theme(), parent=around)
    screens.speak(Language.FINNISH)
    for closes_at, sentence in (
        (None, "Chat on avoinna ympäri vuorokauden."),
        (MONDAY_ENDS, "Chat on avoinna klo 24.00 asti."),
        (MONDAY_ENDS + timedelta(hours=2), "Chat avoinna ti 24.11. klo 2.00 asti."),
    ):
        view.show_waiting(0, hours=Hours(True, closes_at), now=NINE_O_CLOCK, is_known=True)
        assert any(label.text().endswith(sentence) for label in view.findChildren(PlainLabel))


def test_a_long_wait_to_try_again_is_told_in_minutes(screens: Screens):
    screens.speak(Language.FINNISH)
    short, long = (Problem(ProblemCode.THROTTLED, retry_after_s=seconds) for seconds in (20, 456))
    assert problem_sentence(short).endswith("Yritä uudelleen 20 sekunnin kuluttua.")
    assert problem_sentence(long).endswith("Yritä uudelleen noin 8 minuutin kuluttua.")
