"""A span masked by hand stands nowhere any more: every column, every page, SQLite's log (P02, I13)."""

import asyncio
import json
import threading
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select, update

from server_stub.helpline.actors import CustomerActor, StaffActor
from server_stub.helpline.consultation_values import OpenConsultation
from server_stub.helpline.conversation_commands import CloseConversation, ReturnToQueue
from server_stub.helpline.masking import COVER
from server_stub.helpline.masking_values import MaskSpan
from server_stub.helpline.values import Problem
from server_stub.records import audit, fact_log, masking, snapshots, tables
from server_stub.records.checkpointer import Checkpointer
from server_stub.records.database import Database, Place, SqliteFile
from server_stub.wire.answers import Accepted
from tests.server_stub.records.test_erasing import pages_of, size_of_log, traces_in
from tests.support import contract
from tests.support.counter_room import Room, room, says

pytestmark = pytest.mark.asyncio

SECRET = "Kanarialinnun"
TEXT = f"Lapseni {SECRET} sairaus"
SPAN = (8, 8 + len(SECRET))
MASKED = f"Lapseni {COVER} sairaus"
ADVICE = "KONSULTAATIO_NEUVONTA"


def mask(
    held: str, *, seq: int = 1, span: tuple[int, int] = SPAN, before: int = 0, version: int = 2
) -> MaskSpan:
    return MaskSpan(held, seq, *span, before, version)


async def talking(r: Room) -> tuple[CustomerActor, StaffActor, str]:
    """Who wrote the secret, who holds it, and the conversation: the line is also in the heads of facts."""
    customer, maija = await r.customer(TEXT), r.counsellor("Maija")
    return customer, maija, await r.claimed(customer, maija)


def bodies(database: Database, kind: str) -> list[dict[str, Any]]:
    with database.reading() as connection:
        rows = connection.execute(
            select(tables.facts.c.body).where(tables.facts.c.kind == kind).order_by(tables.facts.c.seq)
        ).scalars()
        return [json.loads(bytes(row)) for row in rows]


def digests_of_messages(database: Database) -> set[bytes]:
    """What the ledger has of the commands that wrote a message: what was covered could be guessed from it."""
    written_by = [fact["caused_by"] for fact in bodies(database, "MessageWritten")]
    ledger = tables.ledger.c
    with database.reading() as connection:
        kept = select(ledger.digest).where(ledger.command_id.in_(written_by))
        return {bytes(digest) for digest in connection.execute(kept).scalars()}


async def test_every_copy_of_the_span_is_written_over_and_the_log_holds(database: Database) -> None:
    """P02, I13: fact, last line, heads in facts, earlier maskings, what went with a consultation."""
    async with room(database) as r:
        _, maija, held = await talking(r)
        assert isinstance(await r.consult(maija, asking(held)), Accepted)
        assert {(table, column) for table, column, _ in traces_in(database, (SECRET,))} == {
            ("facts", "body"),
            ("conversations", "last_line"),
            ("consultation_entries", "attached"),
        }
        assert isinstance(await r.send(maija, mask(held, span=(0, 7))), Accepted)
        moved = SPAN[0] - 7 + len(COVER), SPAN[1] - 7 + len(COVER)
        assert isinstance(await r.send(maija, mask(held, span=moved, before=1)), Accepted)
        assert traces_in(database, (SECRET,)) == []
        assert digests_of_messages(database) == {b""}
        assert {fact["text"] for fact in bodies(database, "MessageWritten")} == {f"{COVER} {COVER} sairaus"}
        assert {tuple(fact["masked"]) for fact in bodies(database, "SpanMasked")} == {("by_hand", "by_hand")}
        for kind in ("MessageWritten", "SpanMasked", "ConversationEntered", "ConsultationOpened"):
            for body in bodies(database, kind):
                assert contract.problems_of_ours(kind, body) == []
        with database.reading() as connection:
            verified = audit.verify(connection)
            entries = connection.execute(select(tables.audit.c.entry)).scalars().all()
        assert verified.broken == ()
        told = [bytes(entry).decode().split("\x1f") for entry in entries]
        assert {row[3] for row in told if row[4] == masking.REWRITTEN} == {maija.address}
        assert len([row for row in told if row[4] == "SpanMasked" and row[5] == held]) == 2
        assert isinstance(await r.send(maija, CloseConversation(held, 2)), Accepted)


