"""Facts, hints and beats from JSON: an unknown type becomes a value that only moves the cursor."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.domain.conversation import Author, Note
from app.domain.facts import (
    Beat,
    ConversationClosed,
    ConversationEnded,
    ConversationEntered,
    ConversationLeft,
    ConversationOpened,
    ConversationReturned,
    ConversationTransferred,
    ConversationWrappedUp,
    Fact,
    Hint,
    MessageWritten,
    NoteWritten,
    ReadMarked,
    ServiceModelActivated,
    Streamed,
    TypingHint,
    UnknownFact,
    UnknownHint,
    WaitingClaimed,
)
from app.domain.ids import ConversationId, QueueId
from app.wire import shapes
from app.wire.callbacks import CALLBACK_FACTS, decode_callback_fact
from app.wire.help_calls import HELP_FACTS, decode_help_fact
from app.wire.offers import OFFER_FACTS, decode_offer_fact
from app.wire.reading import read
from app.wire.shifts import SHIFT_FACTS, decode_shift_fact
from app.wire.snapshot import (
    canned_of,
    cause_of,
    head_of,
    message_of,
    note_of,
    person_of,
    queues_of,
    transfer_of,
    wrap_ups_of,
)

_Bytes = bytes | msgspec.Raw


def decode_streamed(cursor: int, after: int, body: bytes) -> Streamed:
    """One server-sent fact: its ``id``, its first ``data`` line and its second. Raises WireError."""
    return Streamed(cursor, after, decode_fact(body))


def decode_facts(body: bytes) -> tuple[tuple[Streamed, ...], tuple[Hint, ...], datetime]:
    """A long-polling answer: facts, hints and the backend's clock. Raises WireError."""
    page = read(body, shapes.StaffFacts)
    facts = tuple(Streamed(each.cursor, each.after, decode_fact(each.fact)) for each in page.facts)
    return facts, tuple(decode_hint(hint) for hint in page.hints), page.now


def decode_beat(body: bytes) -> Beat:
    """A heartbeat. Raises WireError."""
    beat = read(body, shapes.Beat)
    return Beat(beat.now, beat.cursor)


def decode_hint(body: _Bytes) -> Hint:
    """A hint. Raises WireError."""
    name = read(body, shapes.AnyHint).type
    if name != "Typing":
        return UnknownHint(name)
    typing = read(body, shapes.StaffTypingHint)
    return TypingHint(ConversationId(typing.conversation_id), Author(typing.by))


def decode_fact(body: _Bytes) -> Fact:
    """A fact of any type. Raises WireError for one of a known type that does not follow the contract."""
    about = read(body, shapes.AnyFact)
    match about.type:
        case "ConversationOpened":
            return _opened(read(body, shapes.StaffConversationOpened))
        case "MessageWritten":
            return _written(read(body, shapes.MessageWritten))
        case "ReadMarked":
            return _read_marked(read(body, shapes.ReadMarked))
        case "WaitingClaimed":
            return _claimed(read(body, shapes.StaffWaitingClaimed))
        case "ConversationEntered":
            return _entered(read(body, shapes.ConversationEntered))
        case "ConversationLeft":
            return _left(read(body, shapes.ConversationLeft))
        case "ConversationReturned":
            return _returned(read(body, shapes.ConversationReturned))
        case "ConversationTransferred":
            return _transferred(read(body, shapes.StaffConversationTransferred))
        case "NoteWritten":
            return _noted(read(body, shapes.NoteWritten))
        case "ConversationEnded":
            return _ended(read(body, shapes.ConversationEnded))
        case "ConversationWrappedUp":
            return _wrapped_up(read(body, shapes.ConversationWrappedUp))
        case "ConversationClosed":
            return _closed(read(body, shapes.ConversationClosed))
        case "ServiceModelActivated":
            return _activated(read(body, shapes.ServiceModelActivated))
        case name if name in HELP_FACTS:
            return decode_help_fact(name, body)
        case name if name in OFFER_FACTS:
            return decode_offer_fact(name, body)
        case name if name in CALLBACK_FACTS:
            return decode_callback_fact(name, body)
        case name if name in SHIFT_FACTS:
            return decode_shift_fact(name, body)
        case unknown:
            return UnknownFact(unknown, cause_of(about.caused_by))


def _opened(shape: shapes.StaffConversationOpened) -> Fact:
    return ConversationOpened(
        at=shape.at,
        caused_by=cause_of(shape.caused_by),
        conversation_id=ConversationId(shape.conversation_id),
        head=head_of(shape.head),
    )


