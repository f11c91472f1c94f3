"""Shifts as rows: what somebody of staff says of her own work, one row each, and the queues of her shift."""

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.presence import AT_FIRST, Presence
from server_stub.helpline.shift import Shift
from server_stub.records import tables

KEPT_STATES = ("held", "ended")
"""In which a conversation is still its holder's: who holds one does not end her shift."""

_CONVERSATION = tuple(tables.conversations.c[name] for name in Conversation._fields)
_COLUMNS = tuple(tables.shifts.c[name] for name in Shift._fields if name != "queue_ids")


def find(connection: Connection, staff_id: str) -> Shift:
    """Hers, as it is now; the one everybody begins with where she has never said anything."""
    row = connection.execute(select(*_COLUMNS).where(tables.shifts.c.staff_id == staff_id)).one_or_none()
    return Shift(staff_id) if row is None else Shift(*row)._replace(queue_ids=_queues(connection, staff_id))


def found_for_change(connection: Connection, staff_id: str) -> Shift:
    """Hers, locked: no other process changes it before this transaction ends."""
    # Two processes may come with the same first row at once; both dialects spell this alike.
    spelt = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    connection.execute(spelt(tables.shifts).values(**_values(Shift(staff_id))).on_conflict_do_nothing())
    row = connection.execute(
        select(*_COLUMNS).where(tables.shifts.c.staff_id == staff_id).with_for_update()
    ).one()
    return Shift(*row)._replace(queue_ids=_queues(connection, staff_id))


def keep(connection: Connection, shift: Shift) -> None:
    """Write it as it is now."""
    mine = tables.shift_queues.c.staff_id == shift.staff_id
    connection.execute(
        update(tables.shifts).where(tables.shifts.c.staff_id == shift.staff_id).values(**_values(shift))
    )
    connection.execute(delete(tables.shift_queues).where(mine))
    rows = [{"staff_id": shift.staff_id, "queue_id": queue_id} for queue_id in sorted(shift.queue_ids)]
    if rows:
        connection.execute(insert(tables.shift_queues), rows)


def said(connection: Connection, staff_id: str) -> Presence:
    """What she says of herself."""
    found = connection.execute(
        select(tables.shifts.c.presence).where(tables.shifts.c.staff_id == staff_id)
    ).scalar_one_or_none()
    return Presence(found) if found is not None else AT_FIRST


def offered_to(connection: Connection, staff_id: str) -> tuple[Conversation, ...]:
    """What is offered to her and not answered."""
    offered = tables.conversations.c
    rows = connection.execute(
        select(*_CONVERSATION).where(offered.state == "held", offered.offered_to_id == staff_id)
    )
    return tuple(Conversation(*row) for row in rows)


def helped_by(connection: Connection, staff_id: str) -> tuple[Conversation, ...]:
    """Where she has said that she comes."""
    called = tables.conversations.c
    rows = connection.execute(
        select(*_CONVERSATION).where(called.state == "held", called.helper_id == staff_id)
    )
    return tuple(Conversation(*row) for row in rows)


def held(connection: Connection, staff_id: str) -> frozenset[str]:
    """The conversations she holds, ended ones that wait to be closed too."""
    conversations = tables.conversations.c
    mine = (conversations.holder_id == staff_id) & conversations.state.in_(KEPT_STATES)
    return frozenset(connection.execute(select(conversations.conversation_id).where(mine)).scalars())


def callbacks_held(connection: Connection, staff_id: str) -> tuple[str, ...]:
    """The callback requests she holds."""
    callbacks = tables.callbacks.c
    mine = (callbacks.holder_id == staff_id) & (callbacks.state == "claimed")
    return tuple(connection.execute(select(callbacks.callback_id).where(mine)).scalars())


def _queues(connection: Connection, staff_id: str) -> frozenset[str]:
    queues = tables.shift_queues.c
    return frozenset(connection.execute(select(queues.queue_id).where(queues.staff_id == staff_id)).scalars())


def _values(shift: Shift) -> dict[str, object]:
    values = shift._asdict()
    del values["queue_ids"]
    return values
