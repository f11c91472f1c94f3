"""Keeping: one ordered line of writes to the workstation's own file."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from app.domain.memory_only import Cause
from app.ports import StoreFailed

Write = Callable[[], Awaitable[None]]
Then = Callable[[], None]


def _nothing() -> None:
    """Nobody waits for this write."""


class Keeping:
    """Writes go to the file one by one in the order they were meant, so that a late draft never outlives its
    message.

    A write the disk refuses is not tried again by itself: what it held is still in memory, ``failure`` puts
    up the banner, and the next write that succeeds takes it down.
    """

    def __init__(self, *, on_health: Callable[[], None]) -> None:
        self._on_health = on_health
        self._backlog: deque[tuple[Write, Then]] = deque()
        self._rung = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self.failure: Cause | None = None

    @property
    def is_failing(self) -> bool:
        """Whether the last write was refused."""
        return self.failure is not None

    def soon(self, write: Write, *, then: Then = _nothing) -> None:
        """Write in turn; ``then`` is called when it was tried, on the disk or not. May be called from
        anywhere on the loop's thread.
        """
        self._backlog.append((write, then))
        self._idle.clear()
        self._rung.set()

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
            await self._rung.wait()
            self._rung.clear()
            while self._backlog:
                write, then = self._backlog[0]
                await self._try(write)
                self._backlog.popleft()
                then()
            self._idle.set()

    async def _try(self, write: Write) -> None:
        failure: Cause | None = None
        try:
            await write()
        except StoreFailed as failed:
            failure = failed.cause
        if self.failure is not failure:
            self.failure = failure
            self._on_health()
