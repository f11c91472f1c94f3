"""Keeping: one ordered line of writes to the workstation's own file."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress

from app.ports import Clock, CounsellorFile, Preferences, StoreFailed
from app.sync.wakeup import Wakeup

Write = Callable[[], Awaitable[None]]
Then = Callable[[], None]

TRIED_AGAIN_S = 10.0
"""How soon a file that is behind is tried again, when nothing else is written to it meanwhile."""


def _nothing() -> None:
    """Nobody waits for this write."""


class Keeping:
    """Writes go to the file one by one in the order they were meant, so that a late draft never outlives its
    message.

    What the disk refuses is still in memory. The file knows that it is behind, which puts up the banner, and
    catches up at the next write or within ``TRIED_AGAIN_S``, which takes it down. ``on_health``: what the
    file's ``memory_only`` says has changed.
    """

    def __init__(self, *, file: CounsellorFile, clock: Clock, on_health: Callable[[], None]) -> None:
        self._file = file
        self._on_health = on_health
        self._backlog: deque[tuple[Write, Then]] = deque()
        self._wakeup = Wakeup(clock)
        self._idle = asyncio.Event()
        self._idle.set()
        self._told = file.memory_only

    def soon(self, write: Write, *, then: Then = _nothing) -> None:
        """Write in turn; ``then`` is called when it was tried, on the disk or not. May be called from
        anywhere on the loop's thread.
        """
        self._backlog.append((write, then))
        self._idle.clear()
        self._wakeup.ring()

    async def now(self, write: Write) -> None:
        """Write in turn and return when it was tried."""
        tried = asyncio.Event()
        self.soon(write, then=tried.set)
        await tried.wait()

    async def flush(self) -> None:
        """Return when everything meant so far has been tried."""
        await self._idle.wait()

    async def run(self) -> None:
        """Write until cancelled."""
        while True:
            was_rung = await self._wakeup.wait(TRIED_AGAIN_S if self._is_behind else None)
            if not was_rung:
                await self._try(self._file.catch_up)
            while self._backlog:
                write, then = self._backlog[0]
                await self._try(write)
                self._backlog.popleft()
                then()
            self._idle.set()

    def look(self) -> None:
        """Tell how the file stands, if that has changed: something was written to it out of turn."""
        if self._told != self._file.memory_only:
            self._told = self._file.memory_only
            self._wakeup.ring()
            self._on_health()

    async def _try(self, write: Write) -> None:
        with suppress(StoreFailed):
            # The file remembers it: see ``look``.
            await write()
        self.look()

    @property
    def _is_behind(self) -> bool:
        memory_only = self._file.memory_only
        return memory_only is not None and memory_only.ends_by_itself


class KeptPreferences:
    """`ports.Preferences` that wait for nobody's turn: a choice the disk refuses is told of all the same."""

    def __init__(self, preferences: Preferences, keeping: Keeping) -> None:
        self._preferences = preferences
        self._keeping = keeping

    async def load(self) -> dict[str, str]:
        """All of them."""
        return await self._preferences.load()

    async def keep(self, name: str, value: str) -> None:
        """Keep one. Raises StoreFailed."""
        try:
            await self._preferences.keep(name, value)
        finally:
            self._keeping.look()
