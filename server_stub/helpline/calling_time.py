"""calling_time: When customers are called: days and hours of the service model, in halves (R006, R112).

    forenoon opens ≤ t < turns        afternoon turns ≤ t ≤ closes

The stroke at which it closes still belongs to the calling time, a millisecond later does not. Moments are
aware; what counts is the clock on a wall in Helsinki, so a change of daylight-saving time moves nothing.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from server_stub.helpline.hours import HELSINKI
from server_stub.helpline.values import Millis

CLOSES_AFTER_DAYS: Final = 30
"""How long a request stands open at most, where the service model says nothing of it."""
LONGEST_OPEN_DAYS: Final = 60
DAY_MS: Final = 24 * 60 * 60 * 1000
_DAY: Final = timedelta(days=1)
_FURTHEST_DAYS: Final = 366


class Wish(StrEnum):
    """When the customer would like to be called."""

    ANY = "any"
    FORENOON = "forenoon"
    AFTERNOON = "afternoon"


@dataclass(frozen=True, slots=True)
class HalfDay:
    """Which half of which day."""

    day: date
    wish: Wish


@dataclass(frozen=True, slots=True)
class CallingHours:
    """The calling time in force from a day on: on which weekdays (0 is Monday), from when, where the
    afternoon begins, until when.
    """

    starts_on: date
    weekdays: tuple[int, ...]
    opens: time
    turns: time
    closes: time


CallingTimes = tuple[CallingHours, ...]
"""Every version, the oldest first; the first is in force since ever."""

USUAL: Final[CallingTimes] = (CallingHours(date.min, (0, 1, 2, 3, 4), time(8), time(12), time(16)),)
"""What holds where the service model says nothing of it (R006)."""


@dataclass(frozen=True, slots=True)
class Calling:
    """The calling times of the service model over the calendar. On a day off nobody is called."""

    times: CallingTimes
    days_off: frozenset[date]

    def hours_of(self, day: date) -> CallingHours:
        """The version in force on that day, whether or not calls are made on it."""
        in_force = self.times[0]
        for version in self.times[1:]:
            if version.starts_on <= day:
                in_force = version
        return in_force

    def has_calls(self, day: date) -> bool:
        """Whether calls are made on that day."""
        return day not in self.days_off and day.weekday() in self.hours_of(day).weekdays


def moment(millis: Millis) -> datetime:
    """Milliseconds since 1970 as a moment on a wall in Helsinki."""
    return datetime.fromtimestamp(millis / 1000, UTC).astimezone(HELSINKI)


def millis_of(at: datetime) -> Millis:
    """The moment as milliseconds since 1970."""
    return round(at.timestamp() * 1000)


def is_calling_time(at: Millis, calling: Calling) -> bool:
    """Whether customers may be called at that moment."""
    local = moment(at)
    hours = calling.hours_of(local.date())
    return calling.has_calls(local.date()) and hours.opens <= local.time() <= hours.closes


def half_day(at: Millis, calling: Calling) -> HalfDay:
    """The half of the day a moment lies in."""
    local = moment(at)
    turns = calling.hours_of(local.date()).turns
    return HalfDay(local.date(), Wish.FORENOON if local.time() < turns else Wish.AFTERNOON)


def fits(at: Millis, wish: Wish, calling: Calling) -> bool:
    """Whether the moment lies in the half that was wished for."""
    return wish in (Wish.ANY, half_day(at, calling).wish)


def calling_ends(at: Millis, calling: Calling) -> Millis:
    """The end of the calling time on the day of `at`."""
    day = moment(at).date()
    return millis_of(datetime.combine(day, calling.hours_of(day).closes, HELSINKI))


def next_calling_time(at: Millis, wish: Wish, calling: Calling) -> Millis:
    """The first moment from `at` on at which a call may begin, within the wish.

    Raises `ValueError` when no day of the coming year is one on which calls are made.
    """
    from_ = moment(at)
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
            begins = max(from_, datetime.combine(day, opens, HELSINKI))
            if wish in (Wish.ANY, half) and begins < datetime.combine(day, closes, HELSINKI):
                return millis_of(begins)
    raise ValueError("No day of calls within a year.")


def next_half_day(at: Millis, calling: Calling) -> Millis:
    """When the half of a day after the one of `at` begins, whatever day it is."""
    local = moment(at)
    hours = calling.hours_of(local.date())
    if local.time() < hours.opens:
        return millis_of(datetime.combine(local.date(), hours.opens, HELSINKI))
    if local.time() < hours.turns:
        return millis_of(datetime.combine(local.date(), hours.turns, HELSINKI))
    tomorrow = local.date() + _DAY
    return millis_of(datetime.combine(tomorrow, calling.hours_of(tomorrow).opens, HELSINKI))


def day_begins(at: Millis) -> Millis:
    """Midnight in Helsinki before `at`."""
    return millis_of(datetime.combine(moment(at).date(), time(0), HELSINKI))


def month_begins(at: Millis) -> Millis:
    """Midnight in Helsinki on the first day of the month of `at`."""
    return millis_of(datetime.combine(moment(at).date().replace(day=1), time(0), HELSINKI))
