"""Identification: an anonymous customer becomes an identified one, or stays as she is. Pure (R039, R077).

    anonymous ── AskIdentification ──► anonymous, asked ── DeclineIdentification ──► anonymous, declined
        │                                  │     ▲                                        │
        │                                  │     └────────── AskIdentification ───────────┤
        └───────────── Identify ───────────┴──────────────────────────────────────────────┘
                           ▼
                      identified (from the line it stands at), earlier lines undecided
                           └── DecideEarlierLines ──► joined │ apart

The talk goes on all the while: asking holds nothing up, declining takes nothing away, and nobody becomes
anonymous again. What she wrote before stays apart from her record until she says otherwise (decision 40).

| who | command | anonymous | asked | identified |
|---|---|---|---|---|
| holder | `AskIdentification` | asked | `identification_asked` | `already_identified` |
| customer | `DeclineIdentification` | nothing more | declined | nothing more |
| her provider | `Identify` | identified | identified | nothing more, or `already_identified` |
| customer | `DecideEarlierLines` | `identification_needed` | `identification_needed` | decided, once |

An identified one identifies again as the same person, or not at all. A conversation that is over is left as
it is: who identifies after it is identified in the next one.
"""

from typing import assert_never

from server_stub.helpline import joining
from server_stub.helpline.actors import CustomerActor, StaffActor
from server_stub.helpline.conversation_facts import ConversationEntered
from server_stub.helpline.conversation_situation import Situation, reachable, watchers
from server_stub.helpline.conversation_values import Conversation, ConversationState
from server_stub.helpline.decisions import Addressed, Decision
from server_stub.helpline.holding import is_over, not_held
from server_stub.helpline.identification_values import (
    AskIdentification,
    CustomerIdentified,
    DecideEarlierLines,
    DeclineIdentification,
    EarlierLines,
    EarlierLinesDecided,
    IdentificationAsked,
    IdentificationCommand,
    IdentificationDeclined,
    Identify,
    IdentityShown,
)
from server_stub.helpline.values import SUPERVISORS_ADDRESS, Problem, staff_address


def decided(situation: Situation, command: IdentificationCommand) -> Decision | Problem:
    """What a command about identification leads to."""
    found = reachable(situation)
    if isinstance(found, Problem):
        return found
    match command:
        case AskIdentification():
            return _asked(situation, found, command)
        case DeclineIdentification() | DecideEarlierLines() | Identify() if not isinstance(
            situation.actor, CustomerActor
        ):
            return Problem("not_found")
        case DeclineIdentification():
            return _declined(situation, found)
        case Identify():
            return _identified(found, command)
        case DecideEarlierLines():
            return _earlier_lines(found, command)
        case _:
            assert_never(command)


def _asked(situation: Situation, found: Conversation, command: AskIdentification) -> Decision | Problem:
    if not isinstance(situation.actor, StaffActor):
        return Problem("not_found")
    if (problem := not_held(found, command.responsibility_version)) is not None:
        return problem
    if not situation.can_identify:
        return Problem("identification_unavailable")
    if found.identity == "identified":
        return Problem("already_identified")
    if found.asked_to_identify_at is not None:
        return Problem("identification_asked")
    after = found._replace(asked_to_identify_at=situation.now, identification_declined_at=None)
    return Decision(after, (Addressed(IdentificationAsked(), watchers(found)),))


def _declined(situation: Situation, found: Conversation) -> Decision | Problem:
    if (problem := is_over(found)) is not None:
        return problem
    if found.identity == "identified" or found.asked_to_identify_at is None:
        return Decision(found, ())
    after = found._replace(asked_to_identify_at=None, identification_declined_at=situation.now)
    return Decision(after, (Addressed(IdentificationDeclined(), watchers(found)),))


def _identified(found: Conversation, command: Identify) -> Decision | Problem:
    if is_over(found) is not None:
        return Decision(found, ())
    if found.identity == "identified":
        return Decision(found, ()) if command.is_same else Problem("already_identified")
    earlier = EarlierLines.UNDECIDED if found.last_seq else None
    after = found._replace(
        identity="identified",
        asked_to_identify_at=None,
        identification_declined_at=None,
        identified_after_seq=found.last_seq,
        earlier_lines=earlier,
    )
    told = Addressed(CustomerIdentified(found.last_seq, earlier), (*watchers(found), *_who_know_of(found)))
    return Decision(after, (told, *shown(after)))


def shown(found: Conversation) -> tuple[Addressed, ...]:
    """Her name, to those who read the conversation now: nobody of a queue does."""
    if found.state != ConversationState.HELD or found.holder_id is None:
        return ()
    readers = (staff_address(found.holder_id), *joining.reader(found))
    return (Addressed(IdentityShown(), readers),)


def _who_know_of(found: Conversation) -> tuple[str, ...]:
    """Those who are told of the conversation without reading it: that it is identified, they see at once."""
    offered = (staff_address(found.offered_to_id),) if found.offered_to_id is not None else ()
    called = (SUPERVISORS_ADDRESS,) if found.help_called_at is not None else ()
    return (*offered, *called)


def _earlier_lines(found: Conversation, command: DecideEarlierLines) -> Decision | Problem:
    if found.state == ConversationState.CLOSED:
        return Problem("conversation_closed")
    if found.identity != "identified":
        return Problem("identification_needed")
    if found.earlier_lines != EarlierLines.UNDECIDED:
        return Decision(found, ())
    answer = EarlierLines.JOINED if command.are_joined else EarlierLines.APART
    after = found._replace(earlier_lines=answer)
    told = Addressed(EarlierLinesDecided(answer), watchers(found))
    # What was kept from whoever it moved to is given to her now, but for what a consent left behind (I11).
    shown_after = found.released_after_seq
    if answer == EarlierLines.APART or found.shown_after_seq == shown_after:
        return Decision(after, (told,))
    after = after._replace(shown_after_seq=shown_after)
    staff = tuple(address for address in watchers(found) if not address.startswith("c:"))
    return Decision(after, (told, *((Addressed(ConversationEntered(after), staff),) if staff else ())))
