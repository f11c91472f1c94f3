"""Commands: what a counsellor means to happen, and whether it may be late."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import assert_never

from app.domain.agreed_message import SendAfterCall, SendAgreedMessage
from app.domain.callback_commands import CallbackCommand, ClaimCallback, RecordAttempt, ReleaseCallback
from app.domain.consent import AskConsent
from app.domain.consultation_commands import (
    ClaimConsultation,
    CloseConsultation,
    ConsultationCommand,
    OpenConsultation,
    RecordConsultationCall,
    ReleaseConsultation,
    WithdrawConsultation,
    WriteToConsultation,
)
from app.domain.contact_marks import ContactMark
from app.domain.help_call import (
    AnswerHelpCall,
    CallForHelp,
    HelpCommand,
    JoinConversation,
    LeaveConversation,
    TakeOver,
    WithdrawHelpCall,
)
from app.domain.identification import AskIdentification
from app.domain.ids import ConversationId, QueueId
from app.domain.masking import MaskSpan
from app.domain.offer_commands import AcceptOffer, DeclineOffer, OfferCommand, OfferTransfer, WithdrawOffer
from app.domain.passing_on import PassOnTarget
from app.domain.planned_shift import AllowOutsidePlan, PlanningCommand, PlanShift, RemovePlannedShift
from app.domain.pre_information import (
    CorrectPreInformation,
    PreInformationCommand,
    RefinePreInformation,
)
from app.domain.presence import BeginShift, EndShift, SetPresence, ShiftCommand
from app.domain.problem_situation import (
    BeginProblemSituation,
    EndProblemSituation,
    ProblemCommand,
    TickStep,
)


@dataclass(frozen=True, slots=True)
class ClaimWaiting:
    """Take a waiting customer."""

    conversation_id: ConversationId


@dataclass(frozen=True, slots=True)
class WriteMessage:
    """Answer the customer, written under the named responsibility."""

    conversation_id: ConversationId
    text: str
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class MarkRead:
    """Say that everything up to ``seq`` has been on the screen."""

    conversation_id: ConversationId
    seq: int


@dataclass(frozen=True, slots=True)
class CloseConversation:
    """End the conversation and let it go."""

    conversation_id: ConversationId
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class EndConversation:
    """End the talk for the customer now; the wrap-up follows."""

    conversation_id: ConversationId
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class WrapUp:
    """Say what an ended conversation was about and what came of it, in codes of that service model; or that
    it was a mystery customer or a test, left out of statistics (R104). ``marks``: what was seen of the
    contact beside it.
    """

    conversation_id: ConversationId
    contact_reasons: tuple[str, ...]
    outcome: str | None
    notes: str
    service_model_version: int
    responsibility_version: int
    is_test: bool = False
    marks: tuple[ContactMark, ...] = ()


@dataclass(frozen=True, slots=True)
class TransferConversation:
    """Move the conversation to another queue; the internal message is for professionals only.
    ``passed_on_to``: who is to decide of the application in it, where that is why (R049).
    """

    conversation_id: ConversationId
    queue_id: QueueId
    internal_message: str
    responsibility_version: int
    passed_on_to: PassOnTarget | None = None


@dataclass(frozen=True, slots=True)
class WriteNote:
    """Write for professionals only, under the named responsibility."""

    conversation_id: ConversationId
    text: str
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class ReturnToQueue:
    """Give the conversation back to its queue, at its old place."""

    conversation_id: ConversationId
    responsibility_version: int


Command = (
    ClaimWaiting
    | WriteMessage
    | MarkRead
    | CloseConversation
    | EndConversation
    | WrapUp
    | TransferConversation
    | ReturnToQueue
    | WriteNote
    | SendAgreedMessage
    | SendAfterCall
    | MaskSpan
    | OfferCommand
    | HelpCommand
    | AskIdentification
    | AskConsent
    | ProblemCommand
    | PreInformationCommand
    | CallbackCommand
    | ConsultationCommand
    | ShiftCommand
    | PlanningCommand
)


class Durability(Enum):
    """KEEP may be late and is never lost; NOW_OR_NEVER does harm when late, so it lapses instead."""

    KEEP = auto()
    NOW_OR_NEVER = auto()


def durability(command: Command) -> Durability:
    """Decide how long an intent may wait for the line. A lapsed read mark is simply made again when next
    looked at.
    """
    match command:
        case (
            WriteMessage()
            | CloseConversation()
            | EndConversation()
            | WrapUp()
            | RecordAttempt()
            | WriteNote()
            | SendAgreedMessage()
            | SendAfterCall()
            | TickStep()
            | EndProblemSituation()
        ):
            return Durability.KEEP
        case (
            ClaimWaiting()
            | AskIdentification()
            | AskConsent()
            | MarkRead()
            | MaskSpan()
            | TransferConversation()
            | ClaimCallback()
            | ReleaseCallback()
            | ReturnToQueue()
            | SetPresence()
            | BeginShift()
            | EndShift()
        ):
            return Durability.NOW_OR_NEVER
        case PlanShift() | RemovePlannedShift() | AllowOutsidePlan():
            return Durability.NOW_OR_NEVER
        case RefinePreInformation() | CorrectPreInformation():
            return Durability.NOW_OR_NEVER
        case OfferTransfer() | AcceptOffer() | DeclineOffer() | WithdrawOffer():
            return Durability.NOW_OR_NEVER
        case (
            CallForHelp()
            | WithdrawHelpCall()
            | AnswerHelpCall()
            | TakeOver()
            | JoinConversation()
            | LeaveConversation()
            | BeginProblemSituation()
        ):
            return Durability.NOW_OR_NEVER
        case OpenConsultation() | WriteToConsultation() | RecordConsultationCall() | CloseConsultation():
            return Durability.KEEP
        case ClaimConsultation() | ReleaseConsultation() | WithdrawConsultation():
            return Durability.NOW_OR_NEVER
    assert_never(command)


def harms_when_late(command: Command) -> bool:
    """Whether something kept must be asked about before it goes late. A record of a call says itself when the
    call was, a wrap-up is of a talk that is over, and a note, a consultation, a step and the end of a problem
    situation say nothing to the customer. An agreed message is not urgent, and open for days.
    """
    says_itself = isinstance(
        command,
        RecordAttempt
        | WrapUp
        | WriteNote
        | SendAgreedMessage
        | SendAfterCall
        | ConsultationCommand
        | TickStep
        | EndProblemSituation,
    )
    return durability(command) is Durability.KEEP and not says_itself
