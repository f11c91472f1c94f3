"""bookable: Which times an identified customer may book to be called (R114)."""

import re
from typing import Final
from urllib.parse import parse_qs

from litestar import Response, get

from server_stub.counter.callbacks import BookableFor, CallbackCounter
from server_stub.helpline.roles import Action
from server_stub.helpline.values import Problem
from server_stub.ports import Clock
from server_stub.routes.doors import Asking, Handlers, json_answer, scope_of
from server_stub.routes.keeper import customer_of
from server_stub.routes.problem_answers import ProblemRaised, malformed
from server_stub.wire.callbacks import windows_as_json

_NAME: Final = re.compile(r"[\w-]{1,64}")


def bookable_times(callbacks: CallbackCounter, clock: Clock) -> Handlers:
    """What a customer reads before she books."""

    @get("/api/v1/customer/callback-windows", opt={"action": Action.CUSTOMER_CALLBACK_WINDOWS})
    async def windows(request: Asking) -> Response[bytes]:
        customer_of(scope_of(request))
        asked = BookableFor(*(_named(request, name) for name in BookableFor._fields))
        free = await callbacks.free_windows(asked, clock.millis())
        if isinstance(free, Problem):
            raise ProblemRaised(free)
        return json_answer(windows_as_json(free))

    return [windows]


def _named(request: Asking, name: str) -> str:
    values = parse_qs(request.scope["query_string"].decode("latin-1"), keep_blank_values=True).get(name, [])
    if len(values) != 1 or not _NAME.fullmatch(values[0]):
        raise ProblemRaised(malformed(name))
    return values[0]
