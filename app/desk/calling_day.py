"""Today's calling time as a strip: when requests are due on it, what has been called, and where now is."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.desk.callback_views import CallbackRow, Group
from app.domain.callback import AttemptOutcome
from app.domain.calling_time import calling_ends, calling_opens, is_calling_time
from app.domain.project import Seen

_HELSINKI = ZoneInfo("Europe/Helsinki")
_STEP = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class DueMark:
    """How many requests are due in the half hour from ``at``; ``is_due``: it has begun."""

    at: datetime
    count: int
    is_due: bool


@dataclass(frozen=True, slots=True)
class CalledMark:
    """One call of today."""

    at: datetime
    is_reached: bool


@dataclass(frozen=True, slots=True)
class CallingDay:
    """The calling time of a working day. ``now`` is None before it opens and after it has closed."""

    opens_at: datetime
    closes_at: datetime
    now: datetime | None
    due: tuple[DueMark, ...]
    called: tuple[CalledMark, ...]

    def part(self, at: datetime) -> float:
        """Where a moment is: 0 at the opening, 1 at the closing."""
        return (at - self.opens_at) / (self.closes_at - self.opens_at)


def calling_day(seen: Seen, rows: tuple[CallbackRow, ...], *, now: datetime) -> CallingDay | None:
    """Today's strip, or None on a day when nobody is called (R112, R113).

    What was due before today, or before the opening, is due at the opening.
    """
    here = now.astimezone(_HELSINKI)
    calling = seen.confirmed.calling
    opens, closes = calling_opens(here, calling), calling_ends(here, calling)
    if not is_calling_time(opens, calling):
        return None
    today = [row for row in rows if row.group in (Group.LAST_TRY, Group.TODAY)]
    counted = Counter(_half_hour(max(row.due_at, opens), opens) for row in today if row.due_at < closes)
    called = (
        CalledMark(attempt.at, is_reached=attempt.outcome == AttemptOutcome.REACHED)
        for callback in seen.confirmed.callbacks.values()
        for attempt in callback.attempts
        if opens <= attempt.at <= closes
    )
    return CallingDay(
        opens_at=opens,
        closes_at=closes,
        now=here if opens <= here <= closes else None,
        due=tuple(DueMark(at, count, is_due=at <= here) for at, count in sorted(counted.items())),
        called=tuple(sorted(called, key=lambda mark: mark.at)),
    )


def _half_hour(at: datetime, opens: datetime) -> datetime:
    return opens + (at - opens) // _STEP * _STEP
