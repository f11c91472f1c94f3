"""Read marks and typing hints: said at most every two seconds, and never late."""

import pytest

from app.domain.commands import MarkRead
from tests.support.counter_model import Fault
from tests.support.desk_builders import ROBIN, SASU
from tests.support.desk_room import DeskRoom, a_room
from tests.support.fakes import settle

pytestmark = pytest.mark.asyncio


def marks(room: DeskRoom) -> list[int]:
    return [command.seq for _, command, _ in room.gate.sent if isinstance(command, MarkRead)]


async def test_what_was_on_the_screen_is_marked_read() -> None:
    async with a_room() as room:
        await room.serve()
        assert room.desk.seen.unread(ROBIN) == 1
        room.desk.talk.looked_at(ROBIN, 1)
        await settle()
        assert room.counter.matters[ROBIN].head.read_by_counsellor == 1
        assert room.desk.seen.unread(ROBIN) == 0


async def test_a_burst_of_messages_makes_at_most_one_mark_in_two_seconds() -> None:
    async with a_room() as room:
        await room.serve()
        for number in range(2, 22):
            room.counter.customer_writes(ROBIN, f"rivi {number}")
            await room.clock.advance(0.2)
            room.desk.talk.looked_at(ROBIN, number)
        await room.clock.advance(3)
        assert len(marks(room)) <= 4
        assert room.counter.matters[ROBIN].head.read_by_counsellor == 21


async def test_nothing_is_marked_twice() -> None:
    async with a_room() as room:
        await room.serve()
        for _ in range(5):
            room.desk.talk.looked_at(ROBIN, 1)
            await room.clock.advance(3)
        assert marks(room) == [1]


async def test_a_mark_that_could_not_be_made_is_made_when_the_line_is_back() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.cut()
        await settle()
        room.desk.talk.looked_at(ROBIN, 1)
        await room.clock.advance(100)
        room.gate.mend()
        await room.clock.advance(95)
        assert room.counter.matters[ROBIN].head.read_by_counsellor == 1


async def test_a_mark_that_lapsed_is_made_again() -> None:
    async with a_room() as room:
        await room.serve()
        room.gate.faults = [Fault.REQUEST_LOST] * 6
        room.desk.talk.looked_at(ROBIN, 1)
        await room.clock.advance(60)
        assert room.counter.matters[ROBIN].head.read_by_counsellor == 1
        assert room.desk.notices == ()


async def test_a_conversation_that_is_not_hers_is_not_marked() -> None:
    async with a_room() as room:
        room.counter.customer_opens(SASU, "Hei")
        await settle()
        room.desk.talk.looked_at(SASU, 1)
        await room.clock.advance(10)
        assert marks(room) == []


async def test_typing_is_said_at_most_every_two_seconds() -> None:
    async with a_room() as room:
        await room.serve()
        for _ in range(50):
            room.desk.talk.typing(ROBIN)
            await room.clock.advance(0.2)
        assert 4 <= len(room.gate.hints) <= 6


async def test_typing_is_not_said_to_nobody() -> None:
    async with a_room() as room:
        room.desk.talk.typing(ROBIN)
        await settle()
        assert room.gate.hints == []
