"""Taking over: a supervisor who was called for help takes the conversation, whole, and at once. Pure.

One machine with the transfers: responsibility moves in one fact, the former holder forgets the conversation
and keeps her drafts, the customer is told that somebody else goes on. Neither her load nor her presence
stands in the way of help.
"""

from server_stub.helpline import help_call, offer
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.conversation_facts import ConversationEntered, ConversationLeft
from server_stub.helpline.conversation_values import Conversation, DueKind
from server_stub.helpline.decisions import Addressed, Decision, Due
from server_stub.helpline.help_values import ConversationTakenOver, HelpEnding, TakeOver
from server_stub.helpline.holding import handed_over
from server_stub.helpline.values import Millis, Problem, customer_address, staff_address


def taken_over(
    found: Conversation | None, command: TakeOver, actor: StaffActor, *, now: Millis, hold_lapses_ms: Millis
) -> Decision | Problem:
    """What taking over leads to: what the holder wrote for the supervisors stays as the internal message."""
    if found is None or not help_call.is_called(found, command, actor):
        return Problem("not_found")
    alone, called = help_call.ending_with(found, HelpEnding.TAKEN_OVER, stays=actor.staff_id)
    after, offers, due = offer.ending_with(alone)
    by = (actor.staff_id, actor.display_name)
    after = handed_over(after, actor, by=by, message=found.help_text, now=now)
    former, customer = staff_address(found.holder_id or ""), customer_address(found.conversation_id)
    return Decision(
        after,
        (
            *called,
            *offers,
            Addressed(ConversationTakenOver(after), (former, actor.address, customer)),
            Addressed(ConversationLeft(), (former,)),
            Addressed(ConversationEntered(after), (actor.address,)),
        ),
        (Due(DueKind.HOLD_LAPSES, now + hold_lapses_ms), *due),
    )
