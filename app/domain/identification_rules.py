"""Rules of identification: why a customer cannot be asked now."""

from __future__ import annotations

from app.domain.conversation import Identity
from app.domain.desk_state import Capability
from app.domain.ids import ConversationId
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen


def check_asking(seen: Seen, conversation_id: ConversationId) -> Problem | None:
    """Why not, beside being responsible, which is checked as everywhere."""
    if Capability.IDENTIFY not in seen.confirmed.capabilities:
        return Problem(ProblemCode.IDENTIFICATION_UNAVAILABLE)
    head = seen.confirmed.heads.get(conversation_id)
    if head is None:
        return Problem(ProblemCode.NOT_FOUND)
    if head.identity is Identity.IDENTIFIED:
        return Problem(ProblemCode.ALREADY_IDENTIFIED)
    if head.identification.asked_at is not None:
        return Problem(ProblemCode.IDENTIFICATION_ASKED)
    return Problem(ProblemCode.UNDER_WAY) if conversation_id in seen.asking else None
