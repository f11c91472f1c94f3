"""Presence over HTTP: said, remembered by the snapshot, streamed to herself, seen by colleagues."""

import secrets

import httpx
import pytest
from sqlalchemy import select

from app.domain.desk_state import state_of
from app.domain.presence import Presence
from app.domain.reduce import reduce
from app.wire.facts import decode_facts
from app.wire.roster import decode_roster
from app.wire.snapshot import decode_snapshot
from server_stub.helpline.values import staff_address
from server_stub.records import tables
from server_stub.records.due_acts import renew_leases
from tests.support import contract
from tests.support.doors_room import TOPIC_QUEUE, DoorsRoom

pytestmark = pytest.mark.asyncio


async def says(room: DoorsRoom, headers: dict[str, str], presence: str) -> httpx.Response:
    command = {"type": "SetPresence", "command_id": secrets.token_hex(16), "presence": presence}
    return await room.browser().post("/api/v1/staff/commands", json=command, headers=headers)


async def read(room: DoorsRoom, path: str, headers: dict[str, str]) -> httpx.Response:
    answer = await room.browser().get(f"/api/v1/staff/{path}", headers=headers)
    assert answer.status_code == 200, answer.text
    return answer


def here(room: DoorsRoom) -> None:
    """Everybody of staff was seen at the other end of a stream just now."""
    with room.database.writing() as connection:
        ids = connection.execute(select(tables.staff.c.staff_id)).scalars()
        renew_leases(connection, {staff_address(each): room.clock.millis() for each in ids})


async def test_a_stale_snapshot_and_its_fact_are_a_fresh_one(room: DoorsRoom) -> None:
    headers = await room.bearer(room.account())
    stale = decode_snapshot((await read(room, "snapshot", headers)).content)
    assert stale.shift.presence is Presence.AVAILABLE
    assert (await says(room, headers, "on_break")).status_code == 200
    facts, _, _ = decode_facts((await read(room, f"facts?after={stale.cursor}&wait=0", headers)).content)
    state = state_of(stale)
    for streamed in facts:
        state, _changes = reduce(state, streamed)
    fresh = decode_snapshot((await read(room, "snapshot", headers)).content)
    assert fresh.shift.presence is Presence.ON_BREAK
    assert state == state_of(fresh)


async def test_a_colleague_is_not_told_but_can_look(room: DoorsRoom) -> None:
    """Who is there, with presence and load."""
    maija, sari = await room.bearer(room.account()), await room.bearer(room.account())
    await read(room, "facts?after=0&wait=0", maija)
    await says(room, maija, "busy")
    assert (await read(room, "facts?after=0&wait=0", sari)).json()["facts"] == []
    here(room)
    answer = await read(room, "roster", sari)
    assert contract.problems_of_ours("Roster", answer.json()) == []
    people = {each.presence: each for each in decode_roster(answer.content).people}
    assert (people[Presence.BUSY].load, TOPIC_QUEUE in people[Presence.BUSY].queue_ids) == (0, True)
    assert set(people) == {Presence.BUSY, Presence.AVAILABLE}


async def test_no_word_beyond_the_four_is_understood(room: DoorsRoom) -> None:
    headers = await room.bearer(room.account())
    answer = await says(room, headers, "lunch")
    assert (answer.status_code, answer.json()["problem"]["code"]) == (400, "malformed")
