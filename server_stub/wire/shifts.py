"""shifts: What staff say of their own work, as it crosses the wire (CONTRACT.md sections 3 to 5)."""

from collections.abc import Sequence
from typing import Annotated, assert_never

import msgspec

from server_stub.helpline import shift as values
from server_stub.helpline.duty_time import BEGAN, ENDED, Told
from server_stub.helpline.presence import Colleague, Presence
from server_stub.helpline.values import Millis
from server_stub.wire.command_parts import Command, Name
from server_stub.wire.heads import millis_of, stamp, stamp_or_none

_Presence = Annotated[str, msgspec.Meta(pattern="^(available|busy|on_break|away)$")]


class SetPresence(Command, frozen=True, tag="SetPresence"):
    """She says whether she is there for customers."""

    presence: _Presence


class BeginShift(Command, frozen=True, tag="BeginShift"):
    """She begins, and chooses the queues she serves; or chooses others."""

    queue_ids: tuple[Name, ...]


class EndShift(Command, frozen=True, tag="EndShift"):
    """She goes."""


StaffShiftCommand = SetPresence | BeginShift | EndShift


class PresenceChanged(msgspec.Struct, frozen=True, tag="PresenceChanged"):
    """What somebody says of herself is another."""

    at: str
    caused_by: str | None
    staff_id: str
    presence: str


class ShiftBegan(msgspec.Struct, frozen=True, tag="ShiftBegan"):
    """Somebody is available, and serves these queues."""

    at: str
    caused_by: str | None
    staff_id: str
    queue_ids: tuple[str, ...]


class ShiftEnded(msgspec.Struct, frozen=True, tag="ShiftEnded"):
    """Somebody is away, and serves no queue."""

    at: str
    caused_by: str | None
    staff_id: str


class Shift(msgspec.Struct, frozen=True):
    """The reader's own."""

    presence: str
    began_at: str | None
    queue_ids: tuple[str, ...]


class RosterPerson(msgspec.Struct, frozen=True):
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
    people: tuple[RosterPerson, ...]


_encoder = msgspec.json.Encoder()


def meaning(command: StaffShiftCommand) -> values.ShiftCommand:
    """The command in the words of the rules."""
    match command:
        case SetPresence():
            return values.SetPresence(Presence(command.presence))
        case BeginShift():
            return values.BeginShift(frozenset(command.queue_ids))
        case EndShift():
            return values.EndShift()
        case _:
            assert_never(command)


def body(fact: values.ShiftFact, staff_id: str, *, at: Millis, caused_by: str | None) -> bytes:
    """A fact about the shift of `staff_id`, as it is stored and told."""
    common = (stamp(at), caused_by, staff_id)
    match fact:
        case values.PresenceChanged(presence):
            return _encoder.encode(PresenceChanged(*common, presence))
        case values.ShiftBegan(queue_ids):
            return _encoder.encode(ShiftBegan(*common, tuple(sorted(queue_ids))))
        case values.ShiftEnded():
            return _encoder.encode(ShiftEnded(*common))
        case _:
            assert_never(fact)


class _Told(msgspec.Struct):
    at: str
    staff_id: str
    presence: str = ""


_told_decoder = msgspec.json.Decoder(_Told)


def told_of(kind: str, body: bytes) -> Told:
    """A stored fact about a shift, as duty time is made of it."""
    fact = _told_decoder.decode(body)
    what = {"ShiftBegan": BEGAN, "ShiftEnded": ENDED}.get(kind, fact.presence)
    return Told(millis_of(fact.at), fact.staff_id, what)


def shift_of(shift: values.Shift) -> Shift:
    """The shift as its own reader's snapshot has it."""
    return Shift(shift.presence, stamp_or_none(shift.began_at), tuple(sorted(shift.queue_ids)))


def encode_roster(people: Sequence[Colleague], *, now: Millis) -> bytes:
    """The bytes of a roster."""
    rows = (
        RosterPerson(
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
