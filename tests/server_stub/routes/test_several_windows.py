"""Several windows of one browser, through the doors: each command lands in the conversation its window shows.

The session is at one conversation at a time; what any window does may take it to another.
"""

import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from sqlalchemy import select

from server_stub.bootstrap.wiring import WallClock
from server_stub.records import tables
from tests.server_stub.routes.test_non_urgent_messages import comes_back_to, leaves, somebody
from tests.support.doors_room import Customer, DoorsRoom, a_doors_room
from tests.support.identifying import reopened
from tests.support.openid_provider import AINO, RunningProvider, an_openid_provider

NURSING = "SIIRTO_KOTISAIRAANHOITO_CHAT"
NOT_FOUND = (404, "not_found")


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


async def two_windows(room: DoorsRoom) -> tuple[Customer, Customer]:
    """One shows the first of her messages; the other has taken the session to the second."""
    one = await somebody(room, AINO)
    await leaves(one)
    first = one.conversation_id
    await leaves(one)
    other = replace(one)
    assert other.conversation_id != first
    assert await comes_back_to(one, first) == 204
    await reopened(one)
    assert await comes_back_to(other, other.conversation_id) == 204
    return one, other


def facts_of(room: DoorsRoom, conversation_id: str) -> list[str]:
    """The kinds of all facts of a conversation."""
    with room.database.reading() as connection:
        asked = select(tables.facts.c.kind, tables.facts.c.body).order_by(tables.facts.c.seq)
        found = connection.execute(asked).all()
    return [kind for kind, body in found if json.loads(body)["conversation_id"] == conversation_id]


def said(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json().get("problem", {}).get("code", "")


COMMANDS: list[tuple[str, dict[str, object]]] = [
    ("WriteMessage", {"text": "Tämä kuuluu ensimmäiseen"}),
    ("SendAttachment", {"upload_id": "0" * 32, "name": "lasku.pdf"}),
    ("MarkRead", {"seq": 1}),
    ("EndConversation", {}),
    ("DeclineIdentification", {}),
    ("DecideEarlierLines", {"are_joined": True}),
    ("AnswerConsent", {"number": 1, "is_given": True, "language": "fi"}),
    ("WithdrawConsent", {"number": 1}),
    ("GiveFeedback", {"score": 4, "text": ""}),
    ("RequestTranscript", {"address": "aino@esimerkki.fi", "first_seq": None, "last_seq": None}),
]


@pytest.mark.asyncio
async def test_no_command_of_a_window_lands_in_the_conversation_of_another(room: DoorsRoom) -> None:
    """Not a line, not a permission, not an end."""
    one, other = await two_windows(room)
    before = facts_of(room, other.conversation_id)
    for kind, keys in COMMANDS:
        assert said(await one.command(kind, **keys)) == NOT_FOUND, kind
    assert facts_of(room, other.conversation_id) == before
    assert await comes_back_to(one, one.conversation_id) == 204
    assert (await one.command("WriteMessage", text="Tämä kuuluu ensimmäiseen")).status_code == 200
    assert facts_of(room, one.conversation_id).count("MessageWritten") == 2


@pytest.mark.asyncio
async def test_a_permission_is_given_to_the_question_that_was_read(room: DoorsRoom) -> None:
    """R070: each conversation's first question has the number 1."""
    counsellor = await room.bearer(room.account())
    one, other = await two_windows(room)
    for each in (one, other):
        await room.claimed(each, counsellor)
        about = {"conversation_id": each.conversation_id, "responsibility_version": 2}
        asked = await room.staff_command(counsellor, "AskConsent", **about, queue_id=NURSING, first_seq=1)
        assert asked.status_code == 200, asked.text
    answer = {"number": 1, "is_given": True, "language": "fi"}
    assert said(await one.command("AnswerConsent", **answer)) == NOT_FOUND
    assert "ConsentChanged" not in facts_of(room, other.conversation_id)
    assert said(await other.command("AnswerConsent", **answer)) == (200, "")
    assert facts_of(room, other.conversation_id)[-1] == "ConsentChanged"
    assert "ConsentChanged" not in facts_of(room, one.conversation_id)


@pytest.mark.asyncio
async def test_what_was_accepted_is_still_so_when_it_is_asked_again_from_elsewhere(room: DoorsRoom) -> None:
    """An answer that was lost is not turned into a refusal, or she would write the same twice."""
    one, other = await two_windows(room)
    assert await comes_back_to(one, one.conversation_id) == 204
    line = {"type": "WriteMessage", "command_id": "0" * 32, "text": "Kerran"}
    line["conversation_id"] = one.conversation_id
    first = await one.post("/api/v1/customer/commands", line)
    assert await comes_back_to(other, other.conversation_id) == 204
    again = await one.post("/api/v1/customer/commands", line)
    assert (again.status_code, again.json()) == (200, first.json())


@pytest.mark.asyncio
@pytest.mark.parametrize("kind", ["OpenConversation", "LeaveMessage"])
async def test_the_next_line_after_an_opening_belongs_to_what_was_opened(room: DoorsRoom, kind: str) -> None:
    """Also at once after it, while the backend still remembers where she was."""
    customer = await somebody(room, AINO)
    await leaves(customer)
    await reopened(customer)
    assert (await customer.command("MarkRead", seq=1)).status_code == 200
    entry = (await customer.browser.get("/api/v1/customer/entry")).json()["services"][0]
    opened = await customer.command(
        kind,
        service_id=entry["service_id"],
        topic_id="perhe",
        finer_topic_id=None,
        language="fi",
        text="Uusi asia",
        notice_version=entry["notice"]["notice_version"],
    )
    customer.conversation_id = opened.json()["conversation_id"]
    written = await customer.command("WriteMessage", text="Lisään vielä")
    assert (written.status_code, written.json()["conversation_id"]) == (200, customer.conversation_id)
    typing = {"type": "Typing", "conversation_id": customer.conversation_id}
    assert (await customer.post("/api/v1/customer/hints", typing)).status_code == 204


@pytest.mark.asyncio
async def test_typing_older_messages_and_facts_are_of_the_conversation_that_is_shown(room: DoorsRoom) -> None:
    """Typing is told of one alone, and a cursor counts within one."""
    one, other = await two_windows(room)
    for window, typing, older, facts in ((one, 404, 404, 410), (other, 204, 200, 200)):
        about = {"conversation_id": window.conversation_id}
        hint = await window.post("/api/v1/customer/hints", {"type": "Typing", **about})
        page = await window.browser.get("/api/v1/customer/messages", params={"before": 9, **about})
        asked: dict[str, str | int] = {"after": 1, "wait": 0, **about}
        told = await window.browser.get("/api/v1/customer/facts", params=asked)
        assert (hint.status_code, page.status_code, told.status_code) == (typing, older, facts)
