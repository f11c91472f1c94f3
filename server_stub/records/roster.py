"""roster: Who of staff is there, with presence, load and queues: read in one place for all who ask."""

from typing import Final

from sqlalchemy import Connection, func, select

from server_stub.helpline.conversation_values import Channel
from server_stub.helpline.presence import AT_FIRST, AWAY_AFTER_MS, Colleague, Presence, presence_at
from server_stub.helpline.values import Millis
from server_stub.records import tables
from server_stub.records.group import LOAD_STATE
from server_stub.records.shifts import KEPT_STATES

LISTED_FOR_MS: Final = 600_000
"""How long somebody whose stream is gone is still listed, as away: as long as her conversations stay hers."""


def roster(connection: Connection, *, now: Millis) -> tuple[Colleague, ...]:
    """Everybody who was seen lately, by name."""
    staff, leases, shifts = tables.staff.c, tables.leases.c, tables.shifts.c
    conversations, queues = tables.conversations.c, tables.staff_queues.c
    held = (
        select(func.count())
        .select_from(tables.conversations)
        .where(
            conversations.holder_id == staff.staff_id,
            conversations.state == LOAD_STATE,
            conversations.channel == Channel.CHAT,
        )
        .scalar_subquery()
    )
    occupied = (
        select(func.count())
        .select_from(tables.conversations)
        .where(
            conversations.holder_id == staff.staff_id,
            conversations.state.in_(KEPT_STATES),
            conversations.problem_began_at.is_not(None),
        )
        .scalar_subquery()
    )
    asked = (
        select(
            staff.row,
            staff.staff_id,
            staff.display_name,
            staff.capacity,
            held.label("load"),
            occupied.label("occupied"),
            leases.renewed_at,
            shifts.presence,
            shifts.presence_since,
            shifts.began_at,
        )
        .select_from(tables.staff)
        .join(tables.leases, leases.address == "s:" + staff.staff_id)
        .outerjoin(tables.shifts, shifts.staff_id == staff.staff_id)
        .where(leases.renewed_at >= now - LISTED_FOR_MS, staff.is_disabled.is_(False))
        .order_by(staff.display_name, staff.row)
    )
    rows = connection.execute(asked).all()
    served: dict[int, set[str]] = {row.row: set() for row in rows}
    for staff_row, served_id in connection.execute(
        select(queues.staff, queues.queue_id).where(queues.staff.in_(tuple(served)))
    ):
        served[staff_row].add(served_id)
    chosen: dict[str, set[str]] = {row.staff_id: set() for row in rows if row.began_at is not None}
    for staff_id, chosen_id in connection.execute(
        select(tables.shift_queues).where(tables.shift_queues.c.staff_id.in_(tuple(chosen)))
    ):
        chosen[staff_id].add(chosen_id)
    return tuple(
        Colleague(
            staff_id=row.staff_id,
            display_name=row.display_name,
            presence=presence_at(now, Presence(row.presence or AT_FIRST), seen_at=row.renewed_at),
            load=row.load,
            is_occupied=row.occupied > 0,
            capacity=row.capacity,
            queues=frozenset(served[row.row] & chosen.get(row.staff_id, served[row.row])),
            since=row.presence_since if row.renewed_at >= now - AWAY_AFTER_MS else row.renewed_at,
        )
        for row in rows
    )
