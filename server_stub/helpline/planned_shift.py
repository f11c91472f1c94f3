"""planned_shift: What was planned of somebody's work, and whether it decides what she may take (R083). Pure.

| rule | a waiting chat, outside what is planned for her |
|---|---|
| `decides` | is not hers to take, until a supervisor allows it; a queue nobody is planned for today is open |
| `informs` | is hers to take: the plan is shown, and compared with what was done |
| `off` | is hers to take, and no plan is shown |

Only a chat that waits is decided over. Whatever has a promise of its own (callback requests, consultations,
non-urgent messages), what a colleague offers her, and what she holds already are hers at any time.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Literal, NamedTuple

from server_stub.helpline.calling_time import moment
from server_stub.helpline.hours import HELSINKI, MIDNIGHT
from server_stub.helpline.values import Millis, Problem

PlannedShiftsRule = Literal["decides", "informs", "off"]
RULES: Final[tuple[PlannedShiftsRule, ...]] = ("informs", "decides", "off")
"""The first is the rule where the service model says nothing."""
Place = Literal["home", "office"]
PLACES: Final[tuple[Place, ...]] = ("home", "office")
MOST_PLANNED_AHEAD_DAYS: Final = 400
"""Further ahead nobody plans: a day like that is a slip of the pen."""


class PlannedShift(NamedTuple):
    """One stretch of one person's work on one Finnish day, `starts_at` ≤ t < `ends_at`.

    No `queue_ids` means her own: those she may serve when it comes to it.
    """

    planned_id: str
    staff_id: str
    starts_at: Millis
    ends_at: Millis
    queue_ids: frozenset[str] = frozenset()
    place: str | None = None

    def is_for(self, queue_id: str) -> bool:
        """Whether that queue is in it, for somebody who may serve the queue."""
        return not self.queue_ids or queue_id in self.queue_ids

    def is_on(self, now: Millis) -> bool:
        """Whether it goes on at that moment."""
        return self.starts_at <= now < self.ends_at


class Plan(NamedTuple):
    """What a claim looks at. `hers` is what is planned for her today, `is_queue_planned` whether anybody who
    may serve the queue is planned for it today, `allowed_until` how far a supervisor has let her.
    """

    rule: PlannedShiftsRule = "informs"
    hers: tuple[PlannedShift, ...] = ()
    is_queue_planned: bool = False
    allowed_until: Millis = 0


NO_PLAN: Final = Plan()


def outside(plan: Plan, queue_id: str, *, now: Millis) -> Problem | None:
    """Why a chat that waits in the queue is not hers to take, or None.

    `outside_planned_shift` carries her planned time in that queue, the next of today or else the last
    (RFC 3339, UTC; None where nothing is planned for her there today).
    """
    if plan.rule != "decides" or not plan.is_queue_planned or now < plan.allowed_until:
        return None
    there = sorted((each.starts_at, each.ends_at) for each in plan.hers if each.is_for(queue_id))
    if any(starts_at <= now < ends_at for starts_at, ends_at in there):
        return None
    next_ones = [each for each in there if each[0] > now]
    near = next_ones[0] if next_ones else there[-1] if there else None
    return Problem(
        "outside_planned_shift",
        {
            "planned_from": _stamp(near[0]) if near else None,
            "planned_until": _stamp(near[1]) if near else None,
        },
    )


def is_planned_for(
    queue_id: str, plan: Iterable[PlannedShift], entitled: Mapping[str, AbstractSet[str]]
) -> bool:
    """Whether anybody is planned for the queue. `entitled`: the queues of each who may serve any."""
    return any(each.is_for(queue_id) and queue_id in entitled.get(each.staff_id, ()) for each in plan)


def day_of(now: Millis) -> tuple[Millis, Millis]:
    """From the midnight the Finnish day began with to the one it ends with."""
    return day_between(moment(now).date())


def day_between(day: date) -> tuple[Millis, Millis]:
    """From its midnight to the next one, by the wall in Finland."""
    return at_wall(day, 0), at_wall(day, MIDNIGHT)


def at_wall(day: date, minutes: int) -> Millis:
    """The moment at which the clock on a wall in Finland shows `minutes` after midnight, 0–1440."""
    days, rest = divmod(minutes, MIDNIGHT)
    wall = datetime.combine(day + timedelta(days=days), time(rest // 60, rest % 60), tzinfo=HELSINKI)
    return round(wall.timestamp() * 1000)


def overlapping(plan: Iterable[PlannedShift], shift: PlannedShift) -> bool:
    """Whether she is planned for some of that time already, other than by the same planned shift."""
    return any(
        each.staff_id == shift.staff_id
        and each.planned_id != shift.planned_id
        and each.starts_at < shift.ends_at
        and shift.starts_at < each.ends_at
        for each in plan
    )


def _stamp(at: Millis) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds")[:-6] + "Z"
