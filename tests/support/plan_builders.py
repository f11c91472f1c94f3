"""Planned shifts for tests: on the Monday of the example data, by hours of the wall."""

from datetime import datetime, timedelta

from app.domain.ids import QueueId, StaffId
from app.domain.planned_shift import (
    DutySpell,
    OwnPlan,
    Place,
    PlannedDay,
    PlannedPerson,
    PlannedShift,
    PlanRule,
)
from tests.support.fakes import NINE_O_CLOCK

_MIDNIGHT_UTC = NINE_O_CLOCK.replace(hour=0, minute=0, second=0, microsecond=0)
# Helsinki in winter is two hours ahead.
_AHEAD = timedelta(hours=2)
ME = StaffId("0a" * 16)


def wall(hours: float) -> datetime:
    """That hour of the wall in Helsinki, on the day of the example data."""
    return _MIDNIGHT_UTC - _AHEAD + timedelta(hours=hours)


def planned(
    begins: float, ends: float, *queues: QueueId, place: Place | None = None, planned_id: str = "5b" * 16
) -> PlannedShift:
    """One planned shift of that day."""
    return PlannedShift(planned_id, ME, wall(begins), wall(ends), frozenset(queues), place)


def own_plan(*shifts: PlannedShift, rule: PlanRule = PlanRule.INFORMS, until: float | None = None) -> OwnPlan:
    """What is planned for whoever asks."""
    return OwnPlan(NINE_O_CLOCK, rule, shifts, None if until is None else wall(until))


def person(
    name: str,
    *shifts: PlannedShift,
    queues: frozenset[QueueId] = frozenset(),
    duty: tuple[tuple[float, float | None], ...] = (),
    number: int = 10,
    until: float | None = None,
) -> PlannedPerson:
    """One of staff on that day."""
    return PlannedPerson(
        StaffId(f"{number:02d}" * 16),
        name,
        queues,
        shifts,
        tuple(DutySpell(wall(begins), None if ends is None else wall(ends)) for begins, ends in duty),
        None if until is None else wall(until),
    )


def planned_day(*people: PlannedPerson, rule: PlanRule = PlanRule.INFORMS) -> PlannedDay:
    """That day of everybody."""
    return PlannedDay(NINE_O_CLOCK, NINE_O_CLOCK.date(), rule, people)
