"""Callback requests as the panes show them: from what is seen and the time; pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import assert_never
from zoneinfo import ZoneInfo

from app.domain.agreed_rules import cannot_begin_after
from app.domain.callback import (
    ATTEMPT_BUDGET,
    Attempt,
    Callback,
    CallbackReason,
    CallbackState,
    Unmet,
    lapses_at,
    proposed,
    unmet,
)
from app.domain.callback_commands import ClaimCallback
from app.domain.calling_time import (
    CallingHours,
    Wish,
    calling_ends,
    is_calling_time,
    next_calling_time,
)
from app.domain.conversation import Topic
from app.domain.dialled import Dialled
from app.domain.ids import CallbackId, ConversationId, agreed_slot
from app.domain.problems import Problem
from app.domain.project import Seen
from app.domain.rules import check

_HELSINKI = ZoneInfo("Europe/Helsinki")
_NEAR = timedelta(days=3)


class Group(StrEnum):
    """Under which heading a request stands."""

    LAST_TRY = "last_try"
    TODAY = "today"
    LATER = "later"
    HANDLED = "handled"


class Which(StrEnum):
    """Which requests she looks at."""

    ALL = "all"
    MINE = "mine"
    DUE = "due"


class Hand(StrEnum):
    """In whose hands a request is."""

    NOBODY = "nobody"
    MINE = "mine"
    SOMEBODY = "somebody"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class CallbackRow:
    """One request in a list. ``due_at`` is when the next try is proposed; ``is_due``: that is now or past.
    ``hours``: the calling time of the day on which it is due.
    ``is_late``: it was due on an earlier day. ``lapses_at``: when it is closed uncalled, where that is near.
    ``is_unrecorded``: she has called and not said yet what came of it. ``booked``: the window that the
    customer has booked, until she was tried once; ``is_identified``: she had identified when she left it.
    """

    callback_id: CallbackId
    group: Group
    used: int
    phone: str
    language: str
    topic: Topic
    wish: Wish
    hours: CallingHours
    due_at: datetime
    is_due: bool
    hand: Hand
    holder: str
    reason: CallbackReason | None
    closed_at: datetime | None
    is_claiming: bool
    is_late: bool = False
    lapses_at: datetime | None = None
    is_unrecorded: bool = False
    booked: tuple[datetime, datetime] | None = None
    is_identified: bool = False


@dataclass(frozen=True, slots=True)
class CallingTime:
    """Whether customers may be called now, until when or from when; and what has come of today's calls.
    ``hours`` are those in force today.
    """

    is_open: bool
    hours: CallingHours
    ends_at: datetime
    opens_at: datetime | None
    reached: int
    missed: int


@dataclass(frozen=True, slots=True)
class CallbackDetail:
    """One request opened. ``unmet``: rules of dialling not met now; ``cannot_claim``: why it cannot be taken.

    ``dialled`` is her call that she has not recorded yet; ``next_at`` is proposed if it is a miss, None when
    it is the last try. ``hours`` are the calling time of today. ``may_write``: she has reached an identified
    customer, and can send her an agreed message.
    """

    row: CallbackRow
    requested_at: datetime
    text: str
    may_leave_voicemail: bool
    attempts: tuple[Attempt, ...]
    is_last_try: bool
    is_recording: bool
    is_releasing: bool
    responsibility_version: int
    unmet: tuple[Unmet, ...]
    hours: CallingHours
    cannot_claim: Problem | None
    dialled: Dialled | None
    next_at: datetime | None
    may_write: bool = False

    @property
    def is_mine(self) -> bool:
        """Whether she has it."""
        return self.row.hand is Hand.MINE

    @property
    def may_record(self) -> bool:
        """Whether she has dialled and may say what came of it, also when the claim went back meanwhile or the
        request was closed.
        """
        return self.dialled is not None and not self.is_recording


def callback_rows(seen: Seen, *, now: datetime, calls: Iterable[Dialled] = ()) -> tuple[CallbackRow, ...]:
    """Last tries first, then today's, those of later days, and what was handled today.

    Whoever asked first is first among those due at the same moment: all who asked at night are due at eight.
    ``calls`` are those she has dialled and not recorded.
    """
    asked = sorted(seen.confirmed.callbacks.values(), key=lambda each: (each.requested_at, each.callback_id))
    open_calls = {call.callback_id for call in unrecorded(seen, calls)}
    rows = [row for each in asked if (row := _row(seen, each, now, open_calls)) is not None]
    order = tuple(Group)
    rows.sort(key=lambda row: (order.index(row.group), _time_of(row)))
    return tuple(rows)


def chosen_of(rows: Iterable[CallbackRow], which: Which) -> tuple[CallbackRow, ...]:
    """Those of the rows: all, her own, or the free ones that may be called now. Her own call that is not
    recorded is in every one of them.
    """
    match which:
        case Which.ALL:
            return tuple(rows)
        case Which.MINE:
            return tuple(row for row in rows if row.hand is Hand.MINE or row.is_unrecorded)
        case Which.DUE:
            return tuple(row for row in rows if row.is_unrecorded or (row.hand is Hand.NOBODY and row.is_due))
    assert_never(which)


def todays_callbacks(seen: Seen, *, now: datetime, calls: Iterable[Dialled] = ()) -> tuple[CallbackRow, ...]:
    """What is to be called today, by anybody; before them her own calls of which she has to say what came."""
    rows = callback_rows(seen, now=now, calls=calls)
    today = [row for row in rows if row.is_unrecorded or row.group in (Group.LAST_TRY, Group.TODAY)]
    return tuple(sorted(today, key=lambda row: not row.is_unrecorded))


def due_unopened(seen: Seen, *, now: datetime) -> tuple[CallbackRow, ...]:
    """Requests of the queues she serves that are due and in nobody's hands: none of them passes a shift
    unnoticed (R113).
    """
    shift, known = seen.confirmed.shift, seen.confirmed.callbacks
    return tuple(
        row
        for row in callback_rows(seen, now=now)
        if row.hand is Hand.NOBODY and row.is_due and shift.serves(known[row.callback_id].queue_id)
    )


def lapsing(seen: Seen, *, now: datetime) -> tuple[CallbackRow, ...]:
    """Requests of the queues she serves that will be closed uncalled within days (I7, R113)."""
    shift, known = seen.confirmed.shift, seen.confirmed.callbacks
    rows = (row for row in callback_rows(seen, now=now) if row.lapses_at is not None)
    return tuple(row for row in rows if shift.serves(known[row.callback_id].queue_id))


def lapsed_today(seen: Seen, *, now: datetime) -> int:
    """How many were closed uncalled today."""
    return sum(1 for row in callback_rows(seen, now=now) if row.reason is CallbackReason.LAPSED)


def next_callback(seen: Seen, *, now: datetime) -> CallbackId | None:
    """Whom *take the next* would claim: the first that is due and free."""
    free = (
        row
        for row in todays_callbacks(seen, now=now)
        if row.hand is Hand.NOBODY and row.is_due and not row.is_claiming
    )
    first = next(free, None)
    return first.callback_id if first is not None else None


def unrecorded(seen: Seen, calls: Iterable[Dialled]) -> tuple[Dialled, ...]:
    """Those calls that still can be recorded and are not on their way: whatever became of the request since,
    what has happened is told.
    """
    return tuple(call for call in calls if _is_open(seen, call))


def _is_open(seen: Seen, call: Dialled) -> bool:
    callback = seen.confirmed.callbacks.get(call.callback_id)
    if callback is None or call.callback_id in seen.recording:
        return False
    return call.responsibility_version <= callback.responsibility_version


def calling_time(seen: Seen, *, now: datetime) -> CallingTime:
    """The calling time of today."""
    calling = seen.confirmed.calling
    today = [
        attempt
        for callback in seen.confirmed.callbacks.values()
        for attempt in callback.attempts
        if _day(attempt.at) == _day(now)
    ]
    reached = sum(1 for attempt in today if attempt.outcome == "reached")
    return CallingTime(
        is_open=is_calling_time(now, calling),
        hours=calling.hours_at(now),
        ends_at=calling_ends(now, calling),
        opens_at=next_calling_time(now, Wish.ANY, calling),
        reached=reached,
        missed=len(today) - reached,
    )


def callback_detail(
    seen: Seen, callback_id: CallbackId, dialled: Dialled | None, *, now: datetime
) -> CallbackDetail | None:
    """One request opened, or None when it is not there."""
    callback = seen.confirmed.callbacks.get(callback_id)
    calls = frozenset() if dialled is None else frozenset([dialled.callback_id])
    row = None if callback is None else _row(seen, callback, now, calls)
    if callback is None or row is None:
        return None
    calling = seen.confirmed.calling
    at = dialled.at if dialled is not None else now
    return CallbackDetail(
        row=row,
        requested_at=callback.requested_at,
        text=callback.text,
        may_leave_voicemail=callback.may_leave_voicemail,
        attempts=callback.attempts,
        is_last_try=callback.is_last_try,
        is_recording=callback_id in seen.recording,
        is_releasing=callback_id in seen.releasing,
        responsibility_version=callback.responsibility_version,
        hours=calling.hours_at(now),
        unmet=unmet(callback, now, calling),
        cannot_claim=check(seen, ClaimCallback(callback_id), now),
        dialled=dialled,
        next_at=None if callback.is_last_try else proposed(at, callback.wish, calling),
        may_write=cannot_begin_after(seen, callback_id) is None,
    )


def writable_slots(seen: Seen, *, now: datetime) -> frozenset[ConversationId]:
    """The slots of agreed messages to customers she has reached, of requests that are in the list still."""
    return frozenset(
        agreed_slot(ConversationId(callback_id))
        for callback_id in seen.confirmed.callbacks
        if (detail := callback_detail(seen, callback_id, None, now=now)) is not None and detail.may_write
    )


def _row(seen: Seen, callback: Callback, now: datetime, open_calls: Set[CallbackId]) -> CallbackRow | None:
    is_unrecorded = callback.callback_id in open_calls
    group = _group(callback, now, is_unrecorded=is_unrecorded)
    if group is None:
        return None
    holder = callback.holder
    is_mine = holder is not None and holder.staff_id == seen.confirmed.me.staff_id
    return CallbackRow(
        callback_id=callback.callback_id,
        group=group,
        used=min(len(callback.attempts), ATTEMPT_BUDGET),
        phone=callback.phone if is_mine and callback.phone is not None else callback.masked_phone,
        language=callback.language,
        topic=callback.topic,
        wish=callback.wish,
        hours=seen.confirmed.calling.hours_at(callback.due_at),
        due_at=callback.due_at,
        is_due=callback.due_at <= now,
        hand=_hand(callback, is_mine=is_mine),
        holder=_who(callback),
        reason=callback.closed_reason,
        closed_at=callback.closed_at,
        is_claiming=callback.callback_id in seen.claiming_callbacks,
        is_late=callback.state is not CallbackState.CLOSED and _day(callback.due_at) < _day(now),
        lapses_at=_near_end(seen, callback, now),
        is_unrecorded=is_unrecorded,
        booked=callback.booked_next,
        is_identified=callback.is_identified,
    )


def _near_end(seen: Seen, callback: Callback, now: datetime) -> datetime | None:
    """When it lapses, from three days before."""
    if callback.state is CallbackState.CLOSED:
        return None
    calling = seen.confirmed.calling
    if callback.requested_at + calling.closes_after - now > _NEAR:
        return None
    at = lapses_at(callback, calling)
    return at if at is not None and at - now <= _NEAR else None


def _group(callback: Callback, now: datetime, *, is_unrecorded: bool) -> Group | None:
    """Where it stands; nowhere when it was closed on an earlier day, unless her call is still to be told."""
    if callback.state is CallbackState.CLOSED:
        is_todays = callback.closed_at is not None and _day(callback.closed_at) == _day(now)
        return Group.HANDLED if is_todays or is_unrecorded else None
    if callback.state is CallbackState.WAITING and _day(callback.due_at) > _day(now):
        return Group.LATER
    return Group.LAST_TRY if callback.is_last_try else Group.TODAY


def _hand(callback: Callback, *, is_mine: bool) -> Hand:
    if callback.state is CallbackState.CLOSED:
        return Hand.CLOSED
    if callback.holder is None:
        return Hand.NOBODY
    return Hand.MINE if is_mine else Hand.SOMEBODY


def _who(callback: Callback) -> str:
    """Who has it, or who called last."""
    if callback.holder is not None:
        return callback.holder.display_name
    return callback.attempts[-1].by.display_name if callback.attempts else ""


def _time_of(row: CallbackRow) -> timedelta:
    """Open ones by when they are due; handled ones the newest first."""
    epoch = datetime.fromtimestamp(0, _HELSINKI)
    if row.closed_at is not None:
        return epoch - row.closed_at
    return row.due_at - epoch


def _day(at: datetime) -> int:
    return at.astimezone(_HELSINKI).date().toordinal()
