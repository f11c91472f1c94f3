"""Values of every slice, from JSON."""

from __future__ import annotations

from app.domain.conversation import Staff
from app.domain.ids import CommandId, StaffId
from app.wire.shapes import values as shapes


def cause_of(command_id: str | None) -> CommandId | None:
    """The command something came from."""
    return None if command_id is None else CommandId(command_id)


def person_of(shape: shapes.Person) -> Staff:
    """Somebody of staff."""
    return Staff(StaffId(shape.staff_id), shape.display_name)
