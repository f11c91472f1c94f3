"""What a masking by hand leaves in stored facts: their words written over, everything else as it was."""

from collections.abc import Iterator
from typing import Any

import msgspec

from server_stub.helpline.masking_values import Maskable, SpanMasked
from server_stub.helpline.new_conversation import LAST_LINE_CHARACTERS


def maskable_in(body: bytes, seq: int) -> Maskable | None:
    """The message of that number, where the stored `MessageWritten` is of it."""
    fact = msgspec.json.decode(body)
    return Maskable(fact["text"], tuple(fact["masked"])) if fact["seq"] == seq else None


def written_by(body: bytes, seq: int) -> str | None:
    """The command that wrote the message of that number, where the stored `MessageWritten` is of it."""
    fact = msgspec.json.decode(body)
    caused_by: str | None = fact["caused_by"] if fact["seq"] == seq else None
    return caused_by


def rewritten(body: bytes, masked: SpanMasked) -> bytes | None:
    """A stored fact with the message as it is now, or None where it has none of its words."""
    fact: dict[str, Any] = msgspec.json.decode(body)
    head = fact.get("head")
    if fact["type"] in ("MessageWritten", "SpanMasked") and fact["seq"] == masked.seq:
        fact |= {"text": masked.text, "masked": list(masked.masked)}
    elif head is not None and head["last_seq"] == masked.seq:
        head["last_line"] = masked.text[:LAST_LINE_CHARACTERS]
    else:
        return None
    return msgspec.json.encode(fact)


def with_attached(body: bytes, seq: int, text: str) -> bytes | None:
    """A stored fact about a consultation with that text of an attached line, or None without it."""
    fact: dict[str, Any] = msgspec.json.decode(body)
    lines = [line for line in _attached_in(fact) if line["seq"] == seq]
    for line in lines:
        line["text"] = text
    return msgspec.json.encode(fact) if lines else None


def _attached_in(value: object) -> Iterator[dict[str, Any]]:
    """Every attached line in a fact, however deep it stands."""
    if isinstance(value, dict):
        yield from value.get("attached", ())
        for each in value.values():
            yield from _attached_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from _attached_in(each)
