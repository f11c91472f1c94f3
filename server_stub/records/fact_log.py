"""Reading the log: what came after a cursor, and the messages of a conversation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, func, select

from server_stub.records import tables
from server_stub.records.hot_path import FactRow
from server_stub.wire import facts as wire

# A reader further behind than this starts afresh: the snapshot is cheaper than the way.
FURTHEST_BEHIND = 50_000
_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Replay:
    """What a reader missed. `up_to` is the log's head at that moment; None facts: her cursor is unknown."""

    facts: tuple[FactRow, ...] | None
    up_to: int


def head_seq(connection: Connection) -> int:
    """The number of the newest fact."""
    return int(connection.execute(select(tables.head.c.seq)).scalar_one())


def staff_replay(
    connection: Connection, cursor: int, addresses: frozenset[str], *, entitled_from: int
) -> Replay:
    """What a member of staff missed after `cursor`."""
    head = head_seq(connection)
    oldest = connection.execute(select(func.min(tables.facts.c.seq))).scalar_one() or 1
    is_known = oldest - 1 <= cursor <= head and cursor >= entitled_from and head - cursor <= FURTHEST_BEHIND
    if not is_known:
        return Replay(None, head)
    missed = [
        fact
        for fact in _after(connection, cursor, head)
        if not addresses.isdisjoint(fact.audience.split("\n"))
    ]
    return Replay(tuple(missed), head)


def _after(connection: Connection, cursor: int, head: int) -> Iterator[FactRow]:
    facts = tables.facts
    while cursor < head:
        rows = connection.execute(
            select(facts).where(facts.c.seq > cursor, facts.c.seq <= head).order_by(facts.c.seq).limit(_BATCH)
        ).all()
        if not rows:
            return
        for row in rows:
            yield FactRow(*row)
        cursor = rows[-1].seq


def customer_replay(connection: Connection, cursor: int, conversation_id: str) -> Replay:
    """What a customer missed of her own conversation; her cursor counts its facts only."""
    head = head_seq(connection)
    conversations, facts = tables.conversations.c, tables.facts
    found = connection.execute(
        select(conversations.last_fact, conversations.last_number).where(
            conversations.conversation_id == conversation_id
        )
    ).one_or_none()
    if found is None or not 0 <= cursor <= found.last_number:
        return Replay(None, head)
    missed = back_from(connection, found.last_fact, facts, down_to=facts.c.number > cursor)
    address = f"c:{conversation_id}"
    told = (FactRow(*row) for row in reversed(missed))
    return Replay(tuple(fact for fact in told if address in fact.audience.split("\n")), head)


def messages(
    connection: Connection,
    conversation: int,
    *,
    before: int | None,
    up_to: int | None = None,
    after: int = 0,
    limit: int,
) -> tuple[bytes, ...]:
    """The newest `limit` messages below `before` (or up to `up_to`), ascending, as JSON each; none up to the
    message `after`.
    """
    newest, start = _newest(connection, conversation, before=before, up_to=up_to)
    facts = tables.facts
    # A fact's `message_seq` is the newest message at that moment, and never falls.
    told = back_from(connection, start, facts, down_to=facts.c.message_seq > max(newest - limit, after))
    return tuple(
        wire.message_of(bytes(row.body))
        for row in reversed(told)
        if row.kind == "MessageWritten" and row.message_seq <= newest
    )


def since_message(connection: Connection, conversation: int, seq: int) -> Sequence[Row[Any]]:
    """Facts of a conversation from that message on, the newest first."""
    last_fact = connection.execute(
        select(tables.conversations.c.last_fact).where(tables.conversations.c.row == conversation)
    ).scalar_one()
    return back_from(connection, last_fact, tables.facts, down_to=tables.facts.c.message_seq >= seq)


def _newest(
    connection: Connection, conversation: int, *, before: int | None, up_to: int | None
) -> tuple[int, int | None]:
    """The newest message wanted, and a fact not far behind it to walk back from."""
    conversations, milestones = tables.conversations.c, tables.milestones.c
    last_seq, last_fact = connection.execute(
        select(conversations.last_seq, conversations.last_fact).where(conversations.row == conversation)
    ).one()
    bounds = [last_seq, *([] if before is None else [before - 1]), *([] if up_to is None else [up_to])]
    newest = min(bounds)
    milestone = connection.execute(
        select(milestones.fact)
        # All of the facts with that message lie before the milestone, so it is none of them.
        .where(milestones.conversation == conversation, milestones.message_seq > newest)
        .order_by(milestones.message_seq, milestones.fact)
        .limit(1)
    ).scalar_one_or_none()
    return newest, last_fact if milestone is None else milestone


def back_from(
    connection: Connection, start: int | None, facts: Table, *, down_to: ColumnElement[bool]
) -> Sequence[Row[Any]]:
    """Facts of one conversation from `start` back, newest first, for as long as `down_to` holds."""
    if start is None:
        return ()
    told = select(facts).where(facts.c.seq == start, down_to).cte("told", recursive=True)
    # The condition on the step is the same one, on the fact that is stepped to.
    earlier = select(facts).join(told, facts.c.seq == told.c.before).where(down_to)
    chain = told.union_all(earlier)
    return connection.execute(select(chain).order_by(chain.c.seq.desc())).all()
