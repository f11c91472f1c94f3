"""Hand-overs: a conversation that was moved on so often that supervisors are told (R079)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.domain.conversation import Staff, Topic
from app.domain.ids import CommandId, ConversationId, QueueId

REASON_FROM: Final = 2
"""From which hand-over on the internal message says why, unless the service model says otherwise."""


@dataclass(frozen=True, slots=True)
class MovedOften:
    """To supervisors: who moved it last, where it is now, and how often it has been moved."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    alias: str
    queue_id: QueueId
    topic: Topic
    hand_overs: int
    by: Staff
