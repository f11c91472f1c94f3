"""A long draft leaves as several messages: in order, and no part is both a message and a draft (R087)."""

from collections.abc import Callable

import pytest

from app.desk.panes import Delivery
from app.domain.commands import WriteMessage
from app.domain.limits import Limits
from app.domain.parts import readable_parts
from app.domain.problems import Problem, ProblemCode
from tests.domain.test_parts import without_space
from tests.support.desk_builders import ROBIN
from tests.support.desk_room import a_room
from tests.support.fakes import Writes, settle

pytestmark = pytest.mark.asyncio

TEXT = "\n\n".join(f"Kohta {number}. " + "Lyhyt virke siitä, mitä tehdään. " * 10 for number in (1, 2, 3))
PARTS = list(readable_parts(TEXT))


async def test_all_parts_go_in_their_order_and_the_draft_is_empty() -> None:
    async with a_room() as room:
        await room.serve()
        room.desk.drafts.typed(ROBIN, TEXT)
        assert not isinstance(room.desk.talk.write_in_parts(ROBIN), Problem)
        assert len(PARTS) == 3
        assert [text for text, _ in room.bubbles()[-3:]] == PARTS
        assert room.desk.drafts.text(ROBIN) == ""
        await settle()
        assert room.bubbles()[-3:] == [(part, Delivery.SENT) for part in PARTS]
        assert (room.disk.rows, room.disk.drafts) == ({}, {})


async def test_a_short_draft_is_one_message() -> None:
    async with a_room() as room:
        await room.serve()
        room.desk.drafts.typed(ROBIN, "Hei")
        room.desk.talk.write_in_parts(ROBIN)
        await settle()
        assert room.bubbles()[-1] == ("Hei", Delivery.SENT)


async def test_whenever_the_program_dies_each_part_is_kept_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no row of the outbox yet is the draft: after every single write."""
    kept: list[str] = []
    write = Writes.write

    def remembering(self: Writes, work: Callable[[], None]) -> None:
        write(self, work)
        commands = (row.command for row, _ in self.disk.rows.values())
        texts = [command.text for command in commands if isinstance(command, WriteMessage)]
        kept.append(without_space("".join([*texts, *(draft.text for draft in self.disk.drafts.values())])))

    async with a_room() as room:
        await room.serve()
        room.gate.cut()
        await settle()
        room.desk.drafts.typed(ROBIN, TEXT)
        await settle()
        monkeypatch.setattr(Writes, "write", remembering)
        room.desk.talk.write_in_parts(ROBIN)
        await settle()
        assert len(kept) == len(PARTS)
        assert set(kept) == {without_space(TEXT)}


async def test_if_one_part_cannot_be_sent_none_leaves_the_draft() -> None:
    async with a_room() as room:
        await room.serve()
        text = TEXT + "\n\n" + "x" * 700 + "\x00"
        room.desk.drafts.typed(ROBIN, text)
        answer = room.desk.talk.write_in_parts(ROBIN)
        assert isinstance(answer, Problem)
        assert answer.code is ProblemCode.TEXT_UNREADABLE
        assert room.desk.drafts.text(ROBIN) == text
        assert room.disk.rows == {}


async def test_a_text_too_long_for_one_message_fits_in_parts() -> None:
    limit = Limits().message_characters
    text = "Virke, joka on tavallinen. " * (limit // 20)
    assert len(text) > limit
    async with a_room() as room:
        await room.serve()
        room.desk.drafts.typed(ROBIN, text)
        assert isinstance(room.desk.talk.write(ROBIN), Problem)
        assert not isinstance(room.desk.talk.write_in_parts(ROBIN), Problem)
        await settle()
        assert [text for text, _ in room.bubbles()[-len(readable_parts(text)) :]] == list(
            readable_parts(text)
        )
