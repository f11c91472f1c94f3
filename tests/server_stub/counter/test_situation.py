"""The situation as the database counts it, on both databases."""

import pytest

from server_stub.counter.today import Today
from server_stub.helpline.conversation_commands import WriteNote
from server_stub.helpline.presence import Presence
from server_stub.helpline.shift import SetPresence
from server_stub.records.database import Database
from server_stub.records.queue_loads import queue_loads
from server_stub.records.situation import at_work
from tests.server_stub.counter.test_shifts import QUEUE, serves
from tests.support.counter_room import answers, room

pytestmark = pytest.mark.asyncio


async def test_queues_and_people_are_counted_at_one_moment(database: Database) -> None:
    async with room(database) as r:
        maija, sari = r.counsellor("Maija", capacity=3), r.counsellor("Sari", capacity=2)
        for each in (maija, sari):
            serves(r, each)
        await r.claimed(await r.customer(), maija)
        await r.customer()
        await r.own(sari, SetPresence(Presence.ON_BREAK))
        with r.database.reading() as connection:
            load = queue_loads(connection, now=r.clock.now)[QUEUE]
            people = at_work(connection, now=r.clock.now)
        assert (load.waiting, load.held, load.on_duty, load.free) == (1, 1, 1, 2)
        assert [(each.colleague.display_name, each.colleague.load) for each in people] == [
            ("Maija", 1),
            ("Sari", 0),
        ]
        assert people[1].colleague.since == r.clock.now


async def test_who_has_no_stream_is_away_since_she_was_last_seen(database: Database) -> None:
    async with room(database) as r:
        maija = r.counsellor("Maija")
        serves(r, maija)
        seen_at = r.clock.now
        r.clock.advance(seconds=90)
        with r.database.reading() as connection:
            (only,) = at_work(connection, now=r.clock.now)
        assert (only.colleague.presence, only.colleague.since) == (Presence.AWAY, seen_at)


async def test_todays_answers_are_counted_from_the_log_a_part_at_a_time(database: Database) -> None:
    """R091: figures of today alone, the same however often and by whom they are asked for."""
    async with room(database) as r:
        maija = r.counsellor("Maija")
        yesterday = await r.customer("eilen")
        r.clock.advance(seconds=24 * 3600)
        today = Today(database, r.counter._in_force)
        assert (await today.so_far(r.clock.now)).queues == {}
        sari = await r.customer("tänään")
        r.clock.advance(seconds=61)
        held = await r.claimed(sari, maija)
        await r.send(maija, WriteNote(held, "Rauhallinen.", 2))
        await r.claimed(yesterday, maija)
        assert (await today.so_far(r.clock.now)).queues[QUEUE].answered == 1
        r.clock.advance(seconds=30)
        await r.send(maija, answers(held, "Hei!"))
        for count in (today, Today(database, r.counter._in_force)):
            day = (await count.so_far(r.clock.now)).queues[QUEUE]
            assert (day.answered, day.in_target, day.reply_delay_ms) == (1, 1, 91_000)
        r.clock.advance(seconds=24 * 3600)
        assert (await today.so_far(r.clock.now)).queues == {}
