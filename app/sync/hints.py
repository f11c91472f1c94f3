"""Hints out: that she is writing; never kept, never tried again, at most one every two seconds."""

from __future__ import annotations

from app.domain.ids import ConversationId
from app.ports import Clock, Gate
from app.sync.wakeup import Wakeup


class HintSender:
    """Says it for one conversation at a time: she writes in one."""

    def __init__(self, *, gate: Gate, clock: Clock) -> None:
        self._gate = gate
        self._clock = clock
        self._wakeup = Wakeup(clock)
        self._to_say: ConversationId | None = None
        self._said: tuple[ConversationId, float] | None = None

    def say(self, conversation_id: ConversationId, *, every_s: float) -> None:
        """Say it soon, unless it has been said for this conversation within ``every_s``."""
        mono_s = self._clock.monotonic()
        if self._said is not None:
            said_of, said_s = self._said
            if said_of == conversation_id and mono_s - said_s < every_s:
                return
        self._said = (conversation_id, mono_s)
        self._to_say = conversation_id
        self._wakeup.ring()

    async def run(self) -> None:
        """Send until cancelled."""
        while True:
            await self._wakeup.wait(None)
            conversation_id, self._to_say = self._to_say, None
            if conversation_id is not None:
                await self._gate.hint(conversation_id)
