"""A disk that is full for a while: she is told, it ends by itself, and what she wrote meanwhile is there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.desk.sign_in import SignIn
from app.domain.commands import ClaimWaiting, WriteMessage
from app.domain.conversation import ConversationState
from app.domain.memory_only import Cause, MemoryOnly
from app.domain.pending import Stage
from app.ports import SignedIn, StoreFailed
from app.store.sqlite_store import Store, open_store
from tests.store.a_disk import ADiskThatFills
from tests.support.counter_model import Counter, ModelGate
from tests.support.desk_builders import MAIJA, ROBIN
from tests.support.desk_room import a_room
from tests.support.fakes import FakeClock, seeded_chance

pytestmark = pytest.mark.asyncio

SENT, DRAFT = "lähtevä" * 500, "luonnos" * 2000
FULL = MemoryOnly(Cause.DISK_FULL, ends_by_itself=True)


# --- with a real file ---------------------------------------------------------------------------------------


class RealFiles:
    """Signing in over real encrypted files, on a disk that fills up."""

    def __init__(self, folder: Path) -> None:
        self.disk = ADiskThatFills()
        self.clock = FakeClock()
        self.counter = Counter(MAIJA)
        self.gate = ModelGate(self.counter, MAIJA, now=self.clock.now)
        self.failures: list[BaseException] = []
        self._folder = folder

    def process(self) -> SignIn:
        """The program, started."""
        return SignIn(
            gate=self.gate,
            open_file=self._open_file,
            clock=self.clock,
            chance=seeded_chance(),
            on_failure=self.failures.append,
        )

    async def _open_file(self, signed_in: SignedIn) -> Store:
        return await open_store(
            self._folder,
            staff_id=signed_in.staff.staff_id,
            key=bytes(range(32)),
            now=self.clock.now(),
            connect=self.disk.connect,
        )


async def enter(process: SignIn) -> Desk:
    desk = await process.sign_in(user_name="maija", password="salasana")
    assert isinstance(desk, Desk)
    return desk


async def until(desk: Desk, condition: Callable[[], bool]) -> None:
    """Wait for a change that makes it so: a real disk has a thread of its own."""
    changed = asyncio.Event()
    stop = desk.subscribe(lambda _: changed.set())
    async with asyncio.timeout(20):
        while not condition():
            changed.clear()
            await changed.wait()
    stop()


def holds_robin(desk: Desk) -> bool:
    head = desk.seen.confirmed.heads.get(ROBIN)
    return head is not None and head.state is ConversationState.HELD


async def test_what_was_written_on_a_full_disk_is_there_after_room_was_made_and_she_signed_out(
    tmp_path: Path,
) -> None:
    files = RealFiles(tmp_path)
    files.counter.customer_opens(ROBIN, "Hei!")
    process = files.process()
    desk = await enter(process)
    await until(desk, lambda: ROBIN in desk.seen.confirmed.heads)
    assert isinstance(desk.submit(ClaimWaiting(ROBIN)), str)
    await until(desk, lambda: holds_robin(desk) and not desk.seen.pending)
    await desk.flush()
    files.disk.fill_up()
    desk.drafts.typed(ROBIN, SENT)
    assert isinstance(desk.talk.write(ROBIN), str)
    desk.drafts.typed(ROBIN, DRAFT)
    await desk.flush()
    with pytest.raises(StoreFailed):
        await desk.preferences.keep("theme", "dark")
    assert desk.memory_only == FULL
    files.disk.free()
    await process.sign_out()
    desk = await enter(process := files.process())
    assert desk.drafts.text(ROBIN) == DRAFT
    (row,) = desk.seen.pending
    assert isinstance(row.command, WriteMessage)
    assert (row.command.text, row.stage) == (SENT, Stage.ASKING)
    assert await desk.preferences.load() == {"theme": "dark"}
    await process.sign_out()
    assert files.failures == []


# --- by itself ----------------------------------------------------------------------------------------------


async def test_keeping_begins_again_by_itself_within_ten_seconds() -> None:
    async with a_room() as room:
        await room.serve()
        room.disk.is_full = True
        room.desk.drafts.typed(ROBIN, "kirjoitettu täydelle levylle")
        await room.clock.advance(60)
        assert room.desk.memory_only == FULL
        assert room.desk.drafts.saved_at(ROBIN) is None
        room.disk.is_full = False
        await room.clock.advance(10)
        assert room.disk.drafts[ROBIN].text == "kirjoitettu täydelle levylle"
        assert room.desk.is_kept_on_disk
        assert room.desk.drafts.saved_at(ROBIN) is not None


async def test_a_choice_that_is_refused_is_told_of_and_one_that_is_kept_ends_it() -> None:
    async with a_room() as room:
        await room.serve()
        room.disk.is_full = True
        room.told.clear()
        with pytest.raises(StoreFailed):
            await room.desk.preferences.keep("theme", "dark")
        assert room.desk.memory_only == FULL
        assert len(room.told) == 1
        room.desk.drafts.typed(ROBIN, "luonnos")
        await room.clock.advance(1)
        room.disk.is_full = False
        room.told.clear()
        await room.desk.preferences.keep("theme", "light")
        assert room.desk.is_kept_on_disk
        assert room.told
        assert room.disk.drafts[ROBIN].text == "luonnos"
        assert room.disk.preferences == {"theme": "light"}


async def test_a_choice_that_is_refused_alone_is_tried_again_too() -> None:
    async with a_room() as room:
        room.disk.is_full = True
        with pytest.raises(StoreFailed):
            await room.desk.preferences.keep("theme", "dark")
        room.disk.is_full = False
        await room.clock.advance(10)
        assert room.disk.preferences == {"theme": "dark"}
        assert room.desk.is_kept_on_disk
