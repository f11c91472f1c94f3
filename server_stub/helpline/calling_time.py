"""calling_time: When customers are called: working days 8–16 in Helsinki, in halves of a day (R006, R112).

    forenoon 8.00 ≤ t < 12.00        afternoon 12.00 ≤ t ≤ 16.00

The stroke of four still belongs to the calling time, a millisecond later does not. Moments are aware; what
counts is the clock on a wall in Helsinki, so a change of daylight-saving time moves nothing.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from server_stub.helpline.hours import HELSINKI
from server_stub.helpline.values import Millis
from server_stub.helpline.working_days import is_working_day

OPENS: Final = time(8)
TURNS: Final = time(12)
CLOSES: Final = time(16)
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


def moment(millis: Millis) -> datetime:
    """Milliseconds since 1970 as a moment on a wall in Helsinki."""
    return datetime.fromtimestamp(millis / 1000, UTC).astimezone(HELSINKI)


def millis_of(at: datetime) -> Millis:
    """The moment as milliseconds since 1970."""
    return round(at.timestamp() * 1000)


def is_calling_time(at: Millis, days_off: frozenset[date]) -> bool:
    """Whether customers may be called at that moment."""
    local = moment(at)
    return is_working_day(local.date(), days_off) and OPENS <= local.time() <= CLOSES


def half_day(at: Millis) -> HalfDay:
    """The half of the day a moment lies in."""
    local = moment(at)
    return HalfDay(local.date(), Wish.FORENOON if local.time() < TURNS else Wish.AFTERNOON)


def fits(at: Millis, wish: Wish) -> bool:
    """Whether the moment lies in the half that was wished for."""
    return wish in (Wish.ANY, half_day(at).wish)


def calling_ends(at: Millis) -> Millis:
    """The end of the calling time on the day of `at`."""
    return millis_of(datetime.combine(moment(at).date(), CLOSES, HELSINKI))


def next_calling_time(at: Millis, wish: Wish, days_off: frozenset[date]) -> Millis:
    """The first moment from `at` on at which a call may begin, within the wish.

    Raises `ValueError` when no day of the coming year is a working day.
    """
    from_ = moment(at)
    for after in range(_FURTHEST_DAYS):
        day = from_.date() + after * _DAY
        if not is_working_day(day, days_off):
            continue
        for half, opens, closes in ((Wish.FORENOON, OPENS, TURNS), (Wish.AFTERNOON, TURNS, CLOSES)):
            begins = max(from_, datetime.combine(day, opens, HELSINKI))
            if wish in (Wish.ANY, half) and begins < datetime.combine(day, closes, HELSINKI):
                return millis_of(begins)
    raise ValueError("No working day within a year.")


def next_half_day(at: Millis) -> Millis:
    """When the half of a day after the one of `at` begins, whatever day it is."""
    local = moment(at)
    if local.time() < OPENS:
        return millis_of(datetime.combine(local.date(), OPENS, HELSINKI))
    if local.time() < TURNS:
        return millis_of(datetime.combine(local.date(), TURNS, HELSINKI))
    return millis_of(datetime.combine(local.date() + _DAY, OPENS, HELSINKI))


def day_begins(at: Millis) -> Millis:
    """Midnight in Helsinki before `at`."""
    return millis_of(datetime.combine(moment(at).date(), time(0), HELSINKI))
