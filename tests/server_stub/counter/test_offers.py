"""An offer through the middle, on both databases: who is told what, who holds it, and what time does."""

import json

import pytest
from sqlalchemy import update

from server_stub.counter.counter import Sent
from server_stub.helpline.actors import ClockActor, StaffActor
from server_stub.helpline.conversation_commands import LookAtHolder, TimedAct
from server_stub.helpline.conversation_values import DueKind
from server_stub.helpline.offer_values import AcceptOffer, DeclineOffer, OfferTransfer, WithdrawOffer
from server_stub.helpline.presence import Presence
from server_stub.helpline.shift import EndShift, SetPresence, ShiftCommand
from server_stub.helpline.values import Problem, staff_address
from server_stub.records import staff, tables
from server_stub.records.database import Database
from server_stub.records.due_acts import due_acts, renew_leases, to_look_at
from server_stub.records.professionals import professionals_on_duty
from server_stub.wire.answers import Accepted
from tests.support.counter_room import Room, answers, closes, room, says

pytestmark = pytest.mark.asyncio

SECRET = "Lapsesta on huoli, ei kerrota vielä."


async def there(r: Room, counsellor: StaffActor) -> StaffActor:
    """The counsellor has a stream, now."""
    await seen(r, counsellor)
    return counsellor


async def seen(r: Room, counsellor: StaffActor) -> None:
    lease = {staff_address(counsellor.staff_id): r.clock.now}
    await r.groups.write(lambda connection: renew_leases(connection, lease))


def offer(conversation_id: str, to: StaffActor) -> OfferTransfer:
    return OfferTransfer(conversation_id, to.staff_id, SECRET, 2)


async def test_what_is_accepted_goes_on_with_the_other_and_its_history(database: Database) -> None:
    """R068, R074: history and internal message go along; the former holder may not write any more."""
    async with room(database) as r:
        customer, maija = await r.customer("eka"), r.counsellor("Maija")
        sari = await there(r, r.counsellor("Sari"))
        held = await r.claimed(customer, maija)
        assert isinstance(await r.send(maija, offer(held, sari)), Accepted)
        assert isinstance(await r.send(maija, answers(held, "Siirrän sinut.")), Accepted)
        assert isinstance(await r.send(sari, AcceptOffer(held, 2)), Accepted)
        assert await r.send(maija, answers(held, "myöhässä")) == Problem("not_found")
        assert isinstance(await r.send(sari, answers(held, "jatketaan", version=3)), Accepted)
        entered = [each for each in r.told if type(each.addressed.fact).__name__ == "ConversationEntered"][-1]
        head = json.loads(entered.body)["head"]
        assert (head["holder"]["display_name"], head["hand_overs"]) == ("Sari", 1)
        assert head["transfer"]["internal_message"] == SECRET


async def test_a_customer_is_told_when_it_is_accepted_and_never_by_whom_or_why(database: Database) -> None:
    async with room(database) as r:
        customer, maija = await r.customer("eka"), r.counsellor("Maija")
        sari = await there(r, r.counsellor("Sari"))
        held = await r.claimed(customer, maija)
        before = len(r.told)
        await r.send(maija, offer(held, sari))
        await r.send(sari, DeclineOffer(held, "Olen lähdössä.", 2))
        await r.send(maija, offer(held, sari))
        await r.send(sari, AcceptOffer(held, 2))
        hers = [each for each in r.told[before:] if f"c:{held}" in each.addressed.audience]
        bodies = [json.loads(each.customer_body or each.body) for each in hers]
        assert [body["type"] for body in bodies] == ["OfferAccepted"]
        assert set(bodies[0]) == {"type", "at", "caused_by", "conversation_id", "role"}


async def test_an_offer_holds_no_word_of_the_customers(database: Database) -> None:
    async with room(database) as r:
        customer, maija = await r.customer("salaisuus"), r.counsellor("Maija")
        sari = await there(r, r.counsellor("Sari"))
        held = await r.claimed(customer, maija)
        await r.send(customer, says(customer, "toinen salaisuus"))
        before = len(r.told)
        await r.send(maija, offer(held, sari))
        await r.send(customer, says(customer, "kolmas salaisuus"))
        hers = [each.body for each in r.told[before:] if sari.address in each.addressed.audience]
        assert len(hers) == 1
        assert b"salaisuus" not in hers[0]


async def test_only_one_who_is_there_is_offered_it(database: Database) -> None:
    async with room(database) as r:
        customer, maija = await r.customer("eka"), r.counsellor("Maija")
        sari = await there(r, r.counsellor("Sari"))
        without_role = r.counsellor("Tutkija", role="researcher")
        held = await r.claimed(customer, maija)
        assert await r.send(maija, offer(held, without_role)) == Problem("unknown_professional")
        assert await r.send(maija, OfferTransfer(held, "0" * 32, "", 2)) == Problem("unknown_professional")
        r.clock.advance(seconds=61)
        assert await r.send(maija, offer(held, sari)) == Problem("not_on_duty", {"to_name": "Sari"})
        await seen(r, sari)
        assert isinstance(await r.send(maija, offer(held, sari)), Accepted)


async def test_she_who_holds_as_many_as_she_can_accepts_when_she_has_room(database: Database) -> None:
    async with room(database) as r:
        customer, other, maija = await r.customer("eka"), await r.customer("toka"), r.counsellor("Maija")
        sari = await there(r, r.counsellor("Sari", capacity=1))
        held, own = await r.claimed(customer, maija), await r.claimed(other, sari)
        await r.send(maija, offer(held, sari))
        assert await r.send(sari, AcceptOffer(held, 2)) == Problem("capacity_full", {"capacity": 1})
        await r.send(sari, closes(own))
        assert isinstance(await r.send(sari, AcceptOffer(held, 2)), Accepted)


