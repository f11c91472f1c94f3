"""Conversations: heads, messages and notes, what happens to them, and what a counsellor means to happen."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from app.wire.shapes.consents import Consent
from app.wire.shapes.identifications import Identification, IdentifiedPerson
from app.wire.shapes.pre_information import PreInformation
from app.wire.shapes.problem_situations import Concern, ProblemSituation
from app.wire.shapes.transfers import Transfer
from app.wire.shapes.values import Author, Count, Person, Seq, Time, Topic


class Head(Struct, frozen=True):
    """A conversation without its messages."""

    conversation_id: str
    alias: str
    state: Literal["waiting", "held", "ended"]
    queue_id: str
    language: str
    identity: Literal["anonymous", "identified"]
    service_id: str
    topic: Topic
    pre_information: PreInformation
    opened_at: Time
    waiting_since: Time
    holder: Person | None
    claimed_at: Time | None
    ended_by: Author | None
    responsibility_version: Count
    hand_overs: Count
    transfer: Transfer | None
    last_seq: Count
    last_line: str
    last_by: Author | None
    last_at: Time | None
    customer_wrote_at: Time | None
    read_by_customer: Count
    read_by_counsellor: Count
    identification: Identification
    concern: Concern | None
    language_barrier: Literal["swedish", "english", "interpreter"] | None
    problem_situation: ProblemSituation | None
    channel: Literal["chat", "message"]
    due_at: Time | None
    direction: Literal["customer_initiated", "professional_initiated"]
    open_until: Time | None


class Attachment(Struct, frozen=True):
    """A file that is a message."""

    attachment_id: str
    kind: Literal["pdf", "jpeg", "png"]
    bytes: Count
    pages: Count | None


class Message(Struct, frozen=True):
    """One utterance."""

    seq: Seq
    by: Author
    at: Time
    text: str
    masked: tuple[str, ...]
    caused_by: str | None
    attachment: Attachment | None


class Note(Struct, frozen=True):
    """A note for professionals."""

    number: Seq
    after_seq: Count
    by: Person
    at: Time
    text: str
    caused_by: str | None


class Window(Struct, frozen=True):
    """The newest messages and all notes of a held conversation."""

    conversation_id: str
    messages: tuple[Message, ...]
    notes: tuple[Note, ...]
    consents: tuple[Consent, ...]
    person: IdentifiedPerson | None


class MessagesPage(Struct, frozen=True):
    """Older messages."""

    messages: tuple[Message, ...]
    first_seq: Count


class StaffConversationOpened(Struct, frozen=True):
    """A customer waits."""

    at: Time
    caused_by: str | None
    conversation_id: str
    head: Head


class MessageWritten(Struct, frozen=True):
    """A message has its place."""

    at: Time
    caused_by: str | None
    conversation_id: str
    seq: Seq
    by: Author
    text: str
    masked: tuple[str, ...]
    attachment: Attachment | None


class AnswerPromised(Struct, frozen=True):
    """By when a non-urgent message is answered."""

    at: Time
    caused_by: str | None
    conversation_id: str
    due_at: Time


class SpanMasked(Struct, frozen=True):
    """What a message is from now on."""

    at: Time
    caused_by: str | None
    conversation_id: str
    seq: Seq
    text: str
    masked: tuple[str, ...]


class ReadMarked(Struct, frozen=True):
    """One side has read so far."""

    at: Time
    caused_by: str | None
    conversation_id: str
    by: Author
    seq: Seq


class StaffWaitingClaimed(Struct, frozen=True):
    """A counsellor took a waiting customer."""

    at: Time
    caused_by: str | None
    conversation_id: str
    holder: Person
    responsibility_version: Count


class ConversationEntered(Struct, frozen=True):
    """The reader may see the conversation from now on."""

    at: Time
    caused_by: str | None
    conversation_id: str
    head: Head
    up_to_seq: Count
    messages: tuple[Message, ...]
    notes: tuple[Note, ...]
    consents: tuple[Consent, ...]
    person: IdentifiedPerson | None


class ConversationLeft(Struct, frozen=True):
    """The reader must forget the conversation."""

    at: Time
    caused_by: str | None
    conversation_id: str


class ConversationReturned(Struct, frozen=True):
    """Back to the queue, at the old place."""

    at: Time
    caused_by: str | None
    conversation_id: str
    queue_id: str
    responsibility_version: Count
    waiting_since: Time
    reason: str


class NoteWritten(Struct, frozen=True):
    """A note has its place."""

    at: Time
    caused_by: str | None
    conversation_id: str
    number: Seq
    after_seq: Count
    by: Person
    text: str


class ConversationEnded(Struct, frozen=True):
    """Nobody writes any more."""

    at: Time
    caused_by: str | None
    conversation_id: str
    by: Author


class ConversationClosed(Struct, frozen=True):
    """Over."""

    at: Time
    caused_by: str | None
    conversation_id: str
    reason: str


class ClaimWaiting(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Take a waiting customer."""

    command_id: str
    conversation_id: str


class StaffWriteMessage(Struct, frozen=True, tag="WriteMessage", forbid_unknown_fields=True):
    """Answer a customer."""

    command_id: str
    conversation_id: str
    text: str
    responsibility_version: int


class StaffMarkRead(Struct, frozen=True, tag="MarkRead", forbid_unknown_fields=True):
    """Everything up to there was on the screen."""

    command_id: str
    conversation_id: str
    seq: int


class WriteNote(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Write for professionals only."""

    command_id: str
    conversation_id: str
    text: str
    responsibility_version: int


class MaskSpan(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Cover a span of a message for good."""

    command_id: str
    conversation_id: str
    seq: int
    start: int
    end: int
    masked_before: int
    responsibility_version: int


class ReturnToQueue(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Give back to the queue."""

    command_id: str
    conversation_id: str
    responsibility_version: int


class StaffEndConversation(Struct, frozen=True, tag="EndConversation", forbid_unknown_fields=True):
    """End the talk; the wrap-up follows."""

    command_id: str
    conversation_id: str
    responsibility_version: int


class CloseConversation(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """End and let go."""

    command_id: str
    conversation_id: str
    responsibility_version: int
