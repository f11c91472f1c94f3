"""The problem card on the screen: one key, numbers at once, nothing sent by itself (R092, R094)."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QListView, QScrollArea, QWidget

from app.domain.help_call import CallForHelp
from app.domain.marks import HelpAbout
from app.domain.problem_situation import (
    BeginProblemSituation,
    DebriefWish,
    EndProblemSituation,
    TickStep,
)
from app.domain.project import Seen
from app.ui.language import Language
from app.ui.parts.button import Button
from tests.support.example_data import BEHIND, FRONT
from tests.support.help_builders import ANNA, a_call_of_hers
from tests.support.problem_builders import before_it, in_problem, with_front
from tests.support.screen_robots import ListRobot, WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk


def at_work(screens: Screens, seen: Seen, **how: Any) -> tuple[StillDesk, WorkRobot]:
    desk = StillDesk(seen)
    return desk, WorkRobot(screens, screens.main_window(desk, **how))


def pressed(screens: Screens, work: WorkRobot) -> QWidget:
    work.press(Qt.Key.Key_F12)
    screens.settle()
    return found(work.window, QWidget, "problemPanel")


def words(panel: QWidget, name: str) -> str:
    return found(panel, QLabel, name).accessibleName() or found(panel, QLabel, name).text()


def rows(screens: Screens, panel: QWidget, name: str) -> ListRobot:
    return ListRobot(screens, found(panel, QListView, name))


def happened(panel: QWidget) -> list[str]:
    labels = [found(panel, QLabel, f"happenedWords {number}") for number in range(3)]
    return [label.text() for label in labels if label.isVisible()]


def test_one_key_shows_the_numbers_and_calls_and_sends_nothing(screens: Screens):
    desk, work = at_work(screens, before_it())
    panel = pressed(screens, work)
    assert panel.isVisible()
    assert found(panel, QLabel, "emergencyNumber").text() == "112"
    assert rows(screens, panel, "problemNumbers").spoken == [
        "09 555 0100, Sosiaali- ja kriisipäivystys · ympäri vuorokauden",
        "09 2525 0111, MIELI Kriisipuhelin · ympäri vuorokauden",
        "080 005 005, Nollalinja, väkivalta · ympäri vuorokauden",
    ]
    assert desk.submitted == [BeginProblemSituation(FRONT, 1)]


def test_it_opens_from_any_view(screens: Screens):
    desk, work = at_work(screens, before_it())
    work.press(Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert pressed(screens, work).isVisible()
    assert work.conversation.view.isVisible()
    assert desk.submitted == [BeginProblemSituation(FRONT, 1)]


def test_without_a_conversation_it_does_nothing(screens: Screens):
    seen = before_it()
    none = {key: head for key, head in seen.confirmed.heads.items() if key not in (FRONT, BEHIND)}
    desk, work = at_work(screens, replace(seen, confirmed=replace(seen.confirmed, heads=none, windows={})))
    assert not pressed(screens, work).isVisible()
    assert desk.submitted == []


def test_the_numbers_go_into_the_message_and_wait_for_her(screens: Screens):
    desk, work = at_work(screens, in_problem())
    work.conversation.type("Olen tässä. ")
    panel = pressed(screens, work)
    found(panel, Button, "putNumbers").click()
    screens.settle()
    assert work.conversation.text.startswith("Olen tässä. ")
    assert "Hätänumero, myös hätätekstiviesti: 112, ympäri vuorokauden" in work.conversation.text
    assert "MIELI Kriisipuhelin: 09 2525 0111" in work.conversation.text
    assert desk.submitted == []


def test_what_has_happened_by_itself_stands_apart_from_the_checklist(screens: Screens):
    _, work = at_work(screens, in_problem(help_calls=(a_call_of_hers(helper=ANNA),)))
    panel = pressed(screens, work)
    assert happened(panel) == [
        "Esihenkilöt kutsuttu klo 10.58",
        "Uusia keskusteluja ei ohjata sinulle",
        "Anna Åberg on tulossa",
    ]


def test_a_step_is_ticked_by_space_and_unticked_again(screens: Screens):
    desk, work = at_work(screens, in_problem("stay"))
    steps = rows(screens, pressed(screens, work), "problemSteps")
    assert steps.spoken[0] == "Pysy keskustelussa, vastaa lyhyesti, tehty"
    assert steps.spoken[1] == "Kysy: oletko vaarassa juuri nyt?, tekemättä"
    steps.choose("vaarassa juuri nyt")
    QTest.keyClick(steps.view, Qt.Key.Key_Space)
    steps.choose("Pysy")
    QTest.keyClick(steps.view, Qt.Key.Key_Return)
    assert desk.submitted == [
        TickStep(FRONT, "ask_of_danger", True, 1),
        TickStep(FRONT, "stay", False, 1),
    ]


def test_house_rules_are_at_hand(screens: Screens):
    """R094."""
    _, work = at_work(screens, in_problem())
    rules = rows(screens, pressed(screens, work), "houseRules")
    assert rules.spoken[0] == "Et ole tilanteessa yksin: pyydä aina joku mukaan."


def test_without_a_line_the_numbers_are_there_and_it_is_said_that_nobody_was_called(screens: Screens):
    desk, work = at_work(screens, before_it(is_live=False))
    panel = pressed(screens, work)
    assert len(rows(screens, panel, "problemNumbers").spoken) == 3
    assert happened(panel) == [
        "Ketään ei ole kutsuttu, eikä mitään ole kirjattu. Yhteys on poikki: tämän voi tehdä, kun yhteys"
        " palaa."
    ]
    found(panel, Button, "putNumbers").click()
    screens.settle()
    assert "112" in work.conversation.text
    assert desk.submitted == []


def test_when_the_line_is_back_she_calls_by_one_button(screens: Screens):
    desk, work = at_work(screens, before_it(is_live=False))
    panel = pressed(screens, work)
    assert not found(panel, Button, "callAgain").isVisible()
    desk.show(before_it())
    screens.settle()
    found(panel, Button, "callAgain").click()
    assert desk.submitted == [BeginProblemSituation(FRONT, 1)]


def test_a_step_that_cannot_be_recorded_yet_says_so(screens: Screens):
    desk, work = at_work(screens, before_it(is_live=False))
    panel = pressed(screens, work)
    steps = rows(screens, panel, "problemSteps")
    steps.choose("Pysy")
    QTest.keyClick(steps.view, Qt.Key.Key_Space)
    assert found(panel, QLabel, "problemTrouble").text() == (
        "Kohdat voi merkitä, kun tilanne on kirjattu alkaneeksi."
    )
    assert desk.submitted == []


@pytest.mark.parametrize(
    ("name", "wish"),
    [
        ("debriefWanted", DebriefWish.WANTED),
        ("debriefLater", DebriefWish.LATER),
        ("debriefNotWanted", DebriefWish.NOT_WANTED),
    ],
)
def test_its_end_asks_whether_to_talk_it_over(screens: Screens, name: str, wish: DebriefWish):
    desk, work = at_work(screens, in_problem())
    panel = pressed(screens, work)
    found(panel, Button, "problemOver").click()
    screens.settle()
    assert desk.submitted == []
    found(panel, Button, name).click()
    assert desk.submitted == [EndProblemSituation(FRONT, wish, 1)]
    assert not panel.isVisible()


def test_escape_goes_back_to_writing_and_ends_nothing(screens: Screens):
    desk, work = at_work(screens, in_problem())
    panel = pressed(screens, work)
    work.press(Qt.Key.Key_Escape)
    screens.settle()
    assert not panel.isVisible()
    assert desk.submitted == []


@pytest.mark.parametrize("about", [HelpAbout.SWEDISH, HelpAbout.ENGLISH, HelpAbout.INTERPRETER])
def test_help_over_a_language_barrier_is_called_from_the_card(screens: Screens, about: HelpAbout):
    """R092."""
    desk, work = at_work(screens, in_problem())
    found(pressed(screens, work), Button, f"help {about}").click()
    assert desk.submitted == [CallForHelp(FRONT, "", 1, about)]


def test_help_over_a_language_barrier_is_called_without_a_problem_too(screens: Screens):
    """R092: with what she wrote for her colleagues; the barrier then stays marked."""
    desk, work = at_work(screens, before_it())
    work.press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    found(work.conversation.view, Button, "callFor interpreter").click()
    assert desk.submitted == [CallForHelp(FRONT, "", 1, HelpAbout.INTERPRETER)]


def test_a_barrier_that_is_marked_says_what_was_asked_for(screens: Screens):
    _, work = at_work(screens, with_front(in_problem(), language_barrier=HelpAbout.INTERPRETER))
    panel = pressed(screens, work)
    assert found(panel, QLabel, "languageBarrier").text() == (
        "Kielimuuri on merkitty, avuksi pyydetty: tulkki."
    )
    assert not found(panel, Button, "help interpreter").isEnabled()
    assert found(panel, Button, "help swedish").isEnabled()


def test_the_card_belongs_to_its_conversation_and_goes_with_it(screens: Screens):
    desk, work = at_work(screens, in_problem())
    panel = pressed(screens, work)
    assert found(panel, QLabel, "problemCustomer").text() == "Asiakas 4812 · suomi"
    desk.show(_without_front(in_problem()))
    screens.settle()
    assert not panel.isVisible()


def _without_front(seen: Seen) -> Seen:
    heads = {key: head for key, head in seen.confirmed.heads.items() if key != FRONT}
    windows = {key: each for key, each in seen.confirmed.windows.items() if key != FRONT}
    return replace(seen, confirmed=replace(seen.confirmed, heads=heads, windows=windows))


@pytest.mark.parametrize("language", [Language.FINNISH, Language.SWEDISH])
@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((1280, 720), 2.0)])
def test_it_fits_a_small_screen(screens: Screens, language: Language, size: tuple[int, int], scale: float):
    """112 and the buttons are whole; the rest scrolls up and down only."""
    _, work = at_work(screens, in_problem(), language=language, size=size, text_scale=scale)
    panel = pressed(screens, work)
    area = panel.rect()
    for name in ("emergencyNumber", "problemCustomer"):
        label = found(panel, QLabel, name)
        assert area.contains(label.rect().translated(label.mapTo(panel, label.rect().topLeft())))
    for name in ("problemOver", "goOn"):
        button = found(panel, QAbstractButton, name)
        assert area.contains(button.rect().translated(button.mapTo(panel, button.rect().topLeft())))
        assert button.width() >= button.sizeHint().width()
    scroller = found(panel, QScrollArea, "problemScroller")
    body = scroller.widget()
    assert body is not None
    assert body.width() <= scroller.viewport().width()
