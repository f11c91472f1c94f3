"""Why nothing is on the disk, told by what SQLite and the disk have really said."""

import errno
import os

import pytest

from app.domain.memory_only import Cause, MemoryOnly
from app.ports import StoreFailed
from app.store.engine import connect_file
from app.store.sqlite_store import open_store
from tests.store.a_desk import ANNA, MORNING, a_draft


class WatchedDisk:
    """Keeps the driver's connection, to have it refuse."""

    def connect(self, path, key):
        self.raw = connect_file(path, key)
        return self.raw


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("refuse", "allow", "cause"),
    [
        ("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000", Cause.DISK_FULL),
        ("PRAGMA query_only = ON", "PRAGMA query_only = OFF", Cause.DISK_READ_ONLY),
    ],
)
async def test_a_disk_that_refuses_says_why_until_it_takes_again(desk, refuse, allow, cause):
    disk = WatchedDisk()
    store = await open_store(desk.folder, staff_id=ANNA, key=desk.key, now=MORNING, connect=disk.connect)
    at_first = store.memory_only
    assert at_first is None
    disk.raw.execute(refuse)
    with pytest.raises(StoreFailed) as failed:
        await store.drafts.keep(a_draft("y" * 100_000))
    assert failed.value.cause is cause
    meanwhile = store.memory_only
    assert meanwhile == MemoryOnly(cause, ends_by_itself=True)
    disk.raw.execute(allow)
    await store.drafts.keep(a_draft("z"))
    assert store.memory_only is None
    await store.close()


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("code", "cause"),
    [
        (errno.ENOSPC, Cause.DISK_FULL),
        (errno.EROFS, Cause.DISK_READ_ONLY),
        (errno.EACCES, Cause.DISK_READ_ONLY),
        (errno.EIO, Cause.DISK_FAILED),
    ],
)
async def test_a_disk_that_refuses_at_opening_says_why_until_the_next_sign_in(
    desk, monkeypatch: pytest.MonkeyPatch, code: int, cause: Cause
):
    def refuse(*_: object, **__: object) -> int:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "open", refuse)
    store = await desk.morning()
    assert store.memory_only == MemoryOnly(cause, ends_by_itself=False)
    assert not store.is_on_disk
    await store.close()


@pytest.mark.asyncio
async def test_without_a_key_the_reason_is_the_keyrings_own(desk):
    store = await open_store(desk.folder, staff_id=ANNA, key=None, now=MORNING, no_key=Cause.KEYRING_LOCKED)
    assert store.memory_only == MemoryOnly(Cause.KEYRING_LOCKED, ends_by_itself=False)
    await store.close()


@pytest.mark.asyncio
async def test_a_file_put_aside_is_told_once_a_fresh_one_is_begun(desk):
    store = await desk.morning()
    await store.close()
    desk.file.write_bytes(b"no database at all" * 300)
    store = await desk.morning()
    assert store.is_put_aside
    assert store.memory_only is None
    await store.close()
