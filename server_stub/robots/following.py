"""following: Keeps the view of one conversation: snapshot, stream, and again when the line breaks.

snapshot ──► stream ──line lost──► wait ──► stream at the same cursor
    ▲           │
    └───────────┴── gone, or a fact that does not follow          session not known ──► over
"""

import asyncio
import random
from collections.abc import Callable
from contextlib import aclosing, suppress
from typing import Final

from server_stub.robots.answers import Unreadable
from server_stub.robots.door import Beat, Door, Event, Gone, Hint, LineLost, SessionLost, StreamedFact
from server_stub.robots.patience import delay_s
from server_stub.robots.view import View, from_snapshot, take

_TYPING_S: Final = 6.0


class Following:
    """The view as of now, and a way to wait for it to change."""

    def __init__(self, door: Door, chance: random.Random) -> None:
        self.view: View | None = None
        """None until the first snapshot has come; then the last known, while a fresh one is asked for too."""
        self.is_over = False
        """Whether nothing more will come: ended, closed, or the session is not known any more."""
        self._door = door
        self._chance = chance
        self._news = asyncio.Event()
        self._typing_until_s = 0.0
        self._failures = 0
        self._needs_snapshot = True

    async def run(self) -> None:
        """Follow until it is over."""
        while not self.is_over:
            try:
                await self._follow()
            except SessionLost:
                self._end()
            except (Gone, Unreadable):
                self._needs_snapshot = True
                await self._wait_before_next_try(None)
            except LineLost as lost:
                await self._wait_before_next_try(lost.wait_s)

    async def until(self, is_so: Callable[[], bool], *, within_s: float) -> bool:
        """Wait until it is so, or for so long; whether it is so. Looked at whenever something has come."""
        with suppress(TimeoutError):
            async with asyncio.timeout(within_s):
                while not is_so():
                    self._news.clear()
                    await self._news.wait()
        return is_so()

    def counsellor_typing_s(self) -> float:
        """For how many seconds yet the counsellor may be taken to be writing (CONTRACT.md section 5)."""
        return max(0.0, self._typing_until_s - asyncio.get_running_loop().time())

    async def _follow(self) -> None:
        if self._needs_snapshot or self.view is None:
            view = from_snapshot(await self._door.snapshot())
            if view is None:
                raise SessionLost
            self._see(view)
            self._needs_snapshot = False
        else:
            view = self.view
        async with aclosing(self._door.events(view.cursor)) as events:
            async for event in events:
                view = self._taken(view, event)
                # Something of the backend's has come: the line is well.
                self._failures = 0
                if self.is_over:
                    return

    def _taken(self, view: View, event: Event) -> View:
        """The view with this event. Raises `Gone` when a fact or a beat does not follow."""
        match event:
            case StreamedFact(cursor, after, fact):
                moved = take(view, cursor, after, fact)
                if moved is None:
                    raise Gone
                self._see(moved)
                return moved
            case Hint(told) if told.get("type") == "Typing" and told.get("by") == "counsellor":
                self._typing_until_s = asyncio.get_running_loop().time() + _TYPING_S
                self._news.set()
            case Beat(int(cursor)) if cursor != view.cursor:
                raise Gone
            case Hint() | Beat():
                pass
        return view

    def _see(self, view: View) -> None:
        if self.view is not None and len(view.heard) > len(self.view.heard):
            self._typing_until_s = 0.0
        self.view = view
        if not view.is_open:
            self.is_over = True
        self._news.set()

    def _end(self) -> None:
        self.is_over = True
        self._news.set()

    async def _wait_before_next_try(self, asked_s: float | None) -> None:
        self._failures += 1
        await asyncio.sleep(delay_s(self._failures, self._chance, asked_s=asked_s))
