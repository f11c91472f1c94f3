"""Pre-information refined and corrected: what is meant to happen, and what has happened (R067, R068)."""

from dataclasses import dataclass

from server_stub.helpline.conversation_values import Conversation


@dataclass(frozen=True, slots=True)
class RefinePreInformation:
    """The holder says more exactly what it is about, within its topic; `text` is the detail she adds."""

    conversation_id: str
    finer_topic_id: str | None
    text: str
    responsibility_version: int
    masked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectPreInformation:
    """The holder says that it is about something else, or in another language; `text` is the internal message
    that goes along when this leads to another queue.
    """

    conversation_id: str
    service_id: str
    topic_id: str
    finer_topic_id: str | None
    language: str
    text: str
    responsibility_version: int
    masked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PreInformationRefined:
    """The conversation with what it is about said more exactly."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class PreInformationCorrected:
    """The conversation with its topic or language put right; what the customer chose stands beside it."""

    conversation: Conversation


PreInformationCommand = RefinePreInformation | CorrectPreInformation
PreInformationFact = PreInformationRefined | PreInformationCorrected