def asking(held: str) -> OpenConsultation:
    """A question with the secret's line."""
    return OpenConsultation(ADVICE, "non_urgent", "Aihe", "Kysymys", held, (1,), is_identity_allowed=False)


async def test_a_line_that_is_attached_in_the_commit_that_masks_it_is_covered_there(
    database: Database,
) -> None:
    """P02, I13: the fact that tells of the question is not written yet when the span is."""
    async with room(database) as r:
        _, maija, held = await talking(r)
        outcomes = await asyncio.gather(r.consult(maija, asking(held)), r.send(maija, mask(held)))
        assert [type(one) for one in outcomes] == [Accepted, Accepted]
        assert traces_in(database, (SECRET,)) == []
        (told,) = bodies(database, "ConsultationOpened")
        assert MASKED in json.dumps(told, ensure_ascii=False)
        with database.reading() as connection:
            assert audit.verify(connection).broken == ()


async def test_a_line_is_attached_as_the_same_commit_has_left_the_conversation(database: Database) -> None:
    """I8: who has given it back within the commit attaches nothing of it any more."""
    async with room(database) as r:
        _, maija, held = await talking(r)
        outcomes = await asyncio.gather(r.send(maija, ReturnToQueue(held, 2)), r.consult(maija, asking(held)))
        assert outcomes[1] == Problem("not_found")


@pytest.mark.parametrize("first", ["attaches", "masks"])
async def test_one_process_attaches_a_line_while_another_masks_it(
    place: Place, database: Database, first: str
) -> None:
    """P02, I13: whichever comes second waits for the other's commit, and the span stands nowhere."""
    if isinstance(place, SqliteFile):
        pytest.skip("one process serves a file")
    armed, reached, gone_ahead = threading.Event(), threading.Event(), threading.Event()

    def hold(name: str) -> None:
        """The first one's commit comes only when the second waits for it, or has decided without it."""
        if name == "before_commit" and armed.is_set():
            armed.clear()
            reached.set()
            while not (gone_ahead.is_set() or somebody_waits(database)):
                gone_ahead.wait(0.02)

    def passed(name: str) -> None:
        if name == "after_decide":
            gone_ahead.set()

    async with room(database, points=hold) as one, room(database, points=passed) as other:
        _, maija, held = await talking(one)
        armed.set()
        attaches, masks = (one, other) if first == "attaches" else (other, one)
        acts = [
            partial(attaches.consult, maija, asking(held)),
            partial(masks.send, maija, mask(held)),
        ]
        if first == "masks":
            acts.reverse()
        async with asyncio.TaskGroup() as both:
            tasks = [both.create_task(acts[0]())]
            assert await asyncio.to_thread(reached.wait, 10)
            tasks.append(both.create_task(acts[1]()))
        assert [type(task.result()) for task in tasks] == [Accepted, Accepted]
        assert traces_in(database, (SECRET,)) == []


