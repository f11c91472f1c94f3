"""One writer, many commands a commit: what is acknowledged is there, what fails leaves nothing."""

import asyncio
import contextlib
import threading
from collections.abc import Callable

import pytest
import sqlcipher3
from sqlalchemy import Connection, func, select, text

from server_stub.helpline.conversation_commands import ClaimWaiting
from server_stub.helpline.values import Problem
from server_stub.records import audit, fact_log, tables
from server_stub.records.commit_groups import MOST_DEEDS_IN_LOOP, CommitGroups, Effort, WriteFailed
from server_stub.records.database import Database, Place, open_engine
from server_stub.records.group import Group
from server_stub.wire.answers import Accepted
from tests.server_stub.counter.test_callbacks import asks as asks_to_be_called
from tests.support.counter_room import HandClock, Room, answers, closes, room, says

pytestmark = pytest.mark.asyncio


async def test_messages_of_one_conversation_are_numbered_without_holes(database: Database) -> None:
    async with room(database) as counter_room:
        customer = await counter_room.customer("ensimmäinen")
        got = await asyncio.gather(
            *(counter_room.send(customer, says(customer, f"viesti {n}")) for n in range(60))
        )
        assert [one.seq for one in got if isinstance(one, Accepted)] == list(range(2, 62))
        facts = [(written.seq, written.number) for written in counter_room.told]
        assert facts == [(n, n) for n in range(1, 63)]


async def test_the_same_command_twenty_times_at_once_is_one_message(database: Database) -> None:
    async with room(database) as counter_room:
        customer = await counter_room.customer()
        command_id = counter_room.command_id()
        got = await asyncio.gather(
            *(counter_room.send(customer, says(customer, "kerran"), command_id=command_id) for _ in range(20))
        )
        assert {(one.seq, one.cursor) for one in got if isinstance(one, Accepted)} == {(2, 3)}
        assert counter_room.kinds_told() == ["ConversationOpened", "MessageWritten", "MessageWritten"]


async def test_the_same_command_after_a_restart_gives_the_first_answer_and_counts_a_difference(
    place: Place, database: Database
) -> None:
    async with room(database) as counter_room:
        customer = await counter_room.customer()
        command_id = counter_room.command_id()
        first = await counter_room.send(customer, says(customer, "kerran"), command_id=command_id)
    again_open = Database(open_engine(place))
    with contextlib.closing(again_open):
        async with room(again_open) as counter_room:
            again = await counter_room.send(customer, says(customer, "toista"), command_id=command_id)
            assert again == first
            assert counter_room.told == []
    assert differing(database, command_id) == 1


@pytest.mark.parametrize(
    ("again", "differs"),
    [("Tunnus 010101A9999", 0), ("Tunnus 131052-308T", 0), ("Koodi 131052-308T", 1)],
)
async def test_what_was_covered_is_in_no_digest(database: Database, again: str, differs: int) -> None:
    """Bytes that differ in what is covered alone are one command to the ledger (trust.md I10)."""
    async with room(database) as counter_room:
        customer, command_id = await counter_room.customer(), counter_room.command_id()
        await counter_room.send(customer, says(customer, "Tunnus 010594Y9032"), command_id=command_id)
        await counter_room.send(customer, says(customer, again), command_id=command_id)
    assert differing(database, command_id) == differs


async def test_a_number_is_in_no_digest_and_the_same_words_twice_are_not_seen_to_be(
    database: Database,
) -> None:
    async with room(database) as counter_room:
        customer, other = await counter_room.customer(), await counter_room.customer()
        first, second = counter_room.command_id(), counter_room.command_id()
        for phone in ("+358401234567", "+358407654321"):
            await counter_room.call(customer, asks_to_be_called(counter_room, phone), command_id=first)
        await counter_room.call(other, asks_to_be_called(counter_room, "+358401234567"), command_id=second)
    assert differing(database, first) == 0
    with database.reading() as connection:
        digests = connection.execute(
            select(tables.ledger.c.digest).where(tables.ledger.c.command_id.in_((first, second)))
        ).scalars()
        assert len(set(digests)) == 2


