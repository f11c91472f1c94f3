"""incoming: What has come of a request: its head in one pass, its body within a bound and in time."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from server_stub.helpline.values import Problem
from server_stub.routes.asgi import Message, Receive, Scope
from server_stub.routes.problem_answers import malformed

LARGEST_BODY: Final = 64 * 1024
_BODY_WITHIN_S: Final = 15.0
_FILE_WITHIN_S: Final = 300.0
JSON: Final = b"application/json"
FORM: Final = b"application/x-www-form-urlencoded"
BYTES: Final = b"application/octet-stream"

WHOLE_BODY: Final = "vuoro.whole_body"
"""Where, in a request's state, the server puts a body that came with its head."""


class Left(Exception):
    """The caller went away before her request was whole."""


@dataclass(slots=True)
class Head:
    """What the gate looks at in a request's head."""

    size: int = 0
    hosts: int = 0
    host: str = ""
    types: int = 0
    type: bytes = b""
    is_encoded: bool = False
    has_body: bool = False
    length: int | None = None


_LOOKED_AT: Final = frozenset(
    {b"host", b"content-type", b"content-length", b"transfer-encoding", b"content-encoding"}
)


def read_head(headers: Iterable[tuple[bytes, bytes]]) -> Head:
    """One pass over the headers: every request of the hot path goes through here."""
    head = Head()
    size = 0
    for name, value in headers:
        size += len(name) + len(value)
        if name not in _LOOKED_AT:
            continue
        if name == b"host":
            head.hosts += 1
            head.host = value.decode("latin-1").lower()
        elif name == b"content-type":
            head.types += 1
            head.type = value if value == JSON else value.partition(b";")[0].strip().lower()
        elif name == b"content-length":
            if value != b"0":
                head.has_body = True
                head.length = int(value[:12]) if value.isdigit() else LARGEST_BODY + 1
        elif name == b"transfer-encoding":
            head.has_body = True
        else:
            head.is_encoded = True
    head.size = size
    return head


class Refused(Exception):
    """The request is refused while it is read; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def too_large(limit: int = LARGEST_BODY) -> Problem:
    """`too_large` of the contract; `limit` is in bytes."""
    return Problem("too_large", {"limit": limit})


async def whole_body(scope: Scope, head: Head, receive: Receive) -> bytes:
    """The body; empty when there is none. Raises `Refused`, or `Left` when the caller went away."""
    if not head.has_body:
        return b""
    whole: bytes | None = scope.get("state", {}).get(WHOLE_BODY)
    if whole is None:
        return await _read_body(receive)
    if len(whole) > LARGEST_BODY:
        raise Refused(too_large())
    return whole


async def _read_body(receive: Receive) -> bytes:
    """What comes piece by piece, within its bound and time."""
    task = asyncio.current_task()
    if task is None:
        raise RuntimeError("a body is read inside a task")
    is_late = False

    def give_up() -> None:
        nonlocal is_late
        is_late = True
        task.cancel()

    timer = asyncio.get_running_loop().call_later(_BODY_WITHIN_S, give_up)
    try:
        message = await receive()
        body = _part(message)
        if not message.get("more_body", False):
            return body
        parts, size = [body], len(body)
        while message.get("more_body", False):
            message = await receive()
            parts.append(_part(message))
            size += len(parts[-1])
            if size > LARGEST_BODY:
                raise Refused(too_large())
        return b"".join(parts)
    except asyncio.CancelledError:
        if not is_late:
            raise
        task.uncancel()
        raise Refused(malformed("body")) from None
    finally:
        timer.cancel()


def _part(message: Message) -> bytes:
    if message["type"] != "http.request":
        raise Left
    part: bytes = message.get("body", b"")
    if len(part) > LARGEST_BODY:
        raise Refused(too_large())
    return part


async def whole_file(receive: Receive, *, largest: int) -> bytes:
    """A file's bytes as they come, never more than `largest` of them and each piece in time.

    Raises `Refused` for what is too large or too slow, or `Left` when the caller went away.
    """
    parts = bytearray()
    try:
        async with asyncio.timeout(_FILE_WITHIN_S):
            has_more = True
            while has_more:
                async with asyncio.timeout(_BODY_WITHIN_S):
                    message = await receive()
                if message["type"] != "http.request":
                    raise Left
                parts += message.get("body", b"")
                if len(parts) > largest:
                    raise Refused(too_large(largest))
                has_more = message.get("more_body", False)
    except TimeoutError:
        raise Refused(malformed("body")) from None
    return bytes(parts)


def given(body: bytes, receive: Receive) -> Receive:
    """A way to receive that gives the body as one message, then what comes after it."""
    is_given = False

    async def give() -> Message:
        nonlocal is_given
        if is_given:
            return await receive()
        is_given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return give
