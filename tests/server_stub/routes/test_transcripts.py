"""Transcripts over HTTP: what a customer is told of her letter, how often she may ask, a killed process."""

import asyncio
import secrets
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio

from tests.support import contract
from tests.support.backend import RunningBackend, a_backend
from tests.support.doors_room import Customer, DoorsRoom, a_doors_room
from tests.support.mail_sink import MailSink, a_mail_sink
from tests.support.post_room import ADDRESS, SENDER


def mail(sink: MailSink, *more: str) -> tuple[str, ...]:
    return (
        "mail.host=127.0.0.1",
        f"mail.port={sink.port}",
        "mail.security=none",
        f"mail.sender={SENDER}",
        *more,
    )


@pytest.fixture
def sink() -> Iterator[MailSink]:
    with a_mail_sink() as made:
        yield made


@pytest_asyncio.fixture
async def posting(tmp_path: Path, template: Path, sink: MailSink) -> AsyncIterator[DoorsRoom]:
    """A backend with a mail host, which carries letters by itself."""
    async with a_doors_room(tmp_path, *mail(sink), template=template) as made:
        yield made


async def own(customer: Customer) -> Any:
    answer = await customer.browser.get("/api/v1/customer/snapshot")
    assert contract.problems_of_ours("CustomerSnapshot", answer.json()) == []
    return answer.json()["transcript"]


async def answered(room: DoorsRoom) -> Customer:
    customer = await room.waiting()
    headers = await room.bearer(room.account())
    await room.claimed(customer, headers)
    said = await room.staff_command(
        headers,
        "WriteMessage",
        conversation_id=customer.conversation_id,
        text="Autan mielelläni.",
        responsibility_version=2,
    )
    assert said.status_code == 200, said.text
    return customer


async def asks(customer: Customer, address: str = ADDRESS) -> httpx.Response:
    return await customer.command("RequestTranscript", address=address, first_seq=None, last_seq=None)


@pytest.mark.asyncio
async def test_she_is_told_that_it_is_on_its_way_and_that_it_was_sent(posting: DoorsRoom, sink: MailSink):
    """R099."""
    customer = await answered(posting)
    assert await own(customer) == {"can_ask": True, "state": None}
    answer = await asks(customer)
    assert answer.status_code == 200, answer.text
    assert contract.problems_of_ours("Accepted", answer.json()) == []
    assert ADDRESS not in answer.text
    assert (await own(customer))["state"] in ("waiting", "sent")
    taken = await asyncio.to_thread(sink.letters.get, timeout=20)
    assert taken.recipients == (ADDRESS,)
    await posting.backend.stop()
    assert await own(customer) == {"can_ask": False, "state": "sent"}


@pytest.mark.asyncio
async def test_without_a_mail_host_she_is_not_offered_it(room: DoorsRoom):
    customer = await answered(room)
    assert await own(customer) == {"can_ask": False, "state": None}
    assert (await asks(customer)).json()["problem"] == {"code": "mail_not_available"}


@pytest.mark.asyncio
async def test_five_an_hour_from_one_address_of_origin(posting: DoorsRoom):
    """U20."""
    customer = await answered(posting)
    for _ in range(5):
        refused = await asks(customer, "x@y.fi\r\nBcc: z@y.fi")
        assert (refused.status_code, refused.json()["problem"]) == (422, {"code": "address_unreadable"})
    sixth = await asks(customer)
    assert (sixth.status_code, sixth.json()["problem"]["code"]) == (429, "throttled")
    posting.clock.advance(seconds=3_600)
    assert (await asks(await answered(posting))).status_code == 200


@pytest.mark.asyncio
async def test_nobody_has_the_conversation_of_another(posting: DoorsRoom):
    customer, stranger = await answered(posting), await posting.session()
    stranger.conversation_id = customer.conversation_id
    assert (await asks(stranger)).json()["problem"] == {"code": "not_found"}


class Page:
    """A customer and a counsellor of a backend process, over its socket."""

    def __init__(self, backend: RunningBackend) -> None:
        self.backend = backend
        self.customer = httpx.Client(
            base_url=backend.base_url, headers={"Origin": backend.base_url}, timeout=60
        )
        self._token = ""

    def __enter__(self) -> "Page":
        return self

    def __exit__(self, *_: object) -> None:
        self.customer.close()

    def answered(self) -> None:
        self._token = self.customer.post("/api/v1/customer/session", json={}).json()["page_token"]
        service = self.customer.get("/api/v1/customer/entry").json()["services"][0]
        opened = self.command(
            "OpenConversation",
            service_id=service["service_id"],
            topic_id="perhe",
            finer_topic_id=None,
            language="fi",
            text="Mistä haen tukea?",
            notice_version=service["notice"]["notice_version"],
        )
        about = opened.json()["conversation_id"]
        aino = self.backend.counsellors[0]
        with httpx.Client(base_url=self.backend.base_url, timeout=60) as staff:
            signed_in = staff.post(
                "/api/v1/staff/sign-in",
                json={"user_name": aino.user_name, "password": aino.password, "device_id": "0" * 32},
            )
            staff.headers["Authorization"] = f"Bearer {signed_in.json()['access_token']}"
            for kind, keys in (
                ("ClaimWaiting", {}),
                ("WriteMessage", {"text": "Autan.", "responsibility_version": 2}),
            ):
                body = {"type": kind, "command_id": secrets.token_hex(16), "conversation_id": about, **keys}
                assert staff.post("/api/v1/staff/commands", json=body).status_code == 200

    def command(self, kind: str, **keys: object) -> httpx.Response:
        body = {"type": kind, "command_id": secrets.token_hex(16), **keys}
        headers = {"X-Page-Token": self._token}
        answer = self.customer.post("/api/v1/customer/commands", json=body, headers=headers)
        assert answer.status_code == 200, answer.text
        return answer

    def until_state(self, wanted: str) -> None:
        """Ask until it is so."""
        deadline = time.monotonic() + 30
        while (state := self._state()) != wanted:
            assert time.monotonic() < deadline, state

    def _state(self) -> Any:
        return self.customer.get("/api/v1/customer/snapshot").json()["transcript"]["state"]


@pytest.mark.parametrize(("step", "becomes", "arrive"), [("rcpt", "sent", 1), ("text", "unknown", 0)])
def test_a_process_killed_on_the_way_sends_it_once_or_says_that_nobody_knows(
    tmp_path: Path, sink: MailSink, step: str, becomes: str, arrive: int
):
    """SIGKILL while the mail host has not answered: before the text the letter goes at the next start."""
    sink.troubles.append((step, "hang"))
    with a_backend(tmp_path, settings=mail(sink, "mail.timeout_s=60")) as backend, Page(backend) as page:
        page.answered()
        page.command("RequestTranscript", address=ADDRESS, first_seq=None, last_seq=None)
        assert sink.reached.wait(20)
        backend.kill()
        sink.let_go.set()
        backend.start()
        page.until_state(becomes)
        assert len(sink.taken()) == arrive
        assert not any(ADDRESS in line for line in backend.lines)
