"""The one writer: takes commands in groups, one transaction and one flush for all of them.

    backlog ─► drain ≤ 200 ─► BEGIN ─► each decides ─► rows ─► head, facts, audit, ledger ─► COMMIT
              └───────────────────── SQLite: in the loop ──────────────────────────┘   └ thread ┘
                                                                     ─► answers, then facts

Only the flush needs a thread on SQLite: two threads of Python fight for one interpreter (decision 16).
PostgreSQL answers over a line, so there the thread takes a group from its beginning.

A group that fails is rolled back and its jobs are run again one by one, so that one bad
command never takes its neighbours along. Answers leave after the commit, never before.
"""

import asyncio
import queue
import threading
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection

from server_stub.ports import Clock, Points, pass_by
from server_stub.records import callbacks, consultations
from server_stub.records.checkpointer import Checkpointer
from server_stub.records.database import Database
from server_stub.records.group import Group, Key, Written
from server_stub.records.hot_path import HotPath
from server_stub.records.remembered import Remembered

T = TypeVar("T")

LARGEST_GROUP = 200
MOST_DEEDS_IN_LOOP = 8
"""A group with more of them would hold the loop for tens of milliseconds, so it goes to the thread."""


class WriteFailed(Exception):
    """The database took nothing of this job: full, away or stopping. The same may be asked again."""


class Effort(Enum):
    """How long a piece of work may hold whoever runs it."""

    TALK = auto()
    """A message or a mark: some fifty microseconds, by statements compiled at start."""
    DEED = auto()
    """A few rows by SQLAlchemy: about a millisecond."""
    LONG = auto()
    """Any number of rows: never in the loop."""


@dataclass(slots=True)
class _Job(Generic[T]):
    work: Callable[[Group], T]
    future: "asyncio.Future[T]"
    conversation_ids: tuple[str, ...] = ()
    key: Key | None = None
    effort: Effort = Effort.DEED
    locks_callbacks: bool = False
    locks_consultations: bool = False
    result: T | None = None
    error: BaseException | None = None


@dataclass(slots=True)
class _Batch:
    """Jobs under way together; with their group once their transaction lacks only its commit."""

    jobs: list[_Job[Any]]
    group: Group | None = None


