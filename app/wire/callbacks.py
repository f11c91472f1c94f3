"""Callback requests: their facts from JSON, their commands to JSON and back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final, assert_never

import msgspec

from app.domain.callback import Attempt, AttemptOutcome, Callback, CallbackReason, CallbackState
from app.domain.callback_commands import CallbackCommand, ClaimCallback, RecordAttempt, ReleaseCallback
from app.domain.callback_facts import (
    AttemptRecorded,
    CallbackClaimed,
    CallbackClosed,
    CallbackFact,
    CallbackNumberShown,
    CallbackRequested,
    CallbackReturned,
)
from app.domain.calling_time import Wish
from app.domain.conversation import Topic
from app.domain.ids import CallbackId, CommandId, QueueId
from app.domain.wrap_up import CallWrapUp
from app.wire.reading import read
from app.wire.shapes import callbacks as shapes
from app.wire.shapes import wrap_ups
from app.wire.values import about_callback, person_of

CALLBACK_FACTS: Final = frozenset(
    {
        "CallbackRequested",
        "CallbackClaimed",
        "CallbackNumberShown",
        "AttemptRecorded",
        "CallbackReturned",
        "CallbackClosed",
    }
)


def decode_callback_fact(name: str, body: bytes | msgspec.Raw) -> CallbackFact:
    """A fact of one of `CALLBACK_FACTS`. Raises WireError when it does not follow the contract."""
    match name:
        case "CallbackRequested":
            requested = read(body, shapes.CallbackRequested)
            return CallbackRequested(*about_callback(requested), callback_of(requested.callback))
        case "CallbackClaimed":
            claimed = read(body, shapes.CallbackClaimed)
            return CallbackClaimed(
                *about_callback(claimed), person_of(claimed.holder), claimed.responsibility_version
            )
        case "CallbackNumberShown":
            shown = read(body, shapes.CallbackNumberShown)
            return CallbackNumberShown(*about_callback(shown), shown.phone)
        case "AttemptRecorded":
            recorded = read(body, shapes.AttemptRecorded)
            return AttemptRecorded(*about_callback(recorded), attempt_of(recorded.attempt), recorded.due_at)
        case "CallbackReturned":
            returned = read(body, shapes.CallbackReturned)
            return CallbackReturned(
                *about_callback(returned), returned.responsibility_version, returned.reason
            )
        case _:
            closed = read(body, shapes.CallbackClosed)
            return CallbackClosed(*about_callback(closed), CallbackReason(closed.reason))


def callback_shape_of(command: CallbackCommand, command_id: CommandId) -> shapes.StaffCallbackCommand:
    """A command as it is sent."""
    match command:
        case ClaimCallback(callback_id):
            return shapes.ClaimCallback(command_id, callback_id)
        case ReleaseCallback(callback_id, version):
            return shapes.ReleaseCallback(command_id, callback_id, version)
        case RecordAttempt(callback_id, version, outcome, dialled_at, wrap_up):
            # Milliseconds, as the contract writes times.
            at = dialled_at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
            said = None if wrap_up is None else _shape_of(wrap_up)
            return shapes.RecordAttempt(command_id, callback_id, version, outcome.value, at, said)
    assert_never(command)


def callback_command_of(shape: shapes.StaffCallbackCommand) -> CallbackCommand:
    """A command as it was kept."""
    callback_id = CallbackId(shape.callback_id)
    match shape:
        case shapes.ClaimCallback():
            return ClaimCallback(callback_id)
        case shapes.ReleaseCallback():
            return ReleaseCallback(callback_id, shape.responsibility_version)
        case shapes.RecordAttempt():
            outcome = AttemptOutcome(shape.outcome)
            return RecordAttempt(
                callback_id,
                shape.responsibility_version,
                outcome,
                datetime.fromisoformat(shape.dialled_at),
                None if shape.wrap_up is None else _wrap_up_of(shape.wrap_up),
            )
    assert_never(shape)


def _shape_of(said: CallWrapUp) -> wrap_ups.CallWrapUp:
    return wrap_ups.CallWrapUp(
        said.contact_reasons, said.outcome, said.notes, said.service_model_version, said.is_test
    )


def _wrap_up_of(shape: wrap_ups.CallWrapUp) -> CallWrapUp:
    return CallWrapUp(
        shape.contact_reasons, shape.outcome, shape.notes, shape.service_model_version, shape.is_test
    )


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
        booked=(
            None
            if shape.booked_from is None or shape.booked_until is None
            else (shape.booked_from, shape.booked_until)
        ),
        is_identified=shape.is_identified,
    )


def attempt_of(shape: shapes.Attempt) -> Attempt:
    """One try."""
    return Attempt(shape.number, shape.at, person_of(shape.by), AttemptOutcome(shape.outcome))
