"""Saving a file where she chose, and what an edge must do to write it whole or not at all."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Protocol


class WhyUnsaved(StrEnum):
    """Why nothing was written. What stood there before stands there still."""

    NO_ROOM = "no_room"
    """The disk is full."""
    NOT_ALLOWED = "not_allowed"
    """She may not write there, or what stands there cannot be replaced."""
    FAILED = "failed"
    """The folder is gone, or the disk would not."""


class FileSaver(Protocol):
    """What writes a stranger's file to the disk of this computer. Nothing is raised."""

    async def save(self, path: Path, content: bytes) -> WhyUnsaved | None:
        """Write ``content`` there, in place of what stands there: she has been asked. None: all of it is on
        the disk, under that name, marked as having come from elsewhere where the system has such a mark.
        """
        ...
