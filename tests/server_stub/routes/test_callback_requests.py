"""Callback requests over HTTP, on a clock set by hand: who is shown what, and what a reload keeps."""

import json
import secrets
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from app.domain.callback import CallbackState
from app.domain.desk_state import DeskState, state_of
from app.domain.reduce import reduce
from app.wire.facts import decode_facts
from app.wire.snapshot import decode_snapshot
from server_stub.records import tables
from tests.support import contract
from tests.support.doors_room import OTHER_QUEUE, TOPIC_QUEUE, Customer, DoorsRoom

pytestmark = pytest.mark.asyncio

SUNDAY_NIGHT_S = -30 * 3_600
REQUEST = {
    "service_id": "neuvonta",
    "topic_id": "perhe",
    "language": "fi",
    "phone": "040 123 4567",
    "wish": "any",
    "may_leave_voicemail": False,
    "booked_from": None,
    "text": "Kysyn päivähoidosta. Tunnukseni on 010594Y9032.",
}


async def left(room: DoorsRoom, **other: object) -> Customer:
    customer = await room.session()
    answer = await customer.command("RequestCallback", **{**REQUEST, **other})
    assert answer.status_code == 200, answer.text
    assert contract.problems_of_ours("Accepted", answer.json()) == []
    return customer


async def own(customer: Customer) -> Any:
    answer = await customer.browser.get("/api/v1/customer/snapshot")
    assert contract.problems_of_ours("CustomerSnapshot", answer.json()) == []
    return answer.json()["callback"]


async def snapshot(room: DoorsRoom, headers: dict[str, str]) -> httpx.Response:
    answer = await room.browser().get("/api/v1/staff/snapshot", headers=headers)
    assert contract.problems_of_ours("StaffSnapshot", answer.json()) == []
    return answer


async def command(room: DoorsRoom, headers: dict[str, str], kind: str, **keys: object) -> httpx.Response:
    body = {"type": kind, "command_id": secrets.token_hex(16), **keys}
    return await room.browser().post("/api/v1/staff/commands", json=body, headers=headers)


async def told(room: DoorsRoom, headers: dict[str, str], after: int) -> httpx.Response:
    return await room.browser().get(f"/api/v1/staff/facts?after={after}&wait=0", headers=headers)


async def test_a_request_is_left_also_when_the_chat_is_closed_and_a_reload_shows_it(room: DoorsRoom) -> None:
    """R008, R109: beside the chat, at any hour; she sees it again and can take it back."""
    room.clock.advance(seconds=SUNDAY_NIGHT_S)
    customer = await left(room)
    seen = await own(customer)
    assert (seen["state"], seen["masked_phone"], seen["attempts"]) == ("open", "040 ••• ••67", 0)
    assert (await customer.command("RequestCallback", **REQUEST)).json()["problem"][
        "code"
    ] == "callback_exists"
    assert (await customer.command("WithdrawCallback")).status_code == 200
    assert ((await own(customer))["state"], (await own(customer))["reason"]) == ("closed", "withdrawn")
    # A session without a conversation is forgotten after an hour; one with a request lives on.
    second = await left(room, phone="050 123 4567")
    room.clock.advance(seconds=3 * 24 * 3_600)
    assert (await own(second))["state"] == "open"


async def test_the_whole_number_is_shown_to_nobody_but_the_one_who_claimed(room: DoorsRoom) -> None:
    """R110: those who serve the queue see the request; one of them the number, everybody else two digits."""
    await left(room)
    maija, johan = await room.bearer(room.account()), await room.bearer(room.account())
    elsewhere = await room.bearer(room.account(queues=[OTHER_QUEUE]))
    before = (await snapshot(room, maija)).json()
    (seen,) = before["callbacks"]
    assert (seen["masked_phone"], seen["phone"], seen["queue_id"]) == ("040 ••• ••67", None, TOPIC_QUEUE)
    assert seen["text"] == "Kysyn päivähoidosta. Tunnukseni on █████."
    assert (await snapshot(room, elsewhere)).json()["callbacks"] == []
    claimed = await command(room, maija, "ClaimCallback", callback_id=seen["callback_id"])
    assert claimed.status_code == 200, claimed.text
    mine, theirs = (await snapshot(room, maija)).json(), (await snapshot(room, johan)).json()
    assert mine["callbacks"][0]["phone"] == "040 123 4567"
    assert theirs["callbacks"][0]["phone"] is None
    hers, his = await told(room, maija, before["cursor"]), await told(room, johan, before["cursor"])
    assert [each["fact"]["type"] for each in hers.json()["facts"]] == [
        "CallbackClaimed",
        "CallbackNumberShown",
    ]
    assert [each["fact"]["type"] for each in his.json()["facts"]] == ["CallbackClaimed"]
    assert hers.json()["facts"][1]["fact"]["phone"] == "040 123 4567"
    assert "123 4567" not in his.text
    released = {"callback_id": seen["callback_id"], "responsibility_version": 2}
    assert (await command(room, maija, "ReleaseCallback", **released)).status_code == 200
    # The same facts read again, when it is no longer hers: the number is in none of them.
    again = await told(room, maija, before["cursor"])
    assert "123 4567" not in again.text
    assert again.json()["facts"][1]["fact"]["phone"] is None


