"""Consultations at the desk: what is kept, what lapses, what is refused; in which order, and how many."""

from dataclasses import replace
from typing import Any

import pytest

from app.desk.announcing import Attention, Cause, InView, attend, calls_for_her
from app.desk.consultation_views import (
    Side,
    Which,
    awaiting_us,
    chosen_of,
    consultation_detail,
    consultation_rows,
    consultation_slots,
    falling_due,
    lines_to_ask,
)
from app.domain.commands import Durability, durability, harms_when_late
from app.domain.consultation import (
    Consultation,
    ConsultationState,
    EntryKind,
    OnCallOutcome,
    Promise,
    Thread,
    Urgency,
)
from app.domain.consultation_commands import (
    ClaimConsultation,
    CloseConsultation,
    ConsultationCommand,
    OpenConsultation,
    RecordConsultationCall,
    ReleaseConsultation,
    WithdrawConsultation,
    WriteToConsultation,
)
from app.domain.desk_state import Capability
from app.domain.ids import NEW_CONSULTATION, ConsultationId
from app.domain.problems import ProblemCode
from app.domain.rules import check
from tests.support.desk_builders import EVERYTHING, JOHAN, MAIJA, ROBIN, a_row, what_is_seen
from tests.support.desk_consultations import (
    ADVICE,
    ASKED,
    QUESTION,
    SENIORS,
    SIRPA,
    a_consultation,
    at,
    lines,
    mine,
    threads,
)

MONDAY = at("2026-11-23 14:20")
ASK = OpenConsultation(ADVICE, Urgency.NON_URGENT, "Aihe", "Kysymys", None, (), False)
CALL = RecordConsultationCall(ASKED, MONDAY, OnCallOutcome.SETTLED, "")
ANSWER = WriteToConsultation(ASKED, "Kyllä.", True, 2)


def seen_with(*shown: Consultation, **changes: Any) -> Any:
    return what_is_seen(
        **{
            "consultations": tuple(Thread(each, (QUESTION,)) for each in shown),
            "consultation_queues": lines(),
            **changes,
        }
    )


def test_words_and_closings_are_kept_and_never_ask_and_what_would_surprise_lapses():
    for command in (ASK, ANSWER, CALL, CloseConsultation(ASKED)):
        assert durability(command) is Durability.KEEP
        assert not harms_when_late(command)
    for late in (ClaimConsultation(ASKED), ReleaseConsultation(ASKED, 2), WithdrawConsultation(ASKED)):
        assert durability(late) is Durability.NOW_OR_NEVER


@pytest.mark.parametrize(
    ("found", "command", "code"),
    [
        (mine(), ClaimConsultation(ConsultationId("0" * 32)), ProblemCode.NOT_FOUND),
        (mine(holder=JOHAN), ClaimConsultation(ASKED), ProblemCode.ALREADY_CLAIMED),
        (a_consultation(asker=MAIJA), ClaimConsultation(ASKED), ProblemCode.OWN_CONSULTATION),
        (mine(state=ConsultationState.ANSWERED), ClaimConsultation(ASKED), ProblemCode.CONSULTATION_ANSWERED),
        (a_consultation(), ReleaseConsultation(ASKED, 1), ProblemCode.RESPONSIBILITY_MOVED),
        (mine(responsibility_version=4), ANSWER, ProblemCode.RESPONSIBILITY_MOVED),
        (mine(holder=JOHAN), ANSWER, ProblemCode.RESPONSIBILITY_MOVED),
        (mine(), CloseConsultation(ASKED), ProblemCode.CONSULTATION_NOT_ANSWERED),
        (mine(), WithdrawConsultation(ASKED), ProblemCode.NOT_FOUND),
        (mine(), CALL, ProblemCode.NOT_FOUND),
        (mine(state=ConsultationState.CLOSED), ANSWER, ProblemCode.CONSULTATION_OVER),
        (mine(), replace(ASK, queue_id=SENIORS, urgency=Urgency.URGENT), ProblemCode.NOBODY_ON_CALL),
        (mine(), replace(ASK, subject=" "), ProblemCode.TEXT_EMPTY),
        (mine(), replace(ASK, text=" "), ProblemCode.TEXT_EMPTY),
        (mine(), replace(ASK, about=ROBIN), ProblemCode.NOT_HELD),
    ],
)
def test_what_cannot_be_is_refused_before_it_is_queued(
    found: Consultation, command: ConsultationCommand, code: ProblemCode
):
    problem = check(seen_with(found), command, MONDAY)
    assert problem is not None
    assert problem.code is code


def test_what_can_be_is_not_refused():
    for found, command in (
        (a_consultation(), ClaimConsultation(ASKED)),
        (mine(), ANSWER),
        (mine(), ReleaseConsultation(ASKED, 2)),
        (mine(state=ConsultationState.ANSWERED), CloseConsultation(ASKED)),
        (a_consultation(asker=MAIJA), WithdrawConsultation(ASKED)),
        (a_consultation(asker=MAIJA), CALL),
        (mine(), ASK),
    ):
        assert check(seen_with(found), command, MONDAY) is None, command


