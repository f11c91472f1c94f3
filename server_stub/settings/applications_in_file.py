"""applications_in_file: Reads into which queues a service passes applications on (R049)."""

from collections.abc import Mapping
from types import MappingProxyType

from server_stub.helpline.passing_on import PASS_ON_TARGETS, Applications, PassOnTarget
from server_stub.helpline.service_model import QueueRule
from server_stub.settings.file_reading import Reading
from server_stub.settings.yaml_tree import Node


def applications_in_file(reading: Reading, node: Node, queues: Mapping[str, QueueRule]) -> Applications:
    """`{benefit_processing: …, social_counsellor: …, social_worker: …}`; one without a queue is left out."""
    given = reading.table(node, needed=(), known=PASS_ON_TARGETS)
    if not given:
        reading.wrong(node, f"Name a queue for at least one of: {', '.join(PASS_ON_TARGETS)}.")
    found: dict[PassOnTarget, str] = {}
    for target in PASS_ON_TARGETS:
        if target in given:
            found[target] = _queue(reading, given[target], queues)
    return MappingProxyType(found)


def _queue(reading: Reading, node: Node, queues: Mapping[str, QueueRule]) -> str:
    queue_id = reading.text(node)
    rule = queues.get(queue_id)
    if rule is None:
        reading.wrong(node, f"There is no queue “{queue_id}” in this file.")
    elif rule.kind != "transfer":
        reading.wrong(node, f"“{queue_id}” is no transfer queue: an application has a name on it.")
    return queue_id
