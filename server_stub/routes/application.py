"""application: All routes under one roof: the gate, its entries for commands and streams, Litestar."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from litestar import Litestar, Request, Response, Router
from litestar.exceptions import HTTPException, MethodNotAllowedException, NotFoundException
from litestar.types import ControllerRouterHandler

from server_stub.helpline.values import Problem
from server_stub.ports import Alarm, place_of
from server_stub.records.commit_groups import WriteFailed
from server_stub.routes.asgi import App
from server_stub.routes.gate import Entry, Gate
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
class Roof:
    """What the gate goes by."""

    hosts: frozenset[str]
    is_secure: bool
    outages: tuple[type[Exception], ...] = ()
    """What means that the database is away: the same may be asked again."""
    form_paths: frozenset[str] = frozenset()
    """Where forms come in that somebody else's page posts."""


def application(
    routes: Sequence[ControllerRouterHandler],
    entries: Mapping[str, Entry],
    *,
    keeper: Keeper,
    roof: Roof,
    alarm: Alarm,
    on_startup: Sequence[Hook] = (),
    on_shutdown: Sequence[Hook] = (),
) -> tuple[Gate, Litestar]:
    """The whole application, and Litestar's part of it (its route table is what the tests go through)."""

    def answered(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
        problem = unavailable() if isinstance(error, roof.outages) else problem_of(error)
        if problem is FAILED or isinstance(error, roof.outages):
            alarm("request_failed", error=type(error).__name__, at=place_of(error), method=request.method)
        answer = problem_answer(problem, request.scope["path"])
        return Response(
            answer.body,
            status_code=answer.status,
            headers=dict(answer.headers),
            media_type="application/json",
        )

    litestar = Litestar(
        route_handlers=[Router("/", route_handlers=routes, guards=[keeper.as_guard()])],
        exception_handlers={Exception: answered, HTTPException: answered},
        on_startup=list(on_startup),
        on_shutdown=list(on_shutdown),
        openapi_config=None,
        logging_config=None,
        debug=False,
    )
    gate = Gate(
        cast("App", litestar),
        entries,
        hosts=roof.hosts,
        is_secure=roof.is_secure,
        outages=roof.outages,
        alarm=alarm,
        form_paths=roof.form_paths,
    )
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
