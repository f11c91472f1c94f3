"""Claiming: a waiting customer is taken, and goes back when her counsellor cannot go on. Pure."""

from typing import assert_never

from server_stub.helpline import consent, help_call, offer
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.conversation_commands import ReturnToQueue, TimedAct
from server_stub.helpline.conversation_facts import (
    ConversationEntered,
    ConversationLeft,
    ConversationReturned,
    WaitingClaimed,
)
from server_stub.helpline.conversation_situation import Situation, reachable, watchers
from server_stub.helpline.conversation_values import (
    Channel,
    ClosedReason,
    Conversation,
    ConversationState,
    DueKind,
)
from server_stub.helpline.decisions import Addressed, Decision, Due
from server_stub.helpline.ending import over
from server_stub.helpline.holding import not_held
from server_stub.helpline.planned_shift import outside
from server_stub.helpline.presence import cannot_take
from server_stub.helpline.values import Problem, customer_address, queue_address, staff_address


def claimed(situation: Situation) -> Decision | Problem:
    """A counsellor takes a waiting customer, if she is there and has room."""
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
    is_chat = found.channel == Channel.CHAT
    if is_chat and (problem := outside(situation.plan, found.queue_id, now=situation.now)) is not None:
        return problem
    if situation.is_occupied:
        return Problem("problem_situation")
    if is_chat and situation.load >= actor.capacity:
        return Problem("capacity_full", {"capacity": actor.capacity})
    after = consent.opened(found)._replace(
        state=ConversationState.HELD,
        holder_id=actor.staff_id,
        holder_name=actor.display_name,
        claimed_at=situation.now,
        responsibility_version=found.responsibility_version + 1,
    )
    queue, holder = queue_address(found.queue_id), staff_address(actor.staff_id)
    claim = WaitingClaimed(actor.staff_id, actor.display_name, after.responsibility_version)
    return Decision(
        after,
        (
            Addressed(claim, (queue, customer_address(found.conversation_id))),
            *consent.opening_told(after, found),
            Addressed(ConversationLeft(), (queue,)),
            Addressed(ConversationEntered(after), (holder,)),
        ),
        (
            Due(DueKind.WAITING_LAPSES, None),
            Due(DueKind.HOLD_LAPSES, situation.now + situation.hold_lapses_ms),
        ),
    )


def given_back(situation: Situation, command: ReturnToQueue) -> Decision | Problem:
    """Her shift ends, or she cannot go on: the queue answers for the customer again, who is told."""
    found = reachable(situation)
    if isinstance(found, Problem):
        return found
    if (problem := not_held(found, command.responsibility_version)) is not None:
        return problem
    return returned(situation, found, reason="given_back")


def left_behind(situation: Situation) -> Decision | Problem:
    """Its holder may not answer any more: nobody else could ever close what she left."""
    found = situation.conversation
    if found is None:
        return Problem("not_found")
    match found.state:
        case ConversationState.HELD:
            return returned(situation, found)
        case ConversationState.ENDED:
            return over(found, ClosedReason.ANSWERED, situation.now)
        case _:
            return Decision(found, ())


def returned(situation: Situation, found: Conversation, *, reason: str = "counsellor_away") -> Decision:
    """Back to the queue it came from, at its old place, in view of those who serve it."""
    alone, offers, due = offer.ending_with(found)
    former = tuple(a for a in watchers(alone) if not a.startswith("c:"))
    # Whoever takes it next talks with her for the first time: what is apart stays apart (decision 40).
    after = alone.without_earlier_lines()._replace(
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
    back = ConversationReturned(found.queue_id, after.responsibility_version, found.waiting_since, reason)
    return Decision(
        after,
        (
            *offers,
            Addressed(back, (*former, customer)),
            Addressed(ConversationLeft(), former),
            Addressed(ConversationEntered(after), (queue,)),
        ),
        (
            Due(DueKind.HOLD_LAPSES, None),
            Due(DueKind.WAITING_LAPSES, situation.now + situation.waiting_lapses_ms),
            *due,
        ),
    )


def timed(situation: Situation, command: TimedAct) -> Decision | Problem:
    """What a due row brings: it waits on, or what it waited for has come."""
    found = situation.conversation
    if found is None or situation.due_at is None or situation.due_at != command.at:
        return Problem("not_found")
    if found.channel == Channel.MESSAGE and command.kind in (DueKind.WAITING_LAPSES, DueKind.HOLD_LAPSES):
        # Nobody has to be at the page, nor she who holds it at her desk, while a message waits.
        return Decision(found, (), (Due(command.kind, None),))
    match command.kind:
        case DueKind.WAITING_LAPSES:
            lapses_at = situation.lease_at + situation.waiting_lapses_ms
            if found.state != ConversationState.WAITING:
                return Decision(found, (), (Due(command.kind, None),))
            if lapses_at > situation.now:
                return Decision(found, (), (Due(command.kind, lapses_at),))
            return over(found, ClosedReason.ABANDONED, situation.now)
        case DueKind.HOLD_LAPSES:
            lapses_at = situation.lease_at + situation.hold_lapses_ms
            if found.state != ConversationState.HELD:
                return Decision(found, (), (Due(command.kind, None),))
            if lapses_at > situation.now:
                return Decision(found, (), (Due(command.kind, lapses_at),))
            return returned(situation, found)
        case DueKind.HELPER_LAPSES | DueKind.HELPER_LEFT:
            return help_call.timed(found, command.kind, now=situation.now, lease_at=situation.lease_at)
        case DueKind.OFFER_LAPSES:
            return offer.timed(
                found, now=situation.now, lease_at=situation.lease_at, presence=situation.presence
            )
        case DueKind.MESSAGE_ENDS:
            return Decision(found, ())  # decided in agreed_message.py
        case _:
            assert_never(command.kind)
