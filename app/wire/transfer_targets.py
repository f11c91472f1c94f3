"""Where a conversation can be moved to, from JSON."""

from __future__ import annotations

from app.domain.conversation import Staff
from app.domain.ids import QueueId, StaffId
from app.domain.offer import Professional
from app.domain.presence import Presence
from app.domain.queue import QueueKind
from app.domain.transfer import LookAhead, TransferTarget
from app.wire.reading import read
from app.wire.shapes import transfer_targets as shapes


def decode_look_ahead(body: bytes) -> LookAhead:
    """The answer to ``GET /api/v1/staff/transfer-targets``. Raises WireError."""
    shape = read(body, shapes.TransferTargets)
    return LookAhead(
        shape.now,
        tuple(_target_of(target) for target in shape.targets),
        tuple(_professional_of(professional) for professional in shape.professionals),
        tuple(_away_of(professional) for professional in shape.away),
    )


def _target_of(shape: shapes.TransferTarget) -> TransferTarget:
    return TransferTarget(
        queue_id=QueueId(shape.queue_id),
        name=shape.name,
        kind=QueueKind(shape.kind),
        language=shape.language,
        is_open=shape.is_open,
        closes_at=shape.closes_at,
        waiting=shape.waiting,
        waiting_since=shape.waiting_since,
        on_duty=shape.on_duty,
        internal_message=shape.internal_message,
        register=shape.register,
        asks_consent=shape.asks_consent,
    )


def _away_of(shape: shapes.AwayProfessional) -> Professional:
    """Somebody who is not there: nobody says what room she would have, and a message takes none."""
    staff = Staff(StaffId(shape.staff_id), shape.display_name)
    return Professional(staff, Presence.AWAY, 0, 0, serves_advice=shape.serves_advice)


def _professional_of(shape: shapes.Professional) -> Professional:
    """Somebody who is there."""
    staff = Staff(StaffId(shape.staff_id), shape.display_name)
    return Professional(
        staff, Presence(shape.presence), shape.load, shape.capacity, serves_advice=shape.serves_advice
    )
