"""pace: How long people take to arrive, to read, to think, to write. Seeded, and as fast as wanted.

The measured conversation of a real service (domain.md B7) has nine turns of the customer in a quarter of an
hour: about fifty seconds from the counsellor's message to the customer's answer to it.
"""

import random
from typing import Final

_READS_PER_S: Final = 20.0
_WRITES_PER_S: Final = 4.0
_LONGEST_READING_S: Final = 25.0
_LONGEST_WRITING_S: Final = 75.0
_THINKS_S: Final = (3.0, 15.0)
_ARRIVES_S: Final = (12.0, 35.0)


class Pace:
    """Draws the seconds that one person takes. `speed` 10 makes everybody ten times as fast."""

    def __init__(self, *, speed: float, chance: random.Random) -> None:
        """`speed` is above 0; `chance` decides alone, so the same seed gives the same day."""
        self._speed = speed
        self._chance = chance

    def reading_s(self, text: str) -> float:
        """Until the text is read."""
        return self._human(min(len(text) / _READS_PER_S, _LONGEST_READING_S))

    def thinking_s(self) -> float:
        """Between reading and writing."""
        return self.scripted_s(self._chance.uniform(*_THINKS_S))

    def writing_s(self, text: str) -> float:
        """Until the text is written; nobody writes for minutes, the longest texts are ready in her notes."""
        return self._human(min(len(text) / _WRITES_PER_S, _LONGEST_WRITING_S))

    def arriving_s(self) -> float:
        """Between one customer and the next."""
        return self.scripted_s(self._chance.uniform(*_ARRIVES_S))

    def scripted_s(self, seconds: float) -> float:
        """Seconds that a scenario names, at this speed."""
        return seconds / self._speed

    def _human(self, seconds: float) -> float:
        # Half as fast again, or half as slow: two people never take the same time.
        return self.scripted_s((1.0 + seconds) * self._chance.uniform(0.7, 1.5))
