"""Ours as a target: the shipped `serve`, keyed file, default settings save limits, prepared over HTTP.

Each conversation has a customer of its own, who writes, and a counsellor of its own, who holds it and
listens: one listener a conversation, as at the floor. Every message takes the full path: cookie, page token,
roles, key of idempotency, masking, rows, ledger, audit, facts.
"""

import asyncio
import secrets
import time
from dataclasses import dataclass, field
from itertools import count

import httpx

from tests.benchmarks.target import TEXT
from tests.benchmarks.wire_driver import request_bytes
from tests.support.backend import RunningBackend

# The limiters still run; they are set where no load of ours reaches them.
WIDE = (
    *("rates.sessions=1000000 in 60", "rates.conversations_per_hour=1000000 in 60"),
    *("rates.conversations_per_minute=1000000 in 60", "rates.messages_per_session=1000000 in 60"),
    *("rates.messages_per_staff=1000000 in 60", "rates.sign_in_per_account=100000 in 60"),
    *("rates.sign_in_per_address=100000 in 60", "rates.reads_per_address=1000000 in 60"),
    "rates.reads_per_caller=1000000 in 60",
    "rates.streams_per_caller=1000000 in 60",
)
_SESSION = "/api/v1/customer/session"
_COMMANDS = "/api/v1/customer/commands"
_FACTS = "/api/v1/staff/facts"


@dataclass(slots=True)
class Pair:
    """A conversation: who writes and who listens."""

    customer: dict[str, str]
    counsellor: dict[str, str]
    conversation_id: str
    cursor: int


@dataclass(slots=True)
class OurTarget:
    """The backend under load; `pairs` are conversations, `resting` ones that nobody writes into."""

    backend: RunningBackend
    pairs: list[Pair] = field(default_factory=list)
    resting: list[Pair] = field(default_factory=list)
    _ids: "count[int]" = field(default_factory=lambda: count(secrets.randbits(64)))

    @property
    def port(self) -> int:
        """Where it listens."""
        return self.backend.port

    @property
    def pid(self) -> int:
        """Of its process."""
        return self.backend.pid

    def message(self, conversation: int, said: bytes) -> bytes:
        """The customer of that conversation writes."""
        body = b'{"type":"WriteMessage","command_id":"%b","conversation_id":"%b","text":"%b"}' % (
            self.command_id().encode(),
            self.pairs[conversation].conversation_id.encode(),
            TEXT.encode() % said,
        )
        return request_bytes("POST", _COMMANDS, self.pairs[conversation].customer, body)

    def stream(self, conversation: int, after: int | None = None) -> bytes:
        """The counsellor who holds that conversation listens, from now on unless told otherwise."""
        pair = self.pairs[conversation]
        cursor = pair.cursor if after is None else after
        headers = {**pair.counsellor, "Accept": "text/event-stream", "Last-Event-ID": str(cursor)}
        return request_bytes("GET", _FACTS, headers)

    def idle_stream(self, number: int) -> bytes:
        """A customer listens in a conversation that rests."""
        pair = self.resting[number % len(self.resting)]
        headers = {**pair.customer, "Accept": "text/event-stream", "Last-Event-ID": "0"}
        return request_bytes("GET", "/api/v1/customer/facts", headers)

    async def newcomers(self, number: int) -> list[dict[str, str]]:
        """Headers of customers who have not begun a conversation yet."""
        async with httpx.AsyncClient(base_url=self.backend.base_url, timeout=30) as client:
            return [await self._customer(client) for _ in range(number)]

    def coming(self, headers: dict[str, str], said: bytes) -> bytes:
        """A newcomer begins a conversation: a change of its queue, told to all who serve it."""
        words = TEXT.encode() % said
        body = (
            b'{"type":"OpenConversation","command_id":"%b","service_id":"neuvonta","topic_id":"muu","finer_topic_id":null,'
            b'"language":"fi","text":"%b","notice_version":1}' % (self.command_id().encode(), words)
        )
        return request_bytes("POST", _COMMANDS, headers, body)

    def command_id(self) -> str:
        """48 bits of the clock, version 7, and a number that never comes twice."""
        return f"{time.time_ns() // 1_000_000:012x}7{next(self._ids) & (16**19 - 1):019x}"

    # ---------------------------------------------------------------- getting ready

    async def prepare(self, *, pairs: int, resting: int) -> None:
        """Open and claim the conversations, each by a counsellor who serves every queue."""
        async with httpx.AsyncClient(base_url=self.backend.base_url, timeout=30) as client:
            for number in range(pairs):
                self.pairs.append(await self._pair(client, number))
            for number in range(resting):
                self.resting.append(await self._pair(client, number))
            await self._catch_up(client)

    async def renew(self) -> None:
        """Tokens live a quarter of an hour: sign in anew, and listen from the present on."""
        async with httpx.AsyncClient(base_url=self.backend.base_url, timeout=30) as client:
            for number, pair in enumerate(self.pairs):
                pair.counsellor = await self._sign_in(client, number)
            await self._catch_up(client)

    async def _catch_up(self, client: httpx.AsyncClient) -> None:
        answer = await client.get("/api/v1/staff/snapshot", headers=self.pairs[0].counsellor)
        cursor = int(answer.json()["cursor"])
        for pair in self.pairs:
            pair.cursor = cursor

    async def _pair(self, client: httpx.AsyncClient, number: int) -> Pair:
        counsellor, customer = await asyncio.gather(self._sign_in(client, number), self._customer(client))
        opened = await self._ask(
            client,
            _COMMANDS,
            customer,
            type="OpenConversation",
            service_id="neuvonta",
            topic_id="muu",
            finer_topic_id=None,
            language="fi",
            text="",
            notice_version=1,
        )
        claimed = await self._ask(
            client,
            "/api/v1/staff/commands",
            counsellor,
            type="ClaimWaiting",
            conversation_id=opened["conversation_id"],
        )
        return Pair(customer, counsellor, str(opened["conversation_id"]), int(str(claimed["cursor"])))

    async def _sign_in(self, client: httpx.AsyncClient, number: int) -> dict[str, str]:
        who = self.backend.counsellors[number]
        asked = {"user_name": who.user_name, "password": who.password, "device_id": f"{number:032x}"}
        answer = await client.post("/api/v1/staff/sign-in", json=asked)
        answer.raise_for_status()
        return {"Authorization": f"Bearer {answer.json()['access_token']}", "Host": self._host}

    async def _customer(self, client: httpx.AsyncClient) -> dict[str, str]:
        answer = await client.post(_SESSION, json={}, headers={"Origin": self.backend.base_url})
        answer.raise_for_status()
        cookie = answer.cookies["vuoro_customer"]
        client.cookies.clear()
        return {
            "Host": self._host,
            "Origin": self.backend.base_url,
            "Cookie": f"vuoro_customer={cookie}",
            "X-Page-Token": answer.json()["page_token"],
            "Content-Type": "application/json",
        }

    async def _ask(
        self, client: httpx.AsyncClient, path: str, headers: dict[str, str], **command: object
    ) -> dict[str, object]:
        body = {"command_id": self.command_id(), **command}
        answer = await client.post(path, json=body, headers=headers)
        answer.raise_for_status()
        told: dict[str, object] = answer.json()
        return told

    @property
    def _host(self) -> str:
        return f"127.0.0.1:{self.port}"
