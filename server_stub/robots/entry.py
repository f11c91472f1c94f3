"""entry: What a robot must know of the entry: which topics there are, what is open, which notice it saw."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from server_stub.robots.answers import Told, as_told, items_at, number_at, text_at
from server_stub.robots.scenario import AnyScenario, CallScenario

Welcome = Literal["open", "closed", "unknown"]


@dataclass(frozen=True, slots=True)
class CustomerEntry:
    """The entry, read once per visit, as a page does."""

    typing_every_s: int
    read_every_s: int
    topics: Mapping[str, frozenset[str]]
    """Topic ids per service id, those of finer topics too."""
    notice_versions: Mapping[str, int]
    """Of the notice it was shown, per service id."""
    is_open: frozenset[str]

    def welcome(self, scenario: AnyScenario) -> Welcome:
        """Whether this customer can be let in now. To ask to be called is possible at any hour."""
        topics = self.topics.get(scenario.service_id, frozenset())
        if scenario.topic_id not in topics:
            return "unknown"
        if isinstance(scenario, CallScenario):
            return "open"
        if scenario.finer_topic_id is not None and scenario.finer_topic_id not in topics:
            return "unknown"
        return "open" if scenario.service_id in self.is_open else "closed"


def read_entry(told: Told) -> CustomerEntry:
    """What is told at the entry. Raises `Unreadable`."""
    limits = as_told(told.get("limits"))
    services = items_at(told, "services")
    return CustomerEntry(
        typing_every_s=number_at(limits, "typing_every_s"),
        read_every_s=number_at(limits, "read_every_s"),
        topics={
            text_at(service, "service_id"): frozenset(
                text_at(each, "topic_id")
                for topic in items_at(service, "topics")
                for each in (topic, *items_at(topic, "finer_topics"))
            )
            for service in services
        },
        notice_versions={
            text_at(service, "service_id"): number_at(as_told(service.get("notice")), "notice_version")
            for service in services
        },
        is_open=frozenset(
            text_at(service, "service_id") for service in services if service.get("is_open") is True
        ),
    )
