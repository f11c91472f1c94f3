"""The life of a conversation: `decide(situation, command)` → a decision or a problem. Pure.

    (nothing) ── OpenConversation ──► waiting ── ClaimWaiting ──► held ── EndConversation ──► ended
                                       │   ▲                      │  │                          │
                                       │   ├── counsellor away ───┤  │                          │
                                       │   └─ TransferConversation┘  │   (helpline/transfer.py, │
                                       │                             │    offers: offer.py)     │
         EndConversation (left_queue)  │                    CloseConversation      WrapUp, CloseConversation
         customer away (abandoned)     ▼                             ▼                          ▼
                                     closed ◄────────────────────────┴────────── (answered) ────┘

An ended conversation stays with its holder until she has wrapped it up, however long she is away
(helpline/wrap_up.py); whoever ends it, the customer is free at once.

Exactly one is responsible at any time: the queue while it waits, the holder while it is
held or ended, nobody (with a reason) once closed (trust.md I5, I6).
"""

from typing import NamedTuple, assert_never

from server_stub.helpline import help_call, joining, offer, wrap_up
from server_stub.helpline.actors import Actor, ClockActor, CustomerActor, StaffActor
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
    ConversationClosed,
    ConversationEnded,
    ConversationEntered,
    ConversationLeft,
    ConversationOpened,
    ConversationReturned,
    ConversationWrappedUp,
    MessageWritten,
    NoteWritten,
    ReadMarked,
    WaitingClaimed,
)
from server_stub.helpline.conversation_values import (
    By,
    ClosedReason,
    Conversation,
    ConversationState,
    DueKind,
)
from server_stub.helpline.decisions import Addressed, Command, Decision, Due
from server_stub.helpline.help_values import (
    AnswerHelpCall,
    CallForHelp,
    HelpCommand,
    JoinConversation,
    LeaveConversation,
    TakeOver,
    WithdrawHelpCall,
)
from server_stub.helpline.holding import not_held
from server_stub.helpline.offer_values import AcceptOffer, DeclineOffer, OfferTransfer, WithdrawOffer
from server_stub.helpline.presence import AT_FIRST, Presence, cannot_take
from server_stub.helpline.service_model import QueueKind, Service
from server_stub.helpline.take_over import taken_over
from server_stub.helpline.transfer import transferred
from server_stub.helpline.values import Millis, Problem, customer_address, queue_address, staff_address

LAST_LINE_CHARACTERS = 200


class Situation(NamedTuple):
    """All that a decision may depend on, gathered inside the write transaction.

    `load` is how many conversations the actor holds; `admission` is the queue an opening
    would lead to, or why it may not; `due_at` is when a timed act was due (None: it is no
    longer due); `lease_at` is when the one it waits for was last seen; `target` is the kind of the queue a
    transfer names, `receiver` the professional an offer names, None when there is none such; `service` is
    the conversation's in the model in force, whose number is `model_version`; `presence` is what somebody
    who takes a customer says of herself; `notes` is how many the conversation has; `holder_answers`
    is whether its holder may still answer customers at all.
    """

    now: Millis
    actor: Actor
    conversation: Conversation | None
    load: int = 0
    admission: str | Problem | None = None
    has_open_conversation: bool = False
    new_conversation_id: str = ""
    new_alias: str = ""
    due_at: Millis | None = None
    lease_at: Millis = 0
    hold_lapses_ms: Millis = 600_000
    waiting_lapses_ms: Millis = 600_000
    target: QueueKind | None = None
    service: Service | None = None
    model_version: int = 0
    presence: Presence = AT_FIRST
    receiver: offer.Receiver | None = None
    offer_lapses_ms: Millis = 120_000
    notes: int = 0
    holder_answers: bool = True


def decide(situation: Situation, command: Command) -> Decision | Problem:
    """What `command` leads to in `situation`."""
    match command:
        case OpenConversation():
            return _open(situation, command)
        case WriteMessage():
            return _write(situation, command)
        case MarkRead():
            return _mark_read(situation, command)
        case EndConversation():
            return _end(situation, command)
        case ClaimWaiting():
            return _claim(situation)
        case CloseConversation():
            return _close(situation, command)
        case WrapUp():
            return _wrap_up(situation, command)
        case TransferConversation():
            return _transfer(situation, command)
        case ReturnToQueue():
            return _give_back(situation, command)
        case WriteNote():
            return _note(situation, command)
        case OfferTransfer() | AcceptOffer() | DeclineOffer() | WithdrawOffer():
            return _about_offer(situation, command)
        case (
            CallForHelp()
            | WithdrawHelpCall()
            | AnswerHelpCall()
            | TakeOver()
            | JoinConversation()
            | LeaveConversation()
        ):
            return _about_help(situation, command)
        case LookAtHolder() if not situation.holder_answers:
            return _left_behind(situation)
        case LookAtHolder():
            return help_call.holder_looked_at(
                situation.conversation, now=situation.now, lease_at=situation.lease_at
            )
        case TimedAct():
            return _timed(situation, command)
        case _:
            assert_never(command)


