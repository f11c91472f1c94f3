"""Planned shifts as rows: read by day, written one by one or as a file has them (R083)."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from server_stub.helpline.planned_shift import Plan, PlannedShift, PlannedShiftsRule, day_of, is_planned_for
from server_stub.helpline.roles import ANSWERING
from server_stub.helpline.values import Millis
from server_stub.records import tables


def between(
    connection: Connection, since: Millis, until: Millis, *, staff_id: str | None = None
) -> tuple[PlannedShift, ...]:
    """Those that start from `since` until before `until`, by start; of one person where she is named."""
    planned = tables.planned_shifts.c
    asked = select(planned.planned_id, planned.staff_id, planned.starts_at, planned.ends_at, planned.place)
    asked = asked.where(planned.starts_at >= since, planned.starts_at < until)
    if staff_id is not None:
        asked = asked.where(planned.staff_id == staff_id)
    rows = connection.execute(asked.order_by(planned.starts_at, planned.staff_id, planned.planned_id)).all()
    queues: dict[str, set[str]] = {row.planned_id: set() for row in rows}
    named = tables.planned_shift_queues.c
    for planned_id, queue_id in connection.execute(
        select(named.planned_id, named.queue_id)
        .join_from(tables.planned_shift_queues, tables.planned_shifts)
        .where(planned.starts_at >= since, planned.starts_at < until)
    ):
        if planned_id in queues:
            queues[planned_id].add(queue_id)
    return tuple(
        PlannedShift(
            row.planned_id,
            row.staff_id,
            row.starts_at,
            row.ends_at,
            frozenset(queues[row.planned_id]),
            row.place,
        )
        for row in rows
    )


def plan_of(
    connection: Connection, staff_id: str, queue_id: str, rule: PlannedShiftsRule, *, now: Millis
) -> Plan:
    """What a claim of hers from that queue looks at."""
    today = between(connection, *day_of(now))
    hers = tuple(each for each in today if each.staff_id == staff_id)
    is_planned = is_planned_for(
        queue_id, today, entitled_among(connection, {each.staff_id for each in today})
    )
    return Plan(rule, hers, is_planned, allowed_until(connection, staff_id))


def entitled_among(connection: Connection, staff_ids: Iterable[str]) -> dict[str, set[str]]:
    """The queues each of them may serve, of those whose account is open and who take chats."""
    staff, queues = tables.staff.c, tables.staff_queues.c
    found: dict[str, set[str]] = {}
    for staff_id, queue_id in connection.execute(
        select(staff.staff_id, queues.queue_id)
        .join_from(tables.staff, tables.staff_queues, queues.staff == staff.row)
        .where(staff.staff_id.in_(sorted(staff_ids)), staff.is_disabled.is_(False), staff.capacity > 0)
    ):
        found.setdefault(staff_id, set()).add(queue_id)
    return found


def serves(connection: Connection, staff_id: str) -> frozenset[str] | None:
    """The queues she may serve, her row locked; None where nobody of that id answers customers."""
    staff, roles, queues = tables.staff.c, tables.staff_roles.c, tables.staff_queues.c
    row = connection.execute(
        select(staff.row).where(staff.staff_id == staff_id, staff.is_disabled.is_(False)).with_for_update()
    ).scalar_one_or_none()
    if row is None:
        return None
    has = connection.execute(select(roles.role).where(roles.staff == row)).scalars()
    if ANSWERING.isdisjoint(has):
        return None
    return frozenset(connection.execute(select(queues.queue_id).where(queues.staff == row)).scalars())


def find(connection: Connection, planned_id: str) -> PlannedShift | None:
    """The one of that id."""
    planned = tables.planned_shifts.c
    row = connection.execute(
        select(planned.staff_id, planned.starts_at).where(planned.planned_id == planned_id)
    ).one_or_none()
    if row is None:
        return None
    same_time = between(connection, row.starts_at, row.starts_at + 1, staff_id=row.staff_id)
    return next((each for each in same_time if each.planned_id == planned_id), None)


def keep(connection: Connection, shift: PlannedShift) -> None:
    """Write it, in the place of what stood under its id."""
    remove(connection, shift.planned_id)
    connection.execute(
        insert(tables.planned_shifts).values(
            planned_id=shift.planned_id,
            staff_id=shift.staff_id,
            starts_at=shift.starts_at,
            ends_at=shift.ends_at,
            place=shift.place,
        )
    )
    rows = [{"planned_id": shift.planned_id, "queue_id": queue_id} for queue_id in sorted(shift.queue_ids)]
    if rows:
        connection.execute(insert(tables.planned_shift_queues), rows)


def remove(connection: Connection, planned_id: str) -> None:
    """Take one away."""
    named = tables.planned_shift_queues.c
    connection.execute(delete(tables.planned_shift_queues).where(named.planned_id == planned_id))
    connection.execute(delete(tables.planned_shifts).where(tables.planned_shifts.c.planned_id == planned_id))


def replace_days(connection: Connection, shifts: Iterable[PlannedShift]) -> int:
    """Write them; what stood for the same people on the same days goes, so that a file may be brought in
    again. How many went.
    """
    new = tuple(shifts)
    gone = 0
    for staff_id, (since, until) in {(each.staff_id, day_of(each.starts_at)) for each in new}:
        for before in between(connection, since, until, staff_id=staff_id):
            remove(connection, before.planned_id)
            gone += 1
    for each in new:
        keep(connection, each)
    return gone


def allowed_until(connection: Connection, staff_id: str) -> Millis:
    """Until when a supervisor has let her take customers beside what is planned; 0 where nobody has."""
    allowances = tables.shift_allowances.c
    found = connection.execute(
        select(allowances.allowed_until).where(allowances.staff_id == staff_id)
    ).scalar_one_or_none()
    return found or 0


def allowances(connection: Connection, *, now: Millis) -> dict[str, Millis]:
    """Until when those are let who are let now, by who they are."""
    each = tables.shift_allowances.c
    rows = connection.execute(select(each.staff_id, each.allowed_until).where(each.allowed_until > now))
    return {staff_id: until for staff_id, until in rows}


def allow(connection: Connection, staff_id: str, *, until: Millis, by: str, now: Millis) -> None:
    """She may take customers until then, whatever is planned."""
    allowances_of = tables.shift_allowances
    connection.execute(delete(allowances_of).where(allowances_of.c.staff_id == staff_id))
    connection.execute(
        insert(allowances_of).values(staff_id=staff_id, allowed_until=until, allowed_by=by, allowed_at=now)
    )
