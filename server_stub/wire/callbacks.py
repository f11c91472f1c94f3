"""callbacks: Callback requests and their facts as they cross the wire (CONTRACT.md sections 4 and 5).

The number is masked for everybody; the whole one is put in for whoever has claimed the request, at delivery.
"""

from typing import assert_never

import msgspec

from server_stub.helpline import callback_values as values
from server_stub.helpline.booking import Window
from server_stub.helpline.phone_numbers import grouped, masked
from server_stub.helpline.values import Millis
from server_stub.wire.heads import ModelWords, StaffRef, TopicRef, stamp, stamp_or_none

_encoder = msgspec.json.Encoder()


class Attempt(msgspec.Struct, frozen=True):
    """One try to reach the customer."""

    number: int
    at: str
    by: StaffRef
    outcome: str


class Callback(msgspec.Struct, frozen=True):
    """A request as staff see it; `phone` for its holder only."""

    callback_id: str
    state: str
    queue_id: str
    language: str
    service_id: str
    topic: TopicRef
    masked_phone: str
    phone: str | None
    wish: str
    may_leave_voicemail: bool
    text: str
    requested_at: str
    due_at: str
    attempts: tuple[Attempt, ...]
    holder: StaffRef | None
    claimed_at: str | None
    responsibility_version: int
    closed_reason: str | None
    closed_at: str | None
    booked_from: str | None
    booked_until: str | None
    is_identified: bool


class CustomerCallback(msgspec.Struct, frozen=True):
    """A customer's own request; names nobody of staff."""

    callback_id: str
    state: str
    reason: str | None
    service_id: str
    topic: TopicRef
    masked_phone: str
    wish: str
    may_leave_voicemail: bool
    requested_at: str
    attempts: int
    booked_from: str | None
    booked_until: str | None


class CallbackWindow(msgspec.Struct, frozen=True):
    """A time that may be booked."""

    begins_at: str
    ends_at: str


class CallbackWindows(msgspec.Struct, frozen=True):
    """What may be booked for a topic now, the earliest first."""

    windows: tuple[CallbackWindow, ...]


class CallbackFact(msgspec.Struct, frozen=True):
    """What every fact about a request carries."""

    at: str
    caused_by: str | None
    callback_id: str


class CallbackRequested(CallbackFact, frozen=True, tag="CallbackRequested"):
    """A customer wishes to be called."""

    callback: Callback


class CallbackClaimed(CallbackFact, frozen=True, tag="CallbackClaimed"):
    """Taken, and by whom."""

    holder: StaffRef
    responsibility_version: int


class CallbackNumberShown(CallbackFact, frozen=True, tag="CallbackNumberShown"):
    """The whole number; empty as stored, filled at delivery for as long as she has the claim."""

    phone: str | None = None


class AttemptRecorded(CallbackFact, frozen=True, tag="AttemptRecorded"):
    """One try."""

    attempt: Attempt
    due_at: str


class CallbackReturned(CallbackFact, frozen=True, tag="CallbackReturned"):
    """It waits again."""

    responsibility_version: int
    reason: str


class CallbackClosed(CallbackFact, frozen=True, tag="CallbackClosed"):
    """Over."""

    reason: str


def callback_of(of: values.Callback, words: ModelWords, *, reader_id: str | None = None) -> Callback:
    """The request as a member of staff sees it; `reader_id` is hers, None for everybody."""
    is_hers = reader_id is not None and of.holder_id == reader_id
    return Callback(
        callback_id=of.callback_id,
        state=of.state,
        queue_id=of.queue_id,
        language=of.language,
        service_id=of.service_id,
        topic=words.topic(of.service_id, of.topic_id),
        masked_phone=masked(of.phone),
        phone=grouped(of.phone) if is_hers else None,
        wish=of.wish,
        may_leave_voicemail=of.may_leave_voicemail,
        text=of.text,
        requested_at=stamp(of.requested_at),
        due_at=stamp(of.due_at),
        attempts=tuple(_attempt(attempt) for attempt in of.attempts),
        holder=StaffRef(of.holder_id, of.holder_name or "") if of.holder_id else None,
        claimed_at=stamp_or_none(of.claimed_at),
        responsibility_version=of.responsibility_version,
        closed_reason=of.closed_reason,
        closed_at=stamp_or_none(of.closed_at),
        booked_from=stamp_or_none(of.booked_from),
        booked_until=stamp_or_none(of.booked_until),
        is_identified=of.is_identified,
    )


