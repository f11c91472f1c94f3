"""What a command led to, until its group is numbered."""

from dataclasses import dataclass

from server_stub.helpline.values import Problem
from server_stub.records.group import Written


@dataclass(slots=True)
class Led:
    """What a command led to; `written` is numbered only at the end of the group."""

    written: Written | None = None
    cursor: int | None = None
    problem: Problem | None = None
