"""How pre-information that is refined or corrected changes confirmed state."""

from __future__ import annotations

from dataclasses import replace

from app.domain.changes import Changes, Kind
from app.domain.desk_state import DeskState
from app.domain.pre_information import PreInformationCorrected, PreInformationRefined
from app.domain.reduce_steps import Outcome, laid, with_head


def refined(state: DeskState, fact: PreInformationRefined) -> Outcome:
    """It is said more exactly what it is about; nobody else becomes responsible."""
    head = state.heads.get(fact.conversation_id)
    if head is None:
        return state, Changes()
    return with_head(state, replace(head, pre_information=fact.pre_information))


def corrected(state: DeskState, fact: PreInformationCorrected) -> Outcome:
    """Topic, service or language is another one, in a call for help as well; where that moves it, the next
    facts say so.
    """
    changes = Changes()
    if (call := state.help_calls.get(fact.conversation_id)) is not None:
        call = replace(call, topic=fact.topic, language=fact.language)
        state = replace(state, help_calls=laid(state.help_calls, fact.conversation_id, call))
        changes = Changes.of(Kind.HELP, [fact.conversation_id])
    head = state.heads.get(fact.conversation_id)
    if head is None:
        return state, changes
    after = replace(
        head,
        service_id=fact.service_id,
        topic=fact.topic,
        language=fact.language,
        pre_information=fact.pre_information,
    )
    state, of_head = with_head(state, after)
    return state, changes | of_head
