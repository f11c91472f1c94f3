"""Queues: where customers wait, by topic, language or transfer target."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.ids import QueueId

ByLanguage = Mapping[str, str]
"""A text in each language it exists in: ``fi``, ``sv``, ``en``."""


class QueueKind(StrEnum):
    """Own topics, the common queues of a language, and targets of transfers (R050–R056)."""

    TOPIC = "topic"
    COMMON = "common"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class Queue:
    """One queue as the service model names it; ``target`` is the wait after which a customer is late.

    ``is_open``, ``open_until`` and ``opens_at`` are as the snapshot told them; ``hours_at`` carries them on.
    """

    queue_id: QueueId
    name: ByLanguage
    kind: QueueKind
    language: str | None
    target: timedelta
    is_open: bool
    open_until: datetime | None
    opens_at: datetime | None


@dataclass(frozen=True, slots=True)
class Hours:
    """Whether customers may come now, and when that changes next; None: not known, or never."""

    is_open: bool
    changes_at: datetime | None


def hours_at(queue: Queue, now: datetime) -> Hours:
    """The queue's hours at a later moment than the snapshot's: they pass while a workstation stays on."""
    if queue.is_open and (queue.open_until is None or now < queue.open_until):
        return Hours(is_open=True, changes_at=queue.open_until)
    if queue.opens_at is None or now < queue.opens_at:
        return Hours(is_open=False, changes_at=queue.opens_at)
    return Hours(is_open=True, changes_at=None)


def hours_of_all(queues: Iterable[Queue], now: datetime) -> Hours | None:
    """The hours of the queues that customers come to by themselves, together; None when there is none.

    Targets of transfers have no hours (R056): they would make the chat look open at night.
    """
    every = [hours_at(queue, now) for queue in queues if queue.kind is not QueueKind.TRANSFER]
    if not every:
        return None
    is_open = any(hours.is_open for hours in every)
    changes = [hours.changes_at for hours in every if hours.is_open == is_open]
    known = [change for change in changes if change is not None]
    if is_open:
        return Hours(is_open=True, changes_at=max(known) if len(known) == len(changes) else None)
    return Hours(is_open=False, changes_at=min(known, default=None))
