"""The situation: how much there is to do in each queue, and what each of staff holds of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.conversation import Topic
from app.domain.ids import ConversationId, QueueId, StaffId
from app.domain.presence import Presence
from app.domain.queue import ByLanguage, QueueKind


@dataclass(frozen=True, slots=True)
class QueueSituation:
    """One queue. ``waiting_since`` is the longest wait's, ``held`` how many are being answered, ``free`` how
    many more those who serve it have room for, also for other queues. ``reply_delay`` is today's median
    delay from a customer's oldest unanswered line to the reply (R091), None before the first.
    """

    queue_id: QueueId
    name: ByLanguage
    kind: QueueKind
    target: timedelta
    waiting: int
    waiting_since: datetime | None
    held: int
    on_duty: int
    free: int
    answered_today: int = 0
    in_target_today: int = 0
    reply_delay: timedelta | None = None


@dataclass(frozen=True, slots=True)
class PersonSituation:
    """Somebody of staff. ``to_wrap_up`` counts ended conversations that are still hers, ``unanswered_since``
    is the oldest unanswered line in those that go on.
    """

    staff_id: StaffId
    display_name: str
    presence: Presence
    presence_since: datetime | None
    load: int
    capacity: int
    to_wrap_up: int
    unanswered_since: datetime | None


@dataclass(frozen=True, slots=True)
class HalfHour:
    """How many were answered in the half hour that began then, and how many of them in time."""

    begins_at: datetime
    answered: int
    in_target: int


@dataclass(frozen=True, slots=True)
class OftenMoved:
    """A conversation that goes on and has been handed over often; ``holder_name`` None: it waits."""

    conversation_id: ConversationId
    alias: str
    queue_id: QueueId
    topic: Topic
    hand_overs: int
    moved_at: datetime | None
    holder_name: str | None


@dataclass(frozen=True, slots=True)
class Situation:
    """Every queue and everybody who is there, as it was at ``now``."""

    now: datetime
    queues: tuple[QueueSituation, ...]
    people: tuple[PersonSituation, ...]
    half_hours: tuple[HalfHour, ...] = ()
    moved_often: tuple[OftenMoved, ...] = ()

    @property
    def names_of_queues(self) -> dict[QueueId, ByLanguage]:
        """What each queue is called."""
        return {each.queue_id: each.name for each in self.queues}
