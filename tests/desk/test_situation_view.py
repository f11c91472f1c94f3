"""The situation view as plain values."""

from datetime import timedelta

from app.desk.lateness import Lateness, Silence
from app.desk.situation_view import Bar, bars, may_supervise, person_lines, queue_lines, totals
from app.domain.desk_state import Capability
from app.domain.situation import Situation
from tests.support.desk_builders import what_is_seen
from tests.support.fakes import NINE_O_CLOCK
from tests.support.situation_builders import a_queue, a_situation, somebody


def test_each_queue_is_late_by_its_own_target_and_keeps_its_place():
    lines = queue_lines(a_situation(), now=NINE_O_CLOCK)
    assert [(line.lateness, line.clock) for line in lines] == [
        (Lateness.LATE, "6.12"),
        (Lateness.DRAGGING, "2.40"),
        (Lateness.EMPTY, ""),
    ]


def test_waits_go_on_between_two_answers():
    later = NINE_O_CLOCK + timedelta(seconds=2)
    assert queue_lines(a_situation(), now=later)[0].clock == "6.14"
    assert totals(a_situation(), now=later).longest == "6.14"


def test_people_stand_by_name_and_those_who_are_away_last():
    lines = person_lines(a_situation(), now=NINE_O_CLOCK)
    assert [line.name for line in lines] == ["Maija Lehtonen", "Sari Nieminen", "Anna Åberg"]
    assert [(line.minutes, line.silence, line.clock) for line in lines] == [
        (12, Silence.RED, "3.05"),
        (125, Silence.CALM, "0.42"),
        (1, Silence.ANSWERED, ""),
    ]


def test_room_is_counted_once_for_each_person_whatever_queues_she_serves():
    shared = Situation(
        NINE_O_CLOCK, (a_queue("A", free=3, on_duty=1), a_queue("B", free=3, on_duty=1)), (somebody("M"),)
    )
    of = totals(shared, now=NINE_O_CLOCK)
    assert (of.free, of.on_duty, of.people) == (3, 1, 1)


def test_the_service_in_figures():
    of = totals(a_situation(), now=NINE_O_CLOCK)
    assert (of.waiting, of.longest, of.worst, of.held) == (4, "6.12", Lateness.LATE, 7)
    assert (of.free, of.on_duty, of.people) == (1, 2, 3)


def test_half_hours_stand_in_order_with_the_gaps_between_them():
    shown = bars(a_situation())
    half_past_eight = NINE_O_CLOCK - timedelta(minutes=150)
    assert shown[0] == Bar(half_past_eight, 100, 5)
    assert [(bar.percent, bar.answered) for bar in shown] == [(100, 5), (78, 9), (None, 0), (73, 11), (83, 6)]
    assert bars(Situation(NINE_O_CLOCK, (), ())) == ()


def test_shares_and_delays_of_today_and_nothing_where_there_is_nothing():
    """R091."""
    lines = queue_lines(a_situation(), now=NINE_O_CLOCK)
    assert [(line.in_target, line.reply_delay) for line in lines] == [
        *(("76 %", "1.38"), ("100 %", "0.42"), ("", "")),
    ]
    of = totals(a_situation(), now=NINE_O_CLOCK)
    assert (of.service_level, of.answered, of.in_target) == ("81 %", 31, 25)
    assert totals(Situation(NINE_O_CLOCK, (), ()), now=NINE_O_CLOCK).service_level == ""


def test_the_situation_is_for_whoever_may_supervise():
    assert may_supervise(what_is_seen())
    assert not may_supervise(what_is_seen(capabilities=frozenset(Capability) - {Capability.SUPERVISE}))
