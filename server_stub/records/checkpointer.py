"""Copying what was committed from SQLite's write-ahead log into the file, beside the writer.

A commit that also has to copy a thousand pages keeps everybody waiting who is in it. A thread with a
connection of its own copies them meanwhile; it can never copy the last ones of a log that grows, so the
writer still does that (`wal_autocheckpoint`), and finds little left to do.
"""

import threading
from contextlib import suppress

import sqlcipher3
from sqlalchemy.exc import TimeoutError

from server_stub.records.database import Database, DatabaseRefused, driver_connection

EVERY = 16
"""Commits between two rounds: a full one leaves some twenty pages, and the writer itself begins at 1,000."""


class Checkpointer:
    """Copies when told that there is something, and never keeps the writer waiting (a passive checkpoint)."""

    def __init__(self, database: Database) -> None:
        """Nothing runs before `start`. PostgreSQL does this itself: then nothing ever runs."""
        self._database = database
        self._told = threading.Event()
        self._is_stopping = self._clears = False
        self._commits = 0
        self._thread = threading.Thread(target=self._run, name="checkpointer", daemon=True)

    def start(self) -> None:
        """Begin to wait."""
        if not self._database.is_postgres:
            self._thread.start()

    def committed(self) -> None:
        """The writer has committed once more."""
        self._commits += 1
        if self._commits % EVERY == 0:
            self._told.set()

    def clear(self) -> None:
        """Leave nothing of what was erased in the log: it is emptied as soon as nobody reads from it."""
        self._clears = True
        self._told.set()

    def stop(self) -> None:
        """End the thread, after the round it is in."""
        self._is_stopping = True
        self._told.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while True:
            self._told.wait()
            self._told.clear()
            if self._is_stopping:
                return
            # A full or failing disk meets the writer too, and whoever waits for her commit is told; a
            # connection that cannot be had now may be had in the next round.
            with suppress(*self._database.errors, DatabaseRefused, TimeoutError):
                self._copy()

    def _copy(self) -> None:
        with self._database.engine.connect() as connection:
            driver = driver_connection(connection)
            driver.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            if self._clears:
                # Taken back first: what is erased while the log is being emptied asks for it anew.
                self._clears, is_emptied = False, False
                try:
                    is_emptied = _emptied(driver)
                finally:
                    self._clears = self._clears or not is_emptied


def _emptied(driver: sqlcipher3.Connection) -> bool:
    """Empty the log, unless somebody reads from it just now; the writer is not kept waiting for readers."""
    (patience,) = driver.execute("PRAGMA busy_timeout").fetchone()
    driver.execute("PRAGMA busy_timeout=0")
    try:
        (is_busy, _, _) = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        driver.execute(f"PRAGMA busy_timeout={patience:d}")
    return not is_busy
