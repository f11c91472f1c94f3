"""Callback requests on both databases: one winner, one number in one hand, nothing shown that is not hers."""

import asyncio
import json

import pytest
from sqlalchemy import select

from server_stub.helpline.actors import CustomerActor, StaffActor
from server_stub.helpline.callback_values import (
    CallbackCommand,
    CallWrapUp,
    ClaimCallback,
    RecordAttempt,
    ReleaseCallback,
    RequestCallback,
    WithdrawCallback,
)
from server_stub.helpline.calling_time import day_begins
from server_stub.helpline.conversation_commands import EndConversation, WrapUp
from server_stub.helpline.values import Problem
from server_stub.records import audit, callbacks, tables, wrap_ups
from server_stub.records.database import Database
from server_stub.records.due_acts import renew_leases
from server_stub.records.erasing import erase_closed_requests
from server_stub.wire.answers import Accepted
from tests.support.counter_room import Room, room

pytestmark = pytest.mark.asyncio

NUMBER = "040 123 4567"
HOUR_S = 3_600


def asks(r: Room, phone: str = NUMBER, *, wish: str = "any", text: str = "") -> RequestCallback:
    service = r.model.services[0]
    return RequestCallback(
        str(service.service_id),
        str(service.topics[0].topic_id),
        "fi",
        phone,
        wish,
        may_leave_voicemail=False,
        text=text,
    )


async def left(r: Room, phone: str = NUMBER, *, by: CustomerActor | None = None, text: str = "") -> str:
    """Somebody leaves a request; its id."""
    customer = by or r.stranger()
    answer = await r.call(customer, asks(r, phone, text=text))
    assert isinstance(answer, Accepted), answer
    kept = await r.database.read(lambda c: callbacks.of_session(c, customer.session_row))
    assert kept is not None
    return kept.callback_id


async def version_of(r: Room, callback_id: str) -> int:
    kept = await r.database.read(lambda c: callbacks.find(c, callback_id))
    assert kept is not None
    return kept.responsibility_version


async def attempt(r: Room, callback_id: str, outcome: str, said: CallWrapUp | None = None) -> CallbackCommand:
    return RecordAttempt(callback_id, await version_of(r, callback_id), outcome, r.clock.now, said)


async def the_clock_looks(r: Room) -> None:
    """At every claim whose time has come."""
    for callback_id, at in await r.callbacks.due(r.clock.now):
        await r.callbacks.look(callback_id, at)


async def test_ten_counsellors_claim_one_request_and_nine_are_told_who_was_first(database: Database) -> None:
    async with room(database) as r:
        callback_id = await left(r)
        ten = [r.counsellor(f"Neuvoja {n}") for n in range(10)]
        got = await asyncio.gather(*(r.call(one, ClaimCallback(callback_id)) for one in ten))
        (winner,) = [one for one, answer in zip(ten, got, strict=True) if isinstance(answer, Accepted)]
        assert [answer for answer in got if isinstance(answer, Problem)] == [
            Problem("already_claimed", {"by_name": winner.display_name})
        ] * 9


async def test_two_requests_with_one_number_are_never_in_two_hands(database: Database) -> None:
    """R112 and issue point 4: two people cannot dial one number, also when both claim at once."""
    async with room(database) as r:
        one, other = await left(r), await left(r, "+358 40 1234567")
        maija, johan = r.counsellor("Maija"), r.counsellor("Johan")
        got = await asyncio.gather(r.call(maija, ClaimCallback(one)), r.call(johan, ClaimCallback(other)))
        refused = [answer for answer in got if isinstance(answer, Problem)]
        assert [answer.code for answer in refused] == ["number_in_use"]
        winner, waits = (maija, other) if isinstance(got[0], Accepted) else (johan, one)
        claimed = one if waits == other else other
        released = ReleaseCallback(claimed, await version_of(r, claimed))
        assert isinstance(await r.call(winner, released), Accepted)
        assert isinstance(await r.call(johan if winner is maija else maija, ClaimCallback(waits)), Accepted)


async def test_a_second_request_with_the_number_waits_its_hour_too(database: Database) -> None:
    async with room(database) as r:
        one, other = await left(r), await left(r)
        maija = r.counsellor("Maija")
        await r.call(maija, ClaimCallback(one))
        assert isinstance(await r.call(maija, await attempt(r, one, "busy")), Accepted)
        await r.call(maija, ClaimCallback(other))
        refused = await r.call(maija, await attempt(r, other, "busy"))
        assert isinstance(refused, Problem)
        assert refused == Problem("attempt_too_soon", {"opens_at": "2026-11-23T09:00:00.000Z"})


