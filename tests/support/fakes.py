"""Fakes of the desktop's ports: a clock set by hand, and a counsellor's file that survives its desk."""

from __future__ import annotations

import asyncio
import heapq
import random
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from app.domain.dialled import Dialled
from app.domain.draft import Draft
from app.domain.ids import CallbackId, CommandId, ConversationId
from app.domain.memory_only import Cause, MemoryOnly
from app.domain.pending import Pending
from app.ports import StoreFailed
from app.wire.commands import decode_command, encode_command

NINE_O_CLOCK = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
_TURNS = 40
"""Turns of the loop after which everything that can go on without time has gone on."""


async def settle() -> None:
    """Let every task go as far as it can without time passing."""
    for _ in range(_TURNS):
        await asyncio.sleep(0)


class FakeClock:
    """Both clocks, moved by ``advance`` alone. ``jump`` moves the wall clock only, as a person or a sleep
    does.
    """

    def __init__(self, now: datetime = NINE_O_CLOCK) -> None:
        self._now = now
        self._mono_s = 1000.0
        self._count = 0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._mono_s

    async def sleep(self, seconds: float) -> None:
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._count += 1
        heapq.heappush(self._sleepers, (self._mono_s + seconds, self._count, woken))
        await woken

    async def advance(self, seconds: float) -> None:
        """Let that much time pass, waking each sleeper at its own moment."""
        end_s = self._mono_s + seconds
        await settle()
        while self._sleepers and self._sleepers[0][0] <= end_s:
            due_s, _, woken = heapq.heappop(self._sleepers)
            if woken.done():
                continue
            self._pass(due_s - self._mono_s)
            woken.set_result(None)
            await settle()
        self._pass(end_s - self._mono_s)
        await settle()

    async def advance_without_settling(self, seconds: float) -> None:
        """Let time pass and wake who is due, but let nobody go on yet: a test stops in the middle of
        something.
        """
        await settle()
        self._pass(seconds)
        while self._sleepers and self._sleepers[0][0] <= self._mono_s:
            _, _, woken = heapq.heappop(self._sleepers)
            if not woken.done():
                woken.set_result(None)

    def jump(self, by: timedelta) -> None:
        """Move the wall clock and not the other."""
        self._now += by

    def _pass(self, seconds: float) -> None:
        self._mono_s += seconds
        self._now += timedelta(seconds=seconds)


def seeded_chance(seed: int = 1) -> random.Random:
    """Chance that is the same every time."""
    return random.Random(seed)


class Disk:
    """What is left when a process dies: rows with their bytes, drafts and choices. ``is_full`` refuses
    writes.
    """

    def __init__(self) -> None:
        self.rows: dict[CommandId, tuple[Pending, bytes]] = {}
        self.drafts: dict[ConversationId, Draft] = {}
        self.calls: dict[CallbackId, Dialled] = {}
        self.preferences: dict[str, str] = {}
        self.draft_writes = 0
        self.is_full = False
        self.is_slow: asyncio.Event | None = None


