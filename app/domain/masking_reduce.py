"""How a message that was masked by hand changes confirmed state: what it was is nowhere any more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.domain.changes import Changes
from app.domain.conversation import LAST_LINE_CHARACTERS, Message
from app.domain.desk_state import DeskState
from app.domain.masking import SpanMasked, masked_by_hand
from app.domain.reduce_steps import Outcome, laid, of_messages, with_head


def span_masked(state: DeskState, fact: SpanMasked) -> Outcome:
    """The message, and the last line of its head, are as the fact says. One that is not at hand is
    remembered as it is now: a page of older messages that was asked for before would bring it back.
    """
    head = state.heads.get(fact.conversation_id)
    if head is None:
        return state, Changes()
    changes = Changes()
    if head.last_seq == fact.seq:
        state, changes = with_head(state, replace(head, last_line=fact.text[:LAST_LINE_CHARACTERS]))
    window = state.windows.get(fact.conversation_id)
    if window is None:
        return state, changes
    if fact.seq < window.first_seq:
        window = replace(window, masked_later={**window.masked_later, fact.seq: fact})
    else:
        window = replace(window, messages=as_masked(window.messages, {fact.seq: fact}))
    windows = laid(state.windows, fact.conversation_id, window)
    return replace(state, windows=windows), changes | of_messages(fact.conversation_id)


def as_masked(messages: Iterable[Message], facts: Mapping[int, SpanMasked]) -> tuple[Message, ...]:
    """Messages as the facts say they are now; a fact older than the copy at hand changes nothing."""
    return tuple(_as_masked(message, facts.get(message.seq)) for message in messages)


def _as_masked(message: Message, fact: SpanMasked | None) -> Message:
    if fact is None or masked_by_hand(fact.masked) <= masked_by_hand(message.masked):
        return message
    return replace(message, text=fact.text, masked=fact.masked)
