"""Commands as they come in: decoded strictly, unknown keys and types refused (CONTRACT.md section 3)."""

from typing import Annotated, Literal, assert_never, cast

import msgspec

from server_stub.helpline import (
    attachment_values,
    consent_values,
    conversation_commands,
    decisions,
    help_values,
    identification_values,
    masking_values,
    offer_values,
    pre_information_values,
    wording,
)
from server_stub.helpline.contact_marks import ContactMark
from server_stub.helpline.conversation_values import Channel
from server_stub.helpline.passing_on import PassOnTarget
from server_stub.wire.accounts import StaffAccountCommand
from server_stub.wire.agreed_messages import SendAfterCall, SendAgreedMessage, agreed_meaning
from server_stub.wire.attachments import SendAttachment
from server_stub.wire.callback_commands import CustomerCallbackCommand, StaffCallbackCommand
from server_stub.wire.command_parts import Code, Id, Language, Name, Seq
from server_stub.wire.command_parts import Command as _Command
from server_stub.wire.consents import AnswerConsent, AskConsent, WithdrawConsent
from server_stub.wire.consultation_commands import StaffConsultationCommand
from server_stub.wire.feedback import GiveFeedback
from server_stub.wire.identification_commands import (
    AskIdentification,
    DecideEarlierLines,
    DeclineIdentification,
)
from server_stub.wire.planned_shifts import StaffPlanningCommand
from server_stub.wire.problem_situations import (
    BeginProblemSituation,
    EndProblemSituation,
    ProblemCommand,
    TickStep,
    problem_meaning,
)
from server_stub.wire.shifts import StaffShiftCommand
from server_stub.wire.transcripts import RequestTranscript


class StaffWriteMessage(_Command, frozen=True, tag="WriteMessage"):
    """A counsellor writes."""

    conversation_id: Id
    text: str
    responsibility_version: Seq


class StaffMarkRead(_Command, frozen=True, tag="MarkRead"):
    """A counsellor has seen."""

    conversation_id: Id
    seq: Seq


class ClaimWaiting(_Command, frozen=True, tag="ClaimWaiting"):
    """A counsellor takes a waiting customer."""

    conversation_id: Id


class CloseConversation(_Command, frozen=True, tag="CloseConversation"):
    """The holder closes."""

    conversation_id: Id
    responsibility_version: Seq


class StaffEndConversation(_Command, frozen=True, tag="EndConversation"):
    """The holder ends; the wrap-up follows."""

    conversation_id: Id
    responsibility_version: Seq


class WrapUp(_Command, frozen=True, tag="WrapUp"):
    """What an ended conversation was about, and what came of it."""

    conversation_id: Id
    contact_reasons: Annotated[tuple[Code, ...], msgspec.Meta(max_length=4)]
    outcome: Code | None
    notes: str
    is_test: bool
    marks: Annotated[tuple[ContactMark, ...], msgspec.Meta(max_length=len(ContactMark))]
    service_model_version: Seq
    responsibility_version: Seq


class TransferConversation(_Command, frozen=True, tag="TransferConversation"):
    """The holder moves the conversation to another queue."""

    conversation_id: Id
    queue_id: Name
    internal_message: str
    responsibility_version: Seq
    passed_on_to: PassOnTarget | None


class ReturnToQueue(_Command, frozen=True, tag="ReturnToQueue"):
    """The holder gives the conversation back to its queue."""

    conversation_id: Id
    responsibility_version: Seq


class WriteNote(_Command, frozen=True, tag="WriteNote"):
    """The holder writes for professionals only."""

    conversation_id: Id
    text: str
    responsibility_version: Seq


class OfferTransfer(_Command, frozen=True, tag="OfferTransfer"):
    """The holder offers the conversation to one professional."""

    conversation_id: Id
    staff_id: Id
    internal_message: str
    responsibility_version: Seq


class AcceptOffer(_Command, frozen=True, tag="AcceptOffer"):
    """She to whom it was offered takes it."""

    conversation_id: Id
    responsibility_version: Seq


class DeclineOffer(_Command, frozen=True, tag="DeclineOffer"):
    """She to whom it was offered does not, and says why."""

    conversation_id: Id
    reason: str
    responsibility_version: Seq


class WithdrawOffer(_Command, frozen=True, tag="WithdrawOffer"):
    """The holder takes her offer back."""

    conversation_id: Id
    responsibility_version: Seq


class CallForHelp(_Command, frozen=True, tag="CallForHelp"):
    """The holder calls the supervisors."""

    conversation_id: Id
    text: str
    about: Literal["question", "problem", "swedish", "english", "interpreter"]
    responsibility_version: Seq


class WithdrawHelpCall(_Command, frozen=True, tag="WithdrawHelpCall"):
    """The holder needs no help any more."""

    conversation_id: Id
    responsibility_version: Seq


class AnswerHelpCall(_Command, frozen=True, tag="AnswerHelpCall"):
    """A supervisor comes."""

    conversation_id: Id
    responsibility_version: Seq


class TakeOver(_Command, frozen=True, tag="TakeOver"):
    """A supervisor who was called takes the conversation."""

    conversation_id: Id
    responsibility_version: Seq


