"""The streams: what a reader missed, then facts as they are committed (CONTRACT.md section 5).

    subscribe ─► replay up to the head ─► live, without what was replayed ─► gone │ slow │ left │ stopping

Server-sent events, or long-polling on the same resource for those behind a proxy that buffers.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Final
from urllib.parse import parse_qs

from server_stub.counter.streams import Streams, Subject
from server_stub.fanout.outgoing import Outgoing, page
from server_stub.fanout.reader import Ending, Reader
from server_stub.helpline.roles import Action
from server_stub.helpline.values import Problem
from server_stub.identity.authentication import Authenticator
from server_stub.identity.caller import Caller, Network, read_caller
from server_stub.identity.principal import CustomerPrincipal, Principal, StaffPrincipal
from server_stub.identity.rate_limits import Limited, RateLimiter
from server_stub.routes.gate import Message, Receive, Scope, Send
from server_stub.wire import answers
from server_stub.wire.heads import stamp

LONGEST_WAIT_S: Final = 25
MOST_IN_A_PAGE: Final = 1_000
LARGEST_CURSOR: Final = 2**53

_GONE_EVENT: Final = b'event: gone\ndata: {"code":"gone"}\n\n'


@dataclass(frozen=True, slots=True)
class _Asked:
    cursor: int
    wait_s: int
    wants_events: bool


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
            await _problem(send, problem)
            return
        if isinstance(principal, Problem):
            await _problem(send, principal)
            return
        asked = _asked(scope)
        subject = subject_of(principal)
        if asked is None or subject is None:
            await _problem(
                send, Problem("malformed", {"detail": "after"}) if asked is None else Problem("not_found")
            )
            return
        async with _subscribed(self._streams, subject, receive) as reader:
            missed = await self._streams.missed(subject, asked.cursor)
            if missed is None:
                await _problem(send, Problem("gone"))
                return
            run = _Run(self._streams, reader, asked.cursor, missed.up_to, self._millis)

            if asked.wants_events:
                still = partial(self._authenticator.is_still_admitted, principal, caller, self._action)
                await _events(run, send, missed.facts, still)
            else:
                await _page(run, send, missed.facts, asked.wait_s)

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


class _Run:
    """Where one stream has come to: the reader's cursor, and what was replayed already."""

    def __init__(
        self, streams: Streams, reader: Reader, cursor: int, replayed_up_to: int, millis: Callable[[], int]
    ) -> None:
        self.reader = reader
        self._millis = millis
        self._streams = streams
        self._cursor = cursor
        self._replayed_up_to = replayed_up_to

    @property
    def cursor(self) -> int:
        """The last cursor this reader was given: a beat names it, so that a lost last fact is missed."""
        return self._cursor

    def now(self) -> str:
        """The time, as the contract writes it."""
        return stamp(self._millis())

    async def events(self, facts: Sequence[Outgoing]) -> list[bytes]:
        """The facts as events, each with this reader's own `after`."""
        is_customer = self.reader.is_customer
        parts: list[bytes] = []
        for fact in facts:
            body = await self._filled(fact) if fact.is_made_at_delivery else None
            parts.append(fact.event(self._follow(fact), is_customer=is_customer, body=body))
        return parts

    async def entries(self, facts: Sequence[Outgoing]) -> list[bytes]:
        """The facts as entries of a page."""
        is_customer = self.reader.is_customer
        parts: list[bytes] = []
        for fact in facts:
            body = await self._filled(fact) if fact.is_made_at_delivery else None
            parts.append(fact.entry(self._follow(fact), is_customer=is_customer, body=body))
        return parts

    def live(self) -> list[Outgoing]:
        """What was committed since, without what the replay gave already."""
        return [fact for fact in self.reader.take_facts() if fact.seq > self._replayed_up_to]

    def _follow(self, fact: Outgoing) -> int:
        """Move to this fact; the cursor before it."""
        after, self._cursor = self._cursor, fact.cursor(is_customer=self.reader.is_customer)
        return after

    async def _filled(self, fact: Outgoing) -> bytes | None:
        return await self._streams.filled(fact, self.reader.addresses)


