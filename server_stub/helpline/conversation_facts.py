"""What has happened to a conversation."""

from dataclasses import dataclass

from server_stub.helpline.attachment_values import Attachment
from server_stub.helpline.concern_rules import ConcernKind
from server_stub.helpline.contact_marks import ContactMark
from server_stub.helpline.conversation_values import By, ClosedReason, Conversation
from server_stub.helpline.passing_on import PassOnTarget
from server_stub.helpline.values import Millis


@dataclass(frozen=True, slots=True)
class ConversationOpened:
    """A customer came and waits; the head as it is before her first words, which follow as a message."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class MessageWritten:
    """One message, in its place; with an attachment `text` is the file's name."""

    seq: int
    by: By
    text: str
    masked: tuple[str, ...]
    attachment: Attachment | None = None


@dataclass(frozen=True, slots=True)
class AnswerPromised:
    """By when the customer of a non-urgent message is answered."""

    due_at: Millis


@dataclass(frozen=True, slots=True)
class ConcernMarked:
    """The message `seq` gives reason to be concerned; for professionals only."""

    kind: ConcernKind
    seq: int


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
    """Responsibility moved to another queue; the conversation as it is after that, and to whom an application
    in it was passed on, if that is why (R049).
    """

    conversation: Conversation
    passed_on_to: PassOnTarget | None = None


@dataclass(frozen=True, slots=True)
class NoteWritten:
    """A note for professionals, in its place: after the message `after_seq`, 0 before the first."""

    number: int
    after_seq: int
    by_id: str
    by_name: str
    text: str


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
    is_test: bool = False
    marks: tuple[ContactMark, ...] = ()


@dataclass(frozen=True, slots=True)
class ConversationClosed:
    """Over, with a reason."""

    reason: ClosedReason
