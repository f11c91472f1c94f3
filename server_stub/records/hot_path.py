"""The few statements every command runs, compiled once and given to the driver as they are.

Compiling them for each execution costs more than all else on the path (a factor of about
1.7 in messages a second), so SQLAlchemy Core writes them at start and the driver runs
them. Tests hold them against Core for equal rows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeVar

from sqlalchemy import Column, Dialect, Table, any_, bindparam, insert, select, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.sql import ClauseElement

from server_stub.helpline.conversation_values import Conversation
from server_stub.records import tables

T = TypeVar("T")

# What a message or a read mark changes. None of it is indexed: SQLite rewrites an index
# entry whose column is named in an UPDATE even if the value stays.
_TALK = (
    "last_seq",
    "last_line",
    "last_by",
    "last_at",
    "customer_wrote_at",
    "read_by_customer",
    "read_by_counsellor",
    "last_number",
)
# What a claim, a close, a return or a transfer changes as well.
_MOVE = (
    *_TALK,
    "state",
    "queue_id",
    "language",
    "service_id",
    "topic_id",
    "finer_topic_id",
    "detail",
    "refined_by_id",
    "refined_by_name",
    "refined_at",
    "corrected_by_id",
    "corrected_by_name",
    "corrected_at",
    "waiting_since",
    "holder_id",
    "holder_name",
    "claimed_at",
    "ended_by",
    "ended_at",
    "closed_reason",
    "closed_at",
    "responsibility_version",
    "hand_overs",
    "transferred_by_id",
    "transferred_by_name",
    "transferred_from",
    "transferred_at",
    "internal_message",
    "offered_to_id",
    "offered_to_name",
    "offered_at",
    "offer_lapses_at",
    "offer_message",
    "help_called_at",
    "help_text",
    "helper_id",
    "helper_name",
    "joined_at",
    "identity",
    "asked_to_identify_at",
    "identification_declined_at",
    "identified_after_seq",
    "earlier_lines",
    "shown_after_seq",
    "consent_number",
    "consent_state",
    "consent_queue_id",
    "consent_after_seq",
    "released_after_seq",
    "released_after_number",
    "help_about",
    "language_barrier",
    "problem_began_at",
    "problem_steps",
    "concern",
    "concern_seq",
    "channel",
    "due_at",
)
# Behind the fields of the rules stands `last_fact`, and behind that what no command changes.
_OF_RULES: Final = len(Conversation._fields)
_talk_of = attrgetter(*_TALK)
_move_of = attrgetter(*_MOVE)

# SQLite is given rows and keys by so many in one statement: each step of a statement gives up the
# interpreter's lock and must win it back from the loop's thread.
_AT_ONCE = (64, 32, 16, 8, 4, 2, 1)


class Found(NamedTuple):
    """A conversation as kept, and the newest fact about it: where the chain of facts begins."""

    conversation: Conversation
    last_fact: int | None


class LedgerRow(NamedTuple):
    """What a command led to, as kept."""

    command_id: str
    actor: str
    digest: bytes
    at: int
    conversation: int | None
    fact_seq: int | None
    problem: bytes | None
    repeats_differing: int


class FactRow(NamedTuple):
    """A fact, as kept and as handed to the readers' hub after the commit."""

    seq: int
    conversation: int | None
    number: int | None
    message_seq: int | None
    kind: str
    audience: str
    body: bytes
    customer_body: bytes | None
    salt: bytes
    before: int | None


