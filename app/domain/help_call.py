"""Help calls: the holder of a conversation calls the supervisors, and one of them comes.

held ──called──► held, called ──answered──► held, somebody comes ──taken over──► the supervisor's
 ▲                   │                           │
 └─ withdrawn, or the conversation is over ──────┘
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.conversation import Identity, Staff, Topic, Transfer
from app.domain.ids import CommandId, ConversationId, QueueId, StaffId
from app.domain.marks import HelpAbout


class HelpEnding(StrEnum):
    """How a call for help went."""

    WITHDRAWN = "withdrawn"
    TAKEN_OVER = "taken_over"
    HELPED = "helped"
    """She who came has left again."""
    HOLDER_BACK = "holder_back"
    """The line of the holder, for whom the backend had called, is there again."""
    CONVERSATION_OVER = "conversation_over"


@dataclass(frozen=True, slots=True)
class HelpCall:
    """A conversation to which supervisors are called, without a word of the customer's.

    ``by`` is responsible until somebody takes over; ``helper`` has said that she comes, and
    reads along since ``joined_at``.
    """

    conversation_id: ConversationId
    alias: str
    queue_id: QueueId
    language: str
    identity: Identity
    topic: Topic
    by: Staff
    called_at: datetime
    text: str
    helper: Staff | None
    responsibility_version: int
    joined_at: datetime | None = None
    about: HelpAbout = HelpAbout.QUESTION
    language_barrier: HelpAbout | None = None
    is_holder_away: bool = False
    """Nobody called: the holder's line is away, and the customer with it."""

    def is_joined_by(self, staff_id: StaffId) -> bool:
        """Whether she reads along."""
        return self.joined_at is not None and self.helper is not None and self.helper.staff_id == staff_id


# --- commands: all of them now or never, for help that comes late is none -----------------------------------


@dataclass(frozen=True, slots=True)
class CallForHelp:
    """Call the supervisors; ``text`` is for them alone and may be empty."""

    conversation_id: ConversationId
    text: str
    responsibility_version: int
    about: HelpAbout = HelpAbout.QUESTION


@dataclass(frozen=True, slots=True)
class WithdrawHelpCall:
    """Go on alone."""

    conversation_id: ConversationId
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class AnswerHelpCall:
    """Say that she comes."""

    conversation_id: ConversationId
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Take the conversation she was called to: responsibility is hers from then on."""

    conversation_id: ConversationId
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class JoinConversation:
    """Read along where she was called; the holder goes on answering."""

    conversation_id: ConversationId
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class LeaveConversation:
    """Read along no more: she has helped."""

    conversation_id: ConversationId
    responsibility_version: int


HelpCommand = (
    CallForHelp | WithdrawHelpCall | AnswerHelpCall | TakeOver | JoinConversation | LeaveConversation
)


# --- facts --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HelpCalled:
    """Supervisors are called; the holder stays responsible."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    call: HelpCall


@dataclass(frozen=True, slots=True)
class HelpAnswered:
    """A supervisor comes."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    helper: Staff


@dataclass(frozen=True, slots=True)
class HelperGone:
    """She who said that she comes does not: her line is away, or her shift has ended. The call stands."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    helper: Staff


@dataclass(frozen=True, slots=True)
class HelpCallEnded:
    """The call is over, and how."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    ending: HelpEnding


@dataclass(frozen=True, slots=True)
class ConversationJoined:
    """A supervisor reads along; nothing has moved."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    helper: Staff


@dataclass(frozen=True, slots=True)
class JoiningEnded:
    """Nobody reads along any more."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId


@dataclass(frozen=True, slots=True)
class ConversationTakenOver:
    """Responsibility has moved to a supervisor who was called."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    holder: Staff
    responsibility_version: int
    hand_overs: int
    transfer: Transfer


HelpFact = (
    HelpCalled
    | HelpAnswered
    | HelperGone
    | HelpCallEnded
    | ConversationJoined
    | JoiningEnded
    | ConversationTakenOver
)
