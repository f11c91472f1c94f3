"""A room with a desk, a backend and a clock: everything a desk does, without a screen, a socket or a disk."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from app.desk import views
from app.desk.desk import Desk
from app.desk.notices import Notice
from app.desk.panes import Delivery, TranscriptRow
from app.domain.changes import Changes
from app.domain.commands import ClaimWaiting
from app.domain.conversation import Staff
from app.domain.ids import CommandId, ConversationId
from app.domain.problems import Problem
from tests.support.counter_model import Counter, ModelGate
from tests.support.desk_builders import MAIJA, ROBIN
from tests.support.fakes import Disk, FakeClock, MemoryFile, seeded_chance, settle


class DeskRoom:
    """One counsellor at her desk. She can be crashed and come back; the line to the backend is ``gate``."""

    def __init__(
        self,
        *,
        counter: Counter | None = None,
        clock: FakeClock | None = None,
        me: Staff = MAIJA,
        undo_s: float = 0.0,
        seed: int = 1,
    ) -> None:
        self.counter = counter or Counter(me)
        self.clock = clock or FakeClock()
        self.me = me
        self.disk = Disk()
        self.gate = ModelGate(self.counter, me, now=self.clock.now)
        self.told: list[Changes] = []
        self._undo = timedelta(seconds=undo_s)
        self._chance = seeded_chance(seed)
        self._work: asyncio.Task[None] | None = None
        self.desk: Desk = self._new_desk()

    def _new_desk(self) -> Desk:
        desk = Desk(
            me=self.me,
            gate=self.gate,
            file=MemoryFile(self.disk),
            clock=self.clock,
            chance=self._chance,
            undo=self._undo,
        )
        desk.subscribe(self.told.append)
        return desk

    async def begin(self) -> None:
        """She signs in; when the line is there, the desk is live."""
        await self.desk.restore()
        self._work = asyncio.get_running_loop().create_task(self.desk.run())
        self.desk.signed_in()
        await settle()

    async def crash(self) -> None:
        """The process dies at once: what is in memory is gone, what is on the disk stays.

        Cancelling takes a few turns of the loop, in which nothing may be written or sent any more.
        """
        assert self._work is not None
        was_cut = self.gate.is_cut
        self.disk.is_full = self.gate.is_cut = True
        self._work.cancel()
        await asyncio.wait([self._work])
        self.disk.is_full, self.gate.is_cut = False, was_cut

    async def come_back(self) -> None:
        """A new process, a new sign-in, the same file."""
        self.desk = self._new_desk()
        await self.begin()

    async def end(self) -> None:
        """The test is over. A failure of the desk itself is the test's."""
        assert self._work is not None
        if self._work.done():
            self._work.result()
        self._work.cancel()
        await asyncio.wait([self._work])

    # --- what she does --------------------------------------------------------------------------------------

    async def claim(self, conversation_id: ConversationId = ROBIN) -> CommandId | Problem:
        """Take the customer."""
        submitted = self.desk.submit(ClaimWaiting(conversation_id))
        await settle()
        return submitted

    async def write(self, text: str, conversation_id: ConversationId = ROBIN) -> CommandId:
        """Type it and send it."""
        self.desk.drafts.typed(conversation_id, text)
        submitted = self.desk.talk.write(conversation_id)
        assert not isinstance(submitted, Problem), submitted
        await settle()
        return submitted

    async def serve(self, conversation_id: ConversationId = ROBIN, text: str = "Hei!") -> None:
        """A customer comes and she takes her."""
        self.counter.customer_opens(conversation_id, text)
        await settle()
        assert not isinstance(await self.claim(conversation_id), Problem)

    async def serve_if_possible(self, conversation_id: ConversationId) -> None:
        """A customer comes and she takes her, if the line, her rights and her capacity let her."""
        self.counter.customer_opens(conversation_id, "Hei!")
        await settle()
        await self.claim(conversation_id)

    # --- what there is to see -------------------------------------------------------------------------------

    def refusals(self) -> list[Notice]:
        """Notices of intents that were refused or have lapsed."""
        return [notice for notice in self.desk.notices if isinstance(notice, Notice)]

    def rows(self, conversation_id: ConversationId = ROBIN) -> tuple[TranscriptRow, ...]:
        """The transcript on the screen."""
        return views.transcript(
            self.desk.seen, conversation_id, mono_s=self.desk.mono_s(), undo_s=self.desk.undo_s
        )

    def bubbles(self, conversation_id: ConversationId = ROBIN) -> list[tuple[str, Delivery]]:
        """Texts on the screen, and what stands under them."""
        return [(row.text, row.delivery) for row in self.rows(conversation_id)]

    def said(self, conversation_id: ConversationId = ROBIN) -> list[str]:
        """What the backend has committed, in its order."""
        return [message.text for message in self.counter.matters[conversation_id].messages]


@asynccontextmanager
async def a_room(
    *, counter: Counter | None = None, undo_s: float = 0.0, me: Staff = MAIJA, clock: FakeClock | None = None
) -> AsyncIterator[DeskRoom]:
    """A desk at work, signed in and live; it is ended when the test is."""
    room = DeskRoom(counter=counter, undo_s=undo_s, me=me, clock=clock)
    await room.begin()
    try:
        yield room
    finally:
        await room.end()
