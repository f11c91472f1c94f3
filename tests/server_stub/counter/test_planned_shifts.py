"""Planned shifts through the middle, on both databases: what a claim looks at is looked at as it stands."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select, update

from server_stub.helpline.actors import StaffActor
from server_stub.helpline.callback_values import ClaimCallback, RequestCallback
from server_stub.helpline.conversation_commands import ClaimWaiting
from server_stub.helpline.planned_shift import PlannedShift, at_wall
from server_stub.helpline.values import Problem
from server_stub.records import planned_shifts, tables
from server_stub.records.database import Database
from server_stub.wire.answers import Accepted
from tests.support.counter_room import Room, answers, room
from tests.support.read_once import example_model

pytestmark = pytest.mark.asyncio

QUEUE = "#soshON_aikuissosiaalityö_chat"
DECIDING = replace(example_model(), planned_shifts="decides")
MONDAY = date(2026, 11, 23)
# The room's clock stands at 10 in Helsinki.
BEFORE, DURING, AFTER = (8, 10), (9, 13), (13, 16)


def entitled(r: Room, who: StaffActor) -> None:
    with r.database.writing() as connection:
        row = connection.execute(
            select(tables.staff.c.row).where(tables.staff.c.staff_id == who.staff_id)
        ).scalar_one()
        connection.execute(tables.staff_queues.insert().values(staff=row, queue_id=QUEUE))


def plan(
    r: Room, who: StaffActor, hours: tuple[int, int], *queues: str, day: date = MONDAY, planned_id: str = "1"
) -> PlannedShift:
    begins, ends = (at_wall(day, 60 * hour) for hour in hours)
    shift = PlannedShift(planned_id, who.staff_id, begins, ends, frozenset(queues))
    with r.database.writing() as connection:
        planned_shifts.keep(connection, shift)
    return shift


async def waiting(r: Room) -> ClaimWaiting:
    customer = await r.customer()
    assert customer.conversation_id is not None
    return ClaimWaiting(customer.conversation_id)


async def test_outside_her_planned_shift_a_customer_is_not_hers_to_take(database: Database) -> None:
    """R083: the customer waits on, and a colleague who is planned takes her."""
    async with room(database, model=DECIDING) as r:
        maija, sari = r.counsellor("Maija"), r.counsellor("Sari")
        entitled(r, maija)
        entitled(r, sari)
        plan(r, maija, AFTER)
        plan(r, sari, DURING, QUEUE, planned_id="2")
        claim = await waiting(r)
        assert await r.send(maija, claim) == Problem(
            "outside_planned_shift",
            {"planned_from": "2026-11-23T11:00:00.000Z", "planned_until": "2026-11-23T14:00:00.000Z"},
        )
        assert isinstance(await r.send(sari, claim), Accepted)


async def test_what_she_holds_goes_on_when_her_planned_shift_is_over(database: Database) -> None:
    async with room(database, model=DECIDING) as r:
        maija = r.counsellor("Maija")
        entitled(r, maija)
        plan(r, maija, DURING)
        conversation_id = await r.claimed(await r.customer(), maija)
        r.clock.advance(seconds=4 * 3600)
        assert isinstance(await r.send(maija, answers(conversation_id, "Hei")), Accepted)
        refused = await r.send(maija, await waiting(r))
        assert isinstance(refused, Problem)
        assert refused.code == "outside_planned_shift"


async def test_a_supervisor_lets_her_until_then(database: Database) -> None:
    async with room(database, model=DECIDING) as r:
        maija = r.counsellor("Maija")
        entitled(r, maija)
        plan(r, maija, BEFORE)
        claim = await waiting(r)
        assert isinstance(await r.send(maija, claim), Problem)
        with r.database.writing() as connection:
            for until in (r.clock.now + 1, r.clock.now + 60_000):
                planned_shifts.allow(connection, maija.staff_id, until=until, by="x", now=r.clock.now)
            assert planned_shifts.allowances(connection, now=r.clock.now) == {
                maija.staff_id: r.clock.now + 60_000
            }
        assert isinstance(await r.send(maija, claim), Accepted)


async def test_no_plan_for_today_keeps_nobody_from_a_customer(database: Database) -> None:
    """R083: nor does the plan of somebody who cannot take customers any more."""
    async with room(database, model=DECIDING) as r:
        maija, gone = r.counsellor("Maija"), r.counsellor("Sari")
        entitled(r, maija)
        entitled(r, gone)
        plan(r, maija, DURING, day=date(2026, 11, 24))
        assert isinstance(await r.send(maija, await waiting(r)), Accepted)
        plan(r, gone, DURING, planned_id="2")
        assert isinstance(await r.send(maija, await waiting(r)), Problem)
        with r.database.writing() as connection:
            connection.execute(
                update(tables.staff).where(tables.staff.c.staff_id == gone.staff_id).values(is_disabled=True)
            )
        assert isinstance(await r.send(maija, await waiting(r)), Accepted)


async def test_a_plan_that_informs_refuses_nothing(database: Database) -> None:
    async with room(database) as r:
        maija = r.counsellor("Maija")
        entitled(r, maija)
        plan(r, maija, AFTER)
        assert isinstance(await r.send(maija, await waiting(r)), Accepted)


async def test_a_callback_request_is_taken_at_any_time(database: Database) -> None:
    async with room(database, model=DECIDING) as r:
        maija = r.counsellor("Maija")
        entitled(r, maija)
        plan(r, maija, AFTER)
        asked = await r.call(
            r.stranger(), RequestCallback("neuvonta", "toimeentulo", "fi", "+358401234567", "any", False, "")
        )
        assert isinstance(asked, Accepted)
        with r.database.reading() as connection:
            callback_id = connection.execute(select(tables.callbacks.c.callback_id)).scalar_one()
        assert isinstance(await r.call(maija, ClaimCallback(callback_id)), Accepted)


async def test_planned_shifts_are_kept_as_they_were_said_and_a_file_replaces_days(database: Database) -> None:
    async with room(database) as r:
        maija, sari = r.counsellor("Maija"), r.counsellor("Sari")
        first = plan(r, maija, DURING, QUEUE)
        other_day = plan(r, maija, DURING, day=date(2026, 11, 24), planned_id="2")
        others = plan(r, sari, AFTER, planned_id="3")
        with r.database.writing() as connection:
            assert planned_shifts.find(connection, "1") == first
            assert planned_shifts.find(connection, "9") is None
            new = [first._replace(planned_id=each, place="home") for each in ("4",)]
            assert planned_shifts.replace_days(connection, new) == 1
            week = planned_shifts.between(connection, at_wall(MONDAY, 0), at_wall(date(2026, 11, 30), 0))
            assert week == (*new, others, other_day)
            mine = planned_shifts.between(connection, first.starts_at, first.ends_at, staff_id=sari.staff_id)
            assert mine == ()
