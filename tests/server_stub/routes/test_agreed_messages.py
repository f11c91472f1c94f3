"""Agreed messages through the doors: sent from a contact, found by who she is, answered, closed by their end.

The provider is a process of its own (tests/support), the backend is behind its gate in this one.
"""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import select

from server_stub.bootstrap.wiring import WallClock
from server_stub.helpline.calling_time import moment
from server_stub.records import tables, wrap_ups
from tests.history.view import CustomerView, StaffView, customer_seen, staff_seen
from tests.support.doors_room import Customer, DoorsRoom, a_doors_room
from tests.support.identifying import identified, reopened
from tests.support.openid_provider import AINO, BEHALF, ERIK, Person, RunningProvider, an_openid_provider

Json = dict[str, Any]
TEXT = "Aika on varattu: tiistaina klo 10, Kirkkokatu 2."
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


async def a_contact(room: DoorsRoom, headers: dict[str, str], person: Person | None = AINO) -> Customer:
    """A chat that is held; None: its customer stays anonymous."""
    customer = await room.session()
    if person is not None:
        await identified(customer, person)
    entry = (await customer.browser.get("/api/v1/customer/entry")).json()["services"][0]
    answer = await customer.command(
        "OpenConversation",
        service_id=entry["service_id"],
        topic_id="perhe",
        finer_topic_id=None,
        language="fi",
        text="Miten saan ajan?",
        notice_version=entry["notice"]["notice_version"],
    )
    assert answer.status_code == 200, answer.text
    customer.conversation_id = answer.json()["conversation_id"]
    await room.claimed(customer, headers)
    return customer


async def ends(room: DoorsRoom, customer: Customer, headers: dict[str, str]) -> None:
    about = {"conversation_id": customer.conversation_id, "responsibility_version": 2}
    assert (await room.staff_command(headers, "EndConversation", **about)).status_code == 200


async def sends(room: DoorsRoom, contact: Customer, headers: dict[str, str], **changes: Any) -> Json:
    """What the backend answered."""
    keys: Json = {
        "conversation_id": contact.conversation_id,
        "text": TEXT,
        "purpose": "confirmation",
        "agreed_how": "chat",
        "agreed_on": moment(room.clock.millis()).date().isoformat(),
        "is_one_way": False,
    }
    answer = await room.staff_command(headers, "SendAgreedMessage", **{**keys, **changes})
    found: Json = answer.json()
    return found


def code(answer: Json) -> str:
    return str(answer["problem"]["code"])


async def in_another_browser(room: DoorsRoom, person: Person) -> Customer:
    customer = await room.session()
    await identified(customer, person)
    return customer


async def comes_to(customer: Customer, conversation_id: str) -> int:
    answer = await customer.post("/api/v1/customer/left-message", {"conversation_id": conversation_id})
    return answer.status_code


async def snapshot(room: DoorsRoom, headers: dict[str, str]) -> Json:
    found: Json = (await room.browser().get("/api/v1/staff/snapshot", headers=headers)).json()
    return found


def counted(room: DoorsRoom) -> list[tuple[str, str, str]]:
    now = room.clock.millis()
    with room.database.reading() as connection:
        rows = wrap_ups.counted(connection, since=now - DAY_MS, until=now + 99 * DAY_MS)
    return [(row.channel, row.direction, row.pace) for row in rows]


@pytest.mark.asyncio
async def test_one_is_found_by_whoever_it_was_agreed_with_and_answered(room: DoorsRoom) -> None:
    """R117, R118, R119, R120, R121: sent from the contact and found on the page in another browser, with no
    text message and no e-mail; open for a fortnight.
    """
    headers = await room.bearer(room.account())
    contact = await a_contact(room, headers)
    new = (await sends(room, contact, headers))["conversation_id"]
    assert new != contact.conversation_id
    later = await in_another_browser(room, AINO)
    listed: Any = (await reopened(later))["left_messages"]
    until = datetime.fromisoformat(listed[0]["open_until"])
    last_day = moment(room.clock.millis()).date() + timedelta(days=14)
    assert moment(round(until.timestamp() * 1000)).date() == last_day
    assert [(each["conversation_id"], each["direction"], each["has_news"]) for each in listed] == [
        (new, "professional_initiated", True)
    ]
    assert await comes_to(later, new) == 204
    seen: Any = await reopened(later)
    assert [(each["by"], each["text"]) for each in seen["messages"]] == [("counsellor", TEXT)]
    assert (seen["conversation"]["state"], seen["conversation"]["due_at"]) == ("held", None)
    assert (await later.command("WriteMessage", text="Kiitos, pääsen tulemaan.")).status_code == 200
    answered: Any = (await reopened(later))["conversation"]
    assert answered["due_at"] is not None
    (head,) = [each for each in (await snapshot(room, headers))["heads"] if each["conversation_id"] == new]
    assert (head["last_line"], head["direction"]) == ("Kiitos, pääsen tulemaan.", "professional_initiated")


