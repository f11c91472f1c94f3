"""The life of a consultation: `decide(situation, command)` → a decision or a problem. Pure.

    (nothing) ── OpenConsultation ──► open ── ClaimConsultation ──► claimed ── an answer ──► answered
                                      │ │ ▲                          │ │ ▲                     │ │
                                      │ │ └── ReleaseConsultation ───┘ │ └── a further question ┘ │
                                      │ │                              │                         │
                                      │ └── WithdrawConsultation ──────┴──► withdrawn            │
                                      │                                       CloseConsultation  │
                                      └── urgent: a call settled it (in any of them) ──► closed ◄┘

An answer and a further question are `WriteToConsultation`: of the holder, and of who asks. A non-urgent
question goes with a promise of one to three working days (R124): due at 16.00 on the last of them, kept by
the answer, broken when the clock passes it first; then the supervisors are told, and one of them may take it
over. A further question within the same consultation is a promise of its own. An urgent one is promised
nothing in writing: whoever is on call is rung, and the call is told of with `RecordConsultationCall` (R125).
What is said here is for professionals alone (R123).
"""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from server_stub.helpline.actors import Actor, StaffActor
from server_stub.helpline.consultation_values import (
    AWAITED,
    OVER,
    AttachedLine,
    CallOutcome,
    ClaimConsultation,
    CloseConsultation,
    Consultation,
    ConsultationAnswered,
    ConsultationCallRecorded,
    ConsultationClaimed,
    ConsultationClosed,
    ConsultationCommand,
    ConsultationDecision,
    ConsultationEntry,
    ConsultationFact,
    ConsultationOpened,
    ConsultationOverdue,
    ConsultationReopened,
    ConsultationReturned,
    ConsultationState,
    ConsultationTold,
    ConsultationWithdrawn,
    ConsultationWritten,
    EntryKind,
    NoteOverdue,
    OpenConsultation,
    PromiseState,
    RecordConsultationCall,
    ReleaseConsultation,
    SettledPromise,
    Urgency,
    WithdrawConsultation,
    WriteToConsultation,
)
from server_stub.helpline.promise import due_at
from server_stub.helpline.roles import SUPERVISING
from server_stub.helpline.service_model import ConsultationQueue, Register
from server_stub.helpline.values import (
    SUPERVISORS_ADDRESS,
    Millis,
    Problem,
    queue_address,
    staff_address,
)


@dataclass(frozen=True, slots=True)
class ConsultationSituation:
    """All that a decision may depend on, gathered inside the write transaction.

    `queue` is the line that is asked, as the model in force knows it; `from_queue_id` is the asker's own.
    `attached` are the lines she chose, or None when one of them is not in a conversation she holds;
    `attached_from` is whose record that conversation belongs to.
    """

    now: Millis
    actor: Actor
    days_off: frozenset[date]
    consultation: Consultation | None = None
    queue: ConsultationQueue | None = None
    from_queue_id: str | None = None
    attached: tuple[AttachedLine, ...] | None = ()
    attached_from: Register | None = None
    new_consultation_id: str = ""
    command_id: str | None = None


def decide(situation: ConsultationSituation, command: ConsultationCommand) -> ConsultationDecision | Problem:
    """What `command` leads to in `situation`."""
    if isinstance(command, NoteOverdue):
        return _overdue(situation, command)
    actor = situation.actor
    if not isinstance(actor, StaffActor):
        return Problem("not_found")
    if isinstance(command, OpenConsultation):
        return _open(situation, actor, command)
    found = situation.consultation
    if found is None or not may_see(found, actor):
        return Problem("not_found")
    match command:
        case ClaimConsultation():
            return _claim(situation, actor, found)
        case ReleaseConsultation():
            return _release(actor, found, command)
        case WriteToConsultation():
            return _write(situation, actor, found, command)
        case RecordConsultationCall():
            return _record_call(situation, actor, found, command)
        case CloseConsultation():
            return _close(situation, actor, found)
        case WithdrawConsultation():
            return _withdraw(situation, actor, found)
        case _:
            assert_never(command)


def may_see(consultation: Consultation, actor: StaffActor) -> bool:
    """Whether it exists for her: her line asks or is asked, it is hers, or she is told that it is late."""
    if is_late(consultation) and not actor.roles.isdisjoint(SUPERVISING):
        return True
    return asks(consultation, actor) or consultation.queue_id in actor.queues or holds(consultation, actor)


def asks(consultation: Consultation, actor: StaffActor) -> bool:
    """Whether she is of those who ask: herself, or of the asking line."""
    return consultation.asker_id == actor.staff_id or consultation.from_queue_id in actor.queues


def holds(consultation: Consultation, actor: StaffActor) -> bool:
    """Whether she answers for it, or has answered."""
    return consultation.holder_id == actor.staff_id


def is_late(consultation: Consultation) -> bool:
    """Whether an answer is owed that was promised earlier."""
    return consultation.promise == PromiseState.BROKEN and consultation.state in AWAITED