class HotPath:
    """The compiled statements of one dialect."""

    def __init__(self, dialect: Dialect) -> None:
        """`dialect` decides how parameters are written and whether rows are locked."""
        self._dialect = dialect
        self._locks = dialect.name == "postgresql"
        self._insert_facts = self._inserts(tables.facts)
        self._insert_audit = self._inserts(tables.audit)
        self._insert_ledger = self._inserts(tables.ledger)
        self._insert_milestones = self._inserts(tables.milestones)
        self._update_talk = self._compile(_update(_TALK))
        self._update_moved = self._compile(_update(_MOVE))
        self._select_head = self._compile(_locked(select(*_head_columns()), locks=self._locks))
        self._update_head = self._compile(
            update(tables.head).values({c.name: bindparam(f"new_{c.name}") for c in _head_columns()})
        )
        self._select_conversations = self._many(tables.conversations, tables.conversations.c.conversation_id)
        self._select_ledger = self._many(tables.ledger, tables.ledger.c.command_id, locks=False)

    def version(self, cursor: Any) -> int | None:  # noqa: ANN401
        """A number that moves when another connection commits; None on PostgreSQL, where others write too."""
        if self._locks:
            return None
        (version,) = cursor.execute("PRAGMA data_version").fetchone()
        return int(version)

    def conversations(self, cursor: Any, ids: Iterable[str]) -> list[Found]:  # noqa: ANN401
        """The conversations of these ids, locked for this transaction in the order of their rows."""
        rows = self._fetch(cursor, self._select_conversations, sorted(set(ids)))
        return [Found(Conversation._make(row[:_OF_RULES]), row[_OF_RULES]) for row in rows]

    def ledger(self, cursor: Any, ids: Iterable[str]) -> dict[tuple[str, str], LedgerRow]:  # noqa: ANN401
        """What is known of these command ids, by (command id, actor)."""
        rows = self._fetch(cursor, self._select_ledger, list(ids))
        return {(row[0], row[1]): LedgerRow._make(row) for row in rows}

    def head(self, cursor: Any) -> tuple[int, int, bytes]:  # noqa: ANN401
        """`(seq, audit_seq, audit_hash)`, locked: the last lock a transaction takes."""
        cursor.execute(self._select_head)
        seq, audit_seq, audit_hash = cursor.fetchone()
        return seq, audit_seq, bytes(audit_hash)

    def move_head(self, cursor: Any, seq: int, audit_seq: int, audit_hash: bytes) -> None:  # noqa: ANN401
        """Set the head to the last fact and audit row of this transaction."""
        cursor.execute(self._update_head, (seq, audit_seq, audit_hash))

    def wake_followers(self, cursor: Any) -> None:  # noqa: ANN401
        """Tell other processes, at commit, that there is something to read. One process needs none."""
        if self._locks:
            cursor.execute("SELECT pg_notify('vuoro_facts', '')")

    def insert_facts(self, cursor: Any, rows: Sequence[FactRow]) -> None:  # noqa: ANN401
        """Append facts."""
        self._insert(cursor, self._insert_facts, rows)

    def insert_audit(self, cursor: Any, rows: Sequence[tuple[int, bytes, bytes]]) -> None:  # noqa: ANN401
        """Append audit rows `(seq, entry, hash)`."""
        self._insert(cursor, self._insert_audit, rows)

    def insert_ledger(self, cursor: Any, rows: Sequence[LedgerRow]) -> None:  # noqa: ANN401
        """Append ledger rows."""
        self._insert(cursor, self._insert_ledger, rows)

    def insert_milestones(self, cursor: Any, rows: Sequence[tuple[int, int, int]]) -> None:  # noqa: ANN401
        """Append milestones `(conversation, message_seq, fact)`."""
        self._insert(cursor, self._insert_milestones, rows)

    def update_talk(self, cursor: Any, states: Iterable[Found]) -> None:  # noqa: ANN401
        """Write what messages and read marks changed in these conversations."""
        rows = [(*_talk_of(state), last_fact, state.row) for state, last_fact in states]
        cursor.executemany(self._update_talk, rows)

    def update_moved(self, cursor: Any, states: Iterable[Found]) -> None:  # noqa: ANN401
        """Write all that may change, responsibility included."""
        rows = [(*_move_of(state), last_fact, state.row) for state, last_fact in states]
        cursor.executemany(self._update_moved, rows)

    def _insert(self, cursor: Any, sizes: Mapping[int, str], rows: Sequence[Sequence[Any]]) -> None:  # noqa: ANN401
        if self._locks:
            # psycopg sends all of them before it waits for an answer.
            cursor.executemany(sizes[1], rows)
            return
        for statement, some in _in_pieces(sizes, rows):
            cursor.execute(statement, tuple(chain.from_iterable(some)))

    def _fetch(self, cursor: Any, sizes: Mapping[int, str], keys: list[str]) -> list[Sequence[Any]]:  # noqa: ANN401
        if not keys:
            return []
        if self._locks:
            cursor.execute(sizes[1], (keys,))
            return list(cursor.fetchall())
        return [
            row
            for statement, some in _in_pieces(sizes, keys)
            for row in cursor.execute(statement, some).fetchall()
        ]

    def _inserts(self, table: Table) -> Mapping[int, str]:
        """Statements by how many rows they take."""
        one = self._compile(insert(table).values(_binds(table)))
        into, values, binds = one.partition(" VALUES ")
        return {size: into + values + ", ".join([binds] * size) for size in _AT_ONCE}

    def _many(self, table: Table, key: Column[Any], *, locks: bool = True) -> Mapping[int, str]:
        """Statements by how many keys they take; on PostgreSQL one, which takes a list of any length."""
        if self._locks:
            found = select(table).where(key == any_(bindparam("keys", type_=ARRAY(key.type))))
            ordered = found.order_by(table.c.row) if locks else found
            return {1: self._compile(_locked(ordered, locks=locks))}
        return {
            size: self._compile(select(table).where(key.in_([bindparam(f"key_{n}") for n in range(size)])))
            for size in _AT_ONCE
        }

    def _compile(self, statement: ClauseElement) -> str:
        return str(statement.compile(dialect=self._dialect))


def _in_pieces(sizes: Mapping[int, str], given: Sequence[T]) -> Iterator[tuple[str, Sequence[T]]]:
    """The statements that take all of them together, each with those it takes."""
    start = 0
    for size, statement in sizes.items():
        while len(given) - start >= size:
            yield statement, given[start : start + size]
            start += size


def _binds(table: Table) -> Mapping[str, Any]:
    return {column.name: bindparam(f"new_{column.name}") for column in table.columns}


def _update(names: tuple[str, ...]) -> ClauseElement:
    at_row = tables.conversations.c.row == bindparam("at_row")
    return (
        update(tables.conversations)
        .where(at_row)
        .ordered_values(
            *((tables.conversations.c[name], bindparam(f"new_{name}")) for name in (*names, "last_fact"))
        )
    )


def _head_columns() -> tuple[Column[Any], ...]:
    return tables.head.c.seq, tables.head.c.audit_seq, tables.head.c.audit_hash


def _locked(statement: Any, *, locks: bool) -> Any:  # noqa: ANN401
    return statement.with_for_update() if locks else statement