@pytest.mark.asyncio
async def test_what_was_agreed_stands_beside_it_with_the_contact(room: DoorsRoom) -> None:
    """R117, R118, R119: who, how, when, for what, after which contact, and for whom she acted."""
    name = room.account()
    headers = await room.bearer(name)
    contact = await a_contact(room, headers, BEHALF)
    await ends(room, contact, headers)
    sent = await sends(room, contact, headers, purpose="instructions", agreed_how="phone")
    new, old = tables.conversations.alias("new"), tables.conversations.alias("old")
    said = tables.agreed_messages
    with room.database.reading() as connection:
        row = connection.execute(
            select(said, old.c.conversation_id.label("contact_id"), new.c.holder_id)
            .join_from(said, new, new.c.row == said.c.conversation)
            .join(old, old.c.row == said.c.contact)
            .where(new.c.conversation_id == sent["conversation_id"])
        ).one()
    today = moment(room.clock.millis()).date().isoformat()
    assert (row.purpose, row.recipient, row.agreed_how) == ("instructions", "on_behalf", "phone")
    assert (row.agreed_on, row.contact_id, row.staff_id) == (today, contact.conversation_id, row.holder_id)


@pytest.mark.asyncio
@pytest.mark.parametrize("missing", ["agreed_how", "agreed_on", "purpose"])
async def test_without_what_was_agreed_it_is_no_command(room: DoorsRoom, missing: str) -> None:
    """R117: the agreement is a required field."""
    headers = await room.bearer(room.account())
    contact = await a_contact(room, headers)
    assert code(await sends(room, contact, headers, **{missing: None})) == "malformed"
    assert (await reopened(contact))["left_messages"] == []


@pytest.mark.asyncio
async def test_nobody_agrees_on_a_day_to_come(room: DoorsRoom) -> None:
    headers = await room.bearer(room.account())
    contact = await a_contact(room, headers)
    tomorrow = (datetime.fromtimestamp(room.clock.millis() / 1000, UTC) + timedelta(days=2)).date()
    assert code(await sends(room, contact, headers, agreed_on=tomorrow.isoformat())) == "malformed"


@pytest.mark.asyncio
@pytest.mark.parametrize("other", [ERIK, BEHALF])
async def test_nobody_else_finds_it(room: DoorsRoom, other: Person) -> None:
    """R118, trust.md U07: not another person, nor she herself while she acts for somebody else."""
    headers = await room.bearer(room.account())
    new = (await sends(room, await a_contact(room, headers), headers))["conversation_id"]
    stranger = await in_another_browser(room, other)
    assert (await reopened(stranger))["left_messages"] == []
    assert await comes_to(stranger, new) == 404


@pytest.mark.asyncio
async def test_an_anonymous_customer_gets_none(room: DoorsRoom) -> None:
    headers = await room.bearer(room.account())
    contact = await a_contact(room, headers, None)
    assert code(await sends(room, contact, headers)) == "identification_needed"


@pytest.mark.asyncio
async def test_only_who_holds_or_held_the_contact_sends(room: DoorsRoom) -> None:
    """trust.md I5: a colleague of the same queue knows nothing of what was agreed; the holder does, also when
    she has closed it.
    """
    headers = await room.bearer(room.account())
    colleague = await room.bearer(room.account())
    contact = await a_contact(room, headers)
    assert code(await sends(room, contact, colleague)) == "not_found"
    about = {"conversation_id": contact.conversation_id, "responsibility_version": 2}
    assert (await room.staff_command(headers, "CloseConversation", **about)).status_code == 200
    assert code(await sends(room, contact, colleague)) == "not_found"
    assert "conversation_id" in await sends(room, contact, headers, purpose="instructions")


@pytest.mark.asyncio
async def test_who_has_given_it_back_sends_no_more(room: DoorsRoom) -> None:
    headers = await room.bearer(room.account())
    contact = await a_contact(room, headers)
    about = {"conversation_id": contact.conversation_id, "responsibility_version": 2}
    assert (await room.staff_command(headers, "ReturnToQueue", **about)).status_code == 200
    assert code(await sends(room, contact, headers)) == "responsibility_moved"


