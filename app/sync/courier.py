"""The courier: one command under way per conversation, the same bytes again until the outcome is known."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Protocol, assert_never

from app.domain.ids import CommandId, ConversationId
from app.domain.moment import Moment
from app.domain.outcomes import Accepted, Later, Outcome, Refused, SignedOutOutcome, Unknown
from app.domain.pending import Happening, Patience, Pending, Stage, due
from app.domain.problems import Problem
from app.ports import Chance, Clock, Gate, LineLost
from app.sync.backoff import delay_s
from app.sync.renewal import Renewal
from app.sync.wakeup import Wakeup

_FACT_OVERDUE = timedelta(seconds=10)
"""What is accepted is committed, and its fact comes at once; after this the stream is not believed to be
whole.
"""
_LOOK_AT_LEAST_EVERY_S = 5.0
"""How often ages are looked at anyway: a laptop's sleep shows on the wall clock only."""


class Rows(Protocol):
    """The outbox in memory, kept in step with the file and with the drafts."""

    def lanes(self) -> dict[ConversationId, tuple[Pending, ...]]:
        """Every row, by conversation, in the order the person acted."""
        ...

    def patience(self) -> Patience:
        """How long rows may stay at a stage."""
        ...

    def is_kept(self, command_id: CommandId) -> bool:
        """Whether the row is on the disk (or can not be), so that it may leave."""
        ...

    def move(self, command_id: CommandId, happening: Happening) -> None:
        """Let the happening lead the row where it does, if it means anything to it."""
        ...

    async def to_be_sent(self, command_id: CommandId) -> bytes | None:
        """Mark the row as in flight, on the disk too, and give its bytes. None: it has gone meanwhile."""
        ...

    def accepted(self, command_id: CommandId, cursor: int | None) -> None:
        """It is committed; its fact will retire it, or has."""
        ...

    def refused(self, command_id: CommandId, problem: Problem) -> None:
        """It is refused for good."""
        ...


class Line(Protocol):
    """What the courier needs to know of the follower."""

    @property
    def is_live(self) -> bool:
        """Whether this desk is caught up, so that what is sent is sent into what the counsellor sees."""
        ...

    def signed_out(self) -> None:
        """The sign-in has run out and could not be renewed."""
        ...

    def doubt(self) -> None:
        """A fact that should have come has not."""
        ...


