"""Presence: what a counsellor says of herself, and who of staff is there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from app.domain.ids import CommandId, ConversationId, QueueId, StaffId

_OWN_WORK = ConversationId("own work")


class Presence(StrEnum):
    """The glossary's four words: vapaa, varattu, tauolla, poissa."""

    AVAILABLE = "available"
    BUSY = "busy"
    ON_BREAK = "on_break"
    AWAY = "away"

    @property
    def takes_work(self) -> bool:
        """Whether she can take customers while she says so."""
        return self in (Presence.AVAILABLE, Presence.BUSY)


@dataclass(frozen=True, slots=True)
class Shift:
    """Her own work, as the backend knows it."""

    presence: Presence = Presence.AVAILABLE
    began_at: datetime | None = None
    queue_ids: frozenset[QueueId] = frozenset()
    """Those she chose for the shift that is on."""

    def serves(self, queue_id: QueueId) -> bool:
        """Whether she serves the queue now; all she may, while no shift is on."""
        return self.began_at is None or queue_id in self.queue_ids


@dataclass(frozen=True, slots=True)
class SetPresence:
    """Say whether she is there for customers. What she holds goes on."""

    presence: Presence

    @property
    def conversation_id(self) -> ConversationId:
        """The lane of commands about her own work: one after the other."""
        return _OWN_WORK


@dataclass(frozen=True, slots=True)
class BeginShift:
    """Begin with these queues, or choose others."""

    queue_ids: frozenset[QueueId]

    @property
    def conversation_id(self) -> ConversationId:
        """The lane of commands about her own work."""
        return _OWN_WORK


@dataclass(frozen=True, slots=True)
class EndShift:
    """Go: nothing is left that a customer waits for."""

    @property
    def conversation_id(self) -> ConversationId:
        """The lane of commands about her own work."""
        return _OWN_WORK


ShiftCommand = SetPresence | BeginShift | EndShift


@dataclass(frozen=True, slots=True)
class ShiftBegan:
    """She is available, and serves these queues."""

    at: datetime
    caused_by: CommandId | None
    staff_id: StaffId
    queue_ids: frozenset[QueueId]


@dataclass(frozen=True, slots=True)
class ShiftEnded:
    """She is away."""

    at: datetime
    caused_by: CommandId | None
    staff_id: StaffId


@dataclass(frozen=True, slots=True)
class PresenceChanged:
    """What somebody says of herself is another."""

    at: datetime
    caused_by: CommandId | None
    staff_id: StaffId
    presence: Presence


ShiftFact = PresenceChanged | ShiftBegan | ShiftEnded


def shift_after(shift: Shift, fact: ShiftFact) -> Shift:
    """Her own work after a fact about it."""
    match fact:
        case PresenceChanged(presence=presence):
            return replace(shift, presence=presence)
        case ShiftBegan(at=at, queue_ids=queue_ids):
            return Shift(Presence.AVAILABLE, at, queue_ids)
        case ShiftEnded():
            return Shift(Presence.AWAY)
    assert_never(fact)


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of staff at one moment; ``load`` is how many conversations she holds."""

    staff_id: StaffId
    display_name: str
    presence: Presence
    load: int
    capacity: int
    queue_ids: frozenset[QueueId]


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is there, as it was at ``now``."""

    now: datetime
    people: tuple[Colleague, ...]
