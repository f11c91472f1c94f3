"""The words of help calls: how one ends, commands, facts."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from server_stub.helpline.conversation_values import Conversation


class HelpEnding(StrEnum):
    """How a call for help went."""

    WITHDRAWN = "withdrawn"
    TAKEN_OVER = "taken_over"
    HELPED = "helped"
    HOLDER_BACK = "holder_back"
    CONVERSATION_OVER = "conversation_over"


class HelpAbout(StrEnum):
    """What help is called for; the last three get over a language barrier, which stays marked (R092)."""

    QUESTION = "question"
    PROBLEM = "problem"
    SWEDISH = "swedish"
    ENGLISH = "english"
    INTERPRETER = "interpreter"


LANGUAGE_HELP: Final = frozenset({HelpAbout.SWEDISH, HelpAbout.ENGLISH, HelpAbout.INTERPRETER})


@dataclass(frozen=True, slots=True)
class CallForHelp:
    """The holder calls the supervisors; `text` is what it is about, for them alone, and may be empty."""

    conversation_id: str
    text: str
    responsibility_version: int
    about: HelpAbout = HelpAbout.QUESTION
    masked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WithdrawHelpCall:
    """The holder needs no help any more."""

    conversation_id: str
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class AnswerHelpCall:
    """A supervisor says that she comes."""

    conversation_id: str
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class TakeOver:
    """A supervisor who was called takes the conversation."""

    conversation_id: str
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class JoinConversation:
    """A supervisor who was called reads along; the holder goes on answering."""

    conversation_id: str
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class LeaveConversation:
    """She who reads along goes: she has helped."""

    conversation_id: str
    responsibility_version: int


HelpCommand = (
    CallForHelp | WithdrawHelpCall | AnswerHelpCall | TakeOver | JoinConversation | LeaveConversation
)


@dataclass(frozen=True, slots=True)
class HelpCalled:
    """The holder has called the supervisors and stays responsible; the conversation after that."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class HelpAnswered:
    """A supervisor comes; nothing has moved."""

    helper_id: str
    helper_name: str


@dataclass(frozen=True, slots=True)
class HelperGone:
    """She who said that she comes does not: her line is away, or her shift has ended. The call stands."""

    helper_id: str
    helper_name: str


@dataclass(frozen=True, slots=True)
class HelpCallEnded:
    """The call is over, and how."""

    ending: HelpEnding


@dataclass(frozen=True, slots=True)
class ConversationJoined:
    """A supervisor who was called reads along; nothing has moved."""

    helper_id: str
    helper_name: str


@dataclass(frozen=True, slots=True)
class JoiningEnded:
    """Nobody reads along any more."""


@dataclass(frozen=True, slots=True)
class ConversationTakenOver:
    """Responsibility moved to a supervisor who was called; the conversation as it is after that."""

    conversation: Conversation


HelpFact = (
    HelpCalled
    | HelpAnswered
    | HelperGone
    | HelpCallEnded
    | ConversationJoined
    | JoiningEnded
    | ConversationTakenOver
)
