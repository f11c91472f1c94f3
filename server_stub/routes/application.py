"""application: All routes under one roof: Litestar, mounted entries for commands and streams, the gate."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

from litestar import Litestar, Request, Response, Router, asgi
from litestar.exceptions import HTTPException, MethodNotAllowedException, NotFoundException
from litestar.handlers import ASGIRouteHandler
from litestar.types import ControllerRouterHandler

from server_stub.helpline.values import Problem
from server_stub.ports import Alarm
from server_stub.records.commit_groups import WriteFailed
from server_stub.routes.gate import App, Gate, Receive, Scope, Send, place_of
from server_stub.routes.keeper import Keeper
from server_stub.routes.problem_answers import (
    FAILED,
    NOT_FOUND,
    WRONG_METHOD,
    ProblemRaised,
    malformed,
    problem_answer,
    unavailable,
)

Hook = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Entry:
    """An application mounted at exactly one path; it admits its callers itself."""

    method: str
    path: str
    app: App


@dataclass(frozen=True, slots=True)
class Roof:
    """What the gate goes by."""

    hosts: frozenset[str]
    is_secure: bool


def application(
    routes: Sequence[ControllerRouterHandler],
    entries: Sequence[Entry],
    *,
    keeper: Keeper,
    roof: Roof,
    alarm: Alarm,
    on_startup: Sequence[Hook] = (),
    on_shutdown: Sequence[Hook] = (),
) -> tuple[Gate, Litestar]:
    """The whole application, and Litestar's part of it (its route table is what the tests go through)."""

    def answered(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
        problem = problem_of(error)
        if problem is FAILED:
            alarm("request_failed", error=type(error).__name__, at=place_of(error), method=request.method)
        answer = problem_answer(problem, request.scope["path"])
        return Response(
            answer.body,
            status_code=answer.status,
            headers=dict(answer.headers),
            media_type="application/json",
        )

    litestar = Litestar(
        route_handlers=[
            Router("/", route_handlers=routes, guards=[keeper.as_guard()]),
            *(_mounted(entry) for entry in entries),
        ],
        exception_handlers={Exception: answered, HTTPException: answered},
        on_startup=list(on_startup),
        on_shutdown=list(on_shutdown),
        openapi_config=None,
        logging_config=None,
        debug=False,
    )
    gate = Gate(cast("App", litestar), hosts=roof.hosts, is_secure=roof.is_secure, alarm=alarm)
    return gate, litestar


def problem_of(error: Exception) -> Problem:
    """What an error is to the caller."""
    match error:
        case ProblemRaised(problem):
            return problem
        case WriteFailed():
            return unavailable()
        case NotFoundException():
            return NOT_FOUND
        case MethodNotAllowedException():
            return WRONG_METHOD
        case HTTPException(status_code=400):
            return malformed("request")
        case _:
            return FAILED


_MOUNTED: Final = "mounted"


def _mounted(entry: Entry) -> ASGIRouteHandler:
    # Litestar routes everything below a mount to it: what is not exactly the path is not there.
    @asgi(entry.path, is_mount=True, copy_scope=False, opt={_MOUNTED: True})
    async def mounted(scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 — Litestar wants its own types
        if scope["raw_path"].partition(b"?")[0].decode("latin-1") != entry.path:
            await _answer(send, NOT_FOUND, entry.path)
        elif scope["method"] != entry.method:
            await _answer(send, WRONG_METHOD, entry.path)
        else:
            await entry.app(scope, receive, send)

    return mounted


async def _answer(send: Send, problem: Problem, path: str) -> None:
    answer = problem_answer(problem, path)
    headers = [(name.lower().encode(), value.encode()) for name, value in answer.headers.items()]
    headers += [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(answer.body))]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body})


__all__ = ["Entry", "Receive", "Roof", "Scope", "application"]
