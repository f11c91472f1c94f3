"""The words of the rules: the conversation, who acts, commands, facts, problems, decisions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

# Milliseconds since 1970, UTC. The rules never read a clock: `now` is given to them.
Millis = int


class ConversationState(StrEnum):
    """waiting → held → ended → closed; held → waiting when the counsellor is away (CONTRACT.md, 4)."""

    WAITING = "waiting"
    HELD = "held"
    ENDED = "ended"
    CLOSED = "closed"


class By(StrEnum):
    """Whose voice a message has."""

    CUSTOMER = "customer"
    COUNSELLOR = "counsellor"
    SERVICE = "service"


class ClosedReason(StrEnum):
    """Why a conversation is closed."""

    ANSWERED = "answered"
    LEFT_QUEUE = "left_queue"
    ABANDONED = "abandoned"


class HelpEnding(StrEnum):
    """How a call for help went."""

    WITHDRAWN = "withdrawn"
    TAKEN_OVER = "taken_over"
    CONVERSATION_OVER = "conversation_over"


class OfferEnding(StrEnum):
    """How an offer went, when it was not accepted (helpline/offer.py)."""

    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    RECEIVER_AWAY = "receiver_away"
    CONVERSATION_OVER = "conversation_over"


class DueKind(StrEnum):
    """Timed acts of the spine."""

    WAITING_LAPSES = "waiting_lapses"
    HOLD_LAPSES = "hold_lapses"
    OFFER_LAPSES = "offer_lapses"


class Conversation(NamedTuple):
    """The aggregate: one customer's matter. Field order is the order of columns in records/tables.py.

    A named tuple: every message makes a new one, and this is a third of a frozen dataclass's cost.
    """

    row: int | None
    conversation_id: str
    alias: str
    state: str
    queue_id: str
    language: str
    identity: str
    service_id: str
    topic_id: str
    opened_at: Millis
    waiting_since: Millis
    holder_id: str | None
    holder_name: str | None
    claimed_at: Millis | None
    ended_by: str | None
    ended_at: Millis | None
    closed_reason: str | None
    closed_at: Millis | None
    responsibility_version: int
    hand_overs: int
    transferred_by_id: str | None
    transferred_by_name: str | None
    transferred_from: str | None  # the queue; None too when it went from one professional to another
    transferred_at: Millis | None
    internal_message: str | None
    offered_to_id: str | None
    offered_to_name: str | None
    offered_at: Millis | None
    offer_lapses_at: Millis | None
    offer_message: str | None
    help_called_at: Millis | None
    help_text: str | None
    helper_id: str | None  # the supervisor who has said that she comes
    helper_name: str | None
    last_seq: int
    last_line: str
    last_by: str | None
    last_at: Millis | None
    customer_wrote_at: Millis | None
    read_by_customer: int
    read_by_counsellor: int
    last_number: int

    def spoken_in(
        self,
        *,
        seq: int,
        line: str,
        by: By,
        at: Millis,
        unanswered_since: Millis | None,
        read: tuple[int, int],
    ) -> "Conversation":
        """After a message. `read` is (by the customer, by the counsellor).

        `_replace` asks for all 33 fields by name; every message comes here, and this is a sixth of its cost.
        `_replace` asks for all 41 fields by name; every message comes here, and this is a sixth of its cost.
        """
        spoken = (seq, line, by, at, unanswered_since, *read, self.last_number)
        return Conversation._make(self[:_BEFORE_TALK] + spoken)

    def numbered(self, last_number: int) -> "Conversation":
        """After facts up to that number of its own."""
        return Conversation._make((*self[:-1], last_number))


_BEFORE_TALK: Final = Conversation._fields.index("last_seq")


# ------------------------------------------------------------------ who acts


@dataclass(frozen=True, slots=True)
class StaffActor:
    """A member of staff, as signed in; `address` is also where facts for her go."""

    staff_id: str
    display_name: str
    roles: frozenset[str]
    queues: frozenset[str]
    capacity: int

    @property
    def address(self) -> str:
        """Her address in audiences and the ledger."""
        return f"s:{self.staff_id}"


@dataclass(frozen=True, slots=True)
class CustomerActor:
    """A customer behind a cookie; `conversation_id` is hers or None."""

    session_row: int
    conversation_id: str | None

    @property
    def address(self) -> str:
        """Her name in the ledger (not an audience: facts go to the conversation's address)."""
        return f"p:{self.session_row}"


@dataclass(frozen=True, slots=True)
class ClockActor:
    """Time itself: the timekeeper's acts."""

    @property
    def address(self) -> str:
        """Its name in the ledger."""
        return "clock"


Actor = StaffActor | CustomerActor | ClockActor

# ------------------------------------------------------------------ commands


@dataclass(frozen=True, slots=True)
class OpenConversation:
    """A customer begins, with pre-information and perhaps first words."""

    service_id: str
    topic_id: str
    language: str
    text: str
    notice_version: int
    masked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WriteMessage:
    """Somebody writes; staff name the responsibility version they write under."""

    conversation_id: str | None
    text: str
    responsibility_version: int | None
    masked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkRead:
    """Everything up to `seq` has been seen."""

    conversation_id: str | None
    seq: int


@dataclass(frozen=True, slots=True)
class EndConversation:
    """The customer ends, or leaves the queue; or the holder ends, and wraps up after it."""

    conversation_id: str | None = None
    responsibility_version: int | None = None


@dataclass(frozen=True, slots=True)
class ClaimWaiting:
    """A counsellor takes a waiting customer."""

    conversation_id: str


@dataclass(frozen=True, slots=True)
class CloseConversation:
    """The holder closes."""

    conversation_id: str
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class WrapUp:
    """The holder of an ended conversation says what it was about and what came of it; `text` is her notes.

    `contact_reasons` are the main one and up to three more. Codes are those of the service model
    `service_model_version`.
    """

    conversation_id: str
    contact_reasons: tuple[str, ...]
    outcome: str | None
    text: str
    service_model_version: int
    responsibility_version: int
    masked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TransferConversation:
    """The holder moves the conversation to another queue; `text` is the internal message (R074)."""

    conversation_id: str
    queue_id: str
    text: str
    responsibility_version: int
    masked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnToQueue:
    """The holder gives the conversation back to its queue, at its old place."""

    conversation_id: str
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class WriteNote:
    """The holder writes for professionals only."""

    conversation_id: str
    text: str
    responsibility_version: int
    masked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfferTransfer:
    """The holder offers the conversation to one professional; `text` is the internal message (R074)."""

    conversation_id: str
    staff_id: str
    text: str
    responsibility_version: int
    masked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AcceptOffer:
    """She to whom it was offered takes it."""

    conversation_id: str
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class DeclineOffer:
    """She to whom it was offered does not; `text` is why, for the holder."""

    conversation_id: str
    text: str
    responsibility_version: int
    masked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WithdrawOffer:
    """The holder takes her offer back."""

    conversation_id: str
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class CallForHelp:
    """The holder calls the supervisors; `text` is what it is about, for them alone, and may be empty."""

    conversation_id: str
    text: str
    responsibility_version: int
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


HelpCommand = CallForHelp | WithdrawHelpCall | AnswerHelpCall | TakeOver


@dataclass(frozen=True, slots=True)
class TimedAct:
    """A due row has come: `at` names which, so that it acts once."""

    conversation_id: str
    kind: DueKind
    at: Millis


Command = (
    OpenConversation
    | WriteMessage
    | MarkRead
    | EndConversation
    | ClaimWaiting
    | CloseConversation
    | WrapUp
    | TransferConversation
    | ReturnToQueue
    | WriteNote
    | OfferTransfer
    | AcceptOffer
    | DeclineOffer
    | WithdrawOffer
    | HelpCommand
    | TimedAct
)

# ------------------------------------------------------------------ facts


@dataclass(frozen=True, slots=True)
class ConversationOpened:
    """A customer came and waits; the head as it is after the whole command."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class MessageWritten:
    """One message, in its place."""

    seq: int
    by: By
    text: str
    masked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadMarked:
    """A side has seen everything up to `seq`."""

    by: By
    seq: int


@dataclass(frozen=True, slots=True)
class WaitingClaimed:
    """Responsibility moved from the queue to a counsellor."""

    holder_id: str
    holder_name: str
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class ConversationEntered:
    """The reader addressed now sees the conversation whole."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class ConversationLeft:
    """The readers addressed forget the conversation."""


@dataclass(frozen=True, slots=True)
class ConversationReturned:
    """The counsellor was away too long, or gave it back; the queue is responsible again."""

    queue_id: str
    responsibility_version: int
    waiting_since: Millis
    reason: str = "counsellor_away"


@dataclass(frozen=True, slots=True)
class ConversationTransferred:
    """Responsibility moved to another queue; the conversation as it is after that."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class NoteWritten:
    """A note for professionals, in its place: after the message `after_seq`, 0 before the first."""

    number: int
    after_seq: int
    by_id: str
    by_name: str
    text: str


@dataclass(frozen=True, slots=True)
class TransferOffered:
    """The holder has offered it to one professional and stays responsible; the conversation after that."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class OfferAccepted:
    """Responsibility moved to her to whom it was offered; the conversation as it is after that."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class OfferEnded:
    """The offer is gone and nothing has moved; `text` is why it was declined, else empty."""

    ending: OfferEnding
    text: str


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
class HelpCallEnded:
    """The call is over, and how."""

    ending: HelpEnding


@dataclass(frozen=True, slots=True)
class ConversationTakenOver:
    """Responsibility moved to a supervisor who was called; the conversation as it is after that."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class ConversationEnded:
    """The talk is over; the holder wraps up."""

    by: By


@dataclass(frozen=True, slots=True)
class ConversationWrappedUp:
    """What it was about, what came of it, and notes; for professionals only (R127)."""

    contact_reasons: tuple[str, ...]
    outcome: str | None
    notes: str
    service_model_version: int
    by_id: str
    by_name: str


@dataclass(frozen=True, slots=True)
class ConversationClosed:
    """Over, with a reason."""

    reason: ClosedReason


@dataclass(frozen=True, slots=True)
class ServiceModelActivated:
    """Another service model is in force; about no conversation, to all staff."""

    version: int


Fact = (
    ConversationOpened
    | MessageWritten
    | ReadMarked
    | WaitingClaimed
    | ConversationEntered
    | ConversationLeft
    | ConversationReturned
    | ConversationTransferred
    | NoteWritten
    | TransferOffered
    | OfferAccepted
    | OfferEnded
    | HelpCalled
    | HelpAnswered
    | HelpCallEnded
    | ConversationTakenOver
    | ConversationEnded
    | ConversationWrappedUp
    | ConversationClosed
    | ServiceModelActivated
)


@dataclass(frozen=True, slots=True)
class Addressed:
    """A fact and who gets it."""

    fact: Fact
    audience: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a command is refused: a code of CONTRACT.md and its keys."""

    code: str
    details: Mapping[str, str | int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Due:
    """Wake this conversation at `at`; None takes the row away."""

    kind: DueKind
    at: Millis | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a command leads to: the aggregate after it, facts in order, timed acts."""

    conversation: Conversation
    facts: tuple[Addressed, ...]
    due: tuple[Due, ...] = ()


STAFF_ADDRESS = "staff"
"""Where everybody of staff listens."""
SUPERVISORS_ADDRESS = "supervisors"
"""Where everybody listens who is called for help."""


def queue_address(queue_id: str) -> str:
    """Where those listen who serve a queue."""
    return f"q:{queue_id}"


def staff_address(staff_id: str) -> str:
    """Where one member of staff listens."""
    return f"s:{staff_id}"


def customer_address(conversation_id: str) -> str:
    """Where the customer of a conversation listens."""
    return f"c:{conversation_id}"
