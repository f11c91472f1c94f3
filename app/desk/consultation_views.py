"""Consultations as the panes show them: from what is seen and the time; pure functions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.consultation import (
    AWAITED,
    OVER,
    Consultation,
    ConsultationEntry,
    ConsultationQueue,
    ConsultationState,
    EntryKind,
    Lateness,
    OnCall,
    Promise,
    PromiseDay,
    Thread,
    Urgency,
    lateness,
    promise_days,
    used_share,
    working_time_left,
)
from app.domain.consultation_commands import (
    OpenConsultation,
    RecordConsultationCall,
    WriteToConsultation,
)
from app.domain.consultation_rules import answers, asks, may_claim
from app.domain.conversation import Message, Staff
from app.domain.desk_state import Capability
from app.domain.ids import NEW_CONSULTATION, ConsultationId, ConversationId, QueueId
from app.domain.pending import Pending
from app.domain.project import Seen
from app.domain.queue import ByLanguage


class Side(StrEnum):
    """Who asks whom: the heading a consultation stands under."""

    ASKED_OF_US = "asked_of_us"
    WE_ASKED = "we_asked"


class Which(StrEnum):
    """Which consultations she looks at."""

    OPEN = "open"
    LATE = "late"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class ConsultationRow:
    """One consultation in a list. ``used``: how much of the promise's working time has gone, at most 1;
    ``left``: how much there is. ``asking`` and ``asked``: names of the lines; ``asking`` is the asker's own
    name where she has no line.
    """

    consultation_id: ConsultationId
    side: Side
    state: ConsultationState
    urgency: Urgency
    subject: str
    asking: ByLanguage
    asked: ByLanguage
    is_outside: bool
    is_mine: bool
    holder: str
    promise: Promise | None
    due_at: datetime | None
    settled_at: datetime | None
    lateness: Lateness
    used: float
    left: timedelta
    is_under_way: bool

    @property
    def is_late(self) -> bool:
        """Whether an answer is owed that was promised earlier."""
        return self.lateness is Lateness.LATE and self.state in AWAITED


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """One entry of a thread as it is shown; ``is_on_its_way``: it has not been sent yet."""

    key: str
    entry: ConsultationEntry
    is_hers: bool
    is_on_its_way: bool = False


@dataclass(frozen=True, slots=True)
class ConsultationDetail:
    """One consultation opened, and what she may do with it now."""

    row: ConsultationRow
    consultation: Consultation
    entries: tuple[ThreadRow, ...]
    days: tuple[PromiseDay, ...]
    on_call: OnCall | None
    may_claim: bool
    may_release: bool
    may_answer: bool
    may_write_on: bool
    may_close: bool
    may_withdraw: bool
    may_record_call: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line that can be asked."""

    queue_id: QueueId
    name: ByLanguage
    is_outside: bool
    promise_days: int
    has_on_call: bool


@dataclass(frozen=True, slots=True)
class LinkedConversation:
    """The conversation of hers that a question may be about, and its lines that may go along."""

    conversation_id: ConversationId
    alias: str
    messages: tuple[Message, ...]


def may_consult(seen: Seen) -> bool:
    """Whether she asks and answers: there are lines, and she may."""
    return Capability.CONSULT in seen.confirmed.capabilities and bool(seen.confirmed.consultation_queues)


def consultation_rows(seen: Seen, *, now: datetime) -> tuple[ConsultationRow, ...]:
    """Every one, those asked of us first; by promise, the earliest due first (R124)."""
    rows = (_row(seen, thread.consultation, now) for thread in seen.confirmed.consultations.values())
    return tuple(sorted(rows, key=_place))


def chosen_of(rows: Iterable[ConsultationRow], which: Which) -> tuple[ConsultationRow, ...]:
    """Those of the list she looks at."""
    match which:
        case Which.OPEN:
            return tuple(row for row in rows if row.state not in OVER)
        case Which.LATE:
            return tuple(row for row in rows if row.is_late)
        case Which.OVER:
            over = (row for row in rows if row.state in OVER)
            return tuple(sorted(over, key=_ended, reverse=True))