async def test_a_call_that_is_still_to_be_told_keeps_its_closed_request_in_sight(database: Database) -> None:
    """I7: the customer took it back on a day when its caller was away; nobody else is shown it."""
    async with room(database) as r:
        customer = r.stranger()
        callback_id, maija, johan = await left(r, by=customer), r.counsellor("Maija"), r.counsellor("Johan")
        await r.call(maija, ClaimCallback(callback_id))
        late = await attempt(r, callback_id, "busy")
        r.clock.advance(seconds=HOUR_S)
        assert isinstance(await r.call(customer, WithdrawCallback()), Accepted)

        async def shown(who: StaffActor) -> list[str]:
            since = day_begins(r.clock.now)
            seen = await r.database.read(
                lambda c: callbacks.seen_by(c, who.staff_id, who.queues, closed_since=since)
            )
            return [each.callback_id for each in seen]

        assert await shown(johan) == [callback_id]
        r.clock.advance(seconds=6 * 24 * HOUR_S)
        assert (await shown(maija), await shown(johan)) == ([callback_id], [])
        assert isinstance(await r.call(maija, late), Accepted)
        assert await shown(maija) == []


async def test_three_misses_over_days_close_as_not_reached(database: Database) -> None:
    """R111: three tries, then the request is closed; each stands with time, caller and outcome."""
    async with room(database) as r:
        callback_id = await left(r)
        maija = r.counsellor("Maija")
        for outcome, hours in (("no_answer", 4), ("busy", 20), ("voicemail", 24)):
            assert isinstance(await r.call(maija, ClaimCallback(callback_id)), Accepted)
            assert isinstance(await r.call(maija, await attempt(r, callback_id, outcome)), Accepted)
            r.clock.advance(seconds=hours * HOUR_S)
        kept = await r.database.read(lambda c: callbacks.find(c, callback_id))
        assert kept is not None
        assert (kept.state, kept.closed_reason) == ("closed", "not_reached")
        assert [(each.staff_name, each.outcome) for each in kept.attempts] == [
            ("Maija", "no_answer"),
            ("Maija", "busy"),
            ("Maija", "voicemail"),
        ]
        assert await r.call(maija, await attempt(r, callback_id, "reached")) == Problem("attempts_used")
        assert r.kinds_told()[-2:] == ["AttemptRecorded", "CallbackClosed"]


async def test_the_same_record_again_is_one_attempt(database: Database) -> None:
    async with room(database) as r:
        callback_id, maija = await left(r), r.counsellor("Maija")
        await r.call(maija, ClaimCallback(callback_id))
        record, command_id = await attempt(r, callback_id, "busy"), r.command_id()
        first = await r.call(maija, record, command_id=command_id)
        again = await asyncio.gather(*(r.call(maija, record, command_id=command_id) for _ in range(3)))
        assert [first, *again] == [first] * 4
        assert isinstance(first, Accepted)
        assert first.cursor is not None
        kept = await r.database.read(lambda c: callbacks.find(c, callback_id))
        assert kept is not None
        assert len(kept.attempts) == 1


async def test_the_number_is_in_no_fact_no_audit_row_and_no_ledger_row(database: Database) -> None:
    async with room(database) as r:
        callback_id = await left(r, text="soita 040 765 4321 tai 010594Y9032")
        maija = r.counsellor("Maija")
        await r.call(maija, ClaimCallback(callback_id))
        await r.call(maija, await attempt(r, callback_id, "wrong_number"))
        with database.reading() as connection:
            facts = [bytes(row.body) for row in connection.execute(tables.facts.select())]
            rows = [bytes(row.entry) for row in connection.execute(tables.audit.select())]
            problems = [bytes(row.problem or b"") for row in connection.execute(tables.ledger.select())]
            assert audit.verify(connection).broken == ()
        kept = b"".join([*facts, *rows, *problems])
        for hidden in (b"1234567", b"123 4567", b"765 4321", b"010594"):
            assert hidden not in kept
        assert b'"masked_phone":"040 \xe2\x80\xa2' in kept
        # Seeing the whole number is a look that stands in the audit log, with who and which request.
        (look,) = [row for row in rows if b"CallbackNumberShown" in row]
        assert maija.address.encode() in look
        assert callback_id.encode() in look


