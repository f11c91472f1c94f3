"""What every reducing step is made of: a head put in, a key laid over a mapping or left out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from app.domain.changes import Changes, Kind
from app.domain.conversation import Head
from app.domain.desk_state import DeskState
from app.domain.ids import ConversationId

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
Outcome = tuple[DeskState, Changes]
"""The state after a fact, and what of it differs."""


class OutOfStep(Exception):
    """A fact that cannot follow from this state: never a guess, a fresh snapshot."""


def with_head(state: DeskState, head: Head) -> Outcome:
    """Put the head in; its queue, and the one it may have come from, show other counts and waits."""
    before = state.heads.get(head.conversation_id)
    queues = {head.queue_id} | ({before.queue_id} if before else set())
    changes = Changes.of(Kind.HEADS, [head.conversation_id]) | Changes.of(Kind.QUEUES, queues)
    return replace(state, heads=laid(state.heads, head.conversation_id, head)), changes


def of_messages(conversation_id: ConversationId) -> Changes:
    """The messages of a conversation differ."""
    return Changes.of(Kind.MESSAGES, [conversation_id])


def laid(mapping: Mapping[_Key, _Value], key: _Key, value: _Value) -> dict[_Key, _Value]:
    """The mapping with ``value`` under ``key``."""
    return {**mapping, key: value}


def without(mapping: Mapping[_Key, _Value], key: _Key) -> dict[_Key, _Value]:
    """The mapping without ``key``."""
    return {kept: value for kept, value in mapping.items() if kept != key}
