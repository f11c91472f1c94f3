"""model_on: The service model of one day: what has been renamed or split is shown by what follows it (R062).

Queues stay, all of them: whoever waits in one that is followed by another goes on there, under its name, and
is served by whoever is entitled to it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from server_stub.helpline.service_model import QueueId, QueueRule, Service, ServiceModel, Topic
from server_stub.helpline.succession import Successions, followed_from, lines, successors


def model_on(model: ServiceModel, day: date) -> ServiceModel:
    """The model with the services and topics of that day, each leading where it leads then."""
    queues = queue_successions(model)
    services = service_successions(model.services)
    topics = (topic for service in model.services for topic in service.topics)
    if not any((*queues.values(), *services.values(), *(topic.succeeds for topic in topics))):
        return model
    of_the_day = (each for each in model.services if _is_there(services, each.service_id, day))
    return replace(model, services=tuple(_service_on(each, queues, day) for each in of_the_day))


def _service_on(service: Service, queues: Successions, day: date) -> Service:
    topics = topic_successions(service)
    return replace(
        service,
        topics=tuple(
            _topic_on(topic, queues, day)
            for topic in service.topics
            if _is_there(topics, topic.topic_id, day)
        ),
        common_queues=MappingProxyType(
            {
                language: queue_on(queues, queue_id, day)
                for language, queue_id in service.common_queues.items()
            }
        ),
        applications=MappingProxyType(
            {
                target: queue_on(queues, QueueId(queue_id), day)
                for target, queue_id in service.applications.items()
            }
        ),
    )


def _topic_on(topic: Topic, queues: Successions, day: date) -> Topic:
    if topic.queue_id is None:
        return topic
    return replace(topic, queue_id=queue_on(queues, topic.queue_id, day))


def _is_there(successions: Successions, each: str, day: date) -> bool:
    """Not yet before its day, and no more once something follows it."""
    follows = successions[each]
    return (follows is None or follows.since <= day) and not successors(successions, each, day)


def queue_on(queues: Successions, queue_id: QueueId, day: date) -> QueueId:
    """Where a queue leads on that day: to the one that follows it, as long as there is only one."""
    following = successors(queues, queue_id, day)
    return queue_on(queues, QueueId(following[0]), day) if len(following) == 1 else queue_id


def with_ends(queues: Iterable[QueueRule]) -> tuple[QueueRule, ...]:
    """The queues, each knowing from when on another follows it."""
    known = tuple(queues)
    successions = {str(queue.queue_id): queue.succeeds for queue in known}
    return tuple(replace(queue, followed_from=followed_from(successions, queue.queue_id)) for queue in known)


def queue_successions(model: ServiceModel) -> Successions:
    """What each queue follows."""
    return {str(queue.queue_id): queue.succeeds for queue in model.queues}


def service_successions(services: Iterable[Service]) -> Successions:
    """What each service follows."""
    return {str(service.service_id): service.succeeds for service in services}


def topic_successions(service: Service) -> Successions:
    """What each topic of a service follows."""
    return {str(topic.topic_id): topic.succeeds for topic in service.topics}


def service_lines(model: ServiceModel) -> Mapping[str, str]:
    """The line of each service, by which figures before and after a change are compared."""
    return lines(service_successions(model.services))


def topic_lines(model: ServiceModel) -> Mapping[str, str]:
    """The line of each topic of the model; topics of one id in several services are one."""
    every: dict[str, str] = {}
    for service in model.services:
        every.update(lines(topic_successions(service)))
    return every


def followed_without_a_choice(model_queues: Iterable[QueueRule], service: Service) -> tuple[Topic, ...]:
    """Topics whose queue is split, so that nobody can say where they lead: topics of their own must follow
    them by that day.
    """
    queues = {str(queue.queue_id): queue.succeeds for queue in model_queues}
    ends = topic_successions(service)
    return tuple(
        topic for topic in service.topics if topic.queue_id is not None and _is_torn(queues, topic, ends)
    )


def _is_torn(queues: Successions, topic: Topic, topics: Successions) -> bool:
    day = followed_from(queues, topic.queue_id or "")
    if day is None or len(successors(queues, topic.queue_id or "", date.max)) == 1:
        return False
    until = followed_from(topics, topic.topic_id)
    return until is None or until > day
