"""working_days: Counting days that are neither weekends nor days off."""

from datetime import date


def is_working_day(day: date, days_off: frozenset[date]) -> bool:
    """Monday to Friday and not a day off (laki 150/1930, 5 §)."""
    raise NotImplementedError


def add_working_days(arrived: date, days: int, *, days_off: frozenset[date]) -> date:
    """The day a promise of `days` working days falls on; arrival is day 0, on a day off the next working day."""
    raise NotImplementedError
