"""working_days: Counting days that are neither weekends nor days off."""

from datetime import date, timedelta

_SATURDAY = 5
_DAY = timedelta(days=1)


def is_working_day(day: date, days_off: frozenset[date]) -> bool:
    """Monday to Friday and not a day off (laki 150/1930, 5 §)."""
    return day.weekday() < _SATURDAY and day not in days_off


def add_working_days(arrived: date, days: int, *, days_off: frozenset[date]) -> date:
    """The day a promise of `days` working days falls on (domain.md B4).

    Arrival is day 0; arrival on a day off counts as the next working day. Raises `ValueError` for fewer
    than 0 days.
    """
    if days < 0:
        raise ValueError("A promise counts forwards.")
    day = arrived
    while not is_working_day(day, days_off):
        day += _DAY
    for _ in range(days):
        day += _DAY
        while not is_working_day(day, days_off):
            day += _DAY
    return day
