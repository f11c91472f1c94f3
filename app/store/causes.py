"""What an error of SQLite or of the disk means to the counsellor."""

import errno

import sqlcipher3
from sqlalchemy.exc import DBAPIError

from app.domain.memory_only import Cause

CORRUPT, NOT_A_DATABASE = 11, 26
_BY_CODE = {
    3: Cause.DISK_READ_ONLY,  # SQLITE_PERM
    5: Cause.IN_USE,  # SQLITE_BUSY
    6: Cause.IN_USE,  # SQLITE_LOCKED
    8: Cause.DISK_READ_ONLY,  # SQLITE_READONLY
    13: Cause.DISK_FULL,  # SQLITE_FULL
}
_BY_ERRNO = {
    errno.ENOSPC: Cause.DISK_FULL,
    errno.EDQUOT: Cause.DISK_FULL,
    errno.EROFS: Cause.DISK_READ_ONLY,
    errno.EACCES: Cause.DISK_READ_ONLY,
    errno.EPERM: Cause.DISK_READ_ONLY,
}


def cause_of(error: sqlcipher3.Error | DBAPIError | OSError) -> Cause:
    """Why this keeps us off the disk."""
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0, Cause.DISK_FAILED)
    return _BY_CODE.get(primary_code(error), Cause.DISK_FAILED)


def primary_code(error: sqlcipher3.Error | DBAPIError) -> int:
    """SQLite's primary result code, or 0."""
    inner = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(inner, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else 0
