"""waiting_estimate: How long a place in the queue is likely to take, as a range or not at all."""

from collections.abc import Sequence
from math import ceil, exp, lgamma, log
from statistics import median
from typing import Final

_MEASURED: Final = 30  # the newest handle times that count
_FLOOR_S: Final = 300  # no handle time is believed to be shorter
_LONGEST_MIN: Final = 30  # beyond this a number would promise what nobody can keep
_LOW: Final = 0.5
_HIGH: Final = 0.8
_CLOSE_ENOUGH: Final = 1e-5
_NEGLIGIBLE: Final = 1e-18

Range = tuple[int, int]


def estimate(
    place: int,
    *,
    slots: int,
    handle_times_s: Sequence[int],
    fallback_s: int = 900,
    closes_in_s: float | None = None,
) -> Range | None:
    """The range p50–p80 in whole minutes, rounded up, for a place (1 is next) (domain.md B9).

    `slots`: conversations that can be held at once now; `handle_times_s`: the last ones of the queue,
    newest last; `closes_in_s`: seconds until closing time, None when it does not close. None when a range
    cannot be given honestly: no slots, longer than 30 minutes, or closing time may come first. Raises
    `ValueError` for a place below 1.
    """
    if place < 1:
        raise ValueError("The first place in a queue is 1.")
    if slots < 1:
        return None
    handle_min = handle_time(handle_times_s, fallback_s=fallback_s) / 60
    longest = _LONGEST_MIN if closes_in_s is None else min(_LONGEST_MIN, closes_in_s / 60)
    if place * handle_min / slots > longest:  # the mean is below p80, so p80 is over as well
        return None
    low, high = (
        ceil(waiting_quantile(place, slots=slots, handle_time_min=handle_min, share=share))
        for share in (_LOW, _HIGH)
    )
    return (low, high) if high <= longest else None


def steadied(shown: Range | None, fresh: Range | None) -> Range | None:
    """What to show next: a shown range never grows while the place is the same (domain.md B9: no jump up
    unexplained).

    A range that can no longer be given honestly goes away.
    """
    if shown is None or fresh is None:
        return fresh
    return fresh if fresh[1] <= shown[1] else shown


def handle_time(handle_times_s: Sequence[int], *, fallback_s: int = 900) -> float:
    """Seconds: the median of the last 30, at least 5 minutes; the fallback when nothing has been measured."""
    newest = handle_times_s[-_MEASURED:]
    return float(max(_FLOOR_S, median(newest) if newest else fallback_s))


def waiting_quantile(place: int, *, slots: int, handle_time_min: float, share: float) -> float:
    """Minutes within which `share` (0–1) of those at this place are reached: Erlang(place, slots / handle
    time).

    Found by halving: the distribution has no inverse in closed form.
    """
    low, high = 0.0, float(place)
    while _reached(place, high) < share:
        low, high = high, high * 2
    while high - low > _CLOSE_ENOUGH * place:
        middle = (low + high) / 2
        if _reached(place, middle) < share:
            low = middle
        else:
            high = middle
    return high * handle_time_min / slots


def _reached(place: int, scaled: float) -> float:
    """P(waiting ≤ scaled) for Erlang(place, 1): one minus the Poisson terms below `place`.

    Summed from the last term down, which neither underflows nor needs them all in a long queue.
    """
    term = exp((place - 1) * log(scaled) - scaled - lgamma(place))
    total = 0.0
    for step in range(place - 1, -1, -1):
        total += term
        term *= step / scaled
        if term < _NEGLIGIBLE:
            break
    return 1 - total
