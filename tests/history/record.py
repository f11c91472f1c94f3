"""The server's database after a run, read from its file: what is true, whatever anybody saw."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

_FACTS = """
SELECT f.seq, c.conversation_id, f.number, f.kind, f.audience, f.body, f.customer_body
FROM facts f LEFT JOIN conversations c ON c.row = f.conversation ORDER BY f.seq
"""
_CONVERSATIONS = (
    "SELECT conversation_id, state, queue_id, holder_id, closed_reason, last_seq FROM conversations"
)


@dataclass(frozen=True, slots=True)
class StoredFact:
    """A fact of the log."""

    seq: int
    conversation_id: str | None
    number: int | None
    kind: str
    audience: frozenset[str]
    body: dict[str, Any]
    customer_body: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class StoredConversation:
    """A conversation as it stands at the end."""

    conversation_id: str
    state: str
    queue_id: str
    holder_id: str | None
    closed_reason: str | None
    last_seq: int


@dataclass(frozen=True, slots=True)
class Record:
    """The log and the conversations."""

    facts: tuple[StoredFact, ...]
    conversations: dict[str, StoredConversation]
    audit_rows: int
    is_whole: bool

    def messages(self, conversation_id: str) -> list[StoredFact]:
        """The messages of a conversation in the order of the log."""
        return [
            fact
            for fact in self.facts
            if fact.kind == "MessageWritten" and fact.conversation_id == conversation_id
        ]


@contextmanager
def opened(database: Path, key_file: Path | None) -> Iterator[Any]:
    """The database file of a server that has ended, as whoever has file and key can open it."""
    connection = sqlite.connect(f"file:{database}?mode=rw", uri=True)
    try:
        if key_file is not None:
            key = key_file.read_text(encoding="ascii").strip()
            connection.execute(f"PRAGMA key = \"x'{key}'\"")
        yield connection
        connection.commit()
    finally:
        connection.close()


def read_record(database: Path, key_file: Path | None) -> Record:
    """Read a SQLite database of a server that has ended, with the key from its key file."""
    with opened(database, key_file) as connection:
        facts = tuple(_fact(row) for row in connection.execute(_FACTS))
        conversations = [StoredConversation(*row) for row in connection.execute(_CONVERSATIONS)]
        (audit_rows,) = connection.execute("SELECT count(*) FROM audit").fetchone()
        (integrity,) = connection.execute("PRAGMA integrity_check").fetchone()
    by_id = {conversation.conversation_id: conversation for conversation in conversations}
    return Record(facts, by_id, audit_rows, integrity == "ok")


def _fact(row: tuple[Any, ...]) -> StoredFact:
    seq, conversation_id, number, kind, audience, body, customer_body = row
    return StoredFact(
        seq=seq,
        conversation_id=conversation_id,
        number=number,
        kind=kind,
        audience=frozenset(audience.split("\n")),
        body=json.loads(body),
        customer_body=None if customer_body is None else json.loads(customer_body),
    )
