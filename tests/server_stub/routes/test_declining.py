"""Declining an offer over HTTP: the reason goes to who made the offer, and cannot be left out."""

import pytest

from tests.server_stub.routes.test_presence import here, read
from tests.support import contract
from tests.support.doors_room import DoorsRoom

pytestmark = pytest.mark.asyncio

REASON = "Olen lähdössä."


async def test_whoever_declines_says_why_and_is_asked_again_until_she_does(room: DoorsRoom) -> None:
    """R068."""
    maija, sari = await room.bearer(room.account()), await room.bearer(room.account())
    receiver = (await read(room, "snapshot", sari)).json()["staff"]["staff_id"]
    customer = await room.waiting()
    await room.claimed(customer, maija)
    here(room)
    about = {"conversation_id": customer.conversation_id, "responsibility_version": 2}
    offered = await room.staff_command(
        maija, "OfferTransfer", **about, staff_id=receiver, internal_message=""
    )
    assert offered.status_code == 200, offered.text
    for reason, status, code in (
        ("", 422, "text_empty"),
        (" \n", 422, "text_empty"),
        ("x" * 4001, 422, "text_too_long"),
    ):
        answer = await room.staff_command(sari, "DeclineOffer", **about, reason=reason)
        assert (answer.status_code, answer.json()["problem"]["code"]) == (status, code)
        assert contract.problems_of_ours("Refused", answer.json()) == []
        assert len((await read(room, "snapshot", maija)).json()["offers"]) == 1
    missing = await room.staff_command(sari, "DeclineOffer", **about)
    assert (missing.status_code, missing.json()["problem"]["code"]) == (400, "malformed")
    declined = await room.staff_command(sari, "DeclineOffer", **about, reason=f"{REASON}  ")
    assert declined.status_code == 200, declined.text
    told = (await read(room, "facts?after=0&wait=0", maija)).json()["facts"]
    assert [each["fact"]["reason"] for each in told if each["fact"]["type"] == "OfferEnded"] == [REASON]
    assert (await read(room, "snapshot", maija)).json()["offers"] == []
