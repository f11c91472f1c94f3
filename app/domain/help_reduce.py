"""How help is called for, somebody comes and reads along, or it is over."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from app.domain.changes import Changes, Kind
from app.domain.desk_state import DeskState
from app.domain.help_call import (
    ConversationJoined,
    HelpAnswered,
    HelpCall,
    HelpCalled,
    HelpCallEnded,
    HelperGone,
    JoiningEnded,
)
from app.domain.reduce_steps import Outcome, laid, with_head, without


def helped(
    state: DeskState,
    fact: HelpCalled | HelpAnswered | HelperGone | HelpCallEnded | ConversationJoined | JoiningEnded,
) -> Outcome:
    """Help is called for, somebody comes and reads along, or it is over."""
    conversation_id = fact.conversation_id
    calls, changes = state.help_calls, Changes.of(Kind.HELP, [conversation_id])
    match fact:
        case HelpCalled(call=call):
            state, changes = _with_barrier(state, call, changes)
            return replace(state, help_calls=laid(calls, conversation_id, call)), changes
        case HelpCallEnded():
            return replace(state, help_calls=without(calls, conversation_id)), changes
        case HelpAnswered() | HelperGone() | ConversationJoined() | JoiningEnded():
            known = calls.get(conversation_id)
            if known is None:
                return state, Changes()
            call = _after(known, fact)
            return replace(state, help_calls=laid(calls, conversation_id, call)), changes
    assert_never(fact)


def _with_barrier(state: DeskState, call: HelpCall, changes: Changes) -> Outcome:
    """A call over a language barrier marks it, and the mark stays when the call is over (R092)."""
    head = state.heads.get(call.conversation_id)
    if head is None or call.language_barrier in (None, head.language_barrier):
        return state, changes
    state, of_head = with_head(state, replace(head, language_barrier=call.language_barrier))
    return state, changes | of_head


def _after(call: HelpCall, fact: HelpAnswered | HelperGone | ConversationJoined | JoiningEnded) -> HelpCall:
    match fact:
        case HelpAnswered(helper=helper):
            return replace(call, helper=helper)
        case HelperGone():
            return replace(call, helper=None, joined_at=None)
        case ConversationJoined(helper=helper, at=at):
            return replace(call, helper=helper, joined_at=at)
        case JoiningEnded():
            return replace(call, joined_at=None)
    assert_never(fact)
