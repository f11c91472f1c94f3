"""The situation view as plain values: queues by lateness, people by what needs a look; pure functions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from app.desk.lateness import Lateness, Silence, clock_words, lateness, silence, since
from app.domain.desk_state import Capability
from app.domain.help_call import HelpCall
from app.domain.ids import QueueId, StaffId
from app.domain.presence import Presence
from app.domain.project import Seen
from app.domain.queue import ByLanguage, QueueKind
from app.domain.situation import PersonSituation, QueueSituation, Situation


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One queue; ``clock`` is the longest wait, "" when nobody waits."""

    queue_id: QueueId
    name: ByLanguage
    kind: QueueKind
    lateness: Lateness
    waiting: int
    clock: str
    held: int
    on_duty: int
    free: int
    in_target: str = ""
    """How many of a hundred were answered within the target today: ``84 %``; "" before the first."""
    reply_delay: str = ""
    """Today's median of the delay of a reply, ``0.48``; "" before the first."""

    @property
    def key(self) -> str:
        """What tells rows apart."""
        return self.queue_id


class Attention(Enum):
    """Why somebody of staff needs a look."""

    CALLS = auto()
    LINE_AWAY = auto()
    HELPED = auto()
    """Somebody comes, or reads along already."""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One of staff; ``clock`` is how long her oldest unanswered customer has waited for a line, "" for
    none, ``minutes`` how long her presence has been what it is, None where it is not known.
    """

    staff_id: StaffId
    name: str
    presence: Presence
    minutes: int | None
    load: int
    capacity: int
    silence: Silence
    clock: str
    to_wrap_up: int
    attention: Attention | None = None

    @property
    def key(self) -> str:
        """What tells rows apart."""
        return self.staff_id


@dataclass(frozen=True, slots=True)
class Totals:
    """The service in numbers. ``longest`` is the longest wait of all queues, "" when nobody waits, and
    ``longest_lateness`` the worst word of any queue: a target is each queue's own.
    """

    waiting: int
    longest: str
    worst: Lateness
    held: int
    free: int
    on_duty: int
    people: int
    answered: int = 0
    in_target: int = 0

    @property
    def service_level(self) -> str:
        """``84 %`` answered in time today; "" before the first."""
        return share_words(self.in_target, self.answered)


@dataclass(frozen=True, slots=True)
class Bar:
    """One half hour of today: when it began, how many of a hundred were answered in time, of how many.
    ``percent`` is None where nobody was answered in it.
    """

    begins_at: datetime
    percent: int | None
    answered: int


def share_words(part: int, whole: int) -> str:
    """``84 %``, or "" of nothing."""
    return f"{round(100 * part / whole)} %" if whole else ""


def bars(situation: Situation) -> tuple[Bar, ...]:
    """The half hours from the first in which somebody was answered until the last, gaps included."""
    known = {each.begins_at: each for each in situation.half_hours}
    if not known:
        return ()
    made, at, last = [], min(known), max(known)
    while at <= last:
        found = known.get(at)
        percent = None if found is None else round(100 * found.in_target / found.answered)
        made.append(Bar(at, percent, 0 if found is None else found.answered))
        at += timedelta(minutes=30)
    return tuple(made)


def may_supervise(seen: Seen) -> bool:
    """Whether the situation is hers to see."""
    return Capability.SUPERVISE in seen.confirmed.capabilities


def queue_lines(situation: Situation, *, now: datetime) -> tuple[QueueLine, ...]:
    """The queues in the order of the service model: a list that changes its order while it is read is not
    read.
    """
    return tuple(_queue(each, now) for each in situation.queues)


def person_lines(
    situation: Situation, *, now: datetime, calls: Iterable[HelpCall] = ()
) -> tuple[PersonLine, ...]:
    """Everybody by name, those who are away last; who of them stands in ``calls`` needs a look."""
    attention = _attention(calls)
    lines = [_person(each, now, attention.get(each.staff_id)) for each in situation.people]
    return tuple(sorted(lines, key=lambda line: line.presence is Presence.AWAY))


def totals(situation: Situation, *, now: datetime) -> Totals:
    """The service in numbers; room is counted once for each person, whatever queues she serves."""
    queues, people = queue_lines(situation, now=now), situation.people
    begun = [each.waiting_since for each in situation.queues if each.waiting_since is not None]
    order = list(Lateness)
    return Totals(
        waiting=sum(each.waiting for each in queues),
        longest=clock_words(since(min(begun), now)) if begun else "",
        worst=max((each.lateness for each in queues), key=order.index, default=Lateness.EMPTY),
        held=sum(each.held for each in queues),
        free=sum(_room(each) for each in people),
        on_duty=sum(each.presence.takes_work for each in people),
        people=len(people),
        answered=sum(each.answered_today for each in situation.queues),
        in_target=sum(each.in_target_today for each in situation.queues),
    )


def _queue(each: QueueSituation, now: datetime) -> QueueLine:
    wait = None if each.waiting_since is None else since(each.waiting_since, now)
    return QueueLine(
        queue_id=each.queue_id,
        name=each.name,
        kind=each.kind,
        lateness=Lateness.EMPTY if wait is None else lateness(wait, each.target),
        waiting=each.waiting,
        clock="" if wait is None else clock_words(wait),
        held=each.held,
        on_duty=each.on_duty,
        free=each.free,
        in_target=share_words(each.in_target_today, each.answered_today),
        reply_delay="" if each.reply_delay is None else clock_words(each.reply_delay),
    )


def _attention(calls: Iterable[HelpCall]) -> dict[StaffId, Attention]:
    """Of several calls of one person, the one nobody has answered."""
    found: dict[StaffId, Attention] = {}
    for call in calls:
        if call.helper is None:
            found[call.by.staff_id] = Attention.LINE_AWAY if call.is_holder_away else Attention.CALLS
        else:
            found.setdefault(call.by.staff_id, Attention.HELPED)
    return found


def _person(each: PersonSituation, now: datetime, attention: Attention | None) -> PersonLine:
    age = None if each.unanswered_since is None else since(each.unanswered_since, now)
    passed = None if each.presence_since is None else since(each.presence_since, now)
    return PersonLine(
        staff_id=each.staff_id,
        name=each.display_name,
        presence=each.presence,
        minutes=None if passed is None else passed // timedelta(minutes=1),
        load=each.load,
        capacity=each.capacity,
        silence=silence(age),
        clock="" if age is None else clock_words(age),
        to_wrap_up=each.to_wrap_up,
        attention=attention,
    )


def _room(each: PersonSituation) -> int:
    return max(0, each.capacity - each.load) if each.presence is Presence.AVAILABLE else 0
