"""Shifts as rows: what somebody of staff says of her own work, one row each."""

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from server_stub.helpline.presence import AT_FIRST, Presence
from server_stub.helpline.shift import Shift
from server_stub.records import tables

_COLUMNS = tuple(tables.shifts.c[name] for name in Shift._fields)


def find(connection: Connection, staff_id: str) -> Shift:
    """Hers, as it is now; the one everybody begins with where she has never said anything."""
    row = connection.execute(select(*_COLUMNS).where(tables.shifts.c.staff_id == staff_id)).one_or_none()
    return Shift(staff_id) if row is None else Shift(*row)


def found_for_change(connection: Connection, staff_id: str) -> Shift:
    """Hers, locked: no other process changes it before this transaction ends."""
    # Two processes may come with the same first row at once; both dialects spell this alike.
    spelt = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    fresh = Shift(staff_id)._asdict()
    connection.execute(spelt(tables.shifts).values(**fresh).on_conflict_do_nothing())
    row = connection.execute(
        select(*_COLUMNS).where(tables.shifts.c.staff_id == staff_id).with_for_update()
    ).one()
    return Shift(*row)


def keep(connection: Connection, shift: Shift) -> None:
    """Write it as it is now."""
    values = shift._asdict()
    staff_id = values.pop("staff_id")
    connection.execute(update(tables.shifts).where(tables.shifts.c.staff_id == staff_id).values(**values))


def said(connection: Connection, staff_id: str) -> Presence:
    """What she says of herself."""
    found = connection.execute(
        select(tables.shifts.c.presence).where(tables.shifts.c.staff_id == staff_id)
    ).scalar_one_or_none()
    return Presence(found) if found is not None else AT_FIRST
