"""Rules of consultations: what cannot be is refused before it is queued."""

from __future__ import annotations

from typing import assert_never

from app.domain.consultation import (
    LONGEST_SUBJECT,
    OVER,
    Consultation,
    ConsultationState,
    Urgency,
)
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
from app.domain.desk_state import Capability
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen


def check_consultation(seen: Seen, command: ConsultationCommand) -> Problem | None:
    """Why the command cannot be, or None; texts are looked at elsewhere."""
    if Capability.CONSULT not in seen.confirmed.capabilities:
        return Problem(ProblemCode.NOT_ALLOWED)
    if isinstance(command, OpenConsultation):
        return _cannot_open(seen, command)
    thread = seen.confirmed.consultations.get(command.consultation_id)
    if thread is None:
        return Problem(ProblemCode.NOT_FOUND)
    found = thread.consultation
    if found.state in OVER:
        return Problem(ProblemCode.CONSULTATION_OVER)
    match command:
        case ClaimConsultation():
            return _cannot_claim(seen, found)
        case ReleaseConsultation(responsibility_version=version):
            is_claimed = found.state is ConsultationState.CLAIMED
            return None if is_claimed and _is_hers(seen, found, version) else _moved()
        case WriteToConsultation():
            return _cannot_write(seen, found, command)
        case RecordConsultationCall():
            return None if asks(seen, found) else Problem(ProblemCode.NOT_FOUND)
        case CloseConsultation():
            if not (asks(seen, found) or answers(seen, found)):
                return Problem(ProblemCode.NOT_FOUND)
            is_answered = found.state is ConsultationState.ANSWERED
            return None if is_answered else Problem(ProblemCode.CONSULTATION_NOT_ANSWERED)
        case WithdrawConsultation():
            if not asks(seen, found):
                return Problem(ProblemCode.NOT_FOUND)
            is_answered = found.state is ConsultationState.ANSWERED
            return Problem(ProblemCode.CONSULTATION_ANSWERED) if is_answered else None
    assert_never(command)


def asks(seen: Seen, consultation: Consultation) -> bool:
    """Whether she is of those who ask: herself, or of the asking line."""
    served = {line.queue_id for line in seen.confirmed.consultation_queues if line.is_served}
    is_her_own = consultation.asker.staff_id == seen.confirmed.me.staff_id
    return is_her_own or consultation.from_queue_id in served


def answers(seen: Seen, consultation: Consultation) -> bool:
    """Whether she answers for it, or has answered."""
    holder = consultation.holder
    return holder is not None and holder.staff_id == seen.confirmed.me.staff_id


def may_claim(seen: Seen, consultation: Consultation) -> bool:
    """Whether it is hers to take: her line is asked, or it is late and she supervises."""
    state = seen.confirmed
    if consultation.asker.staff_id == state.me.staff_id or answers(seen, consultation):
        return False
    if consultation.is_late and Capability.SUPERVISE in state.capabilities:
        return True
    served = {line.queue_id for line in state.consultation_queues if line.is_served}
    return consultation.state is ConsultationState.OPEN and consultation.queue_id in served


def _cannot_open(seen: Seen, command: OpenConsultation) -> Problem | None:
    lines = {line.queue_id: line for line in seen.confirmed.consultation_queues}
    line = lines.get(command.queue_id)
    if line is None:
        return Problem(ProblemCode.UNKNOWN_QUEUE)
    if command.urgency is Urgency.URGENT and line.on_call is None:
        return Problem(ProblemCode.NOBODY_ON_CALL)
    if not command.subject.strip():
        return Problem(ProblemCode.TEXT_EMPTY)
    if len(command.subject) > LONGEST_SUBJECT:
        return Problem(ProblemCode.TEXT_TOO_LONG, limit=LONGEST_SUBJECT)
    if command.about is not None:
        head = seen.confirmed.heads.get(command.about)
        if head is None or not seen.confirmed.is_mine(head):
            return Problem(ProblemCode.NOT_HELD)
    return None


def _cannot_claim(seen: Seen, found: Consultation) -> Problem | None:
    if found.asker.staff_id == seen.confirmed.me.staff_id:
        return Problem(ProblemCode.OWN_CONSULTATION)
    if found.state is ConsultationState.ANSWERED:
        return Problem(ProblemCode.CONSULTATION_ANSWERED)
    if may_claim(seen, found):
        is_under_way = found.consultation_id in seen.consulting
        return Problem(ProblemCode.UNDER_WAY) if is_under_way else None
    if found.holder is not None:
        return Problem(ProblemCode.ALREADY_CLAIMED, by_name=found.holder.display_name)
    return Problem(ProblemCode.NOT_FOUND)


def _cannot_write(seen: Seen, found: Consultation, command: WriteToConsultation) -> Problem | None:
    if asks(seen, found) and not answers(seen, found) and not command.is_answer:
        return None
    return None if _is_hers(seen, found, command.responsibility_version) else _moved()


def _is_hers(seen: Seen, found: Consultation, version: int) -> bool:
    return answers(seen, found) and found.responsibility_version == version


def _moved() -> Problem:
    return Problem(ProblemCode.RESPONSIBILITY_MOVED)
