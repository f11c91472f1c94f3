"""Several processes write one PostgreSQL: followers skip nothing and double nothing."""

import asyncio
import contextlib
from collections.abc import Sequence

import pytest

from server_stub.records.database import Database, PostgresUrl, open_engine
from server_stub.records.hot_path import FactRow
from server_stub.records.log_follower import LogFollower
from tests.support.counter_room import create, room, says
from tests.support.postgres import Cluster

pytestmark = [pytest.mark.asyncio, pytest.mark.postgres]


# Eight customers: an opening, first words and 25 messages each.
FACTS = 8 * 27


async def test_two_writers_are_followed_in_one_dense_order(postgres: Cluster) -> None:
    place = PostgresUrl(postgres.fresh("vuoro_follow"))
    one, other = create(place), Database(open_engine(place))
    heard: list[int] = []
    all_heard = asyncio.Event()

    def tell(facts: Sequence[FactRow]) -> None:
        heard.extend(fact.seq for fact in facts)
        if len(heard) >= FACTS:
            all_heard.set()

    follower = LogFollower(one, tell, lambda *_: None)
    with contextlib.closing(one), contextlib.closing(other):
        follower.start()
        async with room(one) as here, room(other) as there:
            customers = [(r, await r.customer()) for r in (here, there) for _ in range(4)]
            await asyncio.gather(
                *(
                    r.send(c, says(c, f"viesti {n}"), command_id=f"{n:032x}")
                    for r, c in customers
                    for n in range(25)
                )
            )
            async with asyncio.timeout(20):
                await all_heard.wait()
        assert heard == list(range(1, FACTS + 1))
        await follower.stop()
