"""Drafts: bound to their conversation, on the disk within a second, at most one write a second."""

import pytest

from app.domain.changes import Kind
from app.domain.commands import WriteMessage
from app.domain.problems import Problem, ProblemCode
from tests.support.desk_builders import ROBIN, SASU
from tests.support.desk_room import a_room
from tests.support.fakes import settle

pytestmark = pytest.mark.asyncio


async def test_the_first_key_is_saved_at_once_and_the_last_within_a_second() -> None:
    async with a_room() as room:
        room.desk.drafts.typed(ROBIN, "H")
        await settle()
        assert room.disk.drafts[ROBIN].text == "H"
        room.desk.drafts.typed(ROBIN, "Hei")
        assert room.desk.drafts.saved_at(ROBIN) is None
        # Not in the last moment of that second: writing takes time, and a crash does not wait.
        await room.clock.advance(0.8)
        assert room.disk.drafts[ROBIN].text == "Hei"
        assert room.desk.drafts.saved_at(ROBIN) == room.clock.now()


async def test_a_minute_of_typing_is_hardly_more_than_one_write_a_second() -> None:
    async with a_room() as room:
        for number in range(300):
            room.desk.drafts.typed(ROBIN, "a" * (number + 1))
            await room.clock.advance(0.2)
        assert 55 <= room.disk.draft_writes <= 76


async def test_each_conversation_has_its_own_text() -> None:
    async with a_room() as room:
        room.desk.drafts.typed(ROBIN, "Robinille")
        room.desk.drafts.typed(SASU, "Sasulle")
        await settle()
        assert room.desk.drafts.text(ROBIN) == "Robinille"
        assert {id_: draft.text for id_, draft in room.disk.drafts.items()} == {
            ROBIN: "Robinille",
            SASU: "Sasulle",
        }


async def test_an_emptied_composer_leaves_no_draft() -> None:
    async with a_room() as room:
        room.desk.drafts.typed(ROBIN, "Hei")
        await room.clock.advance(1)
        room.desk.drafts.typed(ROBIN, "")
        await room.clock.advance(1)
        assert room.disk.drafts == {}
        assert room.desk.drafts.all() == ()


async def test_ending_waits_for_the_last_key() -> None:
    async with a_room() as room:
        room.desk.drafts.typed(ROBIN, "H")
        await settle()
        room.desk.drafts.typed(ROBIN, "Hei")
        await room.desk.flush()
        assert room.disk.drafts[ROBIN].text == "Hei"


async def test_a_draft_that_was_sent_is_not_saved_again_by_a_late_write() -> None:
    async with a_room() as room:
        await room.serve()
        room.desk.drafts.typed(ROBIN, "H")
        await settle()
        room.desk.drafts.typed(ROBIN, "Hei")
        room.desk.talk.write(ROBIN)
        await room.clock.advance(5)
        assert room.disk.drafts == {}
        assert room.said() == ["Hei!", "Hei"]


async def test_what_is_typed_after_sending_is_a_new_draft() -> None:
    async with a_room(undo_s=5) as room:
        await room.serve()
        await room.write("Ensin")
        room.desk.drafts.typed(ROBIN, "Sitten")
        await room.clock.advance(10)
        assert room.said() == ["Hei!", "Ensin"]
        assert room.disk.drafts[ROBIN].text == "Sitten"


async def test_a_part_can_be_sent_and_the_rest_stays_a_draft() -> None:
    async with a_room() as room:
        await room.serve()
        room.desk.drafts.typed(ROBIN, "osa ja loput")
        room.desk.submit(WriteMessage(ROBIN, "osa", 1))
        await room.clock.advance(2)
        assert room.said() == ["Hei!", "osa"]
        assert room.desk.drafts.text(ROBIN) == "osa ja loput"


async def test_an_empty_draft_is_not_sent() -> None:
    async with a_room() as room:
        await room.serve()
        room.desk.drafts.typed(ROBIN, "  \n")
        assert room.desk.talk.write(ROBIN) == Problem(ProblemCode.TEXT_EMPTY)
        assert room.desk.talk.write(SASU) == Problem(ProblemCode.NOT_HELD)


async def test_a_banner_stays_until_it_is_dismissed_sent_or_cleared() -> None:
    async with a_room(undo_s=5) as room:
        await room.serve()
        await room.write("Hei")
        room.counter.customer_ends(ROBIN)
        await room.clock.advance(6)
        assert room.desk.drafts.banner(ROBIN) is not None
        room.desk.drafts.typed(ROBIN, "Hei, muokattu")
        assert room.desk.drafts.banner(ROBIN) is not None
        room.desk.drafts.dismiss_banner(ROBIN)
        assert room.desk.drafts.banner(ROBIN) is None
        await room.clock.advance(2)
        assert room.disk.drafts[ROBIN].returned is None


async def test_a_saved_draft_is_told_so_that_the_screen_can_say_so() -> None:
    async with a_room() as room:
        room.told.clear()
        room.desk.drafts.typed(ROBIN, "Hei")
        await settle()
        assert sum(ROBIN in changes.ids(Kind.DRAFTS) for changes in room.told) == 2
