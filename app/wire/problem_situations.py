"""Problem situations and concerns: their facts from JSON, their commands to JSON and back."""

from __future__ import annotations

from typing import Final, assert_never

import msgspec

from app.domain.facts import ConcernMarked
from app.domain.ids import CommandId, ConversationId
from app.domain.marks import Concern, ConcernKind, ProblemSituation
from app.domain.problem_situation import (
    BeginProblemSituation,
    Contact,
    Debrief,
    DebriefWish,
    EndProblemSituation,
    ProblemCommand,
    ProblemFact,
    ProblemGuide,
    ProblemSituationBegan,
    ProblemSituationEnded,
    Step,
    StepTicked,
    TickStep,
)
from app.wire.reading import read
from app.wire.shapes import problem_situations as shapes
from app.wire.values import about_conversation, person_of

PROBLEM_FACTS: Final = frozenset(
    {"ConcernMarked", "ProblemSituationBegan", "StepTicked", "ProblemSituationEnded"}
)


def decode_problem_fact(name: str, body: bytes | msgspec.Raw) -> ProblemFact | ConcernMarked:
    """A fact of one of ``PROBLEM_FACTS``. Raises WireError when it does not follow the contract."""
    match name:
        case "ConcernMarked":
            marked = read(body, shapes.ConcernMarked)
            return ConcernMarked(
                *about_conversation(marked), concern=Concern(ConcernKind(marked.kind), marked.seq)
            )
        case "ProblemSituationBegan":
            began = read(body, shapes.ProblemSituationBegan)
            return ProblemSituationBegan(
                *about_conversation(began), problem_situation=situation_of(began.problem_situation)
            )
        case "StepTicked":
            ticked = read(body, shapes.StepTicked)
            return StepTicked(
                *about_conversation(ticked),
                step_id=ticked.step_id,
                is_done=ticked.is_done,
                by=person_of(ticked.by),
            )
        case _:
            ended = read(body, shapes.ProblemSituationEnded)
            return ProblemSituationEnded(*about_conversation(ended), debrief=debrief_of(ended.debrief))


def problem_shape_of(command: ProblemCommand, command_id: CommandId) -> shapes.StaffProblemCommand:
    """A command as it is sent."""
    match command:
        case BeginProblemSituation(about, version):
            return shapes.BeginProblemSituation(command_id, about, version)
        case TickStep(about, step_id, is_done, version):
            return shapes.TickStep(command_id, about, step_id, is_done, version)
        case EndProblemSituation(about, wish, version):
            return shapes.EndProblemSituation(command_id, about, wish.value, version)
    assert_never(command)


def problem_command_of(shape: shapes.StaffProblemCommand) -> ProblemCommand:
    """A command as it was kept."""
    about, version = ConversationId(shape.conversation_id), shape.responsibility_version
    match shape:
        case shapes.BeginProblemSituation():
            return BeginProblemSituation(about, version)
        case shapes.TickStep():
            return TickStep(about, shape.step_id, shape.is_done, version)
        case shapes.EndProblemSituation():
            return EndProblemSituation(about, DebriefWish(shape.wish), version)
    assert_never(shape)


def situation_of(shape: shapes.ProblemSituation) -> ProblemSituation:
    """One that lasts."""
    return ProblemSituation(shape.began_at, shape.done)


def concern_of(shape: shapes.Concern | None) -> Concern | None:
    """The gravest so far, or None."""
    return None if shape is None else Concern(ConcernKind(shape.kind), shape.seq)


def debrief_of(shape: shapes.Debrief) -> Debrief:
    """One that is over."""
    return Debrief(
        conversation_id=ConversationId(shape.conversation_id),
        alias=shape.alias,
        staff=person_of(shape.staff),
        began_at=shape.began_at,
        ended_at=shape.ended_at,
        wish=DebriefWish(shape.wish),
    )


def guide_of(shape: shapes.ProblemGuide) -> ProblemGuide:
    """What is at hand."""
    return ProblemGuide(
        contacts=tuple(
            Contact(each.contact_id, each.number, each.name, each.hours, each.languages, each.checked_on)
            for each in shape.contacts
        ),
        steps=tuple(Step(each.step_id, each.text) for each in shape.steps),
        house_rules=shape.house_rules,
    )
