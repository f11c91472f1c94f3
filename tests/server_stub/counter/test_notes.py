"""Notes: for professionals only, they go with the conversation to whoever holds it next."""

import json
from typing import Any

import pytest

from server_stub.counter.streams import Streams, Subject
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.conversation_commands import (
    ClaimWaiting,
    CloseConversation,
    EndConversation,
    ReturnToQueue,
    TransferConversation,
    WriteNote,
)
from server_stub.helpline.limits import Limits
from server_stub.helpline.values import Problem
from server_stub.records import snapshots
from server_stub.records.database import Database
from server_stub.records.notes import all_of
from server_stub.wire.answers import Accepted
from tests.support.counter_room import Room, answers, room, says

pytestmark = pytest.mark.asyncio

FAMILY = "#soshON_perheasiat_chat"
SECRET = "Lapsesta on huoli, ei kerrota vielä."


async def notes_seen(r: Room, counsellor: StaffActor, conversation_id: str) -> list[str]:
    """What is noted in her snapshot of that conversation."""
    return [note["text"] for note in await notes_in(r, counsellor, conversation_id)]


async def notes_in(r: Room, counsellor: StaffActor, conversation_id: str) -> list[dict[str, Any]]:
    """The notes in her snapshot of that conversation."""
    view = await r.database.read(
        lambda c: snapshots.staff_view(
            c,
            staff_id=counsellor.staff_id,
            queues=counsellor.queues,
            window=50,
            today=r.clock.now,
            supervises=False,
        )
    )
    seen = [one for one in view.seen if one.conversation.conversation_id == conversation_id]
    return [json.loads(note) for one in seen for note in one.notes]


async def test_a_note_stands_behind_the_message_it_was_written_after(database: Database) -> None:
    async with room(database) as r:
        customer, maija = await r.customer("eka"), r.counsellor("Maija")
        held = await r.claimed(customer, maija)
        assert isinstance(await r.send(maija, WriteNote(held, SECRET, 2)), Accepted)
        await r.send(customer, says(customer, "toka"))
        await r.send(maija, WriteNote(held, "Toinen.", 2))
        found = await database.read(lambda c: snapshots.conversation(c, held))
        assert found is not None
        row = found.row or 0
        kept = [json.loads(note) for note in await database.read(lambda c: all_of(c, row))]
        assert [(note["number"], note["after_seq"], note["text"]) for note in kept] == [
            (1, 1, SECRET),
            (2, 2, "Toinen."),
        ]
        assert kept[0]["by"]["display_name"] == "Maija"
        # A note is no message: nothing of the talk moves by it.
        assert (found.last_seq, found.last_line) == (2, "toka")


async def test_a_note_is_told_to_the_holder_and_to_nobody_else(database: Database) -> None:
    async with room(database) as r:
        customer, maija = await r.customer("eka"), r.counsellor("Maija")
        held = await r.claimed(customer, maija)
        before = len(r.told)
        await r.send(maija, WriteNote(held, SECRET, 2))
        assert [written.addressed.audience for written in r.told[before:]] == [(maija.address,)]
        hers = [each.customer_body or each.body for each in r.told if f"c:{held}" in each.addressed.audience]
        assert not [body for body in hers if SECRET.encode() in body]
        moment = await database.read(lambda c: snapshots.customer_moment(c, held, window=50))
        assert moment is not None
        assert moment.seen.notes == ()


async def test_each_note_in_a_snapshot_names_the_command_it_came_from(database: Database) -> None:
    """Also when the same is noted twice: so a workstation knows which of hers is still on its way."""
    async with room(database) as r:
        customer, maija = await r.customer("eka"), r.counsellor("Maija")
        held = await r.claimed(customer, maija)
        sent = [r.command_id(), r.command_id()]
        for command_id in sent:
            await r.send(maija, WriteNote(held, SECRET, 2), command_id=command_id)
        assert [note["caused_by"] for note in await notes_in(r, maija, held)] == sent


