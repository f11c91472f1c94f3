"""Values that shapes of every slice are made of."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

Time = Annotated[datetime, Meta(tz=True)]
Count = Annotated[int, Meta(ge=0)]
Cursor = Count
ClockTime = Annotated[str, Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Seq = Annotated[int, Meta(ge=1)]
ByLanguage = dict[str, str]
Author = Literal["customer", "counsellor", "service"]


class ContractVersion(Struct, frozen=True):
    """The contract's own version."""

    major: int
    minor: int


class Version(Struct, frozen=True):
    """Answer to ``GET /api/v1/version``."""

    contract: ContractVersion


class Person(Struct, frozen=True):
    """Somebody of staff."""

    staff_id: str
    display_name: str


class Topic(Struct, frozen=True):
    """What the customer said it is about."""

    topic_id: str
    name: ByLanguage
