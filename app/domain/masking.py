"""Masking by hand: a span of a message is covered for good (contract, section 7)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.domain.ids import CommandId, ConversationId

BY_HAND: Final = "by_hand"
"""The kind of what was masked by hand; in ``masked`` once for each span."""
_JOINER: Final = "\u200d"
_SELECTORS: Final = range(0xFE00, 0xFE10)
_SKIN: Final = range(0x1F3FB, 0x1F400)


@dataclass(frozen=True, slots=True)
class MaskSpan:
    """Cover a span of message ``seq`` for good: code points from ``start`` up to, not including, ``end``, of
    the text with ``masked_before`` spans masked by hand.
    """

    conversation_id: ConversationId
    seq: int
    start: int
    end: int
    masked_before: int
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class SpanMasked:
    """A message is ``text`` from now on, and nothing else was ever said."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    seq: int
    text: str
    masked: tuple[str, ...]


def masked_by_hand(masked: tuple[str, ...]) -> int:
    """How many spans of a message were masked by hand."""
    return masked.count(BY_HAND)


def whole_letters(text: str, start: int, end: int) -> tuple[int, int]:
    """The span, grown so that it cuts no letter in two: marks stay with their base, joined pictures whole.

    An approximation of UAX #29 that errs by covering more.
    """
    while 0 < start < len(text) and _belongs(text, start):
        start -= 1
    while 0 < end < len(text) and _belongs(text, end):
        end += 1
    return start, end


def _belongs(text: str, at: int) -> bool:
    """Whether the code point is part of the letter the one before it is of."""
    character = text[at]
    if text[at - 1] == _JOINER or character == _JOINER:
        return True
    return bool(unicodedata.combining(character)) or ord(character) in _SELECTORS or ord(character) in _SKIN
