"""Problem situations as they cross the wire (CONTRACT.md sections 3 to 5); never to a customer."""

from typing import Literal, assert_never

import msgspec

from server_stub.helpline import problem_values, service_model
from server_stub.wire.command_parts import Code, Id, Seq
from server_stub.wire.command_parts import Command as _Command
from server_stub.wire.heads import StaffRef, Words, stamp, words_of


class BeginProblemSituation(_Command, frozen=True, tag="BeginProblemSituation"):
    """The holder is in one."""

    conversation_id: Id
    responsibility_version: Seq


class TickStep(_Command, frozen=True, tag="TickStep"):
    """A step is done, or is not after all."""

    conversation_id: Id
    step_id: Code
    is_done: bool
    responsibility_version: Seq


class EndProblemSituation(_Command, frozen=True, tag="EndProblemSituation"):
    """It is over, and whether she wants to talk it over."""

    conversation_id: Id
    wish: Literal["wanted", "not_wanted", "later"]
    responsibility_version: Seq


ProblemCommand = BeginProblemSituation | TickStep | EndProblemSituation


class Debrief(msgspec.Struct, frozen=True):
    """A problem situation that is over, as supervisors are told of it."""

    conversation_id: str
    alias: str
    staff: StaffRef
    began_at: str
    ended_at: str
    wish: str


class Contact(msgspec.Struct, frozen=True):
    """A number that is at hand."""

    contact_id: str
    number: str
    name: Words
    hours: Words | None
    languages: tuple[str, ...]
    checked_on: str


class Step(msgspec.Struct, frozen=True):
    """A step of the checklist."""

    step_id: str
    text: Words


class ProblemGuide(msgspec.Struct, frozen=True):
    """What is at hand in a problem situation (R094)."""

    contacts: tuple[Contact, ...]
    steps: tuple[Step, ...]
    house_rules: tuple[Words, ...]


def debrief_of(debrief: problem_values.Debrief) -> Debrief:
    """One, with its times as the contract writes them."""
    return Debrief(
        conversation_id=debrief.conversation_id,
        alias=debrief.alias,
        staff=StaffRef(debrief.staff_id, debrief.staff_name),
        began_at=stamp(debrief.began_at),
        ended_at=stamp(debrief.ended_at),
        wish=debrief.wish,
    )


def guide_of(guide: service_model.ProblemGuide) -> ProblemGuide:
    """What a service model has at hand."""
    return ProblemGuide(
        contacts=tuple(
            Contact(
                contact_id=each.contact_id,
                number=each.number,
                name=words_of(each.name),
                hours=None if each.hours is None else words_of(each.hours),
                languages=each.languages,
                checked_on=each.checked_on.isoformat(),
            )
            for each in guide.contacts
        ),
        steps=tuple(Step(each.step_id, words_of(each.text)) for each in guide.steps),
        house_rules=tuple(words_of(each) for each in guide.house_rules),
    )


def problem_meaning(command: ProblemCommand) -> problem_values.ProblemCommand:
    """A command in the words of the rules."""
    about, version = command.conversation_id, command.responsibility_version
    match command:
        case BeginProblemSituation():
            return problem_values.BeginProblemSituation(about, version)
        case TickStep():
            return problem_values.TickStep(about, command.step_id, command.is_done, version)
        case EndProblemSituation():
            return problem_values.EndProblemSituation(
                about, problem_values.DebriefWish(command.wish), version
            )
        case _:
            assert_never(command)
