"""An agreed message without a line: kept over a crash, sent by itself, or a draft again with a notice."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.agreed_message import AgreedHow, Purpose, SendAgreedMessage
from app.domain.commands import Command
from app.domain.conversation import Identity
from app.domain.desk_state import Snapshot
from app.domain.ids import CommandId, StaffId, agreed_slot
from app.domain.problems import Problem, ProblemCode
from tests.support.counter_model import Counter
from tests.support.desk_builders import MAIJA, ROBIN
from tests.support.desk_room import DeskRoom, a_room
from tests.support.fakes import settle

pytestmark = pytest.mark.asyncio

TEXT = "Aika on varattu: tiistaina klo 10."
SENT = SendAgreedMessage(ROBIN, TEXT, Purpose.CONFIRMATION, AgreedHow.CHAT, date(2026, 11, 20), True)


class Identified(Counter):
    """A backend whose customers have identified; it takes agreed messages, or ``refuses`` them."""

    def __init__(self) -> None:
        super().__init__(MAIJA)
        self.refuses: ProblemCode | None = None
        self.taken: list[CommandId] = []

    def snapshot_for(self, reader: StaffId) -> Snapshot:
        snapshot = super().snapshot_for(reader)
        heads = tuple(replace(head, identity=Identity.IDENTIFIED) for head in snapshot.heads)
        return replace(snapshot, heads=heads)

    def _decide(self, actor: StaffId, command_id: CommandId, command: Command) -> Problem | None:
        if not isinstance(command, SendAgreedMessage):
            return super()._decide(actor, command_id, command)
        if self.refuses is not None:
            return Problem(self.refuses)
        self.taken.append(command_id)
        return None


async def sent_without_a_line(room: DeskRoom) -> None:
    """She writes as agreed, the line goes, she sends, and the workstation dies and comes back."""
    await room.serve()
    await room.crash()
    await room.come_back()
    await settle()
    room.desk.drafts.typed(agreed_slot(ROBIN), TEXT)
    room.gate.cut()
    await settle()
    answer = room.desk.submit(SENT)
    assert not isinstance(answer, Problem), answer
    assert room.desk.drafts.text(agreed_slot(ROBIN)) == ""
    await settle()
    await room.crash()
    await room.come_back()


async def test_it_is_kept_over_a_crash_and_sent_once_when_the_line_is_back() -> None:
    """R121: in the outbox or in the draft, never in both and never in neither."""
    counter = Identified()
    async with a_room(counter=counter) as room:
        await sent_without_a_line(room)
        assert [row.command for row in room.desk.unsent()] == [SENT]
        room.gate.mend()
        await room.clock.advance(120)
        await settle()
        assert len(counter.taken) == 1
        assert room.desk.unsent() == ()
        assert room.desk.drafts.text(agreed_slot(ROBIN)) == ""


async def test_what_is_refused_is_a_draft_again_with_a_notice() -> None:
    counter = Identified()
    counter.refuses = ProblemCode.MESSAGES_UNAVAILABLE
    async with a_room(counter=counter) as room:
        await sent_without_a_line(room)
        room.gate.mend()
        await room.clock.advance(120)
        await settle()
        assert room.desk.drafts.text(agreed_slot(ROBIN)) == TEXT
        assert [notice.problem.code for notice in room.refusals()] == [ProblemCode.MESSAGES_UNAVAILABLE]
