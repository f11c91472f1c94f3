"""The engine: follower, courier and hints at work together, for as long as somebody is signed in."""

from __future__ import annotations

import asyncio

from app.domain.ids import ConversationId
from app.ports import Chance, Clock, Gate
from app.sync.courier import Courier, Rows
from app.sync.follower import Follower, Reader
from app.sync.hints import HintSender
from app.sync.renewal import Renewal


class Engine:
    """What moves between the desk and the backend. It holds no state of its own that anybody sees."""

    def __init__(self, *, gate: Gate, clock: Clock, chance: Chance, reader: Reader, rows: Rows) -> None:
        self._renewal = Renewal(gate)
        self._follower = Follower(gate=gate, clock=clock, chance=chance, reader=reader, renewal=self._renewal)
        self._courier = Courier(
            gate=gate, clock=clock, chance=chance, rows=rows, renewal=self._renewal, line=self._follower
        )
        self._hints = HintSender(gate=gate, clock=clock)

    async def run(self) -> None:
        """Work until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._follower.run())
            group.create_task(self._courier.run())
            group.create_task(self._hints.run())

    @property
    def is_live(self) -> bool:
        """Whether the desk is caught up and the line is open."""
        return self._follower.is_live

    def signed_in(self) -> None:
        """There is a good sign-in (again)."""
        self._renewal.signed_in_anew()
        self._follower.signed_in()

    def stop(self) -> None:
        """Work is over because of a fault of ours: the link is not live any more, and says why."""
        self._follower.stop()

    def wake(self) -> None:
        """A row came or changed, or the line did."""
        self._courier.wake()

    def try_now(self) -> None:
        """Do not wait for the next try of the line."""
        self._follower.try_now()

    def typing(self, conversation_id: ConversationId, *, every_s: float) -> None:
        """She is writing in that conversation; said at most once in ``every_s``."""
        if self._follower.is_live:
            self._hints.say(conversation_id, every_s=every_s)
