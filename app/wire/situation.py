"""The situation, from JSON."""

from __future__ import annotations

from datetime import timedelta

import msgspec

from app.domain.conversation import Topic
from app.domain.hand_overs import MovedOften
from app.domain.ids import ConversationId, QueueId, StaffId
from app.domain.presence import Presence
from app.domain.queue import QueueKind
from app.domain.situation import HalfHour, OftenMoved, PersonSituation, QueueSituation, Situation
from app.wire.reading import read
from app.wire.shapes import situation as shapes
from app.wire.values import about_conversation, person_of


def decode_situation(body: bytes) -> Situation:
    """The answer to ``GET /api/v1/staff/situation``. Raises WireError."""
    shape = read(body, shapes.Situation)
    return Situation(
        shape.now,
        tuple(_queue_of(each) for each in shape.queues),
        tuple(_person_of(each) for each in shape.people),
        tuple(HalfHour(each.begins_at, each.answered, each.in_target) for each in shape.half_hours),
        tuple(_often_of(each) for each in shape.moved_often),
    )


def decode_moved_often(body: bytes | msgspec.Raw) -> MovedOften:
    """The fact of that name. Raises WireError."""
    shape = read(body, shapes.MovedOften)
    return MovedOften(
        *about_conversation(shape),
        alias=shape.alias,
        queue_id=QueueId(shape.queue_id),
        topic=Topic(shape.topic.topic_id, shape.topic.name),
        hand_overs=shape.hand_overs,
        by=person_of(shape.by),
    )


def _queue_of(shape: shapes.QueueSituation) -> QueueSituation:
    return QueueSituation(
        queue_id=QueueId(shape.queue_id),
        name=shape.name,
        kind=QueueKind(shape.kind),
        target=timedelta(seconds=shape.target_s),
        waiting=shape.waiting,
        waiting_since=shape.waiting_since,
        held=shape.held,
        on_duty=shape.on_duty,
        free=shape.free,
        answered_today=shape.answered_today,
        in_target_today=shape.in_target_today,
        reply_delay=None if shape.reply_delay_s is None else timedelta(seconds=shape.reply_delay_s),
    )


def _often_of(shape: shapes.OftenMoved) -> OftenMoved:
    return OftenMoved(
        ConversationId(shape.conversation_id),
        shape.alias,
        QueueId(shape.queue_id),
        Topic(shape.topic.topic_id, shape.topic.name),
        shape.hand_overs,
        shape.moved_at,
        shape.holder_name,
    )


def _person_of(shape: shapes.PersonSituation) -> PersonSituation:
    return PersonSituation(
        staff_id=StaffId(shape.staff_id),
        display_name=shape.display_name,
        presence=Presence(shape.presence),
        presence_since=shape.presence_since,
        load=shape.load,
        capacity=shape.capacity,
        to_wrap_up=shape.to_wrap_up,
        unanswered_since=shape.unanswered_since,
    )
