"""How each fact about a callback request changes what is known of it."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from app.domain.callback import Callback, CallbackState
from app.domain.callback_facts import (
    AttemptRecorded,
    CallbackClaimed,
    CallbackClosed,
    CallbackFact,
    CallbackNumberShown,
    CallbackRequested,
    CallbackReturned,
)
from app.domain.changes import Changes, Kind
from app.domain.desk_state import DeskState
from app.domain.reduce_steps import Outcome, laid, without


def callback_changed(state: DeskState, fact: CallbackFact) -> Outcome:
    """A request came, changed, or is others' alone now."""
    after = _after(state.callbacks.get(fact.callback_id), fact)
    if after is None:
        return state, Changes()
    is_let_go = isinstance(fact, CallbackReturned | CallbackClosed)
    if is_let_go and after.queue_id not in state.queues:
        # She had it still when her queues were changed; now it is others' alone.
        others = without(state.callbacks, fact.callback_id)
        return replace(state, callbacks=others), Changes.of(Kind.CALLBACKS, [fact.callback_id])
    callbacks = laid(state.callbacks, fact.callback_id, after)
    return replace(state, callbacks=callbacks), Changes.of(Kind.CALLBACKS, [fact.callback_id])


def _after(known: Callback | None, fact: CallbackFact) -> Callback | None:
    """The request after the fact; None: nothing is known of it, so nothing changes."""
    if isinstance(fact, CallbackRequested):
        return fact.callback
    if known is None:
        return None
    match fact:
        case CallbackClaimed():
            return replace(
                known,
                state=CallbackState.CLAIMED,
                holder=fact.holder,
                claimed_at=fact.at,
                responsibility_version=fact.responsibility_version,
            )
        case CallbackNumberShown():
            return replace(known, phone=fact.phone)
        case AttemptRecorded():
            # By its number, so that the same fact twice is one try.
            others = tuple(each for each in known.attempts if each.number != fact.attempt.number)
            return replace(known, attempts=(*others, fact.attempt), due_at=fact.due_at)
        case CallbackReturned():
            return replace(
                known,
                state=CallbackState.WAITING,
                holder=None,
                claimed_at=None,
                phone=None,
                responsibility_version=fact.responsibility_version,
            )
        case CallbackClosed():
            return replace(
                known,
                state=CallbackState.CLOSED,
                holder=None,
                claimed_at=None,
                phone=None,
                closed_reason=fact.reason,
                closed_at=fact.at,
            )
    assert_never(fact)
