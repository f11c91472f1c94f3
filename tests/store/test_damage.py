"""Damaged, foreign and full: put aside and never wiped, and the day goes on (F18, F19, P03)."""

import random
from pathlib import Path

import pytest
import sqlcipher3

from app.domain.memory_only import Cause
from app.ports import StoreFailed
from app.store.engine import LibraryTooOld, check_library, connect_file
from app.store.sqlite_store import open_store
from tests.store.a_desk import ANNA, MORNING, ADesk, a_draft, a_row
from tests.store.a_disk import ADiskThatFills

pytestmark = pytest.mark.asyncio


async def a_file_with_work_in_it(desk: ADesk) -> bytes:
    store = await desk.morning()
    for number in range(30):
        await store.outbox.enqueue(a_row("x" * 400, number=number), deletes_draft=None)
    await store.drafts.keep(a_draft("the draft"))
    await store.close()
    return desk.file.read_bytes()


def flip(data: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.randint(1, 100)):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def zero_header(data: bytes, _chance: random.Random) -> bytes:
    return bytes(100) + data[100:]


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("damage", [flip, cut, zero_header])
async def test_a_damaged_file_is_put_aside_whole_and_a_fresh_one_begun(desk, damage, seed):
    good = await a_file_with_work_in_it(desk)
    damaged = damage(good, random.Random(seed))
    desk.file.write_bytes(damaged)
    store = await desk.morning()
    assert store.opening.quarantined is not None
    assert store.opening.quarantined.read_bytes() == damaged
    assert await store.drafts.load() == ()
    await store.drafts.keep(a_draft("today"))
    await store.close()
    again = await desk.morning()
    assert again.opening.quarantined is None
    assert [draft.text for draft in await again.drafts.load()] == ["today"]
    await again.close()


async def test_a_lost_key_puts_the_file_aside_and_the_old_key_still_opens_it(desk):
    await a_file_with_work_in_it(desk)
    store = await desk.morning(key=b"\x07" * 32)
    assert store.opening.quarantined is not None
    assert await store.outbox.load() == ()
    await store.close()
    raw = connect_file(store.opening.quarantined, desk.key)
    assert raw.execute("SELECT text FROM drafts").fetchall() == [("the draft",)]
    raw.close()


async def test_two_files_put_aside_in_the_same_second_do_not_overwrite_each_other(desk):
    await a_file_with_work_in_it(desk)
    asides = set()
    for key in (b"\x01" * 32, b"\x02" * 32, b"\x03" * 32):
        store = await desk.morning(key=key)
        asides.add(store.opening.quarantined)
        await store.close()
    assert len(asides) == 3
    assert all(aside.exists() for aside in asides)


async def test_a_log_lost_with_its_last_rows_does_not_stop_the_morning(desk):
    store = await desk.morning()
    await store.drafts.keep(a_draft())
    left = {path: path.read_bytes() for path in desk.files}
    await store.close()
    for path in desk.files:
        path.unlink()
    for path, data in left.items():
        if not path.name.endswith("-wal"):
            path.write_bytes(data)
    again = await desk.morning()
    await again.drafts.keep(a_draft("today"))
    assert [draft.text for draft in await again.drafts.load()] == ["today"]
    await again.close()


async def test_a_process_killed_with_its_log_unwritten_loses_nothing(desk, tmp_path: Path):
    store = await desk.morning()
    await store.drafts.keep(a_draft())
    await store.outbox.enqueue(a_row(), deletes_draft=None)
    # The files as they are this instant are what SIGKILL leaves.
    elsewhere = ADesk(tmp_path / "after the kill")
    elsewhere.folder.mkdir()
    for path in desk.files:
        (elsewhere.folder / path.name).write_bytes(path.read_bytes())
    after = await elsewhere.morning()
    assert [draft.text for draft in await after.drafts.load()] == [a_draft().text]
    assert len(await after.outbox.load()) == 1
    await after.close()
    await store.close()


async def test_a_second_vuoro_of_the_same_counsellor_leaves_the_file_to_the_first(desk):
    first = await desk.morning()
    await first.drafts.keep(a_draft())
    second = await desk.morning()
    assert second.opening.memory_only is Cause.IN_USE
    assert second.opening.quarantined is None
    assert await second.drafts.load() == ()
    await second.close()
    await first.close()


async def test_a_file_of_a_newer_vuoro_is_left_alone(desk):
    store = await desk.morning()
    await store.drafts.keep(a_draft())
    await store.close()
    raw = connect_file(desk.file, desk.key)
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    before = desk.file.read_bytes()
    store = await desk.morning()
    assert store.opening.memory_only is Cause.NEWER_VUORO
    await store.drafts.keep(a_draft("today"))
    await store.close()
    assert desk.file.read_bytes() == before


async def test_where_no_file_can_be_made_the_day_goes_on_in_memory(desk):
    desk.folder.write_text("a file stands where the folder should be")
    store = await desk.morning()
    assert store.opening.memory_only is Cause.DISK_FAILED
    await store.drafts.keep(a_draft())
    assert [draft.text for draft in await store.drafts.load()] == [a_draft().text]
    await store.close()


async def test_a_disk_that_fills_up_costs_nothing_but_the_promise_and_is_caught_up_with(desk):
    disk = ADiskThatFills()
    store = await open_store(desk.folder, staff_id=ANNA, key=desk.key, now=MORNING, connect=disk.connect)
    await store.drafts.keep(a_draft("before"))
    disk.fill_up()
    with pytest.raises(StoreFailed):
        await store.outbox.enqueue(a_row("y" * 100_000), deletes_draft=a_draft().conversation_id)
    behind = store.is_on_disk
    assert not behind
    assert await store.drafts.load() == ()
    assert await store.outbox.body_of(a_row().command_id)
    with pytest.raises(StoreFailed):
        await store.drafts.keep(a_draft("z" * 100_000))
    disk.free()
    await store.drafts.keep(a_draft("after"))
    assert store.is_on_disk
    await store.close()
    tomorrow = await desk.morning()
    assert [draft.text for draft in await tomorrow.drafts.load()] == ["after"]
    assert [row.command for row in await tomorrow.outbox.load()] == [a_row("y" * 100_000).command]
    await tomorrow.close()


async def test_a_row_that_only_another_vuoro_can_read_stays_in_the_file_and_stops_nothing(desk):
    store = await desk.morning()
    await store.outbox.enqueue(a_row(number=1), deletes_draft=None)
    await store.outbox.enqueue(a_row(number=2), deletes_draft=None)
    await store.close()
    raw = connect_file(desk.file, desk.key)
    raw.execute(
        """UPDATE outbox SET body = CAST('{"type":"Unheard"}' AS BLOB) WHERE tries = 0 AND place = 1"""
    )
    raw.close()
    store = await desk.morning()
    assert [row.command_id for row in await store.outbox.load()] == [a_row(number=2).command_id]
    assert await store.outbox.body_of(a_row(number=1).command_id) == b'{"type":"Unheard"}'
    await store.close()


async def test_an_sqlite_that_may_damage_files_is_refused():
    check_library()
    with pytest.raises(LibraryTooOld, match=r"3\.51\.2"):
        check_library((3, 51, 2))
    check_library((3, 51, 3))
    assert sqlcipher3.sqlite_version_info >= (3, 51, 3)
