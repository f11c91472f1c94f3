"""Words of a consultation while the line is away: kept over a crash, sent by themselves, or drafts again."""

from dataclasses import replace

import pytest

from app.domain.commands import Command
from app.domain.consultation import OnCallOutcome, Urgency, question_draft
from app.domain.consultation_commands import (
    ConsultationCommand,
    OpenConsultation,
    RecordConsultationCall,
    WriteToConsultation,
)
from app.domain.desk_state import Snapshot
from app.domain.ids import NEW_CONSULTATION, CommandId, ConversationId, StaffId, call_slot
from app.domain.problems import Problem, ProblemCode
from tests.support.counter_model import Counter
from tests.support.desk_builders import MAIJA
from tests.support.desk_consultations import ADVICE, ASKED, at, lines, threads
from tests.support.desk_room import DeskRoom, a_room
from tests.support.fakes import settle

pytestmark = pytest.mark.asyncio

THREE_O_CLOCK = at("2026-11-23 15:00")
ASKED_BY_HER = threads()[3].consultation.consultation_id
SAID = (
    (
        OpenConsultation(ADVICE, Urgency.NON_URGENT, "Aihe", "Kysymys\nja sen toinen rivi", None, (), False),
        NEW_CONSULTATION,
        question_draft("Aihe", "Kysymys\nja sen toinen rivi"),
    ),
    (WriteToConsultation(ASKED, "Kyllä.", True, 2), ConversationId(ASKED), "Kyllä."),
    (
        RecordConsultationCall(ASKED_BY_HER, THREE_O_CLOCK, OnCallOutcome.GOES_ON, "Asia jatkuu."),
        call_slot(ConversationId(ASKED_BY_HER)),
        "Asia jatkuu.",
    ),
)


class Consulted(Counter):
    """A backend with consultations; it takes what it is told, or ``refuses``."""

    def __init__(self) -> None:
        super().__init__(MAIJA)
        self.refuses: ProblemCode | None = None
        self.taken: list[ConsultationCommand] = []

    def snapshot_for(self, reader: StaffId) -> Snapshot:
        return replace(super().snapshot_for(reader), consultation_queues=lines(), consultations=threads())

    def _decide(self, actor: StaffId, command_id: CommandId, command: Command) -> Problem | None:
        if not isinstance(command, ConsultationCommand):
            return super()._decide(actor, command_id, command)
        if self.refuses is not None:
            return Problem(self.refuses)
        self.taken.append(command)
        return None


async def say_it_without_a_line(
    room: DeskRoom, command: ConsultationCommand, slot: ConversationId, draft: str
) -> None:
    """She types it, the line goes, she sends it, and the workstation dies and comes back."""
    room.desk.drafts.typed(slot, draft)
    room.gate.cut()
    await settle()
    assert not isinstance(room.desk.submit(command), Problem)
    await settle()
    assert room.desk.drafts.text(slot) == ""
    await room.crash()
    await room.come_back()


@pytest.mark.parametrize(("command", "slot", "draft"), SAID)
async def test_what_was_said_without_a_line_goes_by_itself_and_once(
    command: ConsultationCommand, slot: ConversationId, draft: str
) -> None:
    counter = Consulted()
    async with a_room(counter=counter) as room:
        await say_it_without_a_line(room, command, slot, draft)
        assert counter.taken == []
        room.gate.mend()
        await room.clock.advance(90)
        assert counter.taken == [command]
        assert room.desk.drafts.text(slot) == ""
        assert (room.refusals(), room.disk.rows) == ([], {})


@pytest.mark.parametrize(("command", "slot", "draft"), SAID)
async def test_what_is_refused_is_a_draft_again_and_told_of(
    command: ConsultationCommand, slot: ConversationId, draft: str
) -> None:
    counter = Consulted()
    counter.refuses = ProblemCode.CONSULTATION_OVER
    async with a_room(counter=counter) as room:
        await say_it_without_a_line(room, command, slot, draft)
        room.gate.mend()
        await room.clock.advance(90)
        assert room.desk.drafts.text(slot) == draft
        assert [notice.problem.code for notice in room.refusals()] == [ProblemCode.CONSULTATION_OVER]
        await room.crash()
        await room.come_back()
        assert room.desk.drafts.text(slot) == draft
