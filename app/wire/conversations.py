"""Conversations: their facts and heads, messages and notes from JSON."""

from __future__ import annotations

from typing import Final

import msgspec

from app.domain.contact_marks import known_marks
from app.domain.conversation import (
    Attachment,
    AttachmentKind,
    Author,
    Channel,
    ConversationState,
    Direction,
    Head,
    Identity,
    Message,
    Note,
    Topic,
    Transfer,
)
from app.domain.facts import (
    AnswerPromised,
    ConversationClosed,
    ConversationEnded,
    ConversationEntered,
    ConversationLeft,
    ConversationOpened,
    ConversationReturned,
    ConversationTransferred,
    ConversationWrappedUp,
    Fact,
    MessageWritten,
    NoteWritten,
    ReadMarked,
    WaitingClaimed,
)
from app.domain.ids import ConversationId, QueueId
from app.domain.marks import HelpAbout
from app.domain.masking import SpanMasked
from app.wire.consents import consent_of
from app.wire.identifications import identification_of, person_shown
from app.wire.pre_information import pre_information_of
from app.wire.problem_situations import concern_of, situation_of
from app.wire.reading import read
from app.wire.shapes import conversations as shapes
from app.wire.shapes import transfers, wrap_ups
from app.wire.values import about_conversation, cause_of, person_of

CONVERSATION_FACTS: Final = frozenset(
    {
        "ConversationOpened",
        "MessageWritten",
        "AnswerPromised",
        "SpanMasked",
        "ReadMarked",
        "WaitingClaimed",
        "ConversationEntered",
        "ConversationLeft",
        "ConversationReturned",
        "ConversationTransferred",
        "NoteWritten",
        "ConversationEnded",
        "ConversationWrappedUp",
        "ConversationClosed",
    }
)


def decode_conversation_fact(name: str, body: bytes | msgspec.Raw) -> Fact:
    """A fact of one of `CONVERSATION_FACTS`. Raises WireError when it does not follow the contract."""
    match name:
        case "ConversationOpened":
            return _opened(read(body, shapes.StaffConversationOpened))
        case "MessageWritten":
            return _written(read(body, shapes.MessageWritten))
        case "AnswerPromised":
            promised = read(body, shapes.AnswerPromised)
            return AnswerPromised(*about_conversation(promised), due_at=promised.due_at)
        case "SpanMasked":
            masked = read(body, shapes.SpanMasked)
            return SpanMasked(*about_conversation(masked), masked.seq, masked.text, masked.masked)
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
            return _transferred(read(body, transfers.StaffConversationTransferred))
        case "NoteWritten":
            return _noted(read(body, shapes.NoteWritten))
        case "ConversationEnded":
            return _ended(read(body, shapes.ConversationEnded))
        case "ConversationWrappedUp":
            return _wrapped_up(read(body, wrap_ups.ConversationWrappedUp))
        case _:
            return _closed(read(body, shapes.ConversationClosed))


def head_of(shape: shapes.Head) -> Head:
    """A conversation's head."""
    return Head(
        conversation_id=ConversationId(shape.conversation_id),
        alias=shape.alias,
        state=ConversationState(shape.state),
        queue_id=QueueId(shape.queue_id),
        language=shape.language,
        identity=Identity(shape.identity),
        service_id=shape.service_id,
        topic=Topic(shape.topic.topic_id, shape.topic.name),
        opened_at=shape.opened_at,
        waiting_since=shape.waiting_since,
        holder=None if shape.holder is None else person_of(shape.holder),
        claimed_at=shape.claimed_at,
        ended_by=None if shape.ended_by is None else Author(shape.ended_by),
        responsibility_version=shape.responsibility_version,
        hand_overs=shape.hand_overs,
        transfer=None if shape.transfer is None else transfer_of(shape.transfer),
        last_seq=shape.last_seq,
        last_line=shape.last_line,
        last_by=None if shape.last_by is None else Author(shape.last_by),
        last_at=shape.last_at,
        customer_wrote_at=shape.customer_wrote_at,
        read_by_customer=shape.read_by_customer,
        read_by_counsellor=shape.read_by_counsellor,
        identification=identification_of(shape.identification),
        concern=concern_of(shape.concern),
        language_barrier=None if shape.language_barrier is None else HelpAbout(shape.language_barrier),
        problem_situation=None if shape.problem_situation is None else situation_of(shape.problem_situation),
        pre_information=pre_information_of(shape.pre_information),
        channel=Channel(shape.channel),
        due_at=shape.due_at,
        direction=Direction(shape.direction),
        open_until=shape.open_until,
    )


