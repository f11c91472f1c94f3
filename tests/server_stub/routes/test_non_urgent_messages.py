"""Non-urgent messages through the doors: left, taken, answered, found again by who she is, moved.

The provider is a process of its own (tests/support), the backend is behind its gate in this one.
"""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from server_stub.bootstrap.wiring import WallClock
from server_stub.records import tables
from tests.history.view import CustomerView, StaffView, customer_seen, staff_seen
from tests.support.doors_room import OTHER_QUEUE, TOPIC_QUEUE, Customer, DoorsRoom, a_doors_room
from tests.support.identifying import identified, reopened
from tests.support.openid_provider import AINO, BEHALF, ERIK, Person, RunningProvider, an_openid_provider

Json = dict[str, Any]
DAY_MS = 86_400_000


@pytest.fixture(scope="module")
def provider() -> Iterator[RunningProvider]:
    with an_openid_provider() as running:
        yield running


@pytest_asyncio.fixture
async def room(tmp_path: Path, template: Path, provider: RunningProvider) -> AsyncIterator[DoorsRoom]:
    keys = tmp_path / "keys"
    keys.mkdir()
    async with a_doors_room(tmp_path, *provider.settings(keys), template=template) as made:
        # The provider's tokens are of today, and so is the room.
        made.clock.now = WallClock().millis()
        yield made


async def somebody(room: DoorsRoom, person: Person) -> Customer:
    """In a browser of her own, identified."""
    customer = await room.session()
    await identified(customer, person)
    return customer


async def leaves(customer: Customer, *, topic: str = "perhe", finer: str | None = None) -> Json:
    """A message; what the backend answered."""
    entry = (await customer.browser.get("/api/v1/customer/entry")).json()["services"][0]
    answer = await customer.command(
        "LeaveMessage",
        service_id=entry["service_id"],
        topic_id=topic,
        finer_topic_id=finer,
        language="fi",
        text="Miten haen perhetyötä?",
        notice_version=entry["notice"]["notice_version"],
    )
    found: Json = answer.json()
    if answer.status_code == 200:
        customer.conversation_id = found["conversation_id"]
    return found


async def comes_back_to(customer: Customer, conversation_id: str) -> int:
    answer = await customer.post("/api/v1/customer/left-message", {"conversation_id": conversation_id})
    return answer.status_code


async def snapshot(room: DoorsRoom, headers: dict[str, str]) -> Json:
    found: Json = (await room.browser().get("/api/v1/staff/snapshot", headers=headers)).json()
    return found


async def writes(room: DoorsRoom, customer: Customer, headers: dict[str, str], text: str) -> None:
    answer = await room.staff_command(
        headers,
        "WriteMessage",
        conversation_id=customer.conversation_id,
        text=text,
        responsibility_version=2,
    )
    assert answer.status_code == 200, answer.text


def was_closed(room: DoorsRoom, *, days_ago: int) -> None:
    """The provider vouches for people of today alone: instead of the clock, the end is moved."""
    with room.database.writing() as connection:
        connection.execute(
            tables.conversations.update().values(closed_at=room.clock.millis() - days_ago * DAY_MS)
        )


@pytest.mark.asyncio
async def test_who_is_anonymous_is_told_to_identify(room: DoorsRoom) -> None:
    """R105."""
    refused = await leaves(await room.session())
    assert refused["problem"]["code"] == "identification_needed"


@pytest.mark.asyncio
async def test_she_leaves_one_and_finds_the_answer_in_another_browser(room: DoorsRoom) -> None:
    """R007, R105, R106: told by when, answered by a professional, read by the same person and nobody else."""
    headers = await room.bearer(room.account())
    customer = await somebody(room, AINO)
    entry = (await customer.browser.get("/api/v1/customer/entry")).json()["services"][0]
    await leaves(customer)
    view: Any = (await reopened(customer))["conversation"]
    assert (view["channel"], view["due_at"]) == ("message", entry["message_due_at"])
    assert (await reopened(customer))["waiting"] is None
    await room.claimed(customer, headers)
    await writes(room, customer, headers, "Teen sinulle hakemuksen.")
    later = await somebody(room, AINO)
    listed: Any = (await reopened(later))["left_messages"]
    assert [
        (each["conversation_id"], each["state"], each["has_news"], each["due_at"]) for each in listed
    ] == [(customer.conversation_id, "held", True, None)]
    assert (await reopened(later))["conversation"] is None
    assert await comes_back_to(later, customer.conversation_id) == 204
    texts = [each["text"] for each in (await reopened(later))["messages"]]  # type: ignore[attr-defined]
    assert texts == ["Miten haen perhetyötä?", "Teen sinulle hakemuksen."]
    assert (await later.command("WriteMessage", text="Kiitos, milloin se alkaa?")).status_code == 200
    again: Any = (await reopened(later))["conversation"]
    assert again["due_at"] is not None


