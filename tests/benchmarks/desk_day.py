"""A day for a workstation to show: who waits, whom its counsellor holds, and how much was written.

Everything comes over HTTP as it would from customers' pages: sessions first, so that what is to happen at a
moment can happen within it.
"""

import asyncio
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import msgspec

from tests.benchmarks.ours import WIDE
from tests.benchmarks.wire_driver import Asker, connect_asker, request_bytes
from tests.support.backend import RunningBackend, a_backend

TEXT = "Hei, vuokra on rästissä kahdelta kuulta ja sähkölasku erääntyy. Mistä saan apua, ja kuinka pian?"
HELD_AT_MOST = 20
# As many senders as one conversation may have: the backend gives the order.
AT_ONCE = 40


class Page:
    """One customer's page: a session, and once she has written, a conversation."""

    def __init__(self, backend: RunningBackend, headers: dict[str, str]) -> None:
        """`headers` are of her session."""
        self._port = backend.port
        self._headers = headers
        self.conversation_id = ""

    async def open(self, asker: Asker, text: str = TEXT) -> None:
        """Begin a conversation, over a connection that may be somebody else's too."""
        answer = await self._ask(
            asker,
            "OpenConversation",
            service_id="neuvonta",
            topic_id="muu",
            finer_topic_id=None,
            language="fi",
            text=text,
            notice_version=1,
        )
        self.conversation_id = str(answer["conversation_id"])

    async def write(self, asker: Asker, text: str = TEXT) -> None:
        """One message."""
        await self._ask(asker, "WriteMessage", conversation_id=self.conversation_id, text=text)

    async def write_many(self, messages: int) -> None:
        """That many messages, over many connections at once."""
        askers = [await connect_asker(self._port) for _ in range(min(AT_ONCE, messages))]
        numbers = iter(range(messages))

        async def talk(asker: Asker) -> None:
            for _ in numbers:
                await self.write(asker)

        await asyncio.gather(*map(talk, askers))
        for asker in askers:
            asker.close()

    async def _ask(self, asker: Asker, kind: str, **keys: object) -> dict[str, object]:
        body = msgspec.json.encode({"type": kind, "command_id": secrets.token_hex(16), **keys})
        status, told = await asker.ask(
            request_bytes("POST", "/api/v1/customer/commands", self._headers, body)
        )
        if status != 200:
            raise RuntimeError(f"{kind} was answered {status}: {told!r}")
        return dict(msgspec.json.decode(told))


async def pages(backend: RunningBackend, number: int) -> list[Page]:
    """Customers with sessions, who have not written yet."""
    origin = backend.base_url
    asker = await connect_asker(backend.port)
    begun = []
    host = {"Host": f"127.0.0.1:{backend.port}", "Origin": origin, "Content-Type": "application/json"}
    async with httpx.AsyncClient(base_url=origin, headers={"Origin": origin}, timeout=30) as client:
        for _ in range(number):
            answer = await client.post("/api/v1/customer/session", json={})
            answer.raise_for_status()
            cookie = answer.cookies["vuoro_customer"]
            client.cookies.clear()
            token = answer.json()["page_token"]
            begun.append(Page(backend, {**host, "Cookie": f"vuoro_customer={cookie}", "X-Page-Token": token}))
    asker.close()
    return begun


async def claimed(backend: RunningBackend, customers: list[Page]) -> None:
    """The first counsellor takes these customers, at a desk that is not the measured one."""
    who = backend.counsellors[0]
    asked = {"user_name": who.user_name, "password": who.password, "device_id": "f" * 32}
    async with httpx.AsyncClient(base_url=backend.base_url, timeout=30) as client:
        signed_in = await client.post("/api/v1/staff/sign-in", json=asked)
        client.headers["Authorization"] = f"Bearer {signed_in.json()['access_token']}"
        for customer in customers:
            claim = {"type": "ClaimWaiting", "conversation_id": customer.conversation_id}
            answer = await client.post(
                "/api/v1/staff/commands", json={**claim, "command_id": secrets.token_hex(16)}
            )
            answer.raise_for_status()


async def opened(backend: RunningBackend, customers: list[Page]) -> None:
    """All of these begin their conversations, one after the other, as fast as it goes."""
    asker = await connect_asker(backend.port)
    for customer in customers:
        await customer.open(asker)
    asker.close()


@contextmanager
def a_backend_for_one(folder: Path) -> Iterator[RunningBackend]:
    """The shipped backend with one counsellor who may hold twenty conversations."""
    with a_backend(folder, counsellors=("aino",), settings=WIDE) as backend:
        changed = backend.say("user", "change", "aino", "--capacity", str(HELD_AT_MOST))
        assert changed.returncode == 0, changed.stderr
        yield backend
