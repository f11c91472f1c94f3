"""hand_overs: How often a conversation has been moved on, and what a further move asks for. Pure (R079).

| hand-over | what it asks for |
|---|---|
| below `reason_from` | nothing: the internal message may be empty |
| from `reason_from` on (the second) | the internal message says why; the queue's own beginning is no reason |
| from `tell_from` on (the third) | supervisors are told |

Looked at by what a decision leads to: an accepted offer, a take-over and a correction that leads elsewhere
count as a transfer does. A reason is asked for where somebody decides to move it: of a transfer and an offer.
"""

from collections.abc import Set as AbstractSet

from server_stub.helpline.conversation_commands import TransferConversation
from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.decisions import Addressed, Command, Decision, MovedOften
from server_stub.helpline.hand_over_rules import HandOverRules
from server_stub.helpline.offer_values import OfferTransfer
from server_stub.helpline.values import SUPERVISORS_ADDRESS, Problem


def reason_missing(
    found: Conversation | None, command: Command, rules: HandOverRules, *, begun: AbstractSet[str]
) -> Problem | None:
    """Why it is not moved once more. `begun` is how the internal message to that queue begins, in each
    language.
    """
    if found is None or not isinstance(command, TransferConversation | OfferTransfer):
        return None
    if found.hand_overs + 1 < rules.reason_from:
        return None
    said = command.text.strip()
    is_said = bool(said) and said not in {each.strip() for each in begun}
    return None if is_said else Problem("reason_needed")


def told(before: Conversation | None, led: Decision, rules: HandOverRules) -> Decision:
    """The same, with supervisors told where it was moved once too often."""
    after = led.conversation
    if before is None or after.hand_overs <= before.hand_overs or after.hand_overs < rules.tell_from:
        return led
    often = Addressed(MovedOften(after), (SUPERVISORS_ADDRESS,))
    return Decision(after, (*led.facts, often), led.due)
