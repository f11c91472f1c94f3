"""Wrapping up through the middle: the customer is free first, what was chosen is kept once and for staff."""

import json
from dataclasses import replace

import pytest
from sqlalchemy import select, update

from server_stub.counter.counter import Sent
from server_stub.counter.in_force import InForce
from server_stub.counter.today import Today
from server_stub.helpline.actors import ClockActor, StaffActor
from server_stub.helpline.contact_marks import ContactMark
from server_stub.helpline.conversation_commands import (
    ClaimWaiting,
    EndConversation,
    LookAtHolder,
    TimedAct,
    WrapUp,
)
from server_stub.helpline.conversation_values import DueKind
from server_stub.helpline.values import Problem
from server_stub.records import snapshots, staff, tables
from server_stub.records.database import Database
from server_stub.records.due_acts import due_acts, renew_leases, to_look_at
from server_stub.records.wrap_ups import counted
from server_stub.settings.days_off import days_off
from server_stub.wire.answers import Accepted
from tests.support.counter_room import Room, closes, room, says

pytestmark = pytest.mark.asyncio

NOTES = "Neuvottu Kelaan, tunnus 150385-912E."


def wraps_up(
    conversation_id: str, *reasons: str, outcome: str = "ohjattu", notes: str = "", version: int = 1
) -> WrapUp:
    """The holder wraps up."""
    return WrapUp(conversation_id, reasons or ("ttt_ehk",), outcome, notes, version, 2)


async def ended(r: Room, by: str = "customer") -> tuple[StaffActor, str]:
    """A conversation that is over and not wrapped up."""
    customer, maija = await r.customer(), r.counsellor("Maija")
    conversation_id = await r.claimed(customer, maija)
    ender, command = (
        (customer, EndConversation(customer.conversation_id))
        if by == "customer"
        else (maija, EndConversation(conversation_id, 2))
    )
    assert isinstance(await r.send(ender, command), Accepted)
    return maija, conversation_id


async def test_what_was_chosen_is_kept_as_rows_that_can_be_counted(database: Database) -> None:
    """R127: contact reasons by service; R131: direction and pace of every contact."""
    async with room(database) as r:
        maija, conversation_id = await ended(r)
        r.clock.advance(seconds=3600)
        answer = await r.send(maija, wraps_up(conversation_id, "ttt_ehk", "asuminen", outcome="pta"))
        assert isinstance(answer, Accepted)
        with database.reading() as connection:
            kept = connection.execute(select(tables.wrap_ups)).one()._mapping
            reasons = connection.execute(
                select(tables.wrap_up_reasons.c.code_id).order_by(tables.wrap_up_reasons.c.number)
            )
            assert [row.code_id for row in reasons] == ["ttt_ehk", "asuminen"]
            assert (kept["service_id"], kept["topic_id"], kept["outcome"]) == (
                "neuvonta",
                "toimeentulo",
                "pta",
            )
            assert (kept["staff_id"], kept["service_model_version"]) == (maija.staff_id, 1)
            row = connection.execute(select(tables.conversations)).one()._mapping
            assert (row["direction"], row["pace"]) == ("customer_initiated", "real_time")
            assert (row["state"], row["closed_at"] - row["ended_at"]) == ("closed", 3_600_000)


@pytest.mark.parametrize("channel", ["chat", "message"])
async def test_a_contact_is_counted_by_the_channel_it_ended_in(database: Database, channel: str) -> None:
    """R131: a chat that went onward as a message is one (R072)."""
    async with room(database) as r:
        maija, conversation_id = await ended(r)
        assert isinstance(await r.send(maija, wraps_up(conversation_id)), Accepted)
        with database.writing() as connection:
            connection.execute(update(tables.conversations).values(channel=channel))
        with database.reading() as connection:
            (contact,) = counted(connection, since=0, until=r.clock.now + 1)
        assert contact.channel == channel


@pytest.mark.parametrize("by", ["customer", "counsellor"])
async def test_the_customer_is_free_before_the_wrap_up_whoever_ended(database: Database, by: str) -> None:
    """Elsewhere a mandatory reason kept customers from leaving: here she may come again at once."""
    async with room(database) as r:
        customer, maija = await r.customer(), r.counsellor("Maija")
        conversation_id = await r.claimed(customer, maija)
        ends = (
            EndConversation(customer.conversation_id)
            if by == "customer"
            else EndConversation(conversation_id, 2)
        )
        assert isinstance(await r.send(customer if by == "customer" else maija, ends), Accepted)
        told = [each for each in r.told if f"c:{conversation_id}" in each.addressed.audience][-1]
        assert json.loads(told.body)["type"] == "ConversationEnded"
        assert await r.send(customer, says(customer, "vielä yksi")) == Problem("conversation_ended")
        assert isinstance(await r.send(customer, r.opening("uusi asia")), Accepted)
        assert isinstance(await r.send(maija, wraps_up(conversation_id)), Accepted)


