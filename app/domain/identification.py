"""Identification: a customer is asked to identify, declines or does; who she is then; commands and facts.

anonymous ──asked──► anonymous, asked ──declined──► anonymous, declined ──asked──► …
    └────────────────────┴──────identified──────────────┴──► identified, earlier lines undecided
                                                                └──decided──► joined │ apart
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.ids import CommandId, ConversationId


class Level(StrEnum):
    """How surely she is who she is said to be."""

    SUBSTANTIAL = "substantial"
    HIGH = "high"


class EarlierLines(StrEnum):
    """Whether lines from before she identified join her record; apart until she says otherwise."""

    UNDECIDED = "undecided"
    JOINED = "joined"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Identification:
    """How a conversation stands with identification; ``after_seq`` is the last line from before it."""

    asked_at: datetime | None = None
    declined_at: datetime | None = None
    after_seq: int | None = None
    earlier_lines: EarlierLines | None = None


NOT_ASKED = Identification()
"""An anonymous customer whom nobody has asked."""


@dataclass(frozen=True, slots=True)
class OnBehalfOf:
    """For whom she acts."""

    name: str
    has_identity_code: bool


@dataclass(frozen=True, slots=True)
class IdentifiedPerson:
    """Who the customer is. Her identity code is asked for by itself, and that it was is logged."""

    name: str
    level: Level
    at: datetime
    has_identity_code: bool
    on_behalf_of: OnBehalfOf | None = None


@dataclass(frozen=True, slots=True)
class IdentityCodes:
    """What was asked to be shown: hers, and that of whom she acts for; None where there is none."""

    own: str | None
    on_behalf_of: str | None

    def __repr__(self) -> str:
        return "IdentityCodes(…)"


@dataclass(frozen=True, slots=True)
class AskIdentification:
    """Have the page ask her to identify: now or never, for a question that comes late asks somebody else."""

    conversation_id: ConversationId
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class IdentificationAsked:
    """The page asks her; the talk goes on."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId


@dataclass(frozen=True, slots=True)
class IdentificationDeclined:
    """She goes on anonymously."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId


@dataclass(frozen=True, slots=True)
class CustomerIdentified:
    """She is identified from after that line on."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    after_seq: int
    earlier_lines: EarlierLines | None


@dataclass(frozen=True, slots=True)
class IdentityShown:
    """Who she is, to who reads the conversation."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    person: IdentifiedPerson | None


@dataclass(frozen=True, slots=True)
class EarlierLinesDecided:
    """What she answered about her earlier lines."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    earlier_lines: EarlierLines


IdentificationFact = (
    IdentificationAsked | IdentificationDeclined | CustomerIdentified | IdentityShown | EarlierLinesDecided
)