async def test_every_refusal_has_its_code_and_the_moment_from_which_it_may_be(room: DoorsRoom) -> None:
    """R112: a second past four is refused with when calling begins again."""
    await left(room)
    maija = await room.bearer(room.account())
    (seen,) = (await snapshot(room, maija)).json()["callbacks"]
    room.clock.advance(seconds=6 * 3_600 + 1)  # 14.00.01 in UTC, a second past four in Helsinki
    maija = await room.bearer(room.account())
    refused = await command(room, maija, "ClaimCallback", callback_id=seen["callback_id"])
    problem = refused.json()["problem"]
    assert problem == {"code": "calling_closed", "opens_at": "2026-11-24T06:00:00.000Z"}
    assert contract.problems_of_ours("Problem", problem) == []


@pytest.mark.parametrize(
    ("seconds", "opens_at"),
    [
        (6 * 3_600, None),  # 16.00 in Helsinki, to the second
        (6 * 3_600 + 60, "2026-11-24T06:00:00.000Z"),
        (5 * 24 * 3_600, "2026-11-30T06:00:00.000Z"),  # Saturday
        (31 * 24 * 3_600, "2026-12-28T06:00:00.000Z"),  # Christmas Eve, a Thursday
    ],
)
async def test_when_a_request_may_be_claimed_over_the_line(
    room: DoorsRoom, seconds: int, opens_at: str | None
) -> None:
    """R006, R112: the stroke of four, a minute later, a Saturday, a holiday."""
    await left(room)
    maija = await room.bearer(room.account())
    (seen,) = (await snapshot(room, maija)).json()["callbacks"]
    room.clock.advance(seconds=seconds)
    maija = await room.bearer(room.account())
    answer = await command(room, maija, "ClaimCallback", callback_id=seen["callback_id"])
    told = answer.json()
    if opens_at is None:
        assert told["outcome"] == "accepted"
    else:
        assert told["problem"] == {"code": "calling_closed", "opens_at": opens_at}


@pytest.mark.parametrize(
    ("dialled_at", "problem"),
    [
        ("2026-11-23T13:59:30.000Z", None),  # within the hours, told of after them
        ("2026-11-23T14:00:00.000Z", None),  # 16.00 in Helsinki, to the second
        (
            "2026-11-23T14:00:01.000Z",
            {"code": "calling_closed", "opens_at": "2026-11-24T06:00:00.000Z"},
        ),
    ],
)
async def test_a_call_outside_the_calling_hours_is_not_recorded_over_the_line(
    room: DoorsRoom, dialled_at: str, problem: dict[str, str] | None
) -> None:
    """R112: the hours bind the call, not the telling of it; a refused record uses up no attempt."""
    await left(room)
    room.clock.advance(seconds=6 * 3_600 - 60)
    maija = await room.bearer(room.account())
    (seen,) = (await snapshot(room, maija)).json()["callbacks"]
    claim = await command(room, maija, "ClaimCallback", callback_id=seen["callback_id"])
    assert claim.json()["outcome"] == "accepted"
    (held,) = (await snapshot(room, maija)).json()["callbacks"]
    room.clock.advance(seconds=120)
    answer = await command(
        room,
        maija,
        "RecordAttempt",
        callback_id=held["callback_id"],
        responsibility_version=held["responsibility_version"],
        outcome="no_answer",
        dialled_at=dialled_at,
        wrap_up=None,
    )
    assert answer.json().get("problem") == problem
    (after,) = (await snapshot(room, maija)).json()["callbacks"]
    assert len(after["attempts"]) == (1 if problem is None else 0)


