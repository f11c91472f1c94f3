"""The message floor: bare Starlette on uvicorn, one SQLite writer with group commit, server-sent events.

No accounts, no rules, no encryption: what a message costs when it is only stored durably and told. It
keeps what ours promises of the disk (WAL, `synchronous=FULL`, acknowledged after the commit) and of the
stream (numbered, resumable, a heartbeat every 20 s), on the same SQLite library as ours (sqlcipher3 without
a key: a plain file).

    python -m tests.benchmarks.floor_server FOLDER      prints its port on standard output
"""

import asyncio
import queue
import signal
import socket
import sys
import threading
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import uvicorn
from sqlcipher3 import dbapi2 as sqlite
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

GROUP = 200
HEARTBEAT_S = 20.0
INSERT = "INSERT INTO facts (seq, conversation, body) VALUES (?, ?, ?)"
SCHEMA = """
CREATE TABLE IF NOT EXISTS facts (seq INTEGER PRIMARY KEY, conversation INTEGER NOT NULL, body BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS by_conversation ON facts (conversation, seq);
"""

Waiting = tuple[int, bytes, "asyncio.Future[int]"]


class Listener:
    """One open stream: frames not yet sent, and the wish to be woken."""

    __slots__ = ("frames", "woken")

    def __init__(self) -> None:
        """Begin with nothing to say."""
        self.frames: deque[bytes] = deque()
        self.woken: asyncio.Future[None] | None = None

    def tell(self, frame: bytes) -> None:
        """Add a frame and wake the stream."""
        self.frames.append(frame)
        if self.woken is not None and not self.woken.done():
            self.woken.set_result(None)


class Floor:
    """Stores bodies in groups on one thread and tells those who listen."""

    def __init__(self, file: Path) -> None:
        """Open `file`; the writer thread starts with `start`."""
        self._file = file
        self._work: queue.SimpleQueue[Waiting] = queue.SimpleQueue()
        self._listeners: defaultdict[int, set[Listener]] = defaultdict(set)
        self._reader = connect(file)
        self._reader.executescript(SCHEMA)
        (self._seq,) = self._reader.execute("SELECT coalesce(max(seq), 0) FROM facts").fetchone()

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Run the writer beside `loop`."""
        threading.Thread(target=self._write, args=(loop,), daemon=True).start()

    def _write(self, loop: asyncio.AbstractEventLoop) -> None:
        connection = connect(self._file)
        while True:
            group = [self._work.get()]
            while len(group) < GROUP and not self._work.empty():
                group.append(self._work.get_nowait())
            first = self._seq + 1
            self._seq += len(group)
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(
                INSERT,
                [(seq, conversation, body) for seq, (conversation, body, _) in enumerate(group, first)],
            )
            connection.execute("COMMIT")
            loop.call_soon_threadsafe(self._tell, first, group)

    def _tell(self, first: int, group: list[Waiting]) -> None:
        for seq, (conversation, body, answered) in enumerate(group, first):
            if not answered.done():
                answered.set_result(seq)
            for listener in self._listeners[conversation]:
                listener.tell(frame(seq, body))

    async def beat(self) -> None:
        """Say on every stream, every 20 s, that it is alive."""
        while True:
            await asyncio.sleep(HEARTBEAT_S)
            for listeners in self._listeners.values():
                for listener in listeners:
                    listener.tell(b"event: beat\ndata: {}\n\n")

    async def send(self, request: Request) -> Response:
        """Store a body; answer its number after the commit."""
        body = msgspec.json.decode(await request.body())
        stored = msgspec.json.encode(body)
        answered: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._work.put((request.path_params["conversation"], stored, answered))
        return Response(b'{"seq":%d}' % await answered, media_type="application/json")

    async def stream(self, request: Request) -> Response:
        """Tell what follows `Last-Event-ID`, then what comes."""
        conversation = request.path_params["conversation"]
        after = request.headers.get("last-event-id")
        return StreamingResponse(
            self._frames(conversation, None if after is None else int(after)), media_type="text/event-stream"
        )

    async def _frames(self, conversation: int, after: int | None) -> AsyncIterator[bytes]:
        listener = Listener()
        self._listeners[conversation].add(listener)
        try:
            yield b": open\n\n"
            if after is not None:
                for page in self._replay(conversation, after):
                    yield page
            while True:
                if not listener.frames:
                    listener.woken = asyncio.get_running_loop().create_future()
                    await listener.woken
                chunk = b"".join(listener.frames)
                listener.frames.clear()
                yield chunk
        finally:
            self._listeners[conversation].discard(listener)

    def _replay(self, conversation: int, after: int) -> list[bytes]:
        rows = self._reader.execute(
            "SELECT seq, body FROM facts WHERE conversation = ? AND seq > ? ORDER BY seq",
            (conversation, after),
        ).fetchall()
        frames = [frame(seq, body) for seq, body in rows]
        return [b"".join(frames[start : start + 1000]) for start in range(0, len(frames), 1000)]


def frame(seq: int, body: bytes) -> bytes:
    """One event as it goes out."""
    return b"id: %d\ndata: %b\n\n" % (seq, body)


def connect(file: Path) -> sqlite.Connection:
    """A durable connection to a plain file: WAL, a flush at every commit."""
    connection = sqlite.connect(str(file), isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    return connection


async def serve(folder: Path) -> None:
    """Serve until SIGTERM; print the port once it listens."""
    floor = Floor(folder / "floor.sqlite3")
    floor.start(asyncio.get_running_loop())
    routes = [
        Route("/conversations/{conversation:int}/messages", floor.send, methods=["POST"]),
        Route("/conversations/{conversation:int}/facts", floor.stream),
    ]
    listening = socket.create_server(("127.0.0.1", 0), backlog=4096)
    config = uvicorn.Config(
        Starlette(routes=routes),
        loop="uvloop",
        http="httptools",
        log_level="error",
        access_log=False,
        lifespan="off",
    )
    print(listening.getsockname()[1], flush=True)
    beating = asyncio.create_task(floor.beat())
    await uvicorn.Server(config).serve([listening])
    beating.cancel()


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    import uvloop

    uvloop.run(serve(Path(sys.argv[1])))