class CommitGroups:
    """The backlog, the writer's connection, and the thread in which the disk is waited for.

    The connection is used by the loop or by the thread, never by both: from `_batches.put` to the last answer
    of a batch it is the thread's. `tell` is called in the loop after each commit with the facts written,
    in their order. `points` names the places of the way, for tests that end the process at one.
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
        self._remembered = Remembered()
        self._checkpointer = Checkpointer(database)
        self._backlog: deque[_Job[Any]] = deque()
        self._batches: queue.SimpleQueue[_Batch | None] = queue.SimpleQueue()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._connection: Connection | None = None
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._is_busy = False
        self._stopped: asyncio.Future[None] | None = None

    def start(self) -> None:
        """Begin to write; call inside the event loop. Raises what the database raises when it is away."""
        self._connection = self._database.writer()
        self._checkpointer.start()
        self._thread.start()
        # Last: from here on there is somebody to write what is asked for.
        self._loop = asyncio.get_running_loop()

    async def stop(self) -> None:
        """Write what is in the backlog, then end the thread."""
        if self._loop is None:
            return
        if self._stopped is None:
            self._stopped = self._loop.create_future()
            if not self._is_busy:
                self._begin()
        await asyncio.shield(self._stopped)
        await self._loop.run_in_executor(None, self._thread.join)

    async def run(
        self,
        work: Callable[[Group], T],
        *,
        conversation_ids: tuple[str, ...] = (),
        key: Key | None = None,
        effort: Effort = Effort.DEED,
        locks_callbacks: bool = False,
        locks_consultations: bool = False,
    ) -> T:
        """Run `work` inside the next group's transaction; its result after the commit.

        `conversation_ids` are locked before any work of the group begins; so are, before them, all callback
        requests where a job `locks_callbacks`, then all consultations where one `locks_consultations`.
        Raises `WriteFailed` when nothing was written, or what `work` itself raised.
        """
        if self._stopped is not None or self._loop is None:
            raise WriteFailed("stopping")
        job = _Job(
            *(work, self._loop.create_future(), conversation_ids, key, effort),
            locks_callbacks=locks_callbacks,
            locks_consultations=locks_consultations,
        )
        self._backlog.append(job)
        if not self._is_busy:
            # Not at once: what else this turn of the loop brings goes into the same group.
            self._is_busy = True
            self._loop.call_soon(self._begin)
        result: T = await job.future
        return result

    def empty_log(self) -> None:
        """Something was erased: no copy of it is to stay in SQLite's write-ahead log."""
        self._checkpointer.clear()

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Run `work`, of any length, on the writer's connection, in the next group's transaction."""
        return await self.run(lambda group: work(group.connection), effort=Effort.LONG)

    # -------------------------------------------------------------- in the loop

    def _begin(self) -> None:
        """Take what has gathered; an empty backlog ends the writing for now, or for good."""
        jobs = [self._backlog.popleft() for _ in range(min(len(self._backlog), LARGEST_GROUP))]
        self._is_busy = bool(jobs)
        if jobs:
            self._batches.put(self._begun(jobs))
        elif self._stopped is not None:
            self._batches.put(None)
            self._stopped.set_result(None)

    def _begun(self, jobs: list[_Job[Any]]) -> _Batch:
        """The jobs, with all but the commit done where that needs neither a line nor the disk."""
        connection = self._connection
        if connection is None or self._database.is_postgres or not _fit_the_loop(jobs):
            return _Batch(jobs)
        try:
            self._points("before_begin")
            connection.begin()
            return _Batch(jobs, self._decided(connection, jobs))
        except BaseException:  # the thread tries again, finds what is wrong and whose it is, and has time
            with suppress(Exception):
                connection.rollback()
            return _Batch(jobs)

    def _answer_in_loop(self, batch: _Batch, *, is_last: bool) -> None:
        try:
            self._points("before_answer")
            for job in batch.jobs:
                if job.future.done():
                    continue
                if job.error is not None:
                    job.future.set_exception(job.error)
                else:
                    job.future.set_result(job.result)
            if batch.group is not None and batch.group.written:
                self._tell(batch.group.written)
        finally:
            # A fault in telling must not end all writing.
            if is_last and self._loop is not None:
                self._loop.call_soon(self._begin)

    # -------------------------------------------------------------- in either

    def _decided(self, connection: Connection, jobs: list[_Job[Any]]) -> Group:
        """Everything between begin and commit: what these jobs lead to is in the transaction."""
        if any(job.locks_callbacks for job in jobs):
            callbacks.lock(connection)
        if any(job.locks_consultations for job in jobs):
            consultations.lock(connection)
        group = Group(connection, self._hot, self._remembered, self._clock.millis())
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
        return group

    # -------------------------------------------------------------- in the thread

    def _run(self) -> None:
        connection = self._connection
        if connection is None:
            return
        try:
            while (batch := self._batches.get()) is not None:
                self._finish(connection, batch)
        finally:
            self._database.give_back(connection)
            self._checkpointer.stop()

    def _finish(self, connection: Connection, batch: _Batch) -> None:
        """See a batch through, and answer it: together, or else one by one."""
        jobs = batch.jobs
        whole = self._attempt(connection, batch)
        if whole is not None or len(jobs) == 1:
            self._answer(whole or _Batch(jobs))
            return
        for job in jobs[:-1]:
            self._answer(self._alone(connection, job), is_last=False)
        self._answer(self._alone(connection, jobs[-1]))

    def _alone(self, connection: Connection, job: _Job[Any]) -> _Batch:
        job.error = None
        return self._attempt(connection, _Batch([job])) or _Batch([job])

    def _attempt(self, connection: Connection, batch: _Batch) -> _Batch | None:
        """One transaction over these jobs; None when it was rolled back, with each job's error set."""
        jobs = batch.jobs
        try:
            if batch.group is None:
                self._points("before_begin")
                with self._database.patiently(connection):
                    connection.begin()
                batch = _Batch(jobs, self._decided(connection, jobs))
            self._commit(connection, batch)
        except self._database.errors as error:
            self._roll_back(connection, is_line_doubtful=self._database.is_postgres)
            _fail(jobs, WriteFailed(type(error).__name__))
            return None
        except BaseException as error:
            self._roll_back(connection)
            _fail(jobs, error)
            return None
        # It is committed, whatever comes now.
        if any(job.effort is Effort.LONG for job in jobs):
            self._remembered.forget()
        self._points("after_commit")
        self._checkpointer.committed()
        return batch

    def _commit(self, connection: Connection, batch: _Batch) -> None:
        """The flush, in the thread on both databases."""
        connection.commit()
        if batch.group is not None:
            batch.group.committed()

    def _roll_back(self, connection: Connection, *, is_line_doubtful: bool = False) -> None:
        with suppress(*self._database.errors):
            if is_line_doubtful:
                # The next transaction begins on a new line.
                connection.invalidate()
            connection.rollback()

    def _answer(self, batch: _Batch, *, is_last: bool = True) -> None:
        loop = self._loop
        if loop is None:
            return
        # The loop may be closing: then nobody waits for the answer any more.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(partial(self._answer_in_loop, batch, is_last=is_last))


def _fit_the_loop(jobs: list[_Job[Any]]) -> bool:
    deeds = 0
    for job in jobs:
        if job.effort is Effort.LONG:
            return False
        deeds += job.effort is Effort.DEED
    return deeds <= MOST_DEEDS_IN_LOOP


def _fail(jobs: list[_Job[Any]], error: BaseException) -> None:
    # A future takes no StopIteration, and what is no `Exception` would end whoever waits for it.
    told = error if isinstance(error, Exception) and not isinstance(error, StopIteration) else _wrapped(error)
    for job in jobs:
        job.error = told


def _wrapped(error: BaseException) -> RuntimeError:
    wrapped = RuntimeError(f"a piece of work ended with {type(error).__name__}")
    wrapped.__cause__ = error
    return wrapped
