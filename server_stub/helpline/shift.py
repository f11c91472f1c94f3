"""shift: What somebody of staff says of her own work: `decide(situation, command)` → a decision or a problem.

available ◄──► busy ◄──► on break ◄──► away          SetPresence, any to any
"""

from dataclasses import dataclass
from typing import NamedTuple

from server_stub.helpline.presence import AT_FIRST, Presence
from server_stub.helpline.values import Millis, StaffActor


class Shift(NamedTuple):
    """The aggregate: one for each of staff. Field order is the order of columns in records/tables.py."""

    staff_id: str
    presence: str = AT_FIRST
    presence_since: Millis = 0


@dataclass(frozen=True, slots=True)
class SetPresence:
    """She says whether she is there for customers."""

    presence: Presence


ShiftCommand = SetPresence


@dataclass(frozen=True, slots=True)
class PresenceChanged:
    """What she says of herself is another."""

    presence: Presence


ShiftFact = PresenceChanged


@dataclass(frozen=True, slots=True)
class ShiftTold:
    """A fact about somebody's shift, and who gets it."""

    fact: ShiftFact
    audience: tuple[str, ...]


class ShiftSituation(NamedTuple):
    """All that a decision may depend on, gathered inside the write transaction."""

    now: Millis
    actor: StaffActor
    shift: Shift


@dataclass(frozen=True, slots=True)
class ShiftDecision:
    """What a command leads to: the shift after it, and facts in order."""

    shift: Shift
    facts: tuple[ShiftTold, ...] = ()


def decide(situation: ShiftSituation, command: ShiftCommand) -> ShiftDecision:
    """What `command` leads to in `situation`; saying the same again changes nothing."""
    shift, actor = situation.shift, situation.actor
    if command.presence == shift.presence:
        return ShiftDecision(shift)
    after = shift._replace(presence=command.presence, presence_since=situation.now)
    return ShiftDecision(after, (ShiftTold(PresenceChanged(command.presence), (actor.address,)),))