def may_see(conversation: Conversation, actor: Actor) -> bool:
    """Whether the conversation exists at all for this actor; else it is answered as unknown (404)."""
    match actor:
        case StaffActor():
            if conversation.state == ConversationState.WAITING:
                return conversation.queue_id in actor.queues
            return conversation.holder_id == actor.staff_id
        case CustomerActor():
            return conversation.conversation_id == actor.conversation_id
        case ClockActor():
            return True
        case _:
            assert_never(actor)


def watchers(conversation: Conversation) -> tuple[str, ...]:
    """Who follows the conversation now: the responsible side, who reads along, and the customer."""
    customer = customer_address(conversation.conversation_id)
    match conversation.state:
        case ConversationState.WAITING:
            return (queue_address(conversation.queue_id), customer)
        case ConversationState.HELD | ConversationState.ENDED if conversation.holder_id:
            return (staff_address(conversation.holder_id), *joining.reader(conversation), customer)
        case _:
            return (customer,)


def _open(situation: Situation, command: OpenConversation) -> Decision | Problem:
    if situation.has_open_conversation:
        return Problem("conversation_exists")
    queue_id = situation.admission
    if queue_id is None:
        return Problem("unknown_topic")
    if isinstance(queue_id, Problem):
        return queue_id
    now = situation.now
    opened = Conversation(
        row=None,
        conversation_id=situation.new_conversation_id,
        alias=situation.new_alias,
        state=ConversationState.WAITING,
        queue_id=queue_id,
        language=command.language,
        identity="anonymous",
        service_id=command.service_id,
        topic_id=command.topic_id,
        opened_at=now,
        waiting_since=now,
        holder_id=None,
        holder_name=None,
        claimed_at=None,
        ended_by=None,
        ended_at=None,
        closed_reason=None,
        closed_at=None,
        responsibility_version=1,
        hand_overs=0,
        transferred_by_id=None,
        transferred_by_name=None,
        transferred_from=None,
        transferred_at=None,
        internal_message=None,
        offered_to_id=None,
        offered_to_name=None,
        offered_at=None,
        offer_lapses_at=None,
        offer_message=None,
        help_called_at=None,
        help_text=None,
        helper_id=None,
        helper_name=None,
        joined_at=None,
        last_seq=0,
        last_line="",
        last_by=None,
        last_at=None,
        customer_wrote_at=None,
        read_by_customer=0,
        read_by_counsellor=0,
        last_number=0,
    )
    facts: tuple[Addressed, ...] = (Addressed(ConversationOpened(opened), watchers(opened)),)
    after = opened
    if command.text:
        after, written = _written(opened, By.CUSTOMER, command.text, command.masked, now)
        facts = (*facts, written)
    return Decision(after, facts, (Due(DueKind.WAITING_LAPSES, now + situation.waiting_lapses_ms),))


def _write(situation: Situation, command: WriteMessage) -> Decision | Problem:
    found = _reachable(situation)
    if isinstance(found, Problem):
        return found
    if found.state == ConversationState.CLOSED:
        return Problem("conversation_closed")
    if found.state == ConversationState.ENDED:
        return Problem("conversation_ended")
    by = By.CUSTOMER
    if isinstance(situation.actor, StaffActor):
        by = By.COUNSELLOR
        if (
            found.state != ConversationState.HELD
            or found.responsibility_version != command.responsibility_version
        ):
            return Problem("responsibility_moved")
    after, written = _written(found, by, command.text, command.masked, situation.now)
    return Decision(after, (written,))


def _written(
    conversation: Conversation, by: By, text: str, masked: tuple[str, ...], now: Millis
) -> tuple[Conversation, Addressed]:
    seq = conversation.last_seq + 1
    is_customer = by == By.CUSTOMER
    # Her oldest line that nobody has answered yet: what "time since her last line" counts from.
    unanswered = conversation.customer_wrote_at or now if is_customer else None
    after = conversation.spoken_in(
        seq=seq,
        line=text[:LAST_LINE_CHARACTERS],
        by=by,
        at=now,
        unanswered_since=unanswered,
        read=(
            _read_on_writing(conversation.read_by_customer, seq, is_writer=is_customer),
            _read_on_writing(conversation.read_by_counsellor, seq, is_writer=not is_customer),
        ),
    )
    return after, Addressed(MessageWritten(seq, by, text, masked), watchers(conversation))