def _open(
    situation: ConsultationSituation, actor: StaffActor, command: OpenConsultation
) -> ConsultationDecision | Problem:
    queue = situation.queue
    if queue is None:
        return Problem("unknown_queue")
    if situation.attached is None:
        return Problem("not_found")
    if situation.attached and situation.attached_from != queue.register:
        # Asking is free; the customer's own lines do not leave their register with the question (I11).
        return Problem("consent_needed")
    is_urgent = command.urgency == Urgency.URGENT
    if is_urgent and queue.on_call is None:
        return Problem("nobody_on_call")
    opened = Consultation(
        row=None,
        consultation_id=situation.new_consultation_id,
        state=ConsultationState.OPEN,
        urgency=command.urgency,
        queue_id=queue.queue_id,
        from_queue_id=situation.from_queue_id,
        subject=command.subject,
        asker_id=actor.staff_id,
        asker_name=actor.display_name,
        asked_at=situation.now,
        conversation_id=command.conversation_id,
        is_identity_allowed=command.is_identity_allowed,
        holder_id=None,
        holder_name=None,
        claimed_at=None,
        promise=None,
        promise_number=0,
        promised_at=None,
        due_at=None,
        answered_at=None,
        closed_at=None,
        responsibility_version=1,
    )
    if not is_urgent:
        opened = _promised(opened, queue, situation)
    asked, entry = _said(
        situation, actor, opened, EntryKind.QUESTION, command.text, attached=situation.attached
    )
    return _told(asked, ConsultationOpened(asked, (entry,)))


def _claim(
    situation: ConsultationSituation, actor: StaffActor, found: Consultation
) -> ConsultationDecision | Problem:
    if found.state in OVER:
        return Problem("consultation_over")
    if found.asker_id == actor.staff_id:
        return Problem("own_consultation")
    if found.state == ConsultationState.ANSWERED:
        return Problem("consultation_answered")
    takes_over = is_late(found) and not actor.roles.isdisjoint(SUPERVISING)
    if not takes_over and found.queue_id not in actor.queues:
        return Problem("not_found")
    if found.state == ConsultationState.CLAIMED and (holds(found, actor) or not takes_over):
        return Problem("already_claimed", {"by_name": found.holder_name})
    after = found._replace(
        state=ConsultationState.CLAIMED,
        holder_id=actor.staff_id,
        holder_name=actor.display_name,
        claimed_at=situation.now,
        responsibility_version=found.responsibility_version + 1,
    )
    return _told(after, ConsultationClaimed(after), before=found)


def _release(
    actor: StaffActor, found: Consultation, command: ReleaseConsultation
) -> ConsultationDecision | Problem:
    if found.state in OVER:
        return Problem("consultation_over")
    if not _is_hers(actor, found, command.responsibility_version) or found.state != ConsultationState.CLAIMED:
        return Problem("responsibility_moved")
    after = found._replace(
        state=ConsultationState.OPEN,
        holder_id=None,
        holder_name=None,
        claimed_at=None,
        responsibility_version=found.responsibility_version + 1,
    )
    return _told(after, ConsultationReturned(after), before=found)


def _write(
    situation: ConsultationSituation, actor: StaffActor, found: Consultation, command: WriteToConsultation
) -> ConsultationDecision | Problem:
    if found.state in OVER:
        return Problem("consultation_over")
    # Who holds it and serves the asking line too asks back as the one who holds it.
    if command.is_answer or holds(found, actor) or not asks(found, actor):
        if not _is_hers(actor, found, command.responsibility_version):
            return Problem("responsibility_moved")
        kind = EntryKind.ANSWER if command.is_answer else EntryKind.ENQUIRY
        after, entry = _said(situation, actor, found, kind, command.text)
        if command.is_answer and found.state == ConsultationState.CLAIMED:
            return _answered(situation, after, entry)
        return _told(after, ConsultationWritten(after, (entry,)))
    after, entry = _said(situation, actor, found, EntryKind.QUESTION, command.text)
    if found.state != ConsultationState.ANSWERED:
        return _told(after, ConsultationWritten(after, (entry,)))
    after = after._replace(state=ConsultationState.CLAIMED, answered_at=None)
    if found.urgency == Urgency.NON_URGENT:
        after = _promised(after, situation.queue, situation)
    return _told(after, ConsultationReopened(after, (entry,)), before=found)


def _answered(
    situation: ConsultationSituation, after: Consultation, entry: ConsultationEntry
) -> ConsultationDecision:
    before = after
    after = after._replace(state=ConsultationState.ANSWERED, answered_at=situation.now)
    if after.promise != PromiseState.RUNNING or after.due_at is None:
        return _told(after, ConsultationAnswered(after, (entry,)), before=before)
    is_kept = situation.now <= after.due_at
    after = after._replace(promise=PromiseState.KEPT if is_kept else PromiseState.BROKEN)
    return _told(after, ConsultationAnswered(after, (entry,)), before=before, settled=_settled(after))