def transfer_of(shape: transfers.Transfer) -> Transfer:
    """How a conversation came to its queue."""
    return Transfer(
        by=person_of(shape.by),
        from_queue_id=QueueId(shape.from_queue_id),
        at=shape.at,
        internal_message=shape.internal_message,
    )


def message_of(shape: shapes.Message) -> Message:
    """One utterance."""
    return Message(
        seq=shape.seq,
        by=Author(shape.by),
        at=shape.at,
        text=shape.text,
        masked=shape.masked,
        caused_by=cause_of(shape.caused_by),
        attachment=attachment_of(shape.attachment),
    )


def attachment_of(shape: shapes.Attachment | None) -> Attachment | None:
    """The file that is a message, if it is one."""
    if shape is None:
        return None
    return Attachment(shape.attachment_id, AttachmentKind(shape.kind), shape.bytes, shape.pages)


def note_of(shape: shapes.Note) -> Note:
    """A note for professionals."""
    return Note(
        number=shape.number,
        after_seq=shape.after_seq,
        by=person_of(shape.by),
        at=shape.at,
        text=shape.text,
        caused_by=cause_of(shape.caused_by),
    )


def _opened(shape: shapes.StaffConversationOpened) -> Fact:
    return ConversationOpened(*about_conversation(shape), head=head_of(shape.head))


def _written(shape: shapes.MessageWritten) -> Fact:
    return MessageWritten(
        *about_conversation(shape),
        seq=shape.seq,
        by=Author(shape.by),
        text=shape.text,
        masked=shape.masked,
        attachment=attachment_of(shape.attachment),
    )


def _read_marked(shape: shapes.ReadMarked) -> Fact:
    return ReadMarked(*about_conversation(shape), by=Author(shape.by), seq=shape.seq)


def _claimed(shape: shapes.StaffWaitingClaimed) -> Fact:
    return WaitingClaimed(
        *about_conversation(shape),
        holder=person_of(shape.holder),
        responsibility_version=shape.responsibility_version,
    )


def _entered(shape: shapes.ConversationEntered) -> Fact:
    return ConversationEntered(
        *about_conversation(shape),
        head=head_of(shape.head),
        up_to_seq=shape.up_to_seq,
        messages=tuple(message_of(message) for message in shape.messages),
        notes=tuple(note_of(note) for note in shape.notes),
        person=person_shown(shape.person),
        consents=tuple(consent_of(consent) for consent in shape.consents),
    )


def _left(shape: shapes.ConversationLeft) -> Fact:
    return ConversationLeft(*about_conversation(shape))


def _returned(shape: shapes.ConversationReturned) -> Fact:
    return ConversationReturned(
        *about_conversation(shape),
        queue_id=QueueId(shape.queue_id),
        responsibility_version=shape.responsibility_version,
        waiting_since=shape.waiting_since,
        reason=shape.reason,
    )


def _transferred(shape: transfers.StaffConversationTransferred) -> Fact:
    return ConversationTransferred(
        *about_conversation(shape),
        queue_id=QueueId(shape.queue_id),
        responsibility_version=shape.responsibility_version,
        waiting_since=shape.waiting_since,
        hand_overs=shape.hand_overs,
        transfer=transfer_of(shape.transfer),
    )


def _noted(shape: shapes.NoteWritten) -> Fact:
    return NoteWritten(
        *about_conversation(shape),
        note=Note(
            number=shape.number,
            after_seq=shape.after_seq,
            by=person_of(shape.by),
            at=shape.at,
            text=shape.text,
            caused_by=cause_of(shape.caused_by),
        ),
    )


def _ended(shape: shapes.ConversationEnded) -> Fact:
    return ConversationEnded(*about_conversation(shape), by=Author(shape.by))


def _wrapped_up(shape: wrap_ups.ConversationWrappedUp) -> Fact:
    return ConversationWrappedUp(
        *about_conversation(shape),
        by=person_of(shape.by),
        contact_reasons=shape.contact_reasons,
        outcome=shape.outcome,
        notes=shape.notes,
        service_model_version=shape.service_model_version,
        is_test=shape.is_test,
        marks=known_marks(shape.marks),
    )


def _closed(shape: shapes.ConversationClosed) -> Fact:
    return ConversationClosed(*about_conversation(shape), reason=shape.reason)
