"""What the day's count needs of stored facts, and when each was."""

import msgspec

from server_stub.helpline.service_today import Event
from server_stub.helpline.values import Millis
from server_stub.wire.heads import millis_of


class _OfHead(msgspec.Struct):
    queue_id: str


class _Dated(msgspec.Struct):
    at: str


class _WrapUp(_Dated):
    is_test: bool = False


class _Body(_Dated):
    by: str | None = None
    queue_id: str | None = None
    head: _OfHead | None = None


_dated_decoder = msgspec.json.Decoder(_Dated)
_decoder = msgspec.json.Decoder(_Body)
_wrap_up_decoder = msgspec.json.Decoder(_WrapUp)


def at_of(body: bytes) -> Millis:
    """When a stored fact was."""
    return millis_of(_dated_decoder.decode(body).at)


def event_of(kind: str, conversation: int, body: bytes) -> Event:
    """A stored fact about a conversation, as it is counted."""
    if kind == "ConversationWrappedUp":
        wrapped_up = _wrap_up_decoder.decode(body)
        return Event(kind, conversation, millis_of(wrapped_up.at), is_test=wrapped_up.is_test)
    found = _decoder.decode(body)
    queue_id = found.head.queue_id if found.head is not None else found.queue_id
    return Event(kind, conversation, millis_of(found.at), queue_id, found.by)
