"""Rules of agreed messages: to whom, when and for what one can be sent; what cannot be is refused before."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from app.domain.agreed_message import AgreedCommand, Purpose, SendAfterCall
from app.domain.callback import AttemptOutcome, Callback
from app.domain.conversation import ConversationState, Head, Identity, Staff
from app.domain.desk_state import Capability
from app.domain.ids import CallbackId, ConversationId
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen

_HELSINKI: Final = ZoneInfo("Europe/Helsinki")
_MINE: Final = (ConversationState.HELD, ConversationState.ENDED)


def cannot_begin(seen: Seen, conversation_id: ConversationId) -> Problem | None:
    """Why no agreed message can be begun from that contact now; or None. It is of an identified customer, and
    held or wrapped up by her: nobody else knows what was agreed (R117, R118).
    """
    head = seen.confirmed.heads.get(conversation_id)
    if Capability.WRITE not in seen.confirmed.capabilities:
        return Problem(ProblemCode.NOT_ALLOWED)
    if head is None or not seen.confirmed.is_mine(head) or head.state not in _MINE:
        return Problem(ProblemCode.NOT_HELD)
    if head.identity is not Identity.IDENTIFIED:
        return Problem(ProblemCode.IDENTIFICATION_NEEDED)
    return None


def goes_on(head: Head) -> bool:
    """Whether it is a chat that goes on: what is to be said is said there, and instructions come after it."""
    return not head.is_message and head.state is ConversationState.HELD


def cannot_begin_after(seen: Seen, callback_id: CallbackId) -> Problem | None:
    """The same after a call: of who has reached the customer, and only where she had identified."""
    found = seen.confirmed.callbacks.get(callback_id)
    if Capability.CALL not in seen.confirmed.capabilities:
        return Problem(ProblemCode.NOT_ALLOWED)
    if found is None or not has_reached(found, seen.confirmed.me):
        return Problem(ProblemCode.NOT_HELD)
    return None if found.is_identified else Problem(ProblemCode.IDENTIFICATION_NEEDED)


def has_reached(callback: Callback, who: Staff) -> bool:
    """Whether she has told that she reached its customer."""
    reached = AttemptOutcome.REACHED
    return any(each.by.staff_id == who.staff_id and each.outcome is reached for each in callback.attempts)


def check_agreed(seen: Seen, command: AgreedCommand, now: datetime) -> Problem | None:
    """Why it cannot be sent, whatever its text. ``now`` is the backend's clock."""
    if isinstance(command, SendAfterCall):
        problem = cannot_begin_after(seen, command.callback_id)
    else:
        problem = cannot_begin(seen, command.conversation_id)
    if problem is not None:
        return problem
    head = seen.confirmed.heads.get(command.conversation_id)
    if command.purpose is Purpose.INSTRUCTIONS and head is not None and goes_on(head):
        return Problem(ProblemCode.CONVERSATION_NOT_ENDED)
    is_later = command.agreed_on > now.astimezone(_HELSINKI).date()
    return Problem(ProblemCode.AGREED_LATER) if is_later else None
