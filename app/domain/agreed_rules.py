"""Rules of agreed messages: to whom, when and for what one can be sent; what cannot be is refused before."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from app.domain.agreed_message import Purpose, SendAgreedMessage
from app.domain.conversation import ConversationState, Head, Identity
from app.domain.desk_state import Capability
from app.domain.ids import ConversationId
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


def check_agreed(seen: Seen, command: SendAgreedMessage, now: datetime) -> Problem | None:
    """Why it cannot be sent, whatever its text. ``now`` is the backend's clock."""
    problem = cannot_begin(seen, command.conversation_id)
    if problem is not None:
        return problem
    head = seen.confirmed.heads[command.conversation_id]
    if command.purpose is Purpose.INSTRUCTIONS and goes_on(head):
        return Problem(ProblemCode.CONVERSATION_NOT_ENDED)
    is_later = command.agreed_on > now.astimezone(_HELSINKI).date()
    return Problem(ProblemCode.AGREED_LATER) if is_later else None
