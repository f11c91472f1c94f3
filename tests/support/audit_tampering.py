"""What somebody with the database file and its key can do to the audit log and the facts, behind the backend.

Each changes the file of a rig that has ended and gives the positions in the log that verification must name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.history.record import opened
from tests.support.rig import Rig

# Rows of the middle of the log: neither the first nor the last is a special case here.
ROW, NEXT = 6, 7

Tamper = Callable[[Rig], list[int]]


def edit_row(rig: Rig) -> list[int]:
    """Another actor, action or time."""
    with opened(rig.database, rig.key_file) as file:
        (entry,) = file.execute("SELECT entry FROM audit WHERE seq = ?", (ROW,)).fetchone()
        file.execute("UPDATE audit SET entry = ? WHERE seq = ?", (entry + b"x", ROW))
    return [ROW]


def delete_row(rig: Rig) -> list[int]:
    """As if it had never been."""
    with opened(rig.database, rig.key_file) as file:
        file.execute("DELETE FROM audit WHERE seq = ?", (ROW,))
    return [ROW]


def swap_rows(rig: Rig) -> list[int]:
    """As if it had happened the other way round."""
    with opened(rig.database, rig.key_file) as file:
        _swap(file, "audit", "entry, hash", ROW, NEXT)
    return [ROW, NEXT]


def insert_row(rig: Rig) -> list[int]:
    """As if something more had happened."""
    with opened(rig.database, rig.key_file) as file:
        (last,) = file.execute("SELECT max(seq) FROM audit").fetchone()
        file.execute(
            "INSERT INTO audit (seq, entry, hash) SELECT ?, entry, hash FROM audit WHERE seq = ?",
            (last + 1, ROW),
        )
    return [last + 1]


def edit_fact(rig: Rig) -> list[int]:
    """Other words in somebody's mouth."""
    with opened(rig.database, rig.key_file) as file:
        [fact, _], positions = _two_facts(file)
        (body,) = file.execute("SELECT body FROM facts WHERE seq = ?", (fact,)).fetchone()
        file.execute("UPDATE facts SET body = ? WHERE seq = ?", (body.replace(b"a", b"e", 1), fact))
    return positions[:1]


def delete_fact(rig: Rig) -> list[int]:
    """Something unsaid."""
    with opened(rig.database, rig.key_file) as file:
        [fact, _], positions = _two_facts(file)
        file.execute("DELETE FROM facts WHERE seq = ?", (fact,))
    return positions[:1]


def swap_facts(rig: Rig) -> list[int]:
    """The answer before the question."""
    with opened(rig.database, rig.key_file) as file:
        [fact, other], positions = _two_facts(file)
        _swap(file, "facts", "body, customer_body, salt", fact, other)
    return positions


def insert_fact(rig: Rig) -> list[int]:
    """Something nobody said; the log has no row for it, so its position is 0."""
    with opened(rig.database, rig.key_file) as file:
        (last,) = file.execute("SELECT max(seq) FROM facts").fetchone()
        file.execute(
            "INSERT INTO facts (seq, kind, audience, body, salt) VALUES (?, ?, ?, ?, ?)",
            (last + 1, "MessageWritten", "c:x", b"{}", b"salt"),
        )
    return [0]


TAMPERINGS: dict[str, Tamper] = {
    each.__name__: each
    for each in (
        *(edit_row, delete_row, swap_rows, insert_row),
        *(edit_fact, delete_fact, swap_facts, insert_fact),
    )
}


def _swap(file: Any, table: str, columns: str, one: int, other: int) -> None:
    """Let two rows of a table change their contents."""
    names = columns.split(", ")
    setting = ", ".join(f"{name} = ?" for name in names)
    kept = {
        seq: file.execute(f"SELECT {columns} FROM {table} WHERE seq = ?", (seq,)).fetchone()
        for seq in (one, other)
    }
    for seq, contents in ((one, kept[other]), (other, kept[one])):
        file.execute(f"UPDATE {table} SET {setting} WHERE seq = ?", (*contents, seq))


def _two_facts(file: Any) -> tuple[list[int], list[int]]:
    """Two messages that follow on each other among the facts, and the rows of the log that tell of them."""
    told = {}
    for seq, entry in file.execute("SELECT seq, entry FROM audit"):
        fact_seq = bytes(entry).split(b"\x1f")[6]
        if fact_seq:
            told[int(fact_seq)] = seq
    written = file.execute("SELECT seq FROM facts WHERE kind = 'MessageWritten' ORDER BY seq LIMIT 2")
    facts = [seq for (seq,) in written]
    return facts, [told[fact] for fact in facts]
