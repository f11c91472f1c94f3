"""Handbook: how work is done here, read in the desk by queue; and whom to ask about the program. Values."""

from dataclasses import dataclass
from typing import Final, Literal

from server_stub.helpline.wording import Wording

GuideKind = Literal["instruction", "process", "responsibility"]
GUIDE_KINDS: Final[tuple[GuideKind, ...]] = ("instruction", "process", "responsibility")
MOST_GUIDES: Final = 60
MOST_RULES: Final = 120
"""Every desk holds all of it, and reads it while the line is away."""


@dataclass(frozen=True, slots=True)
class WorkGuide:
    """An instruction, the course of a process or who is responsible (R148). No queue: it is for all."""

    guide_id: str
    kind: GuideKind
    name: Wording
    text: Wording
    queue_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GuidanceRule:
    """Who takes a matter: one queue, of social or of health care; both sides read the same rules (R082)."""

    matter: Wording
    queue_id: str
    queue_name: Wording


@dataclass(frozen=True, slots=True)
class Support:
    """Who helps with the program and when, and the consultation queue that takes questions (R145)."""

    text: Wording
    queue_id: str | None = None


@dataclass(frozen=True, slots=True)
class Handbook:
    """All that a county has written for those who work with it."""

    guides: tuple[WorkGuide, ...] = ()
    support: Support | None = None
    guidance: tuple[GuidanceRule, ...] = ()


NOTHING_WRITTEN: Final = Handbook()
