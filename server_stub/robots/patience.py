"""patience: How long to wait before the next try, so that a room of robots does not come back at once."""

import random
from typing import Final

_FIRST_S: Final = 0.5
_LONGEST_S: Final = 5.0


def delay_s(failures: int, chance: random.Random, *, asked_s: float | None = None) -> float:
    """Seconds after that many failures in a row (from 1): doubled each time, half of it by chance.

    Never sooner than `asked_s`, the backend's Retry-After. The pace of practice has no part in this.
    """
    whole = min(_LONGEST_S, _FIRST_S * float(1 << min(max(failures, 1) - 1, 10)))
    return max(whole * chance.uniform(0.5, 1.0), asked_s or 0.0)
