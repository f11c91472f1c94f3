"""The follower: snapshot, catch up, stream; a fact is taken only if it follows, never on a guess."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import replace
from datetime import timedelta
from typing import Protocol

from app.domain.desk_state import Snapshot
from app.domain.facts import Beat, Hint, Streamed, TypingHint, UnknownHint
from app.domain.link import LinkState, LinkView
from app.domain.moment import Moment
from app.domain.problems import Problem, ProblemCode
from app.domain.reduce_steps import OutOfStep
from app.ports import Chance, Clock, Gate, Gone, LineLost, LineTrouble, SignedOut, Unreadable
from app.sync.backoff import delay_s
from app.sync.link import LinkEvent, next_state
from app.sync.renewal import Renewal
from app.sync.wakeup import Wakeup

SILENCE = timedelta(seconds=45)
"""A line that says nothing for so long is dead: beats come every 20 s (contract, section 5)."""
_LOOK_EVERY_S = 5.0
"""How often silence is looked for; after a laptop's sleep the wall clock shows it at the next look."""
_OFFLINE_AFTER = timedelta(seconds=30)
_STEADY = timedelta(seconds=10)
"""A line that held so long was good: what comes next is a new trouble and not the same again."""


_FRESH_FOR = timedelta(days=1)
"""How old a snapshot may be: what no fact carries on, opening hours and days off, reaches some days ahead
only.
"""


class Stale(LineTrouble):
    """A fact or beat does not follow what this reader has, so something is missing in between; or all it has
    is old.
    """


class Reader(Protocol):
    """Who takes what comes. Raises OutOfStep for a fact that cannot follow."""

    def take_snapshot(self, snapshot: Snapshot) -> None:
        """Start afresh from it; outbox and drafts stay."""
        ...

    def take_facts(self, facts: tuple[Streamed, ...]) -> None:
        """Take facts that follow one another."""
        ...

    def caught_up(self, since: Moment) -> None:
        """Everything for this reader that was committed before ``since`` has been brought."""
        ...

    def take_hint(self, hint: Hint) -> None:
        """Something that holds for seconds."""
        ...

    def take_beat(self, beat: Beat) -> None:
        """The backend's clock."""
        ...

    def forget_hints(self) -> None:
        """The line was lost: hints do not outlive it."""
        ...

    def show_link(self, link: LinkView) -> None:
        """How the link stands now."""
        ...


