"""How a promise stands, on the workstation: amber at half, red at nine tenths of the working time (R124)."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.consultation import (
    Lateness,
    Promise,
    lateness,
    promise_days,
    question_draft,
    question_of,
    used_share,
    working_time,
    working_time_left,
)
from server_stub.settings.days_off import days_off
from tests.support.desk_consultations import a_consultation, at

DAYS_OFF = days_off([2026, 2027])
WHOLE_MIN = 6 * 60 + 20 + 3 * 8 * 60
"""From Wednesday 9.40 to Monday 16.00: the rest of Wednesday and three whole days."""


def test_working_time_is_eight_to_four_on_working_days() -> None:
    since, until = at("2026-11-18 09:40"), at("2026-11-23 16:00")
    assert working_time(since, until, DAYS_OFF) == timedelta(minutes=WHOLE_MIN)
    assert working_time(at("2026-11-20 16:00"), at("2026-11-23 08:00"), DAYS_OFF) == timedelta()
    assert working_time(at("2026-12-23 12:00"), at("2026-12-28 09:00"), DAYS_OFF) == timedelta(hours=5)


def moment(minutes: float) -> datetime:
    """When so many minutes of the promise's working time have gone."""
    first = timedelta(hours=6, minutes=20)
    if (gone := timedelta(minutes=minutes)) <= first:
        return at("2026-11-18 09:40") + gone
    for day in ("19", "20", "23"):
        gone, first = gone - first, timedelta(hours=8)
        if gone <= first:
            return at(f"2026-11-{day} 08:00") + gone
    raise AssertionError(minutes)


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (0, Lateness.ON_TIME),
        (WHOLE_MIN * 0.5 - 0.01, Lateness.ON_TIME),
        (WHOLE_MIN * 0.5, Lateness.HALF_USED),
        (WHOLE_MIN * 0.9 - 0.01, Lateness.HALF_USED),
        (WHOLE_MIN * 0.9, Lateness.URGENT),
        (WHOLE_MIN, Lateness.URGENT),
    ],
)
def test_a_promise_is_amber_at_half_and_red_at_nine_tenths(minutes: float, expected: Lateness) -> None:
    """R124: a night and a weekend use none of it."""
    assert lateness(a_consultation(), moment(minutes), DAYS_OFF) is expected


def test_past_four_on_the_last_day_it_is_late_also_before_the_backend_has_said_so() -> None:
    due = at("2026-11-23 16:00")
    assert lateness(a_consultation(), due, DAYS_OFF) is Lateness.URGENT
    assert lateness(a_consultation(), due + timedelta(seconds=1), DAYS_OFF) is Lateness.LATE
    assert lateness(a_consultation(promise=Promise.BROKEN), due, DAYS_OFF) is Lateness.LATE


def test_the_strip_says_which_days_count() -> None:
    """Arrival is day 0, the weekend does not count, the last day is the due one."""
    days = promise_days(a_consultation(), at("2026-11-23 12:00"), DAYS_OFF)
    assert [(day.day.day, day.counts, day.is_due) for day in days] == [
        (18, True, False),
        (19, True, False),
        (20, True, False),
        (21, False, False),
        (22, False, False),
        (23, True, True),
    ]
    assert [day.used for day in days] == [1, 1, 1, 1, 1, 0.5]
    assert working_time_left(a_consultation(), at("2026-11-23 14:20"), DAYS_OFF) == timedelta(minutes=100)


@given(st.integers(0, 10 * 24 * 60), st.integers(0, 10 * 24 * 60))
def test_the_share_never_falls_while_time_passes(first: int, second: int) -> None:
    start = at("2026-11-18 00:00")
    earlier, later = sorted((first, second))
    shares = [
        used_share(a_consultation(), start + timedelta(minutes=each), DAYS_OFF) for each in (earlier, later)
    ]
    assert 0 <= shares[0] <= shares[1] <= 1


@given(st.text(st.characters(exclude_characters="\n")), st.text())
def test_a_question_that_is_not_sent_is_one_text(subject: str, text: str) -> None:
    assert question_of(question_draft(subject, text)) == (subject, text)
