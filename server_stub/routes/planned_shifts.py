"""planned_shifts: What is planned: one's own of today, and for supervisors a day beside what was worked."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import parse_qs

from litestar import Response, get
from sqlalchemy import Connection

from server_stub.counter.in_force import InForce
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.calling_time import moment
from server_stub.helpline.planned_shift import day_between, day_of
from server_stub.helpline.roles import ANSWERING, Action
from server_stub.helpline.values import Millis
from server_stub.ports import Clock
from server_stub.records import planned_shifts, staff
from server_stub.records.database import Database
from server_stub.records.duty_time import duty_between
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
        people = await self._database.read(lambda connection: _people(connection, named, now))
        return encode(PlannedDay(stamp(now), named.isoformat(), rule, people))


def planned(plans: PlanReading) -> Handlers:
    """What staff read of the plan."""

    @get("/api/v1/staff/planned-shifts", opt={"action": Action.STAFF_OWN_PLAN})
    async def own_plan(request: Asking) -> Response[bytes]:
        return json_answer(await plans.own(staff_of(scope_of(request)).actor))

    @get("/api/v1/staff/planned-day", opt={"action": Action.STAFF_PLANNED_DAY})
    async def planned_day(request: Asking) -> Response[bytes]:
        staff_of(scope_of(request))
        return json_answer(await plans.day(_day(request)))

    return [own_plan, planned_day]


def _people(connection: Connection, day: date, now: Millis) -> tuple[PlannedPerson, ...]:
    """Everybody who can be planned, and whoever was planned or worked that day, by name."""
    since, until = day_between(day)
    shifts = planned_shifts.between(connection, since, until)
    duty = duty_between(connection, since, until)
    allowed: Mapping[str, Millis] = planned_shifts.allowances(connection, now=now)
    were_there = {each.staff_id for each in shifts} | {each.staff_id for each in duty}
    return tuple(
        PlannedPerson(
            account.staff_id,
            account.display_name,
            tuple(sorted(account.queues)),
            tuple(shift_of(each) for each in shifts if each.staff_id == account.staff_id),
            spells_of(each for each in duty if each.staff_id == account.staff_id),
            stamp_or_none(allowed.get(account.staff_id)),
        )
        for account in sorted(staff.every(connection), key=lambda each: (each.display_name, each.row))
        if account.staff_id in were_there
        or (not account.is_disabled and account.queues and account.roles & ANSWERING)
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
