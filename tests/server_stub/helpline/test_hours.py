"""Opening hours keep to the wall clock of Helsinki (trust.md F10)."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server_stub.helpline.hours import (
    ALWAYS,
    HELSINKI,
    Day,
    HoursFrom,
    OpeningHours,
    Period,
    Week,
    closes_at,
    is_open,
    next_opening,
)

NO_DAYS: Final[frozenset[date]] = frozenset()


def weekdays(*day: Period) -> Week:
    return (day, day, day, day, day, (), ())


def hours(week: Week, **more: object) -> OpeningHours:
    return OpeningHours(versions=(HoursFrom(date.min, week),), exceptions={}, **more)  # type: ignore[arg-type]


def period(opens: float, closes: float) -> Period:
    return Period(round(opens * 60), round(closes * 60))


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI)


NINE_TO_ELEVEN: Final = hours(weekdays(period(9, 11)))
EVERY_NIGHT: Final = hours(((period(2, 5),),) * 7)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-23 08:59:59.999999", False),
        ("2026-11-23 09:00:00", True),
        ("2026-11-23 10:59:59.999999", True),
        ("2026-11-23 11:00:00", False),
        ("2026-11-27 09:00:00", True),
        ("2026-11-28 09:30:00", False),
        ("2026-11-29 09:30:00", False),
        ("2026-07-20 09:00:00", True),
    ],
)
def test_it_opens_and_closes_to_the_second(at: str, expected: bool):
    """R001: weekdays 9–11 are open at 9:00:00 and closed at 11:00:00, in winter and in summer time."""
    assert is_open(NINE_TO_ELEVEN, wall(at), days_off=NO_DAYS) is expected
    assert is_open(NINE_TO_ELEVEN, wall(at).astimezone(UTC), days_off=NO_DAYS) is expected


@pytest.mark.parametrize(("opens", "closes"), [(9, 11), (10, 14), (8, 16)])
def test_the_variants_of_the_model_can_be_entered(opens: int, closes: int):
    """R001, R002, R004."""
    entered = hours(weekdays(period(opens, closes)))
    assert is_open(entered, wall(f"2026-11-24 {opens:02}:00:00"), days_off=NO_DAYS)
    assert not is_open(entered, wall(f"2026-11-24 {closes:02}:00:00"), days_off=NO_DAYS)


def test_three_afternoons_leave_the_other_days_closed():
    """R003."""
    afternoon = (period(12, 15),)
    entered = hours((afternoon, (), afternoon, (), afternoon, (), ()))
    open_days = [
        day for day in range(23, 30) if is_open(entered, wall(f"2026-11-{day} 13:00"), days_off=NO_DAYS)
    ]
    assert open_days == [23, 25, 27]


def test_a_day_may_have_several_periods():
    entered = hours(weekdays(period(8, 11), period(12, 16)))
    assert not is_open(entered, wall("2026-11-23 11:30"), days_off=NO_DAYS)
    assert closes_at(entered, wall("2026-11-23 09:00"), days_off=NO_DAYS) == wall("2026-11-23 11:00")
    assert next_opening(entered, wall("2026-11-23 11:30"), days_off=NO_DAYS) == wall("2026-11-23 12:00")


def test_days_off_are_closed_unless_the_hours_say_otherwise():
    christmas_eve = frozenset({date(2026, 12, 24)})
    at = wall("2026-12-24 09:30")
    assert not is_open(NINE_TO_ELEVEN, at, days_off=christmas_eve)
    assert is_open(
        hours(NINE_TO_ELEVEN.versions[0].week, is_open_on_days_off=True), at, days_off=christmas_eve
    )


def test_an_exception_wins_over_the_week_and_over_a_day_off():
    exceptions: dict[date, Day] = {date(2026, 12, 24): (period(9, 10),), date(2026, 11, 23): ()}
    entered = OpeningHours(NINE_TO_ELEVEN.versions, exceptions)
    days_off = frozenset({date(2026, 12, 24)})
    assert is_open(entered, wall("2026-12-24 09:30"), days_off=days_off)
    assert not is_open(entered, wall("2026-12-24 10:30"), days_off=days_off)
    assert not is_open(entered, wall("2026-11-23 09:30"), days_off=days_off)


def test_a_change_takes_effect_on_its_day_and_the_old_times_stay():
    """R011."""
    later = HoursFrom(date(2027, 1, 11), weekdays(period(10, 14)))
    entered = OpeningHours((*NINE_TO_ELEVEN.versions, later), {})
    assert is_open(entered, wall("2027-01-08 09:30"), days_off=NO_DAYS)
    assert not is_open(entered, wall("2027-01-11 09:30"), days_off=NO_DAYS)
    assert is_open(entered, wall("2027-01-11 13:59"), days_off=NO_DAYS)


def test_before_the_first_version_it_is_closed():
    entered = OpeningHours((HoursFrom(date(2027, 1, 1), weekdays(period(9, 11))),), {})
    assert not is_open(entered, wall("2026-11-23 09:30"), days_off=NO_DAYS)
    assert next_opening(entered, wall("2026-11-23 09:30"), days_off=NO_DAYS) == wall("2027-01-01 09:00")


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2026-11-23 08:00", "2026-11-23 09:00"),
        ("2026-11-23 09:00", "2026-11-24 09:00"),
        ("2026-11-23 11:00", "2026-11-24 09:00"),
        ("2026-11-27 12:00", "2026-11-30 09:00"),
        ("2026-12-23 12:00", "2026-12-28 09:00"),
    ],
)
def test_the_next_opening_is_found_over_weekends_and_days_off(at: str, opens: str):
    christmas = frozenset({date(2026, 12, 24), date(2026, 12, 25)})
    assert next_opening(NINE_TO_ELEVEN, wall(at), days_off=christmas) == wall(opens)


def test_what_never_opens_has_no_next_opening_and_what_never_closes_no_end():
    never = hours(((),) * 7)
    at = wall("2026-11-23 12:00")
    assert next_opening(never, at, days_off=NO_DAYS) is None
    assert closes_at(never, at, days_off=NO_DAYS) is None
    assert is_open(ALWAYS, at, days_off=frozenset({date(2026, 11, 23)}))
    assert closes_at(ALWAYS, at, days_off=NO_DAYS) is None
    assert next_opening(ALWAYS, at, days_off=NO_DAYS) is None


def test_an_opening_goes_on_over_midnight():
    late, early = (period(20, 24),), (period(0, 2),)
    entered = hours((late, early, (), (), (), (), ()))
    assert closes_at(entered, wall("2026-11-23 22:00"), days_off=NO_DAYS) == wall("2026-11-24 02:00")
    assert next_opening(entered, wall("2026-11-23 22:00"), days_off=NO_DAYS) == wall("2026-11-30 20:00")


def length(entered: OpeningHours, day: str) -> timedelta:
    opens = next_opening(entered, wall(f"{day} 00:00"), days_off=NO_DAYS)
    assert opens is not None
    end = closes_at(entered, opens, days_off=NO_DAYS)
    assert end is not None
    return end - opens


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-03-28", 3), ("2026-03-29", 2), ("2026-10-25", 4), ("2027-03-28", 2), ("2027-10-31", 4)],
)
def test_a_night_period_is_an_hour_shorter_in_spring_and_longer_in_autumn(day: str, expected: int):
    """F10: 2–5 by the wall lasts what the wall says."""
    assert length(EVERY_NIGHT, day) == timedelta(hours=expected)


@pytest.mark.parametrize(
    "day", ["2026-03-29", "2026-03-30", "2026-10-25", "2026-10-26", "2027-03-28", "2027-10-31"]
)
def test_the_day_hours_are_what_the_wall_says_on_and_after_the_change(day: str):
    entered = hours(((period(8, 16),),) * 7)
    assert next_opening(entered, wall(f"{day} 00:00"), days_off=NO_DAYS) == wall(f"{day} 08:00")
    assert length(entered, day) == timedelta(hours=8)


def test_a_period_within_the_skipped_hour_does_not_happen():
    entered = hours(((period(3, 3.75),),) * 7)
    assert next_opening(entered, wall("2026-03-28 12:00"), days_off=NO_DAYS) == wall("2026-03-30 03:00")


def test_a_period_that_begins_in_the_skipped_hour_begins_after_it():
    entered = hours(((period(3.5, 5),),) * 7)
    opens = next_opening(entered, wall("2026-03-29 00:00"), days_off=NO_DAYS)
    assert opens == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_the_hour_that_comes_twice_is_open_both_times():
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    second = first + timedelta(hours=1)
    assert first.astimezone(HELSINKI).time() == second.astimezone(HELSINKI).time() == time(3, 30)
    assert is_open(EVERY_NIGHT, first, days_off=NO_DAYS)
    assert is_open(EVERY_NIGHT, second, days_off=NO_DAYS)


@pytest.mark.parametrize(("opens", "closes"), [(600, 600), (700, 600), (-1, 60), (60, 1_441)])
def test_a_period_that_is_none_is_refused(opens: int, closes: int):
    with pytest.raises(ValueError, match="opens before it closes"):
        Period(opens, closes)


DAYS: Final = st.lists(st.integers(0, 1_440), min_size=0, max_size=6, unique=True).map(
    lambda cuts: tuple(Period(*pair) for pair in zip(sorted(cuts)[::2], sorted(cuts)[1::2], strict=False))
)
WEEKS: Final = st.tuples(DAYS, DAYS, DAYS, DAYS, DAYS, DAYS, DAYS)
MOMENTS: Final = st.integers(0, 2 * 366 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@given(WEEKS, MOMENTS)
def test_open_and_its_ends_agree(week: Week, at: datetime):
    entered = hours(week)
    end = closes_at(entered, at, days_off=NO_DAYS)
    opens = next_opening(entered, at, days_off=NO_DAYS)
    if is_open(entered, at, days_off=NO_DAYS):
        assert end is None or (end > at and not is_open(entered, end, days_off=NO_DAYS))
    else:
        assert end is None
    if opens is not None:
        assert opens > at
        assert is_open(entered, opens, days_off=NO_DAYS)
        assert not is_open(entered, opens - timedelta(microseconds=1), days_off=NO_DAYS)


@given(WEEKS, MOMENTS)
def test_open_is_what_the_wall_clock_says_on_days_without_a_change(week: Week, at: datetime):
    local = at.astimezone(HELSINKI)
    before = datetime.combine(local.date(), time(), tzinfo=HELSINKI)
    after = datetime.combine(local.date() + timedelta(days=1), time(), tzinfo=HELSINKI)
    if before.utcoffset() != after.utcoffset():
        return
    minutes = local.hour * 60 + local.minute
    expected = any(period.opens <= minutes < period.closes for period in week[local.weekday()])
    assert is_open(hours(week), at, days_off=NO_DAYS) is expected
