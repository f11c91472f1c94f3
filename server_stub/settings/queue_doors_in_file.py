"""queue_doors_in_file: Reads whom a queue takes: when a pilot ends, and whether it needs staff to open."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from server_stub.helpline.service_model import Pilot, PilotDecision, QueueKind
from server_stub.settings.file_reading import Reading
from server_stub.settings.yaml_tree import Node

_DECISIONS: Final[tuple[PilotDecision, ...]] = ("open", "goes_on", "ends")


class QueueDoors(NamedTuple):
    """A queue of which nothing is said is open as long as its services are."""

    pilot: Pilot | None
    opens_only_with_staff: bool


def queue_doors(reading: Reading, given: Mapping[str, Node], *, kind: QueueKind) -> QueueDoors:
    """The doors of one queue (R064, R065).

    A common queue takes whoever has nowhere else to go, so it neither ends nor shuts.
    """
    for key in ("pilot", "opens_only_with_staff"):
        if kind == "common" and key in given:
            reading.wrong(
                given[key],
                f"A common queue takes everybody who has nowhere else to go: it cannot have “{key}”.",
            )
    # Who is transferred is in already, and a counsellor sees who is on duty before she transfers.
    if kind == "transfer" and "opens_only_with_staff" in given:
        reading.wrong(
            given["opens_only_with_staff"],
            "No customer comes to a transfer queue by herself: leave this out.",
        )
    return QueueDoors(
        _pilot(reading, given["pilot"]) if "pilot" in given else None,
        reading.yes_or_no(given["opens_only_with_staff"]) if "opens_only_with_staff" in given else False,
    )


def _pilot(reading: Reading, node: Node) -> Pilot:
    given = reading.table(node, needed=("until", "decision"))
    return Pilot(
        until=reading.day(given["until"]) if "until" in given else date.max,
        decision=reading.choice(given["decision"], _DECISIONS) if "decision" in given else "open",
    )
