"""Planned shifts as the screens show them: from what is planned, seen and the time; pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

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
from app.domain.project import Seen
from app.domain.queue import ByLanguage

_HELSINKI = ZoneInfo("Europe/Helsinki")


@dataclass(frozen=True, slots=True)
class OwnShift:
    """One planned shift of hers; without ``queues`` it is for all she may serve."""

    starts_at: datetime
    ends_at: datetime
    queues: tuple[ByLanguage, ...]
    place: Place | None


@dataclass(frozen=True, slots=True)
class OwnToday:
    """What is planned for her today; ``decides``: outside it waiting customers are not hers to take."""

    shifts: tuple[OwnShift, ...] = ()
    decides: bool = False


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One of staff on one day: what was planned, what was worked, and how long altogether.
    ``worked`` is None while a spell of that day has no end; ``is_missing``: she is planned now and not there.
    """

    person: PlannedPerson
    shifts: tuple[PlannedShift, ...]
    duty: tuple[DutySpell, ...]
    planned: timedelta
    worked: timedelta | None
    is_missing: bool = False
    is_allowed: bool = False

    @property
    def key(self) -> str:
        """What tells rows apart."""
        return self.person.staff_id


def own_today(plan: OwnPlan | None, seen: Seen, *, now: datetime) -> OwnToday:
    """Hers of the day it is; nothing where what is known is of another day."""
    if plan is None or plan.rule is PlanRule.OFF or _day(plan.now) != _day(now):
        return OwnToday()
    queues = seen.confirmed.queues
    shifts = tuple(
        OwnShift(
            each.starts_at,
            each.ends_at,
            tuple(queue.name for queue in queues.values() if queue.queue_id in each.queue_ids),
            each.place,
        )
        for each in plan.shifts
    )
    is_allowed = plan.allowed_until is not None and now < plan.allowed_until
    return OwnToday(shifts, plan.rule is PlanRule.DECIDES and not is_allowed)


def planned_queues(plan: OwnPlan | None, seen: Seen, *, now: datetime) -> frozenset[QueueId] | None:
    """The queues of her shift that goes on or comes next, to begin with; None where none is left today."""
    if plan is None or plan.rule is PlanRule.OFF or _day(plan.now) != _day(now):
        return None
    left = [each for each in plan.shifts if now < each.ends_at]
    if not left:
        return None
    every = frozenset(seen.confirmed.queues)
    return (left[0].queue_ids & every) or every


def plan_lines(day: PlannedDay, *, now: datetime) -> tuple[PlanLine, ...]:
    """Everybody of that day: who is planned or worked first, in the order of the backend's names."""
    lines = [_line(each, day, now) for each in day.people]
    return tuple(sorted(lines, key=lambda line: not (line.shifts or line.duty)))


def line_of(day: PlannedDay, staff_id: StaffId, *, now: datetime) -> PlanLine | None:
    """The line of one person, if she is on that day's list."""
    return next((each for each in plan_lines(day, now=now) if each.person.staff_id == staff_id), None)


def at_wall(day: datetime, minutes: int) -> datetime:
    """The moment at which the wall in Finland shows ``minutes`` after midnight of that day, 0–1440."""
    midnight = day.astimezone(_HELSINKI).replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    days, rest = divmod(minutes, 1440)
    return (midnight + timedelta(days=days)).replace(hour=rest // 60, minute=rest % 60)


def _line(person: PlannedPerson, day: PlannedDay, now: datetime) -> PlanLine:
    planned = sum((each.ends_at - each.starts_at for each in person.shifts), timedelta())
    ended = [each.ended_at - each.began_at for each in person.duty if each.ended_at is not None]
    is_on = any(each.ended_at is None for each in person.duty)
    should_be_on = any(each.starts_at <= now < each.ends_at for each in person.shifts)
    return PlanLine(
        person=person,
        shifts=person.shifts,
        duty=person.duty,
        planned=planned,
        worked=None if is_on else sum(ended, timedelta()),
        is_missing=should_be_on and not is_on,
        is_allowed=person.allowed_until is not None and now < person.allowed_until,
    )


def _day(at: datetime) -> object:
    return at.astimezone(_HELSINKI).date()
