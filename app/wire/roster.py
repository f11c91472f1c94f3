"""Who of staff is there, from JSON."""

from __future__ import annotations

from app.domain.ids import QueueId, StaffId
from app.domain.presence import Colleague, Presence, Roster
from app.wire.reading import read
from app.wire.shapes import shifts as shapes


def decode_roster(body: bytes) -> Roster:
    """The answer to ``GET /api/v1/staff/roster``. Raises WireError."""
    shape = read(body, shapes.Roster)
    return Roster(shape.now, tuple(_colleague_of(each) for each in shape.people))


def _colleague_of(shape: shapes.RosterPerson) -> Colleague:
    return Colleague(
        staff_id=StaffId(shape.staff_id),
        display_name=shape.display_name,
        presence=Presence(shape.presence),
        load=shape.load,
        capacity=shape.capacity,
        queue_ids=frozenset(QueueId(each) for each in shape.queue_ids),
    )
