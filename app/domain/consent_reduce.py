"""How a customer is asked for permission to move a conversation, and what comes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from app.domain.changes import Changes, Kind
from app.domain.consent import Consent, ConsentAsked, ConsentChanged, ConsentFact, ConsentState
from app.domain.desk_state import DeskState
from app.domain.reduce_steps import Outcome, laid, of_messages


def consent_changed(state: DeskState, fact: ConsentFact) -> Outcome:
    """It stands beside what was said, for as long as the conversation is read."""
    window = state.windows.get(fact.conversation_id)
    if window is None:
        return state, Changes()
    if isinstance(fact, ConsentAsked):
        others = (one for one in window.consents if one.number != fact.consent.number)
        consents = (*others, fact.consent)
    else:
        consents = tuple(_after(one, fact) if one.number == fact.number else one for one in window.consents)
    windows = laid(state.windows, fact.conversation_id, replace(window, consents=consents))
    changes = of_messages(fact.conversation_id) | Changes.of(Kind.HEADS, [fact.conversation_id])
    return replace(state, windows=windows), changes


def _after(one: Consent, fact: ConsentChanged) -> Consent:
    changed = replace(one, state=fact.state, language=fact.language or one.language)
    match fact.state:
        case ConsentState.GIVEN | ConsentState.REFUSED:
            return replace(changed, answered_at=fact.at)
        case ConsentState.MOVED:
            return replace(changed, moved_at=fact.at)
        case ConsentState.OPENED:
            return replace(changed, opened_at=fact.at)
        case ConsentState.WITHDRAWN:
            return replace(changed, withdrawn_at=fact.at)
        case ConsentState.ASKED | ConsentState.REPLACED:
            return changed
    assert_never(fact.state)