@pytest.mark.asyncio
@pytest.mark.parametrize("other", [ERIK, BEHALF])
async def test_nobody_else_finds_it(room: DoorsRoom, other: Person) -> None:
    """trust.md U07: not another person, nor she herself while she acts for somebody else."""
    customer = await somebody(room, AINO)
    await leaves(customer)
    stranger = await somebody(room, other)
    assert (await reopened(stranger))["left_messages"] == []
    assert await comes_back_to(stranger, customer.conversation_id) == 404
    nobody = await room.session()
    assert await comes_back_to(nobody, customer.conversation_id) == 409


@pytest.mark.asyncio
async def test_one_that_was_answered_and_closed_is_read_for_a_month(room: DoorsRoom) -> None:
    headers = await room.bearer(room.account())
    customer = await somebody(room, AINO)
    await leaves(customer)
    await room.claimed(customer, headers)
    await writes(room, customer, headers, "Soita perheneuvolaan.")
    closes = {"conversation_id": customer.conversation_id, "responsibility_version": 2}
    assert (await room.staff_command(headers, "CloseConversation", **closes)).status_code == 200
    was_closed(room, days_ago=29)
    later = await somebody(room, AINO)
    assert await comes_back_to(later, customer.conversation_id) == 204
    assert len((await reopened(later))["messages"]) == 2  # type: ignore[arg-type]
    was_closed(room, days_ago=31)
    much_later = await somebody(room, AINO)
    assert (await reopened(much_later))["left_messages"] == []


@pytest.mark.asyncio
async def test_she_may_chat_and_leave_another_while_one_waits(room: DoorsRoom) -> None:
    """A message waits for days: it never shuts the door of the chat."""
    customer = await somebody(room, AINO)
    await leaves(customer)
    assert "conversation_id" in await leaves(customer, topic="muu")
    assert len((await reopened(customer))["left_messages"]) == 2  # type: ignore[arg-type]


@pytest.mark.asyncio
async def test_a_finer_topic_goes_past_advice_to_the_service_line(room: DoorsRoom) -> None:
    """R073, R108: those who serve advice never see it; the line does."""
    advice = await room.bearer(room.account(queues=(OTHER_QUEUE,)))
    line = await room.bearer(
        room.account(roles=("line_professional",), queues=("SIIRTO_VAMMAISPALVELUT_KIIREETON",))
    )
    customer = await somebody(room, AINO)
    await leaves(customer, topic="vammaispalvelut", finer="vp_liikkuminen")
    assert (await snapshot(room, advice))["heads"] == []
    assert [each["conversation_id"] for each in (await snapshot(room, line))["heads"]] == [
        customer.conversation_id
    ]


@pytest.mark.asyncio
async def test_old_snapshots_and_what_followed_are_fresh_ones(room: DoorsRoom) -> None:
    """The walk of the contract over what a message adds: a promise made, kept, made anew, moved on."""
    headers = await room.bearer(room.account(queues=(TOPIC_QUEUE, "SIIRTO_SENIORI_INFO_KIIREETON")))
    customer = await somebody(room, AINO)
    empty = await snapshot(room, headers)
    await leaves(customer)
    hers = await reopened(customer)
    await room.claimed(customer, headers)
    held = await snapshot(room, headers)
    await writes(room, customer, headers, "Kerrotko lisää?")
    answered = await snapshot(room, headers)
    await customer.command("WriteMessage", text="Kerron.")
    asked = await snapshot(room, headers)
    moves = {"queue_id": "SIIRTO_SENIORI_INFO_KIIREETON", "internal_message": "", "passed_on_to": None}
    moved = await room.staff_command(
        headers,
        "TransferConversation",
        conversation_id=customer.conversation_id,
        responsibility_version=2,
        **moves,
    )
    assert moved.status_code == 200, moved.text
    fresh, hers_fresh = await snapshot(room, headers), await reopened(customer)
    for old in (empty, held, answered, asked):
        view = StaffView()
        view.start(old)
        for told in await missed(room.browser(), "staff", view.cursor, headers):
            view.take(told["cursor"], told["after"], told["fact"])
        assert view.seen() == staff_seen(fresh)
    own = CustomerView()
    own.start(hers)
    for told in await missed(customer.browser, "customer", own.cursor, customer.headers):
        own.take(told["cursor"], told["after"], told["fact"])
    assert own.seen() == customer_seen(hers_fresh)


async def missed(browser: Any, side: str, after: int, headers: dict[str, str]) -> list[Json]:
    answer = await browser.get(
        f"/api/v1/{side}/facts",
        params={"after": after, "wait": 0},
        headers={**headers, "Accept": "application/json"},
    )
    assert answer.status_code == 200, answer.text
    facts: list[Json] = answer.json()["facts"]
    return facts