async def test_a_phone_that_cannot_be_called_is_said_so(room: DoorsRoom) -> None:
    customer = await room.session()
    for phone, code in (("päivällä", "phone_unreadable"), ("0700 12345", "phone_not_called")):
        answer = await customer.command("RequestCallback", **{**REQUEST, "phone": phone})
        assert (answer.status_code, answer.json()["problem"]) == (422, {"code": code})


async def test_a_fourth_request_for_one_number_in_a_day_waits(room: DoorsRoom) -> None:
    """trust.md U10: three pass, the fourth gets 429 and Retry-After."""
    for _ in range(3):
        await left(room)
    answer = await (await room.session()).command("RequestCallback", **REQUEST)
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0


async def test_the_log_never_holds_a_number(room: DoorsRoom) -> None:
    await left(room)
    maija = await room.bearer(room.account())
    (seen,) = (await snapshot(room, maija)).json()["callbacks"]
    await command(room, maija, "ClaimCallback", callback_id=seen["callback_id"])
    assert "4567" not in json.dumps(room.events.lines)


async def test_a_stale_snapshot_plus_its_facts_is_a_fresh_one_for_every_fact_about_a_request(
    room: DoorsRoom,
) -> None:
    """By the workstation's own reducer; the facts about conversations are held in tests/journeys."""
    maija, johan = await room.bearer(room.account()), await room.bearer(room.account())
    old: dict[str, list[DeskState]] = {"maija": [], "johan": []}
    types: set[str] = set()

    async def keep() -> None:
        old["maija"].append(state_of(decode_snapshot((await snapshot(room, maija)).content)))
        old["johan"].append(state_of(decode_snapshot((await snapshot(room, johan)).content)))

    async def act(kind: str, **keys: object) -> None:
        answer = await command(room, maija, kind, callback_id=callback_id, **keys)
        assert answer.status_code == 200, answer.text
        await keep()

    await keep()
    customer = await left(room)
    callback_id = (await own(customer))["callback_id"]
    await keep()
    await act("ClaimCallback")
    await act("ReleaseCallback", responsibility_version=2)
    await act("ClaimCallback")
    at = "2026-11-23T08:00:00.000Z"
    await act("RecordAttempt", responsibility_version=4, outcome="busy", dialled_at=at, wrap_up=None)
    assert (await customer.command("WithdrawCallback")).status_code == 200
    await left(room, phone="050 123 4567")
    (other,) = [
        each
        for each in (await snapshot(room, maija)).json()["callbacks"]
        if each["callback_id"] != callback_id
    ]
    callback_id = other["callback_id"]
    await act("ClaimCallback")
    for name, headers in (("maija", maija), ("johan", johan)):
        fresh = state_of(decode_snapshot((await snapshot(room, headers)).content))
        for state in old[name]:
            page = await told(room, headers, state.cursor)
            types |= {each["fact"]["type"] for each in page.json()["facts"]}
            assert all(
                contract.problems_of_ours("StaffFact", each["fact"]) == [] for each in page.json()["facts"]
            )
            for streamed in decode_facts(page.content)[0]:
                state, _ = reduce(state, streamed)
            assert state.callbacks == fresh.callbacks
            assert {each.state for each in state.callbacks.values()} == {
                CallbackState.CLOSED,
                CallbackState.CLAIMED,
            }
    assert types == {name for name in contract.kinds("fact") if "Callback" in name or "Attempt" in name}


async def test_the_hourly_round_erases_what_a_closed_request_said(room: DoorsRoom) -> None:
    """P10: a week after closing, neither words nor number are in the log."""
    customer = await left(room)
    assert (await customer.command("WithdrawCallback")).status_code == 200
    for days, is_there in ((6, True), (2, False)):
        room.clock.advance(seconds=days * 24 * 3_600)
        await room.backend._tidy()
        with room.database.reading() as connection:
            bodies = connection.execute(
                select(tables.facts.c.body).where(tables.facts.c.kind == "CallbackRequested")
            ).scalars()
            (body,) = (bytes(each).decode() for each in bodies)
        assert ("päivähoidosta" in body, "040 ••• ••67" in body) == (is_there, is_there)
