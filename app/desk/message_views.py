"""Non-urgent messages as their list shows them, by promise: pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from app.domain.commands import ClaimWaiting
from app.domain.consultation import AMBER, RED, Lateness, is_working_day, working_time
from app.domain.conversation import ConversationState, Direction, Head, Topic
from app.domain.ids import ConversationId
from app.domain.problems import Problem
from app.domain.project import Seen
from app.domain.queue import ByLanguage
from app.domain.rules import check

_HELSINKI: Final = ZoneInfo("Europe/Helsinki")
_DAY: Final = timedelta(days=1)
_MOST_DAYS: Final = 4
"""Cells: at most three days promised, and the day that counts as the one it came on."""


class When(StrEnum):
    """By when an answer is due: the heading a message stands under."""

    LATE = "late"
    TODAY = "today"
    LATER = "later"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class MessageRow:
    """One message in the list. ``cells``: how much of each working day of the promise has gone, from 0 to 1;
    ``left``: working time until it is due; ``came_at``: when what waits for an answer was written.
    ``is_agreed``: a professional sent it, and it can be answered until ``open_until``.
    """

    conversation_id: ConversationId
    alias: str
    language: str
    topic: Topic
    queue_name: ByLanguage
    last_line: str
    came_at: datetime
    due_at: datetime | None
    when: When
    lateness: Lateness
    cells: tuple[float, ...]
    left: timedelta
    is_mine: bool
    is_under_way: bool
    cannot_take: Problem | None
    is_agreed: bool = False
    open_until: datetime | None = None


def message_rows(seen: Seen, *, now: datetime) -> tuple[MessageRow, ...]:
    """Those that wait in the queues of her shift and those she holds, the earliest due first (R105–R107)."""
    confirmed = seen.confirmed
    heads = (
        head
        for head in confirmed.heads.values()
        if head.is_message
        and (
            confirmed.is_mine(head)
            or (head.state is ConversationState.WAITING and confirmed.shift.serves(head.queue_id))
        )
    )
    return tuple(sorted((_row(seen, head, now) for head in heads), key=_place))


def owed(seen: Seen, *, now: datetime) -> int:
    """How many wait for an answer that is hers or anybody's of her queues to give: the count on the rail."""
    return sum(1 for row in message_rows(seen, now=now) if row.due_at is not None)


def falling_due(seen: Seen, *, now: datetime) -> tuple[MessageRow, ...]:
    """Of hers, and of those that wait in her queues: what is late, or due before a day has gone (R060)."""
    soon = now + _DAY
    return tuple(row for row in message_rows(seen, now=now) if row.due_at is not None and row.due_at <= soon)


def _place(row: MessageRow) -> tuple[int, datetime, str]:
    return tuple(When).index(row.when), row.due_at or row.came_at, row.conversation_id


def _row(seen: Seen, head: Head, now: datetime) -> MessageRow:
    days_off = seen.confirmed.calling.days_off
    queue = seen.confirmed.queues.get(head.queue_id)
    came_at = _came_at(head)
    is_mine = seen.confirmed.is_mine(head)
    return MessageRow(
        conversation_id=head.conversation_id,
        alias=head.alias,
        language=head.language,
        topic=head.topic,
        queue_name={} if queue is None else queue.name,
        last_line=head.last_line,
        came_at=came_at,
        due_at=head.due_at,
        when=_when(head.due_at, now),
        lateness=_lateness(came_at, head.due_at, now, days_off),
        cells=_cells(came_at, head.due_at, now, days_off),
        left=timedelta() if head.due_at is None else working_time(now, head.due_at, days_off),
        is_mine=is_mine,
        is_under_way=head.conversation_id in seen.claiming,
        is_agreed=head.direction is Direction.PROFESSIONAL,
        open_until=head.open_until,
        cannot_take=None if is_mine else check(seen, ClaimWaiting(head.conversation_id), now),
    )


def _came_at(head: Head) -> datetime:
    """What the promise counts from: her oldest line without an answer, or a move after the last answer."""
    if head.customer_wrote_at is not None:
        return head.customer_wrote_at
    return head.last_at or head.opened_at


def _when(due_at: datetime | None, now: datetime) -> When:
    if due_at is None:
        return When.ANSWERED
    if now > due_at:
        return When.LATE
    is_today = due_at.astimezone(_HELSINKI).date() == now.astimezone(_HELSINKI).date()
    return When.TODAY if is_today else When.LATER


def _lateness(
    came_at: datetime, due_at: datetime | None, now: datetime, days_off: frozenset[date]
) -> Lateness:
    """Amber from half, red from nine tenths of the working time."""
    if due_at is None:
        return Lateness.ON_TIME
    if now > due_at:
        return Lateness.LATE
    whole = working_time(came_at, due_at, days_off)
    used = working_time(came_at, now, days_off) / whole if whole else 1.0
    if used >= RED:
        return Lateness.URGENT
    return Lateness.HALF_USED if used >= AMBER else Lateness.ON_TIME


def _cells(
    came_at: datetime, due_at: datetime | None, now: datetime, days_off: frozenset[date]
) -> tuple[float, ...]:
    """One for each working day promised: those after the day it came, up to the day it is due."""
    if due_at is None:
        return ()
    day, first = due_at.astimezone(_HELSINKI).date(), came_at.astimezone(_HELSINKI).date()
    days: list[date] = []
    while day > first and len(days) < _MOST_DAYS:
        if is_working_day(day, days_off):
            days.append(day)
        day -= _DAY
    if not is_working_day(first, days_off) and len(days) > 1:
        # It counts as come on the next working day, which is day 0.
        days.pop()
    return tuple(_gone(each, now, days_off) for each in reversed(days))


def _gone(day: date, now: datetime, days_off: frozenset[date]) -> float:
    begins = datetime(day.year, day.month, day.day, tzinfo=_HELSINKI)
    whole = working_time(begins, begins + _DAY, days_off)
    if now <= begins:
        return 0.0
    return working_time(begins, min(now, begins + _DAY), days_off) / whole
