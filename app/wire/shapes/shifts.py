"""Presence and shifts: the reader's own work, and who else is there."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from app.wire.shapes.values import Count, Time

PresenceWord = Literal["available", "busy", "on_break", "away"]


class Shift(Struct, frozen=True):
    """The reader's own work."""

    presence: PresenceWord
    began_at: Time | None
    queue_ids: tuple[str, ...]


class PresenceChanged(Struct, frozen=True):
    """What somebody says of herself is another."""

    at: Time
    caused_by: str | None
    staff_id: str
    presence: PresenceWord


class ShiftBegan(Struct, frozen=True):
    """She serves these queues."""

    at: Time
    caused_by: str | None
    staff_id: str
    queue_ids: tuple[str, ...]


class ShiftEnded(Struct, frozen=True):
    """She is away."""

    at: Time
    caused_by: str | None
    staff_id: str


class SetPresence(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Say whether she is there for customers."""

    command_id: str
    presence: PresenceWord


class BeginShift(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Begin with these queues."""

    command_id: str
    queue_ids: tuple[str, ...]


class EndShift(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Go."""

    command_id: str


StaffShiftCommand = SetPresence | BeginShift | EndShift


class RosterPerson(Struct, frozen=True):
    """Somebody of staff at one moment."""

    staff_id: str
    display_name: str
    presence: PresenceWord
    load: Count
    capacity: Count
    queue_ids: tuple[str, ...]


class Roster(Struct, frozen=True):
    """Who of staff is there, at ``now``."""

    now: Time
    people: tuple[RosterPerson, ...]
