"""Her own presence: as the facts have it, with what she has just said laid over."""

from dataclasses import replace

import pytest

from app.domain.callback_commands import ClaimCallback
from app.domain.changes import Kind
from app.domain.commands import ClaimWaiting, Durability, WriteMessage, durability
from app.domain.facts import Streamed
from app.domain.ids import StaffId
from app.domain.presence import Presence, PresenceChanged, SetPresence, Shift
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen, project
from app.domain.reduce import reduce
from app.domain.rules import check
from tests.support.callback_builders import FIRST, a_callback
from tests.support.desk_builders import MAIJA, ROBIN, SASU, a_head, a_held_head, a_row, a_state
from tests.support.fakes import NINE_O_CLOCK


def saying(presence: Presence, *pending: SetPresence, is_live: bool = True) -> Seen:
    """One waits, one is held, one asks to be called; her presence, and what she has just said."""
    state = a_state(a_head(), a_held_head(SASU))
    state = replace(state, shift=Shift(presence), callbacks={FIRST: a_callback()})
    return project(state, tuple(a_row(each) for each in pending), is_live=is_live)


def test_it_is_now_or_never() -> None:
    assert durability(SetPresence(Presence.BUSY)) is Durability.NOW_OR_NEVER
    refused = check(saying(Presence.BUSY, is_live=False), SetPresence(Presence.AWAY), NINE_O_CLOCK)
    assert refused == Problem(ProblemCode.NOT_LIVE)


def test_a_fact_about_her_moves_it_and_one_about_a_colleague_does_not() -> None:
    state = a_state()
    hers = PresenceChanged(NINE_O_CLOCK, None, MAIJA.staff_id, Presence.ON_BREAK)
    after, changes = reduce(state, Streamed(2, 1, hers))
    assert (after.shift, set(changes.kinds)) == (Shift(Presence.ON_BREAK), {Kind.ME, Kind.QUEUES})
    other, nothing = reduce(state, Streamed(2, 1, replace(hers, staff_id=StaffId("0" * 32))))
    assert (other.shift, bool(nothing)) == (Shift(), False)


def test_what_she_has_just_said_is_seen_before_its_fact() -> None:
    seen = saying(Presence.AVAILABLE, SetPresence(Presence.BUSY), SetPresence(Presence.ON_BREAK))
    assert (seen.presence, seen.confirmed.shift.presence) == (Presence.ON_BREAK, Presence.AVAILABLE)
    assert saying(Presence.AWAY).presence is Presence.AWAY


@pytest.mark.parametrize("presence", list(Presence))
def test_new_work_is_refused_before_it_is_asked_for_and_own_work_goes_on(presence: Presence) -> None:
    """On a break nothing new can be taken."""
    for seen in (saying(presence), saying(Presence.AVAILABLE, SetPresence(presence))):
        refused = None if presence.takes_work else Problem(ProblemCode.NOT_AVAILABLE, presence=presence)
        assert check(seen, ClaimWaiting(ROBIN), NINE_O_CLOCK) == refused
        assert check(seen, ClaimCallback(FIRST), NINE_O_CLOCK) == refused
        assert check(seen, WriteMessage(SASU, "jatketaan", 1), NINE_O_CLOCK) is None
