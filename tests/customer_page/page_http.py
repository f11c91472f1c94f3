"""Serves PageBackend and the page's files over real HTTP and real server-sent events, with faults on demand.

Fault kinds: `cut_before` and `cut_after` (the line breaks before or after the deed), `late` (done, but never
answered), `error` (500), `portal` (a proxy's page, status 200), `busy` (429 with a problem), `signed_out`,
`gone`, `problem` (409 with the given problem); on a stream `silent` (a proxy holds the events back), `repeat`
(facts told twice) and `hole` (a read mark left out).
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.customer_page.county import Json
from tests.customer_page.page_backend import Fault, PageBackend, Session

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
PAGE = RESOURCES / "customer_page"
TYPES = {
    ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml", ".woff2": "font/woff2", ".json": "application/json", ".txt": "text/plain",
}  # fmt: skip
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)


@dataclass
class Request:
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    @property
    def cookie(self) -> str | None:
        for part in self.headers.get("cookie", "").split(";"):
            name, _, value = part.strip().partition("=")
            if name == "vuoro_customer":
                return value
        return None


@dataclass
class Answer:
    status: int
    body: bytes
    kind: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()


def json_answer(status: int, value: Json, *headers: tuple[str, str]) -> Answer:
    return Answer(status, json.dumps(value).encode(), headers=headers)


class PageServer:
    """A server in its own thread. `stop()` cuts every line; `start()` again listens at the same port."""

    def __init__(self, backend: PageBackend) -> None:
        self.backend = backend
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server: asyncio.Server | None = None
        self._lines: dict[asyncio.Task[None], asyncio.StreamWriter] = {}

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self._run(self._start())

    def stop(self) -> None:
        self._run(self._stop())

    def close(self) -> None:
        self.stop()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def cut_streams(self) -> None:
        """Breaks every open line without stopping to listen."""
        self._run(self._cut())

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _start(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _stop(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            # First no more lines are taken, then the server is closed: asyncio loses a line taken in between.
            for listening in server.sockets:
                self._loop.remove_reader(listening.fileno())
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            server.close()
        await self._last_lines()

    async def _cut(self) -> None:
        for task, writer in list(self._lines.items()):
            writer.transport.abort()
            task.cancel()
        await asyncio.gather(*self._lines, return_exceptions=True)

    async def _last_lines(self) -> None:
        """Lines that were taken in the very moment of stopping: ended too, and every transport let go of."""
        for _ in range(50):
            await self._cut()
            await asyncio.sleep(0)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._lines[task] = writer
        try:
            request = await read_request(reader)
            # A line taken in the very moment of stopping is not served: the server is down.
            if request is not None and self._server is not None:
                await self._answer(request, writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()
            with suppress(ConnectionError, asyncio.CancelledError):
                await writer.wait_closed()
            del self._lines[task]

    async def _answer(self, request: Request, writer: asyncio.StreamWriter) -> None:
        self.backend.requests.append(f"{request.method} {request.path}")
        is_stream = "text/event-stream" in request.headers.get("accept", "")
        fault = self.backend.fault_for(f"{request.path}{' events' if is_stream else ''}")
        kind = fault.kind if fault else ""
        if kind == "cut_before":
            return
        spoiled = spoiled_answer(fault) if fault else None
        if spoiled is not None:
            await send(writer, spoiled)
        elif is_stream and request.path.endswith("/facts"):
            await self._stream(request, writer, kind)
        else:
            answer = await self._route(request)
            if kind == "late":
                await asyncio.get_running_loop().create_future()
            if kind != "cut_after":
                await send(writer, answer)

    async def _route(self, request: Request) -> Answer:
        backend = self.backend
        if not request.path.startswith("/api/"):
            return static(request.path)
        name = request.path.removeprefix("/api/v1/customer/")
        if name == "entry":
            return json_answer(200, backend.entry)
        if name == "session":
            cookie, answer = backend.new_session()
            return json_answer(
                200,
                answer,
                ("Set-Cookie", f"vuoro_customer={cookie}; HttpOnly; SameSite=Lax; Path=/api/v1/customer"),
            )
        session = backend.sessions.get(request.cookie or "")
        if session is None:
            return json_answer(401, {"problem": {"code": "signed_out"}})
        if request.method == "POST" and request.headers.get("x-page-token") != session.page_token:
            return json_answer(
                403, {"outcome": "refused", "command_id": None, "problem": {"code": "not_allowed"}}
            )
        return await self._with_session(name, request, session)

    async def _with_session(self, name: str, request: Request, session: Session) -> Answer:
        backend = self.backend
        match name:
            case "snapshot":
                return json_answer(200, backend.snapshot(session))
            case "messages":
                return json_answer(200, backend.older(session, int(request.query["before"])))
            case "callback-windows":
                return json_answer(200, {"windows": backend.windows})
            case "hints":
                backend.hints.append(json.loads(request.body))
                return Answer(204, b"")
            case "commands":
                return json_answer(*backend.handle(request.cookie or "", session, json.loads(request.body)))
            case "facts":
                return await self._poll(request, session)
        return json_answer(404, {"problem": {"code": "not_found"}})

    def _putter(self, queue: asyncio.Queue[Json | None]) -> Callable[[Json | None], None]:
        def put(hint: Json | None) -> None:
            self._loop.call_soon_threadsafe(queue.put_nowait, hint)

        return put

    async def _poll(self, request: Request, session: Session) -> Answer:
        conversation = session.conversation
        after = int(request.query["after"])
        if conversation is None or after > conversation.cursor:
            return json_answer(410, {"problem": {"code": "gone"}})
        queue: asyncio.Queue[Json | None] = asyncio.Queue()
        stop = self.backend.listen(self._putter(queue))
        hints: list[Json] = []
        try:
            if after == conversation.cursor and int(request.query["wait"]) > 0:
                hint = await asyncio.wait_for(queue.get(), int(request.query["wait"]))
                hints = [hint] if hint else []
        except TimeoutError:
            pass
        finally:
            stop()
        facts = [{"cursor": c, "after": a, "fact": f} for c, a, f in conversation.facts if c > after]
        return json_answer(200, {"facts": facts, "hints": hints, "now": self.backend.at()})

    async def _stream(self, request: Request, writer: asyncio.StreamWriter, kind: str) -> None:
        session = self.backend.sessions.get(request.cookie or "")
        if session is None or session.conversation is None:
            await send(writer, json_answer(401, {"problem": {"code": "signed_out"}}))
            return
        conversation = session.conversation
        cursor = int(request.headers.get("last-event-id", request.query.get("after", "0")))
        if cursor > conversation.cursor:
            await send(writer, json_answer(410, {"problem": {"code": "gone"}}))
            return
        queue: asyncio.Queue[Json | None] = asyncio.Queue()
        stop = self.backend.listen(self._putter(queue))
        try:
            writer.write(head(200, "text/event-stream", ()))
            while True:
                for number, after, fact in [f for f in conversation.facts if f[0] > cursor]:
                    cursor = number
                    await self._tell(writer, number, after, fact, kind)
                await writer.drain()
                hint = await queue.get()
                if hint is not None and hint["type"] == "Beat":
                    beat = {"now": self.backend.at(), "cursor": cursor}
                    writer.write(f"event: beat\ndata: {json.dumps(beat)}\n\n".encode())
                elif hint is not None and kind != "silent":
                    writer.write(f"event: hint\ndata: {json.dumps(hint)}\n\n".encode())
        finally:
            stop()

    async def _tell(
        self, writer: asyncio.StreamWriter, number: int, after: int, fact: Json, kind: str
    ) -> None:
        if kind == "silent" or (kind == "hole" and fact["type"] == "ReadMarked"):
            return
        event = f"id: {number}\ndata: {after}\ndata: {json.dumps(fact)}\n\n".encode()
        writer.write(event * 2 if kind == "repeat" else event)


def spoiled_answer(fault: Fault) -> Answer | None:
    match fault.kind:
        case "error":
            return Answer(500, b"oops", "text/plain")
        case "portal":
            return Answer(200, b"<html><p>Hyv\xc3\xa4ksy verkon ehdot</p></html>", "text/html; charset=utf-8")
        case "busy":
            problem = {"code": "throttled", "retry_after_s": 1, **(fault.problem or {})}
            return json_answer(429, {"problem": problem}, ("Retry-After", str(problem["retry_after_s"])))
        case "problem":
            return json_answer(
                409, {"outcome": "refused", "command_id": None, "problem": fault.problem or {}}
            )
        case "signed_out":
            return json_answer(401, {"problem": {"code": "signed_out"}})
        case "gone":
            return json_answer(410, {"problem": {"code": "gone"}})
    return None


def static(path: str) -> Answer:
    if path == "/":
        return Answer(
            200, (PAGE / "index.html").read_bytes(), TYPES[".html"], (("Content-Security-Policy", POLICY),)
        )
    if path == "/page/personal_data.json":
        return Answer(200, (RESOURCES / "contract/v1/personal_data.json").read_bytes(), TYPES[".json"])
    if path == "/frame":
        return Answer(
            200,
            b"<!doctype html><title>f</title><iframe src='/' width=360 height=640></iframe>",
            TYPES[".html"],
        )
    file = PAGE / path.removeprefix("/page/")
    if not path.startswith("/page/") or ".." in path or not file.is_file():
        return Answer(404, b"", "text/plain")
    return Answer(200, file.read_bytes(), TYPES[file.suffix])


async def read_request(reader: asyncio.StreamReader) -> Request | None:
    try:
        raw = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = raw.split("\r\n")
    method, target, _ = first.split(" ")
    pairs = (line.split(": ", 1) for line in lines if ": " in line)
    headers = {name.lower(): value for name, value in pairs}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    parts = urlsplit(target)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    return Request(method, parts.path, query, headers, body)


def head(status: int, kind: str, headers: tuple[tuple[str, str], ...], length: int | None = None) -> bytes:
    lines = [
        f"HTTP/1.1 {status} -", f"Content-Type: {kind}", "Connection: close", "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer",
        *(f"{name}: {value}" for name, value in headers),
    ]  # fmt: skip
    if length is not None:
        lines.append(f"Content-Length: {length}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


async def send(writer: asyncio.StreamWriter, answer: Answer) -> None:
    writer.write(head(answer.status, answer.kind, answer.headers, len(answer.body)) + answer.body)
    await writer.drain()
