"""Planned shifts: what is planned, what was worked, and what supervisors say of it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from app.wire.shapes.values import Count, Time

PlaceWord = Literal["home", "office"]
RuleWord = Literal["decides", "informs", "off"]


class PlanShift(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Plan one."""

    command_id: str
    planned_id: str
    staff_id: str
    starts_at: str
    ends_at: str
    queue_ids: tuple[str, ...]
    place: PlaceWord | None


class RemovePlannedShift(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Take one away."""

    command_id: str
    planned_id: str


class AllowOutsidePlan(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Let somebody take customers besides."""

    command_id: str
    staff_id: str


StaffPlanningCommand = PlanShift | RemovePlannedShift | AllowOutsidePlan


class PlannedShift(Struct, frozen=True):
    """One planned shift."""

    planned_id: str
    staff_id: str
    starts_at: Time
    ends_at: Time
    queue_ids: tuple[str, ...]
    place: PlaceWord | None


class OwnPlan(Struct, frozen=True):
    """What is planned for the reader today."""

    now: Time
    rule: RuleWord
    shifts: tuple[PlannedShift, ...]
    allowed_until: Time | None


class DutySpell(Struct, frozen=True):
    """One shift as it was worked."""

    began_at: Time
    ended_at: Time | None
    away_s: Count


class PlannedPerson(Struct, frozen=True):
    """One of staff on one day."""

    staff_id: str
    display_name: str
    queue_ids: tuple[str, ...]
    shifts: tuple[PlannedShift, ...]
    duty: tuple[DutySpell, ...]
    allowed_until: Time | None


class PlannedDay(Struct, frozen=True):
    """One day of everybody who answers customers."""

    now: Time
    day: date
    rule: RuleWord
    people: tuple[PlannedPerson, ...]
