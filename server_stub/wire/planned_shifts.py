"""planned_shifts: What is planned of staff's work, as it crosses the wire (CONTRACT.md sections 3 and 4)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, assert_never

import msgspec

from server_stub.helpline import planned_shift as values
from server_stub.helpline import planning
from server_stub.helpline.duty_time import Spell
from server_stub.helpline.values import Millis
from server_stub.wire.command_parts import Command, Id, Name
from server_stub.wire.heads import stamp, stamp_or_none

_MOST_QUEUES = 200
Time = Annotated[
    str, msgspec.Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$")
]
QueueIds = Annotated[tuple[Name, ...], msgspec.Meta(max_length=_MOST_QUEUES)]


class PlanShift(Command, frozen=True, tag="PlanShift"):
    """A supervisor plans a shift, or plans what stands under its id anew."""

    planned_id: Id
    staff_id: Id
    starts_at: Time
    ends_at: Time
    queue_ids: QueueIds
    place: values.Place | None


class RemovePlannedShift(Command, frozen=True, tag="RemovePlannedShift"):
    """A supervisor takes one away."""

    planned_id: Id


class AllowOutsidePlan(Command, frozen=True, tag="AllowOutsidePlan"):
    """A supervisor lets somebody take customers until the day ends, whatever is planned."""

    staff_id: Id


StaffPlanningCommand = PlanShift | RemovePlannedShift | AllowOutsidePlan


class PlannedShift(msgspec.Struct, frozen=True):
    """One planned shift; without `queue_ids` it is for all she may serve."""

    planned_id: str
    staff_id: str
    starts_at: str
    ends_at: str
    queue_ids: tuple[str, ...]
    place: str | None


class OwnPlan(msgspec.Struct, frozen=True):
    """What is planned for the reader today."""

    now: str
    rule: str
    shifts: tuple[PlannedShift, ...]
    allowed_until: str | None


class DutySpell(msgspec.Struct, frozen=True):
    """One shift as it was worked; without an end while it goes on, or where nobody said one."""

    began_at: str
    ended_at: str | None
    away_s: int


class PlannedPerson(msgspec.Struct, frozen=True):
    """One of staff on one day: what was planned, and what was worked."""

    staff_id: str
    display_name: str
    queue_ids: tuple[str, ...]
    shifts: tuple[PlannedShift, ...]
    duty: tuple[DutySpell, ...]
    allowed_until: str | None


class PlannedDay(msgspec.Struct, frozen=True):
    """One day of everybody who answers customers."""

    now: str
    day: str
    rule: str
    people: tuple[PlannedPerson, ...]


_encoder = msgspec.json.Encoder()


def meaning(command: StaffPlanningCommand) -> planning.PlanningCommand:
    """The command in the words of the rules."""
    match command:
        case PlanShift():
            return planning.PlanShift(
                values.PlannedShift(
                    command.planned_id,
                    command.staff_id,
                    _moment(command.starts_at),
                    _moment(command.ends_at),
                    frozenset(command.queue_ids),
                    command.place,
                )
            )
        case RemovePlannedShift():
            return planning.RemovePlannedShift(command.planned_id)
        case AllowOutsidePlan():
            return planning.AllowOutsidePlan(command.staff_id)
        case _:
            assert_never(command)


def shift_of(shift: values.PlannedShift) -> PlannedShift:
    """One as it crosses the wire."""
    return PlannedShift(
        shift.planned_id,
        shift.staff_id,
        stamp(shift.starts_at),
        stamp(shift.ends_at),
        tuple(sorted(shift.queue_ids)),
        shift.place,
    )


def spells_of(spells: Iterable[Spell]) -> tuple[DutySpell, ...]:
    """Duty as it was worked."""
    return tuple(
        DutySpell(stamp(each.began_at), stamp_or_none(each.ended_at), each.not_there_ms // 1000)
        for each in spells
    )


def encode(answer: OwnPlan | PlannedDay) -> bytes:
    """The bytes of an answer."""
    return _encoder.encode(answer)


def _moment(stamped: str) -> Millis:
    """In milliseconds; the beginning of time where there is no such moment, and no shift is planned there."""
    try:
        return round(datetime.fromisoformat(stamped).timestamp() * 1000)
    except (ValueError, OverflowError):
        return 0
