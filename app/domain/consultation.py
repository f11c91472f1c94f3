"""Consultations as a workstation knows them: one professional asks a line, and how its promise stands.

open ⇄ claimed → answered → closed; withdrawn; the life itself is the backend's (contract, section 4). How
much of a promise is used is counted here: working days 8–16 in Helsinki (R124).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from app.domain.conversation import Author, Staff
from app.domain.ids import CommandId, ConsultationId, ConversationId, QueueId
from app.domain.queue import ByLanguage, Opening

AMBER, RED = 0.5, 0.9
"""Shares of the working time of a promise from which it is amber, and red."""
MOST_ATTACHED = 20
LONGEST_SUBJECT = 120
_OPENS, _CLOSES = time(8), time(16)
_HELSINKI = ZoneInfo("Europe/Helsinki")
_SATURDAY = 5
_FURTHEST_DAYS = 60


class ConsultationState(StrEnum):
    """Where a consultation is."""

    OPEN = "open"
    CLAIMED = "claimed"
    ANSWERED = "answered"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


AWAITED = frozenset({ConsultationState.OPEN, ConsultationState.CLAIMED})
"""An answer is owed."""
OVER = frozenset({ConsultationState.CLOSED, ConsultationState.WITHDRAWN})


class Urgency(StrEnum):
    """A promise in days, or a call to whoever is on call (R125)."""

    NON_URGENT = "non_urgent"
    URGENT = "urgent"


class Promise(StrEnum):
    """What became of a promise."""

    RUNNING = "running"
    KEPT = "kept"
    BROKEN = "broken"


class EntryKind(StrEnum):
    """What an entry of the thread is; an enquiry is what the answerer asks back."""

    QUESTION = "question"
    ENQUIRY = "enquiry"
    ANSWER = "answer"
    CALL = "call"


class OnCallOutcome(StrEnum):
    """What came of a call to whoever is on call."""

    SETTLED = "settled"
    GOES_ON = "goes_on"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True)
class AttachedLine:
    """One line of a conversation that went with a question."""

    seq: int
    by: Author
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class ConsultationEntry:
    """One entry of a thread; ``number`` counts from 1."""

    number: int
    kind: EntryKind
    by: Staff
    at: datetime
    text: str
    attached: tuple[AttachedLine, ...]
    call_outcome: OnCallOutcome | None
    called_at: datetime | None
    caused_by: CommandId | None


@dataclass(frozen=True, slots=True)
class Consultation:
    """One question of a professional to a line; ``from_queue_id`` is the line that asks, if she has one."""

    consultation_id: ConsultationId
    state: ConsultationState
    urgency: Urgency
    queue_id: QueueId
    from_queue_id: QueueId | None
    subject: str
    asker: Staff
    asked_at: datetime
    conversation_id: ConversationId | None
    is_identity_allowed: bool
    holder: Staff | None
    claimed_at: datetime | None
    promise: Promise | None
    promised_at: datetime | None
    due_at: datetime | None
    answered_at: datetime | None
    closed_at: datetime | None
    responsibility_version: int

    @property
    def is_late(self) -> bool:
        """Whether an answer is owed that was promised earlier."""
        return self.promise is Promise.BROKEN and self.state in AWAITED


@dataclass(frozen=True, slots=True)
class Thread:
    """A consultation with everything that was said in it, ascending."""

    consultation: Consultation
    entries: tuple[ConsultationEntry, ...]


@dataclass(frozen=True, slots=True)
class OnCall:
    """Who is rung when it cannot wait; ``openings`` as those of a queue."""

    number: str
    hours_text: ByLanguage
    openings: tuple[Opening, ...]
    hours_known_until: datetime
    otherwise: ByLanguage

    def answers_at(self, now: datetime) -> bool | None:
        """Whether somebody answers now; None when it is not known."""
        if now >= self.hours_known_until:
            return None
        return any(
            each.opens_at <= now and (each.closes_at is None or now < each.closes_at)
            for each in self.openings
        )


@dataclass(frozen=True, slots=True)
class ConsultationQueue:
    """A line that can be asked; ``is_served``: the reader answers for it."""

    queue_id: QueueId
    name: ByLanguage
    is_outside: bool
    is_served: bool
    promise_days: int
    on_call: OnCall | None


@dataclass(frozen=True, slots=True)
class PromisesKept:
    """What became of the promises of her lines since the month began."""

    since: datetime
    kept: int = 0
    broken: int = 0


class Lateness(StrEnum):
    """How a running promise stands: a word and a shape, never a colour alone."""

    ON_TIME = "on_time"
    HALF_USED = "half_used"
    URGENT = "urgent"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class PromiseDay:
    """One day of the strip: a working day that counts, day 0, or a day off that does not."""

    day: date
    counts: bool
    is_day_0: bool
    is_due: bool
    used: float
    """How much of its working time has gone, from 0 to 1."""


def is_working_day(day: date, days_off: frozenset[date]) -> bool:
    """Monday to Friday, and not a day off."""
    return day.weekday() < _SATURDAY and day not in days_off


def working_time(since: datetime, until: datetime, days_off: frozenset[date]) -> timedelta:
    """How much working time lies between two moments: working days 8–16 in Helsinki."""
    total = timedelta()
    for day in _days(since, until):
        if is_working_day(day, days_off):
            opens, closes = (datetime.combine(day, each, _HELSINKI) for each in (_OPENS, _CLOSES))
            total += max(min(until, closes) - max(since, opens), timedelta())
    return total


def used_share(consultation: Consultation, now: datetime, days_off: frozenset[date]) -> float:
    """How much of the promise's working time has gone by ``now``, or by the answer: from 0 on; 1 and more is
    late. 0 where nothing is promised.
    """
    since, until = consultation.promised_at, consultation.due_at
    if since is None or until is None:
        return 0.0
    at = consultation.answered_at or consultation.closed_at or now
    if at > until:
        return 1.0
    whole = working_time(since, until, days_off)
    return working_time(since, at, days_off) / whole if whole else 1.0


def lateness(consultation: Consultation, now: datetime, days_off: frozenset[date]) -> Lateness:
    """Amber from half, red from nine tenths of the working time (R124)."""
    due_at = consultation.due_at
    if consultation.is_late or (due_at is not None and now > due_at and consultation.state in AWAITED):
        return Lateness.LATE
    used = used_share(consultation, now, days_off)
    if used >= RED:
        return Lateness.URGENT
    return Lateness.HALF_USED if used >= AMBER else Lateness.ON_TIME


def working_time_left(consultation: Consultation, now: datetime, days_off: frozenset[date]) -> timedelta:
    """Working time until the answer is due; none when it is past."""
    if consultation.due_at is None:
        return timedelta()
    return working_time(now, consultation.due_at, days_off)


def promise_days(
    consultation: Consultation, now: datetime, days_off: frozenset[date]
) -> tuple[PromiseDay, ...]:
    """The strip: from the day of asking to the day it is due, days off among them. Asked on a day off, day 0
    is the next working day.
    """
    since, until = consultation.promised_at, consultation.due_at
    if since is None or until is None:
        return ()
    due_on = until.astimezone(_HELSINKI).date()
    days = tuple(_days(since, until))
    day_0 = next((day for day in days if is_working_day(day, days_off)), None)
    return tuple(
        PromiseDay(day, is_working_day(day, days_off), day == day_0, day == due_on, _gone(day, now))
        for day in days
    )


def _gone(day: date, now: datetime) -> float:
    opens, closes = (datetime.combine(day, each, _HELSINKI) for each in (_OPENS, _CLOSES))
    return min(max((now - opens) / (closes - opens), 0.0), 1.0)


def _days(since: datetime, until: datetime) -> Iterator[date]:
    day, last = since.astimezone(_HELSINKI).date(), until.astimezone(_HELSINKI).date()
    for _ in range(_FURTHEST_DAYS):
        if day > last:
            return
        yield day
        day += timedelta(days=1)


def question_draft(subject: str, text: str) -> str:
    """A question that is not sent, as one text: its subject is the first line."""
    return f"{subject}\n{text}" if subject or text else ""


def question_of(draft: str) -> tuple[str, str]:
    """Subject and text of a question that is not sent."""
    subject, _, text = draft.partition("\n")
    return subject, text
