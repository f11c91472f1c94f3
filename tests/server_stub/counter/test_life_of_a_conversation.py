"""One responsible at any time, nobody served twice, time acts once: the counter on both databases."""

import asyncio

import pytest

from server_stub.counter.counter import Sent
from server_stub.helpline.actors import ClockActor, CustomerActor
from server_stub.helpline.conversation_commands import ClaimWaiting, EndConversation, MarkRead, TimedAct
from server_stub.helpline.conversation_values import DueKind
from server_stub.helpline.values import Problem
from server_stub.records import snapshots
from server_stub.records.database import Database
from server_stub.records.due_acts import due_acts, renew_leases
from server_stub.wire.answers import Accepted
from tests.support.counter_room import Room, answers, closes, room, says

pytestmark = pytest.mark.asyncio


async def _state(database: Database, conversation_id: str | None) -> str:
    found = await database.read(lambda c: snapshots.conversation(c, conversation_id or ""))
    assert found is not None
    return found.state


async def test_a_customer_comes_is_answered_and_leaves_content(database: Database) -> None:
    async with room(database) as r:
        customer, counsellor = await r.customer(), r.counsellor()
        held = await r.claimed(customer, counsellor)
        assert isinstance(await r.send(counsellor, answers(held, "Hei!")), Accepted)
        assert isinstance(await r.send(customer, MarkRead(held, 2)), Accepted)
        assert isinstance(await r.send(customer, says(customer, "Kiitos")), Accepted)
        assert isinstance(await r.send(customer, EndConversation(customer.conversation_id)), Accepted)
        assert await _state(database, held) == "ended"
        assert await r.send(customer, says(customer, "vielä yksi")) == Problem("conversation_ended")
        assert isinstance(await r.send(counsellor, closes(held)), Accepted)
        assert await _state(database, held) == "closed"
        assert r.kinds_told() == [
            "ConversationOpened",
            "MessageWritten",
            "WaitingClaimed",
            "ConversationLeft",
            "ConversationEntered",
            "MessageWritten",
            "ReadMarked",
            "MessageWritten",
            "ConversationEnded",
            "ConversationClosed",
            "ConversationLeft",
        ]


async def test_ten_counsellors_claim_one_customer_and_nine_are_told_who_was_first(database: Database) -> None:
    async with room(database) as r:
        customer = await r.customer()
        counsellors = [r.counsellor(f"Neuvoja {n}") for n in range(10)]
        assert customer.conversation_id is not None
        claim = ClaimWaiting(customer.conversation_id)
        got = await asyncio.gather(*(r.send(one, claim) for one in counsellors))
        winners = [c for c, answer in zip(counsellors, got, strict=True) if isinstance(answer, Accepted)]
        assert len(winners) == 1
        assert [answer for answer in got if isinstance(answer, Problem)] == [
            Problem("already_claimed", {"by_name": winners[0].display_name})
        ] * 9


async def test_nobody_holds_more_than_her_capacity_however_fast_she_claims(database: Database) -> None:
    async with room(database) as r:
        customers = [await r.customer() for _ in range(5)]
        counsellor = r.counsellor(capacity=2)
        got = await asyncio.gather(
            *(r.send(counsellor, ClaimWaiting(one.conversation_id or "")) for one in customers)
        )
        assert sum(isinstance(answer, Accepted) for answer in got) == 2
        assert [answer for answer in got if isinstance(answer, Problem)] == [
            Problem("capacity_full", {"capacity": 2})
        ] * 3


async def test_a_talk_the_customer_has_ended_takes_no_place(database: Database) -> None:
    async with room(database) as r:
        first, second = await r.customer(), await r.customer()
        counsellor = r.counsellor(capacity=1)
        await r.claimed(first, counsellor)
        await r.send(first, EndConversation(first.conversation_id))
        assert isinstance(await r.send(counsellor, ClaimWaiting(second.conversation_id or "")), Accepted)


async def test_a_text_written_under_an_older_responsibility_is_refused(database: Database) -> None:
    async with room(database) as r:
        customer, counsellor = await r.customer(), r.counsellor()
        held = await r.claimed(customer, counsellor)
        assert await r.send(counsellor, answers(held, "myöhässä", version=1)) == Problem(
            "responsibility_moved"
        )
        assert isinstance(await r.send(counsellor, answers(held, "ajallaan", version=2)), Accepted)


async def test_what_is_not_yours_is_unknown_to_you(database: Database) -> None:
    async with room(database) as r:
        customer, other = await r.customer(), await r.customer()
        holder, stranger = r.counsellor(), r.counsellor("Neuvoja 2")
        held = await r.claimed(customer, holder)
        assert await r.send(stranger, answers(held, "en ole täällä")) == Problem("not_found")
        assert await r.send(stranger, closes(held)) == Problem("not_found")
        assert await r.send(stranger, MarkRead(held, 1)) == Problem("not_found")
        foreign = CustomerActor(other.session_row, other.conversation_id)
        assert await r.send(foreign, MarkRead(held, 1)) == Problem("not_found")


