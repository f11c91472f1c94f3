"""The situation: load by queue and by person."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from app.wire.shapes.shifts import PresenceWord
from app.wire.shapes.values import ByLanguage, Count, Person, Time, Topic


class QueueSituation(Struct, frozen=True):
    """One queue as a supervisor sees it."""

    queue_id: str
    name: ByLanguage
    kind: Literal["topic", "common", "transfer"]
    language: str | None
    target_s: Count
    waiting: Count
    waiting_since: Time | None
    held: Count
    on_duty: Count
    free: Count
    answered_today: Count
    in_target_today: Count
    reply_delay_s: Count | None


class PersonSituation(Struct, frozen=True):
    """Somebody of staff as a supervisor sees her."""

    staff_id: str
    display_name: str
    presence: PresenceWord
    presence_since: Time | None
    load: Count
    capacity: Count
    to_wrap_up: Count
    unanswered_since: Time | None


class HalfHour(Struct, frozen=True):
    """How many were answered in a half hour, and how many of them in time."""

    begins_at: Time
    answered: Count
    in_target: Count


class OftenMoved(Struct, frozen=True):
    """A conversation that has been handed over often."""

    conversation_id: str
    alias: str
    queue_id: str
    topic: Topic
    hand_overs: Count
    moved_at: Time | None
    holder_name: str | None


class MovedOften(Struct, frozen=True):
    """It has been handed over once too often."""

    at: Time
    caused_by: str | None
    conversation_id: str
    alias: str
    queue_id: str
    topic: Topic
    hand_overs: Count
    by: Person


class Situation(Struct, frozen=True):
    """Load by queue and by person, at ``now``."""

    now: Time
    queues: tuple[QueueSituation, ...]
    people: tuple[PersonSituation, ...]
    half_hours: tuple[HalfHour, ...]
    moved_often: tuple[OftenMoved, ...]
