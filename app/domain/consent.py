"""Consent: a customer is asked for permission to move a conversation between registers; commands and facts.

asked ──► given ──► moved ──► opened
  │ └───► refused      (the transfer uses it up; from then on it is another's conversation)
  └─► replaced (asked anew)    given ──► withdrawn (the customer takes it back)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.ids import CommandId, ConversationId, QueueId, StaffId
from app.domain.queue import ByLanguage


class ConsentState(StrEnum):
    """How one permission stands."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    REPLACED = "replaced"
    MOVED = "moved"
    WITHDRAWN = "withdrawn"
    OPENED = "opened"


@dataclass(frozen=True, slots=True)
class Consent:
    """One question as it was asked, and what came of it. ``first_seq`` is the first message that would move;
    ``target`` is where to as the customer reads it; ``language`` the one she answered in.
    """

    number: int
    state: ConsentState
    queue_id: QueueId
    target: ByLanguage
    register: str
    first_seq: int
    text_version: int
    purpose: ByLanguage
    asked_by_id: StaffId
    asked_by_name: str
    language: str | None
    asked_at: datetime
    answered_at: datetime | None = None
    moved_at: datetime | None = None
    opened_at: datetime | None = None
    withdrawn_at: datetime | None = None

    @property
    def is_live(self) -> bool:
        """Whether an answer is awaited, or a transfer may use it."""
        return self.state in (ConsentState.ASKED, ConsentState.GIVEN)


@dataclass(frozen=True, slots=True)
class AskConsent:
    """Have the page ask her whether the conversation may move to that queue, from that message on: now or
    never, for a question that comes late asks about another moment.
    """

    conversation_id: ConversationId
    queue_id: QueueId
    first_seq: int
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class ConsentAsked:
    """The page asks her; the talk goes on."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    consent: Consent


@dataclass(frozen=True, slots=True)
class ConsentChanged:
    """The permission of that number stands otherwise since ``at``."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    number: int
    state: ConsentState
    language: str | None


ConsentFact = ConsentAsked | ConsentChanged


def newest_about(consents: Iterable[Consent], queue_id: QueueId) -> Consent | None:
    """The last question about that queue that has not been replaced, if there was one."""
    about = [one for one in consents if one.queue_id == queue_id and one.state is not ConsentState.REPLACED]
    return about[-1] if about else None


def live_of(consents: Iterable[Consent]) -> Consent | None:
    """The question that is open, or the permission that stands; there is one at most."""
    return next((one for one in consents if one.is_live), None)
