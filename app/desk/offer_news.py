"""How an offer went, as news: for whoever did not end it herself."""

from __future__ import annotations

from app.desk.notices import News, OfferNews
from app.domain.conversation import Staff
from app.domain.desk_state import DeskState
from app.domain.offer import Offer, OfferEnding
from app.domain.offer_facts import OfferAccepted, OfferEnded

_SHE_KNOWS = {
    True: {OfferEnding.WITHDRAWN, OfferEnding.CONVERSATION_OVER},
    False: {OfferEnding.ACCEPTED, OfferEnding.DECLINED},
}
"""By whether the offer was hers: what she did herself, or sees of her own conversation."""


def news_of(offer: Offer, fact: OfferAccepted | OfferEnded | None, *, me: Staff) -> OfferNews | None:
    """What to tell her of an offer that is over, or None when she knows."""
    notice_id = f"offer {offer.conversation_id} {offer.offered_at.isoformat()}"
    is_mine = offer.by.staff_id == me.staff_id
    if fact is None:
        return OfferNews(notice_id, offer, None, "", is_mine)
    ending = OfferEnding.ACCEPTED if isinstance(fact, OfferAccepted) else fact.ending
    if ending in _SHE_KNOWS[is_mine]:
        return None
    reason = fact.reason if isinstance(fact, OfferEnded) else ""
    return OfferNews(notice_id, offer, ending, reason, is_mine)


def still_tells(notice: News, confirmed: DeskState) -> bool:
    """Whether a notice is true still: that a customer stayed hers is not, once the conversation has left."""
    if not isinstance(notice, OfferNews) or not notice.is_mine or notice.ending is OfferEnding.ACCEPTED:
        return True
    head = confirmed.heads.get(notice.offer.conversation_id)
    return head is not None and confirmed.is_mine(head)
