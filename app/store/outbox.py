"""The outbox as rows: commands not yet retired, with the very bytes that are sent."""

from collections.abc import Callable, Iterable

from sqlalchemy import Connection, delete, insert, select, update

from app.domain.commands import Command
from app.domain.ids import CommandId
from app.domain.moment import Moment
from app.domain.pending import Pending, Stage
from app.store.tables import outbox
from app.store.times import from_microseconds, to_microseconds

Decode = Callable[[bytes], tuple[CommandId, Command] | None]


def all_rows(connection: Connection, decode: Decode) -> tuple[Pending, ...]:
    """Every row in the order of sending; yesterday's reading of the clock that never jumps is 0.0.

    A row that ``decode`` cannot read (None) stays in the file for a Vuoro that can.
    """
    readable = (
        (row, decoded)
        for row in connection.execute(select(outbox).order_by(outbox.c.place))
        if (decoded := decode(row.body)) is not None
    )
    return tuple(
        Pending(
            command_id=CommandId(row.command_id),
            command=command,
            stage=Stage(row.stage),
            submitted=Moment(from_microseconds(row.submitted_at), 0.0),
            staged=Moment(from_microseconds(row.staged_at), 0.0),
            has_been_in_flight=row.has_been_in_flight,
            tries=row.tries,
            accepted_cursor=row.accepted_cursor,
        )
        for row, (_, command) in readable
    )


def add_row(connection: Connection, row: Pending, body: bytes) -> None:
    """Put it last."""
    connection.execute(
        insert(outbox).values(
            command_id=row.command_id,
            body=body,
            submitted_at=to_microseconds(row.submitted.at),
            **_staged(row),
        )
    )


def body_of(connection: Connection, command_id: CommandId) -> bytes:
    """The bytes to send. Raises KeyError."""
    body = connection.execute(
        select(outbox.c.body).where(outbox.c.command_id == command_id)
    ).scalar_one_or_none()
    if not isinstance(body, bytes):
        raise KeyError(command_id)
    return body


def restage(connection: Connection, row: Pending) -> None:
    """Keep how far it has come; an unknown id is no error (its fact was quicker)."""
    connection.execute(update(outbox).where(outbox.c.command_id == row.command_id).values(**_staged(row)))


def retire(connection: Connection, command_ids: Iterable[CommandId]) -> None:
    """Forget the rows; unknown ids are no error."""
    connection.execute(delete(outbox).where(outbox.c.command_id.in_(tuple(command_ids))))


def _staged(row: Pending) -> dict[str, str | int | bool | None]:
    return {
        "stage": row.stage.value,
        "staged_at": to_microseconds(row.staged.at),
        "has_been_in_flight": row.has_been_in_flight,
        "tries": row.tries,
        "accepted_cursor": row.accepted_cursor,
    }