def _record_call(
    situation: ConsultationSituation, actor: StaffActor, found: Consultation, command: RecordConsultationCall
) -> ConsultationDecision | Problem:
    if not asks(found, actor):
        return Problem("not_found")
    if found.state in OVER:
        return Problem("consultation_over")
    called_at = min(max(command.called_at, found.asked_at), situation.now)
    after, entry = _said(
        situation,
        actor,
        found,
        EntryKind.CALL,
        command.text,
        call_outcome=command.outcome,
        called_at=called_at,
    )
    if found.urgency != Urgency.URGENT or command.outcome != CallOutcome.SETTLED:
        return _told(after, ConsultationCallRecorded(after, (entry,)))
    after = after._replace(state=ConsultationState.CLOSED, closed_at=situation.now)
    return _told(after, ConsultationClosed(after, (entry,)), before=found)


def _close(
    situation: ConsultationSituation, actor: StaffActor, found: Consultation
) -> ConsultationDecision | Problem:
    if not (asks(found, actor) or holds(found, actor)):
        return Problem("not_found")
    if found.state in OVER:
        return Problem("consultation_over")
    if found.state != ConsultationState.ANSWERED:
        return Problem("consultation_not_answered")
    after = found._replace(state=ConsultationState.CLOSED, closed_at=situation.now)
    return _told(after, ConsultationClosed(after), before=found)


def _withdraw(
    situation: ConsultationSituation, actor: StaffActor, found: Consultation
) -> ConsultationDecision | Problem:
    if not asks(found, actor):
        return Problem("not_found")
    if found.state in OVER:
        return Problem("consultation_over")
    if found.state == ConsultationState.ANSWERED:
        return Problem("consultation_answered")
    is_running = found.promise == PromiseState.RUNNING
    after = found._replace(
        state=ConsultationState.WITHDRAWN,
        closed_at=situation.now,
        promise=None if is_running else found.promise,
    )
    return _told(after, ConsultationWithdrawn(after), before=found)


def _overdue(situation: ConsultationSituation, command: NoteOverdue) -> ConsultationDecision | Problem:
    found = situation.consultation
    if found is None or found.state not in AWAITED or found.promise != PromiseState.RUNNING:
        return Problem("not_found")
    if found.due_at != command.at or situation.now <= found.due_at:
        return Problem("not_found")
    after = found._replace(promise=PromiseState.BROKEN)
    return _told(after, ConsultationOverdue(after, after.entries), before=found, settled=_settled(after))


def _promised(
    consultation: Consultation, queue: ConsultationQueue | None, situation: ConsultationSituation
) -> Consultation:
    # A line that has left the model keeps the longest promise: what is asked of it further is still owed.
    days = 3 if queue is None else queue.promise_days
    return consultation._replace(
        promise=PromiseState.RUNNING,
        promise_number=consultation.promise_number + 1,
        promised_at=situation.now,
        due_at=due_at(situation.now, days, situation.days_off),
    )


def _settled(consultation: Consultation) -> SettledPromise:
    return SettledPromise(
        consultation.promise_number,
        consultation.promised_at or 0,
        consultation.due_at or 0,
        consultation.promise or "",
    )


def _said(
    situation: ConsultationSituation,
    actor: StaffActor,
    found: Consultation,
    kind: EntryKind,
    text: str,
    *,
    attached: tuple[AttachedLine, ...] = (),
    call_outcome: str | None = None,
    called_at: Millis | None = None,
) -> tuple[Consultation, ConsultationEntry]:
    entry = ConsultationEntry(
        number=len(found.entries) + 1,
        kind=kind,
        staff_id=actor.staff_id,
        staff_name=actor.display_name,
        at=situation.now,
        text=text,
        attached=attached,
        call_outcome=call_outcome,
        called_at=called_at,
        caused_by=situation.command_id,
    )
    return found._replace(entries=(*found.entries, entry)), entry


def _is_hers(actor: StaffActor, found: Consultation, version: int) -> bool:
    return holds(found, actor) and found.responsibility_version == version


def _told(
    after: Consultation,
    fact: ConsultationFact,
    *,
    before: Consultation | None = None,
    settled: SettledPromise | None = None,
) -> ConsultationDecision:
    """Both lines see it, and both professionals; supervisors from when it is late until it is late no more.

    Nobody else: least of all a customer (R123).
    """
    former = before or after
    people = dict.fromkeys(each for each in (after.asker_id, after.holder_id, former.holder_id) if each)
    lines = dict.fromkeys(each for each in (after.queue_id, after.from_queue_id) if each)
    supervisors = (SUPERVISORS_ADDRESS,) if is_late(after) or is_late(former) else ()
    audience = (*map(queue_address, lines), *map(staff_address, people), *supervisors)
    return ConsultationDecision(after, ConsultationTold(fact, audience), settled)
