"""Opening SQLCipher: a keyed file or memory, durable, one connection, transactions begun explicitly.

Every connection is used from the store's one thread only.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

# sqlite.org: the WAL-reset race, which can damage a file, is fixed from here on.
OLDEST_SQLITE = (3, 51, 3)
KEY_BYTES = 32


class Cursor(Protocol):
    """The little of a driver's cursor that is used here."""

    def fetchall(self) -> list[tuple[object, ...]]:
        """All rows."""


class RawConnection(Protocol):
    """The little of the driver's connection that is used here."""

    def execute(self, sql: str) -> Cursor:
        """Run one statement."""

    def close(self) -> None:
        """Close it."""


class LibraryTooOld(Exception):
    """The SQLite inside the program may damage a file; none is opened. A fault of packaging."""


def check_library(version: tuple[int, ...] = tuple(sqlcipher3.sqlite_version_info)) -> None:
    """Raise `LibraryTooOld` when this SQLite has the WAL-reset fault."""
    if version < OLDEST_SQLITE:
        raise LibraryTooOld(".".join(str(part) for part in version))


def connect_file(path: Path, key: bytes) -> RawConnection:
    """One keyed connection that no other process shares.

    Raises the driver's errors as they are; `opening` says what they mean.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key is {KEY_BYTES} bytes")
    raw: RawConnection = sqlcipher3.connect(
        str(path), isolation_level=None, check_same_thread=False, timeout=0.0
    )
    try:
        raw.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        # Silence is not swallowing: whatever it would print is raised as an error as well.
        raw.execute("PRAGMA cipher_log_level=NONE")
        # One process holds the file, so the same outbox is never sent by two.
        raw.execute("PRAGMA locking_mode=EXCLUSIVE")
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("PRAGMA secure_delete=ON")
        raw.execute("PRAGMA temp_store=MEMORY")
    except BaseException:
        raw.close()
        raise
    return raw


def connect_memory() -> RawConnection:
    """A database that is gone with the process."""
    raw: RawConnection = sqlcipher3.connect(":memory:", isolation_level=None, check_same_thread=False)
    raw.execute("PRAGMA temp_store=MEMORY")
    return raw


def engine_on(connect: Callable[[], RawConnection]) -> Engine:
    """SQLAlchemy over one connection, made at first use."""
    engine = create_engine("sqlite://", creator=connect, module=sqlcipher3, poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
