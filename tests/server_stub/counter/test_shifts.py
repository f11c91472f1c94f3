"""What staff say of their own work, through the middle: kept, told, counted alike, and heeded by claims."""

import asyncio
import json

import pytest
from sqlalchemy import select

from server_stub.helpline.actors import StaffActor
from server_stub.helpline.callback_values import ClaimCallback, RequestCallback
from server_stub.helpline.consultation_values import ClaimConsultation, OpenConsultation
from server_stub.helpline.conversation_commands import ClaimWaiting, ReturnToQueue
from server_stub.helpline.duty_time import Spell
from server_stub.helpline.offer_values import OfferTransfer
from server_stub.helpline.presence import Presence
from server_stub.helpline.shift import BeginShift, EndShift, SetPresence
from server_stub.helpline.values import Problem
from server_stub.records import audit, shifts, tables
from server_stub.records.database import Database
from server_stub.records.due_acts import renew_leases
from server_stub.records.duty_time import duty_between
from server_stub.records.queue_loads import queue_loads
from server_stub.records.roster import roster
from server_stub.records.snapshots import queue_moment
from server_stub.wire.answers import Accepted
from tests.support.counter_room import Room, answers, room

pytestmark = pytest.mark.asyncio

QUEUE = "#soshON_aikuissosiaalityö_chat"
LINE, OTHER_LINE = "KONSULTAATIO_NEUVONTA", "KONSULTAATIO_SENIORI_INFO"
CALL_ME = RequestCallback("neuvonta", "toimeentulo", "fi", "+358401234567", "any", False, "")


def serves(r: Room, counsellor: StaffActor) -> None:
    """The counsellor serves the queue, and was seen just now."""
    with r.database.writing() as connection:
        row = connection.execute(
            select(tables.staff.c.row).where(tables.staff.c.staff_id == counsellor.staff_id)
        ).scalar_one()
        connection.execute(tables.staff_queues.insert().values(staff=row, queue_id=QUEUE))
        renew_leases(connection, {counsellor.address: r.clock.now})


def counted(r: Room) -> tuple[int, int, int, int, list[str]]:
    """On duty twice over, slots and room as the estimate has them, and everybody's presence."""
    with r.database.reading() as connection:
        moment = queue_moment(connection, QUEUE, now=r.clock.now)
        load = queue_loads(connection, now=r.clock.now).get(QUEUE)
        people = [each.presence.value for each in roster(connection, now=r.clock.now)]
    return moment.on_duty, load.on_duty if load else 0, moment.slots, moment.free, people


async def test_what_she_says_is_kept_and_told_to_herself(database: Database) -> None:
    async with room(database) as r:
        maija = r.counsellor("Maija")
        answer = await r.own(maija, SetPresence(Presence.ON_BREAK), command_id="0" * 32)
        assert isinstance(answer, Accepted)
        told = json.loads(r.told[-1].body)
        assert (told["type"], told["staff_id"], told["presence"], told["caused_by"]) == (
            *("PresenceChanged", maija.staff_id, "on_break", "0" * 32),
        )
        assert (answer.cursor, r.told[-1].addressed.audience) == (r.told[-1].seq, (maija.address,))
        with r.database.reading() as connection:
            assert shifts.find(connection, maija.staff_id).presence == "on_break"
            assert not audit.verify(connection).broken


async def test_the_same_command_again_is_the_same_answer_and_no_second_fact(database: Database) -> None:
    async with room(database) as r:
        maija = r.counsellor("Maija")
        first = await r.own(maija, SetPresence(Presence.BUSY), command_id="0" * 32)
        await r.own(maija, SetPresence(Presence.AVAILABLE))
        again = await r.own(maija, SetPresence(Presence.BUSY), command_id="0" * 32)
        assert again == first
        assert r.kinds_told() == ["PresenceChanged", "PresenceChanged"]
        same = await r.own(maija, SetPresence(Presence.AVAILABLE))
        assert isinstance(same, Accepted)
        assert same.cursor is None


async def test_what_changed_nothing_changes_nothing_when_it_comes_again(database: Database) -> None:
    """A late repeat does not take her off the break that she has begun since."""
    async with room(database) as r:
        maija = r.counsellor("Maija")
        first = await r.own(maija, SetPresence(Presence.AVAILABLE), command_id="0" * 32)
        assert isinstance(first, Accepted)
        assert first.cursor is None
        await r.own(maija, SetPresence(Presence.ON_BREAK))
        assert await r.own(maija, SetPresence(Presence.AVAILABLE), command_id="0" * 32) == first
        with r.database.reading() as connection:
            assert shifts.find(connection, maija.staff_id).presence == "on_break"


