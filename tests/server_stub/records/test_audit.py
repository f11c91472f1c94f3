"""Any change to the audit log or to a fact is found by a verification anyone can run (trust.md I12)."""

import pytest
from sqlalchemy import Connection, select

from server_stub.records import audit, tables
from server_stub.records.database import Database
from tests.support.counter_room import room, says

pytestmark = pytest.mark.asyncio

MIDDLE = 5


async def _ten_rows(database: Database) -> None:
    async with room(database) as counter_room:
        customer = await counter_room.customer()
        for n in range(8):
            await counter_room.send(customer, says(customer, f"viesti {n}"))


def _positions(database: Database) -> list[int]:
    with database.reading() as connection:
        return [broken.position for broken in audit.verify(connection).broken]


def _row(connection: Connection, seq: int) -> tuple[bytes, bytes]:
    row = connection.execute(select(tables.audit).where(tables.audit.c.seq == seq)).one()
    return bytes(row.entry), bytes(row.hash)


def _set(connection: Connection, seq: int, **values: object) -> None:
    connection.execute(tables.audit.update().where(tables.audit.c.seq == seq).values(**values))


async def test_an_untouched_log_verifies(database: Database) -> None:
    await _ten_rows(database)
    with database.reading() as connection:
        verified = audit.verify(connection)
    assert (verified.rows, verified.facts, verified.broken) == (10, 10, ())


async def test_an_edited_row_is_named(database: Database) -> None:
    await _ten_rows(database)
    with database.writing() as connection:
        entry, _ = _row(connection, MIDDLE)
        _set(connection, MIDDLE, entry=entry.replace(b"MessageWritten", b"ReadMarked"))
    assert MIDDLE in _positions(database)


async def test_an_edited_hash_is_named(database: Database) -> None:
    await _ten_rows(database)
    with database.writing() as connection:
        _set(connection, MIDDLE, hash=b"\x00" * 32)
    assert MIDDLE in _positions(database)


async def test_a_deleted_row_is_named(database: Database) -> None:
    await _ten_rows(database)
    with database.writing() as connection:
        connection.execute(tables.audit.delete().where(tables.audit.c.seq == MIDDLE))
    assert MIDDLE in _positions(database)


async def test_a_cut_tail_is_named(database: Database) -> None:
    await _ten_rows(database)
    with database.writing() as connection:
        connection.execute(tables.audit.delete().where(tables.audit.c.seq >= 9))
    assert {9, 10} <= set(_positions(database))


async def test_two_swapped_rows_are_named(database: Database) -> None:
    await _ten_rows(database)
    with database.writing() as connection:
        (entry, hash_), (next_entry, next_hash) = _row(connection, MIDDLE), _row(connection, MIDDLE + 1)
        _set(connection, MIDDLE, entry=next_entry, hash=next_hash)
        _set(connection, MIDDLE + 1, entry=entry, hash=hash_)
    assert {MIDDLE, MIDDLE + 1} <= set(_positions(database))


async def test_an_inserted_row_is_named(database: Database) -> None:
    await _ten_rows(database)
    with database.writing() as connection:
        entry, hash_ = _row(connection, 10)
        connection.execute(tables.audit.insert().values(seq=11, entry=entry, hash=hash_))
    assert 11 in _positions(database)


async def test_a_row_inserted_with_a_right_hash_of_its_own_is_named(database: Database) -> None:
    await _ten_rows(database)
    with database.writing() as connection:
        _, last = _row(connection, 10)
        entry = audit.entry(11, at=0, actor="s:x", action="look", about=None, fact_seq=None, fact_digest=None)
        connection.execute(tables.audit.insert().values(seq=11, entry=entry, hash=audit.chain(last, entry)))
    assert 11 in _positions(database)


async def test_an_edited_fact_is_named_by_its_row_in_the_log(database: Database) -> None:
    await _ten_rows(database)
    with database.writing() as connection:
        fact = tables.facts
        body = bytes(connection.execute(select(fact.c.body).where(fact.c.seq == MIDDLE)).scalar_one())
        edited = body.replace(b"viesti", b"vieste")
        connection.execute(fact.update().where(fact.c.seq == MIDDLE).values(body=edited))
    assert _positions(database) == [MIDDLE]


async def test_a_deleted_and_an_inserted_fact_are_found(database: Database) -> None:
    await _ten_rows(database)
    with database.writing() as connection:
        connection.execute(tables.facts.delete().where(tables.facts.c.seq == MIDDLE))
        connection.execute(
            tables.facts.insert().values(seq=99, kind="MessageWritten", audience="c:x", body=b"{}", salt=b"x")
        )
    assert _positions(database) == [0, MIDDLE]


def _erase(connection: Connection, seq: int) -> None:
    fact = tables.facts
    connection.execute(fact.update().where(fact.c.seq == seq).values(body=b"{}", salt=None))


async def test_a_text_erased_in_silence_is_named(database: Database) -> None:
    await _ten_rows(database)
    with database.writing() as connection:
        _erase(connection, MIDDLE)
    assert _positions(database) == [MIDDLE]


async def test_an_erasure_the_log_tells_of_breaks_nothing(database: Database) -> None:
    await _ten_rows(database)
    with database.writing() as connection:
        _erase(connection, MIDDLE)
        _, last = _row(connection, 10)
        entry = audit.entry(
            11,
            at=0,
            actor="s:x",
            action=audit.ERASED,
            about=None,
            fact_seq=MIDDLE,
            fact_digest=None,
        )
        hashed = audit.chain(last, entry)
        connection.execute(tables.audit.insert().values(seq=11, entry=entry, hash=hashed))
        connection.execute(tables.head.update().values(audit_seq=11, audit_hash=hashed))
    assert _positions(database) == []