def differing(database: Database, command_id: str) -> int:
    """How often that command came again with something else."""
    with database.reading() as connection:
        ledger = tables.ledger.c
        return int(
            connection.execute(
                select(ledger.repeats_differing).where(ledger.command_id == command_id)
            ).scalar_one()
        )


async def test_a_refused_command_stays_refused_under_its_id(database: Database) -> None:
    async with room(database) as counter_room:
        customer = await counter_room.customer()
        full = counter_room.counsellor(capacity=0)
        assert customer.conversation_id is not None
        claim, command_id = ClaimWaiting(customer.conversation_id), counter_room.command_id()
        refused = await counter_room.send(full, claim, command_id=command_id)
        assert refused == Problem("capacity_full", {"capacity": 0})
        roomier = type(full)(full.staff_id, full.display_name, full.roles, full.queues, 3)
        assert await counter_room.send(roomier, claim, command_id=command_id) == refused


async def test_one_actor_cannot_be_answered_with_another_ones_result(database: Database) -> None:
    async with room(database) as counter_room:
        one, other = await counter_room.customer(), await counter_room.customer()
        command_id = counter_room.command_id()
        first = await counter_room.send(one, says(one, "oma"), command_id=command_id)
        second = await counter_room.send(other, says(other, "eri"), command_id=command_id)
        assert isinstance(first, Accepted)
        assert isinstance(second, Accepted)
        assert (first.text, second.text) == ("oma", "eri")


def _breaks(group: Group) -> None:
    group.connection.execute(text("INSERT INTO no_such_table VALUES (1)"))


def _raises(group: Group) -> None:
    raise ZeroDivisionError


@pytest.mark.parametrize("bad", [_breaks, _raises])
async def test_a_failed_group_leaves_sequence_hash_and_states_as_they_were(
    database: Database, bad: Callable[[Group], None]
) -> None:
    async with room(database) as counter_room:
        customer = await counter_room.customer()
        before = await database.read(lambda c: c.execute(select(tables.head)).one())
        states = await database.read(lambda c: c.execute(select(tables.conversations)).all())
        with pytest.raises((WriteFailed, ZeroDivisionError)):
            await counter_room.groups.run(bad)
        assert await database.read(lambda c: c.execute(select(tables.head)).one()) == before
        assert await database.read(lambda c: c.execute(select(tables.conversations)).all()) == states
        # The next command goes on exactly where the last committed one stopped.
        answer = await counter_room.send(customer, says(customer, "jatkuu"))
        assert isinstance(answer, Accepted)
        assert (answer.seq, counter_room.told[-1].seq) == (2, 3)
        assert (await database.read(audit.verify)).broken == ()


async def test_a_bad_command_never_takes_its_neighbours_along(database: Database) -> None:
    async with room(database) as counter_room:
        customer = await counter_room.customer()
        jobs = [counter_room.send(customer, says(customer, f"hyvä {n}")) for n in range(10)]
        bad = [counter_room.groups.run(_breaks), counter_room.groups.run(_raises)]
        results = await asyncio.gather(*jobs[:5], *bad, *jobs[5:], return_exceptions=True)
        good = [one for one in results if isinstance(one, Accepted)]
        assert [one.seq for one in good] == list(range(2, 12))
        assert [type(one) for one in results if isinstance(one, Exception)] == [
            WriteFailed,
            ZeroDivisionError,
        ]
        assert [written.seq for written in counter_room.told] == list(range(1, 13))
        verified = await database.read(audit.verify)
        assert (verified.facts, verified.broken) == (12, ())


async def test_nothing_is_told_or_answered_before_the_commit(database: Database) -> None:
    seen: list[tuple[str, int]] = []
    told = 0

    def at(name: str) -> None:
        if name in ("before_commit", "after_commit"):
            seen.append((name, told))

    async with room(database, points=at) as counter_room:
        customer = await counter_room.customer()
        told = len(counter_room.told)
        await counter_room.send(customer, says(customer, "hei"))
    assert [name for name, _ in seen] == ["before_commit", "after_commit"] * 2
    assert {count for _, count in seen[2:]} == {told}


