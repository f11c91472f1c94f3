"""Transfers: where a conversation can be moved to, and why not there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.conversation import Identity
from app.domain.ids import QueueId
from app.domain.offer import Professional
from app.domain.passing_on import ApplicationQueue
from app.domain.queue import ByLanguage, QueueKind


@dataclass(frozen=True, slots=True)
class TransferTarget:
    """A queue, and what awaits a conversation there. ``waiting_since`` is the longest wait's, ``on_duty``
    how many serve the queue and are there.
    """

    queue_id: QueueId
    name: ByLanguage
    kind: QueueKind
    language: str | None
    is_open: bool
    closes_at: datetime | None
    waiting: int
    waiting_since: datetime | None
    on_duty: int
    internal_message: ByLanguage | None = None
    """How the internal message to it begins (R074)."""
    register: str | None = None
    """Whose record a conversation there belongs to: social care's, health care's; None: it is not said."""
    asks_consent: bool = False
    """Whether a customer is asked before she is moved there, also within her register."""


@dataclass(frozen=True, slots=True)
class LookAhead:
    """Every target, and everybody else who answers, there or ``away``, as the backend told at ``at``.
    ``applications``: where each service passes them on, in the order in which they are offered.
    """

    at: datetime
    targets: tuple[TransferTarget, ...]
    professionals: tuple[Professional, ...] = ()
    away: tuple[Professional, ...] = ()
    applications: tuple[ApplicationQueue, ...] = ()


def needs_consent(own: TransferTarget | None, target: TransferTarget) -> bool:
    """Whether moving from one to the other crosses between social and health care (R070), or the queue asks
    always. ``own`` is the queue it is in, None when the service model does not have it any more: that is for
    the backend to say.
    """
    if own is None or own.queue_id == target.queue_id:
        return False
    return target.asks_consent or target.register is None or own.register != target.register


def needs_identification(kind: QueueKind, identity: Identity) -> bool:
    """Whether the customer must identify first: another service line takes nobody else (R078)."""
    return kind is QueueKind.TRANSFER and identity is Identity.ANONYMOUS
