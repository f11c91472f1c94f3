"""Dialled calls as rows: what she has not said yet what came of. No number is ever here, only the request."""

from sqlalchemy import Connection, delete, insert, select

from app.domain.dialled import Dialled
from app.domain.ids import CallbackId
from app.store.tables import calls
from app.store.times import from_microseconds, to_microseconds


def all_calls(connection: Connection) -> tuple[Dialled, ...]:
    """Every call, in the order of dialling."""
    rows = connection.execute(select(calls).order_by(calls.c.dialled_at, calls.c.callback_id))
    return tuple(
        Dialled(CallbackId(row.callback_id), row.responsibility_version, from_microseconds(row.dialled_at))
        for row in rows
    )


def keep_call(connection: Connection, dialled: Dialled) -> None:
    """Keep it in place of the request's earlier one."""
    forget_call(connection, dialled.callback_id)
    connection.execute(
        insert(calls).values(
            callback_id=dialled.callback_id,
            responsibility_version=dialled.responsibility_version,
            dialled_at=to_microseconds(dialled.at),
        )
    )


def forget_call(connection: Connection, callback_id: CallbackId) -> None:
    """Delete it; an unknown one is no error."""
    connection.execute(delete(calls).where(calls.c.callback_id == callback_id))
