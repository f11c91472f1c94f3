"""Where a conversation can be moved to, from JSON."""

from __future__ import annotations

from app.domain.conversation import Staff
from app.domain.ids import QueueId, StaffId
from app.domain.offer import Professional
from app.domain.passing_on import ApplicationQueue, PassOnTarget
from app.domain.presence import Presence
from app.domain.queue import QueueKind
from app.domain.transfer import LookAhead, TransferTarget
from app.wire.reading import read
from app.wire.shapes import transfer_targets as shapes

_TARGETS = frozenset(PassOnTarget)
"""One that a later backend may know is passed over: there are no words for it here."""


def decode_look_ahead(body: bytes) -> LookAhead:
    """The answer to ``GET /api/v1/staff/transfer-targets``. Raises WireError."""
    shape = read(body, shapes.TransferTargets)
    return LookAhead(
        shape.now,
        tuple(_target_of(target) for target in shape.targets),
        tuple(_professional_of(professional) for professional in shape.professionals),
        tuple(_away_of(professional) for professional in shape.away),
        tuple(_application_of(each) for each in shape.applications if each.passed_on_to in _TARGETS),
    )


def _application_of(shape: shapes.ApplicationQueue) -> ApplicationQueue:
    return ApplicationQueue(shape.service_id, PassOnTarget(shape.passed_on_to), QueueId(shape.queue_id))


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
