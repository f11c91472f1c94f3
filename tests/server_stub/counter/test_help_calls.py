"""A call for help through the middle, on both databases: who is told what, and who holds it afterwards."""

import json
from dataclasses import replace

import pytest

from server_stub.counter.counter import Sent
from server_stub.counter.presence import Presence
from server_stub.counter.waiting_room import WaitingRoom
from server_stub.helpline.actors import ClockActor, StaffActor
from server_stub.helpline.conversation_commands import LookAtHolder, ReturnToQueue, TimedAct
from server_stub.helpline.conversation_values import DueKind
from server_stub.helpline.help_values import AnswerHelpCall, CallForHelp, TakeOver
from server_stub.helpline.shift import EndShift
from server_stub.helpline.values import Problem, staff_address
from server_stub.records import audit, snapshots
from server_stub.records.database import Database
from server_stub.records.due_acts import due_acts, renew_leases, to_look_at
from server_stub.timekeeper.timekeeper import HOLDERS_EVERY, Timekeeper
from server_stub.wire.answers import Accepted
from server_stub.wire.heads import ModelWords
from tests.support.counter_room import Room, answers, room

pytestmark = pytest.mark.asyncio

ABOUT = "Asiakas uhkaa itseään, henkilötunnus 131052-308T"


def supervisor(r: Room) -> StaffActor:
    return replace(r.counsellor("Anna", capacity=0), roles=frozenset({"supervisor"}), queues=frozenset())


async def standing(r: Room, database: Database, reader: StaffActor, *, supervises: bool) -> list[str]:
    view = await database.read(
        lambda c: snapshots.staff_view(
            c, staff_id=reader.staff_id, queues=(), window=50, today=0, supervises=supervises
        )
    )
    return [one.conversation_id for one in view.called]


async def test_a_supervisor_takes_over_and_the_history_goes_along(database: Database) -> None:
    """The customer need not begin again; the former holder may not write any more."""
    async with room(database) as r:
        customer, maija, anna = await r.customer("eka"), r.counsellor("Maija"), supervisor(r)
        held = await r.claimed(customer, maija)
        called = await r.send(maija, CallForHelp(held, ABOUT, 2))
        assert isinstance(called, Accepted)
        assert called.cursor == r.told[-1].seq
        assert await standing(r, database, maija, supervises=False) == [held]
        assert await standing(r, database, anna, supervises=True) == [held]
        answer = await r.send(anna, AnswerHelpCall(held, 2))
        assert isinstance(answer, Accepted)
        assert answer.cursor == r.told[-1].seq
        assert isinstance(await r.send(anna, TakeOver(held, 2)), Accepted)
        assert await standing(r, database, anna, supervises=True) == []
        assert await r.send(maija, answers(held, "myöhässä")) == Problem("not_found")
        assert isinstance(await r.send(anna, answers(held, "jatketaan", version=3)), Accepted)
        with database.reading() as connection:
            assert not audit.verify(connection).broken


async def test_supervisors_are_told_what_it_is_about_and_no_word_of_the_customers(database: Database) -> None:
    """trust.md I10: identity codes of staff text are covered before it is kept or told."""
    async with room(database) as r:
        customer, maija = await r.customer("salaisuus"), r.counsellor("Maija")
        held = await r.claimed(customer, maija)
        await r.send(maija, CallForHelp(held, ABOUT, 2))
        told = r.told[-1]
        assert told.addressed.audience == (staff_address(maija.staff_id), "supervisors")
        call = json.loads(told.body)["call"]
        assert call["text"] == "Asiakas uhkaa itseään, henkilötunnus █████"
        assert "salaisuus" not in told.body.decode()


async def test_a_customer_is_told_that_somebody_goes_on_and_never_who_or_why(database: Database) -> None:
    async with room(database) as r:
        customer, maija, anna = await r.customer("eka"), r.counsellor("Maija"), supervisor(r)
        held = await r.claimed(customer, maija)
        before = len(r.told)
        await r.send(maija, CallForHelp(held, "Uhkaava tilanne", 2))
        await r.send(anna, AnswerHelpCall(held, 2))
        await r.send(anna, TakeOver(held, 2))
        hers = [each for each in r.told[before:] if f"c:{held}" in each.addressed.audience]
        bodies = [json.loads(each.customer_body or each.body) for each in hers]
        assert [body["type"] for body in bodies] == ["ConversationTakenOver"]
        assert set(bodies[0]) == {"type", "at", "caused_by", "conversation_id", "role"}
        assert "Anna" not in json.dumps(bodies)
        assert "Uhkaava" not in json.dumps(bodies)


async def test_the_same_taking_over_again_is_one(database: Database) -> None:
    async with room(database) as r:
        customer, maija, anna = await r.customer("eka"), r.counsellor("Maija"), supervisor(r)
        held = await r.claimed(customer, maija)
        await r.send(maija, CallForHelp(held, "", 2))
        first = await r.send(anna, TakeOver(held, 2), command_id="0" * 32)
        again = await r.send(anna, TakeOver(held, 2), command_id="0" * 32)
        assert first == again
        assert r.kinds_told().count("ConversationTakenOver") == 1


