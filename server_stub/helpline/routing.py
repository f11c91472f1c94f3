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
