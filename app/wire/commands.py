"""Commands and sign-ins to JSON: the strict writer, and its inverse for the workstation's own file."""

from __future__ import annotations

from typing import assert_never

import msgspec

from app.domain.agreed_message import SendAfterCall, SendAgreedMessage
from app.domain.callback_commands import ClaimCallback, RecordAttempt, ReleaseCallback
from app.domain.commands import (
    ClaimWaiting,
    CloseConversation,
    Command,
    EndConversation,
    MarkRead,
    ReturnToQueue,
    TransferConversation,
    WrapUp,
    WriteMessage,
    WriteNote,
)
from app.domain.consent import AskConsent
from app.domain.consultation_commands import (
    ClaimConsultation,
    CloseConsultation,
    OpenConsultation,
    RecordConsultationCall,
    ReleaseConsultation,
    WithdrawConsultation,
    WriteToConsultation,
)
from app.domain.contact_marks import known_marks
from app.domain.help_call import (
    AnswerHelpCall,
    CallForHelp,
    JoinConversation,
    LeaveConversation,
    TakeOver,
    WithdrawHelpCall,
)
from app.domain.identification import AskIdentification
from app.domain.ids import CommandId, ConversationId, QueueId
from app.domain.masking import MaskSpan
from app.domain.offer_commands import AcceptOffer, DeclineOffer, OfferTransfer, WithdrawOffer
from app.domain.passing_on import PassOnTarget
from app.domain.planned_shift import AllowOutsidePlan, PlanShift, RemovePlannedShift
from app.domain.pre_information import CorrectPreInformation, RefinePreInformation
from app.domain.presence import BeginShift, EndShift, SetPresence
from app.domain.problem_situation import BeginProblemSituation, EndProblemSituation, TickStep
from app.wire.agreed_messages import agreed_command_of, agreed_shape_of
from app.wire.callbacks import callback_command_of, callback_shape_of
from app.wire.consents import consent_command_of, consent_shape_of
from app.wire.consultations import consultation_command_of, consultation_shape_of
from app.wire.help_calls import help_command_of, help_shape_of
from app.wire.offers import offer_command_of, offer_shape_of
from app.wire.planned_shifts import planning_command_of, planning_shape_of
from app.wire.pre_information import pre_information_command_of, pre_information_shape_of
from app.wire.problem_situations import problem_command_of, problem_shape_of
from app.wire.reading import WireError
from app.wire.shapes import (
    agreed_messages,
    callbacks,
    consents,
    consultations,
    conversations,
    help_calls,
    identifications,
    offers,
    planned_shifts,
    pre_information,
    problem_situations,
    shifts,
    sign_in,
    stream,
    transfers,
    wrap_ups,
)
from app.wire.shapes import commands as shapes
from app.wire.shifts import shift_command_of, shift_shape_of

_READER = msgspec.json.Decoder(shapes.StaffCommand)


def encode_command(command: Command, command_id: CommandId) -> bytes:
    """The bytes of a command: made once, kept with the row, sent again and again until the outcome is
    known.
    """
    return msgspec.json.encode(_shape_of(command, command_id))


def decode_command(body: bytes) -> tuple[CommandId, Command]:
    """What ``encode_command`` wrote, back as values, for the outbox after a restart. Raises WireError."""
    try:
        shape = _READER.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise WireError("not a kept command") from None
    if isinstance(shape, callbacks.StaffCallbackCommand):
        return CommandId(shape.command_id), callback_command_of(shape)
    if isinstance(shape, consultations.StaffConsultationCommand):
        return CommandId(shape.command_id), consultation_command_of(shape)
    if isinstance(shape, shifts.StaffShiftCommand):
        return CommandId(shape.command_id), shift_command_of(shape)
    if isinstance(shape, planned_shifts.StaffPlanningCommand):
        return CommandId(shape.command_id), planning_command_of(shape)
    if isinstance(shape, help_calls.StaffHelpCommand):
        return CommandId(shape.command_id), help_command_of(shape)
    if isinstance(shape, problem_situations.StaffProblemCommand):
        return CommandId(shape.command_id), problem_command_of(shape)
    if isinstance(shape, offers.StaffOfferCommand):
        return CommandId(shape.command_id), offer_command_of(shape)
    if isinstance(shape, pre_information.StaffPreInformationCommand):
        return CommandId(shape.command_id), pre_information_command_of(shape)
    if isinstance(shape, agreed_messages.SendAgreedMessage | agreed_messages.SendAfterCall):
        return CommandId(shape.command_id), agreed_command_of(shape)
    conversation_id = ConversationId(shape.conversation_id)
    if isinstance(shape, identifications.AskIdentification):
        asks = AskIdentification(conversation_id, shape.responsibility_version)
        return CommandId(shape.command_id), asks
    if isinstance(shape, consents.AskConsent):
        return CommandId(shape.command_id), consent_command_of(shape)
    return CommandId(shape.command_id), _command_of(shape, conversation_id)


def encode_sign_in(*, user_name: str, password: str, device_id: str) -> bytes:
    """The body of ``POST /api/v1/staff/sign-in``."""
    return msgspec.json.encode(sign_in.SignIn(user_name, password, device_id))


def encode_own_password(*, user_name: str, one_time: str, own: str, device_id: str) -> bytes:
    """The body of ``POST /api/v1/staff/own-password``."""
    return msgspec.json.encode(sign_in.ChooseOwnPassword(user_name, one_time, own, device_id))


def encode_refresh(*, refresh_token: str, device_id: str) -> bytes:
    """The body of ``POST /api/v1/staff/refresh``."""
    return msgspec.json.encode(sign_in.Refresh(refresh_token, device_id))


