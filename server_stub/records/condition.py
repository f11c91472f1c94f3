"""Whether the database is well: readiness for writing, and a thorough look for `check`."""

from sqlalchemy import Connection, insert, text, update

from server_stub.helpline.values import Millis
from server_stub.records.tables import meta

_READY = "ready_at"


def note_ready(connection: Connection, *, now: Millis) -> None:
    """Write something, so that a full disk or a read-only database is noticed."""
    changed = connection.execute(update(meta).where(meta.c.name == _READY).values(value=str(now)))
    if changed.rowcount == 0:
        connection.execute(insert(meta).values(name=_READY, value=str(now)))


def damages(connection: Connection) -> tuple[str, ...]:
    """Every damage the database itself finds; nothing on PostgreSQL, which has tools of its own."""
    if connection.dialect.name == "postgresql":
        return ()
    found: list[str] = []
    # SQLCipher names the pages whose seal is broken, SQLite the tables that do not hold together.
    found += [str(row[0]) for row in connection.execute(text("PRAGMA cipher_integrity_check"))]
    found += [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check")) if row[0] != "ok"]
    found += [
        f"a row of {row[0]} points at nothing in {row[2]}"
        for row in connection.execute(text("PRAGMA foreign_key_check"))
    ]
    return tuple(found)


def library_version(connection: Connection) -> str:
    """What the database calls itself."""
    ask = "SELECT version()" if connection.dialect.name == "postgresql" else "SELECT sqlite_version()"
    return str(connection.execute(text(ask)).scalar_one())