async def test_the_ledger_holds_no_text(database: Database) -> None:
    async with room(database) as counter_room:
        customer = await counter_room.customer("aivan salainen asia")
        await counter_room.send(customer, says(customer, "toinen salainen"))

    def everything(table: str) -> Callable[..., bytes]:
        return lambda c: repr(c.execute(text(f"SELECT * FROM {table}")).all()).encode()

    for table in ("ledger", "audit"):
        assert b"salainen" not in await database.read(everything(table))
    assert b"salainen" in await database.read(everything("facts"))


async def test_pages_of_messages_are_ascending_and_reach_the_first(database: Database) -> None:
    async with room(database) as counter_room:
        customer = await counter_room.customer("1")
        counsellor = counter_room.counsellor()
        conversation_id = await counter_room.claimed(customer, counsellor)
        for n in range(2, 12):
            who, what = (
                (customer, says(customer, str(n)))
                if n % 2
                else (counsellor, answers(conversation_id, str(n)))
            )
            assert isinstance(await counter_room.send(who, what), Accepted)

    def texts(before: int | None, limit: int) -> list[str]:
        with database.reading() as connection:
            row = connection.execute(select(tables.conversations.c.row)).scalar_one()
            page = fact_log.messages(connection, row, before=before, limit=limit)
        return [one.split(b'"text":"')[1].split(b'"')[0].decode() for one in page]

    assert texts(None, 4) == ["8", "9", "10", "11"]
    assert texts(8, 4) == ["4", "5", "6", "7"]
    assert texts(4, 200) == ["1", "2", "3"]
    assert texts(1, 200) == []


async def test_closing_takes_the_load_away_within_the_same_group(database: Database) -> None:
    async with room(database) as counter_room:
        first, second = await counter_room.customer(), await counter_room.customer()
        counsellor = counter_room.counsellor(capacity=1)
        held = await counter_room.claimed(first, counsellor)
        assert second.conversation_id is not None
        closed, claimed = await asyncio.gather(
            counter_room.send(counsellor, closes(held)),
            counter_room.send(counsellor, ClaimWaiting(second.conversation_id)),
        )
        assert isinstance(closed, Accepted)
        assert isinstance(claimed, Accepted)
    with database.reading() as connection:
        states = connection.execute(
            select(tables.conversations.c.state, func.count()).group_by(tables.conversations.c.state)
        ).all()
    assert sorted(tuple(row) for row in states) == [("closed", 1), ("held", 1)]


async def test_time_in_the_rows_is_the_clock_given(database: Database) -> None:
    clock = HandClock(1_000_000_000_000)
    # That was a Sunday in 2001: the chat is closed, and says so.
    async with room(database, clock=clock) as counter_room:
        counter_room_: Room = counter_room
        answer = await counter_room_.send(counter_room_.stranger(), counter_room_.opening())
        assert isinstance(answer, Problem)
        assert answer.code == "service_closed"


async def test_a_commit_that_fails_tells_and_remembers_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with room(database) as counter_room:
        customer = await counter_room.customer()
        told = len(counter_room.told)

        def fails(self: CommitGroups, connection: Connection, batch: object) -> None:
            raise sqlcipher3.OperationalError("disk I/O error")

        with monkeypatch.context() as patched:
            patched.setattr(CommitGroups, "_commit", fails)
            with pytest.raises(WriteFailed):
                await counter_room.send(customer, says(customer, "katoaa"))
        assert len(counter_room.told) == told
        answer = await counter_room.send(customer, says(customer, "jatkuu"))
        assert isinstance(answer, Accepted)
        assert (answer.seq, counter_room.told[-1].seq) == (2, 3)
        assert (await database.read(audit.verify)).broken == ()


