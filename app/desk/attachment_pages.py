"""Pages of attachments as pictures, and what an edge must do to make them of a stranger's file."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class FileKind(StrEnum):
    """What a file is by its content, as the backend found it; there are no others."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page, counted from 0, of so many: its pixels row by row, each as blue, green, red and nothing."""

    page: int
    pages: int
    width: int
    height: int
    pixels: bytes = field(repr=False)


class WhyUnshowable(StrEnum):
    """Why there is no picture of a page. The file itself is none the worse for it."""

    UNREADABLE = "unreadable"
    """It is broken, or reading it made the process end that read it."""
    LOCKED = "locked"
    """It opens only with a password."""
    TOO_LARGE = "too_large"
    """It would take more memory than reading is allowed."""
    TOO_SLOW = "too_slow"
    """It was not read in the time that reading is given."""
    NO_READER = "no_reader"
    """What reads files could not be started on this computer: nothing is known of the file."""


class AttachmentPages(Protocol):
    """What reads files, somewhere a file can do no harm. Nothing is raised: a file is shown, or why not."""

    async def page(
        self, content: bytes, kind: FileKind, *, page: int, width: int, height: int
    ) -> PagePicture | WhyUnshowable:
        """One page, counted from 0, as large as it can be within so many pixels. Nobody who stops waiting
        leaves a reading behind.
        """
        ...

    def close(self) -> None:
        """Break off what is being read; the program is about to end."""
        ...