async def test_a_helper_whose_shift_ends_is_let_go_at_once(database: Database) -> None:
    """Nobody waits for one who has gone home."""
    async with room(database) as r:
        customer, maija, anna = await r.customer("eka"), r.counsellor("Maija"), supervisor(r)
        held = await r.claimed(customer, maija)
        await r.send(maija, CallForHelp(held, "", 2))
        await r.send(anna, AnswerHelpCall(held, 2))
        assert await database.read(lambda c: due_acts(c, r.clock.now)) == ()
        await r.own(anna, EndShift())
        for act in await database.read(lambda c: due_acts(c, r.clock.now)):
            timed = TimedAct(act.conversation_id, DueKind(act.kind), act.at)
            await r.counter.handle(Sent("clock", timed, ClockActor()))
        assert json.loads(r.told[-1].body)["helper"] == {"staff_id": anna.staff_id, "display_name": "Anna"}
        assert r.kinds_told()[-1] == "HelperGone"
        assert await standing(r, database, anna, supervises=True) == [held]


async def test_the_clock_finds_who_has_vanished_and_who_is_back(database: Database) -> None:
    """Every conversation of hers is called for, once, and no other."""
    async with room(database) as r:
        maija, sari, anna = r.counsellor("Maija"), r.counsellor("Sari"), supervisor(r)
        hers = [await r.claimed(await r.customer(text), maija) for text in ("eka", "toka")]
        with database.writing() as connection:
            renew_leases(connection, {maija.address: r.clock.now})
        await r.claimed(await r.customer("kolmas"), sari)

        async def look() -> list[str]:
            with database.writing() as connection:
                renew_leases(connection, {sari.address: r.clock.now})
            found = await database.read(lambda c: to_look_at(c, now=r.clock.now))
            for about in found:
                await r.counter.handle(Sent("clock", LookAtHolder(about), ClockActor()))
            return list(found)

        r.clock.advance(seconds=59)
        assert await look() == []
        r.clock.advance(seconds=1)
        assert await look() == hers
        assert await look() == []
        assert await standing(r, database, anna, supervises=True) == hers
        assert json.loads(r.told[-1].body)["call"]["cause"] == "holder_away"
        with database.writing() as connection:
            renew_leases(connection, {maija.address: r.clock.now})
        assert await look() == hers
        assert await standing(r, database, anna, supervises=True) == []
        assert json.loads(r.told[-1].body)["ending"] == "holder_back"


async def test_what_was_written_for_supervisors_alone_never_becomes_the_queues(database: Database) -> None:
    """She who took over gives the customer back, and no colleague reads what her holder wrote."""
    async with room(database) as r:
        customer, maija, anna = await r.customer("eka"), r.counsellor("Maija"), supervisor(r)
        held = await r.claimed(customer, maija)
        await r.send(maija, CallForHelp(held, "En jaksa enää", 2))
        await r.send(anna, TakeOver(held, 2))
        before = len(r.told)
        assert isinstance(await r.send(anna, ReturnToQueue(held, 3)), Accepted)
        entered = json.loads(r.told[-1].body)
        assert r.told[-1].addressed.audience[0].startswith("q:")
        assert (entered["head"]["transfer"], entered["head"]["hand_overs"]) == (None, 1)
        assert "jaksa" not in "".join(each.body.decode() for each in r.told[before:])
        found = await database.read(lambda c: snapshots.conversation(c, held))
        assert found is not None
        assert (found.internal_message, found.transferred_by_name) == (None, None)
        hers = ModelWords(r.model).view(found)
        assert (hers.is_continued, hers.transferred_to) == (False, None)


async def test_the_timekeeper_looks_every_few_seconds_after_the_leases_are_noted(database: Database) -> None:
    """Whoever listens just now is never called for, however long ago her last lease was noted."""
    async with room(database) as r:
        maija, sari = r.counsellor("Maija"), r.counsellor("Sari")
        gone = await r.claimed(await r.customer("eka"), maija)
        await r.claimed(await r.customer("toka"), sari)
        r.hub.subscribe(frozenset({sari.address}), is_customer=False)
        r.clock.advance(seconds=120)
        timekeeper = a_timekeeper(r, database)
        for _ in range(HOLDERS_EVERY - 1):
            await timekeeper.tick()
        assert "HelpCalled" not in r.kinds_told()
        for _ in range(HOLDERS_EVERY + 1):
            await timekeeper.tick()
        calls = [each for each in r.told if type(each.addressed.fact).__name__ == "HelpCalled"]
        called = [json.loads(each.body)["conversation_id"] for each in calls]
        assert called == [gone]


def a_timekeeper(r: Room, database: Database) -> Timekeeper:
    async def nothing() -> None:
        return None

    def failed(event: str, **words: object) -> None:
        raise AssertionError(f"{event}: {words}")

    return Timekeeper(
        database=database,
        counter=r.counter,
        callbacks=r.callbacks,
        consultations=r.consultations,
        hub=r.hub,
        presence=Presence(r.hub, r.groups, r.clock),
        waiting_room=WaitingRoom(database, r.hub, r.counter._in_force, r.clock),
        clock=r.clock,
        alarm=failed,
        refresh_model=nothing,
        tidy=nothing,
    )
