"""Streams without a network: replay and live meet without a hole, who does not read is let go."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from server_stub.counter.streams import Streams
from server_stub.fanout.hub import BEAT_EVERY_S
from server_stub.fanout.reader import MOST_FACTS, SEND_WITHIN_S
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.limits import Limits, Rates
from server_stub.identity.authentication import Authenticator
from server_stub.identity.principal import StaffPrincipal
from server_stub.identity.rate_limits import RateLimiter
from server_stub.records.database import Database
from server_stub.routes.facts import FactsEntry
from tests.support.counter_room import Room, room, says

pytestmark = pytest.mark.asyncio


class Trusting:
    """Admits one counsellor, until told otherwise."""

    def __init__(self, actor: StaffActor, *, entitled_from: int = 0) -> None:
        self.principal = StaffPrincipal(actor, family="f", entitled_from=entitled_from, until=2**53)
        self.may_go_on = True

    async def admit(self, *_: object) -> StaffPrincipal:
        return self.principal

    async def is_still_admitted(self, *_: object) -> bool:
        return self.may_go_on


@dataclass
class Line:
    """The other end of one request."""

    is_stuck: bool = False
    status: int = 0
    body: bytes = b""
    is_over: bool = False
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    async def receive(self) -> dict[str, Any]:
        await asyncio.Event().wait()
        raise AssertionError

    async def send(self, message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            return
        if self.is_stuck and self.body:
            await asyncio.Event().wait()
        self.body += message["body"]
        self.is_over = not message.get("more_body", False)
        self._news.set()

    async def until(self, words: bytes) -> None:
        async with asyncio.timeout(20):
            while words not in self.body:
                self._news.clear()
                await self._news.wait()

    def steps(self) -> list[tuple[int, int]]:
        """`(after, cursor)` of every fact that came."""
        events = re.findall(rb"^id: (\d+)\ndata: (\d+)$", self.body, re.M)
        return [(int(after), int(cursor)) for cursor, after in events]


@asynccontextmanager
async def listening(
    r: Room, trust: Trusting, cursor: int | str, line: Line, *, polls: bool = False
) -> AsyncIterator["asyncio.Task[None]"]:
    """A stream of the counsellor, opened at `cursor`, or a poll of twenty seconds."""
    streams = Streams(r.database, r.hub, Limits(), left=lambda _: None)
    limiter = RateLimiter(Rates(), lambda: 0.0)
    entry = FactsEntry(
        streams, cast(Authenticator, trust), limiter, is_staff=True, proxies=(), millis=r.clock.millis
    )
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/api/v1/staff/facts",
        "query_string": b"wait=20",
        "headers": [
            (b"accept", b"application/json" if polls else b"text/event-stream"),
            (b"last-event-id", str(cursor).encode()),
        ],
    }
    task = asyncio.get_running_loop().create_task(entry(scope, line.receive, line.send))
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_what_is_committed_while_the_replay_is_read_comes_once_and_in_order(database: Database) -> None:
    async with room(database) as r:
        customer, line = await r.customer(), Line()
        for n in range(20):
            await r.send(customer, says(customer, f"ennen {n}"))
        async with listening(r, Trusting(r.counsellor()), 0, line):
            await asyncio.gather(*(r.send(customer, says(customer, f"aikana {n}")) for n in range(40)))
            await r.send(customer, says(customer, "viimeinen"))
            await line.until(b"viimeinen")
        assert line.steps() == [(n, n + 1) for n in range(63)]


async def test_a_beat_names_the_last_cursor_this_reader_was_given(database: Database) -> None:
    async with room(database) as r:
        customer, line = await r.customer(), Line()
        async with listening(r, Trusting(r.counsellor()), 0, line):
            await line.until(b"beat")
            await r.send(customer, says(customer, "viimeinen"))
            await line.until(b"viimeinen")
            for second in range(BEAT_EVERY_S):
                r.hub.beat(second)
            await line.until(b'"cursor":%d' % line.steps()[-1][1])
        beats = re.findall(rb'^event: beat\ndata: {"now":"[^"]+","cursor":(\d+)}$', line.body, re.M)
        assert [int(cursor) for cursor in beats] == [line.steps()[-2][1], line.steps()[-1][1]]


async def test_a_cursor_nobody_gave_is_gone(database: Database) -> None:
    async with room(database) as r:
        await r.customer()
        counsellor = r.counsellor()
        for cursor, trust in ((99, Trusting(counsellor)), (0, Trusting(counsellor, entitled_from=1))):
            line = Line()
            async with listening(r, trust, cursor, line) as task:
                await asyncio.wait_for(task, 20)
            assert (line.status, line.body) == (410, b'{"problem":{"code":"gone"}}')


async def test_who_may_no_longer_listen_is_told_so_and_let_go(database: Database) -> None:
    async with room(database) as r:
        trust, line = Trusting(r.counsellor()), Line()
        async with listening(r, trust, 0, line) as task:
            await line.until(b"beat")
            trust.may_go_on = False
            for second in range(3):
                r.hub.beat(second)
            await asyncio.wait_for(task, 20)
        assert line.body.endswith(b'event: gone\ndata: {"code":"gone"}\n\n')
        assert (line.is_over, r.hub.addresses()) == (True, ())


async def test_a_poll_under_way_tells_nothing_to_who_may_no_longer_listen(database: Database) -> None:
    async with room(database) as r:
        customer = await r.customer()
        trust, line = Trusting(r.counsellor()), Line()
        async with listening(r, trust, 2, line, polls=True) as task:
            async with asyncio.timeout(20):
                while not r.hub.addresses():  # noqa: ASYNC110 (a few turns of this very loop)
                    await asyncio.sleep(0)
            trust.may_go_on = False
            for second in range(3):
                r.hub.beat(second)
            await asyncio.wait_for(task, 20)
            await r.send(customer, says(customer, "ei enää hänelle"))
        assert (line.status, line.body) == (410, b'{"problem":{"code":"gone"}}')


@pytest.mark.parametrize("cursor", ["0" * 17 + "9" * 20, "9" * 5_000, "-1", "1 ", "\u0661"])
async def test_a_cursor_that_is_no_number_of_the_contract_is_malformed(
    cursor: str, database: Database
) -> None:
    async with room(database) as r:
        line = Line()
        async with listening(r, Trusting(r.counsellor()), cursor, line) as task:
            await asyncio.wait_for(task, 20)
        assert (line.status, b"malformed" in line.body) == (400, True)


async def test_a_reader_who_stops_reading_is_let_go_within_the_deadline(database: Database) -> None:
    async with room(database) as r:
        customer, line = await r.customer(), Line(is_stuck=True)
        async with listening(r, Trusting(r.counsellor()), 2, line) as task:
            await line.until(b"beat")
            await r.send(customer, says(customer, "kukaan ei lue"))
            for _ in range(20):
                await asyncio.sleep(0)
            for second in range(SEND_WITHIN_S):
                r.hub.beat(second)
            assert not task.done()
            for second in range(3 * SEND_WITHIN_S):
                r.hub.beat(second)
                await asyncio.sleep(0)
            await asyncio.wait_for(asyncio.shield(task), 20)
        assert r.hub.addresses() == ()


async def test_a_reader_too_far_behind_is_ended_without_a_word_and_resumes_where_she_was(
    database: Database,
) -> None:
    async with room(database) as r:
        customer, counsellor, line = await r.customer(), r.counsellor(), Line(is_stuck=True)
        async with listening(r, Trusting(counsellor), 2, line):
            await line.until(b"beat")
            for batch in range(11):
                await asyncio.gather(
                    *(r.send(customer, says(customer, f"{batch} {n}")) for n in range(MOST_FACTS // 10))
                )
        assert b"gone" not in line.body
        assert line.steps() == []
        again = Line()
        async with listening(r, Trusting(counsellor), 2, again):
            await r.send(customer, says(customer, "viimeinen"))
            await again.until(b"viimeinen")
        assert again.steps() == [(n, n + 1) for n in range(2, 2 + 11 * MOST_FACTS // 10 + 1)]
