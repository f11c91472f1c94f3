"""A message from the composer to the customer: nothing lost, nothing doubled, whatever happens on the way."""

import asyncio
from datetime import timedelta

import pytest

from app.desk.panes import Delivery
from app.domain.changes import Kind
from app.domain.commands import CloseConversation, WriteMessage
from app.domain.memory_only import Cause, MemoryOnly
from app.domain.pending import Stage
from app.domain.problems import Problem, ProblemCode
from tests.support.counter_model import Fault
from tests.support.desk_builders import ROBIN, SASU
from tests.support.desk_room import a_room
from tests.support.fakes import settle

pytestmark = pytest.mark.asyncio


async def test_a_message_is_shown_at_once_and_confirmed_by_its_fact() -> None:
    async with a_room() as room:
        await room.serve()
        room.desk.drafts.typed(ROBIN, "Hei, miten voin auttaa?")
        command_id = room.desk.talk.write(ROBIN)
        assert room.bubbles()[-1] == ("Hei, miten voin auttaa?", Delivery.SENDING)
        assert room.desk.drafts.text(ROBIN) == ""
        await settle()
        assert room.bubbles()[-1] == ("Hei, miten voin auttaa?", Delivery.SENT)
        assert room.rows()[-1].key == command_id
        assert room.disk.rows == {}
        assert room.disk.drafts == {}


async def test_the_change_is_told_in_the_same_frame() -> None:
    async with a_room() as room:
        await room.serve()
        room.told.clear()
        room.desk.drafts.typed(ROBIN, "Hei")
        room.desk.talk.write(ROBIN)
        told = {kind for changes in room.told for kind in changes.kinds}
        assert {Kind.OUTBOX, Kind.MESSAGES, Kind.DRAFTS} <= told


async def test_it_says_seen_when_the_customer_has_read_it() -> None:
    async with a_room() as room:
        await room.serve()
        await room.write("Hei")
        room.counter.customer_reads(ROBIN)
        await settle()
        assert room.bubbles()[-1] == ("Hei", Delivery.SEEN)


async def test_an_answer_that_is_lost_is_asked_for_again_with_the_very_same_bytes() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.cut()
        room.gate.faults = [Fault.ANSWER_LOST]
        room.gate.mend()
        await room.clock.advance(2)
        room.gate.faults = [Fault.REQUEST_LOST, Fault.ANSWER_LOST, Fault.TWICE]
        await room.write("Yksi")
        await room.clock.advance(60)
        bodies = {body for _, command, body in room.gate.sent if isinstance(command, WriteMessage)}
        assert room.said() == ["Hei!", "Yksi"]
        assert len(bodies) == 1
        assert room.disk.rows == {}


async def test_a_fact_that_comes_before_the_answer_retires_the_message() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.faults = [Fault.ANSWER_LOST]
        await room.write("Hei")
        sent = len(room.gate.sent)
        await room.clock.advance(120)
        assert room.disk.rows == {}
        assert len(room.gate.sent) == sent


async def test_a_fact_that_comes_while_the_row_is_marked_for_another_try_spares_the_try() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.faults = [Fault.ANSWER_LOST]
        room.gate.one_way()
        await room.write("Kerran")
        room.disk.is_slow = asyncio.Event()
        await room.clock.advance(2)
        sent = len(room.gate.sent)
        room.gate.mend()
        room.gate.beat()
        await settle()
        room.disk.is_slow.set()
        await room.clock.advance(30)
        assert len(room.gate.sent) == sent
        assert room.said() == ["Hei!", "Kerran"]
        assert room.disk.rows == {}


async def test_messages_leave_in_the_order_they_were_written_one_at_a_time() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.faults = [Fault.LATER, Fault.NONE, Fault.REQUEST_LOST, Fault.NONE]
        for text in ("yksi", "kaksi", "kolme"):
            await room.write(text)
        await room.clock.advance(60)
        assert room.said() == ["Hei!", "yksi", "kaksi", "kolme"]


async def test_a_conversation_in_trouble_does_not_hold_up_another() -> None:
    async with a_room() as room:
        await room.serve(ROBIN)
        await room.serve(SASU)
        room.gate.faults = [Fault.LATER]
        await room.write("Robinille", ROBIN)
        await room.write("Sasulle", SASU)
        assert room.said(SASU) == ["Hei!", "Sasulle"]
        assert room.said(ROBIN) == ["Hei!"]
        await room.clock.advance(10)
        assert room.said(ROBIN) == ["Hei!", "Robinille"]


async def test_retry_after_is_honoured() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.faults = [Fault.LATER]
        await room.write("Hei")
        sent = len(room.gate.sent)
        await room.clock.advance(2.9)
        assert len(room.gate.sent) == sent
        await room.clock.advance(5)
        assert room.said() == ["Hei!", "Hei"]


async def test_what_is_written_while_the_line_is_away_waits_and_goes_when_it_is_back() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.cut()
        await settle()
        await room.write("Hei")
        assert room.bubbles()[-1] == ("Hei", Delivery.WAITING_FOR_LINE)
        assert len(room.desk.unsent()) == 1
        await room.clock.advance(60)
        room.gate.mend()
        await room.clock.advance(90)
        assert room.said() == ["Hei!", "Hei"]
        assert room.desk.unsent() == ()


