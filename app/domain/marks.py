"""Marks of a conversation beyond its state: a concern, a language barrier, a problem situation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final


class ConcernKind(StrEnum):
    """What gives reason to look at once: somebody's life, or violence."""

    CRISIS = "crisis"
    THREAT = "threat"


@dataclass(frozen=True, slots=True)
class Concern:
    """The gravest so far, and the message it was found in; by rules that miss some and are wrong about
    some.
    """

    kind: ConcernKind
    seq: int


class HelpAbout(StrEnum):
    """What help is called for; the last three get over a language barrier, which stays marked (R092)."""

    QUESTION = "question"
    PROBLEM = "problem"
    SWEDISH = "swedish"
    ENGLISH = "english"
    INTERPRETER = "interpreter"


LANGUAGE_HELP: Final = (HelpAbout.SWEDISH, HelpAbout.ENGLISH, HelpAbout.INTERPRETER)


@dataclass(frozen=True, slots=True)
class ProblemSituation:
    """One that lasts: since when, and the steps that are done, in the order in which they were ticked."""

    began_at: datetime
    done: tuple[str, ...] = ()
