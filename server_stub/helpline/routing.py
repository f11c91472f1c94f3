"""routing: Which queue a customer's choice leads to."""

from datetime import date

from server_stub.helpline.model_on import model_on
from server_stub.helpline.queue_doors import takes_new
from server_stub.helpline.service_model import QueueId, ServiceModel
from server_stub.helpline.wording import Language


def queue_for(
    model: ServiceModel, *, service_id: str, topic_id: str, language: Language, on: date
) -> QueueId | None:
    """The queue for a choice on a day, or None when the model has no such service, topic or language.

    Finnish: the topic's queue, or the common Finnish one. Swedish: the common Swedish queue (R054).
    English: the common Finnish queue, where the head says that the language is English. A topic whose queue
    was a pilot that is over leads where a topic without a queue does (R065). What was renamed or split leads
    where that day's service model says (R062).
    """
    model = model_on(model, on)
    service = model.service(service_id)
    topic = service.topic(topic_id) if service else None
    if service is None or topic is None:
        return None
    common = service.common_queues.get(language)
    rule = model.queue(topic.queue_id) if topic.queue_id is not None else None
    if language == "fi" and rule is not None and takes_new(rule, on):
        return rule.queue_id
    return common


def queue_of_choice(
    model: ServiceModel,
    *,
    service_id: str,
    topic_id: str,
    finer_topic_id: str | None,
    language: Language,
    on: date,
) -> QueueId | None:
    """The queue for pre-information with a finer topic, or None when its topic has none such (R066, R069)."""
    service = model_on(model, on).service(service_id)
    topic = service.topic(topic_id) if service else None
    if finer_topic_id is not None and (topic is None or topic.finer_topic(finer_topic_id) is None):
        return None
    return queue_for(model, service_id=service_id, topic_id=topic_id, language=language, on=on)
