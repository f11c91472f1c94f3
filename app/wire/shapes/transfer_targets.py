"""Where a conversation can go: queues to move it to, and those who are there to be offered it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from app.wire.shapes.values import ByLanguage, Count, Time


class TransferTarget(Struct, frozen=True):
    """A queue a conversation can be moved to, and what awaits it there."""

    queue_id: str
    name: ByLanguage
    kind: Literal["topic", "common", "transfer"]
    language: str | None
    is_open: bool
    closes_at: Time | None
    waiting: Count
    waiting_since: Time | None
    on_duty: Count
    internal_message: ByLanguage | None
    register: str | None
    asks_consent: bool


class Professional(Struct, frozen=True):
    """Somebody who is there to be offered a conversation."""

    staff_id: str
    display_name: str
    presence: str
    load: Count
    capacity: Count
    serves_advice: bool


class AwayProfessional(Struct, frozen=True):
    """Somebody who is not there just now."""

    staff_id: str
    display_name: str
    serves_advice: bool


class ApplicationQueue(Struct, frozen=True):
    """Into which queue a service passes an application on."""

    service_id: str
    passed_on_to: str
    queue_id: str


class TransferTargets(Struct, frozen=True):
    """Every queue of the service model and everybody who answers, there or not, at ``now``."""

    now: Time
    targets: tuple[TransferTarget, ...]
    professionals: tuple[Professional, ...]
    away: tuple[AwayProfessional, ...]
    applications: tuple[ApplicationQueue, ...]
