"""Booking a time to be called: windows of the calling time, over days of calls (R114)."""

from datetime import date, datetime, time

import pytest

from server_stub.helpline.booking import Booking, Window, free_windows, windows
from server_stub.helpline.calling_time import USUAL, Calling, CallingHours, millis_of, moment
from server_stub.helpline.hours import HELSINKI
from server_stub.settings.days_off import days_off

CALLING = Calling(USUAL, days_off([2026, 2027]))
HOURLY = Booking(minutes=60, each=2, days=2, notice_minutes=60)


def at(text: str) -> int:
    """`2026-11-23 09:00` on a wall in Helsinki."""
    return millis_of(datetime.fromisoformat(text).replace(tzinfo=HELSINKI))


def said(found: tuple[Window, ...]) -> list[str]:
    """`23.11. 10:00–11:00` for each."""
    return [f"{moment(each.begins_at):%d.%m. %H:%M}–{moment(each.ends_at):%H:%M}" for each in found]


def test_a_day_of_calls_is_offered_hour_by_hour_from_when_the_notice_allows():
    """R114: at 9.05 the window of 10 is too near, the one of 11 is not."""
    found = said(windows(at("2026-11-23 09:05"), HOURLY, CALLING))
    assert found[:2] == ["23.11. 11:00–12:00", "23.11. 12:00–13:00"]
    assert found[4:6] == ["23.11. 15:00–16:00", "24.11. 08:00–09:00"]
    assert len(found) == 5 + 8


def test_exactly_the_notice_before_it_begins_it_may_still_be_booked():
    assert said(windows(at("2026-11-23 09:00"), HOURLY, CALLING))[0] == "23.11. 10:00–11:00"


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ("2026-11-20 16:30", ["23.11.", "24.11."]),  # a Friday after the calling time
        ("2026-11-21 12:00", ["23.11.", "24.11."]),  # a Saturday
        ("2026-12-23 20:00", ["28.12.", "29.12."]),  # Christmas Eve and Christmas Day are off
        ("2026-12-24 20:00", ["28.12.", "29.12."]),
    ],
)
def test_only_days_of_calls_count(asked: str, days: list[str]):
    """R112, R114: no Saturday, no holiday, no Christmas Eve."""
    found = {each[:6] for each in said(windows(at(asked), HOURLY, CALLING))}
    assert found <= set(days)
    assert days[-1] in found


def test_a_rest_that_is_shorter_than_a_window_is_not_offered():
    short = CallingHours(date.min, (0, 1, 2, 3, 4), time(9), time(11), time(13, 30))
    found = said(windows(at("2026-11-22 12:00"), Booking(120, 1, 1, 0), Calling((short,), frozenset())))
    assert found == ["23.11. 09:00–11:00", "23.11. 11:00–13:00"]


def test_the_clock_that_is_moved_moves_no_window():
    """The night of 25.10.2026 has an hour more; eight is eight."""
    found = said(windows(at("2026-10-24 12:00"), HOURLY, CALLING))
    assert found[0] == "26.10. 08:00–09:00"
    assert windows(at("2026-10-24 12:00"), HOURLY, CALLING)[0].begins_at == at("2026-10-26 08:00")


def test_a_window_that_as_many_have_booked_as_it_takes_is_not_free():
    now, ten, eleven = at("2026-11-23 08:00"), at("2026-11-23 10:00"), at("2026-11-23 11:00")
    taken = {Window(ten, eleven): 2, Window(eleven, at("2026-11-23 12:00")): 1}
    free = {each.begins_at for each in free_windows(now, HOURLY, CALLING, taken)}
    assert ten not in free
    assert eleven in free


def test_what_was_booked_while_windows_were_shorter_counts_where_it_overlaps():
    """R006: nobody promises two people the same half hour because the county made its windows longer."""
    now = at("2026-11-22 12:00")
    half = Booking(30, 1, 1, 0)
    booked = windows(now, half, CALLING)[1]
    free = free_windows(now, Booking(60, 1, 1, 0), CALLING, {booked: 1})
    assert booked.begins_at == at("2026-11-23 08:30")
    assert free[0].begins_at == at("2026-11-23 09:00")
