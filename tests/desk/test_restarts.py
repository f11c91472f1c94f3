"""The workstation dies and comes back: drafts and outbox are there, and nothing is sent twice."""

import asyncio

import pytest

from app.desk.intents import Intents
from app.desk.panes import Delivery
from app.domain.commands import ClaimWaiting, EndConversation, WriteMessage
from app.domain.ids import CommandId
from app.domain.pending import Happening
from app.domain.problems import Problem, ProblemCode
from tests.support.counter_model import Fault
from tests.support.desk_builders import ROBIN, SASU
from tests.support.desk_room import a_room
from tests.support.fakes import settle

pytestmark = pytest.mark.asyncio


async def test_a_draft_survives_a_crash_but_for_its_last_second() -> None:
    async with a_room() as room:
        await room.serve()
        for length in range(1, 11):
            room.desk.drafts.typed(ROBIN, "Hei, tässä vastaus"[:length])
            await room.clock.advance(0.3)
        await room.crash()
        await room.come_back()
        restored = room.desk.drafts.text(ROBIN)
        assert "Hei, tässä vastaus"[:10].startswith(restored)
        assert len(restored) >= 7


async def test_a_message_cut_off_between_send_and_answer_is_there_once() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.faults = [Fault.ANSWER_LOST]
        room.gate.one_way()
        command_id = await room.write("Kerran")
        await room.crash()
        room.gate.mend()
        await room.come_back()
        await room.clock.advance(10)
        assert room.said() == ["Hei!", "Kerran"]
        assert [row.command_id for row in room.rows() if row.text == "Kerran"] == [command_id]
        assert room.disk.rows == {}


async def test_a_message_that_had_left_goes_again_by_itself_with_the_same_bytes() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.faults = [Fault.REQUEST_LOST]
        await room.write("Matkalla")
        await room.crash()
        await room.come_back()
        bodies = [body for _, command, body in room.gate.sent if isinstance(command, WriteMessage)]
        assert room.said() == ["Hei!", "Matkalla"]
        assert len(bodies) == 2
        assert len(set(bodies)) == 1


async def test_a_message_that_had_not_left_asks_first() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.cut()
        await settle()
        await room.write("Ei lähtenyt")
        await room.crash()
        room.gate.mend()
        await room.come_back()
        await room.clock.advance(120)
        assert room.bubbles()[-1] == ("Ei lähtenyt", Delivery.ASKING)
        assert room.said() == ["Hei!"]


async def test_a_held_message_is_not_sent_by_a_restart() -> None:
    async with a_room(undo_s=5) as room:
        await room.serve()
        await room.write("Peruttavissa")
        await room.crash()
        await room.come_back()
        await room.clock.advance(60)
        assert room.bubbles()[-1] == ("Peruttavissa", Delivery.ASKING)
        assert room.said() == ["Hei!"]


async def test_a_message_seen_in_the_snapshot_is_not_shown_twice_and_not_sent_again() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.faults = [Fault.ANSWER_LOST]
        room.gate.counter.dedupes = False
        room.desk.drafts.typed(ROBIN, "Kerran")
        room.desk.talk.write(ROBIN)
        await settle()
        await room.crash()
        await room.come_back()
        await room.clock.advance(60)
        assert room.said() == ["Hei!", "Kerran"]
        assert [text for text, _ in room.bubbles()] == ["Hei!", "Kerran"]


async def test_a_claim_of_yesterday_is_not_made_today() -> None:
    async with a_room() as room:
        room.counter.customer_opens(ROBIN)
        room.counter.customer_opens(SASU)
        await settle()
        room.gate.faults = [Fault.REQUEST_LOST]
        assert not isinstance(room.desk.submit(ClaimWaiting(ROBIN)), Problem)
        await settle()
        await room.crash()
        await room.come_back()
        await room.clock.advance(60)
        assert room.counter.matters[ROBIN].head.holder is None
        assert room.disk.rows == {}


