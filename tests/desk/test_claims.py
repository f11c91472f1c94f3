"""Taking a customer: now or never, and the other one is told who was first."""

import pytest

from app.desk import views
from app.domain.commands import ClaimWaiting, CloseConversation
from app.domain.ids import ConversationId, QueueId
from app.domain.problems import Problem, ProblemCode
from tests.support.counter_model import Counter, Fault
from tests.support.desk_builders import ADULTS, JOHAN, MAIJA, ROBIN, SASU
from tests.support.desk_room import DeskRoom, a_room
from tests.support.fakes import FakeClock, settle

pytestmark = pytest.mark.asyncio


def _next(room: DeskRoom, queue_id: QueueId | None) -> ConversationId | None:
    row = views.next_waiting(room.desk.seen, queue_id, now=room.desk.now())
    return row.conversation_id if row is not None else None


def codes(room: DeskRoom) -> list[ProblemCode]:
    return [notice.problem.code for notice in room.refusals()]


async def test_a_claim_brings_the_conversation_and_its_messages() -> None:
    async with a_room() as room:
        await room.serve(text="Mihin voin hakea apua?")
        assert [text for text, _ in room.bubbles()] == ["Mihin voin hakea apua?"]
        assert [tab.conversation_id for tab in views.tabs(room.desk.seen, now=room.desk.now())] == [ROBIN]


async def test_two_counsellors_claim_one_customer_and_the_loser_is_told_who() -> None:
    counter, clock = Counter(MAIJA, JOHAN), FakeClock()
    async with (
        a_room(counter=counter, me=MAIJA, clock=clock) as maija,
        a_room(counter=counter, me=JOHAN, clock=clock) as johan,
    ):
        counter.customer_opens(ROBIN, "Hei")
        await settle()
        assert not isinstance(maija.desk.submit(ClaimWaiting(ROBIN)), Problem)
        assert not isinstance(johan.desk.submit(ClaimWaiting(ROBIN)), Problem)
        await settle()
        winner, loser = (maija, johan) if counter.matters[ROBIN].head.holder == MAIJA else (johan, maija)
        assert winner.desk.notices == ()
        assert codes(loser) == [ProblemCode.ALREADY_CLAIMED]
        assert loser.refusals()[0].problem.by_name == winner.me.display_name
        assert ROBIN not in loser.desk.seen.confirmed.heads


async def test_a_claim_that_finds_no_line_lapses_after_fifteen_seconds_and_is_not_made_later() -> None:
    async with a_room() as room:
        room.counter.customer_opens(ROBIN)
        await settle()
        room.gate.faults = [Fault.REQUEST_LOST] * 20
        await room.claim()
        assert views.waiting_entries(room.desk.seen, ADULTS)[0].is_claiming
        room.gate.cut()
        await room.clock.advance(21)
        assert codes(room) == [ProblemCode.LAPSED]
        room.gate.mend()
        room.gate.faults = []
        await room.clock.advance(90)
        assert room.counter.matters[ROBIN].head.holder is None


async def test_a_claim_whose_answer_was_lost_is_still_hers() -> None:
    async with a_room() as room:
        room.counter.customer_opens(ROBIN)
        await settle()
        room.gate.faults = [Fault.ANSWER_LOST]
        await room.claim()
        assert room.desk.seen.confirmed.is_mine(room.desk.seen.confirmed.heads[ROBIN])
        assert room.desk.seen.pending == ()
        assert room.desk.notices == ()


async def test_nothing_is_claimed_while_the_line_is_away() -> None:
    async with a_room() as room:
        room.counter.customer_opens(ROBIN)
        await settle()
        room.gate.cut()
        await settle()
        assert await room.claim() == Problem(ProblemCode.NOT_LIVE)


async def test_closing_lets_the_conversation_go_after_the_last_message() -> None:
    async with a_room(undo_s=5) as room:
        await room.serve()
        await room.write("Hyvää jatkoa!")
        assert not isinstance(room.desk.submit(CloseConversation(ROBIN, 1)), Problem)
        await settle()
        assert not room.counter.matters[ROBIN].is_closed
        await room.clock.advance(6)
        assert room.said() == ["Hei!", "Hyvää jatkoa!"]
        assert room.counter.matters[ROBIN].is_closed
        assert room.desk.seen.confirmed.heads == {}
        assert room.disk.rows == {}


async def test_taking_the_next_takes_the_longest_wait_and_never_one_under_way() -> None:
    async with a_room() as room:
        room.counter.customer_opens(SASU)
        room.counter.now = room.clock.now().replace(minute=5)
        room.counter.customer_opens(ROBIN)
        await settle()
        assert _next(room, ADULTS) == SASU
        room.desk.submit(ClaimWaiting(SASU))
        assert _next(room, None) == ROBIN
