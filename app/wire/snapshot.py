"""Snapshots from JSON, and the values that facts share with them."""

from __future__ import annotations

from datetime import timedelta

from app.domain.callback import (
    Attempt,
    AttemptOutcome,
    Callback,
    CallbackReason,
    CallbackState,
    Wish,
)
from app.domain.canned import CannedAnswer
from app.domain.conversation import (
    Author,
    ConversationState,
    Head,
    Identity,
    Message,
    Note,
    Staff,
    Topic,
    Transfer,
)
from app.domain.desk_state import Capability, Snapshot
from app.domain.help_call import HelpCall
from app.domain.ids import CallbackId, CommandId, ConversationId, QueueId, StaffId
from app.domain.limits import Limits
from app.domain.offer import Offer
from app.domain.queue import Opening, Queue, QueueKind
from app.domain.wrap_up import Code, ServiceCodes
from app.wire import shapes
from app.wire.reading import read
from app.wire.shifts import shift_of


def decode_snapshot(body: bytes) -> Snapshot:
    """The answer to ``GET /api/v1/staff/snapshot``. Raises WireError."""
    shape = read(body, shapes.StaffSnapshot)
    known = {capability.value for capability in Capability}
    return Snapshot(
        cursor=shape.cursor,
        now=shape.now,
        me=person_of(shape.staff),
        capabilities=frozenset(Capability(name) for name in shape.capabilities if name in known),
        is_practice=shape.is_practice,
        capacity=shape.capacity,
        service_model_version=shape.service_model_version,
        limits=_limits_of(shape.limits),
        days_off=frozenset(shape.days_off),
        organisation=shape.texts.organisation,
        unprotected=shape.texts.unprotected,
        wrap_ups=wrap_ups_of(shape.texts),
        canned_answers=canned_of(shape.texts.canned_answers),
        queues=queues_of(shape.queues),
        heads=tuple(head_of(head) for head in shape.heads),
        windows={
            ConversationId(window.conversation_id): tuple(message_of(message) for message in window.messages)
            for window in shape.windows
        },
        notes={
            ConversationId(window.conversation_id): tuple(note_of(note) for note in window.notes)
            for window in shape.windows
        },
        callbacks=tuple(callback_of(callback) for callback in shape.callbacks),
        shift=shift_of(shape.shift),
        offers=tuple(offer_of(offer) for offer in shape.offers),
        help_calls=tuple(help_call_of(call) for call in shape.help_calls),
    )


def queues_of(queues: tuple[shapes.Queue, ...]) -> tuple[Queue, ...]:
    """Queues in the order of the service model."""
    return tuple(
        Queue(
            queue_id=QueueId(shape.queue_id),
            name=shape.name,
            kind=QueueKind(shape.kind),
            language=shape.language,
            target=timedelta(seconds=shape.target_s),
            openings=tuple(Opening(each.opens_at, each.closes_at) for each in shape.openings),
            hours_known_until=shape.hours_known_until,
        )
        for shape in queues
    )


def wrap_ups_of(texts: shapes.StaffTexts) -> tuple[ServiceCodes, ...]:
    """What the wrap-up of each service chooses from."""
    return tuple(
        ServiceCodes(
            service_id=shape.service_id,
            contact_reasons=tuple(Code(code.code_id, code.name) for code in shape.contact_reasons),
            outcomes=tuple(Code(code.code_id, code.name) for code in shape.outcomes),
            by_topic={topic.topic_id: topic.contact_reasons for topic in shape.topics},
        )
        for shape in texts.wrap_ups
    )


def canned_of(answers: tuple[shapes.CannedAnswer, ...]) -> tuple[CannedAnswer, ...]:
    """Canned answers in the order of the service model; a language without a text is left out."""
    return tuple(
        CannedAnswer(
            shortcut=shape.shortcut,
            name=shape.name,
            text={
                language: text
                for language, text in (("fi", shape.text.fi), ("sv", shape.text.sv), ("en", shape.text.en))
                if text is not None
            },
            is_anonymous_only=shape.is_anonymous_only,
        )
        for shape in answers
    )


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
    )


