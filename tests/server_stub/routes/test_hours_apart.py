"""Hours of their own for who has not identified: the entry, the door, what staff are told (R004, R005)."""

import secrets
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import update

from server_stub.helpline.identification_values import Level, Proved, VerifiedPerson
from server_stub.records import identifications, tables
from tests.server_stub.routes.test_entry import entry, set_clock, use
from tests.support import contract
from tests.support.doors_room import TOPIC_QUEUE, Customer, DoorsRoom, a_doors_room

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def county(tmp_path: Path, template: Path) -> AsyncIterator[DoorsRoom]:
    """Chats of identified customers on weekdays 8–16, anonymous ones 9–12."""
    async with a_doors_room(tmp_path, "is_practice=no", template=template) as room:
        await use(room, ("    hours:\n", "    anonymous_hours: {weekly: {mon-fri: 9-12}}\n    hours:\n"))
        yield room


async def begin(customer: Customer) -> tuple[int, Any]:
    """What comes of beginning a chat."""
    service = (await customer.browser.get("/api/v1/customer/entry")).json()["services"][0]
    answer = await customer.command(
        "OpenConversation",
        service_id=service["service_id"],
        topic_id="perhe",
        finer_topic_id=None,
        language="fi",
        text="",
        notice_version=service["notice"]["notice_version"],
    )
    return answer.status_code, answer.json().get("problem")


async def two(county: DoorsRoom) -> tuple[Customer, Customer]:
    """One who has identified, and one who has not."""
    identified = await county.session()
    person = VerifiedPerson(Proved(secrets.token_hex(32), "Aino Esimerkki"), Level.SUBSTANTIAL, "koe")
    with county.database.writing() as connection:
        row = identifications.keep(connection, person, identifications.Sealed(None, None), now=0)
        connection.execute(update(tables.customer_sessions).values(identification=row))
    return identified, await county.session()


@pytest.mark.parametrize(
    ("wall", "to_identified", "to_anonymous"),
    [
        ("2026-11-23T07:59:59", False, False),
        ("2026-11-23T08:00:00", True, False),
        ("2026-11-23T08:59:59", True, False),
        ("2026-11-23T09:00:00", True, True),
        ("2026-11-23T11:59:59", True, True),
        ("2026-11-23T12:00:00", True, False),
        ("2026-11-23T15:59:59", True, False),
        ("2026-11-23T16:00:00", False, False),
        ("2026-11-28T10:00:00", False, False),  # a Saturday
    ],
)
async def test_each_kind_of_chat_opens_and_closes_by_its_own_hours(
    county: DoorsRoom, wall: str, to_identified: bool, to_anonymous: bool
):
    """R004, R005: to the second, in the entry and at the door."""
    set_clock(county, wall)
    told = await entry(county)
    assert contract.problems_of_ours("CustomerEntry", told) == []
    service = told["services"][0]
    assert (service["is_open"], service["anonymous"]["is_open"]) == (to_identified, to_anonymous)
    identified, anonymous = await two(county)
    for customer, may in ((identified, to_identified), (anonymous, to_anonymous)):
        status, problem = await begin(customer)
        assert (status == 200) is may
        assert may or problem["code"] == "service_closed"


async def test_each_is_told_its_own_hours_and_opening(county: DoorsRoom):
    """R004, R005, R023: in words, and by when a closed door opens."""
    set_clock(county, "2026-11-23T13:00:00")
    service = (await entry(county))["services"][0]
    assert service["hours_text"]["fi"] == "arkisin klo 8–16"
    assert service["anonymous"]["hours_text"]["fi"] == "arkisin klo 9–12"
    assert "arkisin klo 9–12" in service["anonymous"]["closed_text"]["fi"]
    assert service["anonymous"]["opens_at"] == "2026-11-24T07:00:00.000Z"
    _, anonymous = await two(county)
    _, problem = await begin(anonymous)
    assert problem == {"code": "service_closed", "opens_at": "2026-11-24T07:00:00.000Z"}


async def test_its_queues_are_told_as_open_while_anybody_may_come(county: DoorsRoom):
    set_clock(county, "2026-11-23T13:00:00")
    headers = await county.bearer(county.account(queues=[TOPIC_QUEUE]))
    (queue,) = (await county.browser().get("/api/v1/staff/snapshot", headers=headers)).json()["queues"]
    assert queue["openings"][0]["closes_at"] == "2026-11-23T14:00:00.000Z"


async def test_a_service_without_hours_apart_has_none(tmp_path: Path, template: Path):
    """R005: as its own setting; where it is not set, both are the same."""
    async with a_doors_room(tmp_path, "is_practice=no", template=template) as room:
        assert (await entry(room))["services"][0]["anonymous"] is None
