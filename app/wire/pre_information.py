"""Pre-information: its facts and choices from JSON, its commands to JSON and back."""

from __future__ import annotations

from typing import Final, assert_never

import msgspec

from app.domain.conversation import Chosen, PreInformation, PreInformationChange, Topic
from app.domain.ids import CommandId, ConversationId, QueueId
from app.domain.pre_information import (
    CorrectPreInformation,
    PreInformationCommand,
    PreInformationCorrected,
    PreInformationFact,
    PreInformationRefined,
    QueueRef,
    RefinePreInformation,
    ServiceTopic,
    ServiceTopics,
)
from app.wire.reading import read
from app.wire.shapes import pre_information as shapes
from app.wire.shapes import values
from app.wire.values import about_conversation, person_of

PRE_INFORMATION_FACTS: Final = frozenset({"PreInformationRefined", "PreInformationCorrected"})


def decode_pre_information_fact(name: str, body: bytes | msgspec.Raw) -> PreInformationFact:
    """A fact of one of ``PRE_INFORMATION_FACTS``. Raises WireError when it does not follow the contract."""
    if name == "PreInformationRefined":
        refined = read(body, shapes.PreInformationRefined)
        about = about_conversation(refined)
        return PreInformationRefined(*about, pre_information_of(refined.pre_information))
    corrected = read(body, shapes.StaffPreInformationCorrected)
    return PreInformationCorrected(
        *about_conversation(corrected),
        service_id=corrected.service_id,
        topic=_topic_of(corrected.topic),
        language=corrected.language,
        pre_information=pre_information_of(corrected.pre_information),
    )


def pre_information_of(shape: shapes.PreInformation) -> PreInformation:
    """What was chosen, and what has become of it."""
    chosen = shape.chosen
    return PreInformation(
        chosen=Chosen(
            chosen.service_id, _topic_of(chosen.topic), _finer_of(chosen.finer_topic), chosen.language
        ),
        finer_topic=_finer_of(shape.finer_topic),
        detail=shape.detail,
        refined=_change_of(shape.refined),
        corrected=_change_of(shape.corrected),
    )


def services_of(shape: tuple[shapes.ServiceTopics, ...]) -> tuple[ServiceTopics, ...]:
    """What there is to choose, in the order of the service model."""
    return tuple(
        ServiceTopics(
            service_id=service.service_id,
            name=service.name,
            topics=tuple(
                ServiceTopic(
                    topic=Topic(topic.topic_id, topic.name),
                    finer_topics=tuple(_topic_of(finer) for finer in topic.finer_topics),
                    leads_to={
                        language: QueueRef(QueueId(queue.queue_id), queue.name)
                        for language, queue in topic.leads_to.items()
                    },
                )
                for topic in service.topics
            ),
        )
        for service in shape
    )


def pre_information_shape_of(
    command: PreInformationCommand, command_id: CommandId
) -> shapes.StaffPreInformationCommand:
    """A command as it is sent."""
    match command:
        case RefinePreInformation(about, finer_topic_id, detail, version):
            return shapes.RefinePreInformation(command_id, about, finer_topic_id, detail, version)
        case CorrectPreInformation():
            return shapes.CorrectPreInformation(
                command_id=command_id,
                conversation_id=command.conversation_id,
                service_id=command.service_id,
                topic_id=command.topic_id,
                finer_topic_id=command.finer_topic_id,
                language=command.language,
                internal_message=command.internal_message,
                responsibility_version=command.responsibility_version,
            )
    assert_never(command)


def pre_information_command_of(shape: shapes.StaffPreInformationCommand) -> PreInformationCommand:
    """A command as it was kept."""
    about, version = ConversationId(shape.conversation_id), shape.responsibility_version
    match shape:
        case shapes.RefinePreInformation():
            return RefinePreInformation(about, shape.finer_topic_id, shape.detail, version)
        case shapes.CorrectPreInformation():
            return CorrectPreInformation(
                conversation_id=about,
                service_id=shape.service_id,
                topic_id=shape.topic_id,
                finer_topic_id=shape.finer_topic_id,
                language=shape.language,
                internal_message=shape.internal_message,
                responsibility_version=version,
            )
    assert_never(shape)


def _topic_of(shape: values.Topic) -> Topic:
    return Topic(shape.topic_id, shape.name)


def _finer_of(shape: values.Topic | None) -> Topic | None:
    return None if shape is None else _topic_of(shape)


def _change_of(shape: shapes.PreInformationChange | None) -> PreInformationChange | None:
    return None if shape is None else PreInformationChange(person_of(shape.by), shape.at)
