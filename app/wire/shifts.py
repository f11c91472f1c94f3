"""Her own work: its facts and its state from JSON, its commands to JSON and back."""

from __future__ import annotations

from typing import Final, assert_never

import msgspec

from app.domain.ids import CommandId, QueueId, StaffId
from app.domain.presence import (
    BeginShift,
    EndShift,
    Presence,
    PresenceChanged,
    SetPresence,
    Shift,
    ShiftBegan,
    ShiftCommand,
    ShiftEnded,
    ShiftFact,
)
from app.wire.reading import read
from app.wire.shapes import shifts as shapes
from app.wire.values import cause_of

SHIFT_FACTS: Final = frozenset({"PresenceChanged", "ShiftBegan", "ShiftEnded"})


def decode_shift_fact(name: str, body: bytes | msgspec.Raw) -> ShiftFact:
    """A fact of one of `SHIFT_FACTS`. Raises WireError when it does not follow the contract."""
    match name:
        case "PresenceChanged":
            changed = read(body, shapes.PresenceChanged)
            cause, presence = cause_of(changed.caused_by), Presence(changed.presence)
            return PresenceChanged(changed.at, cause, StaffId(changed.staff_id), presence)
        case "ShiftBegan":
            began = read(body, shapes.ShiftBegan)
            queue_ids = _queues(began.queue_ids)
            return ShiftBegan(began.at, cause_of(began.caused_by), StaffId(began.staff_id), queue_ids)
        case _:
            ended = read(body, shapes.ShiftEnded)
            return ShiftEnded(ended.at, cause_of(ended.caused_by), StaffId(ended.staff_id))


def shift_of(shape: shapes.Shift) -> Shift:
    """Her own work, as a snapshot has it."""
    return Shift(Presence(shape.presence), shape.began_at, _queues(shape.queue_ids))


def shift_shape_of(command: ShiftCommand, command_id: CommandId) -> shapes.StaffShiftCommand:
    """A command as it is sent."""
    match command:
        case SetPresence(presence):
            return shapes.SetPresence(command_id, presence.value)
        case BeginShift(queue_ids):
            return shapes.BeginShift(command_id, tuple(sorted(queue_ids)))
        case EndShift():
            return shapes.EndShift(command_id)
    assert_never(command)


def shift_command_of(shape: shapes.StaffShiftCommand) -> ShiftCommand:
    """A command as it was kept."""
    match shape:
        case shapes.SetPresence():
            return SetPresence(Presence(shape.presence))
        case shapes.BeginShift():
            return BeginShift(_queues(shape.queue_ids))
        case shapes.EndShift():
            return EndShift()
    assert_never(shape)


def _queues(queue_ids: tuple[str, ...]) -> frozenset[QueueId]:
    return frozenset(QueueId(each) for each in queue_ids)