def _note(situation: Situation, command: WriteNote) -> Decision | Problem:
    """The holder writes for professionals, while it is held and while she wraps it up; and so does who
    reads along, which is how she helps.
    """
    found, actor = situation.conversation, situation.actor
    if found is None or not isinstance(actor, StaffActor):
        return Problem("not_found")
    reads_along = joining.reader(found) == (actor.address,)
    if not reads_along and not may_see(found, actor):
        return Problem("not_found")
    if found.state == ConversationState.CLOSED:
        return Problem("conversation_closed")
    is_hers = found.holder_id == actor.staff_id
    if not (is_hers or reads_along) or found.responsibility_version != command.responsibility_version:
        return Problem("responsibility_moved")
    number = situation.notes + 1
    written = NoteWritten(number, found.last_seq, actor.staff_id, actor.display_name, command.text)
    # The customer is in no audience of a note: no path to her holds it.
    readers = (staff_address(found.holder_id or ""), *joining.reader(found))
    return Decision(found, (Addressed(written, readers),))


def _read_on_writing(mark: int, seq: int, *, is_writer: bool) -> int:
    # One's own message is read, but writing does not show that what came just before was seen.
    return seq if is_writer and mark == seq - 1 else mark


def _mark_read(situation: Situation, command: MarkRead) -> Decision | Problem:
    found = _reachable(situation)
    if isinstance(found, Problem):
        return found
    if found.state == ConversationState.CLOSED:
        return Problem("conversation_closed")
    seq = min(command.seq, found.last_seq)
    if isinstance(situation.actor, StaffActor):
        if found.state == ConversationState.WAITING:
            return Problem("responsibility_moved")
        if seq <= found.read_by_counsellor:
            return Decision(found, ())
        after = found._replace(read_by_counsellor=seq)
        return Decision(after, (Addressed(ReadMarked(By.COUNSELLOR, seq), watchers(found)),))
    if seq <= found.read_by_customer:
        return Decision(found, ())
    after = found._replace(read_by_customer=seq)
    return Decision(after, (Addressed(ReadMarked(By.CUSTOMER, seq), watchers(found)),))


def _end(situation: Situation, command: EndConversation) -> Decision | Problem:
    found = _reachable(situation)
    if isinstance(found, Problem):
        return found
    if isinstance(situation.actor, StaffActor):
        return _end_by_holder(found, command, situation.now)
    match found.state:
        case ConversationState.WAITING:
            return _closed(found, ClosedReason.LEFT_QUEUE, situation.now)
        case ConversationState.HELD:
            return _ended(found, By.CUSTOMER, situation.now)
        case ConversationState.ENDED:
            return Problem("conversation_ended")
        case _:
            return Problem("conversation_closed")


def _end_by_holder(found: Conversation, command: EndConversation, now: Millis) -> Decision | Problem:
    if found.state == ConversationState.CLOSED:
        return Problem("conversation_closed")
    if (
        found.state == ConversationState.WAITING
        or found.responsibility_version != command.responsibility_version
    ):
        return Problem("responsibility_moved")
    if found.state == ConversationState.ENDED:
        # The customer was quicker: it is as the holder wanted it, and no fact is needed to say so.
        return Decision(found, ())
    return _ended(found, By.COUNSELLOR, now)


def _ended(found: Conversation, by: By, now: Millis) -> Decision:
    """Over for the customer; nothing lapses any more, the holder may wrap up whenever she can."""
    after, offers, due = offer.ending_with(found)
    after = after._replace(state=ConversationState.ENDED, ended_by=by, ended_at=now)
    ended = Addressed(ConversationEnded(by), watchers(after))
    return Decision(after, (*offers, ended), (Due(DueKind.HOLD_LAPSES, None), *due))


def _wrap_up(situation: Situation, command: WrapUp) -> Decision | Problem:
    found, actor = _reachable(situation), situation.actor
    if isinstance(found, Problem) or not isinstance(actor, StaffActor):
        return Problem("not_found")
    problem = wrap_up.obstacle(found, command) or wrap_up.unfit_codes(
        command, situation.service, version=situation.model_version
    )
    if problem is not None:
        return problem
    wrapped_up = ConversationWrappedUp(
        contact_reasons=command.contact_reasons,
        outcome=command.outcome,
        notes=command.text,
        service_model_version=command.service_model_version,
        by_id=actor.staff_id,
        by_name=actor.display_name,
    )
    closed = _closed(found, ClosedReason.ANSWERED, situation.now)
    return Decision(
        closed.conversation,
        (Addressed(wrapped_up, (actor.address,)), *closed.facts),
        closed.due,
    )