def somebody_waits(database: Database) -> bool:
    """Whether a transaction waits for another's lock."""
    with database.reading() as connection:
        waiting = connection.exec_driver_sql(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return bool(waiting.scalar_one())


async def test_a_fact_that_was_written_over_is_still_held_by_the_chain(database: Database) -> None:
    """I12: what is left of it cannot be edited unseen."""
    async with room(database) as r:
        _, maija, held = await talking(r)
        await r.send(maija, mask(held))
        written = tables.facts.c.kind == "MessageWritten"
        with database.writing() as connection:
            body = bytes(connection.execute(select(tables.facts.c.body).where(written)).scalar_one())
            edited = body.replace(b"sairaus", b"terveys")
            connection.execute(tables.facts.update().where(written).values(body=edited))
        with database.reading() as connection:
            (broken,) = audit.verify(connection).broken
        assert "edited" in broken.sentence


async def test_the_canary_is_found_where_nothing_is_written_over(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search of these tests finds what it looks for."""
    monkeypatch.setattr(masking, "write_over", lambda *_args, **_named: None)
    async with room(database) as r:
        _, maija, held = await talking(r)
        await r.send(maija, mask(held))
        assert {table for table, _, _ in traces_in(database, (SECRET,))} == {"facts"}


async def test_a_replay_a_snapshot_and_a_page_tell_the_message_as_it_is_now(database: Database) -> None:
    """P02: a stale reader who catches up is given old facts, and none of them has the words."""
    async with room(database) as r:
        customer, maija, held = await talking(r)
        await r.send(customer, says(customer, "toka"))
        await r.send(maija, mask(held))
        found = await database.read(lambda c: snapshots.conversation(c, held))
        assert found is not None
        row = found.row or 0
        page = await database.read(lambda c: fact_log.messages(c, row, before=2, limit=50))
        assert [json.loads(message)["text"] for message in page] == [MASKED]
        replay = await database.read(lambda c: fact_log.customer_replay(c, 0, held))
        mine = await database.read(
            lambda c: fact_log.staff_replay(c, 0, frozenset({maija.address}), entitled_from=0)
        )
        given = [*(replay.facts or ()), *(mine.facts or ())]
        assert given
        assert [fact.kind for fact in given if SECRET.encode() in fact.body] == []


async def test_the_same_press_twice_is_one_act_and_a_second_press_is_refused(database: Database) -> None:
    async with room(database) as r:
        _, maija, held = await talking(r)
        first = await r.send(maija, mask(held), command_id="0" * 32)
        assert first == await r.send(maija, mask(held), command_id="0" * 32)
        assert await r.send(maija, mask(held)) == Problem("message_changed")
        assert r.kinds_told().count("SpanMasked") == 1


async def test_what_the_queue_is_given_back_has_no_words_of_it(database: Database) -> None:
    async with room(database) as r:
        _, maija, held = await talking(r)
        await r.send(maija, mask(held))
        await r.send(maija, ReturnToQueue(held, 2))
        assert bodies(database, "ConversationEntered")[-1]["head"]["last_line"] == MASKED


async def test_no_page_of_the_file_and_no_copy_in_the_log_holds_it(
    place: Place, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """P02, I13: what SQLite leaves in free pages and in its write-ahead log is gone too."""
    if not isinstance(place, SqliteFile):
        pytest.skip("PostgreSQL reuses its pages by itself (VACUUM)")
    copies = Checkpointer(database)
    asked: list[bool] = []
    async with room(database) as r:
        # Emptied here, by one thread alone, so that the test knows when.
        monkeypatch.setattr(r.groups, "empty_log", lambda: asked.append(True))
        _, maija, held = await talking(r)
        copies.clear()
        copies._copy()
        assert SECRET.encode() in pages_of(place)
        await r.send(maija, mask(held))
        assert asked == [True]
        copies.clear()
        copies._copy()
        assert size_of_log(place) == 0
        assert SECRET.encode() not in pages_of(place)
        assert MASKED.encode() in pages_of(place)


async def test_a_line_that_the_holder_does_not_see_is_none_of_hers_to_mask(database: Database) -> None:
    """Decision 40: what stays apart after a move is not there for whoever has the conversation now."""
    async with room(database) as r:
        _, maija, held = await talking(r)
        with database.writing() as connection:
            connection.execute(update(tables.conversations).values(shown_after_seq=1))
        assert await r.send(maija, mask(held)) == Problem("message_changed")
        assert bodies(database, "SpanMasked") == []
