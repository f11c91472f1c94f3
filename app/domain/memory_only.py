"""Memory only: why what a counsellor writes is not on the disk, and whether that ends by itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Cause(StrEnum):
    """Why; the screen has a sentence for each.

    Cause
    ├── no key to lock a file with   no_keyring · keyring_locked · keyring_silent · keyring_failed
    ├── the file                     in_use · newer_vuoro · damaged
    └── the disk                     disk_full · disk_read_only · disk_failed
    """

    NO_KEYRING = "no_keyring"
    KEYRING_LOCKED = "keyring_locked"
    KEYRING_SILENT = "keyring_silent"
    KEYRING_FAILED = "keyring_failed"
    IN_USE = "in_use"
    NEWER_VUORO = "newer_vuoro"
    DAMAGED = "damaged"
    DISK_FULL = "disk_full"
    DISK_READ_ONLY = "disk_read_only"
    DISK_FAILED = "disk_failed"


@dataclass(frozen=True, slots=True)
class MemoryOnly:
    """Drafts and outbox are in memory only.

    ``ends_by_itself``: there is a file, and it catches up at the next write that succeeds; else it takes
    another sign-in.
    """

    cause: Cause
    ends_by_itself: bool
