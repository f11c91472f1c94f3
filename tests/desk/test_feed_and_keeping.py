"""The feed tells everybody; the file is written in one order."""

import asyncio
from functools import partial

import pytest

from app.desk.feed import Feed
from app.desk.keeping import Keeping
from app.desk.notices import Notice, Notices
from app.domain.changes import Changes, Kind
from app.domain.commands import ClaimWaiting
from app.domain.problems import Problem, ProblemCode
from app.ports import StoreFailed
from tests.support.desk_builders import NINE_O_CLOCK, ROBIN
from tests.support.desk_room import a_room
from tests.support.fakes import FakeClock, MemoryFile, settle

HEADS = Changes.of(Kind.HEADS, [ROBIN])


def test_every_listener_hears_until_it_stops() -> None:
    feed = Feed()
    first: list[Changes] = []
    second: list[Changes] = []
    stop = feed.subscribe(first.append)
    feed.subscribe(second.append)
    feed.tell(HEADS)
    stop()
    stop()
    feed.tell(HEADS)
    assert (len(first), len(second)) == (1, 2)


def test_nothing_is_told_of_nothing() -> None:
    feed = Feed()
    heard: list[Changes] = []
    feed.subscribe(heard.append)
    feed.tell(Changes())
    assert heard == []


def test_who_is_stopped_by_another_listener_hears_no_more() -> None:
    feed = Feed()
    heard: list[Changes] = []
    stops: list[object] = []
    feed.subscribe(lambda _: stop())
    stop = feed.subscribe(heard.append)
    feed.tell(HEADS)
    assert heard == stops


@pytest.mark.asyncio
async def test_writes_are_made_in_the_order_they_were_meant() -> None:
    written: list[int] = []
    tried: list[int] = []
    health: list[bool] = []
    file = MemoryFile()
    keeping = Keeping(file=file, clock=FakeClock(), on_health=lambda: health.append(file.memory_only is None))

    async def write(number: int) -> None:
        for _ in range(5 - number):
            await asyncio.sleep(0)
        written.append(number)

    async def fail() -> None:
        file.disk.is_full = True
        with pytest.raises(StoreFailed) as failed:
            await file.drafts.forget(ROBIN)
        file.disk.is_full = False
        raise failed.value

    async with asyncio.TaskGroup() as group:
        work = group.create_task(keeping.run())
        for number in range(4):
            keeping.soon(partial(write, number), then=partial(tried.append, number))
        keeping.soon(fail, then=partial(tried.append, -1))
        await keeping.now(partial(write, 4))
        await keeping.now(file.catch_up)
        await keeping.flush()
        work.cancel()
    assert written == [0, 1, 2, 3, 4]
    assert tried == [0, 1, 2, 3, -1]
    assert health == [False, True]


@pytest.mark.asyncio
async def test_nothing_to_write_is_nothing_to_wait_for() -> None:
    await Keeping(file=MemoryFile(), clock=FakeClock(), on_health=lambda: None).flush()


def test_only_the_newest_notices_are_kept() -> None:
    notices = Notices()
    for number in range(25):
        problem = Problem(ProblemCode.LAPSED)
        notices.put(Notice(str(number), ClaimWaiting(ROBIN), "4812", problem, NINE_O_CLOCK))
    assert [notice.notice_id for notice in notices.all()] == [str(number) for number in range(5, 25)]
    assert notices.dismiss("24")
    assert not notices.dismiss("24")


@pytest.mark.asyncio
async def test_older_messages_are_paged_into_the_window_until_the_beginning() -> None:
    async with a_room() as room:
        room.counter.customer_opens(ROBIN)
        for number in range(1, 171):
            room.counter.customer_writes(ROBIN, f"rivi {number}")
        await settle()
        await room.claim()
        assert len(room.rows()) == 50
        assert await room.desk.talk.older(ROBIN)
        assert len(room.rows()) == 150
        assert await room.desk.talk.older(ROBIN)
        assert [row.text for row in room.rows()] == [f"rivi {number}" for number in range(1, 171)]
        assert not await room.desk.talk.older(ROBIN)


@pytest.mark.asyncio
async def test_older_messages_are_not_to_be_had_while_the_line_is_away() -> None:
    async with a_room() as room:
        room.counter.customer_opens(ROBIN)
        for number in range(1, 61):
            room.counter.customer_writes(ROBIN, f"rivi {number}")
        await settle()
        await room.claim()
        room.gate.cut()
        assert not await room.desk.talk.older(ROBIN)
        assert len(room.rows()) == 50
