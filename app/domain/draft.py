"""Drafts: unsent text, bound to its conversation and to nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.ids import ConversationId
from app.domain.problems import ProblemCode


@dataclass(frozen=True, slots=True)
class Draft:
    """What is written and not sent. ``returned`` says why, when a message came back into it."""

    conversation_id: ConversationId
    text: str
    saved_at: datetime
    returned: ProblemCode | None = None


def returned_above(returned: str, newer: str) -> str:
    """Lay a returned text above what has been written since, never over it; a blank line between."""
    if not newer.strip():
        return returned
    return f"{returned}\n\n{newer}"
