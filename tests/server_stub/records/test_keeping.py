"""What is left of a conversation whose time is over: columns, pages and SQLite's log are looked through."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select

from server_stub.helpline.actors import StaffActor
from server_stub.helpline.consultation_values import (
    ClaimConsultation,
    CloseConsultation,
    Consultation,
    OpenConsultation,
    WithdrawConsultation,
    WriteToConsultation,
)
from server_stub.helpline.conversation_commands import (
    CloseConversation,
    EndConversation,
    TransferConversation,
    WrapUp,
    WriteMessage,
    WriteNote,
)
from server_stub.helpline.help_values import CallForHelp
from server_stub.helpline.offer_values import DeclineOffer, OfferTransfer
from server_stub.helpline.retention import DAY_MS, Retention
from server_stub.records import audit, fact_log, keeping, tables
from server_stub.records.checkpointer import Checkpointer
from server_stub.records.database import Database, Place, SqliteFile
from server_stub.wire.answers import Accepted
from tests.server_stub.counter.test_consultations import ADVICE, SENIORS, ask, now
from tests.server_stub.counter.test_offers import there
from tests.server_stub.records.test_erasing import pages_of, size_of_log, traces_in
from tests.support import contract
from tests.support.backend import ROOT
from tests.support.counter_room import MORNING, HandClock, Room, room, says

pytestmark = pytest.mark.asyncio

CANARY, OTHER = "kanarialintu", "harakka"
TIMES = Retention(anonymous_days=183, exported_days=30)
HALF_YEAR_S = 183 * 24 * 3_600
QUEUE = "#soshON_perheasiat_chat"


async def talked(r: Room, word: str) -> str:
    """A closed conversation with the word wherever somebody can write one; its id."""
    maija, sirpa = r.counsellor("Maija", lines=[ADVICE]), await there(r, r.counsellor("Sirpa"))
    customer = await r.customer(f"Kysyn asiaa {word}")
    held = await r.claimed(customer, maija)
    question = OpenConsultation(
        ADVICE, "non_urgent", f"Aihe {word}", f"Kysymys {word}", held, (1,), is_identity_allowed=False
    )
    asked = await ask(r, maija, question)
    await accepted(r.consult(maija, WithdrawConsultation(asked.consultation_id)))
    for command in (
        WriteMessage(held, f"Vastaus {word}", 2),
        WriteNote(held, f"Muistiinpano {word}", 2),
        CallForHelp(held, f"Apua {word}", 2),
        OfferTransfer(held, sirpa.staff_id, f"Ota {word}", 2),
    ):
        await accepted(r.send(maija, command))
    await accepted(r.send(sirpa, DeclineOffer(held, f"En ehdi {word}", 2)))
    await accepted(r.send(maija, TransferConversation(held, QUEUE, f"Sinulle {word}", 2)))
    await r.claimed(customer, maija)
    await accepted(r.send(customer, says(customer, f"Kiitos {word}")))
    await accepted(r.send(maija, EndConversation(held, 4)))
    await accepted(r.send(maija, WrapUp(held, ("asuminen",), "ohjattu", f"Lisätieto {word}", 1, 4)))
    return held


async def accepted(sent: Awaitable[object]) -> None:
    answer = await sent
    assert isinstance(answer, Accepted), answer


async def erased(r: Room) -> list[str]:
    """One night's round; which were erased."""
    due = await r.database.read(partial(keeping.due, retention=TIMES, now=r.clock.now))
    return [
        each
        for each in due
        if await r.groups.run(partial(keeping.erase, actor="clock", conversation_id=each, retention=TIMES))
    ]


async def test_no_word_of_an_anonymous_conversation_stands_anywhere_after_half_a_year(
    place: Place, database: Database
) -> None:
    """P10, P11: rows, facts, pages and SQLite's log; facts keep place and form, figures stay."""
    copies = Checkpointer(database)
    async with room(database) as r:
        gone = await talked(r, CANARY)
        r.clock.advance(seconds=24 * 3_600)
        await talked(r, OTHER)
        where = {(table, column) for table, column, _ in traces_in(database, (CANARY,))}
        assert {table for table, _ in where} >= {
            "conversations",
            "facts",
            "notes",
            "wrap_ups",
            "consultations",
        }
        before = len(traces_in(database, (OTHER,)))
        facts_before = counts(database)
        r.clock.advance(seconds=HALF_YEAR_S - 24 * 3_600 - 60)
        assert await erased(r) == []
        r.clock.advance(seconds=120)
        assert await erased(r) == [gone]
        assert traces_in(database, (CANARY,)) == []
        assert len(traces_in(database, (OTHER,))) == before
        assert counts(database) == facts_before
        assert await erased(r) == []
        with database.reading() as connection:
            assert audit.verify(connection).broken == ()
            facts = tables.facts.c
            bodies = connection.execute(select(facts.kind, facts.body).where(facts.salt.is_(None))).all()
            assert len(bodies) > 10
            for kind, body in bodies:
                form = f"Staff{kind}" if f"Staff{kind}" in contract.definitions() else kind
                assert contract.problems_of(form, json.loads(bytes(body))) == [], kind
            replay = fact_log.staff_replay(connection, 0, frozenset({f"q:{QUEUE}"}), entitled_from=0)
            assert replay.facts
        if isinstance(place, SqliteFile):
            copies.clear()
            copies._copy()
            assert size_of_log(place) == 0
            pages = pages_of(place)
            assert CANARY.encode() not in pages
            assert OTHER.encode() in pages


