"""What each of the four words of presence means, and when somebody is away without having said so."""

import pytest

from server_stub.helpline.actors import StaffActor
from server_stub.helpline.presence import AWAY_AFTER_MS, Colleague, Presence, cannot_take, presence_at
from server_stub.helpline.shift import (
    PresenceChanged,
    SetPresence,
    Shift,
    ShiftDecision,
    ShiftSituation,
    decide,
)
from server_stub.helpline.values import Problem

MAIJA = StaffActor("m" * 32, "Maija", frozenset(), frozenset(), 3)
NOW = 1_000_000


def somebody(presence: Presence, *, load: int = 1, capacity: int = 3) -> Colleague:
    return Colleague("m" * 32, "Maija", presence, load, capacity, frozenset())


@pytest.mark.parametrize(
    ("presence", "is_on_duty", "slots", "free", "takes"),
    [
        (Presence.AVAILABLE, True, 3, 2, True),
        (Presence.BUSY, True, 0, 0, True),
        (Presence.ON_BREAK, False, 0, 0, False),
        (Presence.AWAY, False, 0, 0, False),
    ],
)
def test_what_follows_from_each_word(
    presence: Presence, is_on_duty: bool, slots: int, free: int, takes: bool
):
    """One table for duty, for the estimate and for taking work."""
    she = somebody(presence)
    assert (she.is_on_duty, she.slots, she.free) == (is_on_duty, slots, free)
    refused = None if takes else Problem("not_available", {"presence": presence})
    assert cannot_take(presence) == refused


def test_one_who_holds_more_than_she_may_has_no_room_and_one_who_may_hold_none_is_not_on_duty():
    assert somebody(Presence.AVAILABLE, load=4).free == 0
    assert not somebody(Presence.AVAILABLE, load=0, capacity=0).is_on_duty


@pytest.mark.parametrize("said", list(Presence))
def test_a_minute_without_a_stream_is_away_whatever_was_said(said: Presence):
    assert presence_at(NOW, said, seen_at=NOW - AWAY_AFTER_MS) is said
    assert presence_at(NOW, said, seen_at=NOW - AWAY_AFTER_MS - 1) is Presence.AWAY


@pytest.mark.parametrize("before", list(Presence))
@pytest.mark.parametrize("after", list(Presence))
def test_any_word_leads_to_any_other_and_the_same_again_changes_nothing(before: Presence, after: Presence):
    shift = Shift(MAIJA.staff_id, before, 5)
    decision = decide(ShiftSituation(NOW, MAIJA, shift), SetPresence(after))
    assert isinstance(decision, ShiftDecision)
    if before is after:
        assert (decision.shift, decision.facts) == (shift, ())
        return
    assert decision.shift == Shift(MAIJA.staff_id, after, NOW)
    assert [(told.fact, told.audience) for told in decision.facts] == [
        (PresenceChanged(after), (MAIJA.address,))
    ]
