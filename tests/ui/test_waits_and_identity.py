"""How long a customer has waited for an answer, in words and colour; and what her identity changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.domain.conversation import Identity
from app.domain.project import Seen
from app.ui.parts.mark_label import MarkLabel
from app.ui.theme import ThemeChoice
from app.ui.tokens import Colour
from tests.support.example_data import FRONT, a_morning
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

# The customer in front has waited 42 s when a test begins.
MORE_S = {"calm": 0, "amber": 21, "red": 81}
CLOCKS = {"calm": "0.42", "amber": "1.03", "red": "2.03"}


def colours_in(widget: QWidget, area: QRect) -> set[str]:
    """Every colour that is painted there."""
    image = widget.grab(area).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST])
def test_a_wait_turns_amber_at_a_minute_and_red_at_two_on_the_tab_and_in_the_head(
    screens: Screens, choice: ThemeChoice
):
    """R091: to the second while she waits, in words, and in the colours of the theme in force."""
    desk = StillDesk(a_morning())
    window = screens.main_window(desk, choice=choice)
    work, theme = WorkRobot(screens, window), window.chat._theme
    amber, red = (QColor(theme.colour(each)).name() for each in (Colour.WAIT, Colour.BAD))
    passed = 0
    for stage, seconds in MORE_S.items():
        desk.pass_time(seconds - passed)
        passed = seconds
        screens.ticker.ticked.emit()
        screens.settle()
        number = work.tabs.currentIndex()
        mark = found(work.conversation.view, MarkLabel, "unanswered")
        assert CLOCKS[stage] in work.tabs.tabText(number)
        assert mark.accessibleName() == f"odottaa {CLOCKS[stage]}"
        for widget, area in ((work.tabs, work.tabs.tabRect(number)), (mark, mark.rect())):
            painted = colours_in(widget, area)
            assert (amber in painted) == (stage == "amber"), (stage, widget.objectName())
            assert (red in painted) == (stage == "red"), (stage, widget.objectName())


def known_as(identity: Identity) -> Seen:
    """A morning, and the customer in front is known so."""
    seen = a_morning()
    head = replace(seen.confirmed.heads[FRONT], identity=identity)
    heads = {**seen.confirmed.heads, FRONT: head}
    return replace(seen, confirmed=replace(seen.confirmed, heads=heads))


def tools(screens: Screens, identity: Identity) -> set[tuple[str, bool]]:
    """What can be pressed in the conversation in front, and whether it answers."""
    work = WorkRobot(screens, screens.main_window(StillDesk(known_as(identity)), size=(1920, 1080)))
    buttons = work.conversation.view.findChildren(QAbstractButton)
    return {(each.objectName(), each.isEnabled()) for each in buttons if each.isVisible()}


def test_an_anonymous_customer_is_served_with_the_same_tools(screens: Screens):
    """R059: writing, canned answers, transfer and ending are the same; where to differs (R078)."""
    anonymous = tools(screens, Identity.ANONYMOUS)
    assert {name for name, _ in anonymous} >= {"send", "canned", "transferConversation", "closeConversation"}
    # An anonymous one can be asked to identify besides (R077).
    assert anonymous == tools(screens, Identity.IDENTIFIED) | {("askIdentification", True)}


def test_both_stand_in_one_queue_and_are_told_apart(screens: Screens):
    """R058: anonymous and identified customers of a queue are in one list, each marked in words."""
    work = WorkRobot(screens, screens.main_window(StillDesk(a_morning())))
    marks = [spoken.partition(",")[0] for spoken in work.waiting.spoken]
    assert marks == ["ANONYYMI", "TUNNISTAUTUNUT", "ANONYYMI"]
