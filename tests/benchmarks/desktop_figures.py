"""The desktop's figures: the shipped program, offscreen, over a real backend and keyring, in its own process.

Floors are windows that say hello, bare or with our libraries imported, started in turn with ours.
"""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks import desk_day
from tests.benchmarks.figures import Row
from tests.support.backend import RunningBackend
from tests.support.desktop import ROOT, Desktop, a_session
from tests.support.rig import QUEUES

RIDER = "tests.benchmarks.measuring_rider"
MEASURED_WITH = {"QT_QPA_PLATFORM": "offscreen"}
PAGED = 1_000


@dataclass(frozen=True, slots=True)
class DeskEffort:
    """How much: the ordinary way, or `--quick` (for seeing that it works, not for figures)."""

    starts: int
    heads: int
    long: int
    idle_s: float


ORDINARY = DeskEffort(starts=5, heads=1_000, long=100_000, idle_s=20.0)
QUICK = DeskEffort(starts=1, heads=60, long=1_500, idle_s=2.0)


class DesktopBenchmark:
    """A session with a keyring, and the figures one may ask of a workstation in it."""

    def __init__(self, folder: Path, session: Mapping[str, str], effort: DeskEffort) -> None:
        """`folder` is for backends and workstations."""
        self._folder, self._session, self._effort = folder, session, effort
        self._number = 0
        self.figures: dict[str, Callable[[], Iterator[Row]]] = {
            "desktop_first_frame": self.starts,
            "desktop_memory": self.memory,
            "open_long_conversation": self.open_long_conversation,
        }

    # ---------------------------------------------------------------- starting

    def starts(self) -> Iterator[Row]:
        """First frame and usable, ours and the floors in turn; she is signed in by the keyring."""
        with self._a_day() as backend:
            held = self._held(backend, 3)
            desktop = self._desktop(backend)
            self._come_in(desktop, backend)
            desktop.kill()
            hello, imports, first, usable = [], [], [], []
            for _ in range(self._effort.starts + 1):
                hello.append(self._hello()["ms"])
                imports.append(self._hello("imports")["ms"])
                start = time.monotonic()
                desktop.start()
                first.append((desktop.do("drawn") - start) * 1000)
                usable.append((desktop.do("usable", chats=len(held)) - start) * 1000)
                desktop.kill()
        said = f"offscreen, warm, {len(held)} conversations, signed in by the keyring"
        yield _row("desktop_first_frame", "ms", said, first[1:], hello[1:])
        yield _row("desktop_usable", "ms", said + "; floor: hello + imports", usable[1:], imports[1:])

    # ---------------------------------------------------------------- memory, and what freezes

    def memory(self) -> Iterator[Row]:
        """Memory with twenty chats, then with a thousand heads; and what froze while they came and went."""
        heads = self._effort.heads
        floor = [float(self._hello("imports")["kib"]) for _ in range(self._effort.starts)]
        with self._a_day() as backend:
            held = self._held(backend, desk_day.HELD_AT_MOST)
            asyncio.run(held[0].write_many(PAGED - 1))
            coming = asyncio.run(desk_day.pages(backend, heads))
            desktop = self._desktop(backend)
            self._come_in(desktop, backend)
            desktop.do("usable", chats=len(held))
            desktop.do("choose_queue", queue_id=QUEUES["fi"])
            for number in range(len(held)):
                desktop.do("turn_to", number=number)
            first = float(desktop.do("memory"))
            yield _kib("desktop_memory", f"{len(held)} open chats; floor: hello + imports", first, floor)

            desktop.do("meter")
            asyncio.run(desk_day.opened(backend, coming))
            desktop.do("rows", list="waitingList", at_least=heads)
            yield from _frozen(f"{heads} heads arriving one by one", desktop)
            desktop.do("meter")
            frames = desktop.do("scroll", list="waitingList")
            yield from _frozen(f"{heads} heads scrolled through", desktop)
            desktop.do("meter")
            for number in range(len(held)):
                desktop.do("turn_to", number=number)
                desktop.do("scroll", list="transcript")
            yield from _frozen(f"{len(held)} windows opened and scrolled", desktop)
            after = float(desktop.do("memory"))
            said = f"grown by {heads} heads and their list and {len(held)} windows scrolled through"
            yield Row("desktop_memory_grown", round((after - first) / 1024, 1), "MiB", None, None, said, [])
            assert frames

            desktop.do("turn_to", number=0)
            desktop.do("meter")
            desktop.do("older", messages=PAGED)
            yield from _frozen(f"a window of {PAGED} messages fetched page by page", desktop)
            desktop.do("meter")
            desktop.do("turn_to", number=1)
            desktop.do("turn_to", number=0)
            desktop.do("scroll", list="transcript")
            yield from _frozen(f"a window of {PAGED} messages opened and scrolled", desktop)
            desktop.do("meter")
            desktop.do("resize", widths=[*range(1400, 1000, -50), *range(1000, 1400, 50)])
            yield from _frozen(f"a window of {PAGED} messages drawn narrower and broader", desktop)
            desktop.do("meter")
            time.sleep(5)
            yield from _frozen(f"5 s of ticking beside {heads} heads, {PAGED} messages in front", desktop)
            desktop.kill()
            desktop.start()
            desktop.do("usable", chats=len(held))
            desktop.do("choose_queue", queue_id=QUEUES["fi"])
            desktop.do("meter")
            desktop.do("rows", list="waitingList", at_least=heads)
            time.sleep(2)
            yield from _frozen(f"coming back to {heads} heads", desktop)
            desktop.kill()

    # ---------------------------------------------------------------- a long conversation

    def open_long_conversation(self) -> Iterator[Row]:
        """Opening, scrolling and adding to a very long conversation, beside one of two hundred messages."""
        with self._a_day() as backend:
            long, short, third = self._held(backend, 3)
            asyncio.run(long.write_many(self._effort.long - 1))
            asyncio.run(short.write_many(199))
            desktop = self._desktop(backend)
            self._come_in(desktop, backend)
            desktop.do("usable", chats=3)
            opens: dict[int, list[float]] = {0: [], 1: []}
            for _ in range(self._effort.starts):
                for number, took in opens.items():
                    desktop.do("turn_to", number=2)
                    took.append(desktop.do("turn_to", number=number))
            said = f"{self._effort.long} messages, paged; floor: opening 200"
            yield _row("open_long_conversation", "ms", said, opens[0], opens[1])
            desktop.do("turn_to", number=0)
            desktop.do("older", messages=PAGED)
            frames = desktop.do("scroll", list="transcript")
            said = f"a page a frame through the newest {PAGED} of {self._effort.long}"
            yield _alone("scroll_p99", "ms p99", said, [_p99(frames)])
            yield _alone("append_p50", "ms p50", f"to {PAGED} messages", self._appended(desktop, long))
            cpu = desktop.do("cpu", seconds=self._effort.idle_s)
            yield _alone("idle_cpu", "% of a core", "that conversation in front", [cpu])
            desktop.kill()
            assert third.conversation_id

    def _appended(self, desktop: Desktop, customer: desk_day.Page) -> list[float]:
        """What a new message costs the window's thread, from its coming until it is drawn."""
        took = []
        for _ in range(self._effort.starts * 2):
            desktop.do("meter")
            asyncio.run(customer.write_many(1))
            time.sleep(0.4)
            took.append(desktop.do("stalls")["busiest_ms"])
        return took

    # ---------------------------------------------------------------- getting ready

    @contextmanager
    def _a_day(self) -> Iterator[RunningBackend]:
        self._number += 1
        with desk_day.a_backend_for_one(self._folder / f"day{self._number}") as backend:
            yield backend

    def _held(self, backend: RunningBackend, number: int) -> list[desk_day.Page]:
        customers = asyncio.run(desk_day.pages(backend, number))
        asyncio.run(desk_day.opened(backend, customers))
        asyncio.run(desk_day.claimed(backend, customers))
        return customers

    def _desktop(self, backend: RunningBackend) -> Desktop:
        folder = self._folder / f"desk{self._number}"
        return Desktop(folder, server=backend.base_url, session=self._session, rider=RIDER)

    def _come_in(self, desktop: Desktop, backend: RunningBackend) -> None:
        who = backend.counsellors[0]
        desktop.start()
        desktop.come_in(who.user_name, who.password)

    def _hello(self, *words: str) -> dict[str, float]:
        start = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.hello_window", *words],
            cwd=ROOT,
            env={**os.environ, **MEASURED_WITH},
            capture_output=True,
            text=True,
            check=True,
        )
        told = json.loads(done.stdout)
        return {"ms": (told["drawn_at"] - start) * 1000, "kib": told["kib"]}


