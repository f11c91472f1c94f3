"""Opening a counsellor's file in the morning: what was found, and what was done about it.

no file                      → a fresh one
damaged, empty, other key    → renamed (never wiped), a fresh one
held by another process,
disk full or read-only,
written by a newer Vuoro     → left as it is; memory only
"""

import errno
import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlcipher3
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from app.domain.memory_only import Cause
from app.store.causes import CORRUPT, NOT_A_DATABASE, cause_of, primary_code
from app.store.engine import RawConnection, connect_file, engine_on
from app.store.migrations import FileFromTheFuture, bring_up_to_date

ConnectFile = Callable[[Path, bytes], RawConnection]


@dataclass(frozen=True, slots=True)
class Opened:
    """The file, ready. ``quarantined`` is where a damaged or foreign one was moved, if there was one."""

    engine: Engine
    quarantined: Path | None


@dataclass(frozen=True, slots=True)
class NotOpened:
    """No file today, and why."""

    cause: Cause


class _Damaged(Exception):
    """The file cannot be read with this key."""


def file_name(staff_id: str) -> str:
    """The same for the same person, and it names nobody: not by name, and not by her id either."""
    return hashlib.sha256(b"vuoro/file/" + staff_id.encode()).hexdigest()[:32] + ".vuoro"


def open_file(
    path: Path, key: bytes, *, now: datetime, connect: ConnectFile = connect_file
) -> Opened | NotOpened:
    """Open, check and bring up to date; what cannot be read is put aside and a fresh one begun. Blocks."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        was_there = path.exists()
        if was_there:
            try:
                return Opened(_open_existing(path, key, connect), None)
            except _Damaged:
                aside = quarantine(path, now=now)
                return Opened(_open_fresh(path, key, connect), aside)
        return Opened(_open_fresh(path, key, connect), None)
    except FileFromTheFuture:
        return NotOpened(Cause.NEWER_VUORO)
    except (sqlcipher3.Error, DBAPIError, OSError) as error:
        return NotOpened(cause_of(error))


def quarantine(path: Path, *, now: datetime) -> Path:
    """Rename the file, and what belongs to it, out of the way; returns its new place. Raises OSError."""
    stamp = now.strftime("%Y%m%dT%H%M%S")
    aside = path.with_name(f"{path.name}.{stamp}.quarantined")
    count = 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{path.name}.{stamp}-{count}.quarantined")
    path.rename(aside)
    for suffix in ("-wal", "-journal"):
        companion = path.with_name(path.name + suffix)
        if companion.exists():
            companion.rename(aside.with_name(aside.name + suffix))
    return aside


def _open_existing(path: Path, key: bytes, connect: ConnectFile) -> Engine:
    if path.stat().st_size == 0:
        raise _Damaged
    try:
        raw = connect(path, key)
    except sqlcipher3.Error as error:
        raise _damaged_or(error) from error
    try:
        if raw.execute("PRAGMA cipher_integrity_check").fetchall():
            raise _Damaged
        if raw.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            raise _Damaged
        engine = engine_on(lambda: raw)
        _prepare(engine)
        path.chmod(0o600)
    except (sqlcipher3.Error, DBAPIError) as error:
        raw.close()
        raise _damaged_or(error) from error
    except BaseException:
        raw.close()
        raise
    return engine


def _damaged_or(error: sqlcipher3.Error | DBAPIError) -> Exception:
    """What an error at opening means: the file cannot be read with this key, or something that may pass."""
    return _Damaged() if primary_code(error) in {CORRUPT, NOT_A_DATABASE} else error


def _open_fresh(path: Path, key: bytes, connect: ConnectFile) -> Engine:
    """Made by us with 0600 first: SQLite gives its own companions the mode of the file."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        raw = connect(path, key)
        try:
            engine = engine_on(lambda: raw)
            _prepare(engine)
        except BaseException:
            raw.close()
            raise
    except BaseException:
        # Nothing has been kept in it yet; an empty file would look like a damaged one tomorrow.
        path.unlink(missing_ok=True)
        raise
    _make_durable(path.parent)
    return engine


def _prepare(engine: Engine) -> None:
    """Migrate, and prove by writing that writing works."""
    with engine.begin() as connection:
        bring_up_to_date(connection)
        connection.exec_driver_sql("INSERT OR REPLACE INTO meta (name, value) VALUES ('opened', 'yes')")


def _make_durable(folder: Path) -> None:
    """A new name in a folder survives power loss only when the folder is synced, where that can be done."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(descriptor)
