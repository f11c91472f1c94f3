"""Callback requests as a workstation knows them, and when their numbers may be dialled.

waiting ⇄ claimed → closed; the life itself is the backend's (contract, section 4). The rules of dialling are
here a second time, so that what is not met stands as a sentence before she tries: the backend decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.calling_time import (
    Calling,
    Wish,
    half_day,
    is_calling_time,
    next_calling_time,
    next_half_day,
)
from app.domain.conversation import Staff, Topic
from app.domain.ids import CallbackId, QueueId

ATTEMPT_BUDGET = 3
"""How often a customer is tried (R111)."""
APART = timedelta(minutes=60)


class CallbackState(StrEnum):
    """Where a request is."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    CLOSED = "closed"


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
    LAPSED = "lapsed"


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
    ``due_at`` is when the next try is proposed; ``booked``: from when until when an identified customer has
    asked to be called (R114).
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
    booked: tuple[datetime, datetime] | None = None
    is_identified: bool = False

    @property
    def booked_next(self) -> tuple[datetime, datetime] | None:
        """The window that was booked, until she was tried once."""
        return None if self.attempts else self.booked

    @property
    def is_last_try(self) -> bool:
        """Whether the next try is the last one."""
        return len(self.attempts) == ATTEMPT_BUDGET - 1


class Unmet(StrEnum):
    """Why a number may not be dialled now."""

    ATTEMPTS_USED = "attempts_used"
    CALLING_CLOSED = "calling_closed"
    TOO_SOON = "attempt_too_soon"
    BEFORE_BOOKED_TIME = "before_booked_time"
    OUTSIDE_WISH = "outside_wish"
    SAME_HALF_DAY = "same_half_day"


def unmet(callback: Callback, at: datetime, calling: Calling) -> tuple[Unmet, ...]:
    """Every rule of dialling that is not met at ``at`` (R111, R112, domain.md B4); none: she may dial."""
    found: list[Unmet] = []
    if len(callback.attempts) >= ATTEMPT_BUDGET:
        found.append(Unmet.ATTEMPTS_USED)
    if not is_calling_time(at, calling):
        found.append(Unmet.CALLING_CLOSED)
    if callback.attempts and at < max(each.at for each in callback.attempts) + APART:
        found.append(Unmet.TOO_SOON)
    if callback.booked_next is not None and at < callback.booked_next[0]:
        found.append(Unmet.BEFORE_BOOKED_TIME)
    if callback.wish not in (Wish.ANY, half_day(at, calling)[1]):
        found.append(Unmet.OUTSIDE_WISH)
    halves = {half_day(each.at, calling) for each in callback.attempts}
    if callback.is_last_try and halves == {half_day(at, calling)}:
        found.append(Unmet.SAME_HALF_DAY)
    return tuple(found)


def lapses_at(callback: Callback, calling: Calling) -> datetime | None:
    """When the backend closes it if nobody has called it to its end: at the first calling time after its days
    are over.
    """
    return next_calling_time(callback.requested_at + calling.closes_after, Wish.ANY, calling)


def proposed(after: datetime, wish: Wish, calling: Calling) -> datetime | None:
    """When to try again after a miss: another half-day, an hour later at least."""
    return next_calling_time(max(next_half_day(after, calling), after + APART), wish, calling)
