"""Planning: what is planned for her today, and for a supervisor a day of everybody's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from app.domain.commands import Command
from app.domain.ids import CommandId, QueueId, StaffId
from app.domain.planned_shift import (
    AllowOutsidePlan,
    OwnPlan,
    Place,
    PlannedDay,
    PlannedShift,
    PlanShift,
    RemovePlannedShift,
)
from app.domain.problems import Problem, ProblemCode
from app.ports import Chance, Gate, LineTrouble

_ID_BITS = 128


class Planning:
    """One slice of the desk: it asks the backend, and keeps nothing."""

    def __init__(
        self, gate: Gate, chance: Chance, *, submit: Callable[[Command], CommandId | Problem]
    ) -> None:
        self._gate = gate
        self._chance = chance
        self._submit = submit

    async def own(self) -> OwnPlan | Problem:
        """What is planned for her today; a Problem when the line is away."""
        try:
            return await self._gate.own_plan()
        except LineTrouble:
            return Problem(ProblemCode.NOT_LIVE)

    async def day(self, day: date) -> PlannedDay | Problem:
        """A day of everybody who answers customers; a Problem when the line is away."""
        try:
            return await self._gate.planned_day(day)
        except LineTrouble:
            return Problem(ProblemCode.NOT_LIVE)

    def plan(
        self,
        staff_id: StaffId,
        starts_at: datetime,
        ends_at: datetime,
        *,
        queue_ids: frozenset[QueueId] = frozenset(),
        place: Place | None = None,
    ) -> CommandId | Problem:
        """Plan a shift; the Problem says why it cannot be."""
        planned_id = f"{self._chance.getrandbits(_ID_BITS):032x}"
        shift = PlannedShift(planned_id, staff_id, starts_at, ends_at, queue_ids, place)
        return self._submit(PlanShift(shift))

    def remove(self, planned_id: str) -> CommandId | Problem:
        """Take a planned shift away."""
        return self._submit(RemovePlannedShift(planned_id))

    def allow(self, staff_id: StaffId) -> CommandId | Problem:
        """Let her take customers until the day ends, whatever is planned."""
        return self._submit(AllowOutsidePlan(staff_id))
