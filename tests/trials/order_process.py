"""One process of the order proof: a writer that commits through the shipped middle, or a reader of its log.

    python -m tests.trials.order_process writer URL SEED MESSAGES [plain]
    python -m tests.trials.order_process reader URL       prints each fact's number, ends at a closed stdin

A writer waits a random moment in each group and rolls one in twenty back. `plain` numbers facts by a
sequence, as one might at first: numbers are then taken in one order and committed in another.
"""

import asyncio
import random
import sys
import threading
from collections.abc import Sequence
from typing import Any

from server_stub.helpline.actors import CustomerActor
from server_stub.records.database import Database, PostgresUrl, open_engine
from server_stub.records.hot_path import FactRow, HotPath
from server_stub.records.log_follower import LogFollower
from server_stub.wire.answers import Accepted
from tests.support.counter_room import Room, room, says

CONVERSATIONS = 12
ROLLED_BACK = 0.05
LONGEST_WAIT_S = 0.003
SEQUENCE = "CREATE SEQUENCE IF NOT EXISTS plain_order"


class Restless:
    """Points at which a group waits a moment, and now and then is rolled back."""

    def __init__(self, chance: random.Random) -> None:
        self._random = chance
        self.rolled_back = 0

    def __call__(self, name: str) -> None:
        """The way has come to `name`."""
        if name == "after_decide":
            threading.Event().wait(self._random.random() * LONGEST_WAIT_S)
        if name == "before_commit" and self._random.random() < ROLLED_BACK:
            self.rolled_back += 1
            raise RuntimeError("rolled back on purpose")


def number_plainly(chance: random.Random) -> None:
    """Take numbers from a sequence, without a lock, some time before the commit."""

    def head(self: HotPath, cursor: Any) -> tuple[int, int, bytes]:
        cursor.execute("SELECT nextval('plain_order')")
        (block,) = cursor.fetchone()
        threading.Event().wait(chance.random() * LONGEST_WAIT_S)
        return block * 1000, block * 1000, bytes(32)

    def move_head(self: HotPath, *_given: object) -> None:
        return

    for name, instead in (("head", head), ("move_head", move_head)):
        getattr(HotPath, name)
        setattr(HotPath, name, instead)


async def write(url: str, seed: int, messages: int, *, is_plain: bool) -> None:
    """Open conversations and write into all of them at once."""
    chance = random.Random(seed)
    if is_plain:
        number_plainly(chance)
    restless = Restless(chance)
    database = Database(open_engine(PostgresUrl(url)))
    async with room(database, points=restless) as here:
        customers = [await _persistently(here, None, f"alku {number}") for number in range(CONVERSATIONS)]
        each = -(-messages // CONVERSATIONS)
        async with asyncio.TaskGroup() as writing:
            for customer in customers:
                writing.create_task(_talk(here, customer, each))
    database.close()
    print(restless.rolled_back)


async def _talk(here: Room, customer: CustomerActor, messages: int) -> None:
    for number in range(messages):
        await _persistently(here, customer, f"viesti {number}")


async def _persistently(here: Room, customer: CustomerActor | None, text: str) -> CustomerActor:
    """Open a conversation, or write into one: the very same command until it is committed."""
    stranger = here.stranger() if customer is None else customer
    command = here.opening(text) if customer is None else says(customer, text)
    command_id = _unique(here)
    while True:
        try:
            answer = await here.send(stranger, command, command_id=command_id)
        except RuntimeError:
            continue
        assert isinstance(answer, Accepted), answer
        return customer or CustomerActor(stranger.session_row, answer.conversation_id)


def _unique(here: Room) -> str:
    return f"{here.clock.now:012x}7{random.SystemRandom().getrandbits(76):019x}"


async def read(url: str) -> None:
    """Print the number of every fact told, in the order of telling."""
    told: list[int] = []

    def tell(facts: Sequence[FactRow]) -> None:
        told.extend(fact.seq for fact in facts)

    follower = LogFollower(Database(open_engine(PostgresUrl(url))), tell, lambda *_hint: None)
    follower.start()
    print("following", flush=True)
    await asyncio.to_thread(sys.stdin.read)
    await follower.stop()
    await asyncio.sleep(0)
    print(" ".join(map(str, told)))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["writer", url, seed, messages, *plain]:
            asyncio.run(write(url, int(seed), int(messages), is_plain=bool(plain)))
        case ["reader", url]:
            asyncio.run(read(url))
        case _:
            sys.exit(__doc__)