def windows_as_json(of: tuple[Window, ...]) -> bytes:
    """`CallbackWindows`."""
    return _encoder.encode(
        CallbackWindows(tuple(CallbackWindow(stamp(each.begins_at), stamp(each.ends_at)) for each in of))
    )


def own_callback(of: values.Callback, words: ModelWords) -> CustomerCallback:
    """The request as its customer sees it."""
    return CustomerCallback(
        callback_id=of.callback_id,
        state="closed" if of.state == values.CallbackState.CLOSED else "open",
        reason=of.closed_reason,
        service_id=of.service_id,
        topic=words.topic(of.service_id, of.topic_id),
        masked_phone=masked(of.phone),
        wish=of.wish,
        may_leave_voicemail=of.may_leave_voicemail,
        requested_at=stamp(of.requested_at),
        attempts=len(of.attempts),
        booked_from=stamp_or_none(of.booked_from),
        booked_until=stamp_or_none(of.booked_until),
    )


def body(
    fact: values.CallbackFact, about: str, *, at: Millis, caused_by: str | None, words: ModelWords
) -> bytes:
    """A fact about the request `about`, as it is stored and told."""
    common = (stamp(at), caused_by, about)
    match fact:
        case values.CallbackRequested(callback):
            return _encoder.encode(CallbackRequested(*common, callback_of(callback, words)))
        case values.CallbackClaimed(holder_id, holder_name, version):
            return _encoder.encode(CallbackClaimed(*common, StaffRef(holder_id, holder_name), version))
        case values.CallbackNumberShown():
            return _encoder.encode(CallbackNumberShown(*common))
        case values.AttemptRecorded(attempt, due_at):
            return _encoder.encode(AttemptRecorded(*common, _attempt(attempt), stamp(due_at)))
        case values.CallbackReturned(version, reason):
            return _encoder.encode(CallbackReturned(*common, version, reason))
        case values.CallbackClosed(reason):
            return _encoder.encode(CallbackClosed(*common, reason))
        case _:
            assert_never(fact)


def with_number(shown: bytes, phone: str | None) -> bytes:
    """A stored `CallbackNumberShown` with the number, at delivery; None when it is no longer hers to see."""
    fact = _shown_decoder.decode(shown)
    return _encoder.encode(msgspec.structs.replace(fact, phone=grouped(phone) if phone else None))


def callback_id_of(shown: bytes) -> str:
    """Which request a stored `CallbackNumberShown` is about."""
    return _shown_decoder.decode(shown).callback_id


def requested_id(requested: bytes) -> str:
    """Which request a stored `CallbackRequested` is about."""
    return _requested_decoder.decode(requested).callback_id


def without_words(requested: bytes) -> bytes:
    """A stored `CallbackRequested` without what its customer wrote and what is shown of her number."""
    fact = _requested_decoder.decode(requested)
    bare = msgspec.structs.replace(fact.callback, text="", masked_phone="")
    return _encoder.encode(msgspec.structs.replace(fact, callback=bare))


_requested_decoder = msgspec.json.Decoder(CallbackRequested)
_shown_decoder = msgspec.json.Decoder(CallbackNumberShown)


def _attempt(attempt: values.Attempt) -> Attempt:
    return Attempt(
        attempt.number, stamp(attempt.at), StaffRef(attempt.staff_id, attempt.staff_name), attempt.outcome
    )
