"""A window's tasks end with it, and no failure is silent."""

import asyncio
import weakref

import pytest

from app.ui.task_scope import TaskScope
from tests.support.fakes import settle


@pytest.mark.asyncio
async def test_what_a_scope_started_ends_when_it_closes():
    seen: list[str] = []
    scope = TaskScope(asyncio.get_running_loop(), lambda failure: None)

    async def for_ever() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            seen.append("ended")

    scope.start(for_ever(), name="for ever")
    await asyncio.sleep(0)
    await scope.close()
    assert seen == ["ended"]
    assert scope.running == 0


@pytest.mark.asyncio
async def test_a_scope_within_another_closes_before_it_or_with_it():
    seen: list[str] = []
    scope = TaskScope(asyncio.get_running_loop(), lambda failure: None)
    first, second = scope.inner(), scope.inner()

    async def for_ever(name: str) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            seen.append(name)

    first.start(for_ever("first"), name="first")
    second.start(for_ever("second"), name="second")
    scope.start(for_ever("outer"), name="outer")
    await asyncio.sleep(0)
    await first.close()
    assert seen == ["first"]
    await scope.close()
    assert sorted(seen) == ["first", "outer", "second"]
    scope.inner().start(for_ever("too late"), name="too late")
    await asyncio.sleep(0)
    assert "too late" not in seen


@pytest.mark.asyncio
async def test_a_failure_is_told():
    failures: list[BaseException] = []
    scope = TaskScope(asyncio.get_running_loop(), failures.append)

    async def fail() -> None:
        raise ValueError

    scope.start(fail(), name="fails")
    await settle()
    assert [type(failure) for failure in failures] == [ValueError]


@pytest.mark.asyncio
async def test_a_closed_scope_begins_nothing():
    begun: list[str] = []
    scope = TaskScope(asyncio.get_running_loop(), lambda failure: None)
    await scope.close()

    async def work() -> None:
        begun.append("begun")

    scope.start(work(), name="too late")
    await asyncio.sleep(0)
    assert begun == []


@pytest.mark.asyncio
async def test_a_scope_that_is_over_is_not_kept_by_the_one_around_it():
    """A day has many conversations; each has a scope of its own."""
    scope = TaskScope(asyncio.get_running_loop(), lambda failure: None)
    first = scope.inner()
    first.start(asyncio.sleep(0), name="short")
    states = [first.is_over]
    await first.close()
    states.append(first.is_over)
    assert states == [False, True]
    kept = weakref.ref(first)
    del first
    second = scope.inner()
    assert kept() is None
    assert not second.is_over
    await scope.close()
