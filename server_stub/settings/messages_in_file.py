"""Reads how a service takes non-urgent messages: what it promises, and which go straight to a line (R073)."""

from collections.abc import Mapping

from server_stub.helpline.agreed_values import DAYS_OPEN, MOST_DAYS_OPEN
from server_stub.helpline.non_urgent import is_of_messages
from server_stub.helpline.promise import LONGEST_DAYS, SHORTEST_DAYS
from server_stub.helpline.service_model import Messages, QueueId, QueueRule, StraightRule, TopicId
from server_stub.settings.file_reading import Reading
from server_stub.settings.yaml_tree import Node


def messages_in_file(reading: Reading, node: Node, queues: Mapping[str, QueueRule]) -> Messages:
    """`{promise_days: 3, days_open: 14, straight: [{topic: …, finer_topic: …, queue: …, on: yes}]}`.

    `days_open` may be left out, and so may `straight`; its queues are named `SIIRTO_…_KIIREETON`.
    """
    given = reading.table(node, needed=("promise_days",), known=("straight", "days_open"))
    return Messages(
        days_open=(
            reading.whole_number(given["days_open"], least=1, most=MOST_DAYS_OPEN)
            if "days_open" in given
            else DAYS_OPEN
        ),
        promise_days=(
            reading.whole_number(given["promise_days"], least=SHORTEST_DAYS, most=LONGEST_DAYS)
            if "promise_days" in given
            else LONGEST_DAYS
        ),
        straight=(
            tuple(_rule(reading, item, queues) for item in reading.items(given["straight"]))
            if "straight" in given
            else ()
        ),
    )


def _rule(reading: Reading, node: Node, queues: Mapping[str, QueueRule]) -> StraightRule:
    given = reading.table(node, needed=("topic", "queue"), known=("finer_topic", "on"))
    queue_id = reading.text(given["queue"]) if "queue" in given else ""
    if queue_id and queue_id not in queues:
        reading.wrong(given["queue"], f"There is no queue “{queue_id}” in this file.")
    elif queue_id and not is_of_messages(queue_id):
        reading.wrong(given["queue"], f"“{queue_id}” is no queue of messages: SIIRTO_<PALVELU>_KIIREETON.")
    return StraightRule(
        topic_id=TopicId(reading.name(given["topic"]) if "topic" in given else ""),
        finer_topic_id=TopicId(reading.name(given["finer_topic"])) if "finer_topic" in given else None,
        queue_id=QueueId(queue_id),
        is_on=reading.yes_or_no(given["on"]) if "on" in given else True,
    )
