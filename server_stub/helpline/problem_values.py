"""The words of problem situations: how one stands, what is said of talking it over, commands, facts."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.values import Millis


class DebriefWish(StrEnum):
    """Whether who was in it wants to talk it over with her supervisor (jälkipurku)."""

    WANTED = "wanted"
    NOT_WANTED = "not_wanted"
    LATER = "later"


class Debrief(NamedTuple):
    """What a supervisor is told when a problem situation is over; no word of the customer's."""

    conversation_id: str
    alias: str
    staff_id: str
    staff_name: str
    began_at: Millis
    ended_at: Millis
    wish: str


@dataclass(frozen=True, slots=True)
class BeginProblemSituation:
    """The holder is in a problem situation: the supervisors are called, and no new work comes to her."""

    conversation_id: str
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class TickStep:
    """A step of the checklist is done, or is not after all."""

    conversation_id: str
    step_id: str
    is_done: bool
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class EndProblemSituation:
    """It is over; new work may come again."""

    conversation_id: str
    wish: DebriefWish
    responsibility_version: int


ProblemCommand = BeginProblemSituation | TickStep | EndProblemSituation


@dataclass(frozen=True, slots=True)
class ProblemSituationBegan:
    """Whose it is from now on; the conversation after that."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class StepTicked:
    """Who has done which step: for the record."""

    step_id: str
    is_done: bool
    by_id: str
    by_name: str


@dataclass(frozen=True, slots=True)
class ProblemSituationEnded:
    """It is over, and whether she wants to talk it over."""

    debrief: Debrief


ProblemFact = ProblemSituationBegan | StepTicked | ProblemSituationEnded
