"""Keeping: one ordered line of writes to the workstation's own file."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from app.ports import StoreFailed

Write = Callable[[], Awaitable[None]]


class Keeping:
    """Writes go to the file one by one in the order they were meant, so that a late draft never outlives its
    message.

    A write the disk refuses is not tried again by itself: what it held is still in memory, ``is_failing``
    puts up the banner, and the next write that succeeds takes it down.
    """

    def __init__(self, *, on_health: Callable[[], None]) -> None:
        self._on_health = on_health
        self._backlog: deque[tuple[Write, asyncio.Future[bool]]] = deque()
        self._rung = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self.is_failing = False

    def soon(self, write: Write) -> asyncio.Future[bool]:
        """Write in turn. What is returned is done when it was tried: True if it is on the disk."""
        done: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._backlog.append((write, done))
        self._idle.clear()
        self._rung.set()
        return done

    async def flush(self) -> None:
        """Return when everything meant so far has been tried."""
        await self._idle.wait()

    async def run(self) -> None:
        """Write until cancelled."""
        while True:
            await self._rung.wait()
            self._rung.clear()
            while self._backlog:
                write, done = self._backlog[0]
                is_kept = await self._try(write)
                self._backlog.popleft()
                if not done.done():
                    done.set_result(is_kept)
            self._idle.set()

    async def _try(self, write: Write) -> bool:
        try:
            await write()
        except StoreFailed:
            is_kept = False
        else:
            is_kept = True
        if self.is_failing is is_kept:
            self.is_failing = not is_kept
            self._on_health()
        return is_kept
