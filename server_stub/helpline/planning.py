"""planning: A supervisor plans a shift, takes one away, or lets somebody work besides (R083).

| command | refused |
|---|---|
| `PlanShift` | for who answers nobody; in a queue she does not serve; at no time; twice at once |
| `RemovePlannedShift` | where there is none |
| `AllowOutsidePlan` | for who answers nobody |

The same again changes nothing: a planned shift has its id from whoever plans it.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple, assert_never

from server_stub.helpline.calling_time import DAY_MS
from server_stub.helpline.planned_shift import MOST_PLANNED_AHEAD_DAYS, PlannedShift, day_of, overlapping
from server_stub.helpline.values import Millis, Problem


@dataclass(frozen=True, slots=True)
class PlanShift:
    """Plan it, or plan what stands under its id anew."""

    shift: PlannedShift


@dataclass(frozen=True, slots=True)
class RemovePlannedShift:
    """Take one away."""

    planned_id: str


@dataclass(frozen=True, slots=True)
class AllowOutsidePlan:
    """Let her take customers until the day ends, whatever is planned."""

    staff_id: str


PlanningCommand = PlanShift | RemovePlannedShift | AllowOutsidePlan


class PlanningSituation(NamedTuple):
    """What a decision may depend on. `serves`: the queues she may serve whom it is about, None where nobody
    of that id answers customers; `hers`: what is planned for her on that day; `found`: what stands under the
    id it names.
    """

    now: Millis
    serves: AbstractSet[str] | None = None
    hers: tuple[PlannedShift, ...] = ()
    found: PlannedShift | None = None


def refused(situation: PlanningSituation, command: PlanningCommand) -> Problem | None:
    """Why not, or None."""
    match command:
        case PlanShift(shift):
            return _cannot_plan(situation, shift)
        case RemovePlannedShift():
            return None if situation.found is not None else Problem("not_found")
        case AllowOutsidePlan():
            return None if situation.serves is not None else Problem("unknown_professional")
        case _:
            assert_never(command)


def _cannot_plan(situation: PlanningSituation, shift: PlannedShift) -> Problem | None:
    if situation.serves is None:
        return Problem("unknown_professional")
    if situation.found is not None and situation.found.staff_id != shift.staff_id:
        return Problem("not_found")
    if not shift.queue_ids <= situation.serves:
        return Problem("unknown_queue")
    _, midnight = day_of(shift.starts_at)
    is_far = abs(shift.starts_at - situation.now) > MOST_PLANNED_AHEAD_DAYS * DAY_MS
    if is_far or not shift.starts_at < shift.ends_at <= midnight:
        return Problem("planned_time_unfit")
    return Problem("planned_already") if overlapping(situation.hers, shift) else None
