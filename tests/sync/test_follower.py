"""The follower: snapshot, catch up, stream; it takes what follows and starts afresh when something is
missing.
"""

from datetime import timedelta

import pytest

from app.domain.changes import Kind
from app.domain.conversation import Author
from app.domain.facts import MessageWritten, Streamed, TypingHint, UnknownFact, UnknownHint
from app.domain.link import LinkState
from app.domain.reduce_steps import OutOfStep
from app.ports import Gone, LineLost, Unreadable
from tests.support.desk_builders import NINE_O_CLOCK, ROBIN, SASU
from tests.support.desk_room import DeskRoom, a_room
from tests.support.fakes import settle

pytestmark = pytest.mark.asyncio


def state_of(room: DeskRoom) -> LinkState:
    return room.desk.link.state


async def test_signing_in_brings_a_snapshot_and_what_follows_it() -> None:
    async with a_room() as room:
        assert state_of(room) is LinkState.LIVE
        room.counter.customer_opens(ROBIN, "Hei")
        await settle()
        assert room.desk.seen.confirmed.heads[ROBIN].last_line == "Hei"
        assert room.gate.snapshots == 1


async def test_a_lost_line_is_resumed_from_the_cursor_and_not_by_a_snapshot() -> None:
    async with a_room() as room:
        room.gate.cut()
        await settle()
        assert state_of(room) is LinkState.RECOVERING
        for number in range(5):
            room.counter.customer_opens(ROBIN if number == 0 else type(ROBIN)(f"{number:032x}"), "Hei")
        room.gate.mend()
        await room.clock.advance(2)
        assert state_of(room) is LinkState.LIVE
        assert len(room.desk.seen.confirmed.heads) == 5
        assert room.gate.snapshots == 1


async def test_a_fact_that_does_not_follow_is_not_taken_and_a_fresh_snapshot_is() -> None:
    async with a_room() as room:
        await room.serve()
        cursor = room.desk.seen.confirmed.cursor
        lost = MessageWritten(NINE_O_CLOCK, None, ROBIN, 2, Author.CUSTOMER, "väärä", ())
        room.gate.stray(Streamed(cursor + 9, cursor + 5, lost))
        await settle()
        assert "väärä" not in [row.text for row in room.rows()]
        assert room.gate.snapshots == 2
        assert state_of(room) is LinkState.LIVE


async def test_a_fact_that_comes_twice_is_not_taken_twice() -> None:
    async with a_room() as room:
        await room.serve()
        last = room.counter.facts_for(room.me.staff_id, 0)[-1]
        room.gate.stray(Streamed(last.cursor, last.after, UnknownFact("Again", None)))
        await settle()
        assert room.gate.snapshots == 2


async def test_a_fact_that_stands_still_is_not_taken() -> None:
    async with a_room() as room:
        cursor = room.desk.seen.confirmed.cursor
        room.gate.stray(Streamed(cursor, cursor, UnknownFact("Still", None)))
        await settle()
        assert room.gate.snapshots == 2


@pytest.mark.parametrize("trouble", [Gone(), Unreadable(), OutOfStep("a hole")])
async def test_gone_and_unreadable_start_afresh_at_once_through_the_same_path(trouble: Exception) -> None:
    async with a_room() as room:
        room.counter.customer_opens(ROBIN, "Hei")
        room.gate.stray(trouble)
        await settle()
        assert room.gate.snapshots == 2
        assert state_of(room) is LinkState.LIVE
        assert room.desk.seen.confirmed.heads[ROBIN].last_line == "Hei"


async def test_starting_afresh_again_and_again_is_slowed_down() -> None:
    async with a_room() as room:
        for _ in range(8):
            room.gate.stray(Gone())
        await settle()
        assert room.gate.snapshots <= 3
        for _ in range(40):
            await room.clock.advance(15)
            room.gate.beat()
        assert state_of(room) is LinkState.LIVE


