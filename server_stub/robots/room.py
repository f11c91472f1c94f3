"""room: A waiting room that never empties: customers arrive one after another; when one goes, one comes."""

import asyncio
import random
from collections.abc import Callable, Sequence
from typing import Final

from server_stub.robots.answers import Unreadable
from server_stub.robots.customer import Customer, NotLetIn, Tell
from server_stub.robots.door import Address, Door, LineLost
from server_stub.robots.entry import CustomerEntry, read_entry
from server_stub.robots.pace import Pace
from server_stub.robots.patience import delay_s
from server_stub.robots.scenario import LANGUAGES, Scenario

_CLOSED_WAIT_S: Final = 30.0


class Room:
    """Keeps `customers` of them in the room, as long as it runs."""

    def __init__(
        self,
        address: Address,
        scenarios: Sequence[Scenario],
        *,
        customers: int,
        speed: float,
        chance: random.Random,
        now_ms: Callable[[], int],
        tell: Tell,
    ) -> None:
        """`speed` 1 is as people are; `chance` decides who comes when; `tell` takes sentences."""
        self._address = address
        self._deck = Deck(scenarios, chance)
        self._customers = customers
        self._speed = speed
        self._chance = chance
        self._now_ms = now_ms
        self._tell = tell

    async def run(self) -> None:
        """Until cancelled; returns when there is no scenario left that this backend has the topic of."""
        async with asyncio.TaskGroup() as tasks:
            arrives_s = 0.0
            for _ in range(self._customers):
                # Everybody has a chance of her own, so that one's day does not hang on another's timing.
                chance = random.Random(self._chance.getrandbits(64))
                pace = Pace(speed=self._speed, chance=chance)
                tasks.create_task(self._keep_coming(arrives_s, pace, chance))
                arrives_s += pace.arriving_s()

    async def _keep_coming(self, arrives_s: float, pace: Pace, chance: random.Random) -> None:
        await asyncio.sleep(arrives_s)
        while (scenario := self._deck.draw()) is not None:
            try:
                await self._come(scenario, pace, chance)
            finally:
                self._deck.put_back(scenario)
            await asyncio.sleep(pace.arriving_s())

    async def _come(self, scenario: Scenario, pace: Pace, chance: random.Random) -> None:
        """One visit of one browser; whatever becomes of it, it is closed."""
        door = Door(self._address, now_ms=self._now_ms)
        try:
            entry = await _look_in(door, chance)
            match entry.welcome(scenario):
                case "open":
                    customer = Customer(scenario, door, pace=pace, chance=chance, tell=self._tell)
                    await customer.visit(entry)
                case "closed":
                    self._tell(f"{scenario.scenario_id}: the service {scenario.service_id} is closed now.")
                    await asyncio.sleep(_CLOSED_WAIT_S)
                case "unknown":
                    self._leave_out(scenario)
        except NotLetIn as refused:
            self._tell(f"{scenario.scenario_id}: the conversation was not opened: {refused.code}.")
        except LineLost as lost:
            await asyncio.sleep(delay_s(1, chance, asked_s=lost.wait_s))
        finally:
            await door.close()

    def _leave_out(self, scenario: Scenario) -> None:
        if self._deck.leave_out(scenario):
            self._tell(
                f"{scenario.scenario_id}: this backend has no topic {scenario.topic_id} in a service "
                f"{scenario.service_id}; the scenario is left out."
            )


class Deck:
    """Scenarios in a shuffled order, the languages in turn; one is played twice at once only in need."""

    def __init__(self, scenarios: Sequence[Scenario], chance: random.Random) -> None:
        self._chance = chance
        self._all = list(scenarios)
        self._pile: list[Scenario] = []
        self._playing: list[Scenario] = []

    def draw(self) -> Scenario | None:
        """The next one; None when all were left out."""
        if not self._all:
            return None
        if not any(scenario not in self._playing for scenario in self._pile):
            self._pile = self._shuffled()
        scenario = next((one for one in self._pile if one not in self._playing), self._pile[0])
        self._pile.remove(scenario)
        self._playing.append(scenario)
        return scenario

    def put_back(self, scenario: Scenario) -> None:
        """It has been played."""
        self._playing.remove(scenario)

    def leave_out(self, scenario: Scenario) -> bool:
        """Never again; whether it was there."""
        self._pile = [one for one in self._pile if one != scenario]
        was_there = scenario in self._all
        self._all = [one for one in self._all if one != scenario]
        return was_there

    def _shuffled(self) -> list[Scenario]:
        by_language = {
            language: [one for one in self._all if one.language == language] for language in LANGUAGES
        }
        for pile in by_language.values():
            self._chance.shuffle(pile)
        order: list[Scenario] = []
        while any(by_language.values()):
            order += [pile.pop() for pile in by_language.values() if pile]
        return order


async def _look_in(door: Door, chance: random.Random) -> CustomerEntry:
    """The entry, asked for until it is there: the backend may not have come up yet."""
    failures = 0
    while True:
        try:
            return read_entry(await door.entry())
        except (LineLost, Unreadable) as error:
            failures += 1
            asked_s = error.wait_s if isinstance(error, LineLost) else None
            await asyncio.sleep(delay_s(failures, chance, asked_s=asked_s))
