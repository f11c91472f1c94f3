"""What is asked all day long costs what there is now, not what there has ever been.

By SQLite's own plan: on it the loop itself decides, so a walk through a year of closed conversations would
stop everybody.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from server_stub.records import callbacks, consultations, shifts, snapshots
from server_stub.records.database import Database, SqliteFile
from server_stub.records.group import Group
from server_stub.records.hot_path import HotPath
from server_stub.records.remembered import Remembered
from server_stub.records.roster import roster
from tests.support.counter_room import create

LONG = ("conversations", "callbacks", "consultations", "consultation_promises")
SHE, QUEUES = "a" * 32, ("#yksi", "#kaksi")


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    made: Database = create(SqliteFile(tmp_path / "vuoro.db", os.urandom(32)))
    with made.writing() as inside:
        yield inside
    made.close()


@contextmanager
def overheard(connection: Connection) -> Iterator[list[tuple[str, object]]]:
    """The statements that are sent meanwhile."""
    sent: list[tuple[str, object]] = []

    def hears(_: object, __: object, statement: str, parameters: object, *___: object) -> None:
        sent.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", hears)
    yield sent
    event.remove(connection, "before_cursor_execute", hears)


def plans(connection: Connection, ask: Callable[[Connection], object]) -> list[str]:
    with overheard(connection) as sent:
        ask(connection)
    asked = [pair for pair in sent if any(table in pair[0] for table in LONG)]
    assert asked
    return [
        str(step[-1])
        for statement, parameters in asked
        for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()  # type: ignore[arg-type]
    ]


def load(connection: Connection) -> int:
    return Group(connection, HotPath(connection.dialect), Remembered(), 0).load(SHE)


def snapshot(connection: Connection) -> object:
    return snapshots.staff_view(connection, staff_id=SHE, queues=QUEUES, window=50, today=1, supervises=True)


@pytest.mark.parametrize(
    "ask",
    [
        load,
        lambda connection: shifts.held(connection, SHE),
        lambda connection: roster(connection, now=0),
        lambda connection: callbacks.seen_by(connection, SHE, QUEUES, closed_since=1),
        lambda connection: consultations.overdue(connection, 1),
        snapshot,
    ],
    ids=["load", "held", "roster", "callbacks", "overdue", "snapshot"],
)
def test_nothing_walks_through_what_is_over(
    connection: Connection, ask: Callable[[Connection], object]
) -> None:
    for step in plans(connection, ask):
        assert "SCAN conversations" not in step
        assert "SCAN callbacks" not in step
        assert "SCAN consultation" not in step
        # By holder alone is by all she has ever held.
        assert "(holder_id=?)" not in step
