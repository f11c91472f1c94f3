"""What an old cursor brings: a slice for who reads the conversation today, nothing for who has left."""

import json

import pytest

from server_stub.counter.streams import Streams, Subject
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.conversation_commands import ClaimWaiting, TransferConversation
from server_stub.helpline.identification_values import DecideEarlierLines
from server_stub.helpline.limits import Limits
from server_stub.records.database import Database
from server_stub.wire.answers import Accepted
from tests.server_stub.counter.test_transfers import FAMILY, moves
from tests.support.counter_room import Room, room, says

pytestmark = pytest.mark.asyncio

EARLIER, LATER = "Juon liikaa.", "Kädet tärisevät aamuisin."


async def entered(r: Room, reader: StaffActor) -> list[list[str]]:
    """The messages that each window comes with, for a reader who starts from the beginning of the log."""
    streams = Streams(r.database, r.hub, Limits(), left=lambda _: None)
    missed = await streams.missed(Subject(reader.address, frozenset({reader.address}), None, 0), 0)
    assert missed is not None
    bodies = [
        await streams.filled(fact, frozenset({reader.address})) or fact.body
        for fact in missed.facts
        if fact.kind == "ConversationEntered"
    ]
    return [[message["text"] for message in json.loads(body)["messages"]] for body in bodies]


async def test_lines_that_join_after_a_hand_over_are_replayed_to_nobody_who_had_left(
    database: Database,
) -> None:
    """Decision 40, I8: she was never shown them, and an old cursor of hers does not bring them either."""
    async with room(database) as r:
        customer, maija, sari = await r.customer(EARLIER), r.counsellor("Maija"), r.counsellor("Sari")
        kaisa = r.counsellor("Kaisa")
        held = await r.claimed(customer, maija)
        with database.writing() as connection:
            connection.exec_driver_sql(
                "UPDATE conversations SET identity = 'identified', identified_after_seq = 1,"
                " earlier_lines = 'undecided'"
            )
        await r.send(customer, says(customer, LATER))
        assert isinstance(await r.send(maija, moves(held, FAMILY)), Accepted)
        assert isinstance(await r.send(sari, ClaimWaiting(held)), Accepted)
        assert await entered(r, sari) == [[LATER]]
        onwards = TransferConversation(held, FAMILY, "Perheasia, ei asumisen.", 4)
        assert isinstance(await r.send(sari, onwards), Accepted)
        assert isinstance(await r.send(kaisa, ClaimWaiting(held)), Accepted)
        assert isinstance(await r.send(customer, DecideEarlierLines(held, True)), Accepted)
        assert await entered(r, sari) == [[]]
        assert (await entered(r, kaisa))[-1] == [EARLIER, LATER]


async def test_who_has_it_again_is_given_what_she_reads_now(database: Database) -> None:
    """Only who reads it today is asked, not how often she has."""
    async with room(database) as r:
        customer, maija, sari = await r.customer(EARLIER), r.counsellor("Maija"), r.counsellor("Sari")
        held = await r.claimed(customer, maija)
        assert isinstance(await r.send(maija, moves(held, FAMILY)), Accepted)
        assert isinstance(await r.send(sari, ClaimWaiting(held)), Accepted)
        assert await entered(r, maija) == [[]]
        back = TransferConversation(held, FAMILY, "Takaisin sinulle, tunnet asian.", 4)
        assert isinstance(await r.send(sari, back), Accepted)
        assert isinstance(await r.send(maija, ClaimWaiting(held)), Accepted)
        assert await entered(r, maija) == [[EARLIER], [EARLIER]]
