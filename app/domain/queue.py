"""Queues: where customers wait, by topic, language or transfer target."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.domain.ids import QueueId

_A_DAY = timedelta(days=1)

ByLanguage = Mapping[str, str]
"""A text in each language it exists in: ``fi``, ``sv``, ``en``."""


class QueueKind(StrEnum):
    """Own topics, the common queues of a language, and targets of transfers (R050–R056)."""

    TOPIC = "topic"
    COMMON = "common"
    TRANSFER = "transfer"


class AtClosing(StrEnum):
    """What becomes of those who wait when a queue closes."""

    SERVE = "serve"
    OFFER_CALLBACK = "offer_callback"


@dataclass(frozen=True, slots=True)
class Opening:
    """When a queue is open; ``closes_at`` None: it goes on past what is known."""

    opens_at: datetime
    closes_at: datetime | None


@dataclass(frozen=True, slots=True)
class Pilot:
    """A queue is tried out until a day, that day included; what follows may not be decided yet (R065)."""

    until: date
    is_undecided: bool


@dataclass(frozen=True, slots=True)
class Queue:
    """One queue as the service model names it; ``target`` is the wait after which a customer is late.

    ``openings`` are all that begin before ``hours_known_until``; of what comes then, nothing is known.
    """

    queue_id: QueueId
    name: ByLanguage
    kind: QueueKind
    language: str | None
    target: timedelta
    openings: tuple[Opening, ...]
    hours_known_until: datetime
    at_closing: AtClosing = AtClosing.SERVE
    pilot: Pilot | None = None


@dataclass(frozen=True, slots=True)
class Hours:
    """Whether customers may come now, and when that changes next; None: not within what is known."""

    is_open: bool
    changes_at: datetime | None

    def is_around_the_clock(self, now: datetime) -> bool:
        """Whether it is open and stays so for a day at least: no closing time need be told."""
        return self.is_open and (self.changes_at is None or self.changes_at - now >= _A_DAY)


def hours_at(queue: Queue, now: datetime) -> Hours | None:
    """The queue's hours at any moment; None when a workstation stays on for longer than they are known."""
    return _hours(queue.openings, queue.hours_known_until, now)


def hours_of_all(queues: Iterable[Queue], now: datetime) -> Hours | None:
    """The hours of the queues that customers come to by themselves, together; None when there is none, or
    their hours are not known.

    Targets of transfers have no hours (R056): they would make the chat look open at night.
    """
    own = [queue for queue in queues if queue.kind is not QueueKind.TRANSFER]
    if not own:
        return None
    openings = [opening for queue in own for opening in queue.openings]
    return _hours(openings, min(queue.hours_known_until for queue in own), now)


def _hours(openings: Iterable[Opening], known_until: datetime, now: datetime) -> Hours | None:
    """Openings that overlap or meet are one."""
    if now >= known_until:
        return None
    open_until = now
    for opens_at, closes_at in sorted((each.opens_at, each.closes_at or known_until) for each in openings):
        if closes_at <= now:
            continue
        if opens_at > open_until:
            is_open = open_until > now
            return Hours(is_open, changes_at=open_until if is_open else opens_at)
        open_until = max(open_until, closes_at)
    return Hours(open_until > now, changes_at=open_until if now < open_until < known_until else None)
