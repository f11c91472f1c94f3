"""serving: The HTTP server around the backend: its socket, its protocol, its signals, its end.

    SIGTERM ─► end all streams ─► stop listening ─► wait for what is under way ─► write the backlog ─► exit

Streams must end first: uvicorn waits for open answers, and a stream is one (spine.md section 3).
"""

import asyncio
import errno
import gc
import socket
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import FrameType
from typing import Final

import uvicorn
import uvloop
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from server_stub.bootstrap.event_log import EventLog, listen_to_libraries
from server_stub.bootstrap.only_backend import only_backend_of
from server_stub.bootstrap.opening import Refused, open_to_serve
from server_stub.bootstrap.wiring import Address, Backend, WallClock
from server_stub.ports import Points, pass_by
from server_stub.routes.gate import USUAL_HEADERS
from server_stub.routes.incoming import WHOLE_BODY
from server_stub.routes.problem_answers import malformed, problem_answer
from server_stub.settings.settings import Settings

_LARGEST_HEAD: Final = 64 * 1024
_STOPS_WITHIN_S: Final = 10
_KEPT_ALIVE_S: Final = 75
_COLLECTS_AFTER: Final = 10_000
_WHY_NOT: Final = {
    errno.EADDRINUSE: "Another backend may be running there, or another program: stop it first. ",
    errno.EADDRNOTAVAIL: "This machine has no such address: look at `host`. ",
    errno.EACCES: "This user may not have that port: look at `port`. ",
}


class HeadWithBody(asyncio.Transport):
    """A line on which the head of an answer leaves together with the body's first bytes.

    uvicorn writes them apart, which costs a system call and a packet for every answer.
    """

    def __init__(self, line: asyncio.Transport) -> None:
        super().__init__()
        self._line = line
        self._head = b""

    def write(self, data: "bytes | bytearray | memoryview") -> None:
        """Send on; what only is a head waits for what follows, which comes in the same turn."""
        if self._head:
            data, self._head = self._head + data, b""
        elif data[-4:] == b"\r\n\r\n" and data[:5] == b"HTTP/" and data[:10] != b"HTTP/1.1 1":
            self._head = bytes(data)
            return
        self._line.write(data)

    def flush(self) -> None:
        """Send a head that nothing followed (an answer without a body)."""
        if self._head:
            self._line.write(self._head)
            self._head = b""

    def close(self) -> None:
        """Close, after what waits."""
        self.flush()
        self._line.close()

    def is_closing(self) -> bool:
        """Whether the line is ending."""
        return self._line.is_closing()

    def get_extra_info(self, name: str, default: object = None) -> object:
        """What the line knows of itself."""
        return self._line.get_extra_info(name, default)


class BoundedHttp(HttpToolsProtocol):
    """uvicorn's HTTP, with a bound on the head of a request and the contract's answer to what is not HTTP."""

    _is_in_head = False
    _head_bytes = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A caller has connected."""
        super().connection_made(transport)
        self._line = HeadWithBody(transport)
        self.transport = self._line

    def on_message_complete(self) -> None:
        """The request is whole, mostly before anybody has begun to read it: nobody need wait for it."""
        super().on_message_complete()
        self.scope["state"][WHOLE_BODY] = bytes(self.cycle.body)

    def on_response_complete(self) -> None:
        """An answer is whole."""
        self._line.flush()
        super().on_response_complete()

    def data_received(self, data: bytes) -> None:
        """Bytes have come. A head that grows without end is cut off, whatever its pieces."""
        if self._is_in_head:
            self._head_bytes += len(data)
            if self._head_bytes > _LARGEST_HEAD:
                self.send_400_response("head too large")
                return
        super().data_received(data)

    def on_message_begin(self) -> None:
        """A new request begins."""
        self._is_in_head = True
        self._head_bytes = 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """The head is whole."""
        self._is_in_head = False
        super().on_headers_complete()

    def send_400_response(self, msg: str) -> None:
        """Answer what is not HTTP; `msg` is the library's and is not sent on."""
        answer = problem_answer(malformed("request"), "")
        head = [b"HTTP/1.1 400 Bad Request"]
        head += [name + b": " + value for name, value in USUAL_HEADERS.items()]
        head += [
            b"content-type: application/json",
            b"content-length: %d" % len(answer.body),
            b"connection: close",
        ]
        self.transport.write(b"\r\n".join(head) + b"\r\n\r\n" + answer.body)
        self.transport.close()


class StreamsFirst(uvicorn.Server):
    """uvicorn, telling when it listens, and ending all streams before it stops."""

    def __init__(
        self, config: uvicorn.Config, *, listening: Callable[[], None], end_streams: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._listening = listening
        self._end_streams = end_streams
        self._loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start the application, listen, and say so."""
        self._loop = asyncio.get_running_loop()
        await super().startup(sockets)
        if self.started:
            spare_the_collector()
            self._listening()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal has come: streams first."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._end_streams)
        super().handle_exit(sig, frame)

    def stop(self) -> None:
        """Stop as at SIGTERM; may be called from any thread."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._end_streams)
        self.should_exit = True


def serve(
    settings: Settings,
    *,
    resources: Path,
    announce: Callable[[str], None],
    points: Points = pass_by,
    one_use: frozenset[str] = frozenset(),
    until: Callable[[Callable[[], None]], None] | None = None,
) -> None:
    """Serve until told to stop. `announce` is given the address once it is listened on.

    `until` is given a way to stop, callable from any thread. Raises `Refused` before anything is served.
    """
    log = EventLog(sys.stderr, WallClock().millis)
    listen_to_libraries(log)
    with (
        only_backend_of(settings.database),
        closing(open_to_serve(settings)) as database,
        listening_socket(settings.host, settings.port) as listener,
    ):
        port = int(listener.getsockname()[1])
        backend = Backend(
            settings,
            database,
            resources=resources,
            address=Address(settings.host, port),
            alarm=log,
            points=points,
            one_use=one_use,
        )
        address = f"http://{f'[{settings.host}]' if ':' in settings.host else settings.host}:{port}"
        server = StreamsFirst(
            _config(backend), listening=lambda: announce(address), end_streams=backend.hub.stop
        )
        if until is not None:
            until(server.stop)
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(server.serve(sockets=[listener]))


def spare_the_collector() -> None:
    """Take what was made at start, and stays, out of the garbage collector's rounds.

    It went through all of it again and again: a twentieth of the time of a busy backend.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_COLLECTS_AFTER)


def listening_socket(host: str, port: int) -> socket.socket:
    """A bound socket, so that the port is known before anything is built. Raises `Refused`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise Refused(
            f"Nobody can listen on {host}:{port}: {error.strerror}. "
            f"{_WHY_NOT.get(error.errno or 0, '')}Nothing was started."
        ) from error
    return listener


def _config(backend: Backend) -> uvicorn.Config:
    return uvicorn.Config(
        app=backend.gate,
        http=BoundedHttp,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=_KEPT_ALIVE_S,
        timeout_graceful_shutdown=_STOPS_WITHIN_S,
        backlog=2_048,
    )
