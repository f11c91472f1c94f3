"""Promises are counted in working days (domain.md B4; laki 150/1930)."""

from datetime import date

import pytest

from server_stub.helpline.working_days import add_working_days, is_working_day
from server_stub.settings.days_off import days_off

DAYS_OFF = days_off(range(2026, 2029))


@pytest.mark.parametrize(
    ("arrived", "one", "three", "seven"),
    [
        ("2026-04-01", "2026-04-02", "2026-04-08", "2026-04-14"),
        ("2026-04-30", "2026-05-04", "2026-05-06", "2026-05-12"),
        ("2026-12-22", "2026-12-23", "2026-12-29", "2027-01-05"),
        ("2026-12-30", "2026-12-31", "2027-01-05", "2027-01-12"),
        ("2027-06-23", "2027-06-24", "2027-06-29", "2027-07-05"),
        ("2026-11-22", "2026-11-24", "2026-11-26", "2026-12-02"),
    ],
)
def test_the_table_of_the_domain_book_holds(arrived: str, one: str, three: str, seven: str):
    found = [
        add_working_days(date.fromisoformat(arrived), days, days_off=DAYS_OFF).isoformat()
        for days in (1, 3, 7)
    ]
    assert found == [one, three, seven]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-12-31", True),
        ("2026-12-24", False),
        ("2026-06-19", False),
        ("2026-04-30", True),
        ("2026-04-02", True),
        ("2026-11-21", False),
        ("2026-11-23", True),
    ],
)
def test_eves_are_told_apart(day: str, expected: bool):
    assert is_working_day(date.fromisoformat(day), DAYS_OFF) is expected


def test_zero_days_is_the_day_itself_or_the_next_working_day():
    assert add_working_days(date(2026, 11, 23), 0, days_off=DAYS_OFF) == date(2026, 11, 23)
    assert add_working_days(date(2026, 11, 21), 0, days_off=DAYS_OFF) == date(2026, 11, 23)


def test_a_promise_does_not_count_backwards():
    with pytest.raises(ValueError, match="forwards"):
        add_working_days(date(2026, 11, 23), -1, days_off=DAYS_OFF)