async def test_the_same_that_changed_nothing_twice_in_one_commit_is_one(database: Database) -> None:
    async with room(database) as r:
        maija = r.counsellor("Maija")
        says = [
            SetPresence(Presence.AVAILABLE),
            SetPresence(Presence.ON_BREAK),
            SetPresence(Presence.AVAILABLE),
        ]
        await asyncio.gather(
            *(r.own(maija, each, command_id=id_ * 32) for each, id_ in zip(says, "010", strict=True))
        )
        with r.database.reading() as connection:
            assert shifts.find(connection, maija.staff_id).presence == "on_break"


async def test_duty_the_estimate_and_the_look_ahead_count_presence_alike(database: Database) -> None:
    """R057: on a break is nobody there, and gives no slots."""
    async with room(database) as r:
        maija = r.counsellor("Maija", capacity=3)
        serves(r, maija)
        assert counted(r) == (1, 1, 3, 3, ["available"])
        await r.claimed(await r.customer(), maija)
        assert counted(r) == (1, 1, 3, 2, ["available"])
        for presence, on_duty in ((Presence.BUSY, 1), (Presence.ON_BREAK, 0), (Presence.AWAY, 0)):
            await r.own(maija, SetPresence(presence))
            assert counted(r) == (on_duty, on_duty, 0, 0, [presence.value])


async def test_a_minute_without_a_stream_is_away_and_what_she_said_counts_again_afterwards(
    database: Database,
) -> None:
    """Presence is a lease; it is remembered over a reconnect."""
    async with room(database) as r:
        maija = r.counsellor("Maija")
        serves(r, maija)
        await r.own(maija, SetPresence(Presence.BUSY))
        r.clock.advance(seconds=60)
        assert counted(r)[4] == ["busy"]
        r.clock.advance(seconds=1)
        assert counted(r) == (0, 0, 0, 0, ["away"])
        await r.groups.write(lambda c: renew_leases(c, {maija.address: r.clock.now}))
        assert counted(r) == (1, 1, 0, 0, ["busy"])
        r.clock.advance(seconds=601)
        assert counted(r)[4] == []


@pytest.mark.parametrize("presence", [Presence.ON_BREAK, Presence.AWAY])
async def test_on_a_break_nothing_new_is_taken_and_own_conversations_go_on(
    database: Database, presence: Presence
) -> None:
    """R057."""
    async with room(database) as r:
        maija = r.counsellor("Maija")
        own = await r.claimed(await r.customer("eka"), maija)
        other = (await r.customer("toka")).conversation_id or ""
        await r.call(r.stranger(), CALL_ME)
        callback_id = json.loads(r.told[-1].body)["callback_id"]
        await r.own(maija, SetPresence(presence))
        refused = Problem("not_available", {"presence": presence.value})
        assert await r.send(maija, ClaimWaiting(other)) == refused
        assert await r.call(maija, ClaimCallback(callback_id)) == refused
        assert isinstance(await r.send(maija, answers(own, "jatketaan")), Accepted)
        await r.own(maija, SetPresence(Presence.AVAILABLE))
        assert isinstance(await r.send(maija, ClaimWaiting(other)), Accepted)
        assert isinstance(await r.call(maija, ClaimCallback(callback_id)), Accepted)


async def test_the_queues_of_a_shift_are_those_she_counts_for(database: Database) -> None:
    """R057: entitlements stay the limit."""
    async with room(database) as r:
        maija = r.counsellor("Maija")
        serves(r, maija)
        assert counted(r)[:2] == (1, 1)
        await r.own(maija, BeginShift(frozenset({"#soshON_perheasiat_chat"})))
        assert counted(r)[:2] == (0, 0)
        beyond = await r.own(maija, BeginShift(frozenset({"#not_hers"})))
        assert beyond == Problem("unknown_queue")
        await r.own(maija, SetPresence(Presence.ON_BREAK))
        await r.own(maija, BeginShift(frozenset({QUEUE})))
        assert counted(r)[:2] == (1, 1)
        assert json.loads(r.told[-1].body)["queue_ids"] == [QUEUE]


async def test_a_shift_does_not_end_while_a_customer_is_hers_and_its_claims_go_back(
    database: Database,
) -> None:
    """R060: every message is gone through or handed over."""
    async with room(database) as r:
        maija, sari = r.counsellor("Maija"), r.counsellor("Sari")
        customer = await r.customer("eka")
        conversation_id = await r.claimed(customer, maija)
        await r.call(r.stranger(), CALL_ME)
        callback_id = json.loads(r.told[-1].body)["callback_id"]
        await r.call(maija, ClaimCallback(callback_id))
        assert await r.own(maija, EndShift()) == Problem("conversations_held")
        assert isinstance(await r.send(maija, ReturnToQueue(conversation_id, 2)), Accepted)
        assert isinstance(await r.own(maija, EndShift()), Accepted)
        assert r.kinds_told()[-2:] == ["CallbackReturned", "ShiftEnded"]
        with r.database.reading() as connection:
            shift = shifts.find(connection, maija.staff_id)
            assert (shift.presence, shift.began_at, shifts.callbacks_held(connection, maija.staff_id)) == (
                *("away", None, ()),
            )
            assert not audit.verify(connection).broken
        assert isinstance(await r.send(sari, ClaimWaiting(conversation_id)), Accepted)
        assert isinstance(await r.call(sari, ClaimCallback(callback_id)), Accepted)


