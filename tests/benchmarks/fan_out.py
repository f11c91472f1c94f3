"""One queue change told to many: how long until the last of them has heard of it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from time import perf_counter

from tests.benchmarks.target import TOKEN, Target
from tests.benchmarks.wire_driver import Listener, connect_asker, open_stream

HEARD_WITHIN_S = 30.0
PAUSE_S = 0.2


class Audience:
    """Streams that all hear the same."""

    def __init__(self) -> None:
        """Let them in with `audience`."""
        self._listeners: list[Listener] = []
        self._missing: set[int] = set()
        self._said = b""
        self._last: asyncio.Future[float] = asyncio.get_running_loop().create_future()

    async def let_in(self, port: int, requests: list[bytes]) -> None:
        """Open a stream for each request, a hundred at a time."""
        for first in range(0, len(requests), 100):
            opening = (
                open_stream(port, request, partial(self._heard, number))
                for number, request in enumerate(requests[first : first + 100], first)
            )
            self._listeners += await asyncio.gather(*opening)

    async def told_after_ms(self, port: int, request: bytes, said: bytes) -> float:
        """Milliseconds from writing `request` to the last stream's hearing the token `said`."""
        asker = await connect_asker(port)
        self._said, self._missing = said, set(range(len(self._listeners)))
        self._last = asyncio.get_running_loop().create_future()
        start = perf_counter()
        answered = asker.ask(request)
        async with asyncio.timeout(HEARD_WITHIN_S):
            end = await self._last
            status, body = await answered
        asker.close()
        if status != 200:
            raise RuntimeError(f"answered {status}: {body!r}")
        return (end - start) * 1000

    def close(self) -> None:
        """End all streams."""
        for listener in self._listeners:
            listener.close()

    def _heard(self, number: int, data: bytes, now: float) -> None:
        if number in self._missing and self._said in TOKEN.findall(data):
            self._missing.discard(number)
            if not self._missing:
                self._last.set_result(now)


@asynccontextmanager
async def audience(target: Target, requests: list[bytes]) -> AsyncIterator[Audience]:
    """Open streams, closed at the end."""
    opened = Audience()
    try:
        await opened.let_in(target.port, requests)
        yield opened
    finally:
        opened.close()
