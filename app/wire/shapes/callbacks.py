"""Callback requests: the request and its attempts, what happens to them, and what is meant to."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from app.wire.shapes.values import Count, Person, Seq, Time, Topic
from app.wire.shapes.wrap_ups import CallWrapUp


class Attempt(Struct, frozen=True):
    """One try to reach a customer by telephone."""

    number: Seq
    at: Time
    by: Person
    outcome: Literal["reached", "no_answer", "busy", "voicemail", "wrong_number", "declined"]


class Callback(Struct, frozen=True):
    """A callback request."""

    callback_id: str
    state: Literal["waiting", "claimed", "closed"]
    queue_id: str
    language: str
    service_id: str
    topic: Topic
    masked_phone: str
    phone: str | None
    wish: Literal["any", "forenoon", "afternoon"]
    may_leave_voicemail: bool
    text: str
    requested_at: Time
    due_at: Time
    attempts: tuple[Attempt, ...]
    holder: Person | None
    claimed_at: Time | None
    responsibility_version: Count
    closed_reason: Literal["reached", "not_reached", "wrong_number", "declined", "withdrawn", "lapsed"] | None
    closed_at: Time | None
    booked_from: Time | None
    booked_until: Time | None
    is_identified: bool


class CallbackRequested(Struct, frozen=True):
    """A customer wishes to be called."""

    at: Time
    caused_by: str | None
    callback_id: str
    callback: Callback


class CallbackClaimed(Struct, frozen=True):
    """Somebody has taken a request."""

    at: Time
    caused_by: str | None
    callback_id: str
    holder: Person
    responsibility_version: Count


class CallbackNumberShown(Struct, frozen=True):
    """The whole number, to its holder."""

    at: Time
    caused_by: str | None
    callback_id: str
    phone: str | None


class AttemptRecorded(Struct, frozen=True):
    """One try, and when the next is proposed."""

    at: Time
    caused_by: str | None
    callback_id: str
    attempt: Attempt
    due_at: Time


class CallbackReturned(Struct, frozen=True):
    """A request waits again."""

    at: Time
    caused_by: str | None
    callback_id: str
    responsibility_version: Count
    reason: str


class CallbackClosed(Struct, frozen=True):
    """A request is over."""

    at: Time
    caused_by: str | None
    callback_id: str
    reason: Literal["reached", "not_reached", "wrong_number", "declined", "withdrawn", "lapsed"]


class ClaimCallback(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Take a callback request."""

    command_id: str
    callback_id: str


class ReleaseCallback(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Give it back."""

    command_id: str
    callback_id: str
    responsibility_version: int


class RecordAttempt(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """What came of a call."""

    command_id: str
    callback_id: str
    responsibility_version: int
    outcome: str
    dialled_at: str
    wrap_up: CallWrapUp | None


StaffCallbackCommand = ClaimCallback | ReleaseCallback | RecordAttempt
