"""Plans over HTTP: a supervisor plans and allows, each reads her own, what was worked stands beside it."""

import secrets
from typing import Any

import pytest

from app.domain.planned_shift import PlanRule
from app.wire.planned_shifts import decode_own_plan, decode_planned_day
from server_stub.records import audit
from tests.server_stub.routes.test_presence import read
from tests.support import contract
from tests.support.doors_room import TOPIC_QUEUE, DoorsRoom

pytestmark = pytest.mark.asyncio

# The room's Monday.
DAY = "2026-11-23"


async def says(room: DoorsRoom, headers: dict[str, str], kind: str, **keys: object) -> Any:
    body = {"type": kind, "command_id": secrets.token_hex(16), **keys}
    return (await room.browser().post("/api/v1/staff/commands", json=body, headers=headers)).json()


def shift(staff_id: str, planned_id: str = "5b" * 16, **other: object) -> dict[str, object]:
    return {
        "planned_id": planned_id,
        "staff_id": staff_id,
        "starts_at": f"{DAY}T07:00:00.000Z",
        "ends_at": f"{DAY}T11:00:00.000Z",
        "queue_ids": [TOPIC_QUEUE],
        "place": "home",
        **other,
    }


async def test_a_supervisor_plans_and_whoever_it_is_for_reads_it(room: DoorsRoom) -> None:
    """R083: the same command again plans nothing twice, and every act is in the audit log."""
    supervisor = await room.bearer(room.account(roles=["supervisor"]))
    maija = await room.bearer(room.account())
    me = (await read(room, "snapshot", maija)).json()["staff"]["staff_id"]
    day = decode_planned_day((await read(room, f"planned-day?day={DAY}", supervisor)).content)
    assert [each.shifts for each in day.people if each.staff_id == me] == [()]
    planned = shift(me)
    for _ in range(2):
        assert (await says(room, supervisor, "PlanShift", **planned))["outcome"] == "accepted"
    own = await read(room, "planned-shifts", maija)
    assert contract.problems_of_ours("OwnPlan", own.json()) == []
    assert own.json()["shifts"] == [planned]
    assert decode_own_plan(own.content).rule is PlanRule.INFORMS
    again = await says(room, supervisor, "PlanShift", **shift(me, "5c" * 16))
    assert again["problem"] == {"code": "planned_already"}
    unfit = await says(room, supervisor, "PlanShift", **shift(me, "5c" * 16, ends_at=f"{DAY}T06:00:00.000Z"))
    assert unfit["problem"] == {"code": "planned_time_unfit"}
    removed = await says(room, supervisor, "RemovePlannedShift", planned_id=planned["planned_id"])
    assert removed["outcome"] == "accepted"
    assert (await read(room, "planned-shifts", maija)).json()["shifts"] == []
    gone = await says(room, supervisor, "RemovePlannedShift", planned_id=planned["planned_id"])
    assert gone["problem"] == {"code": "not_found"}
    with room.database.reading() as connection:
        assert not audit.verify(connection).broken


async def test_what_was_worked_stands_beside_what_was_planned(room: DoorsRoom) -> None:
    """R084: also of who was not planned."""
    supervisor = await room.bearer(room.account(roles=["supervisor"]))
    maija = await room.bearer(room.account())
    me = (await read(room, "snapshot", maija)).json()["staff"]["staff_id"]
    await says(room, supervisor, "PlanShift", **shift(me))
    await says(room, maija, "BeginShift", queue_ids=[TOPIC_QUEUE])
    answer = await read(room, f"planned-day?day={DAY}", supervisor)
    assert contract.problems_of_ours("PlannedDay", answer.json()) == []
    hers = next(each for each in answer.json()["people"] if each["staff_id"] == me)
    assert (len(hers["shifts"]), [each["ended_at"] for each in hers["duty"]]) == (1, [None])
    other = await read(room, "planned-day?day=2026-11-24", supervisor)
    hers = next(each for each in other.json()["people"] if each["staff_id"] == me)
    assert (hers["shifts"], hers["duty"]) == ([], [])
    assert (await read(room, "planned-day", supervisor)).json()["day"] == DAY
    path = "/api/v1/staff/planned-day?day=tomorrow"
    assert (await room.browser().get(path, headers=supervisor)).status_code == 400


async def test_who_is_allowed_reads_until_when(room: DoorsRoom) -> None:
    """R083: until the Finnish day ends."""
    supervisor = await room.bearer(room.account(roles=["supervisor"]))
    maija = await room.bearer(room.account())
    me = (await read(room, "snapshot", maija)).json()["staff"]["staff_id"]
    assert (await read(room, "planned-shifts", maija)).json()["allowed_until"] is None
    assert (await says(room, supervisor, "AllowOutsidePlan", staff_id=me))["outcome"] == "accepted"
    until = f"{DAY}T22:00:00.000Z"
    assert (await read(room, "planned-shifts", maija)).json()["allowed_until"] == until
    day = (await read(room, "planned-day", supervisor)).json()
    assert {each["allowed_until"] for each in day["people"] if each["staff_id"] == me} == {until}
    nobody = await says(room, supervisor, "AllowOutsidePlan", staff_id="0" * 32)
    assert nobody["problem"] == {"code": "unknown_professional"}


async def test_nobody_but_a_supervisor_plans_or_reads_a_day(room: DoorsRoom) -> None:
    maija = await room.bearer(room.account())
    assert (await room.browser().get("/api/v1/staff/planned-day", headers=maija)).status_code == 403
    refused = await says(room, maija, "AllowOutsidePlan", staff_id="0" * 32)
    assert refused["problem"]["code"] == "not_allowed"
