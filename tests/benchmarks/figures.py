"""The figures of performance.md: each measures the floor and ours in turn, and says what it found.

`runs` are pairs (floor, ours) taken one after the other, so that a slow minute of the machine hits both.
"""

import asyncio
import gc
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter

import msgspec

from tests.benchmarks.disk import single_row_commits_per_second
from tests.benchmarks.fan_out import PAUSE_S, audience
from tests.benchmarks.loads import Lines, Tally, idle, lines
from tests.benchmarks.ours import OurTarget
from tests.benchmarks.target import FloorTarget, Target, cpu_seconds, numbers, resident_kib, token
from tests.benchmarks.wire_driver import open_stream
from tests.support.events import Parser

CONVERSATIONS = 50
QUIET_CONVERSATIONS = 10
CAUGHT_UP = 10_000


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the result. `ratio` is value to floor; `runs` are the single values of ours."""

    figure: str
    value: float
    unit: str
    floor: float | None
    ratio: float | None
    load: str
    runs: list[float]


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to measure: the ordinary way, or `--quick` (for seeing that it works, not for figures)."""

    runs: int
    warm_s: float
    measured_s: float
    idle_streams: int
    idle_s: float
    told: int


ORDINARY = Effort(runs=3, warm_s=1.0, measured_s=3.0, idle_streams=10_000, idle_s=60.0, told=21)
QUICK = Effort(runs=1, warm_s=0.3, measured_s=1.0, idle_streams=500, idle_s=3.0, told=3)


class Benchmark:
    """Both servers, running, and the figures one may ask of them."""

    def __init__(self, floor: FloorTarget, ours: OurTarget, effort: Effort) -> None:
        """Both are started and prepared."""
        self._floor, self._ours, self._effort = floor, ours, effort
        self._numbers = numbers()
        self.figures: dict[str, Callable[[], Awaitable[list[Row]]]] = {
            "throughput_sqlite": self.throughput_sqlite,
            "deliver_20": self.deliver_20,
            "deliver_200": self.deliver_200,
            "catch_up": self.catch_up,
            "idle_streams": self.idle_streams,
            "fan_out_100": self.fan_out_100,
            "fan_out_1000": self.fan_out_1000,
        }

    async def throughput_sqlite(self) -> list[Row]:
        """Messages a second, closed loop; first because it also fills both files."""

        async def load(opened: Lines) -> Tally:
            return await opened.closed_loop(warm_s=self._effort.warm_s, measured_s=self._effort.measured_s)

        pairs = [await self._both(CONVERSATIONS, load) for _ in range(self._effort.runs)]
        commits = [single_row_commits_per_second(seconds=self._effort.measured_s / 3) for _ in pairs]
        said = f"{CONVERSATIONS} conversations, closed loop"
        return [
            _row("throughput_sqlite", "msg/s", said, [(f.per_second(), o.per_second()) for f, o in pairs]),
            _row("throughput_sqlite_deliver_p99", "ms", said, _percentiles(pairs, 0.99)),
            Row(
                "single_row_commits",
                round(median(commits), 1),
                "commits/s",
                None,
                round(median(f.per_second() for f, _ in pairs) / median(commits), 2),
                "one connection, plain file, WAL, synchronous=FULL; ratio: the floor's msg/s to it",
                [round(each, 1) for each in commits],
            ),
        ]

    async def deliver_20(self) -> list[Row]:
        """Latency at 20 messages a second into filled files."""
        return await self._deliver("deliver_20", per_second=20)

    async def deliver_200(self) -> list[Row]:
        """Latency at 200 messages a second, open loop."""
        return await self._deliver("deliver_200", per_second=200)

    async def _deliver(self, figure: str, *, per_second: float) -> list[Row]:
        async def load(opened: Lines) -> Tally:
            measured_s = self._effort.measured_s * (400 / per_second) ** 0.5
            return await opened.open_loop(
                per_second=per_second, warm_s=self._effort.warm_s, measured_s=measured_s
            )

        pairs = [await self._both(QUIET_CONVERSATIONS, load) for _ in range(self._effort.runs)]
        said = f"{per_second:g} msg/s, {QUIET_CONVERSATIONS} conversations, open loop, filled file"
        return [
            _row(figure, "ms p50", said, _percentiles(pairs, 0.5)),
            _row(f"{figure}_p99", "ms p99", said, _percentiles(pairs, 0.99)),
        ]

    async def catch_up(self) -> list[Row]:
        """A stream that is 10,000 facts behind, read and decoded to the end."""
        await self._ours.renew()
        await self._write_behind()
        pairs = []
        for _ in range(self._effort.runs):
            floor = await _read_behind(self._floor, 0, CAUGHT_UP)
            ours = await _read_behind(self._ours, self._ours.pairs[0].cursor, CAUGHT_UP)
            pairs.append((floor, ours))
        return [_row("catch_up", "ms", f"{CAUGHT_UP} facts, wire and decode, one stream", pairs)]

    async def _write_behind(self) -> None:
        """At least that many facts for the listener of conversation 0, after the cursor she has now."""
        for target in (self._floor, self._ours):
            async with lines(target, self._numbers, 1) as opened:
                written = 0
                while written < CAUGHT_UP:
                    tally = await opened.closed_loop(warm_s=0.0, measured_s=1.0)
                    written += tally.answered

    async def idle_streams(self) -> list[Row]:
        """What a stream costs on which nothing happens, and what many of them do to the others."""
        await self._ours.renew()
        streams = self._effort.idle_streams
        floor, ours = [await self._idle(target) for target in (self._floor, self._ours)]
        said = f"{streams} idle streams, heartbeats every 20 s"
        return [
            _row("idle_streams", "KiB each", said, [(floor.kib_each, ours.kib_each)]),
            _row("idle_streams_cpu", "% of a core", said, [(floor.cpu_percent, ours.cpu_percent)]),
            Row(
                "idle_streams_deliver_20_p99",
                round(ours.p99_ms, 2),
                "ms p99",
                round(ours.p99_alone_ms, 2),
                round(ours.p99_ms / ours.p99_alone_ms, 2),
                f"20 msg/s beside {said}; the floor here is ours without them",
                [round(ours.p99_ms, 2)],
            ),
        ]

    async def fan_out_100(self) -> list[Row]:
        """A queue change, until the last of a hundred has heard of it."""
        return await self._fan_out("fan_out_100", 100)

    async def fan_out_1000(self) -> list[Row]:
        """A queue change, until the last of a thousand has heard of it."""
        return await self._fan_out("fan_out_1000", 1000)

    async def _fan_out(self, figure: str, listeners: int) -> list[Row]:
        pairs = []
        for _ in range(self._effort.runs):
            await self._ours.renew()
            floor, ours = self._floor, self._ours
            newcomers = await ours.newcomers(self._effort.told)
            said = [token(next(self._numbers)) for _ in newcomers]
            quiet = 2_000_000
            at_floor = [floor.stream(quiet)] * listeners
            at_ours = [ours.stream(number % len(ours.pairs)) for number in range(listeners)]
            coming = [ours.coming(who, word) for who, word in zip(newcomers, said, strict=True)]
            pairs.append(
                (
                    await _last_heard(floor, at_floor, [floor.message(quiet, word) for word in said], said),
                    await _last_heard(ours, at_ours, coming, said),
                )
            )
        load = f"one new customer, {listeners} streams of those who serve the queue, nothing else"
        return [_row(figure, "ms, last listener", load, pairs)]

    async def _idle(self, target: Target) -> "_Idle":
        before = resident_kib(target.pid)
        alone = await self._latency(target)
        async with idle(target, self._effort.idle_streams) as opened:
            grown = resident_kib(target.pid) - before
            cpu, start = cpu_seconds(target.pid), perf_counter()
            await asyncio.sleep(self._effort.idle_s)
            cpu_percent = 100 * (cpu_seconds(target.pid) - cpu) / (perf_counter() - start)
            beside = await self._latency(target)
            lost = sum(listener.is_lost for listener in opened)
            if lost:
                raise RuntimeError(f"{lost} idle streams were ended by the server")
        return _Idle(grown / self._effort.idle_streams, cpu_percent, beside, alone)

    async def _latency(self, target: Target) -> float:
        await self._ours.renew()
        async with lines(target, self._numbers, QUIET_CONVERSATIONS) as opened:
            tally = await opened.open_loop(
                per_second=20, warm_s=self._effort.warm_s, measured_s=self._effort.measured_s * 4
            )
        _must_be_whole(tally)
        return tally.percentile_ms(0.99)

    async def _both(
        self, conversations: int, load: Callable[[Lines], Awaitable[Tally]]
    ) -> tuple[Tally, Tally]:
        await self._ours.renew()
        tallies = []
        for target in (self._floor, self._ours):
            async with lines(target, self._numbers, conversations) as opened, _no_collecting():
                tallies.append(await load(opened))
            _must_be_whole(tallies[-1])
        return tallies[0], tallies[1]


