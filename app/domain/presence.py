"""Presence: what a counsellor says of herself, and who of staff is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class SetPresence:
    """Say whether she is there for customers. What she holds goes on."""

    presence: Presence

    @property
    def conversation_id(self) -> ConversationId:
        """The lane of commands about her own work: one after the other."""
        return _OWN_WORK


@dataclass(frozen=True, slots=True)
class PresenceChanged:
    """What somebody says of herself is another."""

    at: datetime
    caused_by: CommandId | None
    staff_id: StaffId
    presence: Presence


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
