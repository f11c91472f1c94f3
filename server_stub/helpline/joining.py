"""Joining: a supervisor who was called reads along, and the customer knows that there are two. Pure.

    held, called ── JoinConversation ──► held, joined ── LeaveConversation ──► held
                                            │
                      (withdrawn, ended, moved, taken over: the call ends, and the joining with it)

The holder answers and stays responsible: the customer has one voice to listen to. Who reads along sees the
conversation as its holder does, writes notes that the holder sees, and never a line to the customer; to do
that she takes over. One at a time (decision 33).

| who | command | while called | while joined | otherwise |
|---|---|---|---|---|
| supervisor | `JoinConversation` | joined, and she is the one who comes | `already_joined` | `not_found` |
| she who joined | `JoinConversation` | | nothing more | |
| she who joined | `LeaveConversation` | | the call ends: `helped` | `not_found` |
"""

from server_stub.helpline import help_call
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.conversation_facts import ConversationEntered
from server_stub.helpline.conversation_values import Conversation, ConversationState
from server_stub.helpline.decisions import Addressed, Decision
from server_stub.helpline.help_values import (
    ConversationJoined,
    HelpAnswered,
    HelpEnding,
    JoinConversation,
    LeaveConversation,
)
from server_stub.helpline.values import Millis, Problem, customer_address, staff_address


def joined(
    found: Conversation | None, command: JoinConversation, actor: StaffActor, *, now: Millis
) -> Decision | Problem:
    """She reads along from here on; whoever had said that she comes is let go."""
    if found is None or not help_call.is_called(found, command, actor):
        return Problem("not_found")
    is_hers = found.helper_id == actor.staff_id
    if found.joined_at is not None:
        return Decision(found, ()) if is_hers else Problem("already_joined", {"by_name": found.helper_name})
    after = found._replace(helper_id=actor.staff_id, helper_name=actor.display_name, joined_at=now)
    staff = help_call.told(after)
    comes = Addressed(HelpAnswered(actor.staff_id, actor.display_name), staff)
    told = ConversationJoined(actor.staff_id, actor.display_name)
    return Decision(
        after,
        (
            *(() if is_hers else (comes,)),
            Addressed(told, (*staff, customer_address(found.conversation_id))),
            Addressed(ConversationEntered(after), (actor.address,)),
        ),
        () if is_hers else help_call.looks(now),
    )


def left(found: Conversation | None, command: LeaveConversation, actor: StaffActor) -> Decision | Problem:
    """She has helped: her window closes, and whoever needs help again calls again."""
    if found is None or reader(found) != (actor.address,):
        return Problem("not_found")
    if found.responsibility_version != command.responsibility_version:
        return Problem("not_found")
    after, facts = help_call.ending_with(found, HelpEnding.HELPED)
    return Decision(after, facts)


def reader(of: Conversation) -> tuple[str, ...]:
    """Where she listens who reads along: one address, or none."""
    if of.state != ConversationState.HELD or of.joined_at is None or of.helper_id is None:
        return ()
    return (staff_address(of.helper_id),)


def readers(of: Conversation) -> frozenset[str]:
    """Where those listen who read it now: its holder until it is wrapped up, and who reads along."""
    if of.holder_id is None or of.state not in (ConversationState.HELD, ConversationState.ENDED):
        return frozenset()
    return frozenset({staff_address(of.holder_id), *reader(of)})