async def test_a_draft_of_a_conversation_that_left_meanwhile_is_still_there() -> None:
    async with a_room() as room:
        await room.serve()
        room.desk.drafts.typed(ROBIN, "Kesken")
        await room.clock.advance(2)
        await room.crash()
        room.counter.counsellor_away(ROBIN)
        await room.come_back()
        assert [draft.text for draft in room.desk.drafts.all()] == ["Kesken"]


async def test_why_a_text_came_back_is_still_known_after_a_restart() -> None:
    async with a_room(undo_s=5) as room:
        await room.serve()
        await room.write("Hei")
        room.counter.customer_ends(ROBIN)
        await room.clock.advance(6)
        banner = room.desk.drafts.banner(ROBIN)
        await room.crash()
        await room.come_back()
        assert banner is not None
        assert room.desk.drafts.banner(ROBIN) == banner


async def killed_after(turns: int) -> None:
    """She sends, hears nothing, and is killed that many turns of the loop later; when she is back, the
    message is out of her sight.
    """
    async with a_room(undo_s=5) as room:
        await room.serve()
        await room.write("Kerran")
        room.gate.one_way()
        room.gate.answer_turns = 6
        await room.clock.advance_without_settling(5)
        for _ in range(turns):
            await asyncio.sleep(0)
        await room.crash()
        room.gate.mend()
        for number in range(60):
            room.counter.customer_writes(ROBIN, f"rivi {number}")
        await room.come_back()
        for row in room.desk.seen.pending:
            room.desk.answer_asking(row.command_id, send=False)
        await room.clock.advance(30)
        is_draft = room.desk.drafts.text(ROBIN) == "Kerran"
        assert room.said().count("Kerran") + is_draft == 1, f"after {turns} turns"
        assert room.disk.rows == {}


@pytest.mark.parametrize("turns", range(0, 40, 2))
async def test_killed_anywhere_between_the_key_and_the_answer_it_is_a_draft_or_sent_and_never_both(
    turns: int,
) -> None:
    await killed_after(turns)


async def test_the_turns_above_find_a_row_whose_flight_was_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    async def to_be_sent(self: Intents, command_id: CommandId) -> bytes | None:
        self.move(command_id, Happening.SENT)
        return await self._store.body_of(command_id) if command_id in self._rows else None

    monkeypatch.setattr(Intents, "to_be_sent", to_be_sent)
    found = []
    for turns in range(0, 40, 2):
        try:
            await killed_after(turns)
        except AssertionError:
            found.append(turns)
    assert found


async def test_a_text_that_asks_where_it_is_no_longer_hers_is_offered_as_a_draft() -> None:
    """The laptop slept over night: nobody else can ask her about it, so it must not stay in the outbox."""
    async with a_room() as room:
        await room.serve()
        room.gate.cut()
        await settle()
        await room.write("Palaan asiaan")
        await room.crash()
        room.counter.counsellor_away(ROBIN)
        room.gate.mend()
        await room.come_back()
        assert room.desk.unsent() == ()
        assert room.desk.drafts.text(ROBIN) == "Palaan asiaan"
        assert [notice.problem.code for notice in room.refusals()] == [ProblemCode.RESPONSIBILITY_MOVED]
        assert room.said() == ["Hei!"]
        await room.desk.flush()
        assert room.disk.rows == {}


async def test_an_end_that_asks_where_it_is_no_longer_hers_is_over() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.cut()
        await settle()
        version = room.desk.seen.confirmed.heads[ROBIN].responsibility_version
        room.desk.submit(EndConversation(ROBIN, version))
        await settle()
        await room.crash()
        room.counter.counsellor_away(ROBIN)
        room.gate.mend()
        await room.come_back()
        assert room.desk.unsent() == ()
        assert [notice.problem.code for notice in room.refusals()] == [ProblemCode.RESPONSIBILITY_MOVED]
