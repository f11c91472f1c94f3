"""A conversation as a workstation knows it: its head, its messages and the window of them held in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.domain.consent import Consent
from app.domain.identification import NOT_ASKED, Identification, IdentifiedPerson
from app.domain.ids import CommandId, ConversationId, QueueId, StaffId
from app.domain.marks import Concern, HelpAbout, ProblemSituation
from app.domain.masking import SpanMasked
from app.domain.queue import ByLanguage

LAST_LINE_CHARACTERS: Final = 200
"""How much of the last message a head carries (contract, section 5)."""


class ConversationState(StrEnum):
    """The states a reader of staff can see; a closed conversation leaves the desk.

    waiting ──claimed──► held ──ended──► ended ──closed──► (gone from the desk)
       ▲                  │ └───────────────closed───────────────────▲
       └─ returned, transferred
    """

    WAITING = "waiting"
    HELD = "held"
    ENDED = "ended"


class Direction(StrEnum):
    """Who began a contact (R131)."""

    CUSTOMER = "customer_initiated"
    PROFESSIONAL = "professional_initiated"


class Channel(StrEnum):
    """How a conversation goes on: at once, or as a non-urgent message, within a promise (R105)."""

    CHAT = "chat"
    MESSAGE = "message"


class Author(StrEnum):
    """Who wrote a message."""

    CUSTOMER = "customer"
    COUNSELLOR = "counsellor"
    SERVICE = "service"


class Identity(StrEnum):
    """Whether the customer has identified strongly."""

    ANONYMOUS = "anonymous"
    IDENTIFIED = "identified"


@dataclass(frozen=True, slots=True)
class Staff:
    """A person of staff, by the name colleagues see."""

    staff_id: StaffId
    display_name: str


@dataclass(frozen=True, slots=True)
class Topic:
    """What the customer said it is about, before the first word."""

    topic_id: str
    name: ByLanguage


@dataclass(frozen=True, slots=True)
class Transfer:
    """How a conversation came to its queue or its holder; ``internal_message`` is for professionals only."""

    by: Staff
    from_queue_id: QueueId
    at: datetime
    internal_message: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the customer chose before the chat; it stays, whatever is refined or corrected."""

    service_id: str
    topic: Topic
    finer_topic: Topic | None
    language: str


@dataclass(frozen=True, slots=True)
class PreInformationChange:
    """Who refined or corrected it last, and when."""

    by: Staff
    at: datetime


@dataclass(frozen=True, slots=True)
class PreInformation:
    """What was chosen, and what has become of it; topic, service and language as they are now are the
    head's. ``chosen`` None: not told.
    """

    chosen: Chosen | None = None
    finer_topic: Topic | None = None
    detail: str = ""
    refined: PreInformationChange | None = None
    corrected: PreInformationChange | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """All that the lists need to know of a conversation, without its messages.

    ``customer_wrote_at`` is when the oldest unanswered line of the customer was written, or None when all are
    answered. ``responsibility_version`` grows by one each time responsibility moves; commands name the one
    they were written under.
    """

    conversation_id: ConversationId
    alias: str
    state: ConversationState
    queue_id: QueueId
    language: str
    identity: Identity
    service_id: str
    topic: Topic
    opened_at: datetime
    waiting_since: datetime
    holder: Staff | None
    claimed_at: datetime | None
    ended_by: Author | None
    responsibility_version: int
    hand_overs: int
    transfer: Transfer | None
    last_seq: int
    last_line: str
    last_by: Author | None
    last_at: datetime | None
    customer_wrote_at: datetime | None
    read_by_customer: int
    read_by_counsellor: int
    identification: Identification = NOT_ASKED
    concern: Concern | None = None
    language_barrier: HelpAbout | None = None
    """What was called for to get over it; it stays marked (R092)."""
    problem_situation: ProblemSituation | None = None
    pre_information: PreInformation = PreInformation()
    channel: Channel = Channel.CHAT
    due_at: datetime | None = None
    """By when an answer is promised; None in a chat, and while none is owed."""
    direction: Direction = Direction.CUSTOMER
    open_until: datetime | None = None
    """Until when a message that a professional began can be answered; None in every other."""

    @property
    def is_message(self) -> bool:
        """Whether it is a non-urgent message."""
        return self.channel is Channel.MESSAGE

    @property
    def finer_topic_id(self) -> str | None:
        """The finer topic as it is now, if there is one (R069)."""
        finer = self.pre_information.finer_topic
        return None if finer is None else finer.topic_id


class AttachmentKind(StrEnum):
    """What a file is, as the backend found by looking into it."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"


class AttachmentUse(StrEnum):
    """What the bytes of a file are asked for; it stands in the audit log (R048)."""

    LOOK = "look"
    SAVE = "save"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came as a message. ``size`` is in bytes; ``pages`` is None of a picture."""

    attachment_id: str
    kind: AttachmentKind
    size: int
    pages: int | None


@dataclass(frozen=True, slots=True)
class Message:
    """One utterance. ``seq`` is dense in its conversation from 1; ``masked`` names what was masked,
    in order. With an ``attachment`` ``text`` is the name of the file.
    """

    seq: int
    by: Author
    at: datetime
    text: str
    masked: tuple[str, ...]
    caused_by: CommandId | None
    attachment: Attachment | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A note for professionals: ``number`` is dense in its conversation from 1, ``after_seq`` the message it
    stands behind, 0 before the first.
    """

    number: int
    after_seq: int
    by: Staff
    at: datetime
    text: str
    caused_by: CommandId | None


@dataclass(frozen=True, slots=True)
class Window:
    """The newest stretch of a held conversation: ascending by ``seq``, without holes; older ones are asked
    for.
    """

    messages: tuple[Message, ...]
    notes: tuple[Note, ...] = ()
    """All of them, ascending; they are few."""
    person: IdentifiedPerson | None = None
    """Who the customer is, where she has identified."""
    consents: tuple[Consent, ...] = ()
    """What she was asked permission for, ascending; they are few."""
    masked_later: Mapping[int, SpanMasked] = field(default_factory=dict, compare=False)
    """Older messages masked by hand since this window was begun, should a page from before bring them."""

    @property
    def first_seq(self) -> int:
        """The seq of the oldest message at hand, or 1 when there is none."""
        return self.messages[0].seq if self.messages else 1

    @property
    def last_seq(self) -> int:
        """The seq of the newest message at hand, or 0 when there is none."""
        return self.messages[-1].seq if self.messages else 0

    @property
    def has_older(self) -> bool:
        """Whether the conversation goes further back than this window."""
        return self.first_seq > 1