async def test_a_hold_and_a_missing_export_keep_a_conversation_for_fifteen_years(database: Database) -> None:
    """P10: what is held, or identified and not in the client record system, is erased in no month of them."""
    async with room(database) as r:
        held, identified = await talked(r, CANARY), await talked(r, OTHER)
        with database.writing() as connection:
            mark(connection, held, "held_at", r.clock.now)
            of = tables.conversations
            connection.execute(
                of.update().where(of.c.conversation_id == identified).values(identity="identified")
            )
        for _ in range(15 * 12):
            r.clock.advance(seconds=DAY_MS / 1000 * 30.4375)
            assert await erased(r) == []
        with database.reading() as connection:
            anonymous, known = keeping.standing(connection, TIMES, now=r.clock.now)
        assert (anonymous.with_words, anonymous.due, anonymous.held) == (1, 0, 1)
        assert (known.with_words, known.due, known.waiting_for_export) == (1, 0, 1)
        with database.writing() as connection:
            mark(connection, held, "held_at", None)
            mark(connection, identified, "exported_at", r.clock.now)
        assert await erased(r) == [held]
        r.clock.advance(seconds=30 * 24 * 3_600)
        assert await erased(r) == [identified]
        assert traces_in(database, (CANARY, OTHER)) == []


async def test_what_was_written_after_an_export_waits_for_the_next(database: Database) -> None:
    """P10: an identified conversation marked while it went on has words that stand nowhere else."""
    async with room(database) as r:
        customer, maija = await r.customer("Kysyn asiaa"), r.counsellor("Maija")
        held = await r.claimed(customer, maija)
        with database.writing() as connection:
            connection.execute(tables.conversations.update().values(identity="identified"))
            mark(connection, held, "exported_at", r.clock.now)
        r.clock.advance(seconds=60)
        await accepted(r.send(maija, WriteMessage(held, f"Päätös {CANARY}", 2)))
        await accepted(r.send(maija, CloseConversation(held, 2)))
        r.clock.advance(seconds=31 * 24 * 3_600)
        assert await erased(r) == []
        assert traces_in(database, (CANARY,))
        with database.reading() as connection:
            _, known = keeping.standing(connection, TIMES, now=r.clock.now)
        assert (known.due, known.waiting_for_export) == (0, 1)


async def answered(r: Room) -> tuple[StaffActor, str, Consultation]:
    """A closed conversation about which something was asked and answered; who asked."""
    maija, sirpa = r.counsellor("Maija", lines=[ADVICE]), r.counsellor("Sirpa", lines=[SENIORS])
    held = await r.claimed(await r.customer(f"Kysyn asiaa {CANARY}"), maija)
    question = OpenConsultation(
        SENIORS, "non_urgent", f"Aihe {CANARY}", f"Kysymys {CANARY}", held, (1,), is_identity_allowed=False
    )
    about = (await ask(r, maija, question)).consultation_id
    await accepted(r.consult(sirpa, ClaimConsultation(about)))
    await accepted(r.consult(sirpa, WriteToConsultation(about, f"Vastaus {CANARY}", True, 2)))
    await accepted(r.send(maija, CloseConversation(held, 2)))
    return maija, held, await now(r, about)


async def test_an_answered_consultation_keeps_its_conversation_until_it_is_closed(database: Database) -> None:
    """P10: its asker may ask further; afterwards all of it goes, though not in the commit that closes it."""
    async with room(database) as r:
        maija, held, asked = await answered(r)
        r.clock.advance(seconds=HALF_YEAR_S + 60)
        assert await erased(r) == []
        with database.reading() as connection:
            anonymous, _ = keeping.standing(connection, TIMES, now=r.clock.now)
        assert (anonymous.due, anonymous.consulted) == (0, 1)
        erase = partial(keeping.erase, actor="clock", conversation_id=held, retention=TIMES)
        _, is_erased = await asyncio.gather(
            accepted(r.consult(maija, CloseConsultation(asked.consultation_id))), r.groups.run(erase)
        )
        assert is_erased is False
        assert await erased(r) == [held]
        assert traces_in(database, (CANARY,)) == []


