"""Problem situations: help is called, new work stops, a checklist is worked through, and it is talked over.

held ──begun──► in a problem situation ──ended──► held
                  │  steps ticked                    ▲
                  └─ moved, taken over, closed ──────┘ (over for her: later)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.conversation import Staff
from app.domain.ids import CommandId, ConversationId
from app.domain.marks import ProblemSituation
from app.domain.queue import ByLanguage


class DebriefWish(StrEnum):
    """Whether who was in it wants to talk it over with her supervisor."""

    WANTED = "wanted"
    NOT_WANTED = "not_wanted"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Debrief:
    """One that is over, as supervisors are told of it: who was in it, and whether to talk it over."""

    conversation_id: ConversationId
    alias: str
    staff: Staff
    began_at: datetime
    ended_at: datetime
    wish: DebriefWish


@dataclass(frozen=True, slots=True)
class Contact:
    """A number that is at hand, for customers of these languages; ``checked_on``: when it was last sure."""

    contact_id: str
    number: str
    name: ByLanguage
    hours: ByLanguage | None
    languages: tuple[str, ...]
    checked_on: date


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the checklist."""

    step_id: str
    text: ByLanguage


@dataclass(frozen=True, slots=True)
class ProblemGuide:
    """What is at hand: numbers, the most urgent first, checklist, house rules (R094)."""

    contacts: tuple[Contact, ...] = ()
    steps: tuple[Step, ...] = ()
    house_rules: tuple[ByLanguage, ...] = ()


# --- commands -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BeginProblemSituation:
    """Now or never: whoever is called when it is over comes for nothing."""

    conversation_id: ConversationId
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class TickStep:
    """For the record: may be late, is never lost."""

    conversation_id: ConversationId
    step_id: str
    is_done: bool
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class EndProblemSituation:
    """For the record as well."""

    conversation_id: ConversationId
    wish: DebriefWish
    responsibility_version: int


ProblemCommand = BeginProblemSituation | TickStep | EndProblemSituation


# --- facts --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ProblemSituationBegan:
    """She is in one from now on."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    problem_situation: ProblemSituation


@dataclass(frozen=True, slots=True)
class StepTicked:
    """Who has done which step, or has not after all."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    step_id: str
    is_done: bool
    by: Staff


@dataclass(frozen=True, slots=True)
class ProblemSituationEnded:
    """It is over."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    debrief: Debrief


ProblemFact = ProblemSituationBegan | StepTicked | ProblemSituationEnded
