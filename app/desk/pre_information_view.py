"""What pre-information can be refined and corrected to, as plain values; pure functions."""

from __future__ import annotations

from dataclasses import dataclass

from app.desk.searching import has_words
from app.domain.conversation import Head, Topic
from app.domain.ids import QueueId
from app.domain.pre_information import QueueRef, ServiceTopic, ServiceTopics
from app.domain.project import Seen
from app.domain.queue import ByLanguage


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A topic, or a finer one within it. ``name`` None: no finer topic · ``within`` the topic a finer one
    belongs to · ``leads_to`` the queue it moves her to, None where she stays · ``is_now``: it is so now.
    """

    service_id: str
    topic_id: str
    finer_topic_id: str | None
    name: ByLanguage | None
    within: ByLanguage | None = None
    leads_to: QueueRef | None = None
    is_now: bool = False

    @property
    def key(self) -> str:
        """What tells rows apart."""
        return f"{self.service_id} {self.topic_id} {self.finer_topic_id or ''}"


def finer_rows(seen: Seen, head: Head) -> tuple[ChoiceRow, ...]:
    """The finer topics of its topic, behind that there is none; nothing where the topic has none (R069).
    One that has left the model stays a choice as long as it stands.
    """
    service = seen.confirmed.topics_of(head.service_id)
    topic = service.topic(head.topic.topic_id) if service is not None else None
    finer = () if topic is None else topic.finer_topics
    standing = head.pre_information.finer_topic
    if standing is not None and standing.topic_id not in {each.topic_id for each in finer}:
        finer = (*finer, standing)
    if not finer:
        return ()
    return tuple(_finer_row(head, each) for each in (None, *finer))


def _finer_row(head: Head, finer: Topic | None) -> ChoiceRow:
    finer_id = None if finer is None else finer.topic_id
    return ChoiceRow(
        service_id=head.service_id,
        topic_id=head.topic.topic_id,
        finer_topic_id=finer_id,
        name=None if finer is None else finer.name,
        is_now=finer_id == head.finer_topic_id,
    )


def topic_rows(seen: Seen, head: Head, *, language: str, searched: str = "") -> tuple[ChoiceRow, ...]:
    """Every topic of every service, and the finer ones behind each, in the order of the service model, with
    the queue each leads a customer of that ``language`` to. Å, ä and ö are found by a and o as well.
    """
    rows = (
        row
        for service in seen.confirmed.services
        for topic in service.topics
        for row in _rows_of(head, service, topic, language)
    )
    return tuple(row for row in rows if has_words(searched, _searched(row)))


def _rows_of(head: Head, service: ServiceTopics, topic: ServiceTopic, language: str) -> tuple[ChoiceRow, ...]:
    queue = topic.leads_to.get(language)
    leads_to = None if queue is None or stays(head, queue.queue_id) else queue
    is_hers = (head.service_id, head.topic.topic_id) == (service.service_id, topic.topic.topic_id)
    return tuple(
        ChoiceRow(
            service_id=service.service_id,
            topic_id=topic.topic.topic_id,
            finer_topic_id=None if finer is None else finer.topic_id,
            name=topic.topic.name if finer is None else finer.name,
            within=None if finer is None else topic.topic.name,
            leads_to=leads_to,
            is_now=is_hers and head.finer_topic_id == (None if finer is None else finer.topic_id),
        )
        for finer in (None, *topic.finer_topics)
    )


def stays(head: Head, queue_id: QueueId) -> bool:
    """Whether she stays with who holds her: it leads to the queue she is in."""
    return head.queue_id == queue_id


def _searched(row: ChoiceRow) -> tuple[str, ...]:
    names = (row.name or {}, row.within or {})
    return tuple(word for name in names for word in name.values())
