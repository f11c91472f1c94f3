"""The loads: closed loop, open loop, many idle streams, catching up. All on the driver's one event loop."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import perf_counter

from tests.benchmarks.target import TOKEN, Target, token
from tests.benchmarks.wire_driver import Asker, Listener, connect_asker, open_stream

SETTLE_S = 10.0


@dataclass(slots=True)
class Tally:
    """What was sent, and what came back; latencies in seconds, from writing a message to hearing of it."""

    deliveries: list[float] = field(default_factory=list)
    answered: int = 0
    refused: int = 0
    doubled: int = 0
    lost: int = 0
    elapsed_s: float = 0.0

    def per_second(self) -> float:
        """Messages a second."""
        return self.answered / self.elapsed_s

    def percentile_ms(self, share: float) -> float:
        """A percentile of the deliveries, in milliseconds."""
        ordered = sorted(self.deliveries)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000


class Lines:
    """Open senders and listeners of the first `conversations` of a target."""

    def __init__(self, target: Target, numbers: Iterator[int]) -> None:
        """`numbers` are for tokens."""
        self._target = target
        self._numbers = numbers
        self._askers: list[Asker] = []
        self._listeners: list[Listener] = []
        self._sent: dict[bytes, float] = {}
        self._measured_from = float("inf")
        self.tally = Tally()

    async def open(self, conversations: int) -> None:
        """Connect a sender and a listener for each."""
        port = self._target.port
        for conversation in range(conversations):
            self._askers.append(await connect_asker(port))
            self._listeners.append(await open_stream(port, self._target.stream(conversation), self._heard))

    def close(self) -> None:
        """End all connections."""
        for asker in self._askers:
            asker.close()
        for listener in self._listeners:
            listener.close()

    def _heard(self, data: bytes, now: float) -> None:
        for said in TOKEN.findall(data):
            sent = self._sent.pop(said, None)
            if sent is None:
                self.tally.doubled += 1
            elif sent >= self._measured_from:
                self.tally.deliveries.append(now - sent)

    async def _say(self, conversation: int, due: float | None = None) -> float:
        said = token(next(self._numbers))
        request = self._target.message(conversation, said)
        now = perf_counter()
        self._sent[said] = now if due is None else min(now, due)
        status, _ = await self._askers[conversation].ask(request)
        answered = perf_counter()
        if status != 200:
            self.tally.refused += 1
            del self._sent[said]
        elif answered >= self._measured_from:
            self.tally.answered += 1
        return answered

    async def closed_loop(self, *, warm_s: float, measured_s: float) -> Tally:
        """Each conversation writes its next message as soon as the one before is answered."""
        start = perf_counter()
        end = start + warm_s + measured_s
        self._measured_from = start + warm_s

        async def talk(conversation: int) -> None:
            while await self._say(conversation) < end:
                pass

        async with asyncio.TaskGroup() as talking:
            for conversation in range(len(self._askers)):
                talking.create_task(talk(conversation))
        return await self._settle(measured_s)

    async def open_loop(self, *, per_second: float, warm_s: float, measured_s: float) -> Tally:
        """Messages at a steady rate; one that a late answer held up counts from when it was due."""
        start = perf_counter() + 0.05
        end = start + warm_s + measured_s
        self._measured_from = start + warm_s
        period = len(self._askers) / per_second

        async def talk(conversation: int) -> None:
            due = start + conversation / per_second
            answered = 0.0
            while due < end:
                await asyncio.sleep(max(0.0, due - perf_counter()))
                answered = await self._say(conversation, due if due < answered else None)
                due += period

        async with asyncio.TaskGroup() as talking:
            for conversation in range(len(self._askers)):
                talking.create_task(talk(conversation))
        return await self._settle(measured_s)

    async def _settle(self, measured_s: float) -> Tally:
        """Wait until everything sent was heard; what was not is lost."""
        give_up = perf_counter() + SETTLE_S
        while self._sent and perf_counter() < give_up:  # noqa: ASYNC110 (no event per message: it would cost)
            await asyncio.sleep(0.01)
        tally, self.tally = self.tally, Tally()
        tally.lost = len(self._sent) + sum(listener.is_lost for listener in self._listeners)
        tally.elapsed_s = measured_s
        self._sent.clear()
        return tally


@asynccontextmanager
async def lines(target: Target, numbers: Iterator[int], conversations: int) -> AsyncIterator[Lines]:
    """Open lines, closed at the end."""
    opened = Lines(target, numbers)
    try:
        await opened.open(conversations)
        yield opened
    finally:
        opened.close()


@asynccontextmanager
async def idle(target: Target, streams: int) -> AsyncIterator[list[Listener]]:
    """That many streams on which nothing but heartbeats happens."""
    opened: list[Listener] = []
    try:
        for first in range(0, streams, 100):
            opening = (
                open_stream(target.port, target.idle_stream(number), lambda _data, _now: None)
                for number in range(first, min(streams, first + 100))
            )
            opened += await asyncio.gather(*opening)
        yield opened
    finally:
        for listener in opened:
            listener.close()
