"""What a supervisor may plan: the table of helpline/planning.py, pure (R083)."""

import pytest

from server_stub.helpline.calling_time import DAY_MS
from server_stub.helpline.planned_shift import PlannedShift
from server_stub.helpline.planning import (
    AllowOutsidePlan,
    PlanningSituation,
    PlanShift,
    RemovePlannedShift,
    refused,
)
from server_stub.helpline.values import Problem
from tests.server_stub.helpline.test_conversation import QUEUE
from tests.server_stub.helpline.test_planned_shift import OTHER_QUEUE, at, planned

SERVES = PlanningSituation(at(8), serves={QUEUE})


def code(situation: PlanningSituation, shift: PlannedShift) -> str | None:
    problem = refused(situation, PlanShift(shift))
    return None if problem is None else problem.code


@pytest.mark.parametrize("queues", [(), (QUEUE,)])
def test_a_shift_is_planned_for_whoever_serves_its_queues(queues: tuple[str, ...]) -> None:
    assert code(SERVES, planned(9, 13, *queues)) is None
    assert code(SERVES, planned(9, 13, OTHER_QUEUE, *queues)) == "unknown_queue"
    assert code(SERVES._replace(serves=None), planned(9, 13, *queues)) == "unknown_professional"


@pytest.mark.parametrize(("begins", "ends"), [(9, 9), (13, 9), (9, 25)])
def test_a_time_that_is_none_of_one_day_is_refused(begins: int, ends: int) -> None:
    shift = planned(9, 10)._replace(starts_at=at(begins), ends_at=at(0) + ends * 3_600_000)
    assert code(SERVES, shift) == "planned_time_unfit"


def test_a_day_ends_at_midnight_and_nobody_plans_years_ahead() -> None:
    late = planned(20, 21)._replace(ends_at=at(0) + DAY_MS)
    assert code(SERVES, late) is None
    assert code(SERVES._replace(now=at(8) - 401 * DAY_MS), planned(9, 13)) == "planned_time_unfit"


def test_the_same_again_is_planned_anew_and_another_at_the_same_time_is_not() -> None:
    before = planned(9, 13)
    situation = SERVES._replace(hers=(before,), found=before)
    assert code(situation, planned(10, 14)) is None
    assert code(SERVES._replace(hers=(before,)), planned(12, 14, planned_id="2")) == "planned_already"
    others = before._replace(staff_id="b" * 32)
    assert code(SERVES._replace(found=others), planned(9, 13)) == "not_found"


def test_what_is_not_there_is_not_removed_and_nobody_is_not_allowed() -> None:
    assert refused(SERVES, RemovePlannedShift("1")) == Problem("not_found")
    assert refused(SERVES._replace(found=planned(9, 13)), RemovePlannedShift("1")) is None
    assert refused(SERVES, AllowOutsidePlan("a" * 32)) is None
    nobody = SERVES._replace(serves=None)
    assert refused(nobody, AllowOutsidePlan("a" * 32)) == Problem("unknown_professional")