def encode_typing(conversation_id: ConversationId) -> bytes:
    """The body of ``POST /api/v1/staff/hints``."""
    return msgspec.json.encode(stream.StaffTyping(conversation_id))


def _shape_of(command: Command, command_id: CommandId) -> shapes.StaffCommand:
    match command:
        case ClaimWaiting(conversation_id):
            return conversations.ClaimWaiting(command_id, conversation_id)
        case WriteMessage(conversation_id, text, version):
            return conversations.StaffWriteMessage(command_id, conversation_id, text, version)
        case MarkRead(conversation_id, seq):
            return conversations.StaffMarkRead(command_id, conversation_id, seq)
        case CloseConversation(conversation_id, version):
            return conversations.CloseConversation(command_id, conversation_id, version)
        case EndConversation(conversation_id, version):
            return conversations.StaffEndConversation(command_id, conversation_id, version)
        case WrapUp():
            return wrap_ups.WrapUp(
                command_id=command_id,
                conversation_id=command.conversation_id,
                contact_reasons=command.contact_reasons,
                outcome=command.outcome,
                notes=command.notes,
                service_model_version=command.service_model_version,
                responsibility_version=command.responsibility_version,
                is_test=command.is_test,
                marks=tuple(mark.value for mark in command.marks),
            )
        case (
            CallForHelp()
            | WithdrawHelpCall()
            | AnswerHelpCall()
            | TakeOver()
            | JoinConversation()
            | LeaveConversation()
        ):
            return help_shape_of(command, command_id)
        case SendAgreedMessage() | SendAfterCall():
            return agreed_shape_of(command, command_id)
        case AskConsent():
            return consent_shape_of(command, command_id)
        case AskIdentification(conversation_id, version):
            return identifications.AskIdentification(command_id, conversation_id, version)
        case BeginProblemSituation() | TickStep() | EndProblemSituation():
            return problem_shape_of(command, command_id)
        case WriteNote(conversation_id, text, version):
            return conversations.WriteNote(command_id, conversation_id, text, version)
        case MaskSpan(conversation_id, seq, start, end, before, version):
            return conversations.MaskSpan(command_id, conversation_id, seq, start, end, before, version)
        case OfferTransfer() | AcceptOffer() | DeclineOffer() | WithdrawOffer():
            return offer_shape_of(command, command_id)
        case RefinePreInformation() | CorrectPreInformation():
            return pre_information_shape_of(command, command_id)
        case ClaimCallback() | ReleaseCallback() | RecordAttempt():
            return callback_shape_of(command, command_id)
        case (
            OpenConsultation()
            | ClaimConsultation()
            | ReleaseConsultation()
            | WriteToConsultation()
            | RecordConsultationCall()
            | CloseConsultation()
            | WithdrawConsultation()
        ):
            return consultation_shape_of(command, command_id)
        case TransferConversation(conversation_id, queue_id, internal_message, version, passed_on_to):
            return transfers.TransferConversation(
                command_id,
                conversation_id,
                queue_id,
                internal_message,
                version,
                None if passed_on_to is None else passed_on_to.value,
            )
        case ReturnToQueue(conversation_id, version):
            return conversations.ReturnToQueue(command_id, conversation_id, version)
        case SetPresence() | BeginShift() | EndShift():
            return shift_shape_of(command, command_id)
        case PlanShift() | RemovePlannedShift() | AllowOutsidePlan():
            return planning_shape_of(command, command_id)
    assert_never(command)


def _command_of(
    shape: conversations.ClaimWaiting
    | conversations.StaffWriteMessage
    | conversations.StaffMarkRead
    | conversations.CloseConversation
    | conversations.StaffEndConversation
    | wrap_ups.WrapUp
    | transfers.TransferConversation
    | conversations.WriteNote
    | conversations.MaskSpan
    | conversations.ReturnToQueue,
    conversation_id: ConversationId,
) -> Command:
    match shape:
        case conversations.ClaimWaiting():
            return ClaimWaiting(conversation_id)
        case conversations.StaffWriteMessage():
            return WriteMessage(conversation_id, shape.text, shape.responsibility_version)
        case conversations.StaffMarkRead():
            return MarkRead(conversation_id, shape.seq)
        case conversations.CloseConversation():
            return CloseConversation(conversation_id, shape.responsibility_version)
        case conversations.StaffEndConversation():
            return EndConversation(conversation_id, shape.responsibility_version)
        case wrap_ups.WrapUp():
            return WrapUp(
                conversation_id=conversation_id,
                contact_reasons=shape.contact_reasons,
                outcome=shape.outcome,
                notes=shape.notes,
                service_model_version=shape.service_model_version,
                responsibility_version=shape.responsibility_version,
                is_test=shape.is_test,
                marks=known_marks(shape.marks),
            )
        case conversations.ReturnToQueue():
            return ReturnToQueue(conversation_id, shape.responsibility_version)
        case conversations.WriteNote():
            return WriteNote(conversation_id, shape.text, shape.responsibility_version)
        case conversations.MaskSpan():
            return MaskSpan(
                conversation_id=conversation_id,
                seq=shape.seq,
                start=shape.start,
                end=shape.end,
                masked_before=shape.masked_before,
                responsibility_version=shape.responsibility_version,
            )
        case transfers.TransferConversation():
            return TransferConversation(
                conversation_id,
                QueueId(shape.queue_id),
                shape.internal_message,
                shape.responsibility_version,
                None if shape.passed_on_to is None else PassOnTarget(shape.passed_on_to),
            )
    assert_never(shape)
