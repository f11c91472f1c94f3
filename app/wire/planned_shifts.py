"""Planned shifts from JSON, and what supervisors say of them to JSON."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import assert_never

from app.domain.ids import QueueId, StaffId
from app.domain.planned_shift import (
    AllowOutsidePlan,
    DutySpell,
    OwnPlan,
    Place,
    PlannedDay,
    PlannedPerson,
    PlannedShift,
    PlanningCommand,
    PlanRule,
    PlanShift,
    RemovePlannedShift,
)
from app.wire.reading import read
from app.wire.shapes import planned_shifts as shapes


def decode_own_plan(body: bytes) -> OwnPlan:
    """The answer to ``GET /api/v1/staff/planned-shifts``. Raises WireError."""
    shape = read(body, shapes.OwnPlan)
    return OwnPlan(
        shape.now, PlanRule(shape.rule), tuple(_shift_of(each) for each in shape.shifts), shape.allowed_until
    )


def decode_planned_day(body: bytes) -> PlannedDay:
    """The answer to ``GET /api/v1/staff/planned-day``. Raises WireError."""
    shape = read(body, shapes.PlannedDay)
    return PlannedDay(
        shape.now, shape.day, PlanRule(shape.rule), tuple(_person_of(each) for each in shape.people)
    )


def planning_shape_of(command: PlanningCommand, command_id: str) -> shapes.StaffPlanningCommand:
    """A command as it is sent."""
    match command:
        case PlanShift(shift):
            return shapes.PlanShift(
                command_id,
                shift.planned_id,
                shift.staff_id,
                _stamp(shift.starts_at),
                _stamp(shift.ends_at),
                tuple(sorted(shift.queue_ids)),
                None if shift.place is None else shift.place.value,
            )
        case RemovePlannedShift(planned_id):
            return shapes.RemovePlannedShift(command_id, planned_id)
        case AllowOutsidePlan(staff_id):
            return shapes.AllowOutsidePlan(command_id, staff_id)
    assert_never(command)


def planning_command_of(shape: shapes.StaffPlanningCommand) -> PlanningCommand:
    """A command that was kept."""
    match shape:
        case shapes.PlanShift():
            return PlanShift(
                PlannedShift(
                    shape.planned_id,
                    StaffId(shape.staff_id),
                    datetime.fromisoformat(shape.starts_at),
                    datetime.fromisoformat(shape.ends_at),
                    frozenset(QueueId(each) for each in shape.queue_ids),
                    None if shape.place is None else Place(shape.place),
                )
            )
        case shapes.RemovePlannedShift():
            return RemovePlannedShift(shape.planned_id)
        case shapes.AllowOutsidePlan():
            return AllowOutsidePlan(StaffId(shape.staff_id))
    assert_never(shape)


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _shift_of(shape: shapes.PlannedShift) -> PlannedShift:
    return PlannedShift(
        shape.planned_id,
        StaffId(shape.staff_id),
        shape.starts_at,
        shape.ends_at,
        frozenset(QueueId(each) for each in shape.queue_ids),
        None if shape.place is None else Place(shape.place),
    )


def _person_of(shape: shapes.PlannedPerson) -> PlannedPerson:
    return PlannedPerson(
        StaffId(shape.staff_id),
        shape.display_name,
        frozenset(QueueId(each) for each in shape.queue_ids),
        tuple(_shift_of(each) for each in shape.shifts),
        tuple(DutySpell(each.began_at, each.ended_at, timedelta(seconds=each.away_s)) for each in shape.duty),
        shape.allowed_until,
    )
