"""What a fresh snapshot changed, as against what was known before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from app.domain.callback import Callback
from app.domain.changes import Changes, Kind
from app.domain.consultation import Thread
from app.domain.conversation import Head, Window
from app.domain.desk_state import DeskState
from app.domain.help_call import HelpCall
from app.domain.ids import CallbackId, ConsultationId, ConversationId, QueueId
from app.domain.offer import Offer
from app.domain.queue import Queue

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


def differences(before: DeskState | None, after: DeskState) -> Changes:
    """What a fresh snapshot changed: only what differs is named, so that a pane keeps its place over a
    reconnect.
    """
    heads: Mapping[ConversationId, Head] = before.heads if before else {}
    windows: Mapping[ConversationId, Window] = before.windows if before else {}
    queues: Mapping[QueueId, Queue] = before.queues if before else {}
    callbacks: Mapping[CallbackId, Callback] = before.callbacks if before else {}
    offers: Mapping[ConversationId, Offer] = before.offers if before else {}
    changed_offers = _differing(offers, after.offers)
    calls: Mapping[ConversationId, HelpCall] = before.help_calls if before else {}
    changed_calls = _differing(calls, after.help_calls)
    threads: Mapping[ConsultationId, Thread] = before.consultations if before else {}
    changed_threads = _differing(threads, after.consultations)
    changed_heads = _differing(heads, after.heads)
    changed_callbacks = _differing(callbacks, after.callbacks)
    changed_windows = _differing(windows, after.windows)
    queue_ids = _differing(queues, after.queues)
    for conversation_id in changed_heads:
        queue_ids |= {
            each[conversation_id].queue_id for each in (heads, after.heads) if conversation_id in each
        }
    return (
        Changes.of(Kind.HEADS, changed_heads)
        | Changes.of(Kind.MESSAGES, changed_windows)
        | Changes.of(Kind.QUEUES, queue_ids)
        | Changes.of(Kind.CALLBACKS, changed_callbacks)
        | Changes.of(Kind.OFFERS, changed_offers)
        | Changes.of(Kind.HELP, changed_calls | _differing_debriefs(before, after))
        | Changes.of(Kind.CONSULTATIONS, changed_threads)
        | Changes.of(Kind.ME, ["me"])
    )


def _differing_debriefs(before: DeskState | None, after: DeskState) -> set[ConversationId]:
    known = frozenset(before.debriefs if before else ())
    return {debrief.conversation_id for debrief in known ^ frozenset(after.debriefs)}


def _differing(before: Mapping[_Key, _Value], after: Mapping[_Key, _Value]) -> set[_Key]:
    return {key for key in {*before, *after} if before.get(key) != after.get(key)}
