"""Offers: a conversation one professional asks another to take; who asked stays responsible meanwhile.

held ──offered──► held, offered ──accepted──► the other's
 ▲                   │
 └─ declined, withdrawn, lapsed, the other is away, the conversation is over
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.conversation import Identity, Staff, Topic
from app.domain.ids import ConversationId, QueueId
from app.domain.presence import Presence


class OfferEnding(StrEnum):
    """How an offer went."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    RECEIVER_AWAY = "receiver_away"
    CONVERSATION_OVER = "conversation_over"


@dataclass(frozen=True, slots=True)
class Offer:
    """A conversation offered to one professional, without a word of the customer's.

    ``by`` is responsible until it is accepted; ``responsibility_version`` is what an answer names.
    """

    conversation_id: ConversationId
    alias: str
    queue_id: QueueId
    language: str
    identity: Identity
    topic: Topic
    hand_overs: int
    by: Staff
    to: Staff
    offered_at: datetime
    lapses_at: datetime
    internal_message: str
    responsibility_version: int
    is_message: bool = False
    """A non-urgent message: it takes none of her room, and waits for her."""


@dataclass(frozen=True, slots=True)
class Professional:
    """Somebody to be offered a conversation. She holds ``load`` of ``capacity``.

    ``serves_advice`` is False where she answers another service line only.
    """

    staff: Staff
    presence: Presence
    load: int
    capacity: int
    serves_advice: bool
