"""gate: The outermost layer: what a request must look like to be read, and what every answer carries.

    socket ─► Host ─► method ─► path ─► encoding ─► type ─► size ─► body (bounded, in time) ─┬► commands
                                                                                             ├► streams
       every refusal is the contract's problem, every answer has the safety headers          └► routes

Commands and streams, the two paths of every message, lead straight on; Litestar routes the rest
(decision 13). trust.md B08, B14–B16, U15. A fault below becomes a bare 500: no stack, no content.
"""

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, NamedTuple

from server_stub.helpline.values import Problem
from server_stub.ports import Alarm, place_of
from server_stub.routes.asgi import App, Message, Receive, Scope, Send
from server_stub.routes.incoming import (
    BYTES,
    FORM,
    JSON,
    LARGEST_BODY,
    Head,
    Left,
    Refused,
    given,
    read_head,
    too_large,
    whole_body,
)
from server_stub.routes.problem_answers import (
    FAILED,
    NOT_FOUND,
    WRONG_MEDIA_TYPE,
    WRONG_METHOD,
    malformed,
    problem_answer,
    unavailable,
)

_LONGEST_QUERY: Final = 2_048
_MOST_HEADERS: Final = 100
_LARGEST_HEAD: Final = 32 * 1024
_JSON_TYPE: Final = (b"content-type", JSON)
# Nothing of ours needs more; a path with anything else is answered before routing could read it in two ways.
_PATH: Final = re.compile(r"/(?:[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*)?")


class Reply(NamedTuple):
    """A whole answer in JSON; `retry_after_s` when the caller should come again."""

    status: int
    body: bytes
    retry_after_s: int | None = None


@dataclass(frozen=True, slots=True)
class Commands:
    """A path that takes commands: POST, read whole and answered whole. `answer` admits its callers itself."""

    answer: Callable[[Scope, bytes], Awaitable[Reply]]
    method: str = "POST"


@dataclass(frozen=True, slots=True)
class Stream:
    """A path that tells facts for as long as somebody listens: GET. `app` admits its callers itself."""

    app: App
    method: str = "GET"


@dataclass(frozen=True, slots=True)
class Files:
    """A path that takes a file's bytes: POST, at most `largest`. `answer` admits its callers, then reads."""

    answer: Callable[[Scope, Receive], Awaitable[Reply]]
    largest: int
    method: str = "POST"


Entry = Commands | Stream | Files
"""A path that does not pass through Litestar's routes."""

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


class Gate:
    """Guards an ASGI application. It answers to `hosts` only; `is_secure`: TLS ends before it."""

    def __init__(
        self,
        app: App,
        entries: Mapping[str, Entry],
        *,
        hosts: Iterable[str],
        is_secure: bool,
        outages: tuple[type[Exception], ...] = (),
        alarm: Alarm,
        form_paths: frozenset[str] = frozenset(),
    ) -> None:
        """`entries` by path; whatever is asked for elsewhere is `app`'s. `outages`: the database is away.

        `form_paths`: where a browser posts a form for somebody else, and nowhere else.
        """
        self.entries = entries
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._headers = (*USUAL_HEADERS.items(), *((STRICT_TRANSPORT,) if is_secure else ()))
        self._outages = outages
        self._alarm = alarm
        self._form_paths = form_paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request (or the application's life)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _Answer(send, self._headers)
        path = str(scope["path"])
        head = read_head(scope["headers"])
        problem = self._refusal(scope, head)
        if problem is not None:
            await answer.problem(problem, path, closes=True)
            return
        entry = self.entries.get(path)
        if entry is not None and scope["method"] != entry.method:
            await answer.problem(WRONG_METHOD, path, closes=True)
            return
        try:
            match entry:
                case Commands():
                    await answer.whole(await entry.answer(scope, await whole_body(scope, head, receive)))
                case Files():
                    await answer.whole(await entry.answer(scope, receive))
                case Stream():
                    await entry.app(scope, receive, answer.send)
                case None:
                    if head.has_body:
                        receive = given(await whole_body(scope, head, receive), receive)
                    await self._app(scope, receive, answer.send)
        except Refused as refused:
            await answer.problem(refused.problem, path, closes=True)
        except Left:
            return
        except Exception as raised:
            error = _alone(raised)
            self._alarm(
                "request_failed", error=type(error).__name__, at=place_of(error), method=scope["method"]
            )
            if not answer.has_begun:
                problem = unavailable() if isinstance(error, self._outages) else FAILED
                await answer.problem(problem, path, closes=True)
            else:
                # Cut it off: an answer that stops half-way must not look whole.
                raise

    def _refusal(self, scope: Scope, head: Head) -> Problem | None:
        if len(scope["headers"]) > _MOST_HEADERS or head.size > _LARGEST_HEAD:
            return malformed("head")
        if head.hosts != 1 or head.host not in self._hosts:
            return malformed("Host")
        if scope["method"] not in ("GET", "POST"):
            return WRONG_METHOD
        if not _PATH.fullmatch(scope["path"]) or b"%" in scope.get("raw_path", b"") or "/." in scope["path"]:
            return NOT_FOUND
        if len(scope["query_string"]) > _LONGEST_QUERY:
            return malformed("query")
        if head.is_encoded:
            return WRONG_MEDIA_TYPE
        if not head.has_body:
            return None
        wanted, largest = FORM if scope["path"] in self._form_paths else JSON, LARGEST_BODY
        entry = self.entries.get(scope["path"])
        if isinstance(entry, Files):
            wanted, largest = BYTES, entry.largest
        if head.types != 1 or head.type != wanted:
            return WRONG_MEDIA_TYPE
        return None if head.length is None or head.length <= largest else too_large(largest)


class _Answer:
    """Sends an answer on, with the usual headers where it brings none of its own."""

    def __init__(self, send: Send, headers: tuple[tuple[bytes, bytes], ...]) -> None:
        self._send = send
        self._headers = headers
        self.has_begun = False

    async def send(self, message: Message) -> None:
        """One message of the application."""
        if message["type"] == "http.response.start":
            self.has_begun = True
            own: list[tuple[bytes, bytes]] = list(message.get("headers", ()))
            names = {name for name, _ in own}
            own += [pair for pair in self._headers if pair[0] not in names]
            message = {**message, "headers": own}
        await self._send(message)

    async def whole(self, reply: Reply) -> None:
        """A whole answer in JSON."""
        headers = [*self._headers, _JSON_TYPE, (b"content-length", b"%d" % len(reply.body))]
        if reply.retry_after_s is not None:
            headers.append((b"retry-after", b"%d" % reply.retry_after_s))
        self.has_begun = True
        await self._send({"type": "http.response.start", "status": reply.status, "headers": headers})
        await self._send({"type": "http.response.body", "body": reply.body})

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


def _alone(error: BaseException) -> BaseException:
    """What a task group wrapped, when it is one: a stream's outage and its bug must not look alike."""
    while isinstance(error, BaseExceptionGroup) and len(error.exceptions) == 1:
        error = error.exceptions[0]
    return error
