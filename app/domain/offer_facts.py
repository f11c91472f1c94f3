"""Facts about offers, for the one who offers and the one to whom it is offered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.conversation import Staff, Transfer
from app.domain.ids import CommandId, ConversationId
from app.domain.offer import Offer, OfferEnding


@dataclass(frozen=True, slots=True)
class TransferOffered:
    """A conversation is offered; its holder stays responsible."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    offer: Offer


@dataclass(frozen=True, slots=True)
class OfferAccepted:
    """Responsibility has moved to her to whom it was offered."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    holder: Staff
    responsibility_version: int
    hand_overs: int
    transfer: Transfer


@dataclass(frozen=True, slots=True)
class OfferEnded:
    """The offer is gone and nothing has moved; ``reason`` is why it was declined, else ""."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    ending: OfferEnding
    reason: str


OfferFact = TransferOffered | OfferAccepted | OfferEnded
