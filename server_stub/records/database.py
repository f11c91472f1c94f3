"""Opening the database: SQLCipher by default, PostgreSQL by the same code; readers and the one writer.

Raises `DatabaseRefused` with a sentence for a person when the file, the key or the
library cannot be used.
"""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import psycopg
import sqlcipher3
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

T = TypeVar("T")

# On young tables prepared statements settle on scans and get slower each second; every
# statement here goes by an index (spine: four times the latency without this).
_PLANS = (
    "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off "
    "-c plan_cache_mode=force_generic_plan"
)

READERS = 4
_BUSY_MS = 10_000
# sqlite.org: the WAL-reset race is fixed from here on.
OLDEST_SQLITE = (3, 51, 3)


class DatabaseRefused(Exception):
    """The database cannot be used; the message is a sentence for whoever runs the backend."""


@dataclass(frozen=True, slots=True)
class SqliteFile:
    """An encrypted file and its raw 32-byte key."""

    path: Path
    key: bytes


@dataclass(frozen=True, slots=True)
class PostgresUrl:
    """A PostgreSQL database, `postgresql://…`."""

    url: str


Place = SqliteFile | PostgresUrl


def open_engine(place: Place) -> Engine:
    """An engine whose connections are keyed, durable and begin their transactions explicitly.

    Raises `DatabaseRefused` when the file cannot be opened with this key, or the library is too old.
    """
    match place:
        case SqliteFile():
            return _open_sqlite(place)
        case PostgresUrl():
            return _open_postgres(place.url)


def _open_sqlite(place: SqliteFile) -> Engine:
    if sqlcipher3.sqlite_version_info < OLDEST_SQLITE:
        raise DatabaseRefused(
            f"SQLite {sqlcipher3.sqlite_version} can damage a file under load; "
            f"version {'.'.join(map(str, OLDEST_SQLITE))} or newer is needed."
        )
    if len(place.key) != 32:
        raise DatabaseRefused("The database key must be 32 bytes; nothing was opened.")
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect_sqlite(place),
        module=sqlcipher3,
        poolclass=QueuePool,
        hide_parameters=True,
        pool_size=READERS + 1,
        max_overflow=4,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # The driver itself: every group of commands begins here.
        driver_connection(connection).execute("BEGIN IMMEDIATE" if connection.info.get("writes") else "BEGIN")

    return engine


def connect_sqlite(place: SqliteFile) -> "sqlcipher3.Connection":
    """One keyed connection of the driver, WAL and synchronous=FULL."""
    try:
        raw = sqlcipher3.connect(
            str(place.path), isolation_level=None, check_same_thread=False, timeout=_BUSY_MS / 1000
        )
        raw.execute(f"PRAGMA key=\"x'{place.key.hex()}'\"")
        raw.execute("PRAGMA cipher_log_level=NONE")
        raw.execute(f"PRAGMA busy_timeout={_BUSY_MS:d}")
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("PRAGMA foreign_keys=ON")
        raw.execute("PRAGMA secure_delete=ON")
        raw.execute("PRAGMA temp_store=MEMORY")
        raw.execute("PRAGMA cache_size=-16384")
    except sqlcipher3.DatabaseError as error:
        raise DatabaseRefused(
            f"The database {place.path.name} cannot be opened with this key ({error}). Nothing was changed. "
            "Give the key file that belongs to it, or restore the last backup."
        ) from error
    return raw


def _open_postgres(url: str) -> Engine:
    full: URL = make_url(url).set(drivername="postgresql+psycopg")
    # Positional parameters, so that the same rows go to both drivers (hot_path.py).
    return create_engine(
        full,
        paramstyle="format",
        hide_parameters=True,
        pool_size=READERS + 2,
        max_overflow=4,
        pool_pre_ping=True,
    )


class Database:
    """Reading in a few threads; writing goes through `commit_groups.CommitGroups`.

    `engine` stays usable for start-up work before `serve`.
    """

    def __init__(self, engine: Engine) -> None:
        """`engine` comes from `open_engine`."""
        self.engine = engine
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="reader")

    @property
    def is_postgres(self) -> bool:
        """Whether several processes may share this database."""
        return self.engine.dialect.name == "postgresql"

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in a reader thread, in one read transaction: a consistent view."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._read, work)

    def _read(self, work: Callable[[Connection], T]) -> T:
        with self.reading() as connection:
            return work(connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection in one read transaction, for callers that have a thread of their own."""
        with self.engine.connect() as connection:
            if self.is_postgres:
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in one write transaction, for start-up commands (init, user add) only."""
        with self.engine.connect() as connection:
            connection.info["writes"] = True
            try:
                with connection.begin():
                    yield connection
            finally:
                connection.info.pop("writes", None)

    def writer(self) -> Connection:
        """The connection of whoever writes for as long as the process lives; it is given back when that ends.

        It never waits for another process's transaction, unless `patiently`: it is used in the event loop.
        """
        connection = self.engine.connect()
        connection.info["writes"] = True
        self._wait_for_others(connection, 0)
        return connection

    def give_back(self, connection: Connection) -> None:
        """End the writer's connection."""
        connection.info.pop("writes", None)
        self._wait_for_others(connection, _BUSY_MS)
        connection.close()

    @contextmanager
    def patiently(self, connection: Connection) -> Iterator[None]:
        """Wait for the lock another process may have (a word of the console) while the block runs."""
        self._wait_for_others(connection, _BUSY_MS)
        try:
            yield
        finally:
            self._wait_for_others(connection, 0)

    def _wait_for_others(self, connection: Connection, millis: int) -> None:
        if not self.is_postgres:
            driver_connection(connection).execute(f"PRAGMA busy_timeout={millis:d}")

    def postgres_address(self) -> str:
        """The address for a connection of the driver's own (LISTEN needs one that stays)."""
        return self.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)

    @property
    def errors(self) -> tuple[type[Exception], ...]:
        """What a transaction may fail with: SQLAlchemy's, and the drivers' own (hot_path.py runs on them)."""
        return (DBAPIError, sqlcipher3.Error, psycopg.Error)

    def answers(self) -> bool:
        """Whether the database answers now (health/ready)."""
        with self.reading() as connection:
            return bool(connection.execute(text("SELECT 1")).scalar_one() == 1)

    def close(self) -> None:
        """End the readers and give all connections back."""
        self._readers.shutdown(wait=True)
        self.engine.dispose()


def driver_connection(connection: Connection) -> Any:  # noqa: ANN401 - one of two drivers' own types
    """The driver's connection under a SQLAlchemy one (sqlcipher3 or psycopg)."""
    return connection.connection.dbapi_connection
