"""A window owns its tasks: what it starts ends with it, and no failure is silent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine


class TaskScope:
    """Starts coroutines and cancels what is left of them at ``close``."""

    def __init__(self, loop: asyncio.AbstractEventLoop, on_failure: Callable[[BaseException], None]) -> None:
        self._loop = loop
        self._on_failure = on_failure
        self._tasks: set[asyncio.Task[None]] = set()
        self._inner: list[TaskScope] = []
        self._is_closed = False

    def start(self, work: Coroutine[object, object, None], *, name: str) -> None:
        """Run ``work`` until it ends or the scope closes; after that it is not begun at all."""
        if self._is_closed:
            work.close()
            return
        task = self._loop.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._on_done)

    def inner(self) -> TaskScope:
        """A scope within this one, which can be closed before it and closes with it."""
        scope = TaskScope(self._loop, self._on_failure)
        self._inner = [each for each in self._inner if not each.is_over] + [scope]
        if self._is_closed:
            scope.cancel()
        return scope

    def cancel(self) -> None:
        """Cancel everything still running; nothing is started from now on."""
        self._is_closed = True
        for scope in self._inner:
            scope.cancel()
        for task in tuple(self._tasks):
            task.cancel()

    async def close(self) -> None:
        """Cancel everything still running and wait until it has ended."""
        self.cancel()
        for scope in self._inner:
            await scope.close()
        while self._tasks:
            await asyncio.wait(tuple(self._tasks))

    @property
    def running(self) -> int:
        """How many tasks have not ended."""
        return len(self._tasks)

    @property
    def is_over(self) -> bool:
        """Whether nothing runs in it and nothing will."""
        return self._is_closed and not self._tasks and all(scope.is_over for scope in self._inner)

    def _on_done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        failure = task.exception()
        if failure is not None:
            self._on_failure(failure)
