"""The one writer: takes commands in groups, one transaction and one flush for all of them.

    backlog ─► drain ≤ 200 ─► BEGIN ─► each decides ─► rows ─► head, facts, audit, ledger ─► COMMIT
                                                                     ─► answers, then facts

A group that fails is rolled back and its jobs are run again one by one, so that one bad
command never takes its neighbours along. Answers leave after the commit, never before.
"""

import asyncio
import queue
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection

from server_stub.ports import Clock, Points, pass_by
from server_stub.records.checkpointer import Checkpointer
from server_stub.records.database import Database
from server_stub.records.group import Group, Key, Written
from server_stub.records.hot_path import HotPath

T = TypeVar("T")

LARGEST_GROUP = 200


class WriteFailed(Exception):
    """The database took nothing of this job: full, away or stopping. The same may be asked again."""


@dataclass(slots=True)
class _Job(Generic[T]):
    work: Callable[[Group], T]
    future: "asyncio.Future[T]"
    conversation_ids: tuple[str, ...] = ()
    key: Key | None = None
    result: T | None = None
    error: BaseException | None = None


@dataclass(slots=True)
class _Batch:
    jobs: list[_Job[Any]]
    written: list[Written] = field(default_factory=list)


class CommitGroups:
    """The writer's thread and its backlog.

    `tell` is called in the event loop after each commit with the facts written, in their order.
    `points` names the places of the way, for tests that end the process at one.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        tell: Callable[[Sequence[Written]], None],
        *,
        points: Points = pass_by,
    ) -> None:
        """Nothing runs before `start`."""
        self._database = database
        self._clock = clock
        self._tell = tell
        self._points = points
        self._hot = HotPath(database.engine.dialect)
        self._checkpointer = Checkpointer(database)
        self._backlog: queue.SimpleQueue[_Job[Any] | None] = queue.SimpleQueue()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._stopping = False

    def start(self) -> None:
        """Begin to write; call inside the event loop."""
        self._loop = asyncio.get_running_loop()
        self._checkpointer.start()
        self._thread.start()

    async def stop(self) -> None:
        """Write what is in the backlog, then end the thread."""
        self._stopping = True
        self._backlog.put(None)
        await asyncio.get_running_loop().run_in_executor(None, self._thread.join)

    async def run(
        self, work: Callable[[Group], T], *, conversation_ids: tuple[str, ...] = (), key: Key | None = None
    ) -> T:
        """Run `work` inside the next group's transaction; its result after the commit.

        `conversation_ids` are locked before any work of the group begins. Raises `WriteFailed` when
        nothing was written, or what `work` itself raised.
        """
        if self._stopping or self._loop is None:
            raise WriteFailed("stopping")
        job = _Job(work, self._loop.create_future(), conversation_ids, key)
        self._backlog.put(job)
        result: T = await job.future
        return result

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Run `work` on the writer's connection, in the next group's transaction."""
        return await self.run(lambda group: work(group.connection))

    # -------------------------------------------------------------- the writer's thread

    def _run(self) -> None:
        with self._database.engine.connect() as connection:
            connection.info["writes"] = True
            try:
                while (first := self._backlog.get()) is not None:
                    jobs, is_last = self._drain(first)
                    self._commit_or_retry(connection, jobs)
                    if is_last:
                        return
            finally:
                connection.info.pop("writes", None)
                self._checkpointer.stop()

    def _drain(self, first: _Job[Any]) -> tuple[list[_Job[Any]], bool]:
        jobs = [first]
        with suppress(queue.Empty):
            while len(jobs) < LARGEST_GROUP:
                job = self._backlog.get_nowait()
                if job is None:
                    return jobs, True
                jobs.append(job)
        return jobs, False

    def _commit_or_retry(self, connection: Connection, jobs: list[_Job[Any]]) -> None:
        batch = self._attempt(connection, jobs)
        if batch is not None:
            self._answer(batch)
            return
        if len(jobs) == 1:
            self._answer(_Batch(jobs))
            return
        for job in jobs:
            job.error = None
            alone = self._attempt(connection, [job])
            self._answer(alone or _Batch([job]))

    def _attempt(self, connection: Connection, jobs: list[_Job[Any]]) -> _Batch | None:
        """One transaction over these jobs; None when it was rolled back, with each job's error set."""
        try:
            self._points("before_begin")
            with connection.begin():
                group = Group(connection, self._hot, self._clock.millis())
                group.prepare(
                    (c for job in jobs for c in job.conversation_ids),
                    (job.key for job in jobs if job.key is not None),
                )
                self._points("after_begin")
                for job in jobs:
                    job.result = job.work(group)
                self._points("after_decide")
                group.write()
                self._points("before_commit")
            self._points("after_commit")
            self._checkpointer.committed()
        except self._database.errors as error:
            if self._database.is_postgres:
                # The line may be broken: the next transaction begins on a new one.
                connection.invalidate()
            _fail(jobs, WriteFailed(type(error).__name__))
            return None
        except Exception as error:
            _fail(jobs, error)
            return None
        return _Batch(jobs, group.written)

    def _answer(self, batch: _Batch) -> None:
        loop = self._loop
        if loop is None:
            return
        # The loop may be closing: then nobody waits for the answer any more.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(self._answer_in_loop, batch)

    def _answer_in_loop(self, batch: _Batch) -> None:
        self._points("before_answer")
        for job in batch.jobs:
            if job.future.done():
                continue
            if job.error is not None:
                job.future.set_exception(job.error)
            else:
                job.future.set_result(job.result)
        if batch.written:
            self._tell(batch.written)


def _fail(jobs: list[_Job[Any]], error: BaseException) -> None:
    for job in jobs:
        job.error = error