async def test_what_was_withdrawn_can_not_be_accepted(database: Database) -> None:
    async with room(database) as r:
        customer, maija = await r.customer("eka"), r.counsellor("Maija")
        sari = await there(r, r.counsellor("Sari"))
        held = await r.claimed(customer, maija)
        await r.send(maija, offer(held, sari))
        await r.send(maija, WithdrawOffer(held, 2))
        assert await r.send(sari, AcceptOffer(held, 2)) == Problem("not_found")


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        ("", "text_empty"),
        (" \n\u200b", "text_empty"),
        ("x" * 4001, "text_too_long"),
        ("a\x00", "text_unreadable"),
    ],
)
async def test_without_a_reason_that_can_be_read_nothing_is_declined(
    database: Database, reason: str, code: str
) -> None:
    """R068: the holder is told why; whoever declines may not leave it out, whatever desk she sits at."""
    async with room(database) as r:
        customer, maija = await r.customer("eka"), r.counsellor("Maija")
        sari = await there(r, r.counsellor("Sari"))
        held = await r.claimed(customer, maija)
        await r.send(maija, offer(held, sari))
        before = len(r.told)
        refusal = await r.send(sari, DeclineOffer(held, reason, 2))
        assert isinstance(refusal, Problem)
        assert refusal.code == code
        assert r.told[before:] == []
        assert isinstance(await r.send(sari, AcceptOffer(held, 2)), Accepted)


async def test_time_ends_an_offer_once(database: Database) -> None:
    async with room(database) as r:
        customer, maija = await r.customer("eka"), r.counsellor("Maija")
        sari = await there(r, r.counsellor("Sari"))
        held = await r.claimed(customer, maija)
        await r.send(maija, offer(held, sari))
        for _ in range(4):
            acts = await database.read(lambda c: due_acts(c, r.clock.now + 10**9))
            (act,) = [one for one in acts if one.kind == DueKind.OFFER_LAPSES]
            r.clock.now = act.at
            await seen(r, sari)
            again = [TimedAct(held, DueKind.OFFER_LAPSES, act.at)] * 2
            for timed in again:
                await r.counter.handle(Sent("clock", timed, ClockActor()))
            if "OfferEnded" in r.kinds_told():
                break
        assert r.kinds_told().count("OfferEnded") == 1
        assert json.loads(r.told[-1].body)["ending"] == "lapsed"
        acts = await database.read(lambda c: due_acts(c, r.clock.now + 10**9))
        assert [one.kind for one in acts] == [DueKind.HOLD_LAPSES]


@pytest.mark.parametrize("channel", ["chat", "message"])
async def test_an_offer_to_one_who_may_not_answer_any_more_goes_back(
    database: Database, channel: str
) -> None:
    """R140: a message would else be offered for days to somebody who never comes."""
    async with room(database) as r:
        customer, maija = await r.customer("eka"), r.counsellor("Maija")
        sari = await there(r, r.counsellor("Sari"))
        held = await r.claimed(customer, maija)
        await r.send(maija, offer(held, sari))
        with database.writing() as connection:
            connection.execute(update(tables.conversations).values(channel=channel))
        await seen(r, maija)
        assert await database.read(lambda c: to_look_at(c, now=r.clock.now)) == ()
        with database.writing() as connection:
            staff.disable(connection, f"Sari-{sari.staff_id}", now=r.clock.now)
        assert await database.read(lambda c: to_look_at(c, now=r.clock.now)) == (held,)
        await r.counter.handle(Sent("clock", LookAtHolder(held), ClockActor()))
        assert json.loads(r.told[-1].body)["ending"] == "receiver_away"
        assert await database.read(lambda c: to_look_at(c, now=r.clock.now)) == ()
        assert isinstance(await r.send(maija, closes(held)), Accepted)


async def test_everybody_there_is_listed_with_her_load_but_not_who_asks(database: Database) -> None:
    async with room(database) as r:
        customer = await r.customer("eka")
        maija, sari = await there(r, r.counsellor("Maija")), await there(r, r.counsellor("Sari"))
        r.counsellor("Ilman roolia")
        await r.claimed(customer, sari)
        listed = await database.read(
            lambda c: professionals_on_duty(c, now=r.clock.now, besides=maija.staff_id)
        )
        assert [(one.colleague.display_name, one.colleague.load, one.serves_advice) for one in listed] == [
            ("Sari", 1, True)
        ]


@pytest.mark.parametrize("command", [SetPresence(Presence.ON_BREAK), EndShift()], ids=["break", "goes"])
async def test_an_offer_to_one_who_goes_ends_at_once(database: Database, command: ShiftCommand) -> None:
    """Nobody waits for an answer that cannot come: accepting would be refused from now on."""
    async with room(database) as r:
        customer, maija = await r.customer("eka"), r.counsellor("Maija")
        sari = await there(r, r.counsellor("Sari"))
        held = await r.claimed(customer, maija)
        await r.send(maija, offer(held, sari))
        await r.own(sari, SetPresence(Presence.BUSY))
        assert [one.kind for one in await database.read(lambda c: due_acts(c, r.clock.now))] == []
        await r.own(sari, command)
        for act in await database.read(lambda c: due_acts(c, r.clock.now)):
            timed = TimedAct(act.conversation_id, DueKind(act.kind), act.at)
            await r.counter.handle(Sent("clock", timed, ClockActor()))
        assert json.loads(r.told[-1].body)["ending"] == "receiver_away"
