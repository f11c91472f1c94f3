"""What a stranger finds on the disk: nothing that anybody wrote, and nobody's name (P03, F12)."""

import os
import stat

import pytest

from app.domain.memory_only import Cause
from app.store.engine import connect_file
from app.store.opening import file_name
from app.store.sqlite_store import open_store
from tests.store.a_desk import ANNA, MORNING, ROBIN, a_draft, a_row

pytestmark = pytest.mark.asyncio

CANARY = "kanarialintu-juhannusyönä"


async def test_fifty_planted_words_are_found_nowhere_on_the_disk_while_open_and_after(desk):
    store = await desk.morning()
    for number in range(50):
        await store.drafts.keep(a_draft(f"{CANARY}-{number}", after_s=number))
        await store.outbox.enqueue(a_row(f"{CANARY}-{number}", number=number), deletes_draft=None)
    assert any(path.suffix.startswith(".vuoro-wal") for path in desk.files)
    assert _found(desk, CANARY.encode()) == []
    await store.close()
    assert _found(desk, CANARY.encode()) == []
    assert _found(desk, ROBIN.encode()) == []


async def test_the_search_itself_can_find(desk):
    store = await desk.morning()
    await store.drafts.keep(a_draft(CANARY))
    await store.close()
    raw = connect_file(desk.file, desk.key)
    raw.execute(f"ATTACH DATABASE '{desk.folder / 'plain.db'}' AS plain KEY ''")
    raw.execute("SELECT sqlcipher_export('plain')")
    raw.close()
    assert [path.name for path in _found(desk, CANARY.encode())] == ["plain.db"]


@pytest.mark.skipif(
    os.name != "posix", reason="file modes are POSIX; Windows protects the profile by its lists"
)
async def test_only_the_person_whose_computer_it_is_can_touch_the_files(desk):
    old = os.umask(0)
    try:
        store = await desk.morning()
        await store.drafts.keep(a_draft())
    finally:
        os.umask(old)
    assert {stat.S_IMODE(path.stat().st_mode) for path in desk.files} == {0o600}
    assert stat.S_IMODE(desk.folder.stat().st_mode) == 0o700
    await store.close()


async def test_the_file_names_nobody(desk):
    store = await desk.morning()
    assert ANNA not in desk.file.name
    assert desk.file.name == file_name(ANNA)
    assert file_name(ANNA) != file_name("b" * 32)
    await store.close()


async def test_the_next_counsellor_at_the_same_computer_sees_nothing_of_the_one_before(desk):
    anna = await desk.morning()
    await anna.drafts.keep(a_draft())
    await anna.close()
    ben = await desk.morning(staff_id="b" * 32, key=bytes(32))
    assert await ben.drafts.load() == ()
    assert ben.opening.quarantined is None
    await ben.close()
    anna = await desk.morning()
    assert [draft.text for draft in await anna.drafts.load()] == [a_draft().text]
    await anna.close()


async def test_without_a_key_nothing_is_ever_written(desk):
    store = await open_store(desk.folder, staff_id=ANNA, key=None, now=MORNING)
    await store.drafts.keep(a_draft(CANARY))
    assert [draft.text for draft in await store.drafts.load()] == [CANARY]
    assert store.opening.memory_only is Cause.NO_KEYRING
    assert not store.is_on_disk
    assert desk.files == []
    await store.close()


def _found(desk, word: bytes):
    return [path for path in desk.files if word in path.read_bytes()]
