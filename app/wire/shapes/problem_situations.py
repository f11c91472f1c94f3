"""Problem situations and concerns: what there is at hand, what becomes of one, and what is meant to."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from app.wire.shapes.values import ByLanguage, Person, Seq, Time

HelpAbout = Literal["question", "problem", "swedish", "english", "interpreter"]
ConcernKind = Literal["crisis", "threat"]
DebriefWish = Literal["wanted", "not_wanted", "later"]
StepId = str


class Concern(Struct, frozen=True):
    """A message that gives reason for it."""

    kind: ConcernKind
    seq: Seq


class ProblemSituation(Struct, frozen=True):
    """Since when, and which steps are done."""

    began_at: Time
    done: tuple[StepId, ...]


class Debrief(Struct, frozen=True):
    """One that is over."""

    conversation_id: str
    alias: str
    staff: Person
    began_at: Time
    ended_at: Time
    wish: DebriefWish


class Contact(Struct, frozen=True):
    """A number that is at hand."""

    contact_id: str
    number: str
    name: ByLanguage
    hours: ByLanguage | None
    languages: tuple[str, ...]
    checked_on: date


class Step(Struct, frozen=True):
    """A step of the checklist."""

    step_id: StepId
    text: ByLanguage


class ProblemGuide(Struct, frozen=True):
    """What is at hand."""

    contacts: tuple[Contact, ...]
    steps: tuple[Step, ...]
    house_rules: tuple[ByLanguage, ...]


class ConcernMarked(Struct, frozen=True):
    """A message gives reason to be concerned."""

    at: Time
    caused_by: str | None
    conversation_id: str
    kind: ConcernKind
    seq: Seq


class ProblemSituationBegan(Struct, frozen=True):
    """She is in one."""

    at: Time
    caused_by: str | None
    conversation_id: str
    problem_situation: ProblemSituation


class StepTicked(Struct, frozen=True):
    """Who has done which step."""

    at: Time
    caused_by: str | None
    conversation_id: str
    step_id: StepId
    is_done: bool
    by: Person


class ProblemSituationEnded(Struct, frozen=True):
    """It is over."""

    at: Time
    caused_by: str | None
    conversation_id: str
    debrief: Debrief


class BeginProblemSituation(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """She is in one."""

    command_id: str
    conversation_id: str
    responsibility_version: int


class TickStep(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """A step is done, or is not after all."""

    command_id: str
    conversation_id: str
    step_id: StepId
    is_done: bool
    responsibility_version: int


class EndProblemSituation(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """It is over."""

    command_id: str
    conversation_id: str
    wish: DebriefWish
    responsibility_version: int


StaffProblemCommand = BeginProblemSituation | TickStep | EndProblemSituation
