"""telling: How a reader is told: events one after the other, or a page of them; each leaves in time.

replayed ─► live, without what was replayed ─► gone │ slow │ left │ stopping
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Final

from server_stub.counter.streams import Streams
from server_stub.fanout.outgoing import Outgoing, page
from server_stub.fanout.reader import Ending, Reader
from server_stub.helpline.values import Problem
from server_stub.routes.asgi import Message, Send
from server_stub.wire import answers
from server_stub.wire.heads import stamp

MOST_IN_A_PAGE: Final = 1_000

_GONE_EVENT: Final = b'event: gone\ndata: {"code":"gone"}\n\n'


class Run:
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


async def tell_events(
    run: Run, send: Send, missed: Sequence[Outgoing], may_go_on: Callable[[], Awaitable[bool]]
) -> None:
    """What she missed, then what comes, as server-sent events, for as long as she may and reads on."""
    headers = [
        (b"content-type", b"text/event-stream; charset=utf-8"),
        (b"cache-control", b"no-store"),
        (b"x-accel-buffering", b"no"),
        (b"x-content-type-options", b"nosniff"),
    ]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    # The first bytes at once: a proxy that buffers shows itself by their absence.
    chunk = b"".join([b"retry: 1000\n\n", *await run.events(missed), _beat(run)])
    reader, line = run.reader, Line(run.reader, send)
    while await line.takes(chunk):
        await reader.wait()
        await _look(reader, may_go_on)
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
        await line.ends()


class Line:
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

    async def begins(self, status: int, headers: list[tuple[bytes, bytes]]) -> bool:
        """Whether the head of the answer left in time."""
        return await self._left({"type": "http.response.start", "status": status, "headers": headers})

    async def ends(self, body: bytes = b"") -> None:
        """The last that is sent."""
        await self._left({"type": "http.response.body", "body": body, "more_body": False})

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


async def tell_page(
    run: Run, send: Send, missed: Sequence[Outgoing], wait_s: int, may_go_on: Callable[[], Awaitable[bool]]
) -> None:
    """What she missed, or what comes within `wait_s`, as one page; nothing she may no longer be told."""
    reader = run.reader
    facts = list(missed[:MOST_IN_A_PAGE])
    if not facts and wait_s:
        with suppress(TimeoutError):
            async with asyncio.timeout(wait_s):
                while not reader.has_words:
                    await reader.wait()
                    reader.beat_due = False
                    await _look(reader, may_go_on)
    if reader.ending is Ending.GONE:
        await tell_problem(send, Problem("gone"))
        return
    if not missed:
        facts = run.live()[:MOST_IN_A_PAGE]
    body = page(await run.entries(facts), reader.take_hints(), run.now())
    line = Line(reader, send)
    if await line.begins(200, _json_headers(body)):
        await line.ends(body)


async def _look(reader: Reader, may_go_on: Callable[[], Awaitable[bool]]) -> None:
    """End her stream if it is time to look and she may not go on."""
    if reader.look_due:
        reader.look_due = False
        if not await may_go_on():
            reader.end(Ending.GONE)


async def tell_problem(send: Send, problem: Problem) -> None:
    """A problem in place of a stream."""
    body = answers.encode(answers.ProblemAnswer(answers.problem_keys(problem)))
    headers = _json_headers(body)
    retry_after_s = problem.details.get("retry_after_s")
    if isinstance(retry_after_s, int):
        headers.append((b"retry-after", b"%d" % retry_after_s))
    status = answers.STATUS_OF[problem.code]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _json_headers(body: bytes) -> list[tuple[bytes, bytes]]:
    return [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]


def _beat(run: Run) -> bytes:
    return b'event: beat\ndata: {"now":"%s","cursor":%d}\n\n' % (run.now().encode(), run.cursor)
