"""The streams: what a reader missed, then facts as they are committed (CONTRACT.md section 5).

    admit ─► subscribe ─► replay up to the head ─► told (routes.telling) ─► left

Server-sent events, or long-polling on the same resource for those behind a proxy that buffers.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Final
from urllib.parse import parse_qs

from server_stub.counter.streams import Streams, Subject
from server_stub.fanout.reader import Ending, Reader
from server_stub.helpline.roles import Action
from server_stub.helpline.values import Problem
from server_stub.identity.authentication import Authenticator
from server_stub.identity.caller import Caller, Network, read_caller
from server_stub.identity.principal import CustomerPrincipal, Principal, StaffPrincipal
from server_stub.identity.rate_limits import Limited, RateLimiter
from server_stub.routes.asgi import Receive, Scope, Send
from server_stub.routes.telling import Run, tell_events, tell_page, tell_problem

LONGEST_WAIT_S: Final = 25
LARGEST_CURSOR: Final = 2**53
_NUMBER: Final = re.compile("[0-9]{1,16}")


@dataclass(frozen=True, slots=True)
class _Asked:
    cursor: int
    wait_s: int
    wants_events: bool
    shown: str | None = None
    """The conversation the reader's window shows, where she names it."""


class FactsEntry:
    """One of the two streams, `/api/v1/staff/facts` or `/api/v1/customer/facts`."""

    def __init__(
        self,
        streams: Streams,
        authenticator: Authenticator,
        limiter: RateLimiter,
        *,
        is_staff: bool,
        proxies: Sequence[Network],
        millis: Callable[[], int],
    ) -> None:
        self._streams = streams
        self._authenticator = authenticator
        self._limiter = limiter
        self._action = Action.STAFF_FACTS if is_staff else Action.CUSTOMER_FACTS
        self._proxies = proxies
        self._millis = millis

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one reader."""
        client = scope.get("client")
        caller = read_caller(
            method="GET", headers=scope["headers"], peer=client[0] if client else None, proxies=self._proxies
        )
        principal = await self._authenticator.admit(caller, self._action)
        if problem := self._limited(principal, caller):
            await tell_problem(send, problem)
            return
        if isinstance(principal, Problem):
            await tell_problem(send, principal)
            return
        asked = _asked(scope)
        subject = subject_of(principal)
        if asked is None or subject is None:
            await tell_problem(
                send, Problem("malformed", {"detail": "after"}) if asked is None else Problem("not_found")
            )
            return
        if asked.shown is not None and not _is_at(principal, asked.shown):
            # A cursor counts within one conversation: here it would be another's.
            await tell_problem(send, Problem("gone"))
            return
        async with _subscribed(self._streams, subject, receive) as reader:
            missed = await self._streams.missed(subject, asked.cursor)
            if missed is None:
                await tell_problem(send, Problem("gone"))
                return
            run = Run(self._streams, reader, asked.cursor, missed.up_to, self._millis)
            still = partial(self._authenticator.is_still_admitted, principal, caller, self._action)
            if asked.wants_events:
                await tell_events(run, send, missed.facts, still)
            else:
                await tell_page(run, send, missed.facts, asked.wait_s, still)

    def _limited(self, principal: Principal | Problem, caller: Caller) -> Problem | None:
        """`throttled` for who opens too often; strangers are counted by address, as at every route."""
        if isinstance(principal, StaffPrincipal | CustomerPrincipal):
            return self._limiter.take(Limited.STREAMS_PER_CALLER, principal.actor.address)
        return self._limiter.take(Limited.READS_PER_ADDRESS, caller.address)


@asynccontextmanager
async def _subscribed(streams: Streams, subject: Subject, receive: Receive) -> AsyncIterator[Reader]:
    """A reader for as long as the other end is there. Subscribed first, so that nothing falls between."""
    reader = streams.subscribe(subject)

    async def leave_when_cut() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        reader.end(Ending.LEFT)

    try:
        async with asyncio.TaskGroup() as tasks:
            watch = tasks.create_task(leave_when_cut())
            yield reader
            watch.cancel()
    finally:
        streams.leave(subject, reader)


def subject_of(principal: Principal) -> Subject | None:
    """Whose stream it is; None for a customer who has no conversation."""
    match principal:
        case StaffPrincipal():
            return Subject.of_staff(principal.actor, entitled_from=principal.entitled_from)
        case CustomerPrincipal() if principal.actor.conversation_id is not None:
            return Subject.of_customer(principal.actor.conversation_id)
        case _:
            return None


def _is_at(principal: Principal, conversation_id: str) -> bool:
    return isinstance(principal, CustomerPrincipal) and principal.actor.conversation_id == conversation_id


def _asked(scope: Scope) -> _Asked | None:
    """The cursor and manner asked for; None when the cursor is no number."""
    accept = last_event_id = b""
    for name, value in scope["headers"]:
        if name == b"last-event-id":
            last_event_id = value
        elif name == b"accept":
            accept = value
    query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    cursor = _number(last_event_id.decode("latin-1") or query.get("after", [""])[0])
    wait_s = _number(query.get("wait", [str(LONGEST_WAIT_S)])[0])
    if cursor is None or wait_s is None:
        return None
    shown = query.get("conversation_id", [None])[0]
    return _Asked(cursor, min(wait_s, LONGEST_WAIT_S), b"text/event-stream" in accept, shown)


def _number(text: str) -> int | None:
    """A number as the contract writes it; None for anything else, however long it is."""
    return int(text) if _NUMBER.fullmatch(text) and int(text) <= LARGEST_CURSOR else None
