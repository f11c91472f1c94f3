"""A wake-up: wait until rung or until a time, by the clock that was handed in."""

from __future__ import annotations

import asyncio

from app.ports import Clock


class Wakeup:
    """One waiter, many ringers; a ring before the wait is not lost."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Wake the waiter, or the next one at once."""
        self._rung.set()

    async def wait(self, seconds: float | None) -> None:
        """Return when rung, or after ``seconds`` (None: only when rung)."""
        if seconds is None:
            await self._rung.wait()
        elif seconds > 0 and not self._rung.is_set():
            await self._wait_within(seconds)
        self._rung.clear()

    async def _wait_within(self, seconds: float) -> None:
        async with asyncio.TaskGroup() as group:
            alarm = group.create_task(self._ring_after(seconds))
            await self._rung.wait()
            alarm.cancel()

    async def _ring_after(self, seconds: float) -> None:
        await self._clock.sleep(seconds)
        self._rung.set()
