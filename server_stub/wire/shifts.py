"""shifts: What staff say of their own work, as it crosses the wire (CONTRACT.md sections 3 to 5)."""

from collections.abc import Sequence
from typing import Annotated

import msgspec

from server_stub.helpline import shift as values
from server_stub.helpline.presence import Colleague, Presence
from server_stub.helpline.values import Millis
from server_stub.wire.command_parts import Command
from server_stub.wire.heads import stamp

_Presence = Annotated[str, msgspec.Meta(pattern="^(available|busy|on_break|away)$")]


class SetPresence(Command, frozen=True, tag="SetPresence"):
    """She says whether she is there for customers."""

    presence: _Presence


StaffShiftCommand = SetPresence


class PresenceChanged(msgspec.Struct, frozen=True, tag="PresenceChanged"):
    """What somebody says of herself is another."""

    at: str
    caused_by: str | None
    staff_id: str
    presence: str


class Shift(msgspec.Struct, frozen=True):
    """The reader's own."""

    presence: str


class OnShift(msgspec.Struct, frozen=True):
    """Somebody of staff at one moment."""

    staff_id: str
    display_name: str
    presence: str
    load: int
    capacity: int
    queue_ids: tuple[str, ...]


class Roster(msgspec.Struct, frozen=True):
    """Who is there, at `now`."""

    now: str
    people: tuple[OnShift, ...]


_encoder = msgspec.json.Encoder()


def meaning(command: StaffShiftCommand) -> values.ShiftCommand:
    """The command in the words of the rules."""
    return values.SetPresence(Presence(command.presence))


def body(fact: values.ShiftFact, staff_id: str, *, at: Millis, caused_by: str | None) -> bytes:
    """A fact about the shift of `staff_id`, as it is stored and told."""
    return _encoder.encode(PresenceChanged(stamp(at), caused_by, staff_id, fact.presence))


def shift_of(shift: values.Shift) -> Shift:
    """The shift as its own reader's snapshot has it."""
    return Shift(shift.presence)


def encode_roster(people: Sequence[Colleague], *, now: Millis) -> bytes:
    """The bytes of a roster."""
    rows = (
        OnShift(
            each.staff_id,
            each.display_name,
            each.presence,
            each.load,
            each.capacity,
            tuple(sorted(each.queues)),
        )
        for each in people
    )
    return _encoder.encode(Roster(stamp(now), tuple(rows)))