class Courier:
    """Delivers while ``is_live``: what is not caught up waits. Each conversation has its own lane and its own
    patience.
    """

    def __init__(
        self, *, gate: Gate, clock: Clock, chance: Chance, rows: Rows, renewal: Renewal, line: Line
    ) -> None:
        self._gate = gate
        self._clock = clock
        self._chance = chance
        self._rows = rows
        self._renewal = renewal
        self._line = line
        self._wakeup = Wakeup(clock)
        self._under_way: set[ConversationId] = set()
        self._failures: dict[ConversationId, int] = {}
        self._not_before_s: dict[ConversationId, float] = {}
        self._asked_to_wait: set[ConversationId] = set()
        self._was_live = False

    def wake(self) -> None:
        """A row came or changed, or the line did."""
        self._wakeup.ring()

    async def run(self) -> None:
        """Deliver until cancelled. What is under way then stays marked as in flight and is sent again another
        time.
        """
        async with asyncio.TaskGroup() as group:
            while True:
                await self._wakeup.wait(self._look(group))

    def _look(self, group: asyncio.TaskGroup) -> float | None:
        """Do all that is due now; return the seconds until something may be due again (None: nothing
        waits).
        """
        self._let_time_act()
        lanes = self._rows.lanes()
        self._forget_waits(lanes)
        if self._line.is_live:
            for conversation_id, lane in lanes.items():
                row = _next_to_send(lane)
                if row is not None and self._may_leave(conversation_id, row):
                    self._under_way.add(conversation_id)
                    group.create_task(self._deliver(conversation_id, row.command_id))
        return self._seconds_to_wait(lanes)

    def _forget_waits(self, lanes: dict[ConversationId, tuple[Pending, ...]]) -> None:
        """A line that is back ends every wait but those the backend asked for; an empty lane waits for
        nothing.
        """
        came_back = self._line.is_live and not self._was_live
        self._was_live = self._line.is_live
        for conversation_id in tuple(self._not_before_s):
            is_over = came_back and conversation_id not in self._asked_to_wait
            if is_over or conversation_id not in lanes:
                del self._not_before_s[conversation_id]
                self._failures.pop(conversation_id, None)
                self._asked_to_wait.discard(conversation_id)

    def _let_time_act(self) -> None:
        moment, patience = self._moment(), self._rows.patience()
        for lane in self._rows.lanes().values():
            for row in lane:
                happening = due(row, moment, patience)
                if happening is not None:
                    self._rows.move(row.command_id, happening)
                elif row.stage is Stage.ACCEPTED and moment.ticked_since(row.staged) >= _FACT_OVERDUE:
                    self._line.doubt()

    def _may_leave(self, conversation_id: ConversationId, row: Pending) -> bool:
        return (
            conversation_id not in self._under_way
            and self._rows.is_kept(row.command_id)
            and self._clock.monotonic() >= self._not_before_s.get(conversation_id, 0.0)
        )

    def _seconds_to_wait(self, lanes: dict[ConversationId, tuple[Pending, ...]]) -> float | None:
        if not lanes:
            return None
        mono_s = self._clock.monotonic()
        undo = self._rows.patience().undo
        waits = [not_before - mono_s for not_before in self._not_before_s.values() if not_before > mono_s]
        for lane in lanes.values():
            waits += [_undo_left_s(row, undo, mono_s) for row in lane if row.stage is Stage.HELD]
        return max(0.01, min([*waits, _LOOK_AT_LEAST_EVERY_S]))

    async def _deliver(self, conversation_id: ConversationId, command_id: CommandId) -> None:
        """One try. The lane is free again when its outcome has been dealt with, whatever it was."""
        try:
            noted = self._renewal.count
            body = await self._rows.to_be_sent(command_id)
            if body is not None:
                outcome = await self._gate.send(body)
                await self._settle(conversation_id, command_id, outcome, noted)
        finally:
            self._under_way.discard(conversation_id)
            self._wakeup.ring()

    async def _settle(
        self, conversation_id: ConversationId, command_id: CommandId, outcome: Outcome, noted: int
    ) -> None:
        match outcome:
            case Accepted(command_id=answered, cursor=cursor):
                if answered != command_id:
                    self._again(conversation_id, command_id, Happening.UNKNOWN, None)
                    return
                self._failures.pop(conversation_id, None)
                self._rows.accepted(command_id, cursor)
            case Refused(problem=problem):
                self._failures.pop(conversation_id, None)
                self._rows.refused(command_id, problem)
            case Later(retry_after_s=asked_s):
                self._again(conversation_id, command_id, Happening.LATER, asked_s)
            case Unknown(retry_after_s=asked_s):
                self._again(conversation_id, command_id, Happening.UNKNOWN, asked_s)
            case SignedOutOutcome():
                self._rows.move(command_id, Happening.LATER)
                await self._renew(conversation_id, noted)
            case _:
                assert_never(outcome)

    def _again(
        self,
        conversation_id: ConversationId,
        command_id: CommandId,
        happening: Happening,
        asked_s: float | None,
    ) -> None:
        self._rows.move(command_id, happening)
        self._wait(conversation_id, asked_s)

    def _wait(self, conversation_id: ConversationId, asked_s: float | None) -> None:
        failures = self._failures.get(conversation_id, 0) + 1
        self._failures[conversation_id] = failures
        delay = delay_s(failures, self._chance, asked_s=asked_s)
        self._not_before_s[conversation_id] = self._clock.monotonic() + delay
        if asked_s is None:
            self._asked_to_wait.discard(conversation_id)
        else:
            self._asked_to_wait.add(conversation_id)

    async def _renew(self, conversation_id: ConversationId, noted: int) -> None:
        try:
            if not await self._renewal.renew(noted):
                self._line.signed_out()
                return
        except LineLost as lost:
            self._wait(conversation_id, lost.retry_after_s)
            return
        if self._renewal.count == noted:
            self._wait(conversation_id, None)

    def _moment(self) -> Moment:
        return Moment(self._clock.now(), self._clock.monotonic())


def _next_to_send(lane: tuple[Pending, ...]) -> Pending | None:
    """The first row whose outcome is not known, if it is its turn: one that is held or asks keeps those
    behind it waiting.
    """
    for row in lane:
        if row.stage is not Stage.ACCEPTED:
            return row if row.stage is Stage.QUEUED else None
    return None


def _undo_left_s(row: Pending, undo: timedelta, mono_s: float) -> float:
    return undo.total_seconds() - (mono_s - row.staged.mono_s)
