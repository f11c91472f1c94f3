"""Planned shifts on the desk of whom they are for: her hours, and the queues a shift begins with (R083)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QListView, QWidget

from app.desk.plan_view import own_today, planned_queues
from app.domain.ids import QueueId
from app.domain.planned_shift import OwnPlan, Place, PlanRule
from app.domain.presence import BeginShift, Presence, Shift
from app.domain.problems import Problem, ProblemCode
from app.ui.language import Language
from app.ui.shift.plan_words import hours_span, own_hours, own_plan_words
from app.ui.words import problem_sentence
from tests.support.example_data import ADULTS, FAMILIES, a_morning
from tests.support.fakes import NINE_O_CLOCK
from tests.support.plan_builders import own_plan, planned, wall
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk
from tests.ui.test_shift import ENDED, with_shift

ON_SHIFT = Shift(Presence.AVAILABLE, NINE_O_CLOCK, frozenset({ADULTS}))


def a_desk(plan: OwnPlan | Problem, shift: Shift = ENDED) -> StillDesk:
    desk = StillDesk(with_shift(shift))
    desk.own_plan_shown = plan
    return desk


def ticked(work: WorkRobot) -> set[QueueId]:
    model = found(work.window, QListView, "shiftQueues").model()
    assert isinstance(model, QStandardItemModel)
    items = [model.item(row) for row in range(model.rowCount())]
    is_ticked = Qt.CheckState.Checked
    return {item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is is_ticked}


def opened(screens: Screens, desk: StillDesk) -> WorkRobot:
    work = WorkRobot(screens, screens.main_window(desk))
    screens.turn()
    screens.settle()
    return work


@pytest.mark.parametrize(
    ("begins", "ends", "said"),
    [(9, 13, "9–13"), (9.5, 13, "9.30–13"), (20, 24, "20–24"), (0, 24, "0–24")],
)
def test_hours_are_said_as_people_say_them(begins: float, ends: float, said: str):
    assert hours_span(wall(begins), wall(ends)) == said


def test_her_hours_stand_quietly_in_the_top_bar(screens: Screens):
    """R083."""
    work = opened(screens, a_desk(own_plan(planned(9, 11.5), planned(12, 16)), ON_SHIFT))
    assert work.label("plannedHours") == "Vuorosi 9–11.30, 12–16"
    assert not found(work.window, QWidget, "shiftStart").isVisible()


@pytest.mark.parametrize(
    "plan", [own_plan(), own_plan(planned(9, 13), rule=PlanRule.OFF), Problem(ProblemCode.NOT_LIVE)]
)
def test_where_nothing_is_planned_or_known_nothing_is_said(screens: Screens, plan: OwnPlan | Problem):
    work = opened(screens, a_desk(plan))
    assert not found(work.window, QWidget, "plannedHours").isVisible()
    assert not found(work.window, QWidget, "plannedToday").isVisible()


def test_a_shift_begins_with_the_queues_planned_for_it(screens: Screens):
    """R083: they are ticked before she looks, and what she begins with is hers to choose."""
    desk = a_desk(own_plan(planned(8, 11, ADULTS), planned(11, 16, FAMILIES, place=Place.HOME)))
    work = opened(screens, desk)
    assert ticked(work) == {FAMILIES}
    assert work.label("plannedToday") == (
        "Vuorolistassa sinulle tänään:\n8–11: Aikuissosiaalityö\n11–16: Perheasiat, kotona"
    )
    work.button("beginShift").click()
    assert desk.submitted == [BeginShift(frozenset({FAMILIES}))]


def test_what_she_has_ticked_stays_when_the_plan_comes_later(screens: Screens):
    desk = a_desk(Problem(ProblemCode.NOT_LIVE))
    work = opened(screens, desk)
    view = found(work.window, QListView, "shiftQueues")
    before = ticked(work)
    model = view.model()
    assert isinstance(model, QStandardItemModel)
    model.item(0).setCheckState(Qt.CheckState.Unchecked)
    left = ticked(work)
    assert left < before
    desk.own_plan_shown = own_plan(planned(9, 16, FAMILIES))
    desk.pass_time(seconds=61)
    screens.ticker.ticked.emit()
    screens.turn()
    screens.settle()
    assert desk.plans_asked == 2
    assert ticked(work) == left
    assert work.label("plannedToday") == "Vuorolistassa sinulle tänään:\n9–16: Perheasiat"


def test_on_a_shift_that_is_on_the_queues_she_chose_are_ticked(screens: Screens):
    work = opened(screens, a_desk(own_plan(planned(9, 16, FAMILIES)), ON_SHIFT))
    work.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert ticked(work) == {ADULTS}


def test_own_queues_and_queues_that_are_hers_no_more_are_all_she_may_serve():
    seen = a_morning()
    every = frozenset(seen.confirmed.queues)
    for plan in (own_plan(planned(9, 16)), own_plan(planned(9, 16, QueueId("#gone")))):
        assert planned_queues(plan, seen, now=NINE_O_CLOCK) == every
    over = own_plan(planned(8, 11, ADULTS))
    assert planned_queues(over, seen, now=NINE_O_CLOCK) is None
    yesterday = replace(own_plan(planned(9, 16)), now=wall(-3))
    assert planned_queues(yesterday, seen, now=NINE_O_CLOCK) is None
    assert own_today(yesterday, seen, now=NINE_O_CLOCK).shifts == ()


def test_that_a_plan_decides_is_said_until_she_is_allowed(screens: Screens):
    screens.speak(Language.FINNISH)
    seen = a_morning()
    for until, is_said in ((None, True), (8, True), (24, False)):
        plan = own_plan(planned(9, 16), rule=PlanRule.DECIDES, until=until)
        today = own_today(plan, seen, now=NINE_O_CLOCK)
        assert ("ellei esihenkilö anna lupaa" in own_plan_words(today, "fi")) is is_said
        assert own_hours(today) == "Vuorosi 9–16"


@pytest.mark.parametrize(
    ("language", "said"),
    [(Language.FINNISH, "Vuorosi tässä jonossa on tänään klo 9.00–24.00."), (Language.SWEDISH, "9.00–24.00")],
)
def test_a_refused_claim_says_until_when_and_who_can_allow_it(
    screens: Screens, language: Language, said: str
):
    """R083: that the customer still waits, too."""
    screens.speak(language)
    outside = Problem(ProblemCode.OUTSIDE_PLANNED_SHIFT, planned_from=wall(9), planned_until=wall(24))
    sentence = problem_sentence(outside)
    assert said in sentence
    none = problem_sentence(Problem(ProblemCode.OUTSIDE_PLANNED_SHIFT))
    assert none != sentence
    for each in (sentence, none):
        assert {Language.FINNISH: "esihenkilö", Language.SWEDISH: "chef"}[language] in each