def _claim(situation: Situation) -> Decision | Problem:
    found, actor = situation.conversation, situation.actor
    if found is None or not isinstance(actor, StaffActor) or found.queue_id not in actor.queues:
        return Problem("not_found")
    match found.state:
        case ConversationState.HELD | ConversationState.ENDED:
            return Problem("already_claimed", {"by_name": found.holder_name})
        case ConversationState.CLOSED:
            return Problem("conversation_closed")
        case _:
            pass
    if (problem := cannot_take(situation.presence)) is not None:
        return problem
    if situation.load >= actor.capacity:
        return Problem("capacity_full", {"capacity": actor.capacity})
    after = found._replace(
        state=ConversationState.HELD,
        holder_id=actor.staff_id,
        holder_name=actor.display_name,
        claimed_at=situation.now,
        responsibility_version=found.responsibility_version + 1,
    )
    queue, holder = queue_address(found.queue_id), staff_address(actor.staff_id)
    claimed = WaitingClaimed(actor.staff_id, actor.display_name, after.responsibility_version)
    return Decision(
        after,
        (
            Addressed(claimed, (queue, customer_address(found.conversation_id))),
            Addressed(ConversationLeft(), (queue,)),
            Addressed(ConversationEntered(after), (holder,)),
        ),
        (
            Due(DueKind.WAITING_LAPSES, None),
            Due(DueKind.HOLD_LAPSES, situation.now + situation.hold_lapses_ms),
        ),
    )


def _close(situation: Situation, command: CloseConversation) -> Decision | Problem:
    found = _reachable(situation)
    if isinstance(found, Problem):
        return found
    if found.state == ConversationState.CLOSED:
        return Problem("conversation_closed")
    if (
        found.state == ConversationState.WAITING
        or found.responsibility_version != command.responsibility_version
    ):
        return Problem("responsibility_moved")
    return _closed(found, ClosedReason.ANSWERED, situation.now)


def _transfer(situation: Situation, command: TransferConversation) -> Decision | Problem:
    found, actor = _reachable(situation), situation.actor
    if isinstance(found, Problem) or not isinstance(actor, StaffActor):
        return Problem("not_found")
    return transferred(
        found,
        command,
        actor,
        now=situation.now,
        target=situation.target,
        waiting_lapses_ms=situation.waiting_lapses_ms,
    )


def _give_back(situation: Situation, command: ReturnToQueue) -> Decision | Problem:
    """Her shift ends, or she cannot go on: the queue answers for the customer again, who is told."""
    found = _reachable(situation)
    if isinstance(found, Problem):
        return found
    if (problem := not_held(found, command.responsibility_version)) is not None:
        return problem
    return _returned(situation, found, reason="given_back")


def _about_offer(
    situation: Situation, command: OfferTransfer | AcceptOffer | DeclineOffer | WithdrawOffer
) -> Decision | Problem:
    actor, found = situation.actor, situation.conversation
    if not isinstance(actor, StaffActor):
        return Problem("not_found")
    match command:
        case AcceptOffer():
            return offer.accepted(
                found,
                command,
                actor,
                now=situation.now,
                load=situation.load,
                presence=situation.presence,
                hold_lapses_ms=situation.hold_lapses_ms,
            )
        case DeclineOffer():
            return offer.declined(found, command, actor)
        case OfferTransfer() | WithdrawOffer():
            mine = _reachable(situation)
            if isinstance(mine, Problem):
                return mine
            if isinstance(command, WithdrawOffer):
                return offer.withdrawn(mine, command)
            return offer.offered(
                mine,
                command,
                now=situation.now,
                receiver=situation.receiver,
                lapses_ms=situation.offer_lapses_ms,
            )
        case _:
            assert_never(command)


