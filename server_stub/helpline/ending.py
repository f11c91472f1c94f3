"""Endings: the talk is over, is wrapped up, and the conversation is closed. Pure."""

from server_stub.helpline import consent, contact_marks, offer, wrap_up
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.conversation_commands import CloseConversation, EndConversation, WrapUp
from server_stub.helpline.conversation_facts import (
    ConversationClosed,
    ConversationEnded,
    ConversationLeft,
    ConversationWrappedUp,
)
from server_stub.helpline.conversation_situation import Situation, reachable, watchers
from server_stub.helpline.conversation_values import (
    By,
    ClosedReason,
    Conversation,
    ConversationState,
    DueKind,
)
from server_stub.helpline.decisions import Addressed, Decision, Due
from server_stub.helpline.values import Millis, Problem, customer_address


def ended(situation: Situation, command: EndConversation) -> Decision | Problem:
    """The customer ends or leaves the queue, or the holder ends and wraps up after it."""
    found = reachable(situation)
    if isinstance(found, Problem):
        return found
    if isinstance(situation.actor, StaffActor):
        return _end_by_holder(found, command, situation.now)
    match found.state:
        case ConversationState.WAITING:
            return over(found, ClosedReason.LEFT_QUEUE, situation.now)
        case ConversationState.HELD:
            return _talk_over(found, By.CUSTOMER, situation.now)
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
    return _talk_over(found, By.COUNSELLOR, now)


def _talk_over(found: Conversation, by: By, now: Millis) -> Decision:
    """Over for the customer; nothing lapses any more, the holder may wrap up whenever she can."""
    after, offers, due = offer.ending_with(found)
    after = after._replace(state=ConversationState.ENDED, ended_by=by, ended_at=now)
    end = Addressed(ConversationEnded(by), watchers(after))
    return Decision(after, (*offers, end), (Due(DueKind.HOLD_LAPSES, None), *due))


def wrapped_up(situation: Situation, command: WrapUp) -> Decision | Problem:
    """The holder says what it was about, which closes it."""
    found, actor = reachable(situation), situation.actor
    if isinstance(found, Problem) or not isinstance(actor, StaffActor):
        return Problem("not_found")
    problem = (
        wrap_up.obstacle(found, command)
        or wrap_up.unfit_codes(command, situation.service, version=situation.model_version)
        or contact_marks.unfit_marks(command.marks, identity=found.identity)
    )
    if problem is not None:
        return problem
    said = ConversationWrappedUp(
        contact_reasons=command.contact_reasons,
        outcome=command.outcome,
        notes=command.text,
        service_model_version=command.service_model_version,
        by_id=actor.staff_id,
        by_name=actor.display_name,
        is_test=command.is_test,
        marks=command.marks,
    )
    closing = over(found, ClosedReason.ANSWERED, situation.now)
    return Decision(
        closing.conversation,
        (Addressed(said, (actor.address,)), *closing.facts),
        closing.due,
    )


def closed(situation: Situation, command: CloseConversation) -> Decision | Problem:
    """The holder closes without a wrap-up."""
    found = reachable(situation)
    if isinstance(found, Problem):
        return found
    if found.state == ConversationState.CLOSED:
        return Problem("conversation_closed")
    if (
        found.state == ConversationState.WAITING
        or found.responsibility_version != command.responsibility_version
    ):
        return Problem("responsibility_moved")
    return over(found, ClosedReason.ANSWERED, situation.now)


def over(found: Conversation, reason: ClosedReason, now: Millis) -> Decision:
    """Closed, for that reason; nobody of staff keeps it."""
    after, offers, due = offer.ending_with(found)
    customer = customer_address(found.conversation_id)
    staff = tuple(address for address in watchers(after) if address != customer)
    after = consent.left_unopened(after)._replace(
        state=ConversationState.CLOSED, closed_reason=reason, closed_at=now
    )
    return Decision(
        after,
        (
            *offers,
            Addressed(ConversationClosed(reason), (*staff, customer)),
            Addressed(ConversationLeft(), staff),
        ),
        (Due(DueKind.WAITING_LAPSES, None), Due(DueKind.HOLD_LAPSES, None), *due),
    )
