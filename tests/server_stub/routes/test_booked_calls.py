"""Booking a time to be called over HTTP (R114): windows, who may, how many, what staff and she are shown."""

import secrets
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
from sqlalchemy import select, update

from server_stub.helpline.identification_values import Level, Proved, VerifiedPerson
from server_stub.records import identifications, tables
from tests.support import contract
from tests.support.counter_room import MORNING
from tests.support.doors_room import TOPIC_QUEUE, Customer, DoorsRoom, a_doors_room

pytestmark = pytest.mark.asyncio

ASKED = "/api/v1/customer/callback-windows?service_id=neuvonta&topic_id=perhe&language=fi"
REQUEST = {
    "service_id": "neuvonta",
    "topic_id": "perhe",
    "language": "fi",
    "phone": "040 123 4567",
    "wish": "any",
    "may_leave_voicemail": False,
    "text": "",
}


@pytest_asyncio.fixture
async def room(tmp_path: Path, template: Path) -> AsyncIterator[DoorsRoom]:
    """A Monday at ten in Helsinki."""
    async with a_doors_room(tmp_path, template=template) as made:
        assert made.clock.millis() == MORNING
        yield made


def identified(room: DoorsRoom) -> None:
    """Every customer there is has identified: how, is shown elsewhere."""
    person = VerifiedPerson(Proved("k" * 64, "Aino Esimerkki"), Level.SUBSTANTIAL, "koe")
    with room.database.writing() as connection:
        row = identifications.keep(connection, person, identifications.Sealed(None, None), now=MORNING)
        connection.execute(update(tables.customer_sessions).values(identification=row))


async def customers(room: DoorsRoom, number: int) -> list[Customer]:
    made = [await room.session() for _ in range(number)]
    identified(room)
    return made


async def free(customer: Customer) -> list[str]:
    """When the windows begin that she may book, in UTC: two hours before a wall in Helsinki."""
    answer = await customer.browser.get(ASKED)
    assert answer.status_code == 200, answer.text
    assert contract.problems_of_ours("CallbackWindows", answer.json()) == []
    return [each["begins_at"] for each in answer.json()["windows"]]


async def booked(customer: Customer, begins_at: str, **other: object) -> httpx.Response:
    return await customer.command("RequestCallback", **{**REQUEST, "booked_from": begins_at, **other})


async def seen(room: DoorsRoom, headers: dict[str, str]) -> list[Any]:
    answer = await room.browser().get("/api/v1/staff/snapshot", headers=headers)
    assert contract.problems_of_ours("StaffSnapshot", answer.json()) == []
    return list(answer.json()["callbacks"])


async def test_who_has_identified_sees_what_she_may_book_and_books_it(room: DoorsRoom):
    """R114: from the hour's notice on, within the calling time, over five days of calls."""
    (aino,) = await customers(room, 1)
    windows = await free(aino)
    assert windows[0] == "2026-11-23T09:00:00.000Z"
    assert windows[-1] == "2026-11-27T13:00:00.000Z"
    assert (await booked(aino, windows[0])).status_code == 200
    own = (await aino.browser.get("/api/v1/customer/snapshot")).json()
    assert contract.problems_of_ours("CustomerSnapshot", own) == []
    assert own["callback"]["booked_from"] == windows[0]
    (shown,) = await seen(room, await room.bearer(room.account(queues=[TOPIC_QUEUE])))
    assert (shown["booked_from"], shown["due_at"], shown["is_identified"]) == (windows[0], windows[0], True)


async def test_an_anonymous_customer_is_shown_no_times_and_books_none(room: DoorsRoom):
    """R109, R114: she may leave her number, and is called when it is her turn."""
    somebody = await room.session()
    assert (await somebody.browser.get(ASKED)).status_code == 403
    answer = await booked(somebody, "2026-11-23T09:00:00.000Z")
    assert (answer.status_code, answer.json()["problem"]) == (409, {"code": "identification_needed"})
    assert (await somebody.command("RequestCallback", **REQUEST, booked_from=None)).status_code == 200


