"""consultations_in_file: Reads the lines that professionals ask, what they promise and who is on call."""

from collections.abc import Mapping

from server_stub.helpline.promise import LONGEST_DAYS, SHORTEST_DAYS
from server_stub.helpline.queue_names import consultation_name_problem
from server_stub.helpline.service_model import REGISTERS, ConsultationQueue, OnCall, QueueId
from server_stub.helpline.wording import Wording
from server_stub.settings.file_reading import Reading
from server_stub.settings.hours_in_file import opening_hours
from server_stub.settings.yaml_tree import Node


def consultation_queues(
    reading: Reading, node: Node, *, numbers: Mapping[str, str]
) -> tuple[ConsultationQueue, ...]:
    """Every line that can be asked, each once, in the order of the file (R123, R126)."""
    lines: dict[str, ConsultationQueue] = {}
    for item in reading.items(node):
        line = _line(reading, item, numbers)
        if line.queue_id and line.queue_id in lines:
            reading.wrong(item, f"There is a consultation queue “{line.queue_id}” already.")
        lines.setdefault(line.queue_id, line)
    return tuple(lines.values())


def _line(reading: Reading, node: Node, numbers: Mapping[str, str]) -> ConsultationQueue:
    given = reading.table(
        node, needed=("id", "name", "promise_days"), known=("outside", "on_call", "register")
    )
    queue_id = reading.text(given["id"]) if "id" in given else ""
    problem = consultation_name_problem(queue_id)
    if queue_id and problem:
        reading.wrong(given["id"], problem)
    return ConsultationQueue(
        queue_id=QueueId(queue_id),
        name=reading.wording(given["name"]) if "name" in given else Wording("", "", ""),
        promise_days=(
            reading.whole_number(given["promise_days"], least=SHORTEST_DAYS, most=LONGEST_DAYS)
            if "promise_days" in given
            else LONGEST_DAYS
        ),
        is_outside=reading.yes_or_no(given["outside"]) if "outside" in given else False,
        on_call=_on_call(reading, given["on_call"], numbers) if "on_call" in given else None,
        register=reading.choice(given["register"], REGISTERS) if "register" in given else "social",
    )


def _on_call(reading: Reading, node: Node, numbers: Mapping[str, str]) -> OnCall | None:
    given = reading.table(node, needed=("number", "hours", "otherwise"))
    if not {"number", "hours", "otherwise"} <= given.keys():
        return None
    name = reading.text(given["number"])
    if name and name not in numbers:
        reading.wrong(given["number"], f"There is no number “{name}” under numbers.")
    return OnCall(
        number=numbers.get(name, ""),
        hours=opening_hours(reading, given["hours"]),
        otherwise=reading.wording(given["otherwise"], numbers),
    )
