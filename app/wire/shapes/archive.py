"""The archive: what is asked and what comes."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from app.wire.shapes.conversations import Message, Note
from app.wire.shapes.identifications import IdentifiedPerson
from app.wire.shapes.pre_information import QueueRef
from app.wire.shapes.values import Author, ByLanguage, Count, Person, Time, Topic
from app.wire.shapes.wrap_ups import Code

StepWord = Literal[
    "claimed", "transferred", "returned", "offer_accepted", "taken_over", "ended", "wrapped_up"
]


class SearchArchive(Struct, frozen=True):
    """What is looked for."""

    closed_from: str | None
    closed_to: str | None
    queue_id: str | None
    service_id: str | None
    topic_id: str | None
    outcome: str | None
    contact_reason: str | None
    who: str
    words: str
    next_from: str | None


class ArchivedHead(Struct, frozen=True):
    """A closed conversation in a list."""

    conversation_id: str
    alias: str
    queue: QueueRef
    language: str
    identity: Literal["anonymous", "identified"]
    channel: Literal["chat", "message"]
    direction: Literal["customer_initiated", "professional_initiated"]
    topic: Topic
    finer_topic: Topic | None
    opened_at: Time
    closed_at: Time
    closed_reason: Literal["answered", "left_queue", "abandoned"]
    holder: Person | None
    hand_overs: Count
    contact_reasons: tuple[Code, ...]
    outcome: Code | None
    is_test: bool


class ArchiveTotals(Struct, frozen=True):
    """How many have begun."""

    today: Count
    this_month: Count
    this_year: Count
    ever: Count


class ArchivePage(Struct, frozen=True):
    """Some of what was found."""

    found: tuple[ArchivedHead, ...]
    next_from: str | None
    looked_to: Time | None
    totals: ArchiveTotals | None


class ArchiveStep(Struct, frozen=True):
    """One step of responsibility."""

    at: Time
    step: StepWord
    by: Person | None
    queue: QueueRef | None
    internal_message: str


class ArchivedConversation(Struct, frozen=True):
    """A closed conversation whole."""

    head: ArchivedHead
    messages: tuple[Message, ...]
    has_older: bool
    notes: tuple[Note, ...]
    person: IdentifiedPerson | None
    wrap_up_notes: str
    marks: tuple[str, ...]
    steps: tuple[ArchiveStep, ...]


class MaterialLine(Struct, frozen=True):
    """One message without personal data."""

    by: Author
    text: str


class ArchiveMaterial(Struct, frozen=True):
    """A conversation without personal data."""

    language: str
    topic: Topic
    role: ByLanguage
    lines: tuple[MaterialLine, ...]
    has_older: bool
