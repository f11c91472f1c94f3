"""Snapshots from JSON: slice by slice, as each slice reads its own."""

from __future__ import annotations

from app.domain.desk_state import Capability, Snapshot
from app.domain.ids import ConversationId
from app.domain.limits import Limits
from app.wire.callbacks import callback_of
from app.wire.consents import consent_of
from app.wire.consultations import line_of, promises_of, thread_of
from app.wire.conversations import head_of, message_of, note_of
from app.wire.handbook import handbook_of
from app.wire.help_calls import help_call_of
from app.wire.identifications import person_shown
from app.wire.offers import offer_of
from app.wire.pre_information import services_of
from app.wire.problem_situations import debrief_of, guide_of
from app.wire.reading import read
from app.wire.service_model import calling_of, canned_of, queues_of, wrap_ups_of
from app.wire.shapes import snapshot as shapes
from app.wire.shifts import shift_of
from app.wire.values import person_of


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
        calling=calling_of(
            shape.calling_times, frozenset(shape.days_off), closes_after_days=shape.callbacks_close_after_days
        ),
        organisation=shape.texts.organisation,
        unprotected=shape.texts.unprotected,
        wrap_ups=wrap_ups_of(shape.texts),
        services=services_of(shape.texts.services),
        canned_answers=canned_of(shape.texts.canned_answers),
        problem_guide=guide_of(shape.texts.problem_guide),
        handbook=handbook_of(shape.texts.handbook),
        reason_from=shape.texts.reason_from,
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
        persons={
            ConversationId(window.conversation_id): person
            for window in shape.windows
            if (person := person_shown(window.person)) is not None
        },
        consents={
            ConversationId(window.conversation_id): tuple(consent_of(one) for one in window.consents)
            for window in shape.windows
        },
        callbacks=tuple(callback_of(callback) for callback in shape.callbacks),
        shift=shift_of(shape.shift),
        offers=tuple(offer_of(offer) for offer in shape.offers),
        help_calls=tuple(help_call_of(call) for call in shape.help_calls),
        consultation_queues=tuple(line_of(line) for line in shape.consultation_queues),
        consultations=tuple(thread_of(thread) for thread in shape.consultations),
        promises_kept=promises_of(shape.promises_kept),
        debriefs=tuple(debrief_of(debrief) for debrief in shape.debriefs),
    )


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
        attachment_bytes=shape.attachment_bytes,
        attachments_per_conversation=shape.attachments_per_conversation,
    )