async def test_a_cursor_the_backend_has_forgotten_leads_to_a_fresh_snapshot() -> None:
    async with a_room() as room:
        await room.serve()
        room.desk.drafts.typed(ROBIN, "luonnos")
        room.gate.cut()
        await settle()
        room.counter.customer_writes(ROBIN, "välissä")
        room.counter.floor = room.counter.cursor
        room.gate.mend()
        await room.clock.advance(3)
        assert room.gate.snapshots == 2
        assert room.rows()[-1].text == "välissä"
        assert room.desk.drafts.text(ROBIN) == "luonnos"


async def test_a_fresh_snapshot_that_is_the_same_renews_no_pane() -> None:
    async with a_room() as room:
        await room.serve()
        room.told.clear()
        room.gate.stray(Gone())
        await settle()
        assert not any(changes.ids(Kind.HEADS) or changes.ids(Kind.MESSAGES) for changes in room.told)


async def test_silence_of_forty_five_seconds_is_a_dead_line() -> None:
    async with a_room() as room:
        room.gate.one_way()
        room.counter.customer_opens(ROBIN, "Kuuletko?")
        await room.clock.advance(44)
        assert state_of(room) is LinkState.LIVE
        room.gate.mend()
        await room.clock.advance(4)
        assert ROBIN in room.desk.seen.confirmed.heads
        assert state_of(room) is LinkState.LIVE


async def test_a_desk_that_is_left_on_asks_for_a_fresh_snapshot_once_a_day() -> None:
    async with a_room() as room:
        room.clock.jump(timedelta(hours=23))
        room.gate.beat()
        await settle()
        assert room.gate.snapshots == 1
        room.clock.jump(timedelta(hours=1))
        for _ in range(3):
            room.gate.beat()
            await settle()
        assert room.gate.snapshots == 2
        assert state_of(room) is LinkState.LIVE


async def test_a_laptop_that_slept_for_days_wakes_to_a_fresh_snapshot() -> None:
    async with a_room() as room:
        room.clock.jump(timedelta(days=3))
        await room.clock.advance(10)
        assert room.gate.snapshots == 2
        assert state_of(room) is LinkState.LIVE


async def test_beats_keep_the_line_alive_and_say_how_fresh_it_is() -> None:
    async with a_room() as room:
        for _ in range(6):
            await room.clock.advance(20)
            room.gate.beat()
            await settle()
        assert state_of(room) is LinkState.LIVE
        assert room.desk.link.up_to_date_as_of == room.clock.now()
        assert room.gate.snapshots == 1


async def test_a_last_fact_that_was_lost_is_noticed_at_the_next_beat() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.loses_a_fact = True
        room.counter.customer_writes(ROBIN, "Kuuletko?")
        await settle()
        assert room.rows()[-1].text == "Hei!"
        room.gate.beat()
        await settle()
        assert room.rows()[-1].text == "Kuuletko?"
        assert room.gate.snapshots == 2
        assert state_of(room) is LinkState.LIVE


async def test_a_beat_behind_facts_in_flight_is_no_hole() -> None:
    async with a_room() as room:
        room.counter.customer_opens(ROBIN, "Hei")
        room.gate.beat()
        room.counter.customer_writes(ROBIN, "Vielä")
        room.gate.beat()
        await settle()
        assert room.desk.seen.confirmed.heads[ROBIN].last_line == "Vielä"
        assert room.gate.snapshots == 1


async def test_after_a_laptops_sleep_the_dead_line_is_found_within_seconds() -> None:
    async with a_room() as room:
        room.gate.one_way()
        room.counter.customer_opens(ROBIN)
        room.clock.jump(timedelta(hours=8))
        room.gate.is_cut = False
        await room.clock.advance(5)
        room.gate.mend()
        await room.clock.advance(3)
        assert ROBIN in room.desk.seen.confirmed.heads


