"""What lives by the clock: one act with a fault keeps nobody else from what is due."""

import pytest
from sqlalchemy import select

from server_stub.counter.in_force import InForce
from server_stub.counter.presence import Presence
from server_stub.counter.waiting_room import WaitingRoom
from server_stub.helpline.callback_values import ClaimCallback
from server_stub.helpline.values import Problem
from server_stub.records import audit, callbacks, snapshots, tables
from server_stub.records.database import Database
from server_stub.settings.days_off import days_off
from server_stub.timekeeper.timekeeper import Timekeeper
from server_stub.wire.answers import Accepted
from tests.server_stub.counter.test_callbacks import left
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
        consultations=r.consultations,
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


DAY_S = 24 * 3_600


async def became(r: Room, callback_id: str) -> tuple[str, str | None]:
    kept = await r.database.read(lambda c: callbacks.find(c, callback_id))
    assert kept is not None
    return kept.state, kept.closed_reason


async def test_a_request_that_nobody_calls_is_closed_by_name_in_the_calling_time(database: Database) -> None:
    """I7, R111, R113: after the model's days, never silently: a fact to the queue, a row of the log."""
    async with room(database) as r:
        told, keeper = Told(), r.counsellor("Maija")
        waiting = await left(r)
        r.clock.advance(seconds=30 * DAY_S - 3_600)
        later = await left(r, "050 765 4321")
        tick = timekeeper(r, told).tick
        await tick()
        assert await became(r, waiting) == ("waiting", None)
        # To the hour: thirty days after ten on a Monday it is ten on a Wednesday.
        r.clock.advance(seconds=3_600)
        await tick()
        assert await became(r, waiting) == ("closed", "lapsed")
        assert await became(r, later) == ("waiting", None)
        assert await r.call(keeper, ClaimCallback(waiting)) == Problem("callback_closed")
        with database.reading() as connection:
            facts = connection.execute(
                select(tables.facts.c.kind, tables.facts.c.audience).order_by(tables.facts.c.seq.desc())
            ).all()
            assert facts[0].kind == "CallbackClosed"
            assert facts[0].audience.startswith("q:")
            assert audit.verify(connection).broken == ()
        await tick()
        with database.reading() as connection:
            assert len(connection.execute(select(tables.facts.c.seq)).all()) == len(facts)
        assert told == []


async def test_a_request_lapses_neither_at_night_nor_in_somebodys_hands(database: Database) -> None:
    """I7: those who should have called see it; and a claim is theirs until it has come back."""
    async with room(database) as r:
        free, hers = await left(r), await left(r, "050 765 4321")
        maija, tick = r.counsellor("Maija"), timekeeper(r, Told()).tick
        r.clock.advance(seconds=29 * DAY_S + 23 * 3_600 + 1_800)
        assert isinstance(await r.call(maija, ClaimCallback(hers)), Accepted)
        r.clock.advance(seconds=8 * 3_600)  # out of the calling time: the days are over
        assert await r.callbacks.lapsing(r.clock.now) == ()
        await r.callbacks.lapse(free)
        assert await became(r, free) == ("waiting", None)
        r.clock.advance(seconds=-7 * 3_600)
        await r.callbacks.lapse(hers)
        assert (await became(r, hers))[0] == "claimed"
        r.clock.advance(seconds=5 * DAY_S)  # over Christmas, to the Monday after
        await tick()
        assert await became(r, free) == ("closed", "lapsed")
        await tick()
        assert await became(r, hers) == ("closed", "lapsed")
