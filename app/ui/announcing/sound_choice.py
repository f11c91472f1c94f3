"""How new work sounds at this desk: whether, how loud, how often; kept among her choices in words."""

from dataclasses import dataclass

VOLUMES = (25, 55, 100)
"""Soft, normal, loud; in per cent of what the computer is set to."""
REPEATS_S = (10, 20, 60, 0)
"""Seconds between two sounds until it is seen; 0: once only."""
_WITHOUT_CONCERN = "without-concern"


@dataclass(frozen=True, slots=True)
class SoundChoice:
    """What she has chosen; as it is, it can be heard and calls again."""

    is_on: bool = True
    volume: int = VOLUMES[1]
    repeat_s: int = REPEATS_S[1]
    for_concern: bool = True
    """Whether somebody who waits with a possible crisis or threat calls also where there is no room."""

    @property
    def loudness(self) -> float:
        """The volume from 0 to 1."""
        return self.volume / 100


def in_words(choice: SoundChoice) -> str:
    """The choice as it is kept."""
    words = f"{'on' if choice.is_on else 'off'} {choice.volume} {choice.repeat_s}"
    return words if choice.for_concern else f"{words} {_WITHOUT_CONCERN}"


def from_words(words: str) -> SoundChoice | None:
    """The choice that was kept; None when there is none, or it cannot be read."""
    parts = words.split()
    try:
        is_on = {"on": True, "off": False}[parts[0]]
        volume, repeat_s = (int(part) for part in parts[1:3])
        further = parts[3:]
    except (IndexError, KeyError, ValueError):
        return None
    if volume not in VOLUMES or repeat_s not in REPEATS_S or further not in ([], [_WITHOUT_CONCERN]):
        return None
    return SoundChoice(is_on, volume, repeat_s, for_concern=not further)
