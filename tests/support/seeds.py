"""The seed of whatever goes wrong, told with it: without the seed nobody can live the same day again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def of_seed(seed: int, *more: str) -> Iterator[None]:
    """A failure inside, of any kind, carries the seed and `more` in its report."""
    try:
        yield
    except BaseException as failure:
        failure.add_note("; ".join((f"seed {seed}", *more)))
        raise
