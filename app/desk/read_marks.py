"""Read marks: what has been on the screen is said to the customer, at most every two seconds."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.commands import Command, MarkRead
from app.domain.ids import CommandId, ConversationId
from app.domain.problems import Problem
from app.domain.project import Seen
from app.ports import Clock
from app.sync.wakeup import Wakeup


class ReadMarks:
    """Remembers how far she has looked until it is confirmed. A mark is now or never: one that lapses is
    simply made again.
    """

    def __init__(
        self, *, clock: Clock, seen: Callable[[], Seen], submit: Callable[[Command], CommandId | Problem]
    ) -> None:
        self._clock = clock
        self._seen = seen
        self._submit = submit
        self._wakeup = Wakeup(clock)
        self._wanted: dict[ConversationId, int] = {}
        self._marked_s: dict[ConversationId, float] = {}

    def looked_at(self, conversation_id: ConversationId, seq: int) -> None:
        """Everything up to ``seq`` has been on the screen."""
        if seq > self._wanted.get(conversation_id, 0):
            self._wanted[conversation_id] = seq
            self._wakeup.ring()

    def look_again(self) -> None:
        """The line, a row or a head changed: a mark may now be possible, or over."""
        if self._wanted:
            self._wakeup.ring()

    async def run(self) -> None:
        """Make marks until cancelled."""
        while True:
            await self._wakeup.wait(self._mark_due())

    def _mark_due(self) -> float | None:
        """Make every mark whose time has come; return the seconds until the next (None: nothing waits for
        time).
        """
        seen, mono_s = self._seen(), self._clock.monotonic()
        waits: list[float] = []
        for conversation_id, wanted in tuple(self._wanted.items()):
            head = seen.confirmed.heads.get(conversation_id)
            if head is None or not seen.confirmed.is_mine(head):
                del self._wanted[conversation_id]
                self._marked_s.pop(conversation_id, None)
            elif head.read_by_counsellor >= wanted:
                del self._wanted[conversation_id]
            elif seen.is_live and seen.read_up_to(conversation_id) < wanted:
                every_s = seen.confirmed.limits.read_every_s
                left_s = self._marked_s.get(conversation_id, mono_s - every_s) + every_s - mono_s
                if left_s > 0:
                    waits.append(left_s)
                else:
                    self._marked_s[conversation_id] = mono_s
                    self._submit(MarkRead(conversation_id, min(wanted, head.last_seq)))
        return min(waits, default=None)