async def test_an_ended_conversation_takes_no_room_and_never_lapses(database: Database) -> None:
    """It is its holder's until it is wrapped up, however long she is away."""
    async with room(database) as r:
        customer, maija = await r.customer(), r.counsellor("Maija", capacity=1)
        conversation_id = await r.claimed(customer, maija)
        claimed_at = r.clock.now
        await r.send(customer, EndConversation(customer.conversation_id))
        another = await r.customer("toinen")
        assert isinstance(await r.send(maija, ClaimWaiting(another.conversation_id or "")), Accepted)
        r.clock.advance(seconds=3 * 24 * 3600)
        due = await database.read(lambda c: due_acts(c, r.clock.now))
        assert (conversation_id, DueKind.HOLD_LAPSES) not in {(act.conversation_id, act.kind) for act in due}
        lapses = TimedAct(conversation_id, DueKind.HOLD_LAPSES, claimed_at + 600_000)
        assert await r.send(maija, lapses) == Problem("not_found")
        view = await database.read(
            lambda c: snapshots.staff_view(
                c, staff_id=maija.staff_id, queues=maija.queues, window=50, today=0, supervises=False
            )
        )
        assert "ended" in {seen.conversation.state for seen in view.seen}
        assert isinstance(await r.send(maija, wraps_up(conversation_id)), Accepted)


@pytest.mark.parametrize("left_by", ["disabled", "another_role"])
async def test_what_somebody_leaves_who_may_not_answer_any_more_is_left_to_nobody(
    database: Database, left_by: str
) -> None:
    """Who goes on waits in the queue again at once; what has ended is closed: nobody else could."""
    async with room(database) as r:
        gone, stays = r.counsellor("Maija"), r.counsellor("Sari")
        over, goes_on = await r.customer("eka"), await r.customer("toka")
        ids = [await r.claimed(over, gone), await r.claimed(goes_on, gone)]
        others = await r.customer("kolmas")
        theirs = await r.claimed(others, stays)
        await r.send(over, EndConversation(over.conversation_id))
        await r.send(others, EndConversation(others.conversation_id))
        name = f"Maija-{gone.staff_id}"
        with database.writing() as connection:
            renew_leases(connection, {stays.address: r.clock.now, gone.address: r.clock.now})
            if left_by == "disabled":
                staff.disable(connection, name, now=r.clock.now)
            else:
                roles = frozenset({"researcher"})
                staff.entitle(connection, name, roles=roles, queues=frozenset(), capacity=0)
        to_see = await database.read(lambda c: to_look_at(c, now=r.clock.now))
        assert to_see == tuple(ids)
        for conversation_id in to_see:
            await r.counter.handle(Sent("clock", LookAtHolder(conversation_id), ClockActor()))
        states = [await state_of(database, each) for each in (*ids, theirs)]
        assert states == ["closed", "waiting", "ended"]
        assert await database.read(lambda c: to_look_at(c, now=r.clock.now)) == ()


async def state_of(database: Database, conversation_id: str) -> str:
    found = await database.read(lambda c: snapshots.conversation(c, conversation_id))
    assert found is not None
    return str(found.state)


async def test_the_same_wrap_up_again_is_one(database: Database) -> None:
    async with room(database) as r:
        maija, conversation_id = await ended(r)
        command, command_id = wraps_up(conversation_id), r.command_id()
        first = await r.send(maija, command, command_id=command_id)
        assert await r.send(maija, command, command_id=command_id) == first
        assert await r.send(maija, command) == Problem("conversation_closed")
        assert r.kinds_told()[-3:] == ["ConversationWrappedUp", "ConversationClosed", "ConversationLeft"]
        with database.reading() as connection:
            assert len(connection.execute(select(tables.wrap_ups)).all()) == 1


