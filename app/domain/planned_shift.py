"""Planned shifts: what was planned of staff's work, beside what each begins and ends herself (R083, R084)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.domain.ids import ConversationId, QueueId, StaffId

_PLANNING = ConversationId("planning")


class Place(StrEnum):
    """Where somebody is to work."""

    HOME = "home"
    OFFICE = "office"


class PlanRule(StrEnum):
    """What follows from a plan: it decides who takes whom, it informs, or none is shown."""

    DECIDES = "decides"
    INFORMS = "informs"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class PlannedShift:
    """One stretch of one person's work, ``starts_at`` ≤ t < ``ends_at``; without queues for all she may
    serve.
    """

    planned_id: str
    staff_id: StaffId
    starts_at: datetime
    ends_at: datetime
    queue_ids: frozenset[QueueId] = frozenset()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """What is planned for whoever asks, on the day it is ``now``; ``allowed_until``: how far she was let."""

    now: datetime
    rule: PlanRule
    shifts: tuple[PlannedShift, ...] = ()
    allowed_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class DutySpell:
    """One shift as it was worked; without an end while it goes on, or where nobody said one."""

    began_at: datetime
    ended_at: datetime | None
    away: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class PlannedPerson:
    """One of staff on one day; ``queue_ids``: those she may serve."""

    staff_id: StaffId
    display_name: str
    queue_ids: frozenset[QueueId]
    shifts: tuple[PlannedShift, ...] = ()
    duty: tuple[DutySpell, ...] = ()
    allowed_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """One day of everybody who answers customers, as it was ``now``."""

    now: datetime
    day: date
    rule: PlanRule
    people: tuple[PlannedPerson, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanShift:
    """Plan it, or plan what stands under its id anew."""

    shift: PlannedShift

    @property
    def conversation_id(self) -> ConversationId:
        """The lane of commands about the plan: one after the other."""
        return _PLANNING


@dataclass(frozen=True, slots=True)
class RemovePlannedShift:
    """Take one away."""

    planned_id: str

    @property
    def conversation_id(self) -> ConversationId:
        """The lane of commands about the plan."""
        return _PLANNING


@dataclass(frozen=True, slots=True)
class AllowOutsidePlan:
    """Let somebody take customers until the day ends, whatever is planned."""

    staff_id: StaffId

    @property
    def conversation_id(self) -> ConversationId:
        """The lane of commands about the plan."""
        return _PLANNING


PlanningCommand = PlanShift | RemovePlannedShift | AllowOutsidePlan
