"""The store as the core sees it: four ports over one file and one thread; only frozen values leave it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DBAPIError

from app.domain.commands import Command
from app.domain.dialled import Dialled
from app.domain.draft import Draft
from app.domain.ids import CallbackId, CommandId, ConversationId
from app.domain.memory_only import Cause, MemoryOnly
from app.domain.pending import Pending
from app.store import dialled_calls, drafts, outbox
from app.store.engine import check_library, connect_file
from app.store.kept import Kept
from app.store.opening import ConnectFile, NotOpened, Opened, file_name, open_file, quarantine
from app.store.tables import preferences
from app.wire.commands import decode_command, encode_command
from app.wire.reading import WireError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Opening:
    """What the counsellor is told when her file is opened: nothing at all on an ordinary day.

    ``quarantined`` is where a file that could not be read was put aside; ``memory_only`` is why nothing
    is kept on the disk until the next sign-in.
    """

    quarantined: Path | None = None
    memory_only: Cause | None = None


class _Thread:
    """The store's one worker: jobs run one after the other, in the order they were asked for."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="store")

    async def run(self, work: Callable[[], T]) -> T:
        """Run it there. Once begun it is done, also when nobody waits for it any more."""
        return await asyncio.shield(asyncio.get_running_loop().run_in_executor(self._pool, work))

    def end(self) -> None:
        """Let the thread end when its backlog is empty."""
        self._pool.shutdown(wait=False)


class FileDrafts:
    """`ports.Drafts` over the file."""

    def __init__(self, kept: Kept, thread: _Thread) -> None:
        self._kept, self._thread = kept, thread

    async def load(self) -> tuple[Draft, ...]:
        """Every draft kept."""
        return await self._thread.run(partial(self._kept.read, drafts.all_drafts))

    async def keep(self, draft: Draft) -> None:
        """Keep it in place of the conversation's earlier one. Raises StoreFailed."""
        await self._thread.run(partial(self._kept.write, partial(drafts.keep_draft, draft=draft)))

    async def forget(self, conversation_id: ConversationId) -> None:
        """Delete it. Raises StoreFailed."""
        await self._thread.run(
            partial(self._kept.write, partial(drafts.forget_draft, conversation_id=conversation_id))
        )


class FileOutbox:
    """`ports.Outbox` over the file."""

    def __init__(self, kept: Kept, thread: _Thread) -> None:
        self._kept, self._thread = kept, thread

    async def load(self) -> tuple[Pending, ...]:
        """All rows in the order of sending, as the last process left them."""
        return await self._thread.run(partial(self._kept.read, partial(outbox.all_rows, decode=_decode)))

    async def enqueue(
        self, row: Pending, *, deletes_draft: ConversationId | None, keeps_draft: Draft | None = None
    ) -> None:
        """Keep the row, and delete the draft it came from or keep what is left of it, both or neither. Raises
        StoreFailed.
        """
        body = encode_command(row.command, row.command_id)

        def work(connection: Connection) -> None:
            outbox.add_row(connection, row, body)
            if deletes_draft is not None:
                drafts.forget_draft(connection, deletes_draft)
            if keeps_draft is not None:
                drafts.keep_draft(connection, keeps_draft)

        await self._thread.run(partial(self._kept.write, work))

    async def body_of(self, command_id: CommandId) -> bytes:
        """The bytes to send, the same at every call. Raises KeyError."""
        return await self._thread.run(
            partial(self._kept.read, partial(outbox.body_of, command_id=command_id))
        )

    async def restage(self, row: Pending) -> None:
        """Keep how far the row has come. Raises StoreFailed."""
        await self._thread.run(partial(self._kept.write, partial(outbox.restage, row=row)))

    async def retire(self, command_ids: tuple[CommandId, ...]) -> None:
        """Forget the rows. Raises StoreFailed."""
        await self._thread.run(partial(self._kept.write, partial(outbox.retire, command_ids=command_ids)))

    async def give_back(self, command_ids: tuple[CommandId, ...], draft: Draft) -> None:
        """Forget the rows and keep the draft their text went into, both or neither. Raises StoreFailed."""

        def work(connection: Connection) -> None:
            outbox.retire(connection, command_ids)
            drafts.keep_draft(connection, draft)

        await self._thread.run(partial(self._kept.write, work))


