"""The strip of today's calling time: what is due when, what was called, where now is."""

from dataclasses import replace
from datetime import time, timedelta

from app.desk.callback_views import callback_rows
from app.desk.calling_day import CallingDay, calling_day
from app.domain.callback import Attempt, AttemptOutcome, Callback
from app.domain.calling_time import USUAL, Calling, CallingHours
from app.domain.ids import CallbackId
from app.domain.project import Seen
from app.ui.words import clock
from tests.support.callback_builders import FIRST, FRIDAY, SECOND, TWO_MISSES, a_callback
from tests.support.desk_builders import MAIJA, NINE_O_CLOCK, what_is_seen

ELEVEN = NINE_O_CLOCK
"""Nine in UTC is eleven in Helsinki."""
THIRD = CallbackId("3" * 32)


def day_of(*callbacks: Callback, now=ELEVEN) -> CallingDay | None:
    return day_in(what_is_seen(callbacks=callbacks), now)


def day_in(seen: Seen, now) -> CallingDay | None:
    return calling_day(seen, callback_rows(seen, now=now), now=now)


def test_requests_of_one_half_hour_are_one_mark_and_old_ones_stand_at_the_opening():
    """R113: what has waited over the weekend is on the strip of today."""
    later = ELEVEN + timedelta(hours=2, minutes=40)
    day = day_of(
        a_callback(FIRST, due_at=FRIDAY),
        a_callback(SECOND, due_at=later),
        a_callback(THIRD, due_at=later + timedelta(minutes=10)),
        a_callback(CallbackId("4" * 32), due_at=ELEVEN + timedelta(days=1)),
    )
    assert day is not None
    assert [(clock(mark.at), mark.count, mark.is_due) for mark in day.due] == [
        ("8.00", 1, True),
        ("13.30", 2, False),
    ]


def test_calls_of_today_are_on_it_and_those_of_other_days_are_not():
    """R111: two hours ago nobody answered, an hour ago the customer was reached; Friday's call is past."""
    reached = Attempt(1, ELEVEN - timedelta(hours=1), MAIJA, AttemptOutcome.REACHED)
    day = day_of(a_callback(FIRST, attempts=TWO_MISSES), a_callback(SECOND, attempts=(reached,)))
    assert day is not None
    assert [(clock(mark.at), mark.is_reached) for mark in day.called] == [("9.00", False), ("10.00", True)]


def test_now_is_on_it_from_the_opening_to_the_closing_alone():
    """R112: eleven is three eighths of the way from eight to four."""
    day = day_of()
    assert day is not None
    assert day.now is not None
    assert day.part(day.now) == 3 / 8
    evening = day_of(now=ELEVEN + timedelta(hours=5, minutes=1))
    assert evening is not None
    assert evening.now is None
    morning = day_of(now=ELEVEN - timedelta(hours=4))
    assert morning is not None
    assert morning.now is None


def test_there_is_no_strip_on_a_saturday_or_a_holiday():
    """R112: nobody is called then."""
    assert day_of(now=ELEVEN + timedelta(days=5)) is None
    seen = what_is_seen()
    closed = replace(
        seen, confirmed=replace(seen.confirmed, calling=Calling(days_off=frozenset({ELEVEN.date()})))
    )
    assert day_in(closed, ELEVEN) is None


def test_it_runs_from_where_to_where_the_service_model_says_on_that_day():
    """R006: half past nine to three, on Mondays alone, from this week on."""
    later = CallingHours(ELEVEN.date(), (0,), time(9, 30), time(12), time(15))
    seen = what_is_seen(callbacks=(a_callback(FIRST, due_at=FRIDAY),), calling=Calling((USUAL, later)))
    day = day_in(seen, ELEVEN)
    assert day is not None
    assert (clock(day.opens_at), clock(day.closes_at), clock(day.due[0].at)) == ("9.30", "15.00", "9.30")
    assert day_in(seen, ELEVEN + timedelta(days=1)) is None
    before = day_in(seen, ELEVEN - timedelta(days=3))
    assert before is not None
    assert (clock(before.opens_at), clock(before.closes_at)) == ("8.00", "16.00")
