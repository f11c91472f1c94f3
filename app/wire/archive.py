"""The archive, to and from JSON."""

from __future__ import annotations

import msgspec

from app.domain.archive import (
    Archived,
    ArchivedHead,
    ArchivePage,
    ArchiveStep,
    Material,
    MaterialLine,
    Sought,
    Step,
    Totals,
)
from app.domain.contact_marks import ContactMark
from app.domain.conversation import Author, Channel, Direction, Identity, Topic
from app.domain.ids import ConversationId, QueueId
from app.domain.pre_information import QueueRef
from app.domain.wrap_up import Code
from app.wire.conversations import message_of, note_of
from app.wire.identifications import person_shown
from app.wire.reading import read
from app.wire.shapes import archive as shapes
from app.wire.shapes import pre_information as queue_shapes
from app.wire.shapes import values
from app.wire.shapes import wrap_ups as code_shapes
from app.wire.values import person_of

_KNOWN_MARKS = {mark.value for mark in ContactMark}


def encode_search(sought: Sought, next_from: str | None) -> bytes:
    """What ``POST /api/v1/staff/archive/search`` asks."""
    return msgspec.json.encode(
        shapes.SearchArchive(
            None if sought.closed_from is None else sought.closed_from.isoformat(),
            None if sought.closed_to is None else sought.closed_to.isoformat(),
            sought.queue_id,
            sought.service_id,
            sought.topic_id,
            sought.outcome,
            sought.contact_reason,
            sought.who,
            sought.words,
            next_from,
        )
    )


def decode_archive_page(body: bytes) -> ArchivePage:
    """The answer to a search. Raises WireError."""
    shape = read(body, shapes.ArchivePage)
    totals = shape.totals
    return ArchivePage(
        tuple(_head_of(each) for each in shape.found),
        shape.next_from,
        shape.looked_to,
        None if totals is None else Totals(totals.today, totals.this_month, totals.this_year, totals.ever),
    )


def decode_archived(body: bytes) -> Archived:
    """The answer to ``GET /api/v1/staff/archive/{conversation_id}``. Raises WireError."""
    shape = read(body, shapes.ArchivedConversation)
    return Archived(
        _head_of(shape.head),
        tuple(message_of(each) for each in shape.messages),
        tuple(note_of(each) for each in shape.notes),
        person_shown(shape.person),
        shape.wrap_up_notes,
        tuple(ContactMark(each) for each in shape.marks if each in _KNOWN_MARKS),
        tuple(_step_of(each) for each in shape.steps),
        shape.has_older,
    )


def decode_material(body: bytes) -> Material:
    """The answer to ``GET /api/v1/staff/archive/{conversation_id}/material``. Raises WireError."""
    shape = read(body, shapes.ArchiveMaterial)
    return Material(
        shape.language,
        _topic_of(shape.topic),
        shape.role,
        tuple(MaterialLine(Author(each.by), each.text) for each in shape.lines),
        shape.has_older,
    )


def _head_of(shape: shapes.ArchivedHead) -> ArchivedHead:
    return ArchivedHead(
        conversation_id=ConversationId(shape.conversation_id),
        alias=shape.alias,
        queue=_queue_of(shape.queue),
        language=shape.language,
        identity=Identity(shape.identity),
        channel=Channel(shape.channel),
        direction=Direction(shape.direction),
        topic=_topic_of(shape.topic),
        finer_topic=None if shape.finer_topic is None else _topic_of(shape.finer_topic),
        opened_at=shape.opened_at,
        closed_at=shape.closed_at,
        is_answered=shape.closed_reason == "answered",
        holder=None if shape.holder is None else person_of(shape.holder),
        hand_overs=shape.hand_overs,
        contact_reasons=tuple(_code_of(each) for each in shape.contact_reasons),
        outcome=None if shape.outcome is None else _code_of(shape.outcome),
        is_test=shape.is_test,
    )


def _step_of(shape: shapes.ArchiveStep) -> ArchiveStep:
    return ArchiveStep(
        shape.at,
        Step(shape.step),
        None if shape.by is None else person_of(shape.by),
        None if shape.queue is None else _queue_of(shape.queue),
        shape.internal_message,
    )


def _queue_of(shape: queue_shapes.QueueRef) -> QueueRef:
    return QueueRef(QueueId(shape.queue_id), shape.name)


def _topic_of(shape: values.Topic) -> Topic:
    return Topic(shape.topic_id, shape.name)


def _code_of(shape: code_shapes.Code) -> Code:
    return Code(shape.code_id, shape.name)
