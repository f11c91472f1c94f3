"""What is left of a closed callback request: looked for in every column, every page and SQLite's log."""

import json
from collections.abc import Set
from pathlib import Path

import pytest
import sqlcipher3
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import Connection, select

from server_stub.helpline.callback_values import ClaimCallback, WithdrawCallback
from server_stub.helpline.phone_numbers import masked
from server_stub.helpline.values import Millis
from server_stub.records import audit, callbacks, checkpointer, tables
from server_stub.records.checkpointer import Checkpointer
from server_stub.records.database import Database, Place, SqliteFile
from server_stub.records.erasing import erase_closed_requests
from server_stub.wire.answers import Accepted
from tests.server_stub.counter.test_callbacks import attempt, left
from tests.support import contract
from tests.support.counter_room import Room, room

pytestmark = pytest.mark.asyncio

DAY_S = 24 * 3_600
WORDS = "vuokrarästeistä kissan kanssa"
TRACES = (WORDS, "+358401234567", masked("+358401234567"))
OTHER = ("uimahallin ovesta", "+358507654321", masked("+358507654321"))
_PAGE, _RESERVED, _SALT = 4096, 80, 16


def traces_in(database: Database, traces: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Where any of them stands: table, column and trace."""
    found = []
    with database.reading() as connection:
        for table in tables.metadata.sorted_tables:
            for row in connection.execute(select(table)).mappings():
                for column, value in row.items():
                    told = bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                    found += [(table.name, str(column), each) for each in traces if each.encode() in told]
    return found


def pages_of(place: SqliteFile) -> bytes:
    """The whole file in clear, free pages too: AES-256 in CBC mode, the initial vector after each page."""
    raw = place.path.read_bytes()
    clear = b""
    for start in range(0, len(raw), _PAGE):
        page = raw[start : start + _PAGE]
        body, iv = page[:-_RESERVED], page[-_RESERVED : -_RESERVED + 16]
        decryptor = Cipher(algorithms.AES(place.key), modes.CBC(iv)).decryptor()
        clear += decryptor.update(body[_SALT:] if start == 0 else body) + decryptor.finalize()
    return clear


def size_of_log(place: SqliteFile) -> int:
    return Path(f"{place.path}-wal").stat().st_size


async def closed_and_open(r: Room) -> tuple[str, str]:
    """One request that was reached, one that waits."""
    closed, waits = await left(r, text=WORDS), await left(r, "050 765 4321", text=OTHER[0])
    maija = r.counsellor("Maija")
    await r.call(maija, ClaimCallback(closed))
    await r.call(maija, await attempt(r, closed, "reached"))
    return closed, waits


async def erased(r: Room) -> int:
    return await r.groups.run(lambda group: erase_closed_requests(group, "clock"))


async def test_neither_words_nor_number_of_a_closed_request_stand_anywhere(database: Database) -> None:
    """P10, P11: seven days after closing; the log stays whole and says what was erased, once."""
    async with room(database) as r:
        closed, _ = await closed_and_open(r)
        assert {where for where, _, _ in traces_in(database, TRACES)} == {"callbacks", "facts"}
        r.clock.advance(seconds=7 * DAY_S - 60)
        assert await erased(r) == 0
        r.clock.advance(seconds=120)
        assert await erased(r) == 1
        assert traces_in(database, TRACES) == []
        assert len(traces_in(database, OTHER)) == 4  # the row: words and number; the fact: words and number
        with database.reading() as connection:
            verified = audit.verify(connection)
            entries = connection.execute(select(tables.audit.c.entry)).scalars().all()
            (body,) = (
                bytes(fact)
                for fact in connection.execute(
                    select(tables.facts.c.body).where(
                        tables.facts.c.kind == "CallbackRequested", tables.facts.c.salt.is_(None)
                    )
                ).scalars()
            )
        assert verified.broken == ()
        told = [bytes(entry).decode().split("\x1f") for entry in entries]
        assert [(row[3], row[5]) for row in told if row[4] == audit.ERASED] == [("clock", closed)]
        assert contract.problems_of_ours("CallbackRequested", json.loads(body)) == []
        assert await erased(r) == 0


async def test_what_another_process_erases_meanwhile_is_told_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every process tidies; on PostgreSQL the second one waits for the first one's row, and finds it done."""
    ask = callbacks.closed_before

    def first(connection: Connection, callback_ids: Set[str], *, before: Millis) -> frozenset[str]:
        is_request = tables.facts.c.kind == "CallbackRequested"
        connection.execute(tables.facts.update().where(is_request).values(salt=None))
        return ask(connection, callback_ids, before=before)

    async with room(database) as r:
        await closed_and_open(r)
        r.clock.advance(seconds=8 * DAY_S)
        monkeypatch.setattr(callbacks, "closed_before", first)
        assert await erased(r) == 0
        with database.reading() as connection:
            entries = connection.execute(select(tables.audit.c.entry)).scalars().all()
        assert [each for each in entries if audit.ERASED.encode() in bytes(each)] == []


async def test_what_is_erased_while_the_log_is_being_emptied_is_emptied_too(
    place: Place, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """P11: the commit came too late for this round, or the round failed, and the next one goes on."""
    if not isinstance(place, SqliteFile):
        pytest.skip("PostgreSQL has no such log")
    copies = Checkpointer(database)
    rounds: list[int] = []

    def emptied(_driver: object) -> bool:
        rounds.append(len(rounds))
        if len(rounds) == 1:
            raise sqlcipher3.OperationalError("disk I/O error")
        if len(rounds) == 2:
            copies.clear()
        return True

    monkeypatch.setattr(checkpointer, "_emptied", emptied)
    copies.clear()
    with pytest.raises(sqlcipher3.OperationalError):
        copies._copy()
    for _ in range(3):
        copies._copy()
    assert rounds == [0, 1, 2]


async def test_a_fact_whose_words_are_gone_without_a_row_that_says_so_is_found(database: Database) -> None:
    async with room(database) as r:
        await closed_and_open(r)
        with database.writing() as connection:
            connection.execute(
                tables.facts.update().where(tables.facts.c.kind == "CallbackRequested").values(salt=None)
            )
        with database.reading() as connection:
            assert len(audit.verify(connection).broken) == 2


async def test_numbers_that_are_gone_are_not_one_number(database: Database) -> None:
    """A call told of after both were erased is not refused because somebody else was called within the hour
    before.
    """
    async with room(database) as r:
        customer = r.stranger()
        one, other = await left(r, by=customer), await left(r, "050 765 4321")
        maija = r.counsellor("Maija")
        await r.call(maija, ClaimCallback(other))
        await r.call(maija, await attempt(r, other, "reached"))
        r.clock.advance(seconds=60)
        await r.call(maija, ClaimCallback(one))
        late = await attempt(r, one, "busy")
        await r.call(customer, WithdrawCallback())
        r.clock.advance(seconds=8 * DAY_S)
        assert await erased(r) == 2
        assert isinstance(await r.call(maija, late), Accepted)


async def test_no_page_of_the_file_and_no_copy_in_the_log_holds_them(
    place: Place, database: Database
) -> None:
    """P11: what SQLite leaves in free pages and in its write-ahead log is gone too."""
    if not isinstance(place, SqliteFile):
        pytest.skip("PostgreSQL reuses its pages by itself (VACUUM)")
    copies = Checkpointer(database)
    async with room(database) as r:
        await closed_and_open(r)
        copies.clear()
        copies._copy()
        before = pages_of(place)
        assert all(each.encode() in before for each in (*TRACES, *OTHER))
        r.clock.advance(seconds=8 * DAY_S)
        assert await erased(r) == 1
        assert size_of_log(place) > 0
        copies.clear()
        copies._copy()
        assert size_of_log(place) == 0
        after = pages_of(place)
        assert [each for each in TRACES if each.encode() in after] == []
        assert all(each.encode() in after for each in OTHER)
