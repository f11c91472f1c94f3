"""A working day in seconds: customers write, counsellors claim, answer and close, while faults happen.

people begin ─► all act while `trouble` runs ─► quiet ─► fresh snapshots ─► the backend ends ─► findings

A day lasts until its trouble is over: customers go on coming as long as something is still to happen, so what
was planned has happened in the end, on a fast machine and on a slow one.
"""

import asyncio
import random
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from tests.history.checker import CustomerReader, Finding, Reader, StaffReader, findings
from tests.history.operations import OperationLog
from tests.history.people import Counsellor, Customer, Person
from tests.history.record import Record, read_record
from tests.history.view import customer_seen, staff_seen
from tests.support.line import Line, a_line
from tests.support.rig import PASSWORD, QUEUES, Account, Rig
from tests.support.traffic import Traffic

STAFF = (
    Account("maija", "Maija Lehtonen", (QUEUES["adults"], QUEUES["fi"])),
    Account("johan", "Johan Lindqvist", (QUEUES["adults"], QUEUES["sv"])),
    Account("aino", "Aino Virtanen", (QUEUES["family"], QUEUES["fi"], QUEUES["sv"])),
)
MATTERS = (
    ("toimeentulo", "fi"),
    ("perhe", "fi"),
    ("muu", "sv"),
    ("asuminen", "sv"),
    ("en_tieda", "fi"),
    ("muu", "en"),
)
WORDS = (
    *("vuokra", "on", "rästissä", "hyresskuld", "jag", "behöver", "råd", "päätös", "ei", "ole"),
    *("tullut", "lapsi", "koulu", "apua", "tack", "kiitos"),
)
QUIET_S = 20.0
# More than any trouble needs: one that is never over is a mistake of the test.
MOST_VISITS = 400

Trouble = Callable[["Day"], Coroutine[Any, Any, None]]


@dataclass(slots=True)
class Day:
    """What goes on: the backend, the line to it, the people, the log."""

    rig: Rig
    line: Line
    log: OperationLog
    random: random.Random
    traffic: Traffic
    staff: list[Counsellor] = field(default_factory=list)
    customers: list[Customer] = field(default_factory=list)
    is_over: bool = False
    faults: int = 0

    def words(self) -> str:
        """A sentence nobody else says."""
        said = " ".join(self.random.choice(WORDS) for _ in range(self.random.randint(2, 12)))
        mark = "".join(self.random.choice("abcdefghijklmnopqrstuvwxyzåäö") for _ in range(10))
        return f"{said} {mark}"

    async def breathe(self, longest_s: float = 0.05) -> None:
        """A moment between two acts of a person."""
        await asyncio.sleep(self.random.random() * longest_s)

    def client(self) -> httpx.AsyncClient:
        """A client of somebody's own, watched."""
        # Through the line, but asking for the backend by its own name.
        client = httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{self.line.port}",
            headers={"Host": self.rig.url.removeprefix("http://"), "Origin": self.rig.url},
            timeout=5,
        )
        self.traffic.watch(client)
        return client


@dataclass(slots=True)
class Outcome:
    """What a day came to."""

    findings: list[Finding]
    log: OperationLog
    record: Record
    traffic: Traffic
    faults: int

    @property
    def rules(self) -> set[str]:
        """The rules that were broken."""
        return {finding.rule for finding in self.findings}


async def a_day(
    rig: Rig,
    *,
    seed: int,
    customers: int = 4,
    acts: int = 6,
    trouble: Trouble | None = None,
    quiet_s: float = QUIET_S,
    log_file: Path | None = None,
) -> Outcome:
    """Live through a day on a started backend; it is stopped at the end and its file read."""
    log = OperationLog(log_file)
    async with a_line(lambda: rig.port) as line:
        day = Day(rig, line, log, random.Random(seed), Traffic())
        try:
            readers = await _lived(day, customers=customers, acts=acts, trouble=trouble, quiet_s=quiet_s)
        finally:
            for person in (*day.customers, *day.staff):
                await person.leave()
            await asyncio.to_thread(rig.stop)
            log.close()
    record = read_record(rig.database, rig.key_file)
    found = findings(record, log.operations, readers)
    if not await asyncio.to_thread(rig.audit_verifies):
        found.append(Finding("audit", "verify finds something"))
    return Outcome(found, log, record, day.traffic, day.faults)


