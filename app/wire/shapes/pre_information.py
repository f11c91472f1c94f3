"""Pre-information: what was chosen, what it was refined and corrected to, and what there is to choose."""

from __future__ import annotations

from msgspec import Struct

from app.wire.shapes.values import ByLanguage, Person, Time, Topic


class ChosenPreInformation(Struct, frozen=True):
    """What the customer chose."""

    service_id: str
    topic: Topic
    finer_topic: Topic | None
    language: str


class PreInformationChange(Struct, frozen=True):
    """Who, and when."""

    by: Person
    at: Time


class PreInformation(Struct, frozen=True):
    """What was chosen, and what has become of it."""

    chosen: ChosenPreInformation
    finer_topic: Topic | None
    detail: str
    refined: PreInformationChange | None
    corrected: PreInformationChange | None


class QueueRef(Struct, frozen=True):
    """A queue and what it is called."""

    queue_id: str
    name: ByLanguage


class ServiceTopic(Struct, frozen=True):
    """A topic and where it leads."""

    topic_id: str
    name: ByLanguage
    finer_topics: tuple[Topic, ...]
    leads_to: dict[str, QueueRef]


class ServiceTopics(Struct, frozen=True):
    """What the customers of one service choose from."""

    service_id: str
    name: ByLanguage
    topics: tuple[ServiceTopic, ...]


class PreInformationRefined(Struct, frozen=True):
    """It is said more exactly what it is about."""

    at: Time
    caused_by: str | None
    conversation_id: str
    pre_information: PreInformation


class StaffPreInformationCorrected(Struct, frozen=True):
    """Topic or language was put right."""

    at: Time
    caused_by: str | None
    conversation_id: str
    service_id: str
    topic: Topic
    language: str
    pre_information: PreInformation


class RefinePreInformation(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Say more exactly what it is about."""

    command_id: str
    conversation_id: str
    finer_topic_id: str | None
    detail: str
    responsibility_version: int


class CorrectPreInformation(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Put topic or language right."""

    command_id: str
    conversation_id: str
    service_id: str
    topic_id: str
    finer_topic_id: str | None
    language: str
    internal_message: str
    responsibility_version: int


StaffPreInformationCommand = RefinePreInformation | CorrectPreInformation
