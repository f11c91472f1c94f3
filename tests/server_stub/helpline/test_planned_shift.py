"""Planned shifts: who may take whom when, the whole table of helpline/planned_shift.py, pure (R083)."""

from datetime import date

import pytest

from server_stub.helpline.conversation import decide
from server_stub.helpline.conversation_commands import ClaimWaiting, WriteMessage
from server_stub.helpline.conversation_situation import Situation
from server_stub.helpline.conversation_values import Channel, Conversation
from server_stub.helpline.decisions import Command, Decision
from server_stub.helpline.hours import MIDNIGHT
from server_stub.helpline.planned_shift import (
    RULES,
    Plan,
    PlannedShift,
    PlannedShiftsRule,
    at_wall,
    day_between,
    day_of,
    is_planned_for,
    outside,
    overlapping,
)
from server_stub.helpline.presence import Presence
from server_stub.helpline.values import Millis, Problem
from tests.server_stub.helpline.test_conversation import CONVERSATION_ID, HOLDER, QUEUE, a_conversation

MONDAY = date(2026, 11, 23)
OTHER_QUEUE = "#soshON_perheasiat_chat"


def at(hour: int, minute: int = 0) -> Millis:
    return at_wall(MONDAY, 60 * hour + minute)


def planned(begins: int, ends: int, *queues: str, planned_id: str = "1", who: str = "a" * 32) -> PlannedShift:
    return PlannedShift(planned_id, who, at(begins), at(ends), frozenset(queues))


def plan(*shifts: PlannedShift, queue_planned: bool = True, allowed_until: Millis = 0) -> Plan:
    return Plan("decides", shifts, queue_planned, allowed_until)


def claim(found: Conversation, by: Plan, now: Millis) -> Decision | Problem:
    return decided(found, by, now, ClaimWaiting(CONVERSATION_ID))


def decided(found: Conversation, by: Plan, now: Millis, command: Command) -> Decision | Problem:
    return decide(Situation(now, HOLDER, found, plan=by), command)


def refused(begins: str | None, ends: str | None) -> Problem:
    day = "2026-11-23T{}:00.000Z"
    return Problem(
        "outside_planned_shift",
        {
            "planned_from": begins and day.format(begins),
            "planned_until": ends and day.format(ends),
        },
    )


@pytest.mark.parametrize(
    ("now", "problem"),
    [
        (at(8, 59), refused("07:00", "11:00")),
        (at(9), None),
        (at(12, 59), None),
        (at(13), refused("12:00", "14:00")),
        (at(14), None),
        (at(16), refused("12:00", "14:00")),
    ],
)
def test_a_waiting_chat_is_hers_within_what_is_planned_for_her(now: Millis, problem: Problem | None) -> None:
    """R083: outside it she is told her time of today, the next one or else the last."""
    by = plan(planned(9, 13), planned(14, 16, planned_id="2"))
    outcome = claim(a_conversation("waiting"), by, now)
    assert (outcome if problem else isinstance(outcome, Decision)) == (problem or True)


def test_a_shift_in_other_queues_is_none_in_this_one() -> None:
    by = plan(planned(9, 13, OTHER_QUEUE))
    assert claim(a_conversation("waiting"), by, at(10)) == refused(None, None)
    assert isinstance(claim(a_conversation("waiting"), plan(planned(9, 13, QUEUE)), at(10)), Decision)


def test_a_queue_that_nobody_is_planned_for_today_is_open_to_all_who_serve_it() -> None:
    """R083: a plan that is missing leaves no customer with nobody."""
    assert isinstance(claim(a_conversation("waiting"), plan(queue_planned=False), at(10)), Decision)
    assert claim(a_conversation("waiting"), plan(), at(10)) == refused(None, None)


def test_whom_a_supervisor_has_let_takes_customers_until_then() -> None:
    by = plan(allowed_until=at(12))
    assert isinstance(claim(a_conversation("waiting"), by, at(11, 59)), Decision)
    assert claim(a_conversation("waiting"), by, at(12)) == refused(None, None)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule != "decides"])
def test_where_planned_shifts_do_not_decide_nothing_is_refused(rule: PlannedShiftsRule) -> None:
    by = plan()._replace(rule=rule)
    assert outside(by, QUEUE, now=at(10)) is None
    assert isinstance(claim(a_conversation("waiting"), by, at(10)), Decision)


def test_what_she_holds_stays_hers_past_the_end_of_her_shift() -> None:
    held = a_conversation("held")
    outcome = decided(held, plan(planned(9, 13)), at(15), WriteMessage(CONVERSATION_ID, "Hei", 2))
    assert isinstance(outcome, Decision)
    assert outcome.conversation.holder_id == HOLDER.staff_id


def test_a_message_that_is_not_urgent_is_taken_at_any_time() -> None:
    """Its promise is kept by whoever has time for it."""
    left = a_conversation("waiting")._replace(channel=Channel.MESSAGE)
    assert isinstance(claim(left, plan(), at(10)), Decision)


def test_who_is_away_is_told_that_first() -> None:
    situation = Situation(at(10), HOLDER, a_conversation("waiting"), plan=plan(), presence=Presence.AWAY)
    assert decide(situation, ClaimWaiting(CONVERSATION_ID)) == Problem("not_available", {"presence": "away"})


def test_a_queue_is_planned_for_only_by_who_may_serve_it() -> None:
    own, named = planned(9, 13), planned(9, 13, QUEUE)
    for shift in (own, named):
        assert is_planned_for(QUEUE, [shift], {"a" * 32: {QUEUE}})
        assert not is_planned_for(QUEUE, [shift], {"a" * 32: {OTHER_QUEUE}})
        assert not is_planned_for(QUEUE, [shift], {})
    assert not is_planned_for(OTHER_QUEUE, [named], {"a" * 32: {QUEUE, OTHER_QUEUE}})


def test_nobody_is_planned_twice_for_the_same_time() -> None:
    there = [planned(9, 13)]
    assert overlapping(there, planned(12, 14, planned_id="2"))
    assert not overlapping(there, planned(13, 14, planned_id="2"))
    assert not overlapping(there, planned(8, 9, planned_id="2"))
    assert not overlapping(there, planned(12, 14, planned_id="2", who="b" * 32))
    assert not overlapping(there, planned(10, 14))


@pytest.mark.parametrize(("day", "hours"), [("2026-11-23", 24), ("2026-03-29", 23), ("2026-10-25", 25)])
def test_a_day_is_as_long_as_the_wall_in_finland_says(day: str, hours: int) -> None:
    since, until = day_between(date.fromisoformat(day))
    assert (until - since) / 3_600_000 == hours
    assert at_wall(date.fromisoformat(day), MIDNIGHT) == until
    assert day_of(since) == day_of(until - 1) == (since, until)
