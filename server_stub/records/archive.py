"""Closed conversations read again: found from the newest on, counted, opened (R138).

Words are looked for in the messages themselves, conversation by conversation: there is no index of words, so
that erasing a conversation erases them everywhere (I13). How far one request looks is bounded; the next one
goes on where it stopped.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, exists, func, or_, select

from server_stub.helpline.actors import StaffActor
from server_stub.helpline.archive import Sought, may_open, says, wanted
from server_stub.helpline.calling_time import day_begins, millis_of, moment, month_begins
from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.hours import HELSINKI
from server_stub.helpline.retention import Retention
from server_stub.helpline.service_model import Register
from server_stub.helpline.values import Millis
from server_stub.records import fact_log, notes, persons, staff, tables
from server_stub.wire.archive import StoredStep, step_of, text_of

PAGE: Final = 50
_LOOKED_AT: Final = 3_000
_READ_THROUGH: Final = 300
"""How many conversations one request looks at, and in how many it reads every message."""
_BATCH: Final = 100
_EVERY_LINE: Final = 2**31
MOST_LINES: Final = 2_000
"""How many messages of one conversation are opened, the newest: far more than people write in a day."""
_CONVERSATION = tuple(tables.conversations.c[name] for name in Conversation._fields)
_TRANSFERRED: Final = "ConversationTransferred"
_STEPS: Final = frozenset(
    {
        *("WaitingClaimed", _TRANSFERRED, "ConversationReturned", "OfferAccepted"),
        *("ConversationTakenOver", "ConversationEnded", "ConversationWrappedUp"),
    }
)


class Place(NamedTuple):
    """After which conversation a page begins: in order of closing, the newest first."""

    closed_at: Millis
    conversation_id: str


class Archived(NamedTuple):
    """A closed conversation and what it was wrapped up with."""

    conversation: Conversation
    outcome: str | None
    contact_reasons: tuple[str, ...]
    is_test: bool


class Page(NamedTuple):
    """Some of what was found. `next_from`: there may be more after it; None: everything was looked at."""

    found: tuple[Archived, ...]
    next_from: Place | None


class Totals(NamedTuple):
    """How many conversations have begun, by the calendar in Finland; no tests."""

    today: int
    this_month: int
    this_year: int
    ever: int


class Opened(NamedTuple):
    """One of them: JSON each of messages and notes, ascending; who the customer was as JSON.

    `has_older`: there are more messages before these.
    """

    archived: Archived
    messages: tuple[bytes, ...]
    has_older: bool
    notes: tuple[bytes, ...]
    person: bytes
    wrap_up_notes: str
    marks: tuple[str, ...]
    steps: tuple[StoredStep, ...]


class Reader(NamedTuple):
    """Who reads, and by what it is decided that she may."""

    actor: StaffActor
    registers: Mapping[str, Register | None]
    retention: Retention
    now: Millis

    def may_open(self, found: Conversation, exported_at: Millis | None) -> bool:
        """By the rule of `helpline/archive.py`."""
        return may_open(
            found, self.actor, self.registers, self.retention, exported_at=exported_at, now=self.now
        )


def page(connection: Connection, reader: Reader, sought: Sought, *, after: Place | None) -> Page:
    """The next of what she looks for, the newest first."""
    words, found = wanted(sought.words), list[Archived]()
    most, last = _READ_THROUGH if words else _LOOKED_AT, after
    for number, row in enumerate(_candidates(connection, reader, sought, after)):
        if number >= most or len(found) >= PAGE:
            return Page(tuple(found), last)
        one = _conversation_of(row)
        last = Place(one.closed_at or 0, one.conversation_id)
        if not reader.may_open(one, row.exported_at):
            continue
        if words and not any(says(text_of(each), words) for each in _messages(connection, one)):
            continue
        found.append(Archived(one, row.outcome, _reasons(connection, one), bool(row.is_test)))
    return Page(tuple(found), None)


def opened(connection: Connection, reader: Reader, conversation_id: str) -> Opened | None:
    """The conversation of that id as its last holder read it; None when it is not there for her."""
    asked = _asked().where(tables.conversations.c.conversation_id == conversation_id)
    row = connection.execute(asked).one_or_none()
    if row is None:
        return None
    one = _conversation_of(row)
    if one.row is None or not reader.may_open(one, row.exported_at):
        return None
    newest = fact_log.messages(
        connection, one.row, before=None, after=one.shown_after_seq, limit=MOST_LINES + 1
    )
    return Opened(
        Archived(one, row.outcome, _reasons(connection, one), bool(row.is_test)),
        newest[-MOST_LINES:],
        len(newest) > MOST_LINES,
        notes.all_of(
            connection,
            one.row,
            released_after=one.released_after_number,
            are_earlier_apart=one.shown_after_seq > one.released_after_seq,
        ),
        persons.person_of(connection, one.row),
        row.notes or "",
        _marks(connection, one),
        tuple(_steps(connection, one)),
    )


def totals(connection: Connection, *, now: Millis) -> Totals:
    """How many have begun: today, in this month, in this year, ever."""
    conversations, wrap_ups = tables.conversations, tables.wrap_ups
    begun = conversations.c.opened_at
    since = (day_begins(now), month_begins(now), _year_begins(now), 0)
    counts = [func.count().filter(begun >= each) for each in since]
    every = connection.execute(select(*counts).select_from(conversations)).one()
    tests = connection.execute(
        select(*counts)
        .join_from(wrap_ups, conversations, conversations.c.row == wrap_ups.c.conversation)
        .where(wrap_ups.c.is_test)
    ).one()
    return Totals(*(all_of - of_tests for all_of, of_tests in zip(every, tests, strict=True)))


def _candidates(
    connection: Connection, reader: Reader, sought: Sought, after: Place | None
) -> Iterator[Row[tuple[Any, ...]]]:
    """What fits but for the words and the rule, a batch at a time."""
    conversations, actor = tables.conversations.c, reader.actor
    asked = _asked().where(
        conversations.closed_at.is_not(None),
        or_(conversations.queue_id.in_(tuple(actor.queues)), conversations.holder_id == actor.staff_id),
        *_conditions(connection, sought),
    )
    while True:
        batch = connection.execute(asked.where(_beyond(after)).limit(_BATCH)).all()
        yield from batch
        if len(batch) < _BATCH:
            return
        after = Place(batch[-1].closed_at, batch[-1].conversation_id)


def _conversation_of(row: Row[tuple[Any, ...]]) -> Conversation:
    own: Sequence[Any] = row
    return Conversation(*own[: len(_CONVERSATION)])


def _asked() -> Select[tuple[Any, ...]]:
    conversations, keepings, wrap_ups = tables.conversations, tables.keepings, tables.wrap_ups
    return (
        select(
            *_CONVERSATION,
            keepings.c.exported_at,
            wrap_ups.c.outcome,
            wrap_ups.c.is_test,
            wrap_ups.c.notes,
        )
        .select_from(conversations)
        .outerjoin(keepings, keepings.c.conversation == conversations.c.row)
        .outerjoin(wrap_ups, wrap_ups.c.conversation == conversations.c.row)
        .where(keepings.c.erased_at.is_(None))
        .order_by(conversations.c.closed_at.desc(), conversations.c.conversation_id.desc())
    )


def _beyond(after: Place | None) -> ColumnElement[bool]:
    conversations = tables.conversations.c
    if after is None:
        return conversations.closed_at.is_not(None)
    same = and_(
        conversations.closed_at == after.closed_at, conversations.conversation_id < after.conversation_id
    )
    return and_(
        conversations.closed_at <= after.closed_at, or_(conversations.closed_at < after.closed_at, same)
    )


def _conditions(connection: Connection, sought: Sought) -> Iterator[ColumnElement[bool]]:
    conversations, reasons = tables.conversations.c, tables.wrap_up_reasons.c
    if sought.closed_from is not None:
        yield conversations.closed_at >= sought.closed_from
    if sought.closed_until is not None:
        yield conversations.closed_at < sought.closed_until
    if sought.queue_id is not None:
        yield conversations.queue_id == sought.queue_id
    if sought.service_id is not None:
        yield conversations.service_id == sought.service_id
    if sought.topic_id is not None:
        yield or_(conversations.topic_id == sought.topic_id, conversations.finer_topic_id == sought.topic_id)
    if sought.outcome is not None:
        yield tables.wrap_ups.c.outcome == sought.outcome
    if sought.contact_reason is not None:
        yield exists().where(
            reasons.conversation == conversations.row, reasons.code_id == sought.contact_reason
        )
    if who := sought.who.strip():
        folded = who.casefold()
        named = [each.staff_id for each in staff.every(connection) if folded in each.display_name.casefold()]
        yield or_(
            func.lower(conversations.alias).contains(folded, autoescape=True),
            conversations.conversation_id.startswith(folded, autoescape=True),
            conversations.holder_id.in_(named),
        )


def _messages(connection: Connection, one: Conversation) -> tuple[bytes, ...]:
    """What its last holder was shown of it, and no more."""
    if one.row is None:
        return ()
    return fact_log.messages(connection, one.row, before=None, after=one.shown_after_seq, limit=_EVERY_LINE)


def _reasons(connection: Connection, one: Conversation) -> tuple[str, ...]:
    reasons = tables.wrap_up_reasons.c
    asked = select(reasons.code_id).where(reasons.conversation == one.row).order_by(reasons.number)
    return tuple(connection.execute(asked).scalars())


def _marks(connection: Connection, one: Conversation) -> tuple[str, ...]:
    marks = tables.wrap_up_marks.c
    asked = select(marks.mark).where(marks.conversation == one.row).order_by(marks.mark)
    return tuple(connection.execute(asked).scalars())


def _steps(connection: Connection, one: Conversation) -> Iterator[StoredStep]:
    """How responsibility went, as far as her side of the register boundary tells of it.

    Of what was written along, only the message of the last transfer: it was for the queue the conversation
    ended in. Others were for one person, for the supervisors, for another queue or for who never opened it.
    """
    facts, row = tables.facts, one.row
    last = connection.execute(
        select(tables.conversations.c.last_fact).where(tables.conversations.c.row == row)
    ).scalar_one()
    told = fact_log.back_from(connection, last, facts, down_to=facts.c.number > one.released_after_number)
    last_transfer = next((fact.seq for fact in told if fact.kind == _TRANSFERRED), None)
    for fact in reversed(told):
        if fact.kind in _STEPS:
            step = step_of(fact.kind, bytes(fact.body))
            is_for_her = fact.seq == last_transfer and step.queue_id == one.queue_id
            yield step if is_for_her else step._replace(internal_message="")


def _year_begins(at: Millis) -> Millis:
    first = moment(at).date().replace(month=1, day=1)
    return millis_of(datetime.combine(first, time(0), HELSINKI))
