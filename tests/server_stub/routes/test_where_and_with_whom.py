"""Nothing ties a counsellor to one computer (R095), nor a conversation to one customer (R098)."""

import pytest
from sqlalchemy import select

from server_stub.records import tables
from tests.support.doors_room import DEVICE, DoorsRoom

pytestmark = pytest.mark.asyncio

AT_HOME = "fedcba9876543210fedcba9876543210"


async def test_a_shift_begun_at_the_office_goes_on_at_home(room: DoorsRoom) -> None:
    """R095: what she holds and says of herself is hers, not her computer's; each has a key of its own."""
    name = room.account()
    customer = await room.waiting("eka")
    office = (await room.sign_in(name, device=DEVICE)).json()
    at_office = {"Authorization": f"Bearer {office['access_token']}"}
    await room.claimed(customer, at_office)
    said = await room.staff_command(at_office, "SetPresence", presence="busy")
    assert said.status_code == 200
    home = (await room.sign_in(name, device=AT_HOME)).json()
    at_home = {"Authorization": f"Bearer {home['access_token']}"}
    seen = (await room.browser().get("/api/v1/staff/snapshot", headers=at_home)).json()
    assert seen["shift"]["presence"] == "busy"
    assert [head["last_line"] for head in seen["heads"]] == ["eka"]
    written = await room.staff_command(
        at_home,
        "WriteMessage",
        conversation_id=customer.conversation_id,
        text="Jatkan kotoa.",
        responsibility_version=seen["heads"][0]["responsibility_version"],
    )
    assert written.status_code == 200
    assert office["device_secret"] != home["device_secret"]


async def test_two_customers_may_be_in_one_conversation_and_both_are_told(room: DoorsRoom) -> None:
    """R098: who is in it stands in the sessions, as many as there are; a third one learns nothing."""
    one, other, third = await room.waiting("eka"), await room.session(), await room.session()
    sessions = tables.customer_sessions
    with room.database.writing() as connection:
        row = connection.execute(
            select(sessions.c.conversation).where(sessions.c.page_token == one.page_token)
        ).scalar_one()
        connection.execute(
            sessions.update().where(sessions.c.page_token == other.page_token).values(conversation=row)
        )
    counsellor = await room.bearer(room.account())
    await room.claimed(one, counsellor)
    other.conversation_id = one.conversation_id
    assert (await other.command("WriteMessage", text="Olen hänen tyttärensä.")).status_code == 200
    for customer, texts in ((one, BOTH), (other, BOTH), (third, [])):
        snapshot = (await customer.browser.get("/api/v1/customer/snapshot")).json()
        assert [message["text"] for message in snapshot["messages"]] == texts
        facts = (await customer.browser.get("/api/v1/customer/facts?after=0&wait=0")).json()
        told = [each["fact"]["type"] for each in facts["facts"]] if texts else []
        assert told.count("MessageWritten") == len(texts)


BOTH = ["eka", "Olen hänen tyttärensä."]