class JoinConversation(_Command, frozen=True, tag="JoinConversation"):
    """A supervisor who was called reads along."""

    conversation_id: Id
    responsibility_version: Seq


class LeaveConversation(_Command, frozen=True, tag="LeaveConversation"):
    """She who reads along goes."""

    conversation_id: Id
    responsibility_version: Seq


class RefinePreInformation(_Command, frozen=True, tag="RefinePreInformation"):
    """The holder says more exactly what it is about."""

    conversation_id: Id
    finer_topic_id: Name | None
    detail: str
    responsibility_version: Seq


class CorrectPreInformation(_Command, frozen=True, tag="CorrectPreInformation"):
    """The holder puts topic or language right."""

    conversation_id: Id
    service_id: Name
    topic_id: Name
    finer_topic_id: Name | None
    language: Language
    internal_message: str
    responsibility_version: Seq


class MaskSpan(_Command, frozen=True, tag="MaskSpan"):
    """The holder, or who reads along, covers a span of a message for good."""

    conversation_id: Id
    seq: Seq
    start: Seq
    end: Seq
    masked_before: Seq
    responsibility_version: Seq


class OpenConversation(_Command, frozen=True, tag="OpenConversation"):
    """A customer begins."""

    service_id: Name
    topic_id: Name
    language: Language
    text: str
    notice_version: Seq
    finer_topic_id: Name | None


class LeaveMessage(_Command, frozen=True, tag="LeaveMessage"):
    """An identified customer leaves a non-urgent message."""

    service_id: Name
    topic_id: Name
    language: Language
    text: str
    notice_version: Seq
    finer_topic_id: Name | None


class CustomerWriteMessage(_Command, frozen=True, tag="WriteMessage"):
    """The customer writes."""

    conversation_id: Id
    text: str


class CustomerMarkRead(_Command, frozen=True, tag="MarkRead"):
    """The customer has seen."""

    conversation_id: Id
    seq: Seq


class CustomerEndConversation(_Command, frozen=True, tag="EndConversation"):
    """The customer ends, or leaves the queue."""

    conversation_id: Id


OfferCommand = OfferTransfer | AcceptOffer | DeclineOffer | WithdrawOffer
HelpCommand = (
    CallForHelp | WithdrawHelpCall | AnswerHelpCall | TakeOver | JoinConversation | LeaveConversation
)
PreInformationCommand = RefinePreInformation | CorrectPreInformation
StaffCommand = (
    StaffWriteMessage
    | StaffMarkRead
    | ClaimWaiting
    | CloseConversation
    | StaffEndConversation
    | WrapUp
    | SendAgreedMessage
    | SendAfterCall
    | TransferConversation
    | ReturnToQueue
    | WriteNote
    | MaskSpan
    | OfferCommand
    | HelpCommand
    | ProblemCommand
    | PreInformationCommand
    | AskIdentification
    | AskConsent
)
CustomerCommand = (
    OpenConversation
    | LeaveMessage
    | CustomerWriteMessage
    | SendAttachment
    | CustomerMarkRead
    | CustomerEndConversation
    | DeclineIdentification
    | DecideEarlierLines
    | AnswerConsent
    | WithdrawConsent
)

AnyStaffCommand = (
    StaffCommand
    | StaffCallbackCommand
    | StaffConsultationCommand
    | StaffShiftCommand
    | StaffPlanningCommand
    | StaffAccountCommand
)
AnyCustomerCommand = CustomerCommand | CustomerCallbackCommand | RequestTranscript | GiveFeedback

_staff_decoder: msgspec.json.Decoder[AnyStaffCommand] = msgspec.json.Decoder(AnyStaffCommand)
_customer_decoder: msgspec.json.Decoder[AnyCustomerCommand] = msgspec.json.Decoder(AnyCustomerCommand)


class Malformed(Exception):
    """The bytes are no command of the contract; `detail` says where, never what."""

    def __init__(self, detail: str) -> None:
        """`detail` is a path like `$.seq`."""
        super().__init__(detail)
        self.detail = detail


def decode_staff(body: bytes) -> AnyStaffCommand:
    """A command of staff. Raises `Malformed`."""
    try:
        return _staff_decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Malformed(_where(error)) from None


def decode_customer(body: bytes) -> AnyCustomerCommand:
    """A command of a customer. Raises `Malformed`."""
    try:
        return _customer_decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Malformed(_where(error)) from None