def transfer_of(shape: shapes.Transfer) -> Transfer:
    """How a conversation came to its queue."""
    return Transfer(
        by=person_of(shape.by),
        from_queue_id=QueueId(shape.from_queue_id),
        at=shape.at,
        internal_message=shape.internal_message,
    )


def offer_of(shape: shapes.Offer) -> Offer:
    """An offer."""
    return Offer(
        conversation_id=ConversationId(shape.conversation_id),
        alias=shape.alias,
        queue_id=QueueId(shape.queue_id),
        language=shape.language,
        identity=Identity(shape.identity),
        topic=Topic(shape.topic.topic_id, shape.topic.name),
        hand_overs=shape.hand_overs,
        by=person_of(shape.by),
        to=person_of(shape.to),
        offered_at=shape.offered_at,
        lapses_at=shape.lapses_at,
        internal_message=shape.internal_message,
        responsibility_version=shape.responsibility_version,
    )


def help_call_of(shape: shapes.HelpCall) -> HelpCall:
    """A call for help."""
    return HelpCall(
        conversation_id=ConversationId(shape.conversation_id),
        alias=shape.alias,
        queue_id=QueueId(shape.queue_id),
        language=shape.language,
        identity=Identity(shape.identity),
        topic=Topic(shape.topic.topic_id, shape.topic.name),
        by=person_of(shape.by),
        called_at=shape.called_at,
        text=shape.text,
        helper=None if shape.helper is None else person_of(shape.helper),
        responsibility_version=shape.responsibility_version,
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
    )


def note_of(shape: shapes.Note) -> Note:
    """A note for professionals."""
    return Note(shape.number, shape.after_seq, person_of(shape.by), shape.at, shape.text)


def callback_of(shape: shapes.Callback) -> Callback:
    """A callback request."""
    return Callback(
        callback_id=CallbackId(shape.callback_id),
        state=CallbackState(shape.state),
        queue_id=QueueId(shape.queue_id),
        language=shape.language,
        service_id=shape.service_id,
        topic=Topic(shape.topic.topic_id, shape.topic.name),
        masked_phone=shape.masked_phone,
        phone=shape.phone,
        wish=Wish(shape.wish),
        may_leave_voicemail=shape.may_leave_voicemail,
        text=shape.text,
        requested_at=shape.requested_at,
        due_at=shape.due_at,
        attempts=tuple(attempt_of(attempt) for attempt in shape.attempts),
        holder=None if shape.holder is None else person_of(shape.holder),
        claimed_at=shape.claimed_at,
        responsibility_version=shape.responsibility_version,
        closed_reason=None if shape.closed_reason is None else CallbackReason(shape.closed_reason),
        closed_at=shape.closed_at,
    )


def attempt_of(shape: shapes.Attempt) -> Attempt:
    """One try."""
    return Attempt(shape.number, shape.at, person_of(shape.by), AttemptOutcome(shape.outcome))


def cause_of(command_id: str | None) -> CommandId | None:
    """The command something came from."""
    return None if command_id is None else CommandId(command_id)


def person_of(shape: shapes.Person) -> Staff:
    """Somebody of staff."""
    return Staff(StaffId(shape.staff_id), shape.display_name)


def _limits_of(shape: shapes.Limits) -> Limits:
    return Limits(
        message_characters=shape.message_characters,
        message_bytes=shape.message_bytes,
        typing_every_s=shape.typing_every_s,
        read_every_s=shape.read_every_s,
        hold_lapses_s=shape.hold_lapses_s,
        waiting_lapses_s=shape.waiting_lapses_s,
        offer_lapses_s=shape.offer_lapses_s,
        page_messages=shape.page_messages,
        window_messages=shape.window_messages,
        ask_after_s=shape.ask_after_s,
        now_or_never_s=shape.now_or_never_s,
    )
