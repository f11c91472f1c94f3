"""shift: What somebody of staff says of her own work: `decide(situation, command)` → a decision or a problem.

    (not begun) ── BeginShift ──► on shift ── EndShift ──► (not begun)      BeginShift again: other queues
    available ◄──► busy ◄──► on break ◄──► away                             SetPresence, any to any

She serves the queues she chose for this shift, never beyond those she is entitled to; while no shift is on,
all of them: what she says of herself alone decides whether she is on duty. A shift ends when she holds no
conversation (R060); callback requests she holds return with it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, assert_never

from server_stub.helpline.actors import StaffActor
from server_stub.helpline.presence import AT_FIRST, Presence
from server_stub.helpline.values import Millis, Problem


class Shift(NamedTuple):
    """The aggregate: one for each of staff. `began_at` is None while no shift is on."""

    staff_id: str
    presence: str = AT_FIRST
    presence_since: Millis = 0
    began_at: Millis | None = None
    queue_ids: frozenset[str] = frozenset()

    def served(self, entitled: frozenset[str]) -> frozenset[str]:
        """The queues she serves now, of those she may."""
        return entitled if self.began_at is None else entitled & self.queue_ids


@dataclass(frozen=True, slots=True)
class SetPresence:
    """She says whether she is there for customers."""

    presence: Presence


@dataclass(frozen=True, slots=True)
class BeginShift:
    """She begins, and chooses the queues she serves; or chooses others."""

    queue_ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class EndShift:
    """She has nothing left to answer, and goes."""


ShiftCommand = SetPresence | BeginShift | EndShift


@dataclass(frozen=True, slots=True)
class PresenceChanged:
    """What she says of herself is another."""

    presence: Presence


@dataclass(frozen=True, slots=True)
class ShiftBegan:
    """She is available, and serves these queues."""

    queue_ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class ShiftEnded:
    """She is away until she says otherwise; no queues are chosen any more."""


ShiftFact = PresenceChanged | ShiftBegan | ShiftEnded


@dataclass(frozen=True, slots=True)
class ShiftTold:
    """A fact about somebody's shift, and who gets it."""

    fact: ShiftFact
    audience: tuple[str, ...]


class ShiftSituation(NamedTuple):
    """All that a decision may depend on, gathered inside the write transaction.

    `holds` is whether she holds a conversation, ended ones that wait to be closed too.
    """

    now: Millis
    actor: StaffActor
    shift: Shift
    holds: Callable[[], bool] = lambda: False


@dataclass(frozen=True, slots=True)
class ShiftDecision:
    """What a command leads to: the shift after it, and facts in order."""

    shift: Shift
    facts: tuple[ShiftTold, ...] = ()


def decide(situation: ShiftSituation, command: ShiftCommand) -> ShiftDecision | Problem:
    """What `command` leads to in `situation`; saying the same again changes nothing."""
    match command:
        case SetPresence():
            return _say(situation, command)
        case BeginShift():
            return _begin(situation, command)
        case EndShift():
            return _end(situation)
        case _:
            assert_never(command)


def _say(situation: ShiftSituation, command: SetPresence) -> ShiftDecision:
    shift = situation.shift
    if command.presence == shift.presence:
        return ShiftDecision(shift)
    after = shift._replace(presence=command.presence, presence_since=situation.now)
    return _led(situation, after, PresenceChanged(command.presence))


def _begin(situation: ShiftSituation, command: BeginShift) -> ShiftDecision | Problem:
    if not command.queue_ids <= situation.actor.queues:
        return Problem("unknown_queue")
    after = situation.shift._replace(
        presence=Presence.AVAILABLE,
        presence_since=situation.now,
        began_at=situation.now,
        queue_ids=command.queue_ids,
    )
    return _led(situation, after, ShiftBegan(command.queue_ids))


def _end(situation: ShiftSituation) -> ShiftDecision | Problem:
    if situation.holds():
        return Problem("conversations_held")
    after = Shift(situation.shift.staff_id, Presence.AWAY, situation.now)
    return _led(situation, after, ShiftEnded())


def _led(situation: ShiftSituation, after: Shift, fact: ShiftFact) -> ShiftDecision:
    return ShiftDecision(after, (ShiftTold(fact, (situation.actor.address,)),))
