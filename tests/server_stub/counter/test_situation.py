"""The situation as the database counts it, on both databases."""

import pytest

from server_stub.helpline.presence import Presence
from server_stub.helpline.shift import SetPresence
from server_stub.records.database import Database
from server_stub.records.queue_loads import queue_loads
from server_stub.records.situation import at_work
from tests.server_stub.counter.test_shifts import QUEUE, serves
from tests.support.counter_room import room

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
        assert (load.waiting, load.held, load.on_shift, load.free) == (1, 1, 1, 2)
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
