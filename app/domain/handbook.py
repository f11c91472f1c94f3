"""What a county has written for those who work with it: guides by queue, and who helps with the program."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.ids import QueueId
from app.domain.queue import ByLanguage


class GuideKind(StrEnum):
    """What a guide tells: how it is done, how it goes from one to another, or who answers for it."""

    INSTRUCTION = "instruction"
    PROCESS = "process"
    RESPONSIBILITY = "responsibility"


@dataclass(frozen=True, slots=True)
class WorkGuide:
    """One guide (R148). No queue: it is for all of them."""

    guide_id: str
    kind: GuideKind
    name: ByLanguage
    text: ByLanguage
    queue_ids: tuple[QueueId, ...] = ()


@dataclass(frozen=True, slots=True)
class GuidanceRule:
    """Who takes a matter: one queue, of social or of health care (R082)."""

    matter: ByLanguage
    queue_id: QueueId
    queue_name: ByLanguage


@dataclass(frozen=True, slots=True)
class Support:
    """Who helps with the program and when; questions go to the consultation queue, if there is one (R145)."""

    text: ByLanguage
    queue_id: QueueId | None = None


@dataclass(frozen=True, slots=True)
class Handbook:
    """All of it, in the order of the service model."""

    guides: tuple[WorkGuide, ...] = ()
    support: Support | None = None
    guidance: tuple[GuidanceRule, ...] = ()