def meaning(command: StaffCommand | CustomerCommand) -> decisions.Command:
    """A conversation's command in the words of the rules."""
    match command:
        case StaffWriteMessage():
            return conversation_commands.WriteMessage(
                command.conversation_id, command.text, command.responsibility_version
            )
        case CustomerWriteMessage():
            return conversation_commands.WriteMessage(command.conversation_id, command.text, None)
        case SendAttachment():
            return attachment_values.SendAttachment(command.conversation_id, command.upload_id, command.name)
        case StaffMarkRead() | CustomerMarkRead():
            return conversation_commands.MarkRead(command.conversation_id, command.seq)
        case ClaimWaiting():
            return conversation_commands.ClaimWaiting(command.conversation_id)
        case CloseConversation():
            return conversation_commands.CloseConversation(
                command.conversation_id, command.responsibility_version
            )
        case ReturnToQueue():
            return conversation_commands.ReturnToQueue(
                command.conversation_id, command.responsibility_version
            )
        case TransferConversation():
            return conversation_commands.TransferConversation(
                command.conversation_id,
                command.queue_id,
                command.internal_message,
                command.responsibility_version,
                passed_on_to=command.passed_on_to,
            )
        case WriteNote():
            return conversation_commands.WriteNote(
                command.conversation_id, command.text, command.responsibility_version
            )
        case MaskSpan():
            return masking_values.MaskSpan(
                conversation_id=command.conversation_id,
                seq=command.seq,
                start=command.start,
                end=command.end,
                masked_before=command.masked_before,
                responsibility_version=command.responsibility_version,
            )
        case OfferTransfer() | AcceptOffer() | DeclineOffer() | WithdrawOffer():
            return _about_offer(command)
        case (
            CallForHelp()
            | WithdrawHelpCall()
            | AnswerHelpCall()
            | TakeOver()
            | JoinConversation()
            | LeaveConversation()
        ):
            return _about_help(command)
        case BeginProblemSituation() | TickStep() | EndProblemSituation():
            return problem_meaning(command)
        case OpenConversation() | LeaveMessage():
            return conversation_commands.OpenConversation(
                service_id=command.service_id,
                topic_id=command.topic_id,
                language=command.language,
                text=command.text,
                notice_version=command.notice_version,
                finer_topic_id=command.finer_topic_id,
                channel=Channel.MESSAGE if isinstance(command, LeaveMessage) else Channel.CHAT,
            )
        case RefinePreInformation():
            return pre_information_values.RefinePreInformation(
                conversation_id=command.conversation_id,
                finer_topic_id=command.finer_topic_id,
                text=command.detail,
                responsibility_version=command.responsibility_version,
            )
        case CorrectPreInformation():
            return pre_information_values.CorrectPreInformation(
                conversation_id=command.conversation_id,
                service_id=command.service_id,
                topic_id=command.topic_id,
                finer_topic_id=command.finer_topic_id,
                language=command.language,
                text=command.internal_message,
                responsibility_version=command.responsibility_version,
            )
        case StaffEndConversation():
            return conversation_commands.EndConversation(
                command.conversation_id, command.responsibility_version
            )
        case WrapUp():
            return conversation_commands.WrapUp(
                conversation_id=command.conversation_id,
                contact_reasons=command.contact_reasons,
                outcome=command.outcome,
                text=command.notes,
                service_model_version=command.service_model_version,
                responsibility_version=command.responsibility_version,
                is_test=command.is_test,
                marks=command.marks,
            )
        case SendAgreedMessage() | SendAfterCall():
            return agreed_meaning(command)
        case CustomerEndConversation():
            return conversation_commands.EndConversation(command.conversation_id)
        case AskIdentification():
            return identification_values.AskIdentification(
                command.conversation_id, command.responsibility_version
            )
        case DeclineIdentification():
            return identification_values.DeclineIdentification(command.conversation_id)
        case DecideEarlierLines():
            return identification_values.DecideEarlierLines(command.conversation_id, command.are_joined)
        case AskConsent():
            return consent_values.AskConsent(
                command.conversation_id, command.queue_id, command.first_seq, command.responsibility_version
            )
        case AnswerConsent():
            return consent_values.AnswerConsent(
                command.conversation_id,
                command.number,
                command.is_given,
                cast(wording.Language, command.language),
            )
        case WithdrawConsent():
            return consent_values.WithdrawConsent(command.conversation_id, command.number)
        case _:
            assert_never(command)


def _about_help(command: HelpCommand) -> decisions.Command:
    about, version = command.conversation_id, command.responsibility_version
    match command:
        case CallForHelp():
            kind = help_values.HelpAbout(command.about)
            return help_values.CallForHelp(about, command.text, version, kind)
        case WithdrawHelpCall():
            return help_values.WithdrawHelpCall(about, version)
        case AnswerHelpCall():
            return help_values.AnswerHelpCall(about, version)
        case TakeOver():
            return help_values.TakeOver(about, version)
        case JoinConversation():
            return help_values.JoinConversation(about, version)
        case LeaveConversation():
            return help_values.LeaveConversation(about, version)
        case _:
            assert_never(command)


def _about_offer(command: OfferCommand) -> decisions.Command:
    about, version = command.conversation_id, command.responsibility_version
    match command:
        case OfferTransfer():
            return offer_values.OfferTransfer(about, command.staff_id, command.internal_message, version)
        case AcceptOffer():
            return offer_values.AcceptOffer(about, version)
        case DeclineOffer():
            return offer_values.DeclineOffer(about, command.reason, version)
        case WithdrawOffer():
            return offer_values.WithdrawOffer(about, version)
        case _:
            assert_never(command)


def _where(error: Exception) -> str:
    # msgspec ends its sentences with the path; the rest may quote what was sent.
    _, found, path = str(error).rpartition(" - at `")
    return path.rstrip("`") if found else "$"