async def test_a_shift_that_ends_in_the_very_commit_of_a_claim_does_not_end(database: Database) -> None:
    """Whatever comes in one commit is decided one after the other: nobody is told of one who has gone."""
    async with room(database) as r:
        maija, customer = r.counsellor("Maija"), await r.customer("eka")
        claims = ClaimWaiting(customer.conversation_id or "")
        claimed, ended = await asyncio.gather(r.send(maija, claims), r.own(maija, EndShift()))
        assert isinstance(claimed, Accepted)
        assert ended == Problem("conversations_held")
        gave_back, ended = await asyncio.gather(
            r.send(maija, ReturnToQueue(claims.conversation_id, 2)), r.own(maija, EndShift())
        )
        assert isinstance(gave_back, Accepted)
        assert isinstance(ended, Accepted)
        late = await r.send(maija, claims)
        assert late == Problem("not_available", {"presence": "away"})


async def test_a_returned_conversation_keeps_its_place_and_its_customer_is_told(database: Database) -> None:
    async with room(database) as r:
        maija, customer = r.counsellor("Maija"), await r.customer("eka")
        conversation_id = await r.claimed(customer, maija)
        since = json.loads(r.told[-1].body)["head"]["waiting_since"]
        r.clock.advance(seconds=300)
        assert await r.send(maija, ReturnToQueue(conversation_id, 1)) == Problem("responsibility_moved")
        await r.send(maija, ReturnToQueue(conversation_id, 2))
        returned = next(each for each in r.told if "ConversationReturned" in str(each.addressed.fact))
        told = json.loads(returned.body)
        assert (told["reason"], told["waiting_since"]) == ("given_back", since)
        assert f"c:{conversation_id}" in returned.addressed.audience
        late = await r.send(maija, answers(conversation_id, "myöhässä"))
        assert isinstance(late, Problem)


async def test_who_does_other_work_than_chats_is_given_callbacks_and_consultations_alone(
    database: Database,
) -> None:
    """R097: her account says so (a capacity of none); nobody is told that she is there to chat."""
    async with room(database) as r:
        sari = r.counsellor("Sari", capacity=0, lines=[LINE])
        serves(r, sari)
        assert counted(r)[:4] == (0, 0, 0, 0)
        waiting = (await r.customer("eka")).conversation_id or ""
        assert await r.send(sari, ClaimWaiting(waiting)) == Problem("capacity_full", {"capacity": 0})
        maija = r.counsellor("Maija", lines=[OTHER_LINE])
        held = await r.claimed(await r.customer("toka"), maija)
        offered = await r.send(maija, OfferTransfer(held, sari.staff_id, "", 2))
        assert offered == Problem("unknown_professional")
        await r.own(sari, BeginShift(frozenset({QUEUE})))
        await r.call(r.stranger(), CALL_ME)
        callback_id = json.loads(r.told[-1].body)["callback_id"]
        assert isinstance(await r.call(sari, ClaimCallback(callback_id)), Accepted)
        question = OpenConsultation(LINE, "urgent", "Aihe", "Kysymys", None, (), is_identity_allowed=False)
        assert isinstance(await r.consult(maija, question), Accepted)
        asked = json.loads(r.told[-1].body)["consultation"]["consultation_id"]
        assert isinstance(await r.consult(sari, ClaimConsultation(asked)), Accepted)


async def test_duty_time_is_read_from_what_was_said(database: Database) -> None:
    """R084: from the log, so that a report needs nothing that was not kept."""
    async with room(database) as r:
        maija = r.counsellor("Maija")
        began = r.clock.now
        await r.own(maija, BeginShift(frozenset({QUEUE})))
        r.clock.advance(seconds=600)
        await r.own(maija, SetPresence(Presence.ON_BREAK))
        r.clock.advance(seconds=300)
        await r.own(maija, EndShift())
        with r.database.reading() as connection:
            found = duty_between(connection, began, r.clock.now)
            assert found == (Spell(maija.staff_id, began, began + 900_000, 300_000),)
            assert duty_between(connection, began + 1, r.clock.now) == ()
            assert duty_between(connection, 0, began) == ()