def awaiting_us(seen: Seen, *, now: datetime) -> int:
    """How many wait for an answer that is hers or anybody's of her line to give, to a supervisor late ones
    too: the count on the rail.
    """
    is_told = Capability.SUPERVISE in seen.confirmed.capabilities
    rows = (row for row in consultation_rows(seen, now=now) if row.side is Side.ASKED_OF_US)
    return sum(1 for row in rows if _is_ours_to_answer(row) or (is_told and row.is_late))


def falling_due(seen: Seen, *, now: datetime) -> tuple[ConsultationRow, ...]:
    """Of hers, and of those of her line that nobody has taken: what is late, or due before a day has gone."""
    soon = now + timedelta(days=1)
    return tuple(
        row
        for row in consultation_rows(seen, now=now)
        if row.side is Side.ASKED_OF_US
        and _is_ours_to_answer(row)
        and row.due_at is not None
        and row.due_at <= soon
    )


def consultation_detail(
    seen: Seen, consultation_id: ConsultationId, *, now: datetime
) -> ConsultationDetail | None:
    """One of them opened; None when it is not hers to see any more."""
    thread = seen.confirmed.consultations.get(consultation_id)
    if thread is None:
        return None
    found = thread.consultation
    is_open, is_awaited = found.state not in OVER, found.state in AWAITED
    is_hers, is_asking = answers(seen, found), asks(seen, found)
    line = _lines(seen).get(found.queue_id)
    on_call = None if line is None else line.on_call
    return ConsultationDetail(
        row=_row(seen, found, now),
        consultation=found,
        entries=_entries(seen, thread),
        days=promise_days(found, now, seen.confirmed.calling.days_off),
        on_call=on_call,
        may_claim=may_claim(seen, found),
        may_release=is_hers and found.state is ConsultationState.CLAIMED,
        may_answer=is_hers and is_open,
        may_write_on=is_open and (is_asking or is_hers),
        may_close=found.state is ConsultationState.ANSWERED and (is_asking or is_hers),
        may_withdraw=is_awaited and is_asking,
        may_record_call=is_open and is_asking and on_call is not None,
    )


def lines_to_ask(seen: Seen) -> tuple[Line, ...]:
    """Every line, in the order of the service model, partners outside the county last (R126)."""
    lines = (
        Line(line.queue_id, line.name, line.is_outside, line.promise_days, line.on_call is not None)
        for line in seen.confirmed.consultation_queues
    )
    return tuple(sorted(lines, key=_is_outside))


def on_call_numbers(seen: Seen) -> tuple[tuple[ConsultationQueue, OnCall], ...]:
    """Lines with somebody on call."""
    return tuple(
        (line, line.on_call) for line in seen.confirmed.consultation_queues if line.on_call is not None
    )


def linkable(seen: Seen, conversation_id: ConversationId | None) -> LinkedConversation | None:
    """The conversation that a question may be about, if it is hers; its lines are the newest first."""
    head = None if conversation_id is None else seen.confirmed.heads.get(conversation_id)
    if head is None or not seen.confirmed.is_mine(head):
        return None
    window = seen.confirmed.windows.get(head.conversation_id)
    messages = () if window is None else tuple(reversed(window.messages))
    return LinkedConversation(head.conversation_id, head.alias, messages)


def consultation_slots(seen: Seen) -> set[ConversationId]:
    """Where words for consultations are written: each that goes on, and a new question while she may ask."""
    slots = {
        ConversationId(consultation_id)
        for consultation_id, thread in seen.confirmed.consultations.items()
        if thread.consultation.state not in OVER
    }
    return slots | ({NEW_CONSULTATION} if may_consult(seen) else set())


