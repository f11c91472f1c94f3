"""Reading what a caller may see at one moment: the state behind a snapshot."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, and_, func, or_, select

from server_stub.helpline.callback_values import Callback
from server_stub.helpline.calling_time import month_begins
from server_stub.helpline.consultation_values import Consultation
from server_stub.helpline.conversation_values import Channel, Conversation
from server_stub.helpline.joining import readers
from server_stub.helpline.presence import Colleague
from server_stub.helpline.problem_values import Debrief
from server_stub.helpline.shift import Shift
from server_stub.helpline.values import Millis, staff_address
from server_stub.records import (
    callbacks,
    consents,
    consultations,
    debriefs,
    fact_log,
    notes,
    persons,
    shifts,
    tables,
)
from server_stub.records.consultations import PromisesKept
from server_stub.records.roster import roster
from server_stub.wire.consents import Consent, CustomerConsent

_OVER_SHOWN_MS = 14 * 24 * 60 * 60 * 1000
_CONVERSATION = tuple(tables.conversations.c[name] for name in Conversation._fields)


@dataclass(frozen=True, slots=True)
class Seen:
    """A conversation and its newest messages: JSON each, ascending; none where only the head is seen."""

    conversation: Conversation
    messages: tuple[bytes, ...]
    notes: tuple[bytes, ...] = ()
    """For professionals: none where only the head is seen, and none for a customer."""
    person: bytes = b"null"
    """Who the customer is, as JSON; null where only the head is seen, and while she is anonymous."""
    consents: tuple[Consent, ...] = ()
    """What she was asked permission for; none where only the head is seen."""


@dataclass(frozen=True, slots=True)
class StaffView:
    """What a member of staff may see, all at `cursor`."""

    cursor: int
    seen: tuple[Seen, ...]
    callbacks: tuple[Callback, ...]
    shift: Shift
    offered: tuple[Conversation, ...]
    """Offered to her, or by her to another, and not answered yet."""
    called: tuple[Conversation, ...]
    """For which help is called: hers, and to a supervisor everybody's."""
    consultations: tuple[Consultation, ...]
    promises: PromisesKept
    debriefs: tuple[Debrief, ...] = ()
    """Problem situations that are over, for supervisors."""


@dataclass(frozen=True, slots=True)
class CustomerMoment:
    """A customer's own conversation as it is now."""

    cursor: int
    seen: Seen
    place: int | None
    consents: tuple[CustomerConsent, ...] = ()


def staff_view(
    connection: Connection,
    *,
    staff_id: str,
    queues: Collection[str],
    window: int,
    today: Millis,
    supervises: bool,
    answers: bool = True,
    now: Millis = 0,
) -> StaffView:
    """Everything that waits in her queues, that she holds or reads along, in the order it was opened.

    Callback requests of her queues too: all that are open, what was closed since `today` began, and what was
    closed in the days before of which she may still tell a call.
    Consultations of her lines: all that go on and what ended in the last fortnight; their promises since the
    month began. Who does not answer sees where the log stands, and no customer (R140).
    """
    conversations = tables.conversations.c
    cursor = fact_log.head_seq(connection)
    if not answers:
        return StaffView(cursor, (), (), Shift(staff_id), (), (), (), PromisesKept(0, 0, 0))
    rows = connection.execute(
        select(*_CONVERSATION)
        .where(
            or_(
                and_(conversations.state == "waiting", conversations.queue_id.in_(tuple(queues))),
                and_(conversations.state.in_(("held", "ended")), conversations.holder_id == staff_id),
                and_(
                    conversations.state == "held",
                    conversations.joined_at.is_not(None),
                    conversations.helper_id == staff_id,
                ),
            )
        )
        .order_by(conversations.row)
    ).all()
    seen = (Conversation(*row) for row in rows)
    return StaffView(
        cursor,
        tuple(
            Seen(
                one,
                _window(connection, one, staff_id, window),
                _notes(connection, one, staff_id),
                _person(connection, one, staff_id),
                _consents(connection, one, staff_id),
            )
            for one in seen
        ),
        callbacks.seen_by(connection, staff_id, queues, closed_since=today),
        shifts.find(connection, staff_id),
        _offered(connection, staff_id),
        _called(connection, staff_id, supervises=supervises),
        consultations.seen_by(
            connection, staff_id, queues, closed_since=today - _OVER_SHOWN_MS, supervises=supervises
        ),
        consultations.promises_kept(connection, queues, since=month_begins(today)),
        debriefs.told(connection, now=now) if supervises else (),
    )


