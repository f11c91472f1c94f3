"""How a customer is asked to identify, declines or does, and who she is then."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from app.domain.changes import Changes, Kind
from app.domain.conversation import Head, Identity
from app.domain.desk_state import DeskState
from app.domain.identification import (
    CustomerIdentified,
    EarlierLinesDecided,
    Identification,
    IdentificationAsked,
    IdentificationDeclined,
    IdentityShown,
)
from app.domain.reduce_steps import Outcome, laid, of_messages, with_head

HeadFact = IdentificationAsked | IdentificationDeclined | CustomerIdentified | EarlierLinesDecided


def identification_changed(state: DeskState, fact: HeadFact) -> Outcome:
    """Also of a conversation she is only offered or called to: there she sees that it is identified."""
    conversation_id, changes = fact.conversation_id, Changes()
    if isinstance(fact, CustomerIdentified):
        state, changes = _known_of(state, fact)
    head = state.heads.get(conversation_id)
    if head is None:
        return state, changes
    state, of_head = with_head(state, _after(head, fact))
    return state, changes | of_head | of_messages(conversation_id)


def identity_shown(state: DeskState, fact: IdentityShown) -> Outcome:
    """Who she is stands beside what she wrote, for as long as the conversation is read."""
    window = state.windows.get(fact.conversation_id)
    if window is None:
        return state, Changes()
    windows = laid(state.windows, fact.conversation_id, replace(window, person=fact.person))
    changes = of_messages(fact.conversation_id) | Changes.of(Kind.HEADS, [fact.conversation_id])
    return replace(state, windows=windows), changes


def _known_of(state: DeskState, fact: CustomerIdentified) -> Outcome:
    conversation_id, changes = fact.conversation_id, Changes()
    offer, call = state.offers.get(conversation_id), state.help_calls.get(conversation_id)
    if offer is not None:
        offer = replace(offer, identity=Identity.IDENTIFIED)
        state = replace(state, offers=laid(state.offers, conversation_id, offer))
        changes |= Changes.of(Kind.OFFERS, [conversation_id])
    if call is not None:
        call = replace(call, identity=Identity.IDENTIFIED)
        state = replace(state, help_calls=laid(state.help_calls, conversation_id, call))
        changes |= Changes.of(Kind.HELP, [conversation_id])
    return state, changes


def _after(head: Head, fact: HeadFact) -> Head:
    stands = head.identification
    match fact:
        case IdentificationAsked(at=at):
            return replace(head, identification=replace(stands, asked_at=at, declined_at=None))
        case IdentificationDeclined(at=at):
            return replace(head, identification=replace(stands, asked_at=None, declined_at=at))
        case CustomerIdentified(after_seq=after_seq, earlier_lines=earlier):
            identified = Identification(after_seq=after_seq, earlier_lines=earlier)
            return replace(head, identity=Identity.IDENTIFIED, identification=identified)
        case EarlierLinesDecided(earlier_lines=earlier):
            return replace(head, identification=replace(stands, earlier_lines=earlier))
    assert_never(fact)
