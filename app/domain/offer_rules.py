"""Rules of offers: why one cannot be made, accepted, declined or withdrawn now."""

from __future__ import annotations

from typing import assert_never

from app.domain.desk_state import Capability
from app.domain.ids import ConversationId
from app.domain.offer import Offer
from app.domain.offer_commands import AcceptOffer, DeclineOffer, OfferCommand, OfferTransfer, WithdrawOffer
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen


def check_offer(seen: Seen, command: OfferCommand, *, load: int) -> Problem | None:
    """Why not, beside the texts, which are checked as every text is. ``load``: how many she holds."""
    offer = seen.confirmed.offers.get(command.conversation_id)
    match command:
        case OfferTransfer():
            return cannot_offer(seen, command.conversation_id)
        case AcceptOffer():
            return _cannot_answer(seen, offer, command) or _no_room(seen, load, offer)
        case DeclineOffer():
            return _cannot_answer(seen, offer, command)
        case WithdrawOffer():
            if offer is None or offer.by.staff_id != seen.confirmed.me.staff_id:
                return Problem(ProblemCode.OFFER_OVER)
            return _under_way(seen, command.conversation_id)
    assert_never(command)


def cannot_offer(seen: Seen, conversation_id: ConversationId) -> Problem | None:
    """Why a conversation of hers cannot be offered besides: it is offered already, or just now."""
    offer = seen.confirmed.offers.get(conversation_id)
    if offer is not None:
        return Problem(ProblemCode.OFFER_PENDING, to_name=offer.to.display_name)
    return _under_way(seen, conversation_id)


def _cannot_answer(seen: Seen, offer: Offer | None, command: AcceptOffer | DeclineOffer) -> Problem | None:
    if Capability.TRANSFER not in seen.confirmed.capabilities:
        return Problem(ProblemCode.NOT_ALLOWED)
    if offer is None or offer.to.staff_id != seen.confirmed.me.staff_id:
        return Problem(ProblemCode.OFFER_OVER)
    if offer.responsibility_version != command.responsibility_version:
        return Problem(ProblemCode.OFFER_OVER)
    return _under_way(seen, command.conversation_id)


def _no_room(seen: Seen, load: int, offer: Offer | None) -> Problem | None:
    if not seen.presence.takes_work:
        return Problem(ProblemCode.NOT_AVAILABLE, presence=seen.presence)
    if offer is not None and offer.is_message:
        return None
    capacity = seen.confirmed.capacity
    return Problem(ProblemCode.CAPACITY_FULL, capacity=capacity) if capacity <= load else None


def _under_way(seen: Seen, conversation_id: ConversationId) -> Problem | None:
    return Problem(ProblemCode.UNDER_WAY) if conversation_id in seen.offering else None