def _called(connection: Connection, staff_id: str, *, supervises: bool) -> tuple[Conversation, ...]:
    conversations = tables.conversations.c
    asked = select(*_CONVERSATION).where(
        conversations.state == "held", conversations.help_called_at.is_not(None)
    )
    if not supervises:
        asked = asked.where(conversations.holder_id == staff_id)
    rows = connection.execute(asked.order_by(conversations.help_called_at, conversations.row))
    return tuple(Conversation(*row) for row in rows)


def _offered(connection: Connection, staff_id: str) -> tuple[Conversation, ...]:
    conversations = tables.conversations.c
    rows = connection.execute(
        select(*_CONVERSATION)
        .where(
            conversations.state == "held",
            or_(
                conversations.offered_to_id == staff_id,
                and_(conversations.holder_id == staff_id, conversations.offered_to_id.is_not(None)),
            ),
        )
        .order_by(conversations.offered_at, conversations.row)
    )
    return tuple(Conversation(*row) for row in rows)


def _notes(connection: Connection, one: Conversation, staff_id: str) -> tuple[bytes, ...]:
    if not reads(one, staff_id) or one.row is None:
        return ()
    return notes.all_of(
        connection,
        one.row,
        released_after=one.released_after_number,
        are_earlier_apart=one.shown_after_seq > one.released_after_seq,
    )


def _consents(connection: Connection, one: Conversation, staff_id: str) -> tuple[Consent, ...]:
    if not reads(one, staff_id) or one.row is None or one.consent_number is None:
        return ()
    return consents.for_staff(connection, one.row, released_after=one.released_after_number)


def _person(connection: Connection, one: Conversation, staff_id: str) -> bytes:
    if not reads(one, staff_id) or one.row is None or one.identity == "anonymous":
        return b"null"
    return persons.person_of(connection, one.row)


def _window(connection: Connection, one: Conversation, staff_id: str, window: int) -> tuple[bytes, ...]:
    if not reads(one, staff_id) or one.row is None:
        return ()
    return fact_log.messages(connection, one.row, before=None, after=one.shown_after_seq, limit=window)


class ShownAfter(NamedTuple):
    """After what a conversation is shown to whoever holds it now: lines after `seq`, notes after the fact
    `number`; `are_earlier_apart`: none either from before she was identified.
    """

    seq: int
    number: int
    are_earlier_apart: bool


def shown_after(connection: Connection, conversation: int) -> ShownAfter:
    """The same of the conversation of that row."""
    conversations = tables.conversations.c
    seq, released_seq, released_number = connection.execute(
        select(
            conversations.shown_after_seq,
            conversations.released_after_seq,
            conversations.released_after_number,
        ).where(conversations.row == conversation)
    ).one()
    return ShownAfter(seq, released_number, seq > released_seq)


def reads(one: Conversation, staff_id: str) -> bool:
    """Whether its messages are there for her: she holds it, or reads along."""
    return staff_address(staff_id) in readers(one)


def is_read_at(connection: Connection, conversation: int, addresses: Collection[str]) -> bool:
    """The same of the conversation of that row, for whoever listens at these addresses."""
    asked = select(*_CONVERSATION).where(tables.conversations.c.row == conversation)
    return not readers(Conversation(*connection.execute(asked).one())).isdisjoint(addresses)


def customer_view(
    connection: Connection, conversation_id: str | None, *, session_row: int, window: int
) -> tuple[CustomerMoment | None, Callback | None]:
    """A customer's conversation, and the latest request left in her session, where there are such."""
    moment = customer_moment(connection, conversation_id, window=window) if conversation_id else None
    return moment, callbacks.of_session(connection, session_row)


def customer_moment(connection: Connection, conversation_id: str, *, window: int) -> CustomerMoment | None:
    """The customer's conversation, its newest messages and her place in the queue, if there is one."""
    found = conversation(connection, conversation_id)
    if found is None or found.row is None:
        return None
    messages = fact_log.messages(connection, found.row, before=None, limit=window)
    is_in_turn = found.state == "waiting" and found.channel == Channel.CHAT
    place = place_in_queue(connection, found) if is_in_turn else None
    asked = consents.for_customer(connection, found.row) if found.consent_number is not None else ()
    return CustomerMoment(found.last_number, Seen(found, messages), place, asked)