async def _events(
    run: _Run, send: Send, missed: Sequence[Outgoing], may_go_on: Callable[[], Awaitable[bool]]
) -> None:
    headers = [
        (b"content-type", b"text/event-stream; charset=utf-8"),
        (b"cache-control", b"no-store"),
        (b"x-accel-buffering", b"no"),
        (b"x-content-type-options", b"nosniff"),
    ]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    # The first bytes at once: a proxy that buffers shows itself by their absence.
    chunk = b"".join([b"retry: 1000\n\n", *await run.events(missed), _beat(run)])
    reader, line = run.reader, _Line(run.reader, send)
    while await line.takes(chunk):
        await reader.wait()
        if reader.look_due:
            reader.look_due = False
            if not await may_go_on():
                reader.end(Ending.GONE)
        if reader.ending is not None:
            break
        parts = await run.events(run.live())
        parts += [b"event: hint\ndata: " + hint + b"\n\n" for hint in reader.take_hints()]
        if reader.beat_due:
            reader.beat_due = False
            parts.append(_beat(run))
        chunk = b"".join(parts)
    if reader.ending is Ending.GONE:
        await line.takes(_GONE_EVENT)
    if reader.ending is not Ending.LEFT:
        await line.end()


class _Line:
    """The way to one reader: what is sent leaves in time, or she has stopped reading and pins nothing.

    The hub's tick keeps the time: a timer for every send would cost more than the send.
    """

    def __init__(self, reader: Reader, send: Send) -> None:
        """To be made in the task that sends."""
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("a stream is sent inside a task")
        self._task = task
        self._reader = reader
        self._send = send

    async def takes(self, chunk: bytes) -> bool:
        """Whether the chunk left in time."""
        return not chunk or await self._left({"type": "http.response.body", "body": chunk, "more_body": True})

    async def end(self) -> None:
        """The last that is sent."""
        await self._left({"type": "http.response.body", "body": b"", "more_body": False})

    async def _left(self, message: Message) -> bool:
        self._reader.sends(self._task.cancel)
        try:
            await self._send(message)
        except asyncio.CancelledError:
            if not self._reader.is_overdue:
                raise
            self._task.uncancel()
            return False
        finally:
            self._reader.sent()
        return True


async def _page(run: _Run, send: Send, missed: Sequence[Outgoing], wait_s: int) -> None:
    facts = list(missed[:MOST_IN_A_PAGE])
    if not facts and wait_s:
        with suppress(TimeoutError):
            async with asyncio.timeout(wait_s):
                while not run.reader.has_words:
                    run.reader.beat_due = run.reader.look_due = False
                    await run.reader.wait()
    if run.reader.ending is Ending.GONE:
        await _problem(send, Problem("gone"))
        return
    if not missed:
        facts = run.live()[:MOST_IN_A_PAGE]
    body = page(await run.entries(facts), run.reader.take_hints(), run.now())
    await _reply(send, 200, body)


def _beat(run: _Run) -> bytes:
    return b'event: beat\ndata: {"now":"%s","cursor":%d}\n\n' % (run.now().encode(), run.cursor)


def subject_of(principal: Principal) -> Subject | None:
    """Whose stream it is; None for a customer who has no conversation."""
    match principal:
        case StaffPrincipal():
            return Subject.of_staff(principal.actor, entitled_from=principal.entitled_from)
        case CustomerPrincipal() if principal.actor.conversation_id is not None:
            return Subject.of_customer(principal.actor.conversation_id)
        case _:
            return None


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
    return _Asked(cursor, min(wait_s, LONGEST_WAIT_S), b"text/event-stream" in accept)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and int(text[:17]) <= LARGEST_CURSOR else None


async def _problem(send: Send, problem: Problem) -> None:
    body = answers.encode(answers.ProblemAnswer(answers.problem_keys(problem)))
    retry_after_s = problem.details.get("retry_after_s")
    headers = [(b"retry-after", b"%d" % retry_after_s)] if isinstance(retry_after_s, int) else []
    await _reply(send, answers.STATUS_OF[problem.code], body, headers)


async def _reply(
    send: Send, status: int, body: bytes, more_headers: Sequence[tuple[bytes, bytes]] = ()
) -> None:
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", b"%d" % len(body)),
        *more_headers,
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