async def test_a_claim_returns_when_its_holder_has_left_and_at_four(database: Database) -> None:
    """R113: a request comes back to the list at shift end, once."""
    async with room(database) as r:
        callback_id, maija = await left(r), r.counsellor("Maija")
        await r.call(maija, ClaimCallback(callback_id))
        r.clock.advance(seconds=400)
        await r.groups.write(lambda c: renew_leases(c, {maija.address: r.clock.now}))
        r.clock.advance(seconds=200)
        await the_clock_looks(r)
        assert "CallbackReturned" not in r.kinds_told()
        r.clock.advance(seconds=400)
        await asyncio.gather(*(the_clock_looks(r) for _ in range(3)))
        assert r.kinds_told().count("CallbackReturned") == 1
        await r.call(maija, ClaimCallback(callback_id))
        r.clock.now = 1_795_442_400_000  # 16.00 in Helsinki that day
        await r.groups.write(lambda c: renew_leases(c, {maija.address: r.clock.now}))
        await the_clock_looks(r)
        assert json.loads(r.told[-1].body)["reason"] == "calling_ended"


async def test_a_customer_has_one_open_request_and_can_take_it_back(database: Database) -> None:
    async with room(database) as r:
        customer = r.stranger()
        callback_id = await left(r, by=customer)
        assert await r.call(customer, asks(r, "050 765 4321")) == Problem("callback_exists")
        maija = r.counsellor("Maija")
        await r.call(maija, ClaimCallback(callback_id))
        assert isinstance(await r.call(customer, WithdrawCallback()), Accepted)
        late = await r.call(maija, await attempt(r, callback_id, "busy"))
        assert isinstance(late, Accepted), "the call had happened"
        assert await r.call(maija, await attempt(r, callback_id, "busy")) == Problem("callback_closed")
        kept = await r.database.read(lambda c: callbacks.find(c, callback_id))
        assert kept is not None
        assert (kept.closed_reason, len(kept.attempts)) == ("withdrawn", 1)
        assert isinstance(await r.call(customer, asks(r, "050 765 4321")), Accepted)


async def test_a_number_is_left_three_times_a_day_and_the_fourth_waits(database: Database) -> None:
    """trust.md U10: callback form 3/day per phone, on both spellings of it."""
    async with room(database) as r:
        for phone in (NUMBER, "+358401234567", "040-1234567"):
            await left(r, phone)
        customer, command_id = r.stranger(), r.command_id()
        refused = await r.call(customer, asks(r), command_id=command_id)
        assert isinstance(refused, Problem)
        assert refused.code == "throttled"
        r.clock.advance(seconds=24 * HOUR_S + 1)
        assert isinstance(await r.call(customer, asks(r), command_id=command_id), Accepted)


@pytest.mark.parametrize(
    ("phone", "code"), [("kotinumero", "phone_unreadable"), ("0600 12345", "phone_not_called")]
)
async def test_a_number_that_cannot_be_called_is_refused(database: Database, phone: str, code: str) -> None:
    async with room(database) as r:
        assert await r.call(r.stranger(), asks(r, phone)) == Problem(code)


async def test_a_number_is_forgotten_seven_days_after_its_request_was_closed(database: Database) -> None:
    async with room(database) as r:
        closed, waiting = await left(r, text="Kysyn vuokrasta"), await left(r, "050 765 4321")
        maija = r.counsellor("Maija")
        await r.call(maija, ClaimCallback(closed))
        await r.call(maija, await attempt(r, closed, "reached"))
        began = r.clock.now
        for days, left_of_it in ((6, ("+358401234567", "Kysyn vuokrasta")), (8, ("", ""))):
            now = began + days * 24 * HOUR_S * 1000
            r.clock.now = now
            await r.groups.run(lambda group: erase_closed_requests(group, "clock"))
            kept = await r.database.read(lambda c: callbacks.find(c, closed))
            assert kept is not None
            assert (kept.phone, kept.text) == left_of_it
        open_one = await r.database.read(lambda c: callbacks.find(c, waiting))
        assert open_one is not None
        assert open_one.phone == "+358507654321"