@dataclass(frozen=True, slots=True)
class _Idle:
    kib_each: float
    cpu_percent: float
    p99_ms: float
    p99_alone_ms: float


async def _read_behind(target: Target, after: int, facts: int) -> float:
    """Milliseconds until that many facts are read and decoded, from opening the stream."""
    parser, read = Parser(), 0
    done: asyncio.Future[float] = asyncio.get_running_loop().create_future()

    def heard(data: bytes, _now: float) -> None:
        nonlocal read
        for event in parser.feed(data):
            if event.id is not None:
                msgspec.json.decode(event.data[-1])
                read += 1
        if read >= facts and not done.done():
            done.set_result(perf_counter())

    start = perf_counter()
    listener = await open_stream(target.port, target.stream(0, after), heard)
    async with asyncio.timeout(30):
        end = await done
    listener.close()
    return (end - start) * 1000


async def _last_heard(
    target: Target, streams: list[bytes], requests: list[bytes], said: list[bytes]
) -> float:
    """The median of one telling after the other; the first, to streams just opened, does not count."""
    async with audience(target, streams) as opened, _no_collecting():
        took = []
        for request, word in zip(requests, said, strict=True):
            await asyncio.sleep(PAUSE_S)
            took.append(await opened.told_after_ms(target.port, request, word))
    return median(took[1:])


def _percentiles(pairs: list[tuple[Tally, Tally]], share: float) -> list[tuple[float, float]]:
    return [(floor.percentile_ms(share), ours.percentile_ms(share)) for floor, ours in pairs]


def _row(figure: str, unit: str, load: str, pairs: list[tuple[float, float]]) -> Row:
    floor, ours = median(each for each, _ in pairs), median(each for _, each in pairs)
    return Row(
        figure,
        round(ours, 2),
        unit,
        round(floor, 2),
        round(ours / floor, 3) if floor else None,
        load,
        [round(each, 2) for _, each in pairs],
    )


def _must_be_whole(tally: Tally) -> None:
    if tally.lost or tally.doubled or tally.refused:
        raise RuntimeError(f"lost {tally.lost}, doubled {tally.doubled}, refused {tally.refused}")


def as_json(row: Row) -> bytes:
    """One line of the result."""
    return msgspec.json.encode(asdict(row))


@asynccontextmanager
async def _no_collecting() -> AsyncIterator[None]:
    """The driver does not stop to collect while it measures."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
