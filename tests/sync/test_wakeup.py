"""A wake-up waits until rung or until its time, and loses no ring."""

import asyncio

import pytest

from app.sync.wakeup import Wakeup
from tests.support.fakes import FakeClock, settle

pytestmark = pytest.mark.asyncio


async def test_a_ring_before_the_wait_is_not_lost() -> None:
    wakeup = Wakeup(FakeClock())
    wakeup.ring()
    await wakeup.wait(None)


async def test_it_wakes_when_its_time_has_come_and_not_before() -> None:
    clock = FakeClock()
    wakeup = Wakeup(clock)
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(wakeup.wait(3))
        await clock.advance(2.9)
        assert not waiting.done()
        await clock.advance(0.1)
        assert waiting.done()


async def test_it_wakes_when_rung_and_then_waits_again() -> None:
    clock = FakeClock()
    wakeup = Wakeup(clock)
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(wakeup.wait(60))
        await settle()
        wakeup.ring()
        await settle()
        assert waiting.done()
        again = group.create_task(wakeup.wait(60))
        await clock.advance(59)
        assert not again.done()
        await clock.advance(1)


async def test_it_says_whether_it_was_rung() -> None:
    clock = FakeClock()
    wakeup = Wakeup(clock)
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(wakeup.wait(1))
        await clock.advance(1)
        assert waiting.result() is False
        wakeup.ring()
        assert await wakeup.wait(1) is True


async def test_a_ring_that_was_meant_for_an_earlier_wait_can_be_hushed() -> None:
    clock = FakeClock()
    wakeup = Wakeup(clock)
    wakeup.ring()
    wakeup.hush()
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(wakeup.wait(1))
        await settle()
        assert not waiting.done()
        await clock.advance(1)


async def test_no_time_at_all_is_no_wait() -> None:
    await Wakeup(FakeClock()).wait(0)
