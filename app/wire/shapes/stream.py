"""What a stream and a long-polling answer carry around the facts: order, hints, beats."""

from __future__ import annotations

from msgspec import Raw, Struct

from app.wire.shapes.values import Author, Count, Cursor, Time


class AnyFact(Struct, frozen=True):
    """What every fact has, known or not."""

    type: str
    caused_by: str | None = None


class StaffStreamedFact(Struct, frozen=True):
    """One fact of a long-polling answer; its bytes are read by type later."""

    cursor: Cursor
    after: Cursor
    fact: Raw


class StaffFacts(Struct, frozen=True):
    """A long-polling answer."""

    facts: tuple[StaffStreamedFact, ...]
    hints: tuple[Raw, ...]
    now: Time


class AnyHint(Struct, frozen=True):
    """What every hint has, known or not."""

    type: str


class StaffTypingHint(Struct, frozen=True):
    """Somebody is writing."""

    conversation_id: str
    by: Author


class StaffTyping(Struct, frozen=True, tag="Typing", forbid_unknown_fields=True):
    """She is writing."""

    conversation_id: str


class Beat(Struct, frozen=True):
    """The line is alive, and which cursor it has given last."""

    now: Time
    cursor: Count
