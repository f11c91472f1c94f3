"""Consents as the panes show them: what was asked, from which message on, how it stands; pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.domain.consent import Consent, ConsentState
from app.domain.conversation import Author, Window
from app.domain.ids import ConversationId
from app.domain.project import Seen

WHOLE: Final = 1
"""The first message of a whole conversation."""
_CHOICES: Final = 12


@dataclass(frozen=True, slots=True)
class Scope:
    """From which message on: its seq, and when, by whom and what, where it is at hand."""

    first_seq: int
    at: datetime | None = None
    by: Author | None = None
    text: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole conversation."""
        return self.first_seq <= WHOLE


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, as it is shown: with the message it begins with. ``at`` is when it came to its state."""

    consent: Consent
    scope: Scope
    at: datetime


def asked_of(seen: Seen, conversation_id: ConversationId) -> tuple[Asked, ...]:
    """All of a conversation she holds, ascending."""
    window = seen.confirmed.windows.get(conversation_id)
    if window is None:
        return ()
    return tuple(
        Asked(consent, _scope(window, consent.first_seq), _since(consent)) for consent in window.consents
    )


def scopes(seen: Seen, conversation_id: ConversationId) -> tuple[Scope, ...]:
    """What she can ask for: the whole conversation, or from one of its newest messages on."""
    window = seen.confirmed.windows.get(conversation_id)
    newest = () if window is None else window.messages[: -_CHOICES - 1 : -1]
    parts = (Scope(one.seq, one.at, one.by, one.text) for one in newest if one.seq > WHOLE)
    return (Scope(WHOLE), *parts)


def _scope(window: Window, first_seq: int) -> Scope:
    found = next((one for one in window.messages if one.seq == first_seq), None)
    if first_seq <= WHOLE or found is None:
        return Scope(first_seq)
    return Scope(first_seq, found.at, found.by, found.text)


def _since(consent: Consent) -> datetime:
    match consent.state:
        case ConsentState.GIVEN | ConsentState.REFUSED:
            at = consent.answered_at
        case ConsentState.MOVED:
            at = consent.moved_at
        case ConsentState.OPENED:
            at = consent.opened_at
        case ConsentState.WITHDRAWN:
            at = consent.withdrawn_at
        case _:
            at = consent.asked_at
    return at or consent.asked_at
