"""Callback requests as a workstation knows them, and when their numbers may be dialled.

waiting ⇄ claimed → closed; the life itself is the backend's (contract, section 4). The rules of dialling are
here a second time, so that what is not met stands as a sentence before she tries: the backend decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from app.domain.conversation import Staff, Topic
from app.domain.ids import CallbackId, QueueId

ATTEMPT_BUDGET = 3
"""How often a customer is tried (R111)."""
APART = timedelta(minutes=60)
OPENS, TURNS, CLOSES = time(8), time(12), time(16)
_HELSINKI = ZoneInfo("Europe/Helsinki")
_SATURDAY = 5
_FURTHEST_DAYS = 366


class CallbackState(StrEnum):
    """Where a request is."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    CLOSED = "closed"


class Wish(StrEnum):
    """When the customer would like to be called: any time, 8–12 or 12–16."""

    ANY = "any"
    FORENOON = "forenoon"
    AFTERNOON = "afternoon"


class AttemptOutcome(StrEnum):
    """What came of one try."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    VOICEMAIL = "voicemail"
    WRONG_NUMBER = "wrong_number"
    DECLINED = "declined"


MISSES = frozenset({AttemptOutcome.NO_ANSWER, AttemptOutcome.BUSY, AttemptOutcome.VOICEMAIL})
"""Outcomes after which the customer is tried again, while there are tries left."""


class CallbackReason(StrEnum):
    """Why a request is closed."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    WRONG_NUMBER = "wrong_number"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try: when it was dialled, by whom, with what outcome; ``number`` counts from 1."""

    number: int
    at: datetime
    by: Staff
    outcome: AttemptOutcome


@dataclass(frozen=True, slots=True)
class Callback:
    """One customer's wish to be called. ``phone`` is the whole number in groups, for its holder only;
    ``due_at`` is when the next try is proposed.
    """

    callback_id: CallbackId
    state: CallbackState
    queue_id: QueueId
    language: str
    service_id: str
    topic: Topic
    masked_phone: str
    phone: str | None
    wish: Wish
    may_leave_voicemail: bool
    text: str
    requested_at: datetime
    due_at: datetime
    attempts: tuple[Attempt, ...]
    holder: Staff | None
    claimed_at: datetime | None
    responsibility_version: int
    closed_reason: CallbackReason | None
    closed_at: datetime | None

    @property
    def is_last_try(self) -> bool:
        """Whether the next try is the last one."""
        return len(self.attempts) == ATTEMPT_BUDGET - 1


class Unmet(StrEnum):
    """Why a number may not be dialled now."""

    ATTEMPTS_USED = "attempts_used"
    CALLING_CLOSED = "calling_closed"
    TOO_SOON = "attempt_too_soon"
    OUTSIDE_WISH = "outside_wish"
    SAME_HALF_DAY = "same_half_day"


def unmet(callback: Callback, at: datetime, days_off: frozenset[date]) -> tuple[Unmet, ...]:
    """Every rule of dialling that is not met at ``at`` (R111, R112, domain.md B4); none: she may dial."""
    found: list[Unmet] = []
    if len(callback.attempts) >= ATTEMPT_BUDGET:
        found.append(Unmet.ATTEMPTS_USED)
    if not is_calling_time(at, days_off):
        found.append(Unmet.CALLING_CLOSED)
    if callback.attempts and at < max(each.at for each in callback.attempts) + APART:
        found.append(Unmet.TOO_SOON)
    if callback.wish not in (Wish.ANY, half_day(at)[1]):
        found.append(Unmet.OUTSIDE_WISH)
    if callback.is_last_try and {half_day(each.at) for each in callback.attempts} == {half_day(at)}:
        found.append(Unmet.SAME_HALF_DAY)
    return tuple(found)


def is_calling_time(at: datetime, days_off: frozenset[date]) -> bool:
    """Whether customers may be called: working days 8–16 in Helsinki, the stroke of four included."""
    local = at.astimezone(_HELSINKI)
    return is_working_day(local.date(), days_off) and OPENS <= local.time() <= CLOSES


def is_working_day(day: date, days_off: frozenset[date]) -> bool:
    """Monday to Friday, and not a day off."""
    return day.weekday() < _SATURDAY and day not in days_off


def half_day(at: datetime) -> tuple[date, Wish]:
    """Which half of which day a moment lies in."""
    local = at.astimezone(_HELSINKI)
    return local.date(), Wish.FORENOON if local.time() < TURNS else Wish.AFTERNOON


def calling_ends(at: datetime) -> datetime:
    """The end of the calling time on the day of ``at``."""
    return datetime.combine(at.astimezone(_HELSINKI).date(), CLOSES, _HELSINKI)


def next_calling_time(at: datetime, wish: Wish, days_off: frozenset[date]) -> datetime | None:
    """The first moment from ``at`` on at which a call may begin, within the wish; None if not in a year."""
    from_ = at.astimezone(_HELSINKI)
    for after in range(_FURTHEST_DAYS):
        day = from_.date() + timedelta(days=after)
        if not is_working_day(day, days_off):
            continue
        for half, opens, closes in ((Wish.FORENOON, OPENS, TURNS), (Wish.AFTERNOON, TURNS, CLOSES)):
            begins = max(from_, datetime.combine(day, opens, _HELSINKI))
            if wish in (Wish.ANY, half) and begins < datetime.combine(day, closes, _HELSINKI):
                return begins
    return None


def proposed(after: datetime, wish: Wish, days_off: frozenset[date]) -> datetime | None:
    """When to try again after a miss: another half-day, an hour later at least."""
    local = after.astimezone(_HELSINKI)
    if local.time() < OPENS:
        other_half = datetime.combine(local.date(), OPENS, _HELSINKI)
    elif local.time() < TURNS:
        other_half = datetime.combine(local.date(), TURNS, _HELSINKI)
    else:
        other_half = datetime.combine(local.date() + timedelta(days=1), OPENS, _HELSINKI)
    return next_calling_time(max(other_half, local + APART), wish, days_off)
