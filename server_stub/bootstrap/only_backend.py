"""only_backend: At most one backend serves a SQLite database; the claim of one that died dies with it.

A backend remembers what it told whom, and hears of its own commits only: customers of a second one would be
shown what is out of date. PostgreSQL tells every backend, so any number may share it.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from server_stub.bootstrap.opening import Refused
from server_stub.settings.settings import PostgresSetting, SqliteSetting

_LONGEST_NUMBER: Final = 20


@contextmanager
def only_backend_of(setting: SqliteSetting | PostgresSetting) -> Iterator[None]:
    """Be the one backend of this database meanwhile. Raises `Refused` when another process is.

    The lock is on a small file beside the database. It stays: were it removed, two could each lock their own.
    """
    if isinstance(setting, PostgresSetting) or not setting.path.is_file():
        # One is shared; the other is nothing to serve, and whoever opens it says so.
        yield
        return
    # Of the file itself, whichever link led to it. Never a lock on it: closing that would end SQLite's own.
    database = setting.path.resolve()
    descriptor = _locked(database.with_name(database.name + ".lock"))
    try:
        yield
    finally:
        os.close(descriptor)


def _locked(file: Path) -> int:
    try:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise _cannot_be_locked(file, error) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, b"%d\n" % os.getpid(), 0)
    except BlockingIOError as error:
        holder = _written_in(descriptor)
        os.close(descriptor)
        raise Refused(
            f"This database is being served already{holder}. Nothing was started. "
            "Stop that backend first, or give another --data."
        ) from error
    except OSError as error:
        os.close(descriptor)
        raise _cannot_be_locked(file, error) from error
    return descriptor


def _written_in(descriptor: int) -> str:
    """Who holds the lock; nothing in the moment before it has written its number."""
    number = os.pread(descriptor, _LONGEST_NUMBER, 0).strip()
    return f" (process {number.decode()})" if number.isdigit() else ""


def _cannot_be_locked(file: Path, error: OSError) -> Refused:
    return Refused(
        f"The file {file} could not be locked: {error.strerror}. It keeps two backends from serving one "
        "database. Nothing was started; see that it is this user's own and that its disk has room."
    )