def _written(shape: shapes.MessageWritten) -> Fact:
    return MessageWritten(
        at=shape.at,
        caused_by=cause_of(shape.caused_by),
        conversation_id=ConversationId(shape.conversation_id),
        seq=shape.seq,
        by=Author(shape.by),
        text=shape.text,
        masked=shape.masked,
    )


def _read_marked(shape: shapes.ReadMarked) -> Fact:
    return ReadMarked(
        at=shape.at,
        caused_by=cause_of(shape.caused_by),
        conversation_id=ConversationId(shape.conversation_id),
        by=Author(shape.by),
        seq=shape.seq,
    )


def _claimed(shape: shapes.StaffWaitingClaimed) -> Fact:
    return WaitingClaimed(
        at=shape.at,
        caused_by=cause_of(shape.caused_by),
        conversation_id=ConversationId(shape.conversation_id),
        holder=person_of(shape.holder),
        responsibility_version=shape.responsibility_version,
    )


def _entered(shape: shapes.ConversationEntered) -> Fact:
    return ConversationEntered(
        at=shape.at,
        caused_by=cause_of(shape.caused_by),
        conversation_id=ConversationId(shape.conversation_id),
        head=head_of(shape.head),
        up_to_seq=shape.up_to_seq,
        messages=tuple(message_of(message) for message in shape.messages),
        notes=tuple(note_of(note) for note in shape.notes),
    )


def _left(shape: shapes.ConversationLeft) -> Fact:
    return ConversationLeft(
        at=shape.at,
        caused_by=cause_of(shape.caused_by),
        conversation_id=ConversationId(shape.conversation_id),
    )


def _returned(shape: shapes.ConversationReturned) -> Fact:
    return ConversationReturned(
        at=shape.at,
        caused_by=cause_of(shape.caused_by),
        conversation_id=ConversationId(shape.conversation_id),
        queue_id=QueueId(shape.queue_id),
        responsibility_version=shape.responsibility_version,
        waiting_since=shape.waiting_since,
        reason=shape.reason,
    )


def _transferred(shape: shapes.StaffConversationTransferred) -> Fact:
    return ConversationTransferred(
        at=shape.at,
        caused_by=cause_of(shape.caused_by),
        conversation_id=ConversationId(shape.conversation_id),
        queue_id=QueueId(shape.queue_id),
        responsibility_version=shape.responsibility_version,
        waiting_since=shape.waiting_since,
        hand_overs=shape.hand_overs,
        transfer=transfer_of(shape.transfer),
    )


def _noted(shape: shapes.NoteWritten) -> Fact:
    return NoteWritten(
        at=shape.at,
        caused_by=cause_of(shape.caused_by),
        conversation_id=ConversationId(shape.conversation_id),
        note=Note(shape.number, shape.after_seq, person_of(shape.by), shape.at, shape.text),
    )


def _ended(shape: shapes.ConversationEnded) -> Fact:
    return ConversationEnded(
        at=shape.at,
        caused_by=cause_of(shape.caused_by),
        conversation_id=ConversationId(shape.conversation_id),
        by=Author(shape.by),
    )


def _wrapped_up(shape: shapes.ConversationWrappedUp) -> Fact:
    return ConversationWrappedUp(
        at=shape.at,
        caused_by=cause_of(shape.caused_by),
        conversation_id=ConversationId(shape.conversation_id),
        by=person_of(shape.by),
        contact_reasons=shape.contact_reasons,
        outcome=shape.outcome,
        notes=shape.notes,
        service_model_version=shape.service_model_version,
    )


def _closed(shape: shapes.ConversationClosed) -> Fact:
    return ConversationClosed(
        at=shape.at,
        caused_by=cause_of(shape.caused_by),
        conversation_id=ConversationId(shape.conversation_id),
        reason=shape.reason,
    )


def _activated(shape: shapes.ServiceModelActivated) -> Fact:
    return ServiceModelActivated(
        at=shape.at,
        caused_by=cause_of(shape.caused_by),
        service_model_version=shape.service_model_version,
        queues=queues_of(shape.queues),
        organisation=shape.texts.organisation,
        unprotected=shape.texts.unprotected,
        wrap_ups=wrap_ups_of(shape.texts),
        canned_answers=canned_of(shape.texts.canned_answers),
    )
