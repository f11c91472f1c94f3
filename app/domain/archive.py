"""The archive: closed conversations that are read again when they are looked at (R138, R103)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.contact_marks import ContactMark
from app.domain.conversation import Author, Channel, Direction, Identity, Message, Note, Staff, Topic
from app.domain.identification import IdentifiedPerson
from app.domain.ids import ConversationId, QueueId
from app.domain.pre_information import QueueRef
from app.domain.queue import ByLanguage
from app.domain.wrap_up import Code


@dataclass(frozen=True, slots=True)
class Sought:
    """What she looks for; None and "" look for nothing in particular. Both days are included.

    ``who``: a part of a display name, or how the id begins · ``words``: all in one message.
    """

    closed_from: date | None = None
    closed_to: date | None = None
    queue_id: QueueId | None = None
    service_id: str | None = None
    topic_id: str | None = None
    outcome: str | None = None
    contact_reason: str | None = None
    who: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class ArchivedHead:
    """A closed conversation as the list shows it."""

    conversation_id: ConversationId
    alias: str
    queue: QueueRef
    language: str
    identity: Identity
    channel: Channel
    direction: Direction
    topic: Topic
    finer_topic: Topic | None
    opened_at: datetime
    closed_at: datetime
    is_answered: bool
    holder: Staff | None
    hand_overs: int
    contact_reasons: tuple[Code, ...]
    outcome: Code | None
    is_test: bool


@dataclass(frozen=True, slots=True)
class Totals:
    """How many conversations have begun; tests left out."""

    today: int
    this_month: int
    this_year: int
    ever: int


@dataclass(frozen=True, slots=True)
class ArchivePage:
    """Some of what was found, the newest first. ``next_from``: where to go on, None where all was looked at;
    ``looked_to``: how far back it was; ``totals``: with the first page.
    """

    found: tuple[ArchivedHead, ...]
    next_from: str | None
    looked_to: datetime | None
    totals: Totals | None


class Step(StrEnum):
    """How responsibility went."""

    CLAIMED = "claimed"
    TRANSFERRED = "transferred"
    RETURNED = "returned"
    OFFER_ACCEPTED = "offer_accepted"
    TAKEN_OVER = "taken_over"
    ENDED = "ended"
    WRAPPED_UP = "wrapped_up"


@dataclass(frozen=True, slots=True)
class ArchiveStep:
    """One step of it."""

    at: datetime
    step: Step
    by: Staff | None
    queue: QueueRef | None
    internal_message: str


@dataclass(frozen=True, slots=True)
class Archived:
    """A closed conversation with its record, only to be read; ``has_older``: there is more before it."""

    head: ArchivedHead
    messages: tuple[Message, ...]
    notes: tuple[Note, ...] = ()
    person: IdentifiedPerson | None = None
    wrap_up_notes: str = ""
    marks: tuple[ContactMark, ...] = ()
    steps: tuple[ArchiveStep, ...] = ()
    has_older: bool = False


@dataclass(frozen=True, slots=True)
class MaterialLine:
    """One message without personal data."""

    by: Author
    text: str


@dataclass(frozen=True, slots=True)
class Material:
    """A conversation without what rules find of personal data: to be read through before it is kept."""

    language: str
    topic: Topic
    role: ByLanguage
    lines: tuple[MaterialLine, ...]
    has_older: bool = False