async def test_a_window_takes_as_many_as_it_may_and_is_offered_to_no_more(room: DoorsRoom):
    """R114: two of one queue; who takes hers back makes room."""
    one, two, three = await customers(room, 3)
    first = (await free(one))[0]
    for number, customer in enumerate((one, two)):
        assert (await booked(customer, first, phone=f"040 123 456{number}")).status_code == 200
    assert first not in await free(three)
    late = await booked(three, first, phone="040 123 4569")
    assert (late.status_code, late.json()["problem"]) == (409, {"code": "booked_time_gone"})
    assert (await one.command("WithdrawCallback")).status_code == 200
    assert first in await free(three)
    assert (await booked(three, first, phone="040 123 4569")).status_code == 200


async def test_nobody_calls_before_it_begins(room: DoorsRoom):
    """R114: claimed early it cannot be dialled early; from the stroke on it can."""
    (aino,) = await customers(room, 1)
    await booked(aino, "2026-11-23T09:00:00.000Z")
    room.clock.now = millis("2026-11-23T08:55:00.000Z")
    headers = await room.bearer(room.account(queues=[TOPIC_QUEUE]))
    (shown,) = await seen(room, headers)

    async def say(kind: str, **keys: object) -> httpx.Response:
        about = {"type": kind, "command_id": secrets.token_hex(16), "callback_id": shown["callback_id"]}
        return await room.browser().post("/api/v1/staff/commands", json={**about, **keys}, headers=headers)

    async def dialled(at: str) -> Any:
        answer = await say(
            "RecordAttempt", responsibility_version=2, outcome="no_answer", dialled_at=at, wrap_up=None
        )
        return answer.json().get("problem")

    assert (await say("ClaimCallback")).status_code == 200
    refused = await dialled("2026-11-23T08:55:00.000Z")
    assert refused == {"code": "before_booked_time", "opens_at": "2026-11-23T09:00:00.000Z"}
    room.clock.now = millis("2026-11-23T09:00:00.000Z")
    assert await dialled("2026-11-23T09:00:00.000Z") is None


async def test_a_line_professional_is_not_offered_calls_and_takes_none(room: DoorsRoom):
    """R115: callbacks are the guidance roles' by default."""
    (aino,) = await customers(room, 1)
    await booked(aino, "2026-11-23T09:00:00.000Z")
    headers = await room.bearer(room.account(roles=["line_professional"], queues=[TOPIC_QUEUE]))
    answer = await room.browser().get("/api/v1/staff/snapshot", headers=headers)
    assert "call" not in answer.json()["capabilities"]
    (shown,) = answer.json()["callbacks"]
    claim = {
        "type": "ClaimCallback",
        "command_id": secrets.token_hex(16),
        "callback_id": shown["callback_id"],
    }
    refused = await room.browser().post("/api/v1/staff/commands", json=claim, headers=headers)
    assert refused.json()["problem"] == {"code": "not_allowed"}


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "?service_id=neuvonta&topic_id=perhe",
        "?service_id=neuvonta&topic_id=perhe&language=fi&language=sv",
        "?service_id=neuvonta&topic_id=%00&language=fi",
        f"?service_id={'x' * 65}&topic_id=perhe&language=fi",
    ],
)
async def test_a_question_that_is_none_is_refused(asked: str, room: DoorsRoom):
    (aino,) = await customers(room, 1)
    answer = await aino.browser.get(f"/api/v1/customer/callback-windows{asked}")
    assert (answer.status_code, answer.json()["problem"]["code"]) == (400, "malformed")


async def test_a_topic_that_is_not_there_has_no_times(room: DoorsRoom):
    (aino,) = await customers(room, 1)
    answer = await aino.browser.get(ASKED.replace("perhe", "avaruus"))
    assert (answer.status_code, answer.json()["problem"]["code"]) == (409, "unknown_topic")


async def test_nothing_in_the_log_says_who_booked(room: DoorsRoom):
    """trust.md P02: that she had identified is told, who she is is not."""
    (aino,) = await customers(room, 1)
    await booked(aino, "2026-11-23T09:00:00.000Z")
    with room.database.reading() as connection:
        bodies = connection.execute(select(tables.facts.c.body)).scalars().all()
    assert bodies
    assert not any("Aino" in str(bytes(body)) or "k" * 64 in str(bytes(body)) for body in bodies)


def millis(stamped: str) -> int:
    return round(datetime.fromisoformat(stamped).timestamp() * 1000)
