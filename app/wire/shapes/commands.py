"""Every command a workstation sends: the one union in which a kept command is read again."""

from app.wire.shapes.agreed_messages import SendAfterCall, SendAgreedMessage
from app.wire.shapes.callbacks import StaffCallbackCommand
from app.wire.shapes.consents import AskConsent
from app.wire.shapes.consultations import StaffConsultationCommand
from app.wire.shapes.conversations import (
    ClaimWaiting,
    CloseConversation,
    MaskSpan,
    ReturnToQueue,
    StaffEndConversation,
    StaffMarkRead,
    StaffWriteMessage,
    WriteNote,
)
from app.wire.shapes.help_calls import StaffHelpCommand
from app.wire.shapes.identifications import AskIdentification
from app.wire.shapes.offers import StaffOfferCommand
from app.wire.shapes.planned_shifts import StaffPlanningCommand
from app.wire.shapes.pre_information import StaffPreInformationCommand
from app.wire.shapes.problem_situations import StaffProblemCommand
from app.wire.shapes.shifts import StaffShiftCommand
from app.wire.shapes.transfers import TransferConversation
from app.wire.shapes.wrap_ups import WrapUp

StaffCommand = (
    ClaimWaiting
    | StaffWriteMessage
    | StaffMarkRead
    | CloseConversation
    | StaffEndConversation
    | WrapUp
    | TransferConversation
    | WriteNote
    | SendAgreedMessage
    | SendAfterCall
    | MaskSpan
    | StaffOfferCommand
    | StaffHelpCommand
    | AskIdentification
    | AskConsent
    | StaffProblemCommand
    | StaffPreInformationCommand
    | StaffCallbackCommand
    | StaffConsultationCommand
    | ReturnToQueue
    | StaffShiftCommand
    | StaffPlanningCommand
)