async def test_a_line_away_for_half_a_minute_is_offline_and_comes_back_by_itself() -> None:
    async with a_room() as room:
        as_of = room.desk.link.up_to_date_as_of
        room.gate.cut()
        await room.clock.advance(120)
        assert state_of(room) is LinkState.OFFLINE
        assert room.desk.link.up_to_date_as_of == as_of
        assert room.desk.link.attempt >= 3
        assert room.desk.link.next_try_at is not None
        room.gate.mend()
        await room.clock.advance(91)
        assert state_of(room) is LinkState.LIVE
        assert room.desk.link.attempt == 0


async def test_trying_now_does_not_wait() -> None:
    async with a_room() as room:
        room.gate.cut()
        await room.clock.advance(300)
        room.gate.mend()
        room.desk.retry_now()
        await settle()
        assert state_of(room) is LinkState.LIVE


async def test_a_line_away_from_the_beginning_is_connecting_and_then_offline() -> None:
    room = DeskRoom()
    room.gate.cut()
    await room.begin()
    assert state_of(room) is LinkState.CONNECTING
    assert room.desk.seen.confirmed.heads == {}
    await room.clock.advance(60)
    assert state_of(room) is LinkState.OFFLINE
    await room.end()


async def test_an_expired_token_is_renewed_once_for_all_who_find_it() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.expire()
        await room.write("Hei")
        await room.clock.advance(5)
        assert room.gate.refreshes == 1
        assert state_of(room) is LinkState.LIVE


async def test_a_renewal_that_finds_no_line_is_tried_again() -> None:
    async with a_room() as room:
        room.gate.expire()
        room.gate.is_cut = True
        await settle()
        assert state_of(room) is LinkState.RECOVERING
        room.gate.mend()
        await room.clock.advance(30)
        assert state_of(room) is LinkState.LIVE


async def test_a_sign_in_that_is_over_waits_for_another_and_goes_on_where_it_was() -> None:
    async with a_room() as room:
        room.gate.expire(may_refresh=False)
        await settle()
        assert state_of(room) is LinkState.SIGNED_OUT
        room.counter.customer_opens(SASU)
        await room.clock.advance(300)
        assert SASU not in room.desk.seen.confirmed.heads
        await room.gate.sign_in("maija", "salasana")
        room.desk.signed_in()
        await settle()
        assert state_of(room) is LinkState.LIVE
        assert SASU in room.desk.seen.confirmed.heads
        assert room.gate.snapshots == 1


async def test_the_backends_retry_after_is_honoured_by_the_stream_too() -> None:
    async with a_room() as room:
        room.gate.stray(LineLost(40))
        await room.clock.advance(39)
        assert state_of(room) is not LinkState.LIVE
        await room.clock.advance(2)
        assert state_of(room) is LinkState.LIVE


async def test_a_typing_hint_holds_for_six_seconds_and_dies_with_the_line() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.hint_comes(UnknownHint("Waiting"))
        room.gate.hint_comes(TypingHint(ROBIN, Author.CUSTOMER))
        await room.clock.advance(5.9)
        assert room.desk.typing_by_customer(ROBIN)
        await room.clock.advance(0.2)
        assert not room.desk.typing_by_customer(ROBIN)
        room.gate.hint_comes(TypingHint(ROBIN, Author.CUSTOMER))
        await settle()
        room.gate.cut()
        await settle()
        assert not room.desk.typing_by_customer(ROBIN)


async def test_a_message_ends_the_typing_it_came_from() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.hint_comes(TypingHint(ROBIN, Author.CUSTOMER))
        await settle()
        room.counter.customer_writes(ROBIN, "Valmis")
        await settle()
        assert not room.desk.typing_by_customer(ROBIN)


async def test_the_clock_on_the_screen_is_the_backends() -> None:
    async with a_room() as room:
        room.clock.jump(timedelta(minutes=-7))
        room.counter.now = NINE_O_CLOCK
        room.gate.stray(Gone())
        await settle()
        assert room.desk.now() == NINE_O_CLOCK