@pytest.mark.asyncio
async def test_of_a_contact_that_was_erased_nobody_knows_whose_it_was(room: DoorsRoom) -> None:
    """trust.md P11: who she was goes with her words, and then there is nobody to send to."""
    headers = await room.bearer(room.account())
    contact = await a_contact(room, headers)
    about = {"conversation_id": contact.conversation_id, "responsibility_version": 2}
    assert (await room.staff_command(headers, "CloseConversation", **about)).status_code == 200
    with room.database.writing() as connection:
        connection.execute(tables.conversation_persons.delete())
    assert code(await sends(room, contact, headers)) == "not_found"


@pytest.mark.asyncio
async def test_instructions_come_after_the_chat_and_not_beside_it(room: DoorsRoom) -> None:
    """R119."""
    headers = await room.bearer(room.account())
    contact = await a_contact(room, headers)
    assert code(await sends(room, contact, headers, purpose="instructions")) == "conversation_not_ended"
    await ends(room, contact, headers)
    assert "conversation_id" in await sends(room, contact, headers, purpose="instructions")


@pytest.mark.asyncio
async def test_a_one_way_one_is_closed_in_one_act_and_counted(room: DoorsRoom) -> None:
    """R122, R131: read and not answered; a contact that a professional began, at no hurry."""
    headers = await room.bearer(room.account())
    contact = await a_contact(room, headers)
    new = (await sends(room, contact, headers, is_one_way=True))["conversation_id"]
    assert new not in [each["conversation_id"] for each in (await snapshot(room, headers))["heads"]]
    later = await in_another_browser(room, AINO)
    assert await comes_to(later, new) == 204
    seen: Any = await reopened(later)
    assert (seen["conversation"]["state"], seen["conversation"]["open_until"]) == ("closed", None)
    assert [each["text"] for each in seen["messages"]] == [TEXT]
    refused = (await later.command("WriteMessage", text="Kiitos")).json()
    assert code(refused) == "conversation_closed"
    assert counted(room) == [("message", "professional_initiated", "non_urgent")]


@pytest.mark.asyncio
async def test_the_same_command_again_sends_nothing_twice(room: DoorsRoom) -> None:
    """A repeat is answered as before, one-way or open."""
    headers = await room.bearer(room.account())
    contact = await a_contact(room, headers)
    for number, is_one_way in enumerate((False, True), start=1):
        again = {"command_id": f"019ab0c200017a3c9f51d2e8b740{number:04x}", "is_one_way": is_one_way}
        first = await sends(room, contact, headers, **again)
        assert (await sends(room, contact, headers, **again))["conversation_id"] == first["conversation_id"]
        assert len((await reopened(contact))["left_messages"]) == number  # type: ignore[arg-type]


@pytest.mark.asyncio
async def test_an_identity_code_in_it_is_masked(room: DoorsRoom) -> None:
    """trust.md I10: as in everything that staff write."""
    headers = await room.bearer(room.account())
    contact = await a_contact(room, headers)
    new = (await sends(room, contact, headers, text="Tunnus 131052-308T."))["conversation_id"]
    later = await in_another_browser(room, AINO)
    assert await comes_to(later, new) == 204
    seen: Any = await reopened(later)
    assert [each["text"] for each in seen["messages"]] == ["Tunnus █████."]


@pytest.mark.asyncio
@pytest.mark.parametrize("is_one_way", [False, True])
async def test_old_snapshots_and_what_followed_are_fresh_ones(room: DoorsRoom, is_one_way: bool) -> None:
    """The walk of the contract over a message that a professional begins."""
    headers = await room.bearer(room.account())
    contact = await a_contact(room, headers)
    before = await snapshot(room, headers)
    new = (await sends(room, contact, headers, is_one_way=is_one_way))["conversation_id"]
    later = await in_another_browser(room, AINO)
    assert await comes_to(later, new) == 204
    hers = await reopened(later)
    if not is_one_way:
        await later.command("WriteMessage", text="Kiitos.")
    fresh, hers_fresh = await snapshot(room, headers), await reopened(later)
    view = StaffView()
    view.start(before)
    for told in await missed(room.browser(), "staff", view.cursor, headers):
        view.take(told["cursor"], told["after"], told["fact"])
    assert view.seen() == staff_seen(fresh)
    own = CustomerView()
    own.start(hers)
    for told in await missed(later.browser, "customer", own.cursor, later.headers):
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