def _row(seen: Seen, found: Consultation, now: datetime) -> ConsultationRow:
    days_off, lines = seen.confirmed.calling.days_off, _lines(seen)
    asked = lines.get(found.queue_id)
    asking = None if found.from_queue_id is None else lines.get(found.from_queue_id)
    is_told_as_late = found.is_late and not asks(seen, found)
    is_asked_of_us = (asked is not None and asked.is_served) or answers(seen, found) or is_told_as_late
    is_her_own = found.asker.staff_id == seen.confirmed.me.staff_id
    return ConsultationRow(
        consultation_id=found.consultation_id,
        side=Side.WE_ASKED if is_her_own or not is_asked_of_us else Side.ASKED_OF_US,
        state=found.state,
        urgency=found.urgency,
        subject=found.subject,
        asking=_own_name(found.asker) if asking is None else asking.name,
        asked={} if asked is None else asked.name,
        is_outside=any(line is not None and line.is_outside for line in (asked, asking)),
        is_mine=answers(seen, found),
        holder="" if found.holder is None else found.holder.display_name,
        promise=found.promise,
        due_at=found.due_at,
        settled_at=found.closed_at or found.answered_at,
        lateness=lateness(found, now, days_off),
        used=min(used_share(found, now, days_off), 1.0),
        left=working_time_left(found, now, days_off),
        is_under_way=found.consultation_id in seen.consulting,
    )


def _entries(seen: Seen, thread: Thread) -> tuple[ThreadRow, ...]:
    me = seen.confirmed.me
    said = tuple(
        ThreadRow(f"{entry.number}", entry, entry.by.staff_id == me.staff_id) for entry in thread.entries
    )
    lane = ConversationId(thread.consultation.consultation_id)
    written = EntryKind.ENQUIRY if answers(seen, thread.consultation) else EntryKind.QUESTION
    return (*said, *(_on_its_way(row, me, written) for row in seen.said.get(lane, ())))


def asked_just_now(seen: Seen) -> tuple[Pending, ...]:
    """Questions on their way that have no consultation yet."""
    return tuple(
        row for row in seen.said.get(NEW_CONSULTATION, ()) if isinstance(row.command, OpenConsultation)
    )


def _on_its_way(row: Pending, me: Staff, written: EntryKind) -> ThreadRow:
    command = row.command
    call = command if isinstance(command, RecordConsultationCall) else None
    words = command if isinstance(command, WriteToConsultation) else None
    kind = written if call is None else EntryKind.CALL
    if words is not None and words.is_answer:
        kind = EntryKind.ANSWER
    said = words or call
    entry = ConsultationEntry(
        number=0,
        kind=kind,
        by=me,
        at=row.submitted.at,
        text="" if said is None else said.text,
        attached=(),
        call_outcome=None if call is None else call.outcome,
        called_at=None if call is None else call.called_at,
        caused_by=row.command_id,
    )
    return ThreadRow(row.command_id, entry, is_hers=True, is_on_its_way=True)


def _lines(seen: Seen) -> dict[QueueId, ConsultationQueue]:
    return {line.queue_id: line for line in seen.confirmed.consultation_queues}


def _own_name(asker: Staff) -> ByLanguage:
    return dict.fromkeys(("fi", "sv", "en"), asker.display_name)


def _is_ours_to_answer(row: ConsultationRow) -> bool:
    return row.state is ConsultationState.OPEN or (row.state is ConsultationState.CLAIMED and row.is_mine)


def _place(row: ConsultationRow) -> tuple[bool, bool, float, str]:
    """Asked of us first; what is urgent or awaited before what is answered; by when it is due."""
    due = 0.0 if row.due_at is None else row.due_at.timestamp()
    return row.side is Side.WE_ASKED, row.state not in AWAITED, due, row.consultation_id


def _ended(row: ConsultationRow) -> float:
    return 0.0 if row.settled_at is None else row.settled_at.timestamp()


def _is_outside(line: Line) -> bool:
    return line.is_outside
