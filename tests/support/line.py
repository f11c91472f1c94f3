"""The line between people and the backend: a TCP proxy that can be cut one way, both ways, and mended.

people ──► Line ──► backend        cut("up"): what people send is swallowed; cut("down"): what is answered
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Literal

Way = Literal["up", "down", "both"]


class Line:
    """A listening port in front of the backend, which may move to another port when it is started anew."""

    def __init__(self, backend_port: Callable[[], int]) -> None:
        """`backend_port` is asked at every new connection. `lost` holds what the last cut has swallowed."""
        self._backend_port = backend_port
        self._server: asyncio.Server | None = None
        self._cut: frozenset[str] = frozenset()
        self._open: set[asyncio.StreamWriter] = set()
        self.lost = bytearray()

    @property
    def port(self) -> int:
        """Where people connect."""
        assert self._server is not None
        return int(self._server.sockets[0].getsockname()[1])

    async def start(self) -> None:
        """Listen on a free port of this computer."""
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", 0)

    async def stop(self) -> None:
        """Hang up."""
        self.drop()
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()

    def cut(self, way: Way) -> None:
        """Swallow what goes that way; connections stay open, as on a real dead line."""
        self.lost.clear()
        self._cut = frozenset({"up", "down"} if way == "both" else {way})

    def mend(self) -> None:
        """Carry again; what was swallowed is gone, so connections that lost something are hung up."""
        self._cut = frozenset()
        self.drop()

    def drop(self) -> None:
        """Hang up every connection, in the middle of whatever it carries."""
        for writer in tuple(self._open):
            with suppress(RuntimeError):
                writer.transport.abort()
        self._open.clear()

    async def _carry(self, here: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        self._open.add(back)
        there: asyncio.StreamWriter | None = None
        try:
            answers, there = await asyncio.open_connection("127.0.0.1", self._backend_port())
            self._open.add(there)
            async with asyncio.TaskGroup() as both:
                both.create_task(self._pour("up", here, there))
                both.create_task(self._pour("down", answers, back))
        except (OSError, ExceptionGroup):
            pass
        finally:
            for writer in (back, there):
                if writer is not None:
                    self._open.discard(writer)
                    writer.transport.abort()

    async def _pour(self, way: str, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        while data := await source.read(65_536):
            if way in self._cut:
                self.lost += data
                continue
            sink.write(data)
            await sink.drain()
        raise ConnectionResetError("hung up")


@asynccontextmanager
async def a_line(backend_port: Callable[[], int]) -> AsyncIterator[Line]:
    """A line for as long as the block runs."""
    line = Line(backend_port)
    await line.start()
    try:
        yield line
    finally:
        await line.stop()
