"""Facts: what has happened, as the backend tells it to this reader."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from app.domain.callback_facts import CallbackFact
from app.domain.canned import CannedAnswer
from app.domain.consent import Consent, ConsentFact
from app.domain.consultation_facts import ConsultationFact
from app.domain.contact_marks import ContactMark
from app.domain.conversation import Attachment, Author, Head, Message, Note, Staff, Transfer
from app.domain.hand_overs import REASON_FROM, MovedOften
from app.domain.handbook import Handbook
from app.domain.help_call import HelpFact
from app.domain.identification import IdentificationFact, IdentifiedPerson
from app.domain.ids import CommandId, ConversationId, QueueId
from app.domain.marks import Concern
from app.domain.masking import SpanMasked
from app.domain.offer_facts import OfferFact
from app.domain.pre_information import PreInformationFact, ServiceTopics
from app.domain.presence import ShiftFact
from app.domain.problem_situation import ProblemFact, ProblemGuide
from app.domain.queue import ByLanguage, Queue
from app.domain.wrap_up import ServiceCodes


@dataclass(frozen=True, slots=True)
class ConversationOpened:
    """A customer has opened a conversation and waits."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    head: Head


@dataclass(frozen=True, slots=True)
class MessageWritten:
    """A message has got its place in the conversation."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    seq: int
    by: Author
    text: str
    masked: tuple[str, ...]
    attachment: Attachment | None = None


@dataclass(frozen=True, slots=True)
class AnswerPromised:
    """By when the customer of a non-urgent message is answered."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    due_at: datetime


@dataclass(frozen=True, slots=True)
class ConcernMarked:
    """A message gives reason to look at once; for professionals only."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    concern: Concern


@dataclass(frozen=True, slots=True)
class ReadMarked:
    """One side has seen everything up to ``seq``."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    by: Author
    seq: int


@dataclass(frozen=True, slots=True)
class WaitingClaimed:
    """Responsibility has moved from a queue to a counsellor."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    holder: Staff
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class ConversationEntered:
    """This reader may now see the conversation; ``messages`` are its newest up to ``up_to_seq``."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    head: Head
    up_to_seq: int
    messages: tuple[Message, ...]
    notes: tuple[Note, ...] = ()
    person: IdentifiedPerson | None = None
    consents: tuple[Consent, ...] = ()


@dataclass(frozen=True, slots=True)
class ConversationLeft:
    """This reader must forget the conversation."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId


GIVEN_BACK: Final = "given_back"
"""Why a conversation went back: its holder wanted it."""


@dataclass(frozen=True, slots=True)
class ConversationReturned:
    """Responsibility has gone back to the queue, at the customer's old place.

    ``reason`` is ``GIVEN_BACK`` when its holder gave it back, else she was away.
    """

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    queue_id: QueueId
    responsibility_version: int
    waiting_since: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class ConversationTransferred:
    """Responsibility has moved to another queue; the customer keeps the time she came."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    queue_id: QueueId
    responsibility_version: int
    waiting_since: datetime
    hand_overs: int
    transfer: Transfer


@dataclass(frozen=True, slots=True)
class NoteWritten:
    """A note for professionals has its place."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    note: Note


@dataclass(frozen=True, slots=True)
class ConversationEnded:
    """Nobody writes any more; the holder wraps up."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    by: Author


@dataclass(frozen=True, slots=True)
class ConversationWrappedUp:
    """What it was about and what came of it is recorded; it leaves the desk right after."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    by: Staff
    contact_reasons: tuple[str, ...]
    outcome: str | None
    notes: str
    service_model_version: int
    is_test: bool = False
    marks: tuple[ContactMark, ...] = ()


@dataclass(frozen=True, slots=True)
class ConversationClosed:
    """The conversation is over, with a reason."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    reason: str


@dataclass(frozen=True, slots=True)
class ServiceModelActivated:
    """Another version of services, queues and texts is in force."""

    at: datetime
    caused_by: CommandId | None
    service_model_version: int
    queues: tuple[Queue, ...]
    organisation: ByLanguage
    unprotected: ByLanguage | None = None
    """Said of the connection to customers where it is not protected (R022)."""
    wrap_ups: tuple[ServiceCodes, ...] = ()
    services: tuple[ServiceTopics, ...] = ()
    canned_answers: tuple[CannedAnswer, ...] = ()
    problem_guide: ProblemGuide = field(default_factory=ProblemGuide)
    handbook: Handbook = field(default_factory=Handbook)
    reason_from: int = REASON_FROM


@dataclass(frozen=True, slots=True)
class UnknownFact:
    """A fact of a later contract: without effect here, but it moves the cursor."""

    type: str
    caused_by: CommandId | None


Fact = (
    ConversationOpened
    | MessageWritten
    | AnswerPromised
    | ConcernMarked
    | ReadMarked
    | WaitingClaimed
    | ConversationEntered
    | ConversationLeft
    | ConversationReturned
    | ConversationTransferred
    | NoteWritten
    | ConversationEnded
    | ConversationWrappedUp
    | ConversationClosed
    | ServiceModelActivated
    | OfferFact
    | HelpFact
    | IdentificationFact
    | ConsentFact
    | MovedOften
    | ProblemFact
    | PreInformationFact
    | SpanMasked
    | CallbackFact
    | ConsultationFact
    | ShiftFact
    | UnknownFact
)


@dataclass(frozen=True, slots=True)
class Streamed:
    """A fact as it came: its number in the log, and the cursor this reader was last given before it."""

    cursor: int
    after: int
    fact: Fact


@dataclass(frozen=True, slots=True)
class TypingHint:
    """Somebody is writing in a conversation; valid for six seconds, never stored."""

    conversation_id: ConversationId
    by: Author


@dataclass(frozen=True, slots=True)
class UnknownHint:
    """A hint of a later contract."""

    type: str


Hint = TypingHint | UnknownHint


@dataclass(frozen=True, slots=True)
class Beat:
    """The line is alive; ``now`` is the backend's clock, ``cursor`` the last one this reader has been given.

    An answer to a poll is a beat too, behind its facts.
    """

    now: datetime
    cursor: int
