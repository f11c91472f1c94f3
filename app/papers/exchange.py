"""What goes through the pipe to the guarded process and back: an asking, being ready, the file, an answer."""

from __future__ import annotations

import enum
import struct
from dataclasses import dataclass
from typing import Final

_ASKING: Final = struct.Struct("<4sHHIII")
_ANSWER: Final = struct.Struct("<4sHHIII")
_MARK: Final = b"VuP1"
ASKING_BYTES: Final = _ASKING.size
ANSWER_BYTES: Final = _ANSWER.size
READY: Final = b"VuRd"
"""Said once it is confined, before it looks at the file: what goes wrong from there on is the file's."""
PIXEL_BYTES: Final = 4
MOST_PIXELS: Final = 9_000_000
"""Of one page as it is answered: A4 at 300 dots to the inch, for printing, and a little more."""
MOST_PAGES: Final = 2_000
"""A document of more is not counted further; nobody reads it in a chat."""


class Kind(enum.IntEnum):
    """What it is: the backend decided by its content; nothing else is ever read."""

    PDF = 1
    JPEG = 2
    PNG = 3


class Verdict(enum.IntEnum):
    """How reading went."""

    SHOWN = 0
    UNREADABLE = 1
    """Broken, or not what it was said to be."""
    LOCKED = 2
    """It opens only with a password."""
    TOO_LARGE = 3
    """It would need more memory or pixels than are allowed."""


@dataclass(frozen=True, slots=True)
class Asking:
    """One page, counted from 0, to fit into a box of so many pixels, of a file of so many bytes."""

    kind: Kind
    page: int
    width: int
    height: int
    size: int

    def packed(self) -> bytes:
        """As it goes through the pipe, before the file's bytes."""
        return _ASKING.pack(_MARK, self.kind, self.page, self.width, self.height, self.size)


def asking_of(packed: bytes) -> Asking:
    """Read an asking. Raises ValueError."""
    try:
        mark, kind, page, width, height, size = _ASKING.unpack(packed)
    except struct.error as failure:
        raise ValueError("not an asking") from failure
    if mark != _MARK or not width or not height or width * height > MOST_PIXELS:
        raise ValueError("not an asking")
    return Asking(Kind(kind), page, width, height, size)


@dataclass(frozen=True, slots=True)
class Answer:
    """How it went; if shown, of how many pages and how large the picture is whose pixels follow."""

    verdict: Verdict
    pages: int = 0
    width: int = 0
    height: int = 0

    @property
    def pixel_bytes(self) -> int:
        """How many bytes of pixels follow: blue, green, red and one that means nothing, row by row."""
        return self.width * self.height * PIXEL_BYTES

    def packed(self) -> bytes:
        """As it goes through the pipe, before the pixels."""
        return _ANSWER.pack(_MARK, self.verdict, 0, self.pages, self.width, self.height)


def answer_of(packed: bytes, *, asked: Asking) -> Answer:
    """Read an answer; the process that wrote it has read a stranger's file, so it is believed only if it can
    be so: a picture is not larger than was asked for. Raises ValueError.
    """
    try:
        mark, verdict, _, pages, width, height = _ANSWER.unpack(packed)
    except struct.error as failure:
        raise ValueError("not an answer") from failure
    answer = Answer(Verdict(verdict), pages, width, height)
    if mark != _MARK:
        raise ValueError("not an answer")
    if answer.verdict is not Verdict.SHOWN:
        return Answer(answer.verdict)
    if not (0 < width <= asked.width and 0 < height <= asked.height and asked.page < pages <= MOST_PAGES):
        raise ValueError("not an answer to this")
    return answer
