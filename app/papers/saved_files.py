"""Files on the disk of this computer: each is written whole or not at all (R048)."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import tempfile
from pathlib import Path
from typing import Final

from app.desk.file_saving import WhyUnsaved

_FULL: Final = (errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC, errno.EFBIG)
_NOT_ALLOWED: Final = (errno.EACCES, errno.EPERM, errno.EROFS)
_MARK_OF_THE_WEB: Final = b"[ZoneTransfer]\r\nZoneId=3\r\n"
"""What Windows asks about before it opens a file (trust.md B09): it came from elsewhere."""


class SavedFiles:
    """`desk.file_saving.FileSaver` on the file system."""

    def __init__(self, *, marks: bool = os.name == "nt") -> None:
        """``marks``: say of each file that it came from elsewhere, in the stream that Windows reads."""
        self._marks = marks

    async def save(self, path: Path, content: bytes) -> WhyUnsaved | None:
        """Write it; see `FileSaver`. Whoever stops waiting finds it there, or not, and nothing in between."""
        return await asyncio.to_thread(self._save, path, content)

    def _save(self, path: Path, content: bytes) -> WhyUnsaved | None:
        try:
            self._write(path, content)
        except OSError as failure:
            if failure.errno in _FULL:
                return WhyUnsaved.NO_ROOM
            return WhyUnsaved.NOT_ALLOWED if failure.errno in _NOT_ALLOWED else WhyUnsaved.FAILED
        return None

    def _write(self, path: Path, content: bytes) -> None:
        # In the same folder, for only there it can take the name in one step; by no name of the customer's.
        number, name = tempfile.mkstemp(prefix=".vuoro-", dir=path.parent)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if self._marks:
                _mark(name)
            os.replace(name, path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise


def _mark(name: str) -> None:
    # A stick of another file system has no such streams: the file is saved all the same.
    with contextlib.suppress(OSError):
        Path(f"{name}:Zone.Identifier").write_bytes(_MARK_OF_THE_WEB)
