"""hours: When a channel is open: weekly times, changes from a date, dated exceptions, days off.

All times of day are of Europe/Helsinki; every moment in and out is an aware datetime, moments out are UTC.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from heapq import merge
from typing import Final
from zoneinfo import ZoneInfo

HELSINKI: Final = ZoneInfo("Europe/Helsinki")
MIDNIGHT: Final = 1_440
"""Minutes in a day by the wall: the latest a period can close."""

_DAY: Final = timedelta(days=1)
_MINUTE: Final = timedelta(minutes=1)
_LOOKED_AHEAD: Final = 366  # days; what opens later than that is as good as closed
_LONGEST_OPENING: Final = 14  # days; what stays open longer than that is as good as never closed


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From `opens` up to, not including, `closes`; minutes after midnight, 0–1440 (R001)."""

    opens: int
    closes: int

    def __post_init__(self) -> None:
        """Raises `ValueError` unless it opens before it closes, within one day."""
        if not 0 <= self.opens < self.closes <= MIDNIGHT:
            raise ValueError("A period opens before it closes, both within the same day.")


Day = tuple[Period, ...]
Week = tuple[Day, Day, Day, Day, Day, Day, Day]
"""Monday first. The periods of a day are in order and do not overlap."""

AROUND_THE_CLOCK: Final[Day] = (Period(0, MIDNIGHT),)


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


ALWAYS: Final = OpeningHours(
    versions=(HoursFrom(date.min, (AROUND_THE_CLOCK,) * 7),), exceptions={}, is_open_on_days_off=True
)


def week_on(hours: OpeningHours, day: date) -> Week:
    """The weekly times in force on a day; before the first version, closed."""
    week: Week = ((),) * 7
    for version in hours.versions:
        if version.starts_on <= day:
            week = version.week
    return week


def periods_on(hours: OpeningHours, day: date, *, days_off: frozenset[date]) -> Day:
    """The periods of one day: its exception if it has one, else nothing on a day off, else the week's."""
    exception = hours.exceptions.get(day)
    if exception is not None:
        return exception
    if day in days_off and not hours.is_open_on_days_off:
        return ()
    return week_on(hours, day)[day.weekday()]


def is_open(hours: OpeningHours, at: datetime, *, days_off: frozenset[date]) -> bool:
    """Whether it is open at that moment: at 9:00:00 it is, at 11:00:00 it is not any more (R001)."""
    moment = at.astimezone(UTC)
    day = at.astimezone(HELSINKI).date()
    return any(opens <= moment < closes for opens, closes in _spans(hours, day, 1, days_off))


def closes_at(hours: OpeningHours, at: datetime, *, days_off: frozenset[date]) -> datetime | None:
    """When the opening that `at` falls into ends (UTC); None when closed at `at`, or when it goes on for a
    fortnight.
    """
    return last_closes_at((hours,), at, days_off=days_off)


def last_closes_at(
    hours: Iterable[OpeningHours], at: datetime, *, days_off: frozenset[date]
) -> datetime | None:
    """The same of several together: when none of them is open any more for the first time after `at`."""
    moment = at.astimezone(UTC)
    day = at.astimezone(HELSINKI).date()
    for opens, closes in joined_openings(hours, day, _LONGEST_OPENING, days_off=days_off):
        if opens > moment:
            return None
        if moment < closes:
            return closes if closes <= moment + (_LONGEST_OPENING - 2) * _DAY else None
    return None


def next_opening(hours: OpeningHours, at: datetime, *, days_off: frozenset[date]) -> datetime | None:
    """The first moment after `at` when it opens (UTC); None when it does not open within a year.

    An opening that has begun is not to come: while open, this is the one after the present one.
    """
    moment = at.astimezone(UTC)
    day = at.astimezone(HELSINKI).date()
    previous_end: datetime | None = None
    for opens, closes in _spans(hours, day - _DAY, _LOOKED_AHEAD, days_off):
        if opens > moment and opens != previous_end:
            return opens
        previous_end = closes
    return None


def joined_openings(
    hours: Iterable[OpeningHours], first: date, count: int, *, days_off: frozenset[date]
) -> Iterator[tuple[datetime, datetime]]:
    """When any of several is open (UTC), in order, for `count` days from `first`.

    Periods that meet or overlap, also at midnight, are one opening.
    """
    begun: datetime | None = None
    end: datetime | None = None
    for opens, closes in merge(*(_spans(each, first, count, days_off) for each in hours)):
        if begun is None or end is None:
            begun, end = opens, closes
        elif opens <= end:
            end = max(end, closes)
        else:
            yield begun, end
            begun, end = opens, closes
    if begun is not None and end is not None:
        yield begun, end


def midnight_of(day: date) -> datetime:
    """When a day begins (UTC)."""
    return _moment(day, 0, is_end=False)


def _spans(
    hours: OpeningHours, first: date, count: int, days_off: frozenset[date]
) -> Iterator[tuple[datetime, datetime]]:
    """Openings as moments, in order, for `count` days from `first`."""
    for number in range(count):
        day = first + number * _DAY
        for period in periods_on(hours, day, days_off=days_off):
            opens, closes = _moment(day, period.opens, is_end=False), _moment(day, period.closes, is_end=True)
            if opens < closes:  # a period may lie wholly in the hour that spring skips
                yield opens, closes


def _moment(day: date, minutes: int, *, is_end: bool) -> datetime:
    """A time on the wall as a moment.

    In the hour that comes twice in autumn an opening begins at its first coming and ends at its second; in
    the hour that is skipped in spring both are the moment of the skip. So whoever reads the wall clock sees
    the hours kept.
    """
    midnight = datetime.combine(day, time(), tzinfo=HELSINKI)
    wall = midnight + timedelta(minutes=minutes)  # arithmetic within a zone is arithmetic on the wall
    while not _exists(wall):
        wall += _MINUTE
    return wall.replace(fold=1 if is_end else 0).astimezone(UTC)


def _exists(wall: datetime) -> bool:
    return wall.astimezone(UTC).astimezone(HELSINKI).replace(fold=0) == wall.replace(fold=0)