class FileCalls:
    """`ports.DialledCalls` over the file."""

    def __init__(self, kept: Kept, thread: _Thread) -> None:
        self._kept, self._thread = kept, thread

    async def load(self) -> tuple[Dialled, ...]:
        """Every call kept."""
        return await self._thread.run(partial(self._kept.read, dialled_calls.all_calls))

    async def keep(self, dialled: Dialled) -> None:
        """Keep it in place of the request's earlier one. Raises StoreFailed."""
        await self._thread.run(partial(self._kept.write, partial(dialled_calls.keep_call, dialled=dialled)))

    async def forget(self, callback_id: CallbackId) -> None:
        """Delete it. Raises StoreFailed."""
        await self._thread.run(
            partial(self._kept.write, partial(dialled_calls.forget_call, callback_id=callback_id))
        )


class FilePreferences:
    """`ports.Preferences` over the file."""

    def __init__(self, kept: Kept, thread: _Thread) -> None:
        self._kept, self._thread = kept, thread

    async def load(self) -> dict[str, str]:
        """All of them."""
        return await self._thread.run(partial(self._kept.read, _all_preferences))

    async def keep(self, name: str, value: str) -> None:
        """Keep one. Raises StoreFailed."""
        await self._thread.run(partial(self._kept.write, partial(_keep_preference, name=name, value=value)))


class Store:
    """One counsellor's file, open until `close`."""

    def __init__(self, kept: Kept, thread: _Thread, opening: Opening) -> None:
        """`open_store` makes it."""
        self.opening = opening
        self.drafts = FileDrafts(kept, thread)
        self.outbox = FileOutbox(kept, thread)
        self.calls = FileCalls(kept, thread)
        self.preferences = FilePreferences(kept, thread)
        self._kept = kept
        self._thread = thread

    @property
    def is_on_disk(self) -> bool:
        """Whether a crash now would lose nothing that was kept."""
        return self._kept.is_on_disk

    @property
    def memory_only(self) -> MemoryOnly | None:
        """Why it is in memory only, if it is."""
        if self.opening.memory_only is not None:
            return MemoryOnly(self.opening.memory_only, ends_by_itself=False)
        behind = self._kept.behind
        return None if behind is None else MemoryOnly(behind, ends_by_itself=True)

    @property
    def is_put_aside(self) -> bool:
        """Whether an earlier file could not be read, and was put aside."""
        return self.opening.quarantined is not None

    async def catch_up(self) -> None:
        """Bring a file that is behind up to what is in memory. Raises StoreFailed."""
        await self._thread.run(self._kept.catch_up)

    async def close(self) -> None:
        """Leave the encrypted file and no readable byte; nothing may be asked of the store afterwards."""
        await self._thread.run(self._kept.close)
        self._thread.end()


async def open_store(
    folder: Path,
    *,
    staff_id: str,
    key: bytes | None,
    now: datetime,
    connect: ConnectFile = connect_file,
    no_key: Cause = Cause.NO_KEYRING,
) -> Store:
    """Open this counsellor's file under ``folder``, or keep everything in memory and say why.

    ``key`` is 32 bytes, or None and ``no_key`` says why. Raises `LibraryTooOld`, a fault of packaging.
    """
    check_library()
    thread = _Thread()
    path = folder / file_name(staff_id)
    kept, opening = await thread.run(partial(_open, path, key if key is not None else no_key, now, connect))
    return Store(kept, thread, opening)


def _open(path: Path, key: bytes | Cause, now: datetime, connect: ConnectFile) -> tuple[Kept, Opening]:
    if isinstance(key, Cause):
        return Kept(None), Opening(memory_only=key)
    answer = open_file(path, key, now=now, connect=connect)
    match answer:
        case NotOpened(cause):
            return Kept(None), Opening(memory_only=cause)
        case Opened(engine, aside):
            try:
                return Kept(engine), Opening(quarantined=aside)
            except DBAPIError:
                # It opened and was whole, and cannot be read all the same: as good as damaged.
                engine.dispose()
                aside = quarantine(path, now=now)
                return Kept(None), Opening(quarantined=aside, memory_only=Cause.DAMAGED)


def _decode(body: bytes) -> tuple[CommandId, Command] | None:
    """A kept command, or None when another version of Vuoro wrote one that this one does not know."""
    try:
        return decode_command(body)
    except WireError:
        return None


def _all_preferences(connection: Connection) -> dict[str, str]:
    return {row.name: row.value for row in connection.execute(select(preferences))}


def _keep_preference(connection: Connection, *, name: str, value: str) -> None:
    statement = insert(preferences).values(name=name, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"value": value}))
