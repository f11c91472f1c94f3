"""hours: When a channel is open: weekly times, changes from a date, dated exceptions, days off.

All times of day are of Europe/Helsinki; every moment in and out is an aware datetime, moments out are UTC.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

HELSINKI: Final = ZoneInfo("Europe/Helsinki")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From `opens` up to, not including, `closes`; minutes after midnight, 0–1440 (R001)."""

    opens: int
    closes: int


Day = tuple[Period, ...]
Week = tuple[Day, Day, Day, Day, Day, Day, Day]  # Monday first


@dataclass(frozen=True, slots=True)
class HoursFrom:
    """The weekly times in force from a date on (R011)."""

    starts_on: date
    week: Week


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Every version of the weekly times, oldest first; `exceptions` win over them, and over days off."""

    versions: tuple[HoursFrom, ...]
    exceptions: Mapping[date, Day]
    is_open_on_days_off: bool = False


def is_open(hours: OpeningHours, at: datetime, *, days_off: frozenset[date]) -> bool:
    """Whether it is open at that moment: at 9:00:00 it is, at 11:00:00 it is not any more (R001)."""
    raise NotImplementedError


def closes_at(hours: OpeningHours, at: datetime, *, days_off: frozenset[date]) -> datetime | None:
    """When the opening that `at` falls into ends (UTC); None when closed at `at`, or when it never ends."""
    raise NotImplementedError


def next_opening(hours: OpeningHours, at: datetime, *, days_off: frozenset[date]) -> datetime | None:
    """The first moment after `at` when it opens (UTC); None when it does not open within a year."""
    raise NotImplementedError
