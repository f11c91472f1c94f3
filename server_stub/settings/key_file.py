"""key_file: The 32-byte key of the database file, in a file of its own that nobody else may read."""

import os
import re
import secrets
import stat
from pathlib import Path
from typing import Final

KEY_BYTES: Final = 32
_WRITTEN: Final = re.compile(rb"[0-9a-f]{64}\n?")
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
_OWNER_ONLY: Final = stat.S_IRUSR | stat.S_IWUSR


class KeyFileRefused(Exception):
    """The key file cannot be used; the message is a sentence for whoever runs the backend."""


def make_key_file(path: Path) -> bytes:
    """A new random key in a new file of mode 0600, on disk before this returns.

    Raises `KeyFileRefused` when there is a file already (a key is never written over) or it cannot be made.
    """
    key = secrets.token_bytes(KEY_BYTES)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        with os.fdopen(descriptor, "wb") as file:
            file.write(key.hex().encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        _flush_folder(path.parent)
    except FileExistsError as error:
        raise KeyFileRefused(
            f"There is a key file {path} already; it was left as it is. "
            "A database opens with its own key only: give another place for a new one."
        ) from error
    except OSError as error:
        raise KeyFileRefused(f"The key file {path} could not be made: {error.strerror}.") from error
    return key


def read_key_file(path: Path) -> bytes:
    """The 32 bytes. Raises `KeyFileRefused`: missing, readable for others, not a key."""
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            written = file.read(KEY_BYTES * 2 + 2)
    except OSError as error:
        raise KeyFileRefused(
            f"The key file {path} could not be read: {error.strerror}. Without it the database stays closed; "
            "`init` makes one for a new database, an old one needs its own."
        ) from error
    if os.name == "posix" and mode & _OTHERS:
        raise KeyFileRefused(
            f"The key file {path} can be read by others (mode {stat.S_IMODE(mode):04o}). "
            f"Nothing was opened; say `chmod 600 {path}` and think who may have read it."
        )
    if not _WRITTEN.fullmatch(written):
        raise KeyFileRefused(f"The file {path} does not hold a key: 64 digits 0–9 a–f are expected.")
    return bytes.fromhex(written.decode())


def _flush_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
