"""gate: The outermost layer: what a request must look like to be read, and what every answer carries.

    socket ─► Host ─► method ─► path ─► encoding ─► type ─► size ─► body (bounded, in time) ─► routes
                                 every refusal is the contract's problem, every answer has the safety headers

trust.md B08, B14–B16, U15. A fault below becomes a bare 500: no stack, no content.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any, Final

from server_stub.helpline.values import Problem
from server_stub.ports import Alarm
from server_stub.routes.problem_answers import (
    FAILED,
    NOT_FOUND,
    WRONG_MEDIA_TYPE,
    WRONG_METHOD,
    malformed,
    problem_answer,
)

LARGEST_BODY: Final = 64 * 1024
_LONGEST_QUERY: Final = 2_048
_MOST_HEADERS: Final = 100
_LARGEST_HEAD: Final = 32 * 1024
_BODY_WITHIN_S: Final = 15.0
# Nothing of ours needs more; a path with anything else is answered before routing could read it in two ways.
_PATH: Final = re.compile(r"/(?:[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*)?")

# The shapes of ASGI, as uvicorn and Litestar type them.
Scope = dict[str, Any]
Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

USUAL_HEADERS: Final[Mapping[bytes, bytes]] = {
    b"cache-control": b"no-store",
    b"content-security-policy": b"default-src 'none'; frame-ancestors 'none'",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
    b"referrer-policy": b"no-referrer",
    b"x-content-type-options": b"nosniff",
}
"""What an answer carries unless it says otherwise itself."""
STRICT_TRANSPORT: Final = (b"strict-transport-security", b"max-age=63072000; includeSubDomains")


class _Left(Exception):
    """The caller went away before her request was whole."""


class Gate:
    """Guards an ASGI application. It answers to `hosts` only; `is_secure`: TLS ends before it."""

    def __init__(self, app: App, *, hosts: Iterable[str], is_secure: bool, alarm: Alarm) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._headers = dict([*USUAL_HEADERS.items(), *([STRICT_TRANSPORT] if is_secure else [])])
        self._alarm = alarm

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request (or the application's life)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _Answer(send, self._headers)
        path = str(scope["path"])
        problem = self._refusal(scope)
        if problem is not None:
            await answer.problem(problem, path, closes=True)
            return
        try:
            if _has_body(scope):
                receive = await _whole_body(receive)
            await self._app(scope, receive, answer.send)
        except _Refused as refused:
            await answer.problem(refused.problem, path, closes=True)
        except _Left:
            return
        except Exception as error:
            self._alarm(
                "request_failed", error=type(error).__name__, at=place_of(error), method=scope["method"]
            )
            if not answer.has_begun:
                await answer.problem(FAILED, path, closes=True)
            else:
                # Cut it off: an answer that stops half-way must not look whole.
                raise

    def _refusal(self, scope: Scope) -> Problem | None:
        headers: list[tuple[bytes, bytes]] = scope["headers"]
        if len(headers) > _MOST_HEADERS or sum(len(n) + len(v) for n, v in headers) > _LARGEST_HEAD:
            return malformed("head")
        hosts = [value.decode("latin-1").lower() for name, value in headers if name == b"host"]
        if len(hosts) != 1 or hosts[0] not in self._hosts:
            return malformed("Host")
        if scope["method"] not in ("GET", "POST"):
            return WRONG_METHOD
        if not _PATH.fullmatch(scope["path"]) or b"%" in scope.get("raw_path", b"") or "/." in scope["path"]:
            return NOT_FOUND
        if len(scope["query_string"]) > _LONGEST_QUERY:
            return malformed("query")
        if any(name == b"content-encoding" for name, _ in headers):
            return WRONG_MEDIA_TYPE
        return _body_refusal(headers) if _has_body(scope) else None


class _Refused(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def _has_body(scope: Scope) -> bool:
    return any(
        name == b"transfer-encoding" or (name == b"content-length" and value != b"0")
        for name, value in scope["headers"]
    )


def _body_refusal(headers: list[tuple[bytes, bytes]]) -> Problem | None:
    types = [
        value.decode("latin-1").partition(";")[0].strip().lower()
        for name, value in headers
        if name == b"content-type"
    ]
    if types != ["application/json"]:
        return WRONG_MEDIA_TYPE
    for name, value in headers:
        if name == b"content-length" and (not value.isdigit() or int(value[:12]) > LARGEST_BODY):
            return too_large()
    return None


def too_large() -> Problem:
    """`too_large` of the contract."""
    return Problem("too_large", {"limit": LARGEST_BODY})


async def _whole_body(receive: Receive) -> Receive:
    """Read the body within its bound and time; what comes back gives it as one message."""
    body = bytearray()
    try:
        async with asyncio.timeout(_BODY_WITHIN_S):
            more = True
            while more:
                message = await receive()
                if message["type"] != "http.request":
                    raise _Left
                body += message.get("body", b"")
                more = bool(message.get("more_body", False))
                if len(body) > LARGEST_BODY:
                    raise _Refused(too_large())
    except TimeoutError:
        raise _Refused(malformed("body")) from None
    whole = bytes(body)
    is_given = False

    async def give() -> Message:
        nonlocal is_given
        if is_given:
            return await receive()
        is_given = True
        return {"type": "http.request", "body": whole, "more_body": False}

    return give


class _Answer:
    """Sends an answer on, with the usual headers where it brings none of its own."""

    def __init__(self, send: Send, headers: Mapping[bytes, bytes]) -> None:
        self._send = send
        self._headers = headers
        self.has_begun = False

    async def send(self, message: Message) -> None:
        """One message of the application."""
        if message["type"] == "http.response.start":
            self.has_begun = True
            own = [(name.lower(), value) for name, value in message.get("headers", ())]
            names = {name for name, _ in own}
            usual = [(name, value) for name, value in self._headers.items() if name not in names]
            message = {**message, "headers": [*own, *usual]}
        await self._send(message)

    async def problem(self, problem: Problem, path: str, *, closes: bool) -> None:
        """A whole answer of our own; `closes` when the request was not read to its end."""
        answer = problem_answer(problem, path)
        headers = [(name.lower().encode(), value.encode()) for name, value in answer.headers.items()]
        headers += [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(answer.body))]
        if closes:
            headers.append((b"connection", b"close"))
        with suppress(OSError):
            await self.send({"type": "http.response.start", "status": answer.status, "headers": headers})
            await self.send({"type": "http.response.body", "body": answer.body})


def place_of(error: BaseException) -> str:
    """`file:line` where it was raised: enough to find it, nothing of what was handled."""
    trace = error.__traceback__
    if trace is None:
        return "?"
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}"
