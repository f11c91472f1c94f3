"""Signing in: who comes to this desk, and whose file is opened for her."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from math import ceil
from typing import Protocol

from app.desk.attachments import Papers
from app.desk.desk import Desk, OnFailure
from app.domain.conversation import Staff
from app.domain.ids import StaffId
from app.domain.problems import Problem, ProblemCode
from app.ports import Chance, Clock, CounsellorFile, Gate, LineLost, SignedIn, StoreFailed
from app.sync.backoff import delay_s


class Connect(Protocol):
    """What the sign-in screen is given; ``bootstrap`` builds it, and imports the edges only when it is first
    used.
    """

    async def sign_in(self, *, user_name: str, password: str) -> Desk | Problem:
        """Sign in. The same person again gets the same desk, drafts and outbox kept; another one her own."""
        ...

    async def choose_password(self, *, user_name: str, one_time: str, own: str) -> Desk | Problem:
        """Choose her own password with a one-time one, and go on into the work (R141)."""
        ...

    async def resume(self) -> Desk | Problem | None:
        """Go on where a killed program stopped, without a password. None: nobody's sign-in was left behind.

        LINE_LOST: it may be tried again, best after ``retry_after_s``. Any other: she signs in herself.
        """
        ...

    async def sign_out(self) -> None:
        """Flush, end the streams, revoke and forget. Nothing readable stays. Never raises."""
        ...


OpenFile = Callable[[SignedIn], Awaitable[CounsellorFile]]


class SignIn:
    """Opens a counsellor's desk over her own file, and closes it again. One desk at a time.

    ``open_file`` finds or makes the file of whoever has signed in (it falls back to memory by itself where no
    keyring can be trusted); ``on_failure`` hears of a fault of ours that stopped a desk's work; ``papers``
    are the edges that touch customers' files.
    """

    def __init__(
        self,
        *,
        gate: Gate,
        open_file: OpenFile,
        clock: Clock,
        chance: Chance,
        on_failure: OnFailure,
        papers: Papers | None = None,
    ) -> None:
        self._gate = gate
        self._papers = papers
        self._open_file = open_file
        self._clock = clock
        self._chance = chance
        self._on_failure = on_failure
        self._desk: Desk | None = None
        self._file: CounsellorFile | None = None
        self._work: asyncio.Task[None] | None = None
        self._whose: StaffId | None = None
        self._opening: asyncio.Task[CounsellorFile] | None = None
        self._tries_to_resume = 0

    async def sign_in(self, *, user_name: str, password: str) -> Desk | Problem:
        """Sign in; see ``Connect``."""
        signed_in = await self._gate.sign_in(user_name, password)
        if isinstance(signed_in, Problem):
            return signed_in
        return await self._desk_of(signed_in)

    async def choose_password(self, *, user_name: str, one_time: str, own: str) -> Desk | Problem:
        """Choose her own password; see ``Connect``."""
        signed_in = await self._gate.choose_password(user_name, one_time, own)
        if isinstance(signed_in, Problem):
            return signed_in
        return await self._desk_of(signed_in)

    async def resume(self) -> Desk | Problem | None:
        """Go on where a killed program stopped; see ``Connect``.

        It is a new sign-in all the same: what had never left asks before it goes, and the desk asks whether
        it is she who has come back.
        """
        try:
            signed_in = await self._gate.resume()
        except LineLost as lost:
            self._tries_to_resume += 1
            wait_s = delay_s(self._tries_to_resume, self._chance, asked_s=lost.retry_after_s)
            return Problem(ProblemCode.LINE_LOST, retry_after_s=ceil(wait_s))
        self._tries_to_resume = 0
        if signed_in is None or isinstance(signed_in, Problem):
            return signed_in
        desk = await self._desk_of(signed_in)
        if isinstance(desk, Desk):
            desk.came_back()
        return desk

    async def sign_out(self) -> None:
        """Sign out; see ``Connect``."""
        try:
            await self._close_desk()
        except Exception as failure:
            # Whatever it is, the tokens must go.
            self._on_failure(failure)
        await self._gate.sign_out()

    async def _desk_of(self, signed_in: SignedIn) -> Desk | Problem:
        if self._desk is not None and self._whose == signed_in.staff.staff_id:
            self._desk.signed_in()
            return self._desk
        await self._close_desk()
        return await self._open_desk(signed_in)

    async def _open_desk(self, signed_in: SignedIn) -> Desk | Problem:
        file = await self._opened(signed_in)
        desk = self._desk_over(file, signed_in.staff)
        try:
            await desk.restore()
        except StoreFailed:
            await file.close()
            return Problem(ProblemCode.STORE_FAILED)
        except asyncio.CancelledError:
            await file.close()
            raise
        self._desk, self._file, self._whose = desk, file, signed_in.staff.staff_id
        self._work = asyncio.get_running_loop().create_task(desk.run(), name="desk")
        self._work.add_done_callback(self._hear)
        desk.signed_in()
        return desk

    async def _opened(self, signed_in: SignedIn) -> CounsellorFile:
        """Her file. When she goes away while it is being opened it is closed again: left open, it would be in
        use for whoever comes next.
        """
        self._opening = asyncio.get_running_loop().create_task(self._open(signed_in), name="open file")
        try:
            return await asyncio.shield(self._opening)
        except asyncio.CancelledError:
            file = await self._opening
            await file.close()
            raise

    async def _open(self, signed_in: SignedIn) -> CounsellorFile:
        return await self._open_file(signed_in)

    def _desk_over(self, file: CounsellorFile, me: Staff) -> Desk:
        return Desk(
            me=me,
            gate=self._gate,
            file=file,
            clock=self._clock,
            chance=self._chance,
            on_failure=self._on_failure,
            papers=self._papers,
        )

    def _hear(self, work: asyncio.Task[None]) -> None:
        failure = None if work.cancelled() else work.exception()
        if failure is not None:
            self._on_failure(failure)

    async def _close_desk(self) -> None:
        desk, file, work = self._desk, self._file, self._work
        self._desk = self._file = self._work = self._whose = None
        if desk is None or file is None or work is None:
            return
        try:
            if not work.done():
                await desk.flush()
            work.cancel()
            await asyncio.wait([work])
        finally:
            await file.close()
