"""Wrapping up at a desk: kept over crashes and lost lines, given back when it is refused, done once."""

import pytest

from app.desk import views
from app.domain.conversation import Author, ConversationState
from app.domain.ids import wrap_up_slot
from app.domain.problems import Problem, ProblemCode
from tests.support.counter_model import Fault
from tests.support.desk_builders import ROBIN
from tests.support.desk_room import DeskRoom, a_room
from tests.support.fakes import settle

pytestmark = pytest.mark.asyncio

NOTES = "Ohjattu Kelaan."


async def wraps_up(room: DeskRoom, notes: str = NOTES) -> None:
    """She notes and finishes. The lists of this room are empty: there is nothing to choose."""
    room.desk.drafts.typed(wrap_up_slot(ROBIN), notes)
    assert not isinstance(room.desk.wrap_ups.finish(ROBIN), Problem)
    await settle()


def what_is_kept(room: DeskRoom) -> list[str]:
    """Notes where they can be: drafts, and wrap-ups the backend has."""
    drafts = [draft.text for draft in room.desk.drafts.all()]
    return [*drafts, *(each.notes for each in room.counter.wrapped_up)]


async def test_finishing_ends_the_talk_first_and_closes_with_the_notes() -> None:
    async with a_room() as room:
        await room.serve()
        await wraps_up(room)
        assert room.counter.matters[ROBIN].head.ended_by is Author.COUNSELLOR
        assert room.counter.matters[ROBIN].is_closed
        assert what_is_kept(room) == [NOTES]
        assert room.desk.seen.pending == ()


async def test_after_her_last_message_and_never_before_it() -> None:
    async with a_room(undo_s=5) as room:
        await room.serve()
        await room.write("Hyvää jatkoa!")
        await wraps_up(room)
        assert room.counter.wrapped_up == []
        await room.clock.advance(6)
        assert room.said() == ["Hei!", "Hyvää jatkoa!"]
        assert len(room.counter.wrapped_up) == 1


async def test_a_customer_who_leaves_frees_her_capacity_and_stays_to_be_wrapped_up() -> None:
    """Until it is done it stands among her tabs, after a crash too."""
    async with a_room() as room:
        await room.serve()
        room.counter.customer_ends(ROBIN)
        await settle()
        await room.crash()
        await room.come_back()
        status = views.status_line(
            room.desk.seen, room.desk.link, 0, is_kept_on_disk=True, now=room.desk.now()
        )
        (tab,) = views.tabs(room.desk.seen, now=room.desk.now())
        assert (status.load, tab.state) == (0, ConversationState.ENDED)
        await wraps_up(room)
        assert views.tabs(room.desk.seen, now=room.desk.now()) == ()


@pytest.mark.parametrize("fault", [Fault.REQUEST_LOST, Fault.ANSWER_LOST])
async def test_killed_while_it_is_under_way_it_is_done_once(fault: Fault) -> None:
    async with a_room() as room:
        await room.serve()
        room.counter.customer_ends(ROBIN)
        await settle()
        room.gate.faults = [fault]
        room.desk.drafts.typed(wrap_up_slot(ROBIN), NOTES)
        room.desk.wrap_ups.finish(ROBIN)
        await settle()
        await room.crash()
        await room.come_back()
        await room.clock.advance(30)
        assert len(room.counter.wrapped_up) == 1
        assert what_is_kept(room) == [NOTES]


async def test_made_without_a_line_it_goes_later_and_asks_nothing() -> None:
    """A talk that is over is not harmed by a late wrap-up."""
    async with a_room() as room:
        await room.serve()
        room.counter.customer_ends(ROBIN)
        await settle()
        room.gate.cut()
        await settle()
        await wraps_up(room)
        await room.clock.advance(2 * 3600)
        room.gate.mend()
        await room.clock.advance(90)
        assert [each.notes for each in room.counter.wrapped_up] == [NOTES]


async def test_a_refused_wrap_up_gives_the_notes_back_and_can_be_finished_again() -> None:
    async with a_room() as room:
        await room.serve()
        room.counter.customer_ends(ROBIN)
        await settle()
        room.counter.refuses_wrap_ups = True
        await wraps_up(room)
        assert [notice.problem.code for notice in room.refusals()] == [ProblemCode.CODE_NOT_LISTED]
        assert room.desk.drafts.text(wrap_up_slot(ROBIN)) == NOTES
        room.counter.refuses_wrap_ups = False
        assert not isinstance(room.desk.wrap_ups.finish(ROBIN), Problem)
        await settle()
        assert what_is_kept(room) == [NOTES]


async def test_an_end_that_is_taken_back_does_not_lose_the_notes() -> None:
    """Two hours without a line: the end asks, she says no, and the wrap-up behind it comes back."""
    async with a_room() as room:
        await room.serve()
        room.gate.cut()
        await settle()
        await wraps_up(room)
        await room.clock.advance(2 * 3600)
        (asking,) = [row for row in room.desk.seen.pending if row.stage == "asking"]
        room.desk.answer_asking(asking.command_id, send=False)
        room.gate.mend()
        await room.clock.advance(90)
        assert room.counter.wrapped_up == []
        assert not room.counter.matters[ROBIN].is_closed
        assert what_is_kept(room) == [NOTES]


async def test_nothing_is_ended_for_a_wrap_up_that_cannot_follow() -> None:
    async with a_room() as room:
        await room.serve()
        room.desk.drafts.typed(wrap_up_slot(ROBIN), "x" * 4001)
        answer = room.desk.wrap_ups.finish(ROBIN)
        assert isinstance(answer, Problem)
        assert answer.code is ProblemCode.TEXT_TOO_LONG
        assert room.counter.matters[ROBIN].head.state is ConversationState.HELD
