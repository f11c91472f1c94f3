"""What is meant to happen with a conversation."""

from dataclasses import dataclass

from server_stub.helpline.concern_rules import ConcernKind
from server_stub.helpline.contact_marks import ContactMark
from server_stub.helpline.conversation_values import Channel, DueKind
from server_stub.helpline.passing_on import PassOnTarget
from server_stub.helpline.values import Millis


@dataclass(frozen=True, slots=True)
class OpenConversation:
    """A customer begins, with pre-information and perhaps first words; a message has some always."""

    service_id: str
    topic_id: str
    language: str
    text: str
    notice_version: int
    masked: tuple[str, ...] = ()
    concern: ConcernKind | None = None
    finer_topic_id: str | None = None
    channel: Channel = Channel.CHAT


@dataclass(frozen=True, slots=True)
class WriteMessage:
    """Somebody writes; staff name the responsibility version they write under."""

    conversation_id: str | None
    text: str
    responsibility_version: int | None
    masked: tuple[str, ...] = ()
    concern: ConcernKind | None = None


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
    `service_model_version`. `is_test`: a mystery customer or a test, left out of statistics (R104).
    `marks`: see `contact_marks`.
    """

    conversation_id: str
    contact_reasons: tuple[str, ...]
    outcome: str | None
    text: str
    service_model_version: int
    responsibility_version: int
    masked: tuple[str, ...] = ()
    is_test: bool = False
    marks: tuple[ContactMark, ...] = ()


@dataclass(frozen=True, slots=True)
class TransferConversation:
    """The holder moves the conversation to another queue; `text` is the internal message (R074).

    `passed_on_to` is who is to decide of the application in it, where that is why it moves (R049).
    """

    conversation_id: str
    queue_id: str
    text: str
    responsibility_version: int
    masked: tuple[str, ...] = ()
    passed_on_to: PassOnTarget | None = None


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
class LookAtHolder:
    """The clock looks whether the holder is there, and whether she may answer; it acts once each way."""

    conversation_id: str


@dataclass(frozen=True, slots=True)
class TimedAct:
    """A due row has come: `at` names which, so that it acts once."""

    conversation_id: str
    kind: DueKind
    at: Millis
