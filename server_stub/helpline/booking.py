"""booking: Times at which an identified customer may have herself called: windows of the calling time (R114).

    opens ─┬─ window ─┬─ window ─┬─ … ─┬─ closes        a rest shorter than a window is not offered
           8.00       9.00       10.00

A window takes as many customers of one queue as the service model says. She who has booked is called from
when it begins; if it passes uncalled the call is late, never undone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from server_stub.helpline.calling_time import Calling, millis_of, moment
from server_stub.helpline.hours import HELSINKI
from server_stub.helpline.values import Millis

_FURTHEST_DAYS = 60


@dataclass(frozen=True, slots=True)
class Booking:
    """How a county lets times be booked: how long a window is, how many of one queue it takes, over how many
    days of calls, and how long before it begins it can be booked no more.
    """

    minutes: int
    each: int
    days: int
    notice_minutes: int


class Window(NamedTuple):
    """One bookable time; it ends when the next begins."""

    begins_at: Millis
    ends_at: Millis


def windows(now: Millis, booking: Booking, calling: Calling) -> tuple[Window, ...]:
    """Every window that may still be booked, the earliest first, over the coming days of calls."""
    earliest = now + booking.notice_minutes * 60_000
    return tuple(each for each in _windows(now, booking, calling) if each.begins_at >= earliest)


def free_windows(
    now: Millis, booking: Booking, calling: Calling, taken: Mapping[Window, int]
) -> tuple[Window, ...]:
    """Those of them with room; `taken` says how many of the queue have booked which time. Times that were
    booked while windows were of another length count wherever they overlap.
    """
    return tuple(
        each
        for each in windows(now, booking, calling)
        if sum(count for window, count in taken.items() if _overlap(window, each)) < booking.each
    )


def _overlap(one: Window, other: Window) -> bool:
    return one.begins_at < other.ends_at and other.begins_at < one.ends_at


def _windows(now: Millis, booking: Booking, calling: Calling) -> Iterator[Window]:
    here = moment(now)
    # A day whose calling time is over is none of the coming ones.
    first = here.date() + timedelta(days=here.time() >= calling.hours_of(here.date()).closes)
    days = (first + timedelta(days=after) for after in range(_FURTHEST_DAYS))
    length = timedelta(minutes=booking.minutes)
    for _, day in zip(range(booking.days), filter(calling.has_calls, days), strict=False):
        hours = calling.hours_of(day)
        begins = datetime.combine(day, hours.opens, HELSINKI)
        closes = datetime.combine(day, hours.closes, HELSINKI)
        while begins + length <= closes:
            yield Window(millis_of(begins), millis_of(begins + length))
            begins += length
