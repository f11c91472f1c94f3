"""succession: What follows what from a day on: services, topics and queues renamed, split or joined. Pure.

old ──► new                 renamed          every one of these hangs together: it is one line, named
old ─┬► one                 split            by the first of it, and figures before and after the day
     └► other                                add up under that name (R062)
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Succession:
    """It follows those of these ids from the day `since` on, that day included."""

    since: date
    of: tuple[str, ...]


Successions = Mapping[str, Succession | None]
"""What each id follows, or None; in the order of the file."""


def lines(successions: Successions) -> Mapping[str, str]:
    """The line of each id: of all that hang together with it by following, the first in the file."""
    neighbours: dict[str, set[str]] = {each: set() for each in successions}
    for follower, before in _pairs(successions):
        neighbours.setdefault(before, set()).add(follower)
        neighbours.setdefault(follower, set()).add(before)
    found: dict[str, str] = {}
    # Whoever follows nobody names the line, so that it keeps its name whatever follows later.
    firsts = [each for each, follows in successions.items() if follows is None]
    for first in firsts:
        beyond = [first]
        while beyond:
            each = beyond.pop()
            if each not in found:
                found[each] = first
                beyond.extend(neighbours[each])
    return found


def successors(successions: Successions, of: str, on: date) -> tuple[str, ...]:
    """What follows it on that day; nothing while it goes on."""
    return tuple(
        follower
        for follower, follows in successions.items()
        if follows is not None and of in follows.of and follows.since <= on
    )


def followed_from(successions: Successions, of: str) -> date | None:
    """From when on something follows it; None when nothing does."""
    days = (each.since for each in successions.values() if each is not None and of in each.of)
    return min(days, default=None)


def forebears(successions: Successions, of: str) -> frozenset[str]:
    """All that it follows, over as many steps as there are."""
    found: set[str] = set()
    beyond = [of]
    while beyond:
        follows = successions.get(beyond.pop())
        for before in follows.of if follows is not None else ():
            if before not in found:
                found.add(before)
                beyond.append(before)
    return frozenset(found)


def is_in_a_circle(successions: Successions, each: str) -> bool:
    """Whether it follows itself, at whatever remove."""
    return each in forebears(successions, each)


def _pairs(successions: Successions) -> Iterator[tuple[str, str]]:
    for follower, follows in successions.items():
        for before in follows.of if follows is not None else ():
            yield follower, before
