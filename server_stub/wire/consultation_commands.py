"""consultation_commands: Commands about consultations as they come in (CONTRACT.md section 3)."""

from datetime import datetime
from typing import Annotated, assert_never

import msgspec

from server_stub.helpline import consultation_values as values
from server_stub.helpline.calling_time import millis_of
from server_stub.helpline.values import Millis
from server_stub.wire.callback_commands import Time
from server_stub.wire.command_parts import Command, Id, Name, Seq

Urgency = Annotated[str, msgspec.Meta(pattern="^(non_urgent|urgent)$")]
CallOutcome = Annotated[str, msgspec.Meta(pattern="^(settled|goes_on|no_answer)$")]
Seqs = Annotated[tuple[Seq, ...], msgspec.Meta(max_length=values.MOST_ATTACHED)]


class OpenConsultation(Command, frozen=True, tag="OpenConsultation"):
    """A professional asks a line."""

    queue_id: Name
    urgency: Urgency
    subject: str
    text: str
    conversation_id: Id | None
    attached_seqs: Seqs
    is_identity_allowed: bool


class ClaimConsultation(Command, frozen=True, tag="ClaimConsultation"):
    """Somebody takes it, to answer."""

    consultation_id: Id


class ReleaseConsultation(Command, frozen=True, tag="ReleaseConsultation"):
    """She gives it back to her line."""

    consultation_id: Id
    responsibility_version: Seq


class WriteToConsultation(Command, frozen=True, tag="WriteToConsultation"):
    """More is said."""

    consultation_id: Id
    text: str
    is_answer: bool
    responsibility_version: Seq


class RecordConsultationCall(Command, frozen=True, tag="RecordConsultationCall"):
    """Whoever is on call was rung."""

    consultation_id: Id
    called_at: Time
    outcome: CallOutcome
    text: str


class CloseConsultation(Command, frozen=True, tag="CloseConsultation"):
    """The answer is enough."""

    consultation_id: Id


class WithdrawConsultation(Command, frozen=True, tag="WithdrawConsultation"):
    """No answer is needed any more."""

    consultation_id: Id


StaffConsultationCommand = (
    OpenConsultation
    | ClaimConsultation
    | ReleaseConsultation
    | WriteToConsultation
    | RecordConsultationCall
    | CloseConsultation
    | WithdrawConsultation
)


def meaning(command: StaffConsultationCommand) -> values.StaffConsultationCommand:
    """The command in the words of the rules."""
    match command:
        case OpenConsultation():
            return values.OpenConsultation(
                queue_id=command.queue_id,
                urgency=command.urgency,
                subject=command.subject,
                text=command.text,
                conversation_id=command.conversation_id,
                attached_seqs=tuple(sorted(set(command.attached_seqs))),
                is_identity_allowed=command.is_identity_allowed,
            )
        case ClaimConsultation():
            return values.ClaimConsultation(command.consultation_id)
        case ReleaseConsultation():
            return values.ReleaseConsultation(command.consultation_id, command.responsibility_version)
        case WriteToConsultation():
            return values.WriteToConsultation(
                command.consultation_id, command.text, command.is_answer, command.responsibility_version
            )
        case RecordConsultationCall():
            return values.RecordConsultationCall(
                command.consultation_id, _millis(command.called_at), command.outcome, command.text
            )
        case CloseConsultation():
            return values.CloseConsultation(command.consultation_id)
        case WithdrawConsultation():
            return values.WithdrawConsultation(command.consultation_id)
        case _:
            assert_never(command)


def _millis(stamped: str) -> Millis:
    try:
        return millis_of(datetime.fromisoformat(stamped))
    except (ValueError, OverflowError):
        return 0
