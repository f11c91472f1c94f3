"""When numbers may be dialled: the service model's calling time, in halves of a day (R006, R112).

The same rules as the backend's; the backend decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

_HELSINKI = ZoneInfo("Europe/Helsinki")
_DAY = timedelta(days=1)
_FURTHEST_DAYS = 366


class Wish(StrEnum):
    """When the customer would like to be called: any time, or in which half of the calling time."""

    ANY = "any"
    FORENOON = "forenoon"
    AFTERNOON = "afternoon"


@dataclass(frozen=True, slots=True)
class CallingHours:
    """The calling time in force from a day on: on which weekdays (0 is Monday), from when, where the
    afternoon begins, until when. ``starts_on`` None: since ever.
    """

    starts_on: date | None
    weekdays: tuple[int, ...]
    opens: time
    turns: time
    closes: time


WORKING_WEEK = (0, 1, 2, 3, 4)
USUAL = CallingHours(None, WORKING_WEEK, time(8), time(12), time(16))
"""Until a snapshot has told."""


@dataclass(frozen=True, slots=True)
class Calling:
    """Every version of the calling time, the oldest first, and the days on which nobody is called.

    ``closes_after``: for how long a request may stand open.
    """

    times: tuple[CallingHours, ...] = (USUAL,)
    days_off: frozenset[date] = frozenset()
    closes_after: timedelta = timedelta(days=30)

    def hours_of(self, day: date) -> CallingHours:
        """The version in force on that day, whether or not calls are made on it."""
        in_force = self.times[0]
        for version in self.times[1:]:
            if version.starts_on is None or version.starts_on <= day:
                in_force = version
        return in_force

    def hours_at(self, at: datetime) -> CallingHours:
        """The version in force on the day of a moment."""
        return self.hours_of(at.astimezone(_HELSINKI).date())

    def has_calls(self, day: date) -> bool:
        """Whether calls are made on that day."""
        return day not in self.days_off and day.weekday() in self.hours_of(day).weekdays


def is_calling_time(at: datetime, calling: Calling) -> bool:
    """Whether customers may be called; the stroke at which it closes included."""
    local = at.astimezone(_HELSINKI)
    hours = calling.hours_of(local.date())
    return calling.has_calls(local.date()) and hours.opens <= local.time() <= hours.closes


def half_day(at: datetime, calling: Calling) -> tuple[date, Wish]:
    """Which half of which day a moment lies in."""
    local = at.astimezone(_HELSINKI)
    turns = calling.hours_of(local.date()).turns
    return local.date(), Wish.FORENOON if local.time() < turns else Wish.AFTERNOON


def calling_opens(at: datetime, calling: Calling) -> datetime:
    """Where the calling time of the day of ``at`` begins."""
    day = at.astimezone(_HELSINKI).date()
    return datetime.combine(day, calling.hours_of(day).opens, _HELSINKI)


def calling_ends(at: datetime, calling: Calling) -> datetime:
    """The end of the calling time on the day of ``at``."""
    day = at.astimezone(_HELSINKI).date()
    return datetime.combine(day, calling.hours_of(day).closes, _HELSINKI)


def next_calling_time(at: datetime, wish: Wish, calling: Calling) -> datetime | None:
    """The first moment from ``at`` on at which a call may begin, within the wish; None if not in a year."""
    from_ = at.astimezone(_HELSINKI)
    for after in range(_FURTHEST_DAYS):
        day = from_.date() + after * _DAY
        if not calling.has_calls(day):
            continue
        hours = calling.hours_of(day)
        halves = (
            (Wish.FORENOON, hours.opens, hours.turns),
            (Wish.AFTERNOON, hours.turns, hours.closes),
        )
        for half, opens, closes in halves:
            begins = max(from_, datetime.combine(day, opens, _HELSINKI))
            if wish in (Wish.ANY, half) and begins < datetime.combine(day, closes, _HELSINKI):
                return begins
    return None


def next_half_day(at: datetime, calling: Calling) -> datetime:
    """When the half of a day after the one of ``at`` begins, whatever day it is."""
    local = at.astimezone(_HELSINKI)
    hours = calling.hours_of(local.date())
    if local.time() < hours.opens:
        return datetime.combine(local.date(), hours.opens, _HELSINKI)
    if local.time() < hours.turns:
        return datetime.combine(local.date(), hours.turns, _HELSINKI)
    tomorrow = local.date() + _DAY
    return datetime.combine(tomorrow, calling.hours_of(tomorrow).opens, _HELSINKI)
