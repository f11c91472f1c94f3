"""planned_shifts: What is planned: one's own of today, and for supervisors a day beside what was worked."""

from datetime import date
from urllib.parse import parse_qs

from litestar import Response, get

from server_stub.counter.in_force import InForce
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.calling_time import moment
from server_stub.helpline.planned_shift import day_of
from server_stub.helpline.roles import Action
from server_stub.helpline.values import Millis
from server_stub.ports import Clock
from server_stub.records import planned_shifts
from server_stub.records.database import Database
from server_stub.records.planned_day import PersonOnDay, planned_day
from server_stub.routes.doors import Asking, Handlers, json_answer, scope_of
from server_stub.routes.keeper import staff_of
from server_stub.routes.problem_answers import ProblemRaised, malformed
from server_stub.wire.heads import stamp, stamp_or_none
from server_stub.wire.planned_shifts import OwnPlan, PlannedDay, PlannedPerson, encode, shift_of, spells_of


class PlanReading:
    """Reads plans; each answer in one transaction."""

    def __init__(self, database: Database, in_force: InForce, clock: Clock) -> None:
        self._database = database
        self._in_force = in_force
        self._clock = clock

    async def own(self, actor: StaffActor) -> bytes:
        """`OwnPlan` of the contract."""
        now, rule = self._clock.millis(), self._in_force.now.model.planned_shifts
        shifts, allowed_until = await self._database.read(
            lambda connection: (
                planned_shifts.between(connection, *day_of(now), staff_id=actor.staff_id),
                planned_shifts.allowed_until(connection, actor.staff_id),
            )
        )
        shown = () if rule == "off" else tuple(shift_of(each) for each in shifts)
        return encode(OwnPlan(stamp(now), rule, shown, stamp_or_none(_still(allowed_until, now))))

    async def day(self, day: date | None) -> bytes:
        """`PlannedDay` of the contract; of today where no day is named."""
        now, rule = self._clock.millis(), self._in_force.now.model.planned_shifts
        named = day or moment(now).date()
        people = await self._database.read(lambda connection: planned_day(connection, named, now=now))
        return encode(
            PlannedDay(stamp(now), named.isoformat(), rule, tuple(_person(each) for each in people))
        )


def planned(plans: PlanReading) -> Handlers:
    """What staff read of the plan."""

    @get("/api/v1/staff/planned-shifts", opt={"action": Action.STAFF_OWN_PLAN})
    async def own_plan(request: Asking) -> Response[bytes]:
        return json_answer(await plans.own(staff_of(scope_of(request)).actor))

    @get("/api/v1/staff/planned-day", opt={"action": Action.STAFF_PLANNED_DAY})
    async def day_of_all(request: Asking) -> Response[bytes]:
        staff_of(scope_of(request))
        return json_answer(await plans.day(_day(request)))

    return [own_plan, day_of_all]


def _person(one: PersonOnDay) -> PlannedPerson:
    account = one.account
    return PlannedPerson(
        account.staff_id,
        account.display_name,
        tuple(sorted(account.queues)),
        tuple(shift_of(each) for each in one.shifts),
        spells_of(one.duty),
        stamp_or_none(one.allowed_until),
    )


def _day(request: Asking) -> date | None:
    values = parse_qs(request.scope["query_string"].decode("latin-1"), keep_blank_values=True).get("day", [])
    if not values:
        return None
    try:
        return date.fromisoformat(values[0])
    except ValueError:
        raise ProblemRaised(malformed("day")) from None


def _still(allowed_until: Millis, now: Millis) -> Millis | None:
    return allowed_until if allowed_until > now else None