async def test_nothing_is_sent_into_a_conversation_that_is_not_caught_up() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.cut()
        await settle()
        room.counter.customer_writes(ROBIN, "Odota, kysyn ensin")
        await room.write("Vastaus")
        room.gate.mend()
        sent = len(room.gate.sent)
        room.desk.retry_now()
        await settle()
        seen_when_sent = [row.text for row in room.rows()]
        assert seen_when_sent.index("Odota, kysyn ensin") < seen_when_sent.index("Vastaus")
        assert len(room.gate.sent) == sent + 1


async def test_ten_minutes_queued_asks_before_it_goes() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.cut()
        await settle()
        command_id = await room.write("Vanha")
        await room.clock.advance(599)
        assert room.bubbles()[-1] == ("Vanha", Delivery.WAITING_FOR_LINE)
        await room.clock.advance(10)
        assert room.bubbles()[-1] == ("Vanha", Delivery.ASKING)
        room.gate.mend()
        await room.clock.advance(90)
        assert room.said() == ["Hei!"]
        room.desk.answer_asking(command_id, send=True)
        await settle()
        assert room.said() == ["Hei!", "Vanha"]


async def test_a_laptop_that_slept_asks_too() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.cut()
        await settle()
        await room.write("Eilinen")
        room.clock.jump(timedelta(hours=16))
        await room.clock.advance(6)
        assert room.bubbles()[-1] == ("Eilinen", Delivery.ASKING)


async def test_a_wall_clock_set_back_hides_no_age() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.cut()
        await settle()
        await room.write("Hei")
        room.clock.jump(timedelta(hours=-1))
        await room.clock.advance(606)
        assert room.bubbles()[-1] == ("Hei", Delivery.ASKING)


async def test_a_message_that_has_been_in_flight_never_asks() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.faults = [Fault.REQUEST_LOST]
        await room.write("Ehkä perillä")
        room.gate.cut()
        await room.clock.advance(700)
        assert room.bubbles()[-1] == ("Ehkä perillä", Delivery.WAITING_FOR_LINE)
        room.gate.mend()
        await room.clock.advance(90)
        assert room.said() == ["Hei!", "Ehkä perillä"]


async def test_what_asks_can_become_a_draft_again() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.cut()
        await settle()
        command_id = await room.write("Vanha")
        await room.clock.advance(610)
        room.desk.answer_asking(command_id, send=False)
        await settle()
        assert room.desk.drafts.text(ROBIN) == "Vanha"
        assert room.disk.drafts[ROBIN].text == "Vanha"
        assert room.disk.rows == {}


async def test_a_message_behind_one_that_asks_waits_for_it() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.cut()
        await settle()
        first = await room.write("ensin")
        await room.clock.advance(610)
        await room.write("sitten")
        room.gate.mend()
        await room.clock.advance(90)
        assert room.said() == ["Hei!"]
        room.desk.answer_asking(first, send=True)
        await settle()
        assert room.said() == ["Hei!", "ensin", "sitten"]


async def test_undo_within_five_seconds_makes_it_a_draft_again() -> None:
    async with a_room(undo_s=5) as room:
        await room.serve()
        command_id = await room.write("Hups")
        await room.clock.advance(4)
        assert room.rows()[-1].undo_left_s == 1
        room.desk.undo(command_id)
        await room.clock.advance(60)
        assert room.desk.drafts.text(ROBIN) == "Hups"
        assert room.said() == ["Hei!"]
        assert room.disk.rows == {}


async def test_after_five_seconds_it_goes_and_undo_comes_too_late() -> None:
    async with a_room(undo_s=5) as room:
        await room.serve()
        command_id = await room.write("Hei")
        await room.clock.advance(5)
        room.desk.undo(command_id)
        await settle()
        assert room.said() == ["Hei!", "Hei"]
        assert room.desk.drafts.text(ROBIN) == ""


async def test_a_wall_clock_set_forward_sends_nothing_early() -> None:
    async with a_room(undo_s=5) as room:
        await room.serve()
        await room.write("Hei")
        room.clock.jump(timedelta(hours=1))
        await room.clock.advance(4)
        assert room.bubbles()[-1] == ("Hei", Delivery.HELD)


async def test_a_refused_message_comes_back_above_what_was_written_since() -> None:
    async with a_room(undo_s=5) as room:
        await room.serve()
        await room.write("Ensimmäinen")
        room.desk.drafts.typed(ROBIN, "Uudempi")
        room.counter.customer_ends(ROBIN)
        await room.clock.advance(6)
        assert room.desk.drafts.text(ROBIN) == "Ensimmäinen\n\nUudempi"
        assert room.desk.drafts.banner(ROBIN) == Problem(ProblemCode.CONVERSATION_ENDED)
        assert room.disk.drafts[ROBIN].text == "Ensimmäinen\n\nUudempi"
        assert room.desk.notices == ()