async def test_a_fault_in_telling_does_not_end_all_writing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_written: object) -> None:
        raise ZeroDivisionError

    faults: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: faults.append(context["exception"]))
    async with room(database) as counter_room:
        customer = await counter_room.customer()
        with monkeypatch.context() as patched:
            patched.setattr(counter_room.groups, "_tell", fails)
            assert isinstance(await counter_room.send(customer, says(customer, "yksi")), Accepted)
        assert isinstance(await counter_room.send(customer, says(customer, "kaksi")), Accepted)
    assert [type(fault) for fault in faults] == [ZeroDivisionError]


async def test_what_another_process_wrote_is_seen_by_the_next_command(database: Database) -> None:
    async with room(database) as counter_room:
        customer = await counter_room.customer()
        await counter_room.send(customer, says(customer, "toinen"))
        with database.writing() as other:
            other.execute(tables.conversations.update().values(last_seq=40))
        answer = await counter_room.send(customer, says(customer, "kolmas"))
        assert isinstance(answer, Accepted)
        assert answer.seq == 41


async def test_long_work_that_changes_a_conversation_is_seen_by_the_next_command(database: Database) -> None:
    async with room(database) as counter_room:
        customer = await counter_room.customer()
        await counter_room.send(customer, says(customer, "toinen"))
        await counter_room.groups.write(
            lambda connection: connection.execute(tables.conversations.update().values(last_seq=40))
        )
        answer = await counter_room.send(customer, says(customer, "kolmas"))
        assert isinstance(answer, Accepted)
        assert answer.seq == 41


async def test_a_command_waits_for_another_process_and_is_then_taken(database: Database) -> None:
    async with room(database) as counter_room:
        customer = await counter_room.customer()
        other = database.engine.connect()
        other.info["writes"] = True
        with contextlib.closing(other):
            transaction = other.begin()
            if database.is_postgres:
                other.execute(select(tables.head).with_for_update())
            async with asyncio.TaskGroup() as tasks:
                sent = tasks.create_task(counter_room.send(customer, says(customer, "odottaa")))
                for _ in range(20):
                    await asyncio.sleep(0.005)
                assert not sent.done()
                transaction.commit()
            other.info.pop("writes")
        assert isinstance(sent.result(), Accepted)


async def test_in_the_loop_nobody_waits_for_a_lock(database: Database) -> None:
    if database.is_postgres:
        pytest.skip("its groups run in the thread")
    async with room(database) as counter_room:
        waits = await counter_room.groups.run(
            lambda group: group.connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one()
        )
    assert waits == 0


async def test_long_work_runs_beside_the_loop(database: Database) -> None:
    async with room(database) as counter_room:
        threads = [
            await counter_room.groups.run(lambda _: threading.current_thread().name, effort=effort)
            for effort in (Effort.LONG, Effort.DEED)
        ]
    assert threads == ["writer", "writer" if database.is_postgres else "MainThread"]


async def test_many_deeds_at_once_do_not_hold_the_loop(database: Database) -> None:
    async with room(database) as counter_room:
        threads = await asyncio.gather(
            *(
                counter_room.groups.run(lambda _: threading.current_thread().name)
                for _ in range(MOST_DEEDS_IN_LOOP + 1)
            )
        )
    assert set(threads) == {"writer"}


def _is_cancelled(group: Group) -> None:
    raise asyncio.CancelledError


def _stops_iterating(group: Group) -> None:
    raise StopIteration


@pytest.mark.parametrize("bad", [_is_cancelled, _stops_iterating])
async def test_whatever_a_job_raises_is_answered_and_writing_goes_on(
    database: Database, bad: Callable[[Group], None]
) -> None:
    async with room(database) as counter_room:
        customer = await counter_room.customer()
        with pytest.raises(RuntimeError, match="a piece of work ended with"):
            await counter_room.groups.run(bad)
        assert isinstance(await counter_room.send(customer, says(customer, "jatkuu")), Accepted)


async def test_stopping_twice_and_stopping_what_never_began_is_no_fault(database: Database) -> None:
    groups = CommitGroups(database, HandClock(), lambda _: None)
    await groups.stop()
    groups.start()
    await asyncio.gather(groups.stop(), groups.stop())
    with pytest.raises(WriteFailed):
        await groups.run(lambda _: None)