async def test_a_customer_and_a_counsellor_who_end_at_once_both_get_their_way(database: Database) -> None:
    async with room(database) as r:
        maija, conversation_id = await ended(r, by="customer")
        answer = await r.send(maija, EndConversation(conversation_id, 2))
        assert isinstance(answer, Accepted)
        assert answer.cursor is None
        assert r.kinds_told().count("ConversationEnded") == 1


async def test_a_talk_that_goes_on_is_not_wrapped_up_and_not_ended_by_it(database: Database) -> None:
    async with room(database) as r:
        customer, maija = await r.customer(), r.counsellor("Maija")
        conversation_id = await r.claimed(customer, maija)
        assert await r.send(maija, wraps_up(conversation_id)) == Problem("conversation_not_ended")
        assert isinstance(await r.send(customer, says(customer, "vielä täällä")), Accepted)


async def test_notes_are_masked_and_in_nothing_a_customer_is_told(database: Database) -> None:
    async with room(database) as r:
        maija, conversation_id = await ended(r)
        await r.send(maija, wraps_up(conversation_id, notes=NOTES))
        told = next(each for each in r.told if type(each.addressed.fact).__name__ == "ConversationWrappedUp")
        assert told.addressed.audience == (maija.address,)
        assert json.loads(told.body)["notes"] == "Neuvottu Kelaan, tunnus █████."
        hers = [each for each in r.told if f"c:{conversation_id}" in each.addressed.audience]
        assert not [each for each in hers if b"Kelaan" in (each.customer_body or each.body)]
        with database.reading() as connection:
            assert "912E" not in connection.execute(select(tables.wrap_ups.c.notes)).scalar_one()


async def test_a_wrap_up_the_next_morning_does_not_make_customers_wait_on_paper(database: Database) -> None:
    """The estimate counts from the claim to the end of the talk, not to the wrap-up."""
    async with room(database) as r:
        customer, maija = await r.customer(), r.counsellor("Maija")
        conversation_id = await r.claimed(customer, maija)
        r.clock.advance(seconds=300)
        await r.send(customer, EndConversation(customer.conversation_id))
        r.clock.advance(seconds=20 * 3600)
        await r.send(maija, wraps_up(conversation_id))
        found = await database.read(lambda c: snapshots.conversation(c, conversation_id))
        assert found is not None
        moment = await database.read(lambda c: snapshots.queue_moment(c, found.queue_id, now=r.clock.now))
        assert moment.handle_times_s == (300,)


async def test_a_conversation_can_be_closed_without_a_wrap_up(database: Database) -> None:
    """For a service that lists nothing to choose from."""
    async with room(database) as r:
        maija, conversation_id = await ended(r)
        assert isinstance(await r.send(maija, closes(conversation_id)), Accepted)
        with database.reading() as connection:
            assert connection.execute(select(tables.wrap_ups)).all() == []


async def test_a_mystery_customer_or_test_is_kept_and_left_out_of_statistics(database: Database) -> None:
    """R104."""
    async with room(database) as r:
        for is_test in (False, True):
            maija, conversation_id = await ended(r)
            command = replace(wraps_up(conversation_id), is_test=is_test)
            assert isinstance(await r.send(maija, command), Accepted)
        with database.reading() as connection:
            kept = connection.execute(
                select(tables.wrap_ups.c.is_test).order_by(tables.wrap_ups.c.conversation)
            )
            assert [each for (each,) in kept] == [False, True]
            assert len(counted(connection, since=0, until=r.clock.now + 1)) == 1
        count = await Today(database, InForce(r.model, days_off([2026]))).so_far(r.clock.now)
        assert sum(queue.answered for queue in count.queues.values()) == 1


async def test_marks_of_the_contact_are_kept_ready_to_be_counted(database: Database) -> None:
    """R045, R093, R096; R044: becoming a client is not said of an anonymous customer."""
    async with room(database) as r:
        maija, conversation_id = await ended(r)
        command = wraps_up(conversation_id)
        refused = replace(command, marks=(ContactMark.NEW_CLIENT_PATH,))
        assert await r.send(maija, refused) == Problem("identification_needed")
        marks = (ContactMark.DEALT_BEFORE, ContactMark.MEETING_NEEDED, ContactMark.CALL_OFFERED)
        assert isinstance(await r.send(maija, replace(command, marks=marks)), Accepted)
        with database.reading() as connection:
            kept = connection.execute(select(tables.wrap_up_marks.c.mark))
            assert {each for (each,) in kept} == {mark.value for mark in marks}
