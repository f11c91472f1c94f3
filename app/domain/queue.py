"""Queues: where customers wait, by topic, language or transfer target."""

from __future__ import annotations

from collections.abc import Mapping
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
    """One queue as the service model names it; ``target`` is the wait after which a customer is late."""

    queue_id: QueueId
    name: ByLanguage
    kind: QueueKind
    language: str | None
    target: timedelta
    open_until: datetime | None
