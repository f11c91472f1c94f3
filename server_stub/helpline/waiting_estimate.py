"""waiting_estimate: How long a place in the queue is likely to take, as a range or not at all."""

from collections.abc import Sequence


def estimate(place: int, *, slots: int, handle_times_s: Sequence[int], fallback_s: int = 900) -> tuple[int, int] | None:
    """The range p50–p80 in whole minutes, rounded up, for a place (1 is next) (domain.md B9).

    `slots`: conversations that can be held at once now; `handle_times_s`: the last ones of the queue, newest last.
    None when it cannot be said honestly: no slots, or longer than 30 minutes.
    """
    raise NotImplementedError
