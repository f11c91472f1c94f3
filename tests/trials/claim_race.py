"""Counsellors who all claim the same waiting customer at the same moment, over one or several real backends.

    async with a_field(backends) as field:             everybody signed in, each with a stream open
        race = await field.race()                      one customer comes, all claim her, one closes

All requests are written in one turn of the loop, each on a connection of its own, in another order each
time: else the first would always win. With several backends on one database every second counsellor is at
another of them.
"""

import asyncio
import random
import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import httpx
import msgspec

from tests.benchmarks.wire_driver import Asker, Listener, connect_asker, open_stream, request_bytes
from tests.support.backend import Counsellor, RunningBackend
from tests.support.events import Parser

HEARD_WITHIN_S = 30.0
_STAFF_COMMANDS = "/api/v1/staff/commands"
_CUSTOMER_COMMANDS = "/api/v1/customer/commands"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Claim:
    """How one counsellor's claim was answered."""

    by: Counsellor
    status: int
    answer: Json


@dataclass(frozen=True, slots=True)
class Race:
    """One customer and all who wanted her: every answer, whom each stream named as her holder (each time it
    named one), and the milliseconds until everybody was answered.
    """

    claims: list[Claim]
    holders_told: list[list[str]]
    answered_after_ms: float

    @property
    def winners(self) -> list[Counsellor]:
        """Those who were told that she is theirs."""
        return [claim.by for claim in self.claims if claim.answer["outcome"] == "accepted"]

    def wrong(self) -> list[str]:
        """What should not be (trust.md F11); empty when all is well."""
        winners = self.winners
        if len(winners) != 1:
            return [f"{len(winners)} were told that she is theirs"]
        (winner,) = winners
        refusal = (409, {"code": "already_claimed", "by_name": winner.display_name})
        refused = [(c.status, c.answer["problem"]) for c in self.claims if c.by is not winner]
        others = [told for told in refused if told != refusal]
        streams = [told for told in self.holders_told if told != [winner.staff_id]]
        return [f"refused with {told}" for told in others] + [f"a stream told of {told}" for told in streams]


class Contender:
    """A counsellor at her desk: one connection to claim on, one stream that tells who holds whom."""

    def __init__(self, counsellor: Counsellor, headers: dict[str, str], on_fact: Callable[[], None]) -> None:
        """`on_fact` is called after each piece of her stream."""
        self.counsellor = counsellor
        self.headers = headers
        self._on_fact = on_fact
        self._parser = Parser()
        self._asker: Asker | None = None
        self._stream: Listener | None = None
        self.waiting: set[str] = set()
        self.holders: dict[str, list[str]] = {}
        self.left: set[str] = set()

    async def sit_down(self, port: int, cursor: int) -> None:
        """Connect, and listen from `cursor` on."""
        self._asker = await connect_asker(port)
        listening = {**self.headers, "Accept": "text/event-stream", "Last-Event-ID": str(cursor)}
        request = request_bytes("GET", "/api/v1/staff/facts", listening)
        self._stream = await open_stream(port, request, self._heard)

    def command(self, kind: str, **keys: object) -> "asyncio.Future[tuple[int, bytes]]":
        """Write a command to the socket at once; the future gives its answer."""
        assert self._asker is not None
        return self._asker.ask(_command(_STAFF_COMMANDS, self.headers, kind, **keys))

    def get_up(self) -> None:
        """Close both connections."""
        if self._asker is not None:
            self._asker.close()
        if self._stream is not None:
            self._stream.close()

    def _heard(self, data: bytes, _now: float) -> None:
        for event in self._parser.feed(data):
            if event.id is not None:
                self._take(msgspec.json.decode(event.data[-1]))
        self._on_fact()

    def _take(self, fact: Json) -> None:
        match fact["type"]:
            case "ConversationOpened":
                self.waiting.add(fact["conversation_id"])
            case "WaitingClaimed":
                self.holders.setdefault(fact["conversation_id"], []).append(fact["holder"]["staff_id"])
            case "ConversationLeft":
                self.left.add(fact["conversation_id"])


