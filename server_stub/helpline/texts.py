"""texts: What a person wrote, made fit to keep: NFC, one kind of line break, no controls, not too long."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final

# Controls other than tab and line breaks, and surrogates (alone by nature: a Python text holds no pairs).
_UNREADABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# What is drawn as nothing: a text of these alone is empty to its reader.
_INVISIBLE: Final = re.compile(
    "[\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]*"
)
# These three count as starters but decompose into marks, so a run of marks goes on through them (Unicode
# 3.11, D107).
_HIDDEN_MARKS: Final = {0x0F73: "\u0f71\u0f72", 0x0F75: "\u0f71\u0f74", 0x0F81: "\u0f71\u0f80"}


class TextProblem(StrEnum):
    """Why a text cannot be taken; the values are the problem codes of the contract."""

    EMPTY = "text_empty"
    TOO_LONG = "text_too_long"
    UNREADABLE = "text_unreadable"


@dataclass(frozen=True, slots=True)
class TextLimits:
    """How long a text may be, after cleaning: Unicode code points, and bytes of UTF-8."""

    characters: int
    bytes: int


def clean(text: str, limits: TextLimits) -> str | TextProblem:
    """The text as it is stored and counted, or why it is refused (contract, section 3, end).

    Nothing but space or invisible characters is empty. Trailing space is cut, leading space is the writer's
    own.
    """
    if _UNREADABLE.search(text):
        return TextProblem.UNREADABLE
    kept = composed(text.replace("\r\n", "\n").replace("\r", "\n")).rstrip()
    if _INVISIBLE.fullmatch(kept):
        return TextProblem.EMPTY
    if len(kept) > limits.characters or len(kept.encode()) > limits.bytes:
        return TextProblem.TOO_LONG
    return kept


def composed(text: str) -> str:
    """The text in NFC, in time linear in its length (nearly).

    CPython orders marks by insertion, so 32,000 marks in the wrong order would hold it for seconds; ordered
    beforehand they cost nothing. Raises nothing.
    """
    if unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", _with_marks_in_order(text))


def _with_marks_in_order(text: str) -> str:
    """The canonical ordering of Unicode (3.11, D109): each run of marks sorted by class, stably."""
    runs = groupby(text.translate(_HIDDEN_MARKS), key=lambda character: unicodedata.combining(character) > 0)
    return "".join(
        "".join(sorted(run, key=unicodedata.combining) if is_marks else run) for is_marks, run in runs
    )
