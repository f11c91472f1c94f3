"""What lives by the clock: one act with a fault keeps nobody else from what is due."""

import pytest
from sqlalchemy import select

from server_stub.counter.in_force import InForce
from server_stub.counter.presence import Presence
from server_stub.counter.waiting_room import WaitingRoom
from server_stub.records import snapshots, tables
from server_stub.records.database import Database
from server_stub.settings.days_off import days_off
from server_stub.timekeeper.timekeeper import Timekeeper
from tests.support.counter_room import Room, room

pytestmark = pytest.mark.asyncio

Told = list[tuple[str, dict[str, str | int]]]


def timekeeper(r: Room, told: Told) -> Timekeeper:
    """One that tells its alarms to `told`."""

    def alarm(event: str, **ids: str | int) -> None:
        told.append((event, ids))

    async def nothing() -> None:
        pass

    return Timekeeper(
        database=r.database,
        counter=r.counter,
        callbacks=r.callbacks,
        hub=r.hub,
        presence=Presence(r.hub, r.groups, r.clock),
        waiting_room=WaitingRoom(r.database, r.hub, InForce(r.model, days_off([2026, 2027])), r.clock),
        clock=r.clock,
        alarm=alarm,
        refresh_model=nothing,
        tidy=nothing,
    )


async def test_an_act_that_cannot_be_done_keeps_no_other_from_its_time(database: Database) -> None:
    """A row of a newer version stands first: customers get back to their queue, and who is here is noted."""
    async with room(database) as r:
        maija, told = r.counsellor("Maija"), Told()
        strange = await r.claimed(await r.customer("eka"), maija)
        held = await r.claimed(await r.customer("toka"), maija)
        with database.writing() as connection:
            row = connection.execute(
                select(tables.conversations.c.row).where(tables.conversations.c.conversation_id == strange)
            ).scalar_one()
            connection.execute(tables.due.insert().values(conversation=row, kind="of_the_future", at=1))
        r.clock.advance(seconds=601)
        r.hub.subscribe(frozenset({"s:here"}), is_customer=False)
        await timekeeper(r, told).tick()
        assert ("due_act_failed", "of_the_future", strange) in [
            (event, ids["kind"], ids["conversation"]) for event, ids in told
        ]
        found = await database.read(lambda c: snapshots.conversation(c, held))
        assert found is not None
        assert found.state == "waiting"
        with database.reading() as connection:
            leases = connection.execute(select(tables.leases.c.address)).scalars().all()
        assert "s:here" in leases
