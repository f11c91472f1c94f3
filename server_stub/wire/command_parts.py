"""command_parts: What every command of the contract is made of (CONTRACT.md section 3)."""

from typing import Annotated

import msgspec

Id = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]
Seq = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
Name = Annotated[str, msgspec.Meta(max_length=200)]
Code = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9_]{0,39}$")]
Language = Annotated[str, msgspec.Meta(pattern="^(fi|sv|en)$")]


class Command(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A command and its sender's id for it; no key beyond those of its type."""

    command_id: Id
