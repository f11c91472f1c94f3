"""succession_in_file: Reads what follows what from a day on: services, topics and queues (R062)."""

from collections.abc import Iterable, Mapping
from datetime import date

from server_stub.helpline.model_on import followed_without_a_choice
from server_stub.helpline.service_model import QueueRule, Service
from server_stub.helpline.succession import Succession, Successions, followed_from, is_in_a_circle
from server_stub.settings.file_reading import Reading
from server_stub.settings.yaml_tree import Node


class Following:
    """Reads `succeeds: {from: 2027-01-01, of: [names]}` of one kind of thing, and looks at all of them when
    they are known.
    """

    def __init__(self, reading: Reading, what: str) -> None:
        """`what` as it stands in a sentence: “queue”."""
        self._reading = reading
        self._what = what
        self._at: dict[str, Node] = {}

    def read(self, given: Mapping[str, Node], each: str) -> Succession | None:
        """What `each` follows; None where nothing is said."""
        if "succeeds" not in given:
            return None
        reading, node = self._reading, given["succeeds"]
        told = reading.table(node, needed=("from", "of"))
        since = reading.day(told["from"]) if "from" in told else date.min
        names = tuple(reading.text(item) for item in reading.items(told["of"])) if "of" in told else ()
        self._at[each] = node
        if "of" in told and not names:
            reading.wrong(told["of"], f"Say which {self._what} it follows, or leave this out.")
        return Succession(since, names)

    def check(self, successions: Successions) -> None:
        """Every name is known, nothing follows itself, and nothing is followed from two days."""
        for each, follows in successions.items():
            node = self._at.get(each)
            if follows is None or node is None:
                continue
            for before in follows.of:
                if before and before not in successions:
                    self._reading.wrong(
                        node,
                        f"There is no {self._what} “{before}” in this file: what is followed stays in it.",
                    )
                elif followed_from(successions, before) != follows.since:
                    self._reading.wrong(
                        node, f"The {self._what} “{before}” is followed from another day already."
                    )
            if is_in_a_circle(successions, each):
                self._reading.wrong(node, f"The {self._what} “{each}” would follow itself.")


def check_torn_topics(
    reading: Reading, queues: Iterable[QueueRule], services: Iterable[tuple[Node, Service]]
) -> None:
    """Where a queue is split, the topics that lead to it are followed by topics that say where they lead."""
    known = tuple(queues)
    for node, service in services:
        for topic in followed_without_a_choice(known, service):
            reading.wrong(
                node,
                f"The topic “{topic.topic_id}” leads to “{topic.queue_id}”, which is split: let topics with "
                "queues of their own follow it from that day, or an earlier one.",
            )
