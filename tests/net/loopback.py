"""A small real server on this computer that answers as it is told to: well, badly, in part, or not at all."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

EXAMPLES = Path(__file__).parents[2] / "resources" / "contract" / "v1" / "examples"
DATE = "Mon, 23 Nov 2026 09:05:07 GMT"


@dataclass(frozen=True)
class Request:
    """What came in."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    @property
    def bearer(self) -> str:
        return self.headers.get("authorization", "").removeprefix("Bearer ")


Behaviour = Callable[[asyncio.StreamWriter], Awaitable[None]]


def example(name: str) -> bytes:
    """One example of the contract, as bytes."""
    return (EXAMPLES / f"{name}.json").read_bytes()


def answer(
    body: bytes = b"", *, status: int = 200, kind: str = "application/json", **headers: str
) -> Behaviour:
    """A whole, well-formed answer."""

    async def behave(writer: asyncio.StreamWriter) -> None:
        lines = [
            f"HTTP/1.1 {status} -",
            f"Content-Type: {kind}",
            f"Content-Length: {len(body)}",
            f"Date: {DATE}",
        ]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        writer.write(("\r\n".join(lines) + "\r\n\r\n").encode() + body)
        await writer.drain()

    return behave


def a_problem(code: str, status: int, **keys: object) -> Behaviour:
    """An answer that is a problem outside commands."""
    return answer(json.dumps({"problem": {"code": code, **keys}}).encode(), status=status)


def a_refusal(code: str, status: int, **keys: object) -> Behaviour:
    """An answer that refuses a command for good."""
    body = {"outcome": "refused", "command_id": "0" * 32, "problem": {"code": code, **keys}}
    return answer(json.dumps(body).encode(), status=status)


def a_portal() -> Behaviour:
    """What a hotel's network says to everything: 200 and a page of its own."""
    return answer(b"<html><body>Welcome! Please log in.</body></html>", kind="text/html")


def cut_in_the_middle(body: bytes) -> Behaviour:
    """Promise a whole body, send half of it, hang up."""

    async def behave(writer: asyncio.StreamWriter) -> None:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body[: len(body) // 2])
        await writer.drain()
        writer.close()

    return behave


def hang_up() -> Behaviour:
    """Close without a word."""

    async def behave(writer: asyncio.StreamWriter) -> None:
        writer.close()

    return behave


def silence() -> Behaviour:
    """Accept, and never answer."""

    async def behave(writer: asyncio.StreamWriter) -> None:
        await asyncio.Event().wait()

    return behave


def events(*chunks: str, then_stays: bool = True) -> Behaviour:
    """An event stream: each chunk is written as it stands; afterwards silence, or the end."""

    async def behave(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n")
        for chunk in chunks:
            writer.write(chunk.encode())
            await writer.drain()
        if then_stays:
            await asyncio.Event().wait()
        writer.close()

    return behave


def a_fact(cursor: int, after: int, name: str = "MessageWritten.customer") -> str:
    """One server-sent fact."""
    compact = json.dumps(json.loads(example(name)), ensure_ascii=False)
    return f"id: {cursor}\ndata: {after}\ndata: {compact}\n\n"


A_BEAT = 'event: beat\ndata: {"now": "2026-11-23T09:05:27.123Z", "cursor": 4698}\n\n'
A_HINT = f"event: hint\ndata: {json.dumps(json.loads(example('StaffTypingHint')))}\n\n"


def a_page(*facts: tuple[int, int]) -> Behaviour:
    """A long-polling answer with these facts: (cursor, after)."""
    fact = json.loads(example("MessageWritten.customer"))
    listed = [{"cursor": cursor, "after": after, "fact": fact} for cursor, after in facts]
    return answer(json.dumps({"facts": listed, "hints": [], "now": "2026-11-23T09:20:45.000Z"}).encode())


class Loopback:
    """Answers each path with what was planned for it, in order; the last plan stays."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self._plans: dict[str, deque[Behaviour]] = defaultdict(deque)
        self._tasks: set[asyncio.Task[None]] = set()

    def plan(self, path: str, *behaviours: Behaviour) -> None:
        """What that path does next, and then, and then."""
        self._plans[path].extend(behaviours)

    def asked(self, path: str) -> list[Request]:
        """What was asked of that path so far."""
        return [request for request in self.requests if request.path == path]

    async def __aenter__(self) -> Loopback:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        host, port = self._server.sockets[0].getsockname()
        self.url = f"http://{host}:{port}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            while (request := await _read(reader)) is not None:
                self.requests.append(request)
                plans = self._plans[request.path]
                behaviour = plans.popleft() if len(plans) > 1 else plans[0] if plans else hang_up()
                await behaviour(writer)
                if writer.is_closing():
                    break
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()


async def _read(reader: asyncio.StreamReader) -> Request | None:
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.strip().split("\r\n")
    method, target, _ = first.split(" ")
    headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Request(method, target, headers, body)