class Field:
    """All contenders, and the customer who comes again and again."""

    def __init__(self) -> None:
        """Nobody is here yet; `a_field` lets them in."""
        self.contenders: list[Contender] = []
        self.customer: Asker | None = None
        self.headers: dict[str, str] = {}
        self._told = asyncio.Event()
        self._chance = random.Random(1)

    async def let_in(self, backends: Sequence[RunningBackend]) -> None:
        """Sign everybody in, in turn at each backend; the customer comes to the first."""
        for number, counsellor in enumerate(backends[0].counsellors):
            backend = backends[number % len(backends)]
            async with httpx.AsyncClient(base_url=backend.base_url, timeout=30) as client:
                headers = await _signed_in(client, counsellor)
                snapshot = await client.get("/api/v1/staff/snapshot", headers=headers)
            contender = Contender(counsellor, headers, self._told.set)
            self.contenders.append(contender)
            await contender.sit_down(backend.port, int(snapshot.json()["cursor"]))
        self.headers = await _customer(backends[0])
        self.customer = await connect_asker(backends[0].port)

    async def race(self) -> Race:
        """She comes, all see her wait and claim her, and who has her closes."""
        conversation_id = await self._opened()
        await self._until(lambda one: conversation_id in one.waiting)
        self._chance.shuffle(self.contenders)
        start = perf_counter()
        asked = [one.command("ClaimWaiting", conversation_id=conversation_id) for one in self.contenders]
        async with asyncio.timeout(HEARD_WITHIN_S):
            answers = await asyncio.gather(*asked)
        answered_after_ms = (perf_counter() - start) * 1000
        claims = [
            Claim(one.counsellor, status, msgspec.json.decode(body))
            for one, (status, body) in zip(self.contenders, answers, strict=True)
        ]
        await self._until(lambda one: conversation_id in one.holders)
        accepted = [
            one
            for one, claim in zip(self.contenders, claims, strict=True)
            if claim.answer["outcome"] == "accepted"
        ]
        if len(accepted) == 1:
            closing = {"conversation_id": conversation_id, "responsibility_version": 2}
            status, body = await accepted[0].command("CloseConversation", **closing)
            assert status == 200, body
            # By now each has forgotten her: whatever was to be told of a holder has been told.
            await self._until(lambda one: conversation_id in one.left)
        told = [one.holders[conversation_id] for one in self.contenders]
        return Race(claims, told, answered_after_ms)

    def go_home(self) -> None:
        """Close every connection."""
        for contender in self.contenders:
            contender.get_up()
        if self.customer is not None:
            self.customer.close()

    async def _opened(self) -> str:
        assert self.customer is not None
        opening = {
            "service_id": "neuvonta",
            "topic_id": "muu",
            "finer_topic_id": None,
            "language": "fi",
            "text": "",
            "notice_version": 1,
        }
        status, body = await self.customer.ask(
            _command(_CUSTOMER_COMMANDS, self.headers, "OpenConversation", **opening)
        )
        assert status == 200, body
        return str(msgspec.json.decode(body)["conversation_id"])

    async def _until(self, is_so: Callable[[Contender], bool]) -> None:
        """Wait until it is so for everybody."""
        async with asyncio.timeout(HEARD_WITHIN_S):
            while not all(map(is_so, self.contenders)):
                self._told.clear()
                await self._told.wait()


@asynccontextmanager
async def a_field(backends: Sequence[RunningBackend]) -> AsyncIterator[Field]:
    """Everybody at the start; at the end everybody goes home."""
    field = Field()
    try:
        await field.let_in(backends)
        yield field
    finally:
        field.go_home()


def _command(path: str, headers: dict[str, str], kind: str, **keys: object) -> bytes:
    body = msgspec.json.encode({"type": kind, "command_id": secrets.token_hex(16), **keys})
    return request_bytes("POST", path, {**headers, "Content-Type": "application/json"}, body)


async def _signed_in(client: httpx.AsyncClient, counsellor: Counsellor) -> dict[str, str]:
    asked = {"user_name": counsellor.user_name, "password": counsellor.password}
    answer = await client.post("/api/v1/staff/sign-in", json={**asked, "device_id": secrets.token_hex(16)})
    answer.raise_for_status()
    return {
        "Host": f"127.0.0.1:{client.base_url.port}",
        "Authorization": f"Bearer {answer.json()['access_token']}",
    }


async def _customer(backend: RunningBackend) -> dict[str, str]:
    async with httpx.AsyncClient(base_url=backend.base_url, timeout=30) as client:
        answer = await client.post("/api/v1/customer/session", json={}, headers={"Origin": backend.base_url})
    answer.raise_for_status()
    return {
        "Host": f"127.0.0.1:{backend.port}",
        "Origin": backend.base_url,
        "Cookie": f"vuoro_customer={answer.cookies['vuoro_customer']}",
        "X-Page-Token": answer.json()["page_token"],
    }
