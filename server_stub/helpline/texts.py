"""texts: What a person wrote, made fit to keep: NFC, one kind of line break, no controls, not too long."""

from dataclasses import dataclass
from enum import StrEnum


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
    """The text as it is stored and counted, or why it is refused (contract, section 3, end)."""
    raise NotImplementedError
