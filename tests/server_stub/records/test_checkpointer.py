"""What was committed reaches SQLite's file while the writer goes on, before she would copy it herself."""

import asyncio
import os
from pathlib import Path

import pytest

from server_stub.records.checkpointer import EVERY
from server_stub.records.database import SqliteFile
from tests.support.counter_room import create, room, says

pytestmark = pytest.mark.asyncio

PAGES_BEFORE_THE_WRITER_COPIES = 1_000


async def test_what_was_committed_is_copied_beside_the_writer(tmp_path: Path) -> None:
    place = SqliteFile(tmp_path / "vuoro.db", os.urandom(32))
    database = create(place)
    try:
        async with room(database) as r:
            customer = await r.customer()
            before = place.path.stat().st_size
            for n in range(2 * EVERY):
                await r.send(customer, says(customer, f"{n} " + "pitkä viesti " * 250))
            log = place.path.with_name(place.path.name + "-wal")
            assert log.stat().st_size < PAGES_BEFORE_THE_WRITER_COPIES * 4096, "the writer copied it herself"
            async with asyncio.timeout(20):
                while place.path.stat().st_size <= before:  # noqa: ASYNC110 — a thread of SQLite's does it
                    await asyncio.sleep(0.01)
    finally:
        database.close()
