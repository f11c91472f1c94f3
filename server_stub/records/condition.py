"""Whether the database is well: readiness for writing, and a thorough look for `check`."""

from typing import Final

import psycopg
import sqlcipher3
from sqlalchemy import Connection, insert, text, update
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from server_stub.helpline.values import Millis
from server_stub.records.tables import meta

_READY = "ready_at"

FAILURES: Final = (SQLAlchemyError, sqlcipher3.Error, psycopg.Error)
"""Whatever a database may fail with, for whoever has no database at hand to ask."""


def note_ready(connection: Connection, *, now: Millis) -> None:
    """Write something, so that a full disk or a read-only database is noticed."""
    changed = connection.execute(update(meta).where(meta.c.name == _READY).values(value=str(now)))
    if changed.rowcount == 0:
        connection.execute(insert(meta).values(name=_READY, value=str(now)))


def damages(connection: Connection) -> tuple[str, ...]:
    """Every damage the database itself finds; nothing on PostgreSQL, which has tools of its own."""
    if connection.dialect.name == "postgresql":
        return ()
    # SQLCipher names the pages whose seal is broken, SQLite what does not hold together.
    found = [
        *_said(connection, "PRAGMA cipher_integrity_check"),
        *_said(connection, "PRAGMA integrity_check"),
    ]
    found += [f"rows point at nothing: {line}" for line in _said(connection, "PRAGMA foreign_key_check")]
    return tuple(line for line in found if line != "ok")


def _said(connection: Connection, pragma: str) -> list[str]:
    try:
        return [" ".join(map(str, row)) for row in connection.execute(text(pragma))]
    except DBAPIError as error:
        return [f"it could not be read to the end ({error.orig}); restore the last backup"]


def library_version(connection: Connection) -> str:
    """What the database calls itself."""
    ask = "SELECT version()" if connection.dialect.name == "postgresql" else "SELECT sqlite_version()"
    return str(connection.execute(text(ask)).scalar_one())