async def test_all_that_was_written_on_top_of_a_refused_message_comes_back_in_order() -> None:
    async with a_room(undo_s=5) as room:
        await room.serve()
        for text in ("yksi", "kaksi", "kolme"):
            await room.write(text)
        close = room.desk.submit(CloseConversation(ROBIN, 1))
        assert not isinstance(close, Problem)
        room.counter.counsellor_away(ROBIN)
        await room.clock.advance(8)
        assert room.desk.drafts.text(ROBIN) == "yksi\n\nkaksi\n\nkolme"
        assert room.said() == ["Hei!"]
        assert not room.counter.matters[ROBIN].is_closed
        assert [notice.problem.code for notice in room.refusals() if notice.notice_id == close] == [
            ProblemCode.HELD_BACK
        ]
        assert room.disk.rows == {}


async def test_a_message_refused_for_a_conversation_that_has_left_is_told_by_a_notice_too() -> None:
    async with a_room(undo_s=5) as room:
        await room.serve()
        await room.write("Myöhästyi")
        room.counter.counsellor_away(ROBIN)
        await room.clock.advance(6)
        assert [notice.problem.code for notice in room.refusals()] == [ProblemCode.RESPONSIBILITY_MOVED]
        assert [draft.text for draft in room.desk.drafts.all()] == ["Myöhästyi"]
        room.desk.dismiss(room.desk.notices[0].notice_id)
        assert room.desk.notices == ()


async def test_a_fact_that_got_lost_after_its_command_was_accepted_is_fetched() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.loses_a_fact = True
        await room.write("Perillä")
        assert room.bubbles()[-1] == ("Perillä", Delivery.SENDING)
        await room.clock.advance(25)
        assert room.bubbles()[-1] == ("Perillä", Delivery.SENT)
        assert room.gate.snapshots == 1


async def test_an_accepted_command_whose_facts_are_for_others_is_not_waited_for_for_ever() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.one_way()
        await room.write("Perillä")
        for cursor, audience, fact in room.counter.log[-1:]:
            room.counter.log[-1] = (cursor, audience - {room.me.staff_id}, fact)
        room.gate.mend()
        await room.clock.advance(30)
        assert room.desk.seen.pending == ()
        assert room.disk.rows == {}


async def test_an_accepted_message_waits_for_its_fact_and_is_not_sent_again() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.one_way()
        await room.write("Perillä")
        sent = len(room.gate.sent)
        await room.clock.advance(9)
        assert [row.stage for row in room.desk.seen.pending] == [Stage.ACCEPTED]
        assert room.desk.unsent() == ()
        assert len(room.gate.sent) == sent


async def test_an_accepted_message_whose_conversation_left_before_its_fact_is_not_kept_for_ever() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.one_way()
        await room.write("Viimeinen")
        room.counter.counsellor_away(ROBIN)
        room.counter.customer_ends(ROBIN)
        room.gate.mend()
        await room.clock.advance(60)
        assert room.disk.rows == {}
        assert room.desk.seen.pending == ()


async def test_an_accepted_message_is_retired_by_a_snapshot_that_covers_it_beyond_its_window() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.one_way()
        await room.write("Ennen")
        for number in range(60):
            room.counter.customer_writes(ROBIN, f"rivi {number}")
        room.counter.floor = room.counter.cursor
        room.gate.mend()
        await room.clock.advance(60)
        assert room.gate.snapshots == 2
        assert "Ennen" not in [text for text, _ in room.bubbles()]
        assert room.disk.rows == {}


async def test_an_expired_sign_in_in_the_middle_of_sending_keeps_everything() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.expire()
        await room.write("Hei")
        await room.clock.advance(10)
        assert room.said() == ["Hei!", "Hei"]
        assert room.gate.refreshes == 1


async def test_a_sign_in_that_cannot_be_renewed_keeps_everything_and_asks_at_the_next() -> None:
    async with a_room() as room:
        await room.serve()
        room.desk.drafts.typed(ROBIN, "luonnos")
        room.gate.cut()
        await settle()
        room.desk.drafts.typed(ROBIN, "")
        await room.write("lähtemätön")
        room.desk.drafts.typed(ROBIN, "luonnos")
        room.gate.mend()
        room.gate.expire(may_refresh=False)
        room.desk.retry_now()
        await settle()
        assert room.desk.link.state.value == "signed_out"
        assert len(room.desk.unsent()) == 1
        await room.gate.sign_in("maija", "salasana")
        room.desk.signed_in()
        await settle()
        assert room.bubbles()[-1] == ("lähtemätön", Delivery.ASKING)
        assert room.desk.drafts.text(ROBIN) == "luonnos"
        assert room.said() == ["Hei!"]


async def test_a_full_disk_does_not_stop_the_conversation_but_says_so() -> None:
    async with a_room() as room:
        await room.serve()
        room.disk.is_full = True
        await room.write("Hei")
        assert room.said() == ["Hei!", "Hei"]
        assert not room.desk.is_kept_on_disk
        assert room.desk.memory_only == MemoryOnly(Cause.DISK_FULL, ends_by_itself=True)
        room.disk.is_full = False
        room.desk.drafts.typed(ROBIN, "taas")
        await room.clock.advance(2)
        assert room.desk.is_kept_on_disk