async def test_somebody_of_another_queue_is_answered_as_if_it_were_not_there(database: Database) -> None:
    async with room(database) as r:
        callback_id = await left(r)
        other = StaffActor("f" * 32, "Aino", frozenset(), frozenset({"#soshON_muu_chat"}), 3)
        assert await r.call(other, ClaimCallback(callback_id)) == Problem("not_found")


async def test_a_call_is_wrapped_up_as_rows_and_counted_together_with_chats(database: Database) -> None:
    """R127, R131: by service and reason, with direction and pace; notes masked, and in no fact."""
    async with room(database) as r:
        began = r.clock.now
        maija, customer = r.counsellor("Maija"), await r.customer()
        conversation_id = await r.claimed(customer, maija)
        await r.send(maija, EndConversation(conversation_id, 2))
        await r.send(maija, WrapUp(conversation_id, ("asuminen", "ttt_ehk"), "pta", "", 1, 2))
        callback_id = await left(r)
        await r.call(maija, ClaimCallback(callback_id))
        said = CallWrapUp(("ttt_ehk", "asuminen"), "ohjattu", "Neuvottu, tunnus 150385-912E.", 1)
        record = await attempt(r, callback_id, "reached", said)
        command_id = r.command_id()
        for _ in range(2):
            assert isinstance(await r.call(maija, record, command_id=command_id), Accepted)
        found = await r.database.read(lambda c: wrap_ups.counted(c, since=began, until=r.clock.now + 1))
        assert [(each.channel, each.reason, each.outcome, each.direction, each.pace) for each in found] == [
            ("chat", "asuminen", "pta", "customer_initiated", "real_time"),
            ("callback", "ttt_ehk", "ohjattu", "customer_initiated", "non_urgent"),
        ]
        assert {each.service_id for each in found} == {"neuvonta"}
        assert await r.database.read(lambda c: wrap_ups.counted(c, since=r.clock.now + 1, until=2**53)) == ()
        with database.reading() as connection:
            kept = connection.execute(select(tables.call_wrap_ups)).one()
            assert (kept.staff_id, kept.notes) == (maija.staff_id, "Neuvottu, tunnus █████.")
        assert not [each for each in r.told if b"Neuvottu" in each.body]


async def test_a_call_of_which_nothing_is_said_is_counted_all_the_same(database: Database) -> None:
    """R127: how many were served does not hang on whether a reason was given."""
    async with room(database) as r:
        maija, callback_id = r.counsellor("Maija"), await left(r)
        await r.call(maija, ClaimCallback(callback_id))
        assert isinstance(await r.call(maija, await attempt(r, callback_id, "declined")), Accepted)
        (found,) = await r.database.read(lambda c: wrap_ups.counted(c, since=0, until=r.clock.now + 1))
        assert (found.channel, found.reason, found.outcome) == ("callback", None, None)


async def test_a_call_that_was_a_test_is_kept_and_left_out_of_statistics(database: Database) -> None:
    """R104."""
    async with room(database) as r:
        maija = r.counsellor("Maija")
        for is_test in (False, True):
            # Another number: nobody is called twice within an hour.
            callback_id = await left(r, f"{NUMBER[:-1]}{8 + is_test}")
            await r.call(maija, ClaimCallback(callback_id))
            said = CallWrapUp(("ttt_ehk",), None, "", 1, is_test)
            assert isinstance(await r.call(maija, await attempt(r, callback_id, "reached", said)), Accepted)
        with database.reading() as connection:
            kept = connection.execute(select(tables.call_wrap_ups.c.is_test)).scalars()
            assert sorted(kept) == [False, True]
            assert len(wrap_ups.counted(connection, since=0, until=r.clock.now + 1)) == 1


async def test_a_code_that_is_none_is_refused_and_the_request_stays_hers(database: Database) -> None:
    async with room(database) as r:
        maija, callback_id = r.counsellor("Maija"), await left(r)
        await r.call(maija, ClaimCallback(callback_id))
        said = CallWrapUp(("nothing_such",), None, "", 1)
        refused = await r.call(maija, await attempt(r, callback_id, "reached", said))
        assert refused == Problem("code_not_listed")
        kept = await r.database.read(lambda c: callbacks.find(c, callback_id))
        assert kept is not None
        assert (kept.holder_id, kept.attempts) == (maija.staff_id, ())
        assert await r.database.read(lambda c: wrap_ups.counted(c, since=0, until=2**53)) == ()
