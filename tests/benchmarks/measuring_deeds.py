"""What a rider who measures can be told to do.

Beside the orders of `tests.support.rider` it knows `drawn`, `usable`, `memory`, `meter`, `stalls`, `older`,
`scroll`, `turn_to`, `resize` and `cpu`.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any

from PySide6.QtWidgets import QListView, QWidget

from app.ui.chat.chat_tabs import ChatTabs
from app.ui.chat.transcript_view import TranscriptView
from tests.benchmarks.first_paint import FirstPaint
from tests.benchmarks.stall_meter import StallMeter
from tests.benchmarks.target import cpu_seconds, resident_kib
from tests.support.rider import Cannot, Order, Rider
from tests.support.screen_robots import found

GLANCE_S = 0.002
WITHIN_S = 60.0


class MeasuringRider(Rider):
    """Obeys, and tells figures."""

    def __init__(self, drawn_at: float) -> None:
        """`drawn_at`: when the first window had been drawn, by the clock all processes share."""
        super().__init__()
        self._drawn_at = drawn_at
        self._meter = StallMeter()

    def deeds(self) -> dict[str, Callable[[Order], Awaitable[Any]]]:
        """The deeds of any rider, and those that measure."""
        return {
            **super().deeds(),
            "drawn": self._drawn,
            "usable": self._usable,
            "memory": self._memory,
            "cpu": self._cpu,
            "meter": self._start_meter,
            "stalls": self._stalls,
            "rows": self._rows,
            "older": self._older,
            "scroll": self._scroll,
            "turn_to": self._turn_to,
            "resize": self._resize,
        }

    async def _drawn(self, _order: Order) -> float:
        """When the first window had been drawn."""
        return self._drawn_at

    async def _usable(self, order: Order) -> float:
        """When queues and so many chats had been drawn."""
        await _until(lambda: _is_usable(self._workstation.main_window, order["chats"]))
        window = self._workstation.main_window
        assert window is not None
        drawn: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        FirstPaint(window, lambda: drawn.set_result(time.monotonic()))
        return await drawn

    async def _memory(self, _order: Order) -> int:
        return resident_kib(os.getpid())

    async def _cpu(self, order: Order) -> float:
        """Percent of a core over so many seconds in which nothing is done here."""
        before, start = cpu_seconds(os.getpid()), time.monotonic()
        await asyncio.sleep(order["seconds"])
        return 100 * (cpu_seconds(os.getpid()) - before) / (time.monotonic() - start)

    async def _start_meter(self, _order: Order) -> None:
        self._meter.start()

    async def _stalls(self, _order: Order) -> dict[str, float]:
        return asdict(self._meter.stop())

    async def _rows(self, order: Order) -> int:
        """How many rows a list has, as soon as it has that many."""
        model = self._list(order["list"]).model()
        await _until(lambda: model.rowCount() >= order["at_least"])
        return model.rowCount()

    async def _turn_to(self, order: Order) -> float:
        """Bring a tab to the front by its number; milliseconds until it was drawn."""
        tabs = found(self._work(), ChatTabs, "chatTabs")
        start = time.perf_counter()
        tabs.setCurrentIndex(order["number"])
        self._transcript().viewport().repaint()
        return (time.perf_counter() - start) * 1000

    async def _resize(self, order: Order) -> None:
        """Have the window be of each of these widths, as when somebody drags its edge."""
        window = self._work()
        for width in order["widths"]:
            window.resize(width, window.height())
            await asyncio.sleep(0)

    async def _older(self, order: Order) -> int:
        """Page up, as a person does, until this many messages were fetched; how many rows there are."""
        view = self._transcript()
        while (had := self._held_messages()) < order["messages"]:
            view.verticalScrollBar().setValue(0)
            view.page(up=True)
            await self._more_than(had)
        return len(view.rows)

    async def _scroll(self, order: Order) -> list[float]:
        """From one end to the other a page at a time; milliseconds of moving and drawing, each."""
        view = self._transcript() if order["list"] == "transcript" else self._list(order["list"])
        bar = view.verticalScrollBar()
        bar.setValue(bar.minimum())
        took = []
        while True:
            start = time.perf_counter()
            bar.setValue(bar.value() + bar.pageStep())
            view.viewport().repaint()
            took.append((time.perf_counter() - start) * 1000)
            if bar.value() >= bar.maximum():
                return took
            await asyncio.sleep(0)

    async def _more_than(self, messages: int) -> None:
        await _until(lambda: self._held_messages() > messages)

    def _list(self, name: str) -> QListView:
        return found(self._work(), QListView, name)

    def _transcript(self) -> TranscriptView:
        front = self._work().chat.current
        if front is None:
            raise Cannot("no conversation is in front")
        return found(front, TranscriptView, "transcript")

    def _held_messages(self) -> int:
        """How many messages of the conversation in front are at hand."""
        front, desk = self._work().chat.current, self._workstation.desk
        assert desk is not None
        window = desk.seen.confirmed.windows.get(front.conversation_id)
        return 0 if window is None else len(window.messages)


async def _until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(WITHIN_S):
        while not is_so():  # noqa: ASYNC110 (nobody tells of it: what is looked at is the screen)
            await asyncio.sleep(GLANCE_S)


def _is_usable(window: QWidget | None, chats: int) -> bool:
    if window is None:
        return False
    queues = found(window, QListView, "queueList").model().rowCount()
    return queues > 0 and found(window, ChatTabs, "chatTabs").count() >= chats