def test_a_supervisor_may_take_a_late_one_of_another_line_and_no_counsellor_may():
    late = a_consultation(
        queue_id=SENIORS,
        from_queue_id=None,
        promise=Promise.BROKEN,
        holder=SIRPA,
        asker=JOHAN,
        state=ConsultationState.CLAIMED,
    )
    assert check(seen_with(late), ClaimConsultation(ASKED), MONDAY) is None
    counsellor = seen_with(late, capabilities=EVERYTHING - {Capability.SUPERVISE})
    problem = check(counsellor, ClaimConsultation(ASKED), MONDAY)
    assert problem is not None
    assert problem.code is ProblemCode.ALREADY_CLAIMED


def test_lists_are_in_the_order_of_promises_and_what_is_answered_stands_last():
    """R124."""
    seen = what_is_seen(consultations=tuple(reversed(threads())), consultation_queues=lines())
    rows = consultation_rows(seen, now=MONDAY)
    assert [row.consultation_id[0] for row in rows] == ["3", "4", "5", "6"]
    assert [row.side for row in rows] == [Side.ASKED_OF_US] * 3 + [Side.WE_ASKED]
    assert [len(chosen_of(rows, which)) for which in Which] == [4, 0, 0]
    assert awaiting_us(seen, now=MONDAY) == 3
    assert [row.subject for row in falling_due(seen, now=MONDAY)] == ["Omaishoidon tuki ja työllistyminen"]


def test_what_somebody_else_answers_does_not_wait_for_her():
    seen = seen_with(mine(holder=JOHAN))
    assert awaiting_us(seen, now=MONDAY) == 0
    assert falling_due(seen, now=MONDAY) == ()


def test_what_her_own_line_asked_stays_so_when_it_is_late_and_a_supervisor_sees_that_of_others():
    late = a_consultation(queue_id=SENIORS, from_queue_id=ADVICE, promise=Promise.BROKEN)
    elsewhere = replace(late, consultation_id=ConsultationId("7" * 32), from_queue_id=None)
    rows = consultation_rows(seen_with(late, elsewhere), now=MONDAY)
    assert {row.consultation_id: row.side for row in rows} == {
        ASKED: Side.WE_ASKED,
        elsewhere.consultation_id: Side.ASKED_OF_US,
    }


def test_who_holds_it_and_serves_the_asking_line_too_asks_back_as_the_one_who_holds_it():
    both = mine(queue_id=SENIORS, from_queue_id=ADVICE)
    back = WriteToConsultation(ASKED, "Kuka hoitaa?", False, 2)
    assert check(seen_with(both), back, MONDAY) is None
    moved = check(seen_with(replace(both, responsibility_version=3)), back, MONDAY)
    assert moved is not None
    assert moved.code is ProblemCode.RESPONSIBILITY_MOVED
    kinds = {
        found: consultation_detail(seen_with(found, pending=(a_row(back),)), ASKED, now=MONDAY)
        for found in (both, replace(both, holder=JOHAN))
    }
    assert [detail.entries[-1].entry.kind for detail in kinds.values() if detail is not None] == [
        EntryKind.ENQUIRY,
        EntryKind.QUESTION,
    ]


def test_words_have_a_place_while_it_goes_on_and_a_new_question_while_she_may_ask():
    over = mine(state=ConsultationState.CLOSED)
    assert consultation_slots(seen_with(mine())) == {ASKED, NEW_CONSULTATION}
    assert consultation_slots(seen_with(over)) == {NEW_CONSULTATION}
    assert consultation_slots(seen_with(over, capabilities=frozenset())) == set()


def test_partners_outside_the_county_stand_last_among_whom_to_ask():
    """R126."""
    assert [line.is_outside for line in lines_to_ask(seen_with())] == [False, False, True]


def test_what_is_gone_from_the_desk_is_not_opened():
    assert consultation_detail(seen_with(), ASKED, now=MONDAY) is None


def test_a_free_one_calls_who_may_take_it_until_she_has_looked():
    seen = seen_with(a_consultation())
    (call,) = calls_for_her(seen, now=MONDAY)
    assert (call.cause, call.subject) == (Cause.CONSULTATION, ASKED)
    attention = attend(Attention(), frozenset({call}), InView(consultations=True))
    assert attention.unseen == frozenset()
    for quiet in (mine(), mine(holder=JOHAN), a_consultation(asker=MAIJA)):
        assert calls_for_her(seen_with(quiet), now=MONDAY) == frozenset()


def test_a_late_one_calls_the_supervisors_whoever_has_it_and_nobody_else():
    """R124: once for each promise."""
    late = mine(holder=JOHAN, promise=Promise.BROKEN, queue_id=SENIORS, from_queue_id=None)
    (call,) = calls_for_her(seen_with(late), now=MONDAY)
    assert call.cause is Cause.CONSULTATION
    another = replace(late, due_at=at("2026-11-20 16:00"))
    assert calls_for_her(seen_with(another), now=MONDAY) != frozenset({call})
    counsellor = seen_with(late, capabilities=EVERYTHING - {Capability.SUPERVISE})
    assert calls_for_her(counsellor, now=MONDAY) == frozenset()
