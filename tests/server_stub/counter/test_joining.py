"""Reading along through the middle, on both databases: what she is given, and what the customer is told."""

import json

import pytest

from server_stub.helpline.actors import StaffActor
from server_stub.helpline.conversation_commands import WriteNote
from server_stub.helpline.help_values import CallForHelp, JoinConversation, LeaveConversation
from server_stub.helpline.values import Problem
from server_stub.records import audit, snapshots
from server_stub.records.database import Database
from server_stub.wire.answers import Accepted
from tests.server_stub.counter.test_help_calls import supervisor
from tests.support.counter_room import Room, answers, room

pytestmark = pytest.mark.asyncio


async def window(database: Database, reader: StaffActor) -> list[tuple[str, int, int]]:
    """What a snapshot holds for her: conversation, messages, notes."""
    view = await database.read(
        lambda c: snapshots.staff_view(
            c, staff_id=reader.staff_id, queues=(), window=50, today=0, supervises=True
        )
    )
    return [(one.conversation.conversation_id, len(one.messages), len(one.notes)) for one in view.seen]


async def called(r: Room) -> tuple[str, StaffActor, StaffActor]:
    """A conversation in which Maija calls, and Anna who was called."""
    customer, maija, anna = await r.customer("eka"), r.counsellor("Maija"), supervisor(r)
    held = await r.claimed(customer, maija)
    assert isinstance(await r.send(maija, CallForHelp(held, "Uhkaava tilanne", 2)), Accepted)
    return held, maija, anna


async def test_who_joins_has_the_conversation_until_she_leaves(database: Database) -> None:
    async with room(database) as r:
        held, maija, anna = await called(r)
        await r.send(maija, WriteNote(held, "Sovittu poliisin kanssa.", 2))
        assert await window(database, anna) == []
        joined = await r.send(anna, JoinConversation(held, 2))
        assert isinstance(joined, Accepted)
        assert joined.cursor == r.told[-1].seq
        assert await window(database, anna) == [(held, 1, 1)]
        await r.send(maija, answers(held, "Hetki."))
        assert r.told[-1].addressed.audience == (maija.address, anna.address, f"c:{held}")
        assert await r.send(anna, answers(held, "Minä vastaan.")) == Problem("not_found")
        assert isinstance(await r.send(anna, WriteNote(held, "Kysy osoite.", 2)), Accepted)
        older = await database.read(
            lambda c: snapshots.older_messages(c, held, before=None, limit=9, reader_id=anna.staff_id)
        )
        assert older is not None
        assert len(older[0]) == 2
        assert isinstance(await r.send(anna, LeaveConversation(held, 2)), Accepted)
        assert await window(database, anna) == []
        gone = await database.read(
            lambda c: snapshots.older_messages(c, held, before=None, limit=9, reader_id=anna.staff_id)
        )
        assert gone is None
        await r.send(maija, answers(held, "Jatketaan."))
        assert anna.address not in r.told[-1].addressed.audience
        with database.reading() as connection:
            assert not audit.verify(connection).broken


async def test_the_customer_is_told_that_somebody_reads_along_and_nothing_else(database: Database) -> None:
    """trust.md I10: neither who, nor what was written to her, nor notes."""
    async with room(database) as r:
        held, _, anna = await called(r)
        before = len(r.told)
        await r.send(anna, JoinConversation(held, 2))
        moment = await database.read(lambda c: snapshots.customer_moment(c, held, window=50))
        assert moment is not None
        assert moment.seen.conversation.joined_at is not None
        await r.send(anna, WriteNote(held, "Kysy osoite.", 2))
        await r.send(anna, LeaveConversation(held, 2))
        hers = [each for each in r.told[before:] if f"c:{held}" in each.addressed.audience]
        bodies = [json.loads(each.customer_body or each.body) for each in hers]
        assert [body["type"] for body in bodies] == ["ConversationJoined", "JoiningEnded"]
        for body in bodies:
            assert set(body) == {"type", "at", "caused_by", "conversation_id"}


async def test_joining_survives_a_restart_and_is_the_same_a_second_time(database: Database) -> None:
    async with room(database) as r:
        held, _, anna = await called(r)
        first = await r.send(anna, JoinConversation(held, 2), command_id="0" * 32)
        assert first == await r.send(anna, JoinConversation(held, 2), command_id="0" * 32)
        found = await database.read(lambda c: snapshots.conversation(c, held))
        assert found is not None
        assert (found.helper_id, found.joined_at is not None) == (anna.staff_id, True)
        assert r.kinds_told().count("ConversationJoined") == 1
