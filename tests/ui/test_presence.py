"""Presence in the top bar: seen, heard and chosen; on a break F2 takes nobody and says why."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from app.desk.notices import Notice
from app.domain.commands import ClaimWaiting
from app.domain.link import LinkState, LinkView
from app.domain.presence import Presence, SetPresence, Shift
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen, project
from app.ui.safe_text import PlainLabel
from tests.support.desk_builders import NINE_O_CLOCK, a_row
from tests.support.example_data import a_morning
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

WORDS = {
    Presence.AVAILABLE: "Vapaa",
    Presence.BUSY: "Varattu",
    Presence.ON_BREAK: "Tauolla",
    Presence.AWAY: "Poissa",
}


def saying(presence: Presence) -> Seen:
    seen = a_morning()
    confirmed = replace(seen.confirmed, capacity=5, shift=Shift(presence))
    return replace(seen, confirmed=confirmed)


def opened(window: QWidget) -> dict[str, QAction]:
    """The four choices, the menu being open."""
    found(window, QAbstractButton, "presence").click()
    menu = found(window, QMenu, "presenceMenu")
    assert menu.isVisible()
    return {str(action.data()): action for action in menu.actions() if action.data()}


@pytest.mark.parametrize("presence", list(Presence))
def test_presence_is_seen_and_heard_in_words(screens: Screens, presence: Presence):
    window = screens.main_window(StillDesk(saying(presence)))
    button = found(window, QAbstractButton, "presence")
    assert (button.text(), button.accessibleName()) == (WORDS[presence], f"Tila: {WORDS[presence]}")


def test_the_four_words_differ_in_shape_and_not_in_colour_alone(screens: Screens):
    pictures = set()
    for presence in Presence:
        window = screens.main_window(StillDesk(saying(presence)))
        choice = opened(window)[presence.value]
        image = choice.icon().pixmap(16, 16).toImage()
        ground = image.pixelColor(0, 0)
        pictures.add(
            "".join("#" if image.pixelColor(x, y) != ground else "." for x in range(16) for y in range(16))
        )
        screens.forget(window)
    assert len(pictures) == len(Presence)


def test_another_word_is_said_and_the_same_word_is_not_said_again(screens: Screens):
    desk = StillDesk(saying(Presence.AVAILABLE))
    window = screens.main_window(desk)
    choices = opened(window)
    assert [value for value, action in choices.items() if action.isChecked()] == ["available"]
    choices["available"].trigger()
    assert desk.submitted == []
    choices["on_break"].trigger()
    assert desk.submitted == [SetPresence(Presence.ON_BREAK)]


def test_what_is_on_its_way_is_marked(screens: Screens):
    seen = saying(Presence.AVAILABLE)
    pending = (a_row(SetPresence(Presence.BUSY)),)
    window = screens.main_window(StillDesk(project(seen.confirmed, pending, is_live=True)))
    assert found(window, QAbstractButton, "presence").text() == "Varattu …"


def test_without_the_line_nothing_can_be_chosen(screens: Screens):
    desk = StillDesk(saying(Presence.AVAILABLE))
    window = screens.main_window(desk)
    desk.show_link(LinkView(LinkState.OFFLINE))
    choices = opened(window)
    assert not [action for action in choices.values() if action.isEnabled()]
    assert (
        found(window, QMenu, "presenceMenu").actions()[-1].text()
        == "Yhteys on poikki: tämän voi tehdä, kun yhteys palaa."
    )


@pytest.mark.parametrize("presence", list(Presence))
def test_on_a_break_the_next_is_not_taken_and_a_sentence_says_why(screens: Screens, presence: Presence):
    """R057."""
    desk = StillDesk(saying(presence))
    work = WorkRobot(screens, screens.main_window(desk))
    work.press(Qt.Key.Key_F2)
    reason = found(work.window, PlainLabel, "cannotTake")
    if presence.takes_work:
        assert [type(each) for each in desk.submitted] == [ClaimWaiting]
        return
    assert desk.submitted == []
    assert "Valitse ylhäältä ”Vapaa”" in reason.text()


def test_a_presence_that_cannot_be_said_any_more_says_why_where_it_was_chosen(screens: Screens):
    """The line is lost while the four words stand open."""
    desk = StillDesk(saying(Presence.AVAILABLE))
    window = screens.main_window(desk)
    choices = opened(window)
    desk.show_link(LinkView(LinkState.OFFLINE))
    choices["on_break"].trigger()
    assert desk.submitted == []
    menu = found(window, QMenu, "presenceMenu")
    assert menu.isVisible()
    assert menu.actions()[-1].isVisible()
    assert menu.actions()[-1].text().startswith("Yhteys on poikki")
    assert not [action for action in choices.values() if action.isEnabled()]


def test_a_presence_that_the_backend_refuses_is_told_of(screens: Screens):
    desk = StillDesk(saying(Presence.AVAILABLE))
    window = screens.main_window(desk)
    why = Problem(ProblemCode.NOT_ALLOWED)
    desk.notices_shown = (Notice("1", SetPresence(Presence.BUSY), None, why, NINE_O_CLOCK),)
    desk.show(saying(Presence.AVAILABLE))
    screens.settle()
    told = WorkRobot(screens, window).banner("notice")
    assert told.startswith("Tilaasi ei vaihdettu. Roolisi ei salli tätä.")
