"""The states of the gallery in which something is planned: for her who works, and for a supervisor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.planned_shift import Place, PlanRule
from app.domain.presence import Presence, Shift
from app.ui.language import Language
from app.ui.theme import ThemeChoice
from tests.support.example_data import ADULTS, FAMILIES
from tests.support.fakes import NINE_O_CLOCK
from tests.support.plan_builders import own_plan, planned
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk
from tests.ui.test_shift import ENDED, with_shift

Draw = Callable[[Screens], QWidget]


def _begins(shift: Shift = ENDED, **how: Any) -> Draw:
    def draw(screens: Screens) -> QWidget:
        desk = StillDesk(with_shift(shift))
        desk.own_plan_shown = own_plan(
            planned(9, 13, FAMILIES, ADULTS), planned(14, 16.5, place=Place.HOME), rule=PlanRule.DECIDES
        )
        window = screens.main_window(desk, **how)
        screens.turn()
        screens.settle()
        return window

    return draw


_ON = Shift(Presence.AVAILABLE, NINE_O_CLOCK, frozenset({ADULTS}))
_SV: dict[str, Any] = {"language": Language.SWEDISH}

PLAN_STATES: dict[str, Draw] = {
    "plan-shift-start": _begins(),
    "plan-shift-start-dark-sv": _begins(choice=ThemeChoice.DARK, **_SV),
    "plan-shift-start-200": _begins(text_scale=2.0),
    "plan-hours": _begins(_ON),
    "plan-hours-720-sv": _begins(_ON, size=(720, 450), **_SV),
}
