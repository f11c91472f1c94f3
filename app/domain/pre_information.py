"""Pre-information: what it can be refined and corrected to, what is meant to happen with it, and what has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.conversation import PreInformation, Topic
from app.domain.ids import CommandId, ConversationId, QueueId
from app.domain.queue import ByLanguage


@dataclass(frozen=True, slots=True)
class QueueRef:
    """A queue and what it is called, also one that she does not serve."""

    queue_id: QueueId
    name: ByLanguage


@dataclass(frozen=True, slots=True)
class ServiceTopic:
    """A topic, the finer ones within it (R069), and where it leads by the customer's language."""

    topic: Topic
    finer_topics: tuple[Topic, ...]
    leads_to: Mapping[str, QueueRef]


@dataclass(frozen=True, slots=True)
class ServiceTopics:
    """What the customers of one service choose from."""

    service_id: str
    name: ByLanguage
    topics: tuple[ServiceTopic, ...]

    def topic(self, topic_id: str) -> ServiceTopic | None:
        """The topic of that id, if the service has it now."""
        return next((each for each in self.topics if each.topic.topic_id == topic_id), None)


@dataclass(frozen=True, slots=True)
class RefinePreInformation:
    """Say more exactly what it is about, within its topic (R067)."""

    conversation_id: ConversationId
    finer_topic_id: str | None
    detail: str
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class CorrectPreInformation:
    """Put topic or language right (R068); the internal message goes along when that moves it."""

    conversation_id: ConversationId
    service_id: str
    topic_id: str
    finer_topic_id: str | None
    language: str
    internal_message: str
    responsibility_version: int


PreInformationCommand = RefinePreInformation | CorrectPreInformation


@dataclass(frozen=True, slots=True)
class PreInformationRefined:
    """It is said more exactly what it is about."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    pre_information: PreInformation


@dataclass(frozen=True, slots=True)
class PreInformationCorrected:
    """Topic or language was put right; a move to another queue follows in the same commit."""

    at: datetime
    caused_by: CommandId | None
    conversation_id: ConversationId
    service_id: str
    topic: Topic
    language: str
    pre_information: PreInformation


PreInformationFact = PreInformationRefined | PreInformationCorrected