async def _lived(
    day: Day, *, customers: int, acts: int, trouble: Trouble | None, quiet_s: float
) -> list[Reader]:
    async with asyncio.TaskGroup() as acting:
        troubled = acting.create_task((trouble or _nothing)(day))
        await _begin(day)
        working = [acting.create_task(_work(day, counsellor)) for counsellor in day.staff]
        lines = [
            acting.create_task(_come_and_go(day, range(number, MOST_VISITS, customers), acts, troubled))
            for number in range(customers)
        ]
        await asyncio.gather(*lines, troubled)
        day.is_over = True
        day.line.mend()
        if day.rig.has_ended():
            await asyncio.to_thread(day.rig.start)
        await asyncio.gather(*working)
    return [
        *[await _staff_reader(each, quiet_s) for each in day.staff],
        *[await _customer_reader(c, quiet_s) for c in day.customers],
    ]


async def _nothing(_day: Day) -> None:
    return


async def _begin(day: Day) -> None:
    """Everybody of staff signs in."""
    for number, account in enumerate(STAFF):
        counsellor = Counsellor(
            account.display_name,
            day.client(),
            day.log,
            seed=number,
            user_name=account.user_name,
            password=PASSWORD,
        )
        counsellor.queues = frozenset(account.queues)
        day.staff.append(counsellor)
        await counsellor.begin()


async def _come_and_go(day: Day, numbers: range, acts: int, troubled: asyncio.Task[None]) -> None:
    """One customer after the other, as long as there is trouble to come."""
    for number in numbers:
        await _come(day, number, acts)
        if troubled.done():
            return
    raise AssertionError(f"{day.faults} faults after {MOST_VISITS} visits: the trouble does not end")


async def _come(day: Day, number: int, acts: int) -> None:
    """A customer's visit: she opens, writes, reads, and leaves or stays."""
    customer = Customer(f"Asiakas {number}", day.client(), day.log, seed=100 + number)
    day.customers.append(customer)
    topic_id, language = MATTERS[number % len(MATTERS)]
    await day.breathe()
    first = day.words() if day.random.random() < 0.8 else ""
    await customer.arrive("neuvonta", topic_id, language, first)
    with suppress(TimeoutError):
        await customer.until(lambda: customer.conversation_id is not None)
    for _ in range(acts):
        await day.breathe()
        if customer.view.conversation and customer.view.conversation["state"] in ("ended", "closed"):
            return
        if day.random.random() < 0.2 and customer.view.messages:
            await customer.mark_read()
        else:
            await customer.write(day.words())
    if day.random.random() < 0.4:
        await customer.end()


async def _work(day: Day, counsellor: Counsellor) -> None:
    """A counsellor's day: claim who has waited longest, answer, close what has ended."""
    while not day.is_over:
        await day.breathe(0.03)
        held = counsellor.held()
        waiting = counsellor.waiting()
        if waiting and len(held) < 3:
            await counsellor.claim(waiting[0]["conversation_id"])
        elif held:
            await _attend(day, counsellor, day.random.choice(held))


async def _attend(day: Day, counsellor: Counsellor, head: dict[str, object]) -> None:
    if head["state"] == "ended" or day.random.random() < 0.05:
        await counsellor.close(head)
    elif day.random.random() < 0.2:
        await counsellor.mark_read(head)
    else:
        await counsellor.write(head, day.words())


async def _staff_reader(person: Counsellor, quiet_s: float) -> StaffReader:
    fresh = await _settled(person, lambda snapshot: person.view.seen() == staff_seen(snapshot), quiet_s)
    return StaffReader(person.name, person.view.staff_id, person.queues, person.view, fresh)


async def _customer_reader(person: Customer, quiet_s: float) -> CustomerReader:
    fresh = await _settled(person, lambda snapshot: person.view.seen() == customer_seen(snapshot), quiet_s)
    return CustomerReader(person.name, person.conversation_id, person.view, fresh)


async def _settled(
    person: Person, agrees: Callable[[dict[str, object]], bool], quiet_s: float
) -> dict[str, object]:
    """A fresh snapshot, once what she sees agrees with it or has had its time."""
    give_up = asyncio.get_running_loop().time() + quiet_s
    while True:
        snapshot = await person.snapshot()
        if agrees(snapshot) or asyncio.get_running_loop().time() > give_up:
            return snapshot
        await asyncio.sleep(0.1)
