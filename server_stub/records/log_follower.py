"""Following the log where several processes write it: PostgreSQL wakes us, the log itself is read.

A notice only says that there is something; what there is, is read in the order of the head
row, so nothing is skipped or doubled whatever the notices do. A poll a second is the net.
"""

import asyncio
import json
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final

import psycopg
from sqlalchemy import Connection, func, select

from server_stub.records import tables
from server_stub.records.database import Database
from server_stub.records.fact_log import head_seq
from server_stub.records.hot_path import FactRow

FACTS_CHANNEL: Final = "vuoro_facts"
HINTS_CHANNEL: Final = "vuoro_hints"
POLL_S: Final = 1.0
_BATCH: Final = 2_000


def notify_hint(connection: Connection, address: str, key: str, payload: bytes) -> None:
    """Carry a hint to every process's readers at `address`, at this transaction's end."""
    told = json.dumps({"to": address, "key": key, "hint": payload.decode()})
    connection.execute(select(func.pg_notify(HINTS_CHANNEL, told)))


class LogFollower:
    """A thread that tells every committed fact of every process, in order."""

    def __init__(
        self,
        database: Database,
        tell: Callable[[Sequence[FactRow]], None],
        hint: Callable[[str, str, bytes], None],
    ) -> None:
        """`tell` and `hint` are called in the event loop; `hint` with address, key and payload."""
        self._database = database
        self._tell = tell
        self._hint = hint
        self._last = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="log follower", daemon=True)

    def start(self) -> None:
        """Follow from the present head on; call inside the event loop."""
        self._loop = asyncio.get_running_loop()
        with self._database.reading() as connection:
            self._last = head_seq(connection)
        self._thread.start()

    async def stop(self) -> None:
        """End the thread (within a poll)."""
        self._stopping.set()
        await asyncio.get_running_loop().run_in_executor(None, self._thread.join)

    def _run(self) -> None:
        while not self._stopping.is_set():
            # A broken line is not the end: the next round opens another and reads on from `_last`.
            with suppress(*self._database.errors):
                self._follow()
            self._stopping.wait(POLL_S)

    def _follow(self) -> None:
        with psycopg.connect(self._database.postgres_address(), autocommit=True) as line:
            line.execute(f"LISTEN {FACTS_CHANNEL}")
            line.execute(f"LISTEN {HINTS_CHANNEL}")
            while not self._stopping.is_set():
                self._read_on()
                for notice in line.notifies(timeout=POLL_S, stop_after=1):
                    if notice.channel == HINTS_CHANNEL:
                        self._told_hint(notice.payload)

    def _read_on(self) -> None:
        while True:
            facts = tables.facts
            with self._database.reading() as connection:
                rows = connection.execute(
                    select(facts).where(facts.c.seq > self._last).order_by(facts.c.seq).limit(_BATCH)
                ).all()
            if not rows:
                return
            self._last = rows[-1].seq
            self._in_loop(self._tell, [FactRow(*row) for row in rows])

    def _told_hint(self, payload: str) -> None:
        with suppress(ValueError, KeyError, TypeError):
            told = json.loads(payload)
            self._in_loop(self._hint, str(told["to"]), str(told["key"]), str(told["hint"]).encode())

    def _in_loop(self, call: Callable[..., None], *given: object) -> None:
        # The loop may be closing: then nobody listens any more.
        if self._loop is not None:
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(call, *given)
