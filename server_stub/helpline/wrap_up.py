"""Wrap-up: why the customer came, what came of it, notes; and only then closed. Pure.

    held ── EndConversation (customer or holder) ──► ended ── WrapUp ──► closed (answered)

The talk is over for the customer at the first arrow, whoever ends it; the second one never keeps her waiting
and may come any time later: an ended conversation is its holder's, and takes none of her capacity, until it
is wrapped up (decision 23).

| codes are of | contact reasons, outcome |
|---|---|
| the model in force | of the service's lists (R130); one at least of each that is not empty (R128, R129) |
| an earlier one | kept as they are: a late wrap-up is not lost for a list that has changed |
"""

from typing import Final

from server_stub.helpline.conversation_commands import WrapUp
from server_stub.helpline.conversation_values import Conversation, ConversationState
from server_stub.helpline.service_model import Service
from server_stub.helpline.values import Problem

MOST_REASONS: Final = 4
"""The main contact reason and up to three more."""


def obstacle(found: Conversation, command: WrapUp) -> Problem | None:
    """Why this conversation cannot be wrapped up so; None when it can. `found` is one the actor may see."""
    match found.state:
        case ConversationState.CLOSED:
            return Problem("conversation_closed")
        case ConversationState.WAITING:
            return Problem("responsibility_moved")
        case _ if found.responsibility_version != command.responsibility_version:
            return Problem("responsibility_moved")
        case ConversationState.HELD:
            return Problem("conversation_not_ended")
        case _:
            return None


def unfit_codes(command: WrapUp, service: Service | None, *, version: int) -> Problem | None:
    """Why these codes cannot be kept. `service` is the conversation's in the model in force, `version` its
    number.
    """
    reasons, outcome = command.contact_reasons, command.outcome
    unknown = unknown_codes(reasons, outcome, command.service_model_version, service=service, version=version)
    if unknown is not None or command.service_model_version < version or service is None:
        return unknown
    if (service.contact_reasons and not reasons) or (service.outcomes and outcome is None):
        return Problem("wrap_up_incomplete")
    return None


def unknown_codes(
    reasons: tuple[str, ...], outcome: str | None, named: int, *, service: Service | None, version: int
) -> Problem | None:
    """Why codes of the model `named` are none, whatever is missing beside them. `service` is of the model in
    force, `version` its number.
    """
    if len(reasons) > MOST_REASONS or len(set(reasons)) != len(reasons) or named > version:
        return Problem("code_not_listed")
    if named < version:
        return None
    known_reasons = {str(code.code_id) for code in service.contact_reasons} if service else set[str]()
    known_outcomes = {str(code.code_id) for code in service.outcomes} if service else set[str]()
    named_outcome = set() if outcome is None else {outcome}
    if not known_reasons.issuperset(reasons) or not known_outcomes.issuperset(named_outcome):
        return Problem("code_not_listed")
    return None
