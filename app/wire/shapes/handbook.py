"""The handbook of the service model in force."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from app.wire.shapes.values import ByLanguage


class WorkGuide(Struct, frozen=True):
    """How something is done, or who is responsible."""

    guide_id: str
    kind: Literal["instruction", "process", "responsibility"]
    name: ByLanguage
    text: ByLanguage
    queue_ids: tuple[str, ...]


class GuidanceRule(Struct, frozen=True):
    """Who takes a matter."""

    matter: ByLanguage
    queue_id: str
    queue_name: ByLanguage


class Support(Struct, frozen=True):
    """Who helps with the program."""

    text: ByLanguage
    queue_id: str | None


class Handbook(Struct, frozen=True):
    """What is written for those who work."""

    guides: tuple[WorkGuide, ...]
    support: Support | None
    guidance: tuple[GuidanceRule, ...]
