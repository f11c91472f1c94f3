"""Memory first, then the disk: what is kept is whole in memory, and the file follows it.

    write ──► memory ──► file          both done: kept
                    └──► file fails    StoreFailed; from now on the file is behind
    next write ──► memory ──► all of it into the file, in one transaction   caught up again
    catch up   ──────────────► all of it into the file, with nothing new to write
    close      ──────────────► the same, once, when the file is still behind

So a disk that fills up, or goes away for an hour, costs nothing but the promise of
surviving a crash meanwhile. Everything here runs in the store's one thread.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from sqlalchemy import Connection, Engine, Table, delete, insert, select
from sqlalchemy.exc import DBAPIError

from app.domain.memory_only import Cause
from app.ports import StoreFailed
from app.store.causes import cause_of
from app.store.engine import connect_memory, engine_on
from app.store.migrations import bring_up_to_date
from app.store.tables import calls, drafts, outbox, preferences

T = TypeVar("T")

CARRIED: tuple[Table, ...] = (drafts, outbox, calls, preferences)


class Kept:
    """The tables in memory, and the same in the file when there is one."""

    def __init__(self, file: Engine | None) -> None:
        """Read everything the file holds. Raises DBAPIError when it cannot be read."""
        self._memory = engine_on(connect_memory)
        self._file = file
        self._behind: Cause | None = None
        with self._memory.begin() as memory:
            bring_up_to_date(memory)
            if file is not None:
                with file.begin() as disk:
                    _copy(source=disk, target=memory)

    @property
    def is_on_disk(self) -> bool:
        """Whether a crash now would lose nothing that was kept."""
        return self._file is not None and self._behind is None

    @property
    def behind(self) -> Cause | None:
        """Why the file is behind the memory, if it is: what the last write met."""
        return self._behind

    def read(self, work: Callable[[Connection], T]) -> T:
        """Read; never touches the disk."""
        with self._memory.begin() as connection:
            return work(connection)

    def write(self, work: Callable[[Connection], None]) -> None:
        """One transaction. Raises StoreFailed when it is in memory only although there should be a file."""
        with self._memory.begin() as connection:
            work(connection)
        if self._file is not None:
            self._write_to(self._file, work if self._behind is None else self._everything)

    def catch_up(self) -> None:
        """Bring a file that is behind up to the memory. Raises StoreFailed when it stays behind."""
        if self._file is not None and self._behind is not None:
            self._write_to(self._file, self._everything)

    def close(self) -> None:
        """Catch up if need be, put what is left of the log into the file and close both; never raises."""
        with suppress(StoreFailed):
            # The last chance: room may have been made since the last write.
            self.catch_up()
        self._memory.dispose()
        if self._file is not None:
            # A disk in trouble has been told of at the last write; the log is read at the next opening.
            with suppress(DBAPIError):
                self._file.dispose()

    def _write_to(self, file: Engine, work: Callable[[Connection], None]) -> None:
        try:
            with file.begin() as disk:
                work(disk)
        except DBAPIError as error:
            self._behind = cause_of(error)
            raise StoreFailed(self._behind) from error
        self._behind = None

    def _everything(self, disk: Connection) -> None:
        with self._memory.begin() as memory:
            _copy(source=memory, target=disk)


def _copy(*, source: Connection, target: Connection) -> None:
    """Make the target hold exactly the source's rows."""
    for table in CARRIED:
        target.execute(delete(table))
        rows = [dict(row) for row in source.execute(select(table)).mappings()]
        if rows:
            target.execute(insert(table), rows)