def _about_help(situation: Situation, command: HelpCommand) -> Decision | Problem:
    actor, found, now = situation.actor, situation.conversation, situation.now
    if not isinstance(actor, StaffActor):
        return Problem("not_found")
    match command:
        case AnswerHelpCall():
            return help_call.answered(found, command, actor, now=now)
        case TakeOver():
            return taken_over(found, command, actor, now=now, hold_lapses_ms=situation.hold_lapses_ms)
        case JoinConversation():
            return joining.joined(found, command, actor, now=now)
        case LeaveConversation():
            return joining.left(found, command, actor)
        case CallForHelp() | WithdrawHelpCall():
            mine = _reachable(situation)
            if isinstance(mine, Problem):
                return mine
            if isinstance(command, CallForHelp):
                return help_call.called(mine, command, now=now)
            return help_call.withdrawn(mine, command)
        case _:
            assert_never(command)


def _closed(found: Conversation, reason: ClosedReason, now: Millis) -> Decision:
    after, offers, due = offer.ending_with(found)
    customer = customer_address(found.conversation_id)
    staff = tuple(address for address in watchers(after) if address != customer)
    after = after._replace(state=ConversationState.CLOSED, closed_reason=reason, closed_at=now)
    return Decision(
        after,
        (
            *offers,
            Addressed(ConversationClosed(reason), (*staff, customer)),
            Addressed(ConversationLeft(), staff),
        ),
        (Due(DueKind.WAITING_LAPSES, None), Due(DueKind.HOLD_LAPSES, None), *due),
    )


def _timed(situation: Situation, command: TimedAct) -> Decision | Problem:
    found = situation.conversation
    if found is None or situation.due_at is None or situation.due_at != command.at:
        return Problem("not_found")
    match command.kind:
        case DueKind.WAITING_LAPSES:
            lapses_at = situation.lease_at + situation.waiting_lapses_ms
            if found.state != ConversationState.WAITING:
                return Decision(found, (), (Due(command.kind, None),))
            if lapses_at > situation.now:
                return Decision(found, (), (Due(command.kind, lapses_at),))
            return _closed(found, ClosedReason.ABANDONED, situation.now)
        case DueKind.HOLD_LAPSES:
            lapses_at = situation.lease_at + situation.hold_lapses_ms
            if found.state != ConversationState.HELD:
                return Decision(found, (), (Due(command.kind, None),))
            if lapses_at > situation.now:
                return Decision(found, (), (Due(command.kind, lapses_at),))
            return _returned(situation, found)
        case DueKind.HELPER_LAPSES | DueKind.HELPER_LEFT:
            return help_call.timed(found, command.kind, now=situation.now, lease_at=situation.lease_at)
        case DueKind.OFFER_LAPSES:
            return offer.timed(
                found, now=situation.now, lease_at=situation.lease_at, presence=situation.presence
            )
        case _:
            assert_never(command.kind)


def _left_behind(situation: Situation) -> Decision | Problem:
    """Its holder may not answer any more: nobody else could ever close what she left."""
    found = situation.conversation
    if found is None:
        return Problem("not_found")
    match found.state:
        case ConversationState.HELD:
            return _returned(situation, found)
        case ConversationState.ENDED:
            return _closed(found, ClosedReason.ANSWERED, situation.now)
        case _:
            return Decision(found, ())


def _returned(situation: Situation, found: Conversation, *, reason: str = "counsellor_away") -> Decision:
    """Back to the queue it came from, at its old place, whole in view of those who serve it."""
    after, offers, due = offer.ending_with(found)
    former = tuple(a for a in watchers(after) if not a.startswith("c:"))
    after = after._replace(
        state=ConversationState.WAITING,
        holder_id=None,
        holder_name=None,
        claimed_at=None,
        responsibility_version=found.responsibility_version + 1,
    )
    if found.transferred_from is None:
        # Written for one person, or for the supervisors alone: it is not the queue's to read.
        after = after._replace(
            transferred_by_id=None, transferred_by_name=None, transferred_at=None, internal_message=None
        )
    queue = queue_address(found.queue_id)
    customer = customer_address(found.conversation_id)
    returned = ConversationReturned(found.queue_id, after.responsibility_version, found.waiting_since, reason)
    return Decision(
        after,
        (
            *offers,
            Addressed(returned, (*former, customer)),
            Addressed(ConversationLeft(), former),
            Addressed(ConversationEntered(after), (queue,)),
        ),
        (
            Due(DueKind.HOLD_LAPSES, None),
            Due(DueKind.WAITING_LAPSES, situation.now + situation.waiting_lapses_ms),
            *due,
        ),
    )


def _reachable(situation: Situation) -> Conversation | Problem:
    """The conversation, when this actor may know of it.

    A former holder is told that responsibility moved only through the fact; her command is
    answered as such when the conversation is still one she could see.
    """
    found = situation.conversation
    if found is None or not may_see(found, situation.actor):
        return Problem("not_found")
    return found
