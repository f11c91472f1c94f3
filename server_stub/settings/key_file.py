"""key_file: The 32-byte key of the database file, in a file of its own that nobody else may read."""

from pathlib import Path


class KeyFileRefused(Exception):
    """The key file cannot be used; the message is a sentence for whoever runs the backend."""


def make_key_file(path: Path) -> bytes:
    """A new random key in a new file of mode 0600, on disk before this returns. Raises `KeyFileRefused` if one is there."""
    raise NotImplementedError


def read_key_file(path: Path) -> bytes:
    """The 32 bytes. Raises `KeyFileRefused`: missing, readable for others, not a key."""
    raise NotImplementedError
