"""The power goes: at 100 moments of a recording what the disk may hold is opened; nothing told is gone.

The backend runs under strace, which records every write and flush of its database file and log. At each
moment the files are rebuilt with all that was flushed and a random part, torn at sectors, of what was not;
then they are opened as the next start would. What senders had been told by then must be there, once, and the
file whole.
"""

import asyncio
import os
import random
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.history.day import STAFF
from tests.history.operations import Operation, OperationLog
from tests.history.people import Customer
from tests.history.record import read_record
from tests.support.rig import Rig, a_new_rig
from tests.trials.disk_recording import Event, Write, after_power_loss, read_recording, strace

pytestmark = pytest.mark.timeout(400)

MOMENTS = 100
CUSTOMERS = 8


class TimedLog(OperationLog):
    """Also knows when each sender was told."""

    def __init__(self) -> None:
        super().__init__()
        self.told_at: dict[str, float] = {}

    def ok(
        self, operation: Operation, *, seq: int | None, cursor: int | None, conversation_id: str | None
    ) -> None:
        super().ok(operation, seq=seq, cursor=cursor, conversation_id=conversation_id)
        self.told_at[operation.command_id] = time.time()


@dataclass(frozen=True, slots=True)
class Recording:
    """The files before the first write, all that happened to them, and what senders were told when."""

    before: dict[str, bytes]
    events: list[Event]
    log: TimedLog
    key: bytes


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    assert shutil.which("strace"), "strace is not installed: `packaging/dev.py setup` installs it"
    messages = 400 if os.environ.get("VUORO_TRIAL_RUNS") else 60
    rig = a_new_rig(tmp_path_factory.mktemp("power") / "data", STAFF)
    return record(rig, rig.folder.parent / "recorded", messages=messages)


def record(rig: Rig, output: Path, *, messages: int) -> Recording:
    before = {file.name: file.read_bytes() for file in rig.folder.glob("vuoro.db*")}
    wal = rig.database.with_name("vuoro.db-wal")
    log = TimedLog()
    rig.start(under=strace(output, rig.database, wal))
    try:
        asyncio.run(written(rig, log, messages=messages))
    finally:
        rig.kill()
    return Recording(before, read_recording(output), log, rig.key_file.read_bytes())


async def written(rig: Rig, log: TimedLog, *, messages: int) -> None:
    """Customers write at once, each one message after the other."""

    async def visit(number: int) -> None:
        client = httpx.AsyncClient(base_url=rig.url, headers={"Origin": rig.url}, timeout=30)
        customer = Customer(f"Asiakas {number}", client, log, seed=number)
        try:
            await customer.arrive("neuvonta", "muu", "fi", "")
            await customer.until(lambda: customer.conversation_id is not None)
            for turn in range(messages):
                letters = "".join("abcdefghij"[int(digit)] for digit in f"{number}{turn}")
                await customer.write(f"Viesti {letters}: vuokra on rästissä. " + "ja vielä " * 20)
        finally:
            await customer.leave()

    async with asyncio.TaskGroup() as visits:
        for number in range(CUSTOMERS):
            visits.create_task(visit(number))


def missing_after(
    recording: Recording, at: float, folder: Path, seed: int, *, flushes_hold: bool
) -> set[str]:
    """What had been acknowledged and is not there; asserts that the file is whole and nothing is doubled."""
    chance = random.Random(seed)
    left = after_power_loss(recording.before, recording.events, at, chance, flushes_hold=flushes_hold)
    folder.mkdir()
    for name, content in {**left, "vuoro.key": recording.key}.items():
        (folder / name).write_bytes(content)
    record = read_record(folder / "vuoro.db", folder / "vuoro.key")
    assert record.is_whole, f"seed {seed}"
    causes = [fact.body["caused_by"] for fact in record.facts if fact.kind == "MessageWritten"]
    assert len(causes) == len(set(causes))
    for conversation_id in record.conversations:
        seqs = [fact.body["seq"] for fact in record.messages(conversation_id)]
        assert seqs == list(range(1, len(seqs) + 1))
    written = {operation.command_id for operation in recording.log.operations if operation.text}
    told = {command_id for command_id, moment in recording.log.told_at.items() if moment <= at}
    return (told & written) - set(causes)


def moments(recording: Recording, number: int) -> list[float]:
    """Moments at which the power goes: at any write, and just after somebody was told."""
    chance = random.Random(number)
    writes = [event.entered for event in recording.events if isinstance(event, Write)]
    told = sorted(recording.log.told_at.values())
    return [chance.choice(told if turn % 2 else writes) + 1e-6 for turn in range(number)]


def a_few(recording: Recording, folder: Path, number: int) -> None:
    for seed, at in enumerate(moments(recording, number)):
        assert missing_after(recording, at, folder / f"{seed}", seed, flushes_hold=True) == set(), (
            f"seed {seed}"
        )
        shutil.rmtree(folder / f"{seed}")


@pytest.mark.journey
def test_nothing_acknowledged_is_lost_when_the_power_goes(recording: Recording, tmp_path: Path):
    assert len(recording.log.told_at) > CUSTOMERS
    a_few(recording, tmp_path, 12)


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_when_the_power_goes_a_hundred_times(
    recording: Recording, tmp_path: Path
):
    written_back = {event.file for event in recording.events if isinstance(event, Write)}
    assert written_back == {"vuoro.db", "vuoro.db-wal"}, "no checkpoint fell into the recording"
    a_few(recording, tmp_path, MOMENTS)


@pytest.mark.journey
def test_a_disk_that_lies_about_flushing_is_found(recording: Recording, tmp_path: Path):
    lost: set[str] = set()
    for seed, at in enumerate(moments(recording, 12)):
        try:
            lost |= missing_after(recording, at, tmp_path / f"{seed}", seed, flushes_hold=False)
        except Exception:
            lost.add("unreadable")
    assert lost