@contextmanager
def a_desktop_benchmark(folder: Path, effort: DeskEffort) -> Iterator[DesktopBenchmark]:
    """With somebody logged in to the computer."""
    with a_session() as session:
        yield DesktopBenchmark(folder, session, effort)


def _frozen(doing: str, desktop: Desktop) -> Iterator[Row]:
    """The longest the loop was away, and what of one such gap its own thread worked."""
    stalls = desktop.do("stalls")
    yield _alone("longest_gap", "ms", doing, [stalls["longest_ms"]])
    said = f"{doing}; {stalls['over_100']} times over 100 ms"
    yield _alone("longest_work", "ms", said, [stalls["busiest_ms"]])


def _row(figure: str, unit: str, load: str, ours: list[float], floors: list[float]) -> Row:
    value, floor = median(ours), median(floors)
    runs = [round(each, 1) for each in ours]
    return Row(figure, round(value, 1), unit, round(floor, 1), round(value / floor, 2), load, runs)


def _kib(figure: str, load: str, ours: float, floors: list[float]) -> Row:
    return _row(figure, "MiB", load, [ours / 1024], [each / 1024 for each in floors])


def _alone(figure: str, unit: str, load: str, runs: list[float]) -> Row:
    rounded = [round(each, 1) for each in runs]
    return Row(figure, round(median(runs), 1), unit, None, None, load, rounded)


def _p99(runs: list[float]) -> float:
    ordered = sorted(runs)
    return ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))]