class Follower:
    """Keeps the reader caught up for as long as ``run`` runs. State is the reader's; liveness is the
    follower's.
    """

    def __init__(self, *, gate: Gate, clock: Clock, chance: Chance, reader: Reader, renewal: Renewal) -> None:
        self._gate = gate
        self._clock = clock
        self._chance = chance
        self._reader = reader
        self._renewal = renewal
        self._wakeup = Wakeup(clock)
        self._cursor: int | None = None
        self._snapshot_at = self._moment()
        self._link = LinkView(LinkState.SIGNED_OUT)
        self._heard = self._moment()
        self._live_since: Moment | None = None
        self._lost_since: Moment | None = None
        self._failures = 0
        self._is_doubted = False

    @property
    def is_live(self) -> bool:
        """Whether the reader is caught up and the line is open."""
        return self._link.state is LinkState.LIVE

    def signed_in(self) -> None:
        """There is a good sign-in (again): begin, or go on from where the reader is."""
        self._failures = 0
        self._lost_since = self._moment()
        self._move(LinkEvent.SIGNED_IN)
        self._wakeup.ring()

    def signed_out(self) -> None:
        """The sign-in has run out and could not be renewed: wait for another."""
        self._move(LinkEvent.SIGNED_OUT)

    def stop(self) -> None:
        """Nothing follows any more, because of a fault of ours."""
        self._reader.forget_hints()
        state = LinkState.OFFLINE
        self._show(replace(self._link, state=state, next_try_at=None, problem=Problem(ProblemCode.UNKNOWN)))

    def doubt(self) -> None:
        """A fact that should have come has not: go back to the backend and ask for all since our cursor."""
        self._is_doubted = True

    def try_now(self) -> None:
        """Do not wait for the next try."""
        self._wakeup.ring()

    async def run(self) -> None:
        """Follow until cancelled."""
        while True:
            while self._link.state is LinkState.SIGNED_OUT:
                await self._wakeup.wait(None)
            noted = self._renewal.count
            try:
                await self._listen(await self._catch_up())
            except SignedOut:
                await self._renew(noted)
            except (Gone, Unreadable, Stale, OutOfStep):
                self._cursor = None
                await self._lose(at_once=True)
            except LineLost as lost:
                await self._lose(asked_s=lost.retry_after_s)

    async def _catch_up(self) -> int:
        began = self._moment()
        cursor = self._cursor
        if cursor is None or self._is_old():
            snapshot = await self._gate.snapshot()
            self._reader.take_snapshot(snapshot)
            self._cursor = cursor = snapshot.cursor
            self._snapshot_at = began
        else:
            while facts := await self._gate.catch_up(cursor):
                cursor = self._take(facts)
        self._heard = self._live_since = self._moment()
        self._lost_since = None
        self._is_doubted = False
        self._move(LinkEvent.CAUGHT_UP)
        self._reader.caught_up(began)
        return cursor

    async def _listen(self, cursor: int) -> None:
        """Read the stream until it fails; silence fails it too. Always raises."""
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._watch_for_silence())
                await self._read(cursor)
        except ExceptionGroup as failures:
            _heed_cancelling()
            trouble, other = failures.split((LineTrouble, OutOfStep))
            if trouble is None or other is not None:
                raise
            raise _first(trouble) from None

    async def _read(self, cursor: int) -> None:
        async with aclosing(self._gate.stream(cursor)) as stream:
            async for item in stream:
                self._heard = self._moment()
                match item:
                    case Streamed():
                        self._take((item,))
                        self._still_live()
                    case Beat():
                        self._check(item)
                        self._reader.take_beat(item)
                        self._still_live()
                    case TypingHint() | UnknownHint():
                        self._reader.take_hint(item)
        raise LineLost

    def _take(self, facts: tuple[Streamed, ...]) -> int:
        """Take facts only if each follows the one before and the first follows our cursor (contract, section
        5).
        """
        cursor = self._cursor or 0
        for each in facts:
            if each.after != cursor or each.cursor <= each.after:
                raise Stale
            cursor = each.cursor
        self._reader.take_facts(facts)
        self._cursor = cursor
        return cursor

    def _check(self, beat: Beat) -> None:
        """A stream is in order: if a beat names another cursor than ours, the last fact was lost."""
        if beat.cursor != self._cursor or self._is_old():
            raise Stale

    def _is_old(self) -> bool:
        return self._moment().age_of(self._snapshot_at) >= _FRESH_FOR

    async def _watch_for_silence(self) -> None:
        while not self._is_doubted and (left := SILENCE - self._moment().age_of(self._heard)) > timedelta(0):
            await self._clock.sleep(min(_LOOK_EVERY_S, left.total_seconds()))
        raise LineLost

    async def _renew(self, noted: int) -> None:
        try:
            if not await self._renewal.renew(noted):
                self._reader.forget_hints()
                self.signed_out()
            else:
                await self._lose(at_once=True)
        except LineLost as lost:
            await self._lose(asked_s=lost.retry_after_s)

    async def _lose(self, *, at_once: bool = False, asked_s: float | None = None) -> None:
        """Say that the line is lost and wait for the next try. ``at_once``: the first time, there is no
        reason to wait.
        """
        now = self._moment()
        if self._live_since is not None and now.age_of(self._live_since) >= _STEADY:
            self._failures = 0
        self._live_since = None
        self._lost_since = self._lost_since or now
        self._failures += 1
        wait_s = (
            0.0 if at_once and self._failures == 1 else delay_s(self._failures, self._chance, asked_s=asked_s)
        )
        self._reader.forget_hints()
        await self._wait_for_next_try(wait_s, self._lost_since)

    async def _wait_for_next_try(self, wait_s: float, lost_since: Moment) -> None:
        """Wait, unless told to try now; half a minute after the loss the link is offline, also between two
        tries.
        """
        self._wakeup.hush()
        until_offline_s = (_OFFLINE_AFTER - self._moment().age_of(lost_since)).total_seconds()
        if until_offline_s > 0:
            self._move(LinkEvent.LOST, wait_s=wait_s)
            first_s = min(wait_s, until_offline_s)
            if await self._wakeup.wait(first_s) or first_s == wait_s:
                return
            wait_s -= first_s
        self._move(LinkEvent.LOST_LONG, wait_s=wait_s)
        await self._wakeup.wait(wait_s)

    # --- how the link stands --------------------------------------------------------------------------------

    def _move(self, event: LinkEvent, *, wait_s: float | None = None) -> None:
        state = next_state(self._link.state, event)
        is_live = state is LinkState.LIVE
        self._show(
            LinkView(
                state=state,
                up_to_date_as_of=self._clock.now() if is_live else self._link.up_to_date_as_of,
                attempt=0 if is_live else self._failures,
                next_try_at=None if wait_s is None else self._clock.now() + timedelta(seconds=wait_s),
            )
        )

    def _still_live(self) -> None:
        self._show(replace(self._link, up_to_date_as_of=self._clock.now()))

    def _show(self, link: LinkView) -> None:
        self._link = link
        self._reader.show_link(link)

    def _moment(self) -> Moment:
        return Moment(self._clock.now(), self._clock.monotonic())


def _heed_cancelling() -> None:
    """Let a cancellation through that came in the same turn as a trouble.

    Up to Python 3.12 a TaskGroup then raises the trouble only and the cancellation is lost (CPython
    gh-116720); this can go when 3.13 is the oldest supported.
    """
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError


def _first(group: ExceptionGroup[Exception]) -> Exception:
    """The trouble itself; when both the stream and the watch failed, either says the same."""
    inner = group.exceptions[0]
    return _first(inner) if isinstance(inner, ExceptionGroup) else inner