class Writes:
    """What one process writes to a Disk: what was refused waits in memory and goes before the next write."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        self._refused: list[Callable[[], None]] = []

    @property
    def is_behind(self) -> bool:
        return bool(self._refused)

    def write(self, work: Callable[[], None]) -> None:
        """One transaction; raises StoreFailed when the disk is full."""
        self._refused.append(work)
        self.catch_up()

    def catch_up(self) -> None:
        """Write what was refused; raises StoreFailed when the disk is full."""
        if self._refused and self.disk.is_full:
            raise StoreFailed(Cause.DISK_FULL)
        for work in self._refused:
            work()
        self._refused.clear()


class MemoryOutbox:
    """The port ``Outbox`` over a Disk."""

    def __init__(self, writes: Writes) -> None:
        self._writes, self._disk = writes, writes.disk
        self._unsaved: dict[CommandId, bytes] = {}

    async def load(self) -> tuple[Pending, ...]:
        rows = []
        for row, body in self._disk.rows.values():
            command_id, command = decode_command(body)
            assert (command_id, command) == (row.command_id, row.command)
            rows.append(row)
        return tuple(rows)

    async def enqueue(
        self, row: Pending, *, deletes_draft: ConversationId | None, keeps_draft: Draft | None = None
    ) -> None:
        body = encode_command(row.command, row.command_id)
        self._unsaved[row.command_id] = body

        def work() -> None:
            self._disk.rows[row.command_id] = (row, body)
            if deletes_draft is not None:
                self._disk.drafts.pop(deletes_draft, None)
            if keeps_draft is not None:
                self._disk.drafts[keeps_draft.conversation_id] = keeps_draft

        self._writes.write(work)

    async def body_of(self, command_id: CommandId) -> bytes:
        kept = self._disk.rows.get(command_id)
        return self._unsaved[command_id] if kept is None else kept[1]

    async def restage(self, row: Pending) -> None:
        if self._disk.is_slow is not None:
            await self._disk.is_slow.wait()

        def work() -> None:
            if row.command_id in self._disk.rows:
                self._disk.rows[row.command_id] = (row, self._disk.rows[row.command_id][1])

        self._writes.write(work)

    async def retire(self, command_ids: tuple[CommandId, ...]) -> None:
        self._forget(command_ids)
        self._writes.write(lambda: self._delete(command_ids))

    def _forget(self, command_ids: tuple[CommandId, ...]) -> None:
        for command_id in command_ids:
            self._unsaved.pop(command_id, None)

    def _delete(self, command_ids: tuple[CommandId, ...]) -> None:
        for command_id in command_ids:
            self._disk.rows.pop(command_id, None)

    async def give_back(self, command_ids: tuple[CommandId, ...], draft: Draft) -> None:
        self._forget(command_ids)

        def work() -> None:
            self._delete(command_ids)
            self._disk.drafts[draft.conversation_id] = draft

        self._writes.write(work)


class MemoryDrafts:
    """The port ``Drafts`` over a Disk."""

    def __init__(self, writes: Writes) -> None:
        self._writes, self._disk = writes, writes.disk

    async def load(self) -> tuple[Draft, ...]:
        return tuple(self._disk.drafts.values())

    async def keep(self, draft: Draft) -> None:
        def work() -> None:
            self._disk.draft_writes += 1
            self._disk.drafts[draft.conversation_id] = draft

        self._writes.write(work)

    async def forget(self, conversation_id: ConversationId) -> None:
        def work() -> None:
            self._disk.draft_writes += 1
            self._disk.drafts.pop(conversation_id, None)

        self._writes.write(work)


class MemoryCalls:
    """The port ``DialledCalls`` over a Disk."""

    def __init__(self, writes: Writes) -> None:
        self._writes, self._disk = writes, writes.disk

    async def load(self) -> tuple[Dialled, ...]:
        return tuple(sorted(self._disk.calls.values(), key=lambda call: call.at))

    async def keep(self, dialled: Dialled) -> None:
        def work() -> None:
            self._disk.calls[dialled.callback_id] = dialled

        self._writes.write(work)

    async def forget(self, callback_id: CallbackId) -> None:
        def work() -> None:
            self._disk.calls.pop(callback_id, None)

        self._writes.write(work)


class MemoryPreferences:
    """The port ``Preferences`` over a Disk."""

    def __init__(self, writes: Writes) -> None:
        self._writes, self._disk = writes, writes.disk

    async def load(self) -> dict[str, str]:
        return dict(self._disk.preferences)

    async def keep(self, name: str, value: str) -> None:
        def work() -> None:
            self._disk.preferences[name] = value

        self._writes.write(work)


class MemoryFile:
    """The port ``CounsellorFile``: another one over the same Disk is the same file after a restart."""

    def __init__(
        self, disk: Disk | None = None, *, memory_only: MemoryOnly | None = None, is_put_aside: bool = False
    ) -> None:
        self.disk = disk or Disk()
        self._writes = Writes(self.disk)
        self.outbox = MemoryOutbox(self._writes)
        self.drafts = MemoryDrafts(self._writes)
        self.calls = MemoryCalls(self._writes)
        self.preferences = MemoryPreferences(self._writes)
        self._at_opening = memory_only
        self.is_put_aside = is_put_aside
        self.is_closed = False

    @property
    def memory_only(self) -> MemoryOnly | None:
        if self._at_opening is None and self._writes.is_behind:
            return MemoryOnly(Cause.DISK_FULL, ends_by_itself=True)
        return self._at_opening

    async def catch_up(self) -> None:
        self._writes.catch_up()

    async def close(self) -> None:
        with suppress(StoreFailed):
            self._writes.catch_up()
        self.is_closed = True
