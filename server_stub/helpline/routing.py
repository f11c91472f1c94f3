"""routing: Which queue a customer's choice leads to."""

from server_stub.helpline.service_model import QueueId, ServiceModel
from server_stub.helpline.wording import Language


def queue_for(model: ServiceModel, *, service_id: str, topic_id: str, language: Language) -> QueueId | None:
    """The queue for a choice, or None when the model has no such service, topic or language.

    Finnish: the topic's queue, or the common Finnish one. Swedish: the common Swedish queue (R054).
    English: the common Finnish queue, where the head says that the language is English.
    """
    service = model.service(service_id)
    topic = service.topic(topic_id) if service else None
    if service is None or topic is None:
        return None
    common = service.common_queues.get(language)
    if language == "fi" and topic.queue_id is not None:
        return topic.queue_id
    return common


def queue_of_choice(
    model: ServiceModel, *, service_id: str, topic_id: str, finer_topic_id: str | None, language: Language
) -> QueueId | None:
    """The queue for pre-information with a finer topic, or None when its topic has none such (R066, R069)."""
    service = model.service(service_id)
    topic = service.topic(topic_id) if service else None
    if finer_topic_id is not None and (topic is None or topic.finer_topic(finer_topic_id) is None):
        return None
    return queue_for(model, service_id=service_id, topic_id=topic_id, language=language)
