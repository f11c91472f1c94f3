"""Help calls: the call, what becomes of it, and what is meant to."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from app.wire.shapes.problem_situations import HelpAbout
from app.wire.shapes.transfers import Transfer
from app.wire.shapes.values import Count, Person, Time, Topic


class HelpCall(Struct, frozen=True):
    """A conversation to which supervisors are called."""

    conversation_id: str
    alias: str
    queue_id: str
    language: str
    identity: Literal["anonymous", "identified"]
    topic: Topic
    by: Person
    called_at: Time
    cause: Literal["called", "holder_away"]
    about: HelpAbout
    text: str
    helper: Person | None
    joined_at: Time | None
    language_barrier: Literal["swedish", "english", "interpreter"] | None
    responsibility_version: Count


HelpEnding = Literal["withdrawn", "taken_over", "helped", "holder_back", "conversation_over"]


class HelpCalled(Struct, frozen=True):
    """The supervisors are called."""

    at: Time
    caused_by: str | None
    conversation_id: str
    call: HelpCall


class HelpAnswered(Struct, frozen=True):
    """A supervisor comes."""

    at: Time
    caused_by: str | None
    conversation_id: str
    helper: Person


class HelperGone(Struct, frozen=True):
    """She who said that she comes does not."""

    at: Time
    caused_by: str | None
    conversation_id: str
    helper: Person


class HelpCallEnded(Struct, frozen=True):
    """The call is over."""

    at: Time
    caused_by: str | None
    conversation_id: str
    ending: HelpEnding


class StaffConversationJoined(Struct, frozen=True):
    """A supervisor reads along."""

    at: Time
    caused_by: str | None
    conversation_id: str
    helper: Person


class JoiningEnded(Struct, frozen=True):
    """Nobody reads along any more."""

    at: Time
    caused_by: str | None
    conversation_id: str


class StaffConversationTakenOver(Struct, frozen=True):
    """A supervisor is responsible."""

    at: Time
    caused_by: str | None
    conversation_id: str
    holder: Person
    responsibility_version: Count
    hand_overs: Count
    transfer: Transfer


class CallForHelp(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Call the supervisors."""

    command_id: str
    conversation_id: str
    text: str
    about: HelpAbout
    responsibility_version: int


class WithdrawHelpCall(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Go on alone."""

    command_id: str
    conversation_id: str
    responsibility_version: int


class AnswerHelpCall(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Say that she comes."""

    command_id: str
    conversation_id: str
    responsibility_version: int


class TakeOver(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Take the conversation she was called to."""

    command_id: str
    conversation_id: str
    responsibility_version: int


class JoinConversation(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Read along."""

    command_id: str
    conversation_id: str
    responsibility_version: int


class LeaveConversation(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Read along no more."""

    command_id: str
    conversation_id: str
    responsibility_version: int


StaffHelpCommand = (
    CallForHelp | WithdrawHelpCall | AnswerHelpCall | TakeOver | JoinConversation | LeaveConversation
)
