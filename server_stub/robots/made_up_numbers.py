"""made_up_numbers: Telephone numbers that reach nobody, for simulated customers.

Whoever practises may well dial what she sees, so the numbers come from a series that a telecommunications
authority keeps for books and films: +46 70 174 06 05 to 06 99 (PTS, Sweden). A scenario cannot name one.
"""

import random
from typing import Final

_PREFIX: Final = "+46 70 174 "
_FIRST: Final = 605
_LAST: Final = 699


class MadeUpNumbers:
    """Gives one after another, and the same again only when all have been given."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._left: list[str] = []

    def draw(self) -> str:
        """The next one, as a customer would write it."""
        if not self._left:
            self._left = [f"{_PREFIX}{number:04}" for number in range(_FIRST, _LAST + 1)]
            self._chance.shuffle(self._left)
        return self._left.pop()