def conversation(connection: Connection, conversation_id: str) -> Conversation | None:
    """One conversation, or None."""
    row = connection.execute(
        select(*_CONVERSATION).where(tables.conversations.c.conversation_id == conversation_id)
    ).one_or_none()
    return Conversation(*row) if row else None


def older_messages(
    connection: Connection, conversation_id: str, *, before: int | None, limit: int, reader_id: str | None
) -> tuple[tuple[bytes, ...], int] | None:
    """Messages below `before`, ascending, and the first there is for this reader; None when there is none
    such, or they are not for `reader_id`, which is None for the customer.
    """
    found = conversation(connection, conversation_id)
    if found is None or found.row is None:
        return None
    if reader_id is not None and not reads(found, reader_id):
        return None
    after = found.shown_after_seq if reader_id is not None else 0
    page = fact_log.messages(connection, found.row, before=before, after=after, limit=limit)
    return page, after + 1


def place_in_queue(connection: Connection, one: Conversation) -> int:
    """1 for the next in turn; by time of arrival, then by row."""
    conversations = tables.conversations.c
    ahead = connection.execute(
        select(func.count())
        .select_from(tables.conversations)
        .where(
            conversations.state == "waiting",
            conversations.channel == Channel.CHAT,
            conversations.queue_id == one.queue_id,
            or_(
                conversations.waiting_since < one.waiting_since,
                and_(conversations.waiting_since == one.waiting_since, conversations.row < one.row),
            ),
        )
    ).scalar_one()
    return int(ahead) + 1


@dataclass(frozen=True, slots=True)
class QueueMoment:
    """A queue now: who waits, in order; how many counsellors are on duty for it, how many conversations they
    can hold at once and for how many more they have room; how long recent ones took.
    """

    waiting: tuple[str, ...]
    on_duty: int
    slots: int
    free: int
    handle_times_s: tuple[int, ...]


_RECENT = 30


def queue_moment(connection: Connection, queue_id: str, *, now: Millis) -> QueueMoment:
    """The queue now, counted by presence as everywhere (helpline/presence.py)."""
    return queue_moments(connection, (queue_id,), now=now)[queue_id]


def queue_moments(connection: Connection, queue_ids: Iterable[str], *, now: Millis) -> dict[str, QueueMoment]:
    """All of them now. Who is on duty is asked once, not once a queue."""
    on_duty = [each for each in roster(connection, now=now) if each.is_on_duty]
    return {
        queue_id: _moment(connection, queue_id, [each for each in on_duty if queue_id in each.queues])
        for queue_id in queue_ids
    }


def _moment(connection: Connection, queue_id: str, on_duty: Sequence[Colleague]) -> QueueMoment:
    conversations = tables.conversations.c
    waiting = (
        connection.execute(
            select(conversations.conversation_id)
            .where(
                conversations.state == "waiting",
                conversations.channel == Channel.CHAT,
                conversations.queue_id == queue_id,
            )
            .order_by(conversations.waiting_since, conversations.row)
        )
        .scalars()
        .all()
    )
    return QueueMoment(
        waiting=tuple(waiting),
        on_duty=len(on_duty),
        slots=sum(each.slots for each in on_duty),
        free=sum(each.free for each in on_duty),
        handle_times_s=_handle_times(connection, queue_id),
    )


def _handle_times(connection: Connection, queue_id: str) -> tuple[int, ...]:
    conversations = tables.conversations.c
    rows: Sequence[tuple[int, int]] = [
        (row.claimed_at, row.over_at)
        for row in connection.execute(
            select(
                conversations.claimed_at,
                # A wrap-up may come the next morning: the counsellor was free when the talk was over.
                func.coalesce(conversations.ended_at, conversations.closed_at).label("over_at"),
            )
            .where(
                conversations.state == "closed",
                conversations.channel == Channel.CHAT,
                conversations.queue_id == queue_id,
                conversations.claimed_at.is_not(None),
            )
            .order_by(conversations.row.desc())
            .limit(_RECENT)
        )
    ]
    return tuple((over_at - claimed_at) // 1000 for claimed_at, over_at in reversed(rows))
