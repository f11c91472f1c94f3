"""The handbook on the screen: one key, the nearest guide at once, no line needed (R145, R148)."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListView, QWidget

from app.domain.handbook import Handbook, Support
from app.domain.project import Seen
from tests.support.desk_consultations import lines
from tests.support.example_data import a_morning
from tests.support.handbook_builders import the_example
from tests.support.screen_robots import ListRobot, WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk


def with_support(**changes: Any) -> Seen:
    book = the_example()
    assert book.support is not None
    support = Support(book.support.text, lines()[1].queue_id)
    return a_morning(
        **{"handbook": Handbook(book.guides, support), "consultation_queues": lines(), **changes}
    )


def opened(screens: Screens, seen: Seen) -> tuple[WorkRobot, QWidget]:
    work = WorkRobot(screens, screens.main_window(StillDesk(seen)))
    work.press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    screens.settle()
    return work, found(work.window, QWidget, "handbookPanel")


def guides(screens: Screens, panel: QWidget) -> ListRobot:
    return ListRobot(screens, found(panel, QListView, "guideList"))


def text(panel: QWidget) -> str:
    return found(panel, QLabel, "guideText").text()


def test_one_key_opens_the_guide_of_the_queue_in_front(screens: Screens):
    """R148: readable inside the program, per queue."""
    _work, panel = opened(screens, with_support())
    assert panel.isVisible()
    assert guides(screens, panel).spoken[0] == (
        "Ehkäisevä ja täydentävä toimeentulotuki, Ohje · Aikuissosiaalityö"
    )
    assert text(panel).startswith("Perustoimeentulotuesta päättää Kela")


def test_the_arrows_walk_from_the_search_and_words_narrow_it_down(screens: Screens):
    _work, panel = opened(screens, with_support())
    QTest.keyClick(found(panel, QLineEdit, "handbookSearch"), Qt.Key.Key_Down)
    screens.settle()
    assert text(panel).startswith("Tervehdi ja kerro")
    found(panel, QLineEdit, "handbookSearch").setText("siirrät")
    screens.settle()
    assert guides(screens, panel).spoken == ["Siirto toiseen palveluun, Menettely · kaikki jonot"]
    assert text(panel).startswith("1. Kerro asiakkaalle")
    found(panel, QLineEdit, "handbookSearch").setText("suklaa")
    screens.settle()
    assert not found(panel, QLabel, "guideText").isVisible()


def test_escape_closes_it_and_the_keys_go_back(screens: Screens):
    work = WorkRobot(screens, screens.main_window(StillDesk(with_support())))
    work.window.focus_work()
    before = work.window.focusWidget()
    work.press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    screens.settle()
    panel = found(work.window, QWidget, "handbookPanel")
    assert panel.isVisible()
    work.press(Qt.Key.Key_Escape)
    screens.settle()
    assert not panel.isVisible()
    assert work.window.focusWidget() is before


def test_support_is_named_and_asked_with_its_line_chosen(screens: Screens):
    """R145: help and asking for support inside the program."""
    work, panel = opened(screens, with_support())
    found(panel, QAbstractButton, "askForSupport").click()
    screens.settle()
    assert "09\u00a0555\u00a00199" in text(panel)
    assert work.window.focusWidget() is found(panel, QAbstractButton, "writeToSupport")
    QTest.keyClick(found(panel, QAbstractButton, "writeToSupport"), Qt.Key.Key_Space)
    screens.settle()
    assert not panel.isVisible()
    asked = ListRobot(screens, found(work.window, QListView, "linesToAsk"))
    assert asked.view.currentIndex().row() == 1
    assert work.window.focusWidget() is found(work.window, QLineEdit, "consultationSubjectText")


def test_who_may_not_ask_is_told_whom_to_call(screens: Screens):
    _work, panel = opened(screens, with_support(consultation_queues=()))
    guides(screens, panel).choose("Apua ohjelman käyttöön")
    assert "09\u00a0555\u00a00199" in text(panel)
    for name in ("askForSupport", "writeToSupport"):
        assert not found(panel, QAbstractButton, name).isVisible()


def test_where_nothing_is_written_it_says_so(screens: Screens):
    _work, panel = opened(screens, a_morning())
    shown = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert "Hyvinvointialueesi ei ole vielä kirjoittanut ohjeita ohjelmaan." in shown