async def test_the_next_holder_is_given_all_of_them(database: Database) -> None:
    """R068: the history goes along, notes included."""
    async with room(database) as r:
        customer, maija, sari = await r.customer("eka"), r.counsellor("Maija"), r.counsellor("Sari")
        held = await r.claimed(customer, maija)
        await r.send(maija, WriteNote(held, SECRET, 2))
        assert await notes_seen(r, maija, held) == [SECRET]
        await r.send(maija, TransferConversation(held, FAMILY, "", 2))
        await r.send(sari, ClaimWaiting(held))
        assert await notes_seen(r, sari, held) == [SECRET]
        assert await notes_seen(r, maija, held) == []


async def test_only_the_holder_writes_notes_until_it_is_closed(database: Database) -> None:
    async with room(database) as r:
        customer, maija, sari = await r.customer("eka"), r.counsellor("Maija"), r.counsellor("Sari")
        held = await r.claimed(customer, maija)
        assert await r.send(sari, WriteNote(held, "x", 2)) == Problem("not_found")
        assert await r.send(maija, WriteNote(held, "x", 1)) == Problem("responsibility_moved")
        assert await r.send(maija, WriteNote(held, " ", 2)) == Problem("text_empty")
        await r.send(customer, EndConversation(customer.conversation_id))
        assert isinstance(await r.send(maija, WriteNote(held, "Päättyi kesken.", 2)), Accepted)
        assert await r.send(maija, answers(held, "myöhässä")) == Problem("conversation_ended")
        await r.send(maija, CloseConversation(held, 2))
        assert isinstance(await r.send(maija, WriteNote(held, "x", 2)), Problem)


async def test_an_identity_code_in_a_note_is_masked(database: Database) -> None:
    async with room(database) as r:
        customer, maija = await r.customer("eka"), r.counsellor("Maija")
        held = await r.claimed(customer, maija)
        await r.send(maija, WriteNote(held, "Tunnus 150385-912E", 2))
        assert "█████" in r.told[-1].body.decode()
        assert "150385" not in r.told[-1].body.decode()


async def entered(r: Room, reader: StaffActor) -> list[tuple[list[str], list[str]]]:
    """Of every `ConversationEntered` that a reader with a stale snapshot is told: its messages, its notes."""
    streams = Streams(r.database, r.hub, Limits(), left=lambda _: None)
    subject = Subject.of_staff(reader, entitled_from=0)
    missed = await streams.missed(subject, 0)
    assert missed is not None
    told: list[tuple[list[str], list[str]]] = []
    for fact in missed.facts:
        if fact.kind == "ConversationEntered":
            body = json.loads(await streams.filled(fact, subject.addresses) or fact.body)
            texts = ([each["text"] for each in body[key]] for key in ("messages", "notes"))
            told.append((next(texts), next(texts)))
    return told


async def test_who_serves_the_queue_is_told_a_head_and_no_word_more(database: Database) -> None:
    """As in a snapshot: the window and the notes are the holder's."""
    async with room(database) as r:
        customer, maija, sari = await r.customer("eka"), r.counsellor("Maija"), r.counsellor("Sari")
        held = await r.claimed(customer, maija)
        await r.send(maija, WriteNote(held, SECRET, 2))
        await r.send(maija, ReturnToQueue(held, 2))
        assert await entered(r, sari) == [([], [])]


async def test_a_former_holder_who_catches_up_gets_no_note_that_came_after_her(database: Database) -> None:
    """Who has it today is told what there was when it became hers; who has left, that she had it."""
    async with room(database) as r:
        customer, maija, sari = await r.customer("eka"), r.counsellor("Maija"), r.counsellor("Sari")
        held = await r.claimed(customer, maija)
        await r.send(maija, WriteNote(held, "Maijan.", 2))
        await r.send(maija, TransferConversation(held, FAMILY, "", 2))
        await r.send(sari, ClaimWaiting(held))
        await r.send(sari, WriteNote(held, SECRET, 4))
        assert await entered(r, maija) == [([], []), ([], [])]
        assert await entered(r, sari) == [([], []), (["eka"], ["Maijan."])]
