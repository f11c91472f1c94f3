"""Reading the log: what came after a cursor, and the messages of a conversation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

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
        select(conversations.row, conversations.last_number).where(
            conversations.conversation_id == conversation_id
        )
    ).one_or_none()
    if found is None or not 0 <= cursor <= found.last_number:
        return Replay(None, head)
    address = f"c:{conversation_id}"
    rows = connection.execute(
        select(facts)
        .where(facts.c.conversation == found.row, facts.c.number > cursor)
        .order_by(facts.c.message_seq, facts.c.seq)
    )
    missed = (FactRow(*row) for row in rows)
    return Replay(tuple(fact for fact in missed if address in fact.audience.split("\n")), head)


def messages(
    connection: Connection, conversation: int, *, before: int | None, up_to: int | None = None, limit: int
) -> tuple[bytes, ...]:
    """The newest `limit` messages below `before` (or up to `up_to`), ascending, as JSON each."""
    facts = tables.facts.c
    wanted = select(facts.body).where(facts.conversation == conversation, facts.kind == "MessageWritten")
    if before is not None:
        wanted = wanted.where(facts.message_seq < before)
    if up_to is not None:
        wanted = wanted.where(facts.message_seq <= up_to)
    rows: Sequence[bytes] = (
        connection.execute(wanted.order_by(facts.message_seq.desc()).limit(limit)).scalars().all()
    )
    return tuple(wire.message_of(bytes(body)) for body in reversed(rows))
