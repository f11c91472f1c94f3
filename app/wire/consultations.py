"""Consultations: lines, threads and facts from JSON, commands to JSON and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Final, assert_never

import msgspec

from app.domain import consultation as values
from app.domain import consultation_facts as facts
from app.domain.consultation_commands import (
    ClaimConsultation,
    CloseConsultation,
    ConsultationCommand,
    OpenConsultation,
    RecordConsultationCall,
    ReleaseConsultation,
    WithdrawConsultation,
    WriteToConsultation,
)
from app.domain.conversation import Author
from app.domain.ids import CommandId, ConsultationId, ConversationId, QueueId
from app.domain.queue import Opening
from app.wire.reading import read
from app.wire.shapes import consultations as shapes
from app.wire.values import cause_of, person_of

CONSULTATION_FACTS: Final[Mapping[str, type[facts.ConsultationFact]]] = MappingProxyType(
    {
        kind.__name__: kind
        for kind in (
            facts.ConsultationOpened,
            facts.ConsultationClaimed,
            facts.ConsultationReturned,
            facts.ConsultationWritten,
            facts.ConsultationAnswered,
            facts.ConsultationReopened,
            facts.ConsultationCallRecorded,
            facts.ConsultationOverdue,
            facts.ConsultationClosed,
            facts.ConsultationWithdrawn,
        )
    }
)


def decode_consultation_fact(name: str, body: bytes | msgspec.Raw) -> facts.ConsultationFact:
    """A fact of one of `CONSULTATION_FACTS`. Raises WireError when it does not follow the contract."""
    shape = read(body, shapes.ConsultationFact)
    return CONSULTATION_FACTS[name](
        shape.at,
        cause_of(shape.caused_by),
        ConsultationId(shape.consultation_id),
        consultation_of(shape.consultation),
        tuple(entry_of(entry) for entry in shape.entries),
    )


def thread_of(shape: shapes.ConsultationThread) -> values.Thread:
    """A consultation with its thread."""
    return values.Thread(
        consultation_of(shape.consultation), tuple(entry_of(entry) for entry in shape.entries)
    )


def consultation_of(shape: shapes.Consultation) -> values.Consultation:
    """A consultation without what was said in it."""
    about = shape.conversation_id
    return values.Consultation(
        consultation_id=ConsultationId(shape.consultation_id),
        state=values.ConsultationState(shape.state),
        urgency=values.Urgency(shape.urgency),
        queue_id=QueueId(shape.queue_id),
        from_queue_id=None if shape.from_queue_id is None else QueueId(shape.from_queue_id),
        subject=shape.subject,
        asker=person_of(shape.asker),
        asked_at=shape.asked_at,
        conversation_id=None if about is None else ConversationId(about),
        is_identity_allowed=shape.is_identity_allowed,
        holder=None if shape.holder is None else person_of(shape.holder),
        claimed_at=shape.claimed_at,
        promise=None if shape.promise is None else values.Promise(shape.promise),
        promised_at=shape.promised_at,
        due_at=shape.due_at,
        answered_at=shape.answered_at,
        closed_at=shape.closed_at,
        responsibility_version=shape.responsibility_version,
    )


def entry_of(shape: shapes.ConsultationEntry) -> values.ConsultationEntry:
    """One entry of a thread."""
    outcome = shape.call_outcome
    return values.ConsultationEntry(
        number=shape.number,
        kind=values.EntryKind(shape.kind),
        by=person_of(shape.by),
        at=shape.at,
        text=shape.text,
        attached=tuple(
            values.AttachedLine(line.seq, Author(line.by), line.at, line.text) for line in shape.attached
        ),
        call_outcome=None if outcome is None else values.OnCallOutcome(outcome),
        called_at=shape.called_at,
        caused_by=cause_of(shape.caused_by),
    )


def line_of(shape: shapes.ConsultationQueue) -> values.ConsultationQueue:
    """A line that can be asked."""
    on_call = shape.on_call
    return values.ConsultationQueue(
        queue_id=QueueId(shape.queue_id),
        name=shape.name,
        is_outside=shape.is_outside,
        is_served=shape.is_served,
        promise_days=shape.promise_days,
        on_call=None
        if on_call is None
        else values.OnCall(
            number=on_call.number,
            hours_text=on_call.hours_text,
            openings=tuple(Opening(each.opens_at, each.closes_at) for each in on_call.openings),
            hours_known_until=on_call.hours_known_until,
            otherwise=on_call.otherwise,
        ),
    )


def promises_of(shape: shapes.PromisesKept) -> values.PromisesKept:
    """What became of promises."""
    return values.PromisesKept(shape.since, shape.kept, shape.broken)


def consultation_shape_of(
    command: ConsultationCommand, command_id: CommandId
) -> shapes.StaffConsultationCommand:
    """A command as it is written."""
    match command:
        case OpenConsultation():
            return shapes.OpenConsultation(
                command_id=command_id,
                queue_id=command.queue_id,
                urgency=command.urgency.value,
                subject=command.subject,
                text=command.text,
                conversation_id=command.about,
                attached_seqs=command.attached_seqs,
                is_identity_allowed=command.is_identity_allowed,
            )
        case ClaimConsultation(consultation_id):
            return shapes.ClaimConsultation(command_id, consultation_id)
        case ReleaseConsultation(consultation_id, version):
            return shapes.ReleaseConsultation(command_id, consultation_id, version)
        case WriteToConsultation(consultation_id, text, is_answer, version):
            return shapes.WriteToConsultation(command_id, consultation_id, text, is_answer, version)
        case RecordConsultationCall(consultation_id, called_at, outcome, text):
            stamped = called_at.astimezone(UTC).isoformat(timespec="milliseconds")
            return shapes.RecordConsultationCall(
                command_id, consultation_id, stamped.replace("+00:00", "Z"), outcome.value, text
            )
        case CloseConsultation(consultation_id):
            return shapes.CloseConsultation(command_id, consultation_id)
        case WithdrawConsultation(consultation_id):
            return shapes.WithdrawConsultation(command_id, consultation_id)
    assert_never(command)


def consultation_command_of(shape: shapes.StaffConsultationCommand) -> ConsultationCommand:
    """A kept command, read again."""
    if isinstance(shape, shapes.OpenConsultation):
        about = shape.conversation_id
        return OpenConsultation(
            queue_id=QueueId(shape.queue_id),
            urgency=values.Urgency(shape.urgency),
            subject=shape.subject,
            text=shape.text,
            about=None if about is None else ConversationId(about),
            attached_seqs=shape.attached_seqs,
            is_identity_allowed=shape.is_identity_allowed,
        )
    consultation_id = ConsultationId(shape.consultation_id)
    match shape:
        case shapes.ClaimConsultation():
            return ClaimConsultation(consultation_id)
        case shapes.ReleaseConsultation():
            return ReleaseConsultation(consultation_id, shape.responsibility_version)
        case shapes.WriteToConsultation():
            return WriteToConsultation(
                consultation_id, shape.text, shape.is_answer, shape.responsibility_version
            )
        case shapes.RecordConsultationCall():
            called_at = datetime.fromisoformat(shape.called_at)
            return RecordConsultationCall(
                consultation_id, called_at, values.OnCallOutcome(shape.outcome), shape.text
            )
        case shapes.CloseConsultation():
            return CloseConsultation(consultation_id)
        case shapes.WithdrawConsultation():
            return WithdrawConsultation(consultation_id)
    assert_never(shape)
