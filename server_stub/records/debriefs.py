"""What supervisors are told of problem situations that are over: who was in one, whether to talk of it."""

from sqlalchemy import Connection, delete, select

from server_stub.helpline.problem_values import Debrief
from server_stub.helpline.values import Millis
from server_stub.records import tables

TOLD_FOR_MS = 14 * 86_400_000
"""How long one is told of: long enough for a holiday week, and no list of who once had it hard."""


def keep(connection: Connection, debrief: Debrief) -> None:
    """Write one, in the transaction of its fact."""
    connection.execute(tables.debriefs.insert().values(**debrief._asdict()))


def told(connection: Connection, *, now: Millis) -> tuple[Debrief, ...]:
    """Those of the last two weeks, the oldest first."""
    columns = tables.debriefs.c
    asked = (
        select(*(columns[name] for name in Debrief._fields))
        .where(columns.ended_at >= now - TOLD_FOR_MS)
        .order_by(columns.ended_at, columns.row)
    )
    return tuple(Debrief(*row) for row in connection.execute(asked))


def forget(connection: Connection, *, now: Millis) -> None:
    """Let go of those nobody is told of any more."""
    connection.execute(delete(tables.debriefs).where(tables.debriefs.c.ended_at < now - TOLD_FOR_MS))