async def test_a_customer_has_one_conversation_at_a_time(database: Database) -> None:
    async with room(database) as r:
        stranger = r.stranger()
        got = await asyncio.gather(*(r.send(stranger, r.opening(f"{n}")) for n in range(4)))
        assert sum(isinstance(answer, Accepted) for answer in got) == 1
        assert got.count(Problem("conversation_exists")) == 3


async def test_leaving_the_queue_closes_and_frees_the_customer_to_come_again(database: Database) -> None:
    async with room(database) as r:
        customer = await r.customer()
        assert isinstance(await r.send(customer, EndConversation(customer.conversation_id)), Accepted)
        assert await _state(database, customer.conversation_id) == "closed"
        again = await r.send(CustomerActor(customer.session_row, None), r.opening())
        assert isinstance(again, Accepted)
        assert again.conversation_id != customer.conversation_id


async def _act(r: Room, conversation_id: str | None, kind: DueKind, at: int) -> Accepted | Problem:
    act = TimedAct(conversation_id or "", kind, at)
    return await r.counter.handle(Sent("clock", act, ClockActor()))


async def test_a_customer_who_is_away_ten_minutes_loses_her_place_once(database: Database) -> None:
    async with room(database) as r:
        customer = await r.customer()
        due = await database.read(lambda c: due_acts(c, r.clock.now + 600_000))
        assert [(act.kind, act.at) for act in due] == [("waiting_lapses", r.clock.now + 600_000)]
        r.clock.advance(seconds=601)
        got = await asyncio.gather(
            *(_act(r, customer.conversation_id, DueKind.WAITING_LAPSES, due[0].at) for _ in range(4))
        )
        assert sum(isinstance(answer, Accepted) for answer in got) == 1
        assert r.kinds_told().count("ConversationClosed") == 1
        assert await database.read(lambda c: due_acts(c, r.clock.now + 10**9)) == ()


async def test_a_customer_who_was_there_meanwhile_keeps_her_place(database: Database) -> None:
    async with room(database) as r:
        customer = await r.customer()
        began = r.clock.now
        r.clock.advance(seconds=500)
        seen = {f"c:{customer.conversation_id}": r.clock.now}
        await r.groups.write(lambda c: renew_leases(c, seen))
        r.clock.advance(seconds=101)
        await _act(r, customer.conversation_id, DueKind.WAITING_LAPSES, began + 600_000)
        assert await _state(database, customer.conversation_id) == "waiting"
        due = await database.read(lambda c: due_acts(c, r.clock.now + 10**9))
        assert [act.at for act in due] == [began + 1_100_000]


async def test_the_chats_of_a_counsellor_who_is_away_return_to_their_old_place(database: Database) -> None:
    async with room(database) as r:
        customer, counsellor = await r.customer(), r.counsellor()
        first_in_line = r.clock.now
        r.clock.advance(seconds=60)
        held = await r.claimed(customer, counsellor)
        claimed_at = r.clock.now
        r.clock.advance(seconds=600)
        await _act(r, held, DueKind.HOLD_LAPSES, claimed_at + 600_000)
        found = await database.read(lambda c: snapshots.conversation(c, held))
        assert found is not None
        assert (found.state, found.holder_id, found.waiting_since) == ("waiting", None, first_in_line)
        assert found.responsibility_version == 3
        assert await r.send(counsellor, answers(held, "olin poissa")) == Problem("responsibility_moved")
        another = r.counsellor("Neuvoja 2")
        assert isinstance(await r.send(another, ClaimWaiting(held)), Accepted)


async def test_reading_marks_never_go_back_or_past_the_last_message(database: Database) -> None:
    async with room(database) as r:
        customer, counsellor = await r.customer(), r.counsellor()
        held = await r.claimed(customer, counsellor)
        await r.send(counsellor, MarkRead(held, 99))
        assert await r.send(counsellor, MarkRead(held, 1)) == Accepted(
            command_id=f"{r.clock.now:012x}7{r._made:019x}",
            cursor=None,
            conversation_id=held,
            seq=None,
            text=None,
            masked=(),
        )
        found = await database.read(lambda c: snapshots.conversation(c, held))
        assert found is not None
        assert found.read_by_counsellor == 1
        assert r.kinds_told().count("ReadMarked") == 1


async def test_ending_what_the_customer_has_ended_is_accepted_however_late_it_comes_again(
    database: Database,
) -> None:
    """The first result stands, also after the conversation is closed and gone from her desk."""
    async with room(database) as r:
        customer, maija = await r.customer("eka"), r.counsellor("Maija")
        held = await r.claimed(customer, maija)
        await r.send(customer, EndConversation(customer.conversation_id))
        first = await r.send(maija, EndConversation(held, 2), command_id="0" * 32)
        assert isinstance(first, Accepted)
        assert (first.cursor, first.conversation_id) == (None, held)
        await r.send(maija, closes(held))
        assert await r.send(maija, EndConversation(held, 2), command_id="0" * 32) == first
        assert await r.send(maija, EndConversation(held, 2)) == Problem("conversation_closed")
