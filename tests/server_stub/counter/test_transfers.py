"""A transfer through the middle: what is kept, who is told what, and what never reaches the customer."""

import json
from dataclasses import replace

import pytest
from sqlalchemy import delete, insert, select

from server_stub.helpline.actors import StaffActor
from server_stub.helpline.conversation_commands import ClaimWaiting, CloseConversation, TransferConversation
from server_stub.helpline.offer_values import OfferTransfer
from server_stub.helpline.values import Problem, staff_address
from server_stub.records import tables
from server_stub.records.database import Database
from server_stub.records.due_acts import renew_leases
from server_stub.records.situation import moved_often
from server_stub.wire.answers import Accepted
from tests.support.counter_room import Room, answers, room, says

pytestmark = pytest.mark.asyncio

FAMILY = "#soshON_perheasiat_chat"
SENIOR = "SIIRTO_SENIORI_INFO_CHAT"
NURSING = "SIIRTO_KOTISAIRAANHOITO_CHAT"
SECRET = "Lapsesta on huoli, ei kerrota vielä."


def moves(conversation_id: str, queue_id: str = FAMILY, text: str = SECRET) -> TransferConversation:
    """The holder transfers."""
    return TransferConversation(conversation_id, queue_id, text, 2)


async def test_a_transfer_is_claimed_where_it_went_with_its_history_and_message(database: Database) -> None:
    """R074: the internal message goes along; R068: the history does."""
    async with room(database) as r:
        customer, maija, sari = await r.customer("eka"), r.counsellor("Maija"), r.counsellor("Sari")
        conversation_id = await r.claimed(customer, maija)
        assert isinstance(await r.send(maija, moves(conversation_id)), Accepted)
        assert isinstance(await r.send(sari, ClaimWaiting(conversation_id)), Accepted)
        entered = [each for each in r.told if type(each.addressed.fact).__name__ == "ConversationEntered"][-1]
        head = json.loads(entered.body)["head"]
        assert (head["queue_id"], head["hand_overs"], head["holder"]["display_name"]) == (FAMILY, 1, "Sari")
        assert head["transfer"]["internal_message"] == SECRET
        assert head["transfer"]["by"]["display_name"] == "Maija"
        late = await r.send(maija, answers(conversation_id, "myöhässä"))
        assert late == Problem("not_found")
        assert isinstance(await r.send(sari, answers(conversation_id, "jatketaan", version=4)), Accepted)


async def test_the_internal_message_is_in_nothing_a_customer_is_told(database: Database) -> None:
    """R074: never visible to the customer."""
    async with room(database) as r:
        customer, maija = await r.customer("eka"), r.counsellor("Maija")
        conversation_id = await r.claimed(customer, maija)
        await r.send(maija, moves(conversation_id))
        address = f"c:{conversation_id}"
        hers = [each for each in r.told if address in each.addressed.audience]
        bodies = [each.customer_body or each.body for each in hers]
        assert json.loads(bodies[-1])["type"] == "ConversationTransferred"
        assert json.loads(bodies[-1])["transferred_to"]["fi"] == "Perheasiat"
        assert not [body for body in bodies if SECRET.encode() in body or b"Maija" in body]


async def test_an_identity_code_in_the_internal_message_is_masked(database: Database) -> None:
    async with room(database) as r:
        customer, maija = await r.customer("eka"), r.counsellor("Maija")
        conversation_id = await r.claimed(customer, maija)
        await r.send(maija, moves(conversation_id, text="Tunnus 150385-912E"))
        assert "█████" in r.told[-1].body.decode()
        assert "912E" not in "".join(each.body.decode() for each in r.told)


async def test_a_transfer_that_cannot_be_leaves_the_holder_responsible(database: Database) -> None:
    """R078: another service line takes identified customers only."""
    async with room(database) as r:
        customer, maija = await r.customer("eka"), r.counsellor("Maija")
        conversation_id = await r.claimed(customer, maija)
        refused = [
            await r.send(maija, moves(conversation_id, SENIOR)),
            await r.send(maija, moves(conversation_id, "#ei_ole")),
            await r.send(maija, moves(conversation_id, text="x" * 4001)),
        ]
        assert [each.code for each in refused if isinstance(each, Problem)] == [
            *("identification_needed", "unknown_queue", "text_too_long"),
        ]
        assert isinstance(await r.send(maija, answers(conversation_id, "vielä täällä")), Accepted)
        assert isinstance(await r.send(customer, says(customer, "hyvä")), Accepted)


def a_nurse(r: Room) -> StaffActor:
    """Somebody of health care, who serves home nursing alone and is there."""
    nurse = r.counsellor("Hoitaja")
    with r.database.writing() as connection:
        row = connection.execute(
            select(tables.staff.c.row).where(tables.staff.c.staff_id == nurse.staff_id)
        ).scalar_one()
        connection.execute(delete(tables.staff_queues).where(tables.staff_queues.c.staff == row))
        connection.execute(insert(tables.staff_queues).values(staff=row, queue_id=NURSING))
        renew_leases(connection, {staff_address(nurse.staff_id): r.clock.now})
    return replace(nurse, queues=frozenset({NURSING}))


async def test_what_is_health_cares_is_beyond_every_way_there(database: Database) -> None:
    """R070: neither its queue nor its professionals, whoever the customer is; and the talk goes on."""
    async with room(database) as r:
        customer, maija, nurse = await r.customer("eka"), r.counsellor("Maija"), a_nurse(r)
        conversation_id = await r.claimed(customer, maija)
        with database.writing() as connection:
            connection.execute(tables.conversations.update().values(identity="identified"))
        refused = [
            await r.send(maija, moves(conversation_id, NURSING)),
            await r.send(maija, OfferTransfer(conversation_id, nurse.staff_id, SECRET, 2)),
        ]
        assert refused == [Problem("consent_needed")] * 2
        assert isinstance(await r.send(maija, answers(conversation_id, "vielä täällä")), Accepted)
        assert isinstance(await r.send(customer, says(customer, "hyvä")), Accepted)
        assert isinstance(await r.send(maija, moves(conversation_id, SENIOR)), Accepted)


async def test_moved_a_third_time_supervisors_are_told_and_see_it_as_long_as_it_goes_on(
    database: Database,
) -> None:
    """R079: who, where, how often; no word of the customer's and nothing of the internal message."""
    async with room(database) as r:
        customer, maija = await r.customer("eka"), r.counsellor("Maija")
        held = await r.claimed(customer, maija)
        for number in range(3):
            command = TransferConversation(held, FAMILY, SECRET, 2 + 2 * number)
            assert isinstance(await r.send(maija, command), Accepted)
            assert isinstance(await r.send(maija, ClaimWaiting(held)), Accepted)
        refused = await r.send(maija, TransferConversation(held, FAMILY, "", 8))
        assert refused == Problem("reason_needed")
        [told] = [each for each in r.told if "supervisors" in each.addressed.audience]
        fact = json.loads(told.body)
        assert (fact["type"], fact["hand_overs"], fact["by"]["display_name"]) == ("MovedOften", 3, "Maija")
        assert SECRET not in told.body.decode()
        [often] = await database.read(lambda c: moved_often(c, at_least=3))
        assert (often.hand_overs, often.queue_id, often.holder_name) == (3, FAMILY, "Maija")
        await r.send(maija, CloseConversation(held, 8))
        assert await database.read(lambda c: moved_often(c, at_least=3)) == ()
