"""How a conversation's facts are read: each knows the one before it, every 64th stands by a milestone."""

import asyncio
import random

import pytest
from sqlalchemy import func, select

from server_stub.helpline.conversation_commands import MarkRead
from server_stub.records import fact_log, tables
from server_stub.records.database import Database
from server_stub.records.group import MILESTONE_EVERY
from server_stub.wire.facts import decode_message_written
from tests.support.counter_room import Room, answers, room, says

pytestmark = pytest.mark.asyncio

MESSAGES = 3 * MILESTONE_EVERY


async def two_talk_at_once(r: Room) -> list[int]:
    """Two conversations in the same groups, read marks between; the rows of both."""
    counsellor = r.counsellor()
    customers = [await r.customer("eka"), await r.customer("toka")]
    ids = [await r.claimed(customer, counsellor) for customer in customers]
    for first in range(0, MESSAGES, 16):
        await asyncio.gather(
            *(
                r.send(customer, says(customer, f"viesti {n}"))
                for n in range(first, first + 16)
                for customer in customers
            ),
            *(r.send(counsellor, answers(id_, "selvä")) for id_ in ids),
            *(r.send(counsellor, MarkRead(id_, first)) for id_ in ids),
        )
    conversations = tables.conversations.c
    with r.database.reading() as connection:
        return list(
            connection.execute(
                select(conversations.row).where(conversations.conversation_id.in_(ids))
            ).scalars()
        )


async def test_every_fact_of_a_conversation_names_the_one_before_it(database: Database) -> None:
    async with room(database) as r:
        rows = await two_talk_at_once(r)
        facts, conversations = tables.facts.c, tables.conversations.c
        with database.reading() as connection:
            for row in rows:
                told = connection.execute(
                    select(facts.seq, facts.before).where(facts.conversation == row).order_by(facts.seq)
                ).all()
                last = connection.execute(
                    select(conversations.last_fact).where(conversations.row == row)
                ).scalar_one()
                seqs = [seq for seq, _ in told]
                assert [before for _, before in told] == [None, *seqs[:-1]]
                assert last == seqs[-1]


async def test_any_page_of_a_long_conversation_is_what_a_look_through_all_of_it_finds(
    database: Database,
) -> None:
    chance = random.Random(4)
    async with room(database) as r:
        rows = await two_talk_at_once(r)
        facts, milestones = tables.facts.c, tables.milestones.c
        with database.reading() as connection:
            for row in rows:
                bodies = connection.execute(
                    select(facts.body)
                    .where(facts.conversation == row, facts.kind == "MessageWritten")
                    .order_by(facts.seq)
                ).scalars()
                seqs = [decode_message_written(bytes(body)).seq for body in bodies]
                assert seqs == list(range(1, len(seqs) + 1))
                assert len(seqs) >= MESSAGES
                numbered = connection.execute(
                    select(func.count()).where(milestones.conversation == row)
                ).scalar_one()
                assert numbered >= MESSAGES // MILESTONE_EVERY
                for _ in range(60):
                    before = chance.choice([None, chance.randint(0, len(seqs) + 40)])
                    up_to = chance.choice([None, chance.randint(0, len(seqs) + 40)])
                    limit = chance.choice([1, 5, 50, 200])
                    page = fact_log.messages(connection, row, before=before, up_to=up_to, limit=limit)
                    wanted = [
                        seq
                        for seq in seqs
                        if (before is None or seq < before) and (up_to is None or seq <= up_to)
                    ]
                    assert [_seq(message) for message in page] == wanted[-limit:], (before, up_to, limit)


async def test_a_customer_who_missed_any_number_of_facts_is_told_those(database: Database) -> None:
    async with room(database) as r:
        await two_talk_at_once(r)
        conversations = tables.conversations.c
        with database.reading() as connection:
            for conversation_id, last in connection.execute(
                select(conversations.conversation_id, conversations.last_number)
            ):
                whole = fact_log.customer_replay(connection, 0, conversation_id)
                assert whole.facts is not None
                for cursor in (0, 1, last // 2, last - 1, last):
                    replay = fact_log.customer_replay(connection, cursor, conversation_id)
                    assert replay.facts == tuple(f for f in whole.facts if (f.number or 0) > cursor)
                numbers = [fact.number for fact in whole.facts]
                assert numbers == sorted(numbers, key=lambda number: number or 0)
                assert len(numbers) > MESSAGES


def _seq(message: bytes) -> int:
    return int(message.split(b'"seq":')[1].split(b",")[0])
