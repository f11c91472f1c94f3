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

    def hush(self) -> None:
        """Forget a ring that was meant for an earlier wait."""
        self._rung.clear()

    async def wait(self, seconds: float | None) -> bool:
        """Return True when rung, False after ``seconds`` (None: only when rung)."""
        if seconds is None:
            await self._rung.wait()
        elif seconds > 0 and not self._rung.is_set():
            await self._wait_within(seconds)
        was_rung = self._rung.is_set()
        self._rung.clear()
        return was_rung

    async def _wait_within(self, seconds: float) -> None:
        """Whichever comes first ends the other: the ring or the time."""
        async with asyncio.TaskGroup() as group:
            ring = group.create_task(self._wait_for_ring())
            time = group.create_task(self._clock.sleep(seconds))
            await asyncio.wait((ring, time), return_when=asyncio.FIRST_COMPLETED)
            ring.cancel()
            time.cancel()

    async def _wait_for_ring(self) -> None:
        await self._rung.wait()
