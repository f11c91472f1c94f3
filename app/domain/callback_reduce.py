"""How each fact about a callback request changes what is known of it; `reduce` puts it into the state."""

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


def callback_after(known: Callback | None, fact: CallbackFact) -> Callback | None:
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
