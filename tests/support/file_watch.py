"""Tells whether a file was opened, by asking the system itself (inotify): no process can open it unseen."""

from __future__ import annotations

import contextlib
import ctypes
import os
from pathlib import Path
from types import TracebackType

_IN_OPEN = 0x20
_IN_NONBLOCK = os.O_NONBLOCK
_EVENT_BYTES = 4096


class FileWatch:
    """Watches one file while the block lasts; ``was_opened`` says whether anything opened it so far."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._handle = -1
        self._opened = False

    def __enter__(self) -> FileWatch:
        self._handle = self._libc.inotify_init1(_IN_NONBLOCK)
        watch = self._libc.inotify_add_watch(self._handle, os.fsencode(self._path), _IN_OPEN)
        if self._handle < 0 or watch < 0:
            raise OSError(ctypes.get_errno(), "cannot watch", str(self._path))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._handle)

    @property
    def was_opened(self) -> bool:
        """Whether the file has been opened since the watch began."""
        with contextlib.suppress(BlockingIOError):
            self._opened = self._opened or bool(os.read(self._handle, _EVENT_BYTES))
        return self._opened
