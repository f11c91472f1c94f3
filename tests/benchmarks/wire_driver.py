"""The load generator's sockets: HTTP/1.1 by hand, so that driving costs little beside what is driven.

Only what these servers answer with is understood: `Content-Length` on answers, chunked encoding on streams
(whose chunk sizes are not taken out: frames are found by their text).
"""

import asyncio
import re
from collections.abc import Callable
from time import perf_counter
from typing import cast

_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


class Asker(asyncio.Protocol):
    """One kept-alive connection: a request, then its answer, then the next."""

    def __init__(self) -> None:
        """Connect with `connect_asker`."""
        self._transport: asyncio.Transport | None = None
        self._buffer = b""
        self._answered: asyncio.Future[tuple[int, bytes]] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way out."""
        self._transport = cast(asyncio.Transport, transport)

    def ask(self, request: bytes) -> "asyncio.Future[tuple[int, bytes]]":
        """Send the whole of a request; the future gives `(status, body)`."""
        assert self._transport is not None
        self._answered = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return self._answered

    def data_received(self, data: bytes) -> None:
        """Complete the answer once all of it is here."""
        if self._buffer:
            data = self._buffer + data
        end = data.find(b"\r\n\r\n")
        length = _LENGTH.search(data, 0, end) if end >= 0 else None
        if end < 0 or (length and len(data) < end + 4 + int(length[1])):
            self._buffer = data
            return
        self._buffer = b""
        if self._answered is not None and not self._answered.done():
            self._answered.set_result((int(data[9:12]), data[end + 4 :]))

    def connection_lost(self, exc: Exception | None) -> None:
        """Whoever waits is told."""
        if self._answered is not None and not self._answered.done():
            self._answered.set_exception(exc or ConnectionResetError("closed by the server"))

    def close(self) -> None:
        """End the connection."""
        if self._transport is not None:
            self._transport.close()


class Listener(asyncio.Protocol):
    """One open stream; every piece goes to `heard` with the time it came."""

    def __init__(self, request: bytes, heard: Callable[[bytes, float], None]) -> None:
        """`request` opens the stream."""
        self._request = request
        self._heard = heard
        self._transport: asyncio.Transport | None = None
        self._head = b""
        self.opened: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self.is_lost = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the stream at once."""
        self._transport = cast(asyncio.Transport, transport)
        self._transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        """Hand on what came; the first pieces hold the head of the answer."""
        now = perf_counter()
        if self.opened.done():
            self._heard(data, now)
            return
        self._head += data
        end = self._head.find(b"\r\n\r\n")
        if end >= 0:
            self.opened.set_result(int(self._head[9:12]))
            if len(self._head) > end + 4:
                self._heard(self._head[end + 4 :], now)

    def connection_lost(self, exc: Exception | None) -> None:
        """A stream that ends by itself is a finding."""
        self.is_lost = True
        if not self.opened.done():
            self.opened.set_exception(exc or ConnectionResetError("closed by the server"))

    def close(self) -> None:
        """End the stream."""
        if self._transport is not None:
            self._transport.abort()


async def connect_asker(port: int) -> Asker:
    """A connection for requests to the server at `port` on this computer."""
    _, asker = await asyncio.get_running_loop().create_connection(Asker, "127.0.0.1", port)
    return asker


async def open_stream(port: int, request: bytes, heard: Callable[[bytes, float], None]) -> Listener:
    """An open stream; raises ConnectionError when it is not answered 200."""
    loop = asyncio.get_running_loop()
    _, listener = await loop.create_connection(lambda: Listener(request, heard), "127.0.0.1", port)
    status = await listener.opened
    if status != 200:
        listener.close()
        raise ConnectionError(f"the stream was answered {status}")
    return listener


def request_bytes(method: str, path: str, headers: dict[str, str], body: bytes = b"") -> bytes:
    """A whole HTTP/1.1 request."""
    lines = [f"{method} {path} HTTP/1.1"]
    lines += [f"{name}: {value}" for name, value in {"Host": "127.0.0.1", **headers}.items()]
    if method == "POST":
        lines.append(f"Content-Length: {len(body)}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body
