"""The sounds of new work, and what an edge must play."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol


class Sound(StrEnum):
    """A sound, by the name of its file."""

    WORK = "new_work"
    MESSAGE = "new_message"


class Sounds(Protocol):
    """What plays. Nothing is raised and nothing stalls: a computer without a device says so and goes on."""

    async def is_there(self) -> bool:
        """Whether there is a device to play on, just now."""
        ...

    async def play(self, sound: Sound, *, volume: float) -> bool:
        """Play it once, as loud as ``volume`` from 0 to 1. False: there is no device to play on."""
        ...

    async def close(self) -> None:
        """Break off what is heard; the program is about to end."""
        ...
