"""Days off are the public holidays, two eves, and what the county adds (domain.md B4; laki 150/1930, 5 §)."""

from datetime import date

import pytest

from server_stub.settings.days_off import days_off


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-01",
        "2026-01-06",
        "2026-04-03",
        "2026-04-06",
        "2026-05-01",
        "2026-05-14",
        "2026-06-19",
        "2026-06-20",
        "2026-10-31",
        "2026-12-06",
        "2026-12-24",
        "2026-12-25",
        "2026-12-26",
        "2027-06-25",
    ],
)
def test_these_are_days_off(day: str):
    assert date.fromisoformat(day) in days_off([2026, 2027])


@pytest.mark.parametrize(
    "day", ["2026-04-02", "2026-04-30", "2026-12-31", "2026-12-23", "2026-06-18", "2026-11-23"]
)
def test_these_are_not(day: str):
    assert date.fromisoformat(day) not in days_off([2026])


def test_midsummer_eve_is_a_friday_between_the_19th_and_the_25th():
    for year in range(2020, 2060):
        eves = [
            day for day in days_off([year]) if day.month == 6 and 19 <= day.day <= 25 and day.weekday() == 4
        ]
        assert len(eves) == 1, year


def test_the_county_adds_its_own_closing_days():
    local = [date(2026, 5, 15), date(2030, 1, 2)]
    assert date(2026, 5, 15) in days_off([2026], local_closing_days=local)
    assert date(2030, 1, 2) not in days_off([2026], local_closing_days=local)


def test_of_no_year_there_are_none():
    assert days_off([]) == frozenset()
