"""Values of every slice: times, problems, and the addresses at which readers listen."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# Milliseconds since 1970, UTC. The rules never read a clock: `now` is given to them.
Millis = int


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a command is refused: a code of CONTRACT.md and its keys."""

    code: str
    details: Mapping[str, str | int | None] = field(default_factory=dict)


STAFF_ADDRESS = "staff"
"""Where everybody of staff listens."""
SUPERVISORS_ADDRESS = "supervisors"
"""Where everybody listens who is called for help."""


def queue_address(queue_id: str) -> str:
    """Where those listen who serve a queue."""
    return f"q:{queue_id}"


def apart_address(staff_id: str) -> str:
    """Where somebody of staff listens who answers no customers: no fact is ever addressed to it."""
    return f"a:{staff_id}"


def staff_address(staff_id: str) -> str:
    """Where one member of staff listens."""
    return f"s:{staff_id}"


def customer_address(conversation_id: str) -> str:
    """Where the customer of a conversation listens."""
    return f"c:{conversation_id}"
