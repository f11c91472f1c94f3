"""How a conversation goes from one to another: given back, transferred, offered, taken over."""

from __future__ import annotations

from dataclasses import replace

from app.domain.changes import Changes, Kind
from app.domain.conversation import ConversationState
from app.domain.desk_state import DeskState
from app.domain.facts import ConversationReturned, ConversationTransferred
from app.domain.help_call import ConversationTakenOver
from app.domain.ids import ConversationId
from app.domain.offer_facts import OfferAccepted, OfferEnded, TransferOffered
from app.domain.reduce_steps import Outcome, laid, of_messages, with_head, without


def waits_again(state: DeskState, fact: ConversationReturned | ConversationTransferred) -> Outcome:
    """It waits in a queue again, the same one or another, and is nobody's."""
    head = state.heads.get(fact.conversation_id)
    if head is None:
        return state, Changes()
    if isinstance(fact, ConversationTransferred):
        head = replace(head, hand_overs=fact.hand_overs, transfer=fact.transfer)
    waiting = replace(
        head,
        state=ConversationState.WAITING,
        queue_id=fact.queue_id,
        waiting_since=fact.waiting_since,
        holder=None,
        claimed_at=None,
        responsibility_version=fact.responsibility_version,
    )
    state, changes = with_head(state, waiting)
    windows = without(state.windows, fact.conversation_id)
    return replace(state, windows=windows), changes | of_messages(fact.conversation_id)


def offered(state: DeskState, fact: TransferOffered) -> Outcome:
    """It is offered to one professional."""
    offers = laid(state.offers, fact.conversation_id, fact.offer)
    return replace(state, offers=offers), _of_offer(fact.conversation_id)


def offer_ended(state: DeskState, fact: OfferEnded) -> Outcome:
    """The offer is over, and nothing has moved."""
    offers = without(state.offers, fact.conversation_id)
    return replace(state, offers=offers), _of_offer(fact.conversation_id)


def offer_accepted(state: DeskState, fact: OfferAccepted) -> Outcome:
    """Another professional holds it now. Whoever held it before is told to forget it next."""
    conversation_id = fact.conversation_id
    state = replace(state, offers=without(state.offers, conversation_id))
    state, changes = moved(state, fact)
    return state, changes | _of_offer(conversation_id)


def moved(state: DeskState, fact: OfferAccepted | ConversationTakenOver) -> Outcome:
    """From one professional to another. Whoever held it before is told to forget it next."""
    head = state.heads.get(fact.conversation_id)
    if head is None:
        return state, Changes()
    head = replace(
        head,
        holder=fact.holder,
        claimed_at=fact.at,
        responsibility_version=fact.responsibility_version,
        hand_overs=fact.hand_overs,
        transfer=fact.transfer,
    )
    return with_head(state, head)


def _of_offer(conversation_id: ConversationId) -> Changes:
    return Changes.of(Kind.OFFERS, [conversation_id]) | Changes.of(Kind.HEADS, [conversation_id])