async def test_what_is_said_about_an_erased_conversation_goes_when_it_is_over(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """P10, P11: those erased while somebody asked about them still are looked at again."""
    async with room(database) as r:
        maija, held, asked = await answered(r)
        r.clock.advance(seconds=HALF_YEAR_S + 60)
        with monkeypatch.context() as without:
            without.setattr(keeping, "_consulted", lambda _: frozenset())
            assert await erased(r) == [held]
        about = asked.consultation_id
        await accepted(
            r.consult(maija, WriteToConsultation(about, CANARY, False, asked.responsibility_version))
        )
        assert await erased(r) == []
        await accepted(r.consult(maija, WithdrawConsultation(about)))
        assert await erased(r) == [held]
        assert traces_in(database, (CANARY,)) == []
        assert await erased(r) == []
        with database.reading() as connection:
            assert audit.verify(connection).broken == ()


async def test_what_is_held_between_the_asking_and_the_erasing_stays(database: Database) -> None:
    """P10: it is asked again under the lock."""
    async with room(database) as r:
        held = await talked(r, CANARY)
        r.clock.advance(seconds=HALF_YEAR_S + 60)
        assert await r.database.read(partial(keeping.due, retention=TIMES, now=r.clock.now)) == (held,)
        with database.writing() as connection:
            mark(connection, held, "held_at", r.clock.now)
        erase = partial(keeping.erase, actor="clock", conversation_id=held, retention=TIMES)
        assert await r.groups.run(erase) is False
        assert traces_in(database, (CANARY,))


def mark(connection: Connection, conversation_id: str, what: str, at: int | None) -> None:
    found = keeping.markable(connection, conversation_id)
    assert found is not None
    keeping.mark(connection, found.row, what, at)


def counts(database: Database) -> dict[str, int]:
    """How many rows there are to count by, and facts."""
    with database.reading() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (tables.facts, tables.conversations, tables.wrap_ups, tables.wrap_up_reasons)
        }


async def test_a_killed_round_leaves_each_conversation_whole_or_erased_and_the_next_goes_on(
    place: Place, database: Database, tmp_path: Path
) -> None:
    """P10: the real program is killed among its commits; the next round ends what it had not done."""
    if not isinstance(place, SqliteFile):
        pytest.skip("the process is started on a file")
    async with room(database, clock=HandClock(MORNING - 52 * 7 * DAY_MS)) as r:
        ids = [await talked(r, CANARY) for _ in range(4)]
    key = tmp_path / "of_the_file.key"
    key.touch(mode=0o600)
    key.write_text(place.key.hex(), encoding="ascii")
    (tmp_path / "vuoro.yaml").write_text(f"database: {place.path}\nkey_file: {key}\n", encoding="utf-8")
    words = [sys.executable, "-m", "server_stub", "retention", "--data", str(tmp_path)]
    kill_among_commits(words, database)
    done = 0
    for is_erased, salted, total in states(database):
        assert salted == (0 if is_erased else total)
        done += is_erased
    assert said_by(words)[-1] == f"{len(ids) - done} erased"
    assert traces_in(database, (CANARY,)) == []
    with database.reading() as connection:
        assert audit.verify(connection).broken == ()


def kill_among_commits(words: list[str], database: Database) -> None:
    """Start the program and kill it as soon as it has erased one."""
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout is not None
        for _ in ("anonymous", "due", "identified"):
            assert killed.stdout.readline()  # what it says before it begins
        while not any(erased for erased, _, _ in states(database)):
            assert killed.poll() is None
        killed.kill()


def said_by(words: list[str]) -> list[str]:
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()


def states(database: Database) -> list[tuple[bool, int, int]]:
    """For each conversation whether it is marked as erased, its facts with words, and all of them."""
    facts, keepings = tables.facts.c, tables.keepings.c
    asked = (
        select(keepings.erased_at, func.count(facts.salt), func.count())
        .select_from(tables.facts)
        .outerjoin(tables.keepings, keepings.conversation == facts.conversation)
        .where(facts.conversation.is_not(None))
        .group_by(facts.conversation, keepings.erased_at)
    )
    with database.reading() as connection:
        return [(at is not None, salted, total) for at, salted, total in connection.execute(asked)]
