"""Commands about an offer: all of them now or never, for an answer that comes late does harm."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.ids import ConversationId, StaffId


@dataclass(frozen=True, slots=True)
class OfferTransfer:
    """Offer the conversation to one professional; the internal message is for her only."""

    conversation_id: ConversationId
    staff_id: StaffId
    internal_message: str
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class AcceptOffer:
    """Take what is offered: responsibility is hers from then on."""

    conversation_id: ConversationId
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class DeclineOffer:
    """Do not take it, and say why to who offered."""

    conversation_id: ConversationId
    reason: str
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class WithdrawOffer:
    """Take an offer of hers back."""

    conversation_id: ConversationId
    responsibility_version: int


OfferCommand = OfferTransfer | AcceptOffer | DeclineOffer | WithdrawOffer
