"""Backoff: how long to wait before the next try, so that a thousand desks do not come back at once."""

from __future__ import annotations

from app.ports import Chance

FIRST_S = 1.0
LONGEST_S = 60.0
JITTER = 0.5
LONGEST_ASKED_S = 900.0
"""What the backend asks for is honoured up to here: a mistaken header must not keep a desk away for a day."""


def delay_s(failures: int, chance: Chance, *, asked_s: float | None = None) -> float:
    """Seconds to wait after that many failures in a row (from 1): 1, 2, 4 … 60, give or take half.

    ``asked_s`` is the backend's Retry-After: never sooner than that, and with up to half a second on top, so
    that all who were told the same do not return in the same instant.
    """
    steps = min(max(failures, 1) - 1, 10)
    planned = min(LONGEST_S, FIRST_S * (1 << steps))
    jittered = planned * (1 - JITTER + 2 * JITTER * chance.random())
    if asked_s is None:
        return jittered
    return max(jittered, min(asked_s, LONGEST_ASKED_S) + JITTER * chance.random())
