"""What a row of the transcript is laid out for: how wide, when, and how broad it may be at most."""

from dataclasses import dataclass
from datetime import datetime

from app.ui.theme import Theme
from app.ui.tokens import Length

_WIDEST = 1.25
"""However wide the window, no line is longer than is good to read: this many times the narrowest centre."""


def widest(theme: Theme, width: float) -> float:
    """How broad a bubble may be in a transcript of ``width`` px; its height depends on nothing else."""
    return min(width * theme.bubble_share, theme.length(Length.CENTRE_MIN) * _WIDEST)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a bubble is laid out for: the width of the transcript in px, the time, and the word on undo."""

    width: float
    now: datetime
    undo_word: str
