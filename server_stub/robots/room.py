"""room: A waiting room that never empties: customers arrive one after another; when one goes, one comes.

Those who ask to be called are beside the room: each scenario of that kind has one open request at a time,
so that the list neither empties for long nor grows without end.
"""

import asyncio
import random
from collections.abc import Callable, Sequence
from typing import Final

from server_stub.robots.answers import Unreadable
from server_stub.robots.caller import Caller, NotTaken
from server_stub.robots.customer import Customer, NotLetIn, Tell
from server_stub.robots.door import Address, Door, LineLost
from server_stub.robots.entry import CustomerEntry, read_entry
from server_stub.robots.made_up_numbers import MadeUpNumbers
from server_stub.robots.pace import Pace
from server_stub.robots.patience import delay_s
from server_stub.robots.scenario import LANGUAGES, AnyScenario, CallScenario, Scenario

_CLOSED_WAIT_S: Final = 30.0
_ASKS_AGAIN_S: Final = 900.0


class Room:
    """Keeps `customers` of them in the room, and beside it whoever asks to be called, as long as it runs."""

    def __init__(
        self,
        address: Address,
        scenarios: Sequence[AnyScenario],
        *,
        customers: int,
        speed: float,
        chance: random.Random,
        now_ms: Callable[[], int],
        tell: Tell,
    ) -> None:
        """`speed` 1 is as people are; `chance` decides who comes when; `tell` takes sentences."""
        self._address = address
        self._deck = Deck([one for one in scenarios if isinstance(one, Scenario)], chance)
        self._callers = [one for one in scenarios if isinstance(one, CallScenario)]
        self._numbers = MadeUpNumbers(random.Random(chance.getrandbits(64)))
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
                pace, chance = self._somebody()
                tasks.create_task(self._keep_coming(arrives_s, pace, chance))
                arrives_s += pace.arriving_s()
            for scenario in self._callers:
                tasks.create_task(self._keep_asking(scenario, *self._somebody()))

    def _somebody(self) -> tuple[Pace, random.Random]:
        """Everybody has a chance of her own, so that one's day does not hang on another's timing."""
        chance = random.Random(self._chance.getrandbits(64))
        return Pace(speed=self._speed, chance=chance), chance

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
                    customer = Customer(
                        scenario, door, pace=pace, chance=chance, numbers=self._numbers, tell=self._tell
                    )
                    await customer.visit(entry)
                case "closed":
                    self._tell(f"{scenario.scenario_id}: the service {scenario.service_id} is closed now.")
                    await asyncio.sleep(_CLOSED_WAIT_S)
                case "unknown":
                    if self._deck.leave_out(scenario):
                        self._tell_left_out(scenario)
        except NotLetIn as refused:
            self._tell(f"{scenario.scenario_id}: the conversation was not opened: {refused.code}.")
        except LineLost as lost:
            await asyncio.sleep(delay_s(1, chance, asked_s=lost.wait_s))
        finally:
            await door.close()

    async def _keep_asking(self, scenario: CallScenario, pace: Pace, chance: random.Random) -> None:
        """One request after another; the next one a while after the last one was closed."""
        await asyncio.sleep(pace.arriving_s())
        while True:
            if not await self._ask(scenario, pace, chance):
                return
            await asyncio.sleep(pace.scripted_s(_ASKS_AGAIN_S) * chance.uniform(0.5, 1.5))

    async def _ask(self, scenario: CallScenario, pace: Pace, chance: random.Random) -> bool:
        """One request from one browser; whether another one may follow."""
        door = Door(self._address, now_ms=self._now_ms)
        try:
            entry = await _look_in(door, chance)
            if entry.welcome(scenario) == "unknown":
                self._tell_left_out(scenario)
                return False
            await Caller(scenario, door, pace=pace, chance=chance, numbers=self._numbers).visit()
        except NotTaken as refused:
            self._tell(f"{scenario.scenario_id}: the callback request was not taken: {refused.code}.")
        except LineLost as lost:
            await asyncio.sleep(delay_s(1, chance, asked_s=lost.wait_s))
        finally:
            await door.close()
        return True

    def _tell_left_out(self, scenario: AnyScenario) -> None:
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
