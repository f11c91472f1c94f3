"""Decisions: any command, the facts it leads to, who gets each, and what is due after it."""

from dataclasses import dataclass

from server_stub.helpline.agreed_values import SendAgreedMessage
from server_stub.helpline.attachment_values import SendAttachment
from server_stub.helpline.consent_values import ConsentCommand, ConsentFact
from server_stub.helpline.conversation_commands import (
    ClaimWaiting,
    CloseConversation,
    EndConversation,
    LookAtHolder,
    MarkRead,
    OpenConversation,
    ReturnToQueue,
    TimedAct,
    TransferConversation,
    WrapUp,
    WriteMessage,
    WriteNote,
)
from server_stub.helpline.conversation_facts import (
    AnswerPromised,
    ConcernMarked,
    ConversationClosed,
    ConversationEnded,
    ConversationEntered,
    ConversationLeft,
    ConversationOpened,
    ConversationReturned,
    ConversationTransferred,
    ConversationWrappedUp,
    MessageWritten,
    NoteWritten,
    ReadMarked,
    WaitingClaimed,
)
from server_stub.helpline.conversation_values import Conversation, DueKind
from server_stub.helpline.help_values import HelpCommand, HelpFact
from server_stub.helpline.identification_values import IdentificationCommand, IdentificationFact
from server_stub.helpline.masking_values import MaskSpan, SpanMasked
from server_stub.helpline.offer_values import OfferCommand, OfferFact
from server_stub.helpline.pre_information_values import PreInformationCommand, PreInformationFact
from server_stub.helpline.problem_values import ProblemCommand, ProblemFact
from server_stub.helpline.values import Millis

Command = (
    OpenConversation
    | WriteMessage
    | SendAttachment
    | MarkRead
    | EndConversation
    | ClaimWaiting
    | CloseConversation
    | WrapUp
    | TransferConversation
    | ReturnToQueue
    | WriteNote
    | OfferCommand
    | HelpCommand
    | IdentificationCommand
    | ConsentCommand
    | ProblemCommand
    | PreInformationCommand
    | MaskSpan
    | SendAgreedMessage
    | LookAtHolder
    | TimedAct
)


@dataclass(frozen=True, slots=True)
class ServiceModelActivated:
    """Another service model is in force; about no conversation, to all staff."""

    version: int


@dataclass(frozen=True, slots=True)
class MovedOften:
    """The conversation has been handed over so often that supervisors look at it (R079)."""

    conversation: Conversation


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
    | OfferFact
    | HelpFact
    | IdentificationFact
    | ConsentFact
    | ProblemFact
    | PreInformationFact
    | SpanMasked
    | ConversationEnded
    | ConversationWrappedUp
    | ConversationClosed
    | MovedOften
    | ServiceModelActivated
)


@dataclass(frozen=True, slots=True)
class Addressed:
    """A fact and who gets it."""

    fact: Fact
    audience: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """Wake this conversation at `at`; None takes the row away."""

    kind: DueKind
    at: Millis | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a command leads to: the aggregate after it, facts in order, timed acts."""

    conversation: Conversation
    facts: tuple[Addressed, ...]
    due: tuple[Due, ...] = ()
