"""Calling for help and being called, on the screen."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListView, QWidget

from app.domain.desk_state import Capability
from app.domain.help_call import AnswerHelpCall, CallForHelp, TakeOver, WithdrawHelpCall
from app.domain.ids import help_slot
from app.ui.other_views import SITUATION
from app.ui.parts.button import Button
from tests.support.example_data import FRONT, a_morning
from tests.support.help_builders import ANNA, a_call, a_call_of_hers
from tests.support.offer_builders import OFFERED
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.situation_builders import a_situation
from tests.support.still_desk import StillDesk

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def at_work(screens: Screens, **what: Any) -> tuple[StillDesk, WorkRobot]:
    desk = StillDesk(a_morning(**what))
    desk.situation_shown = a_situation()
    return desk, WorkRobot(screens, screens.main_window(desk))


def called(screens: Screens, work: WorkRobot) -> QWidget:
    work.press(Qt.Key.Key_9, CTRL)
    screens.settle()
    return found(work.window, QWidget, "helpSection")


def test_help_is_called_for_with_what_it_is_about_and_the_draft_stays(screens: Screens):
    desk, work = at_work(screens)
    work.conversation.type("Hetki, olen")
    work.press(Qt.Key.Key_H, CTRL | SHIFT)
    box = found(work.conversation.view, QLineEdit, "helpText")
    assert box.hasFocus()
    QTest.keyClicks(box, "Uhkaava tilanne")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert desk.submitted == [CallForHelp(FRONT, "Uhkaava tilanne", 1)]
    assert not box.isVisible()
    assert work.conversation.text == "Hetki, olen"


def test_escape_calls_nobody(screens: Screens):
    desk, work = at_work(screens)
    work.press(Qt.Key.Key_H, CTRL | SHIFT)
    work.press(Qt.Key.Key_Escape)
    assert not found(work.conversation.view, QLineEdit, "helpText").isVisible()
    assert desk.submitted == []


def test_who_called_sees_whether_somebody_comes_and_can_withdraw(screens: Screens):
    desk, work = at_work(screens, help_calls=(a_call_of_hers(),))
    assert work.conversation.banner("sentCall").startswith("Esihenkilöt kutsuttiin klo 10.58.")
    assert not found(work.conversation.view, QAbstractButton, "helpConversation").isEnabled()
    desk.show(a_morning(help_calls=(a_call_of_hers(helper=ANNA),)))
    screens.settle()
    assert work.conversation.banner("sentCall").startswith("Anna Åberg tulee avuksi.")
    found(work.conversation.view, Button, "sentCallAction").click()
    assert desk.submitted == [WithdrawHelpCall(FRONT, 1)]


def test_a_supervisor_hears_who_calls_and_says_that_she_comes(screens: Screens):
    desk, work = at_work(screens, help_calls=(a_call(),))
    assert found(work.window, QAbstractButton, SITUATION).accessibleName() == "Tilanne 1"
    section = called(screens, work)
    model = found(section, QListView, "helpCalls").model()
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Sari Nieminen pyytää apua, 1.01, Asiakas 4830 · Toimeentulotuki · suomi,"
        " Asiakas uhkaa itseään <b>, kukaan ei ole vielä vastannut"
    )
    found(section, Button, "answerHelp").click()
    assert desk.submitted == [AnswerHelpCall(OFFERED, 2)]


def test_taking_over_is_asked_once_with_what_becomes_of_it(screens: Screens):
    desk, work = at_work(screens, help_calls=(a_call(helper=ANNA),))
    assert found(work.window, QAbstractButton, SITUATION).accessibleName() == "Tilanne"
    section = called(screens, work)
    found(section, Button, "takeOver").click()
    assert desk.submitted == []
    screens.settle()
    found(section, Button, "confirmTakingAction").click()
    assert desk.submitted == [TakeOver(OFFERED, 2)]
    assert not section.isVisible()


def test_of_two_calls_it_is_seen_whom_the_buttons_are_for_and_asked_it_is_only_answered(screens: Screens):
    _, work = at_work(screens, help_calls=(a_call(), a_call_of_hers(by=ANNA)))
    section = called(screens, work)
    calls, whom = found(section, QListView, "helpCalls"), found(section, QLabel, "helpChosen")
    seen = []
    for row in range(2):
        calls.setCurrentIndex(calls.model().index(row, 0))
        screens.settle()
        seen.append(whom.text())
    assert sorted(seen) == ["Asiakas 4812", "Asiakas 4830"]
    found(section, Button, "takeOver").click()
    screens.settle()
    names = ("joinConversation", "answerHelp", "takeOver")
    assert not any(found(section, Button, name).isVisible() for name in names)
    found(section, Button, "confirmTakingSecond").click()
    screens.settle()
    assert all(found(section, Button, name).isVisible() for name in names)


def test_the_one_call_there_is_needs_no_name_beside_its_buttons(screens: Screens):
    _, work = at_work(screens, help_calls=(a_call(),))
    assert not found(called(screens, work), QLabel, "helpChosen").isVisible()


def test_the_buttons_of_a_call_stand_side_by_side_beneath_it(screens: Screens):
    _, work = at_work(screens, help_calls=(a_call(),))
    section = called(screens, work)
    screens.settle()
    join, come, take = (
        found(section, Button, name) for name in ("joinConversation", "answerHelp", "takeOver")
    )
    assert join.x() == 0
    for left, right in ((join, come), (come, take)):
        assert right.x() - (left.x() + left.width()) < left.width() / 2


def test_without_a_line_nothing_is_answered_or_taken_and_it_is_said_why(screens: Screens):
    desk, work = at_work(screens, help_calls=(a_call(),))
    section = called(screens, work)
    desk.show(a_morning(help_calls=(a_call(),), is_live=False))
    screens.settle()
    assert not found(section, Button, "answerHelp").isEnabled()
    assert not found(section, Button, "takeOver").isEnabled()
    assert found(section, QLabel, "helpSectionTrouble").text()


def test_nobody_but_a_supervisor_is_shown_a_call(screens: Screens):
    _, work = at_work(
        screens, help_calls=(a_call(),), capabilities=frozenset(Capability) - {Capability.SUPERVISE}
    )
    assert not found(work.window, QWidget, "helpSection").isVisible()


def test_a_counsellor_who_vanishes_is_told_as_a_call(screens: Screens):
    """Nobody answers her customer: the supervisors hear it as other new work, and can join or take over."""
    _, work = at_work(screens, help_calls=(a_call(text="", is_holder_away=True),))
    assert found(work.window, QAbstractButton, SITUATION).accessibleName() == "Tilanne 1"
    section = called(screens, work)
    model = found(section, QListView, "helpCalls").model()
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Sari Nieminen: yhteys on poikki, 1.01, Asiakas 4830 · Toimeentulotuki · suomi, Kukaan ei vastaa"
        " asiakkaalle. Hän palaa jonoon, kun katkos on kestänyt 10 minuuttia, kukaan ei ole vielä vastannut"
    )
    assert found(section, Button, "takeOver").isEnabled()


def test_who_comes_back_reads_that_it_was_told(screens: Screens):
    desk, work = at_work(screens, help_calls=(a_call_of_hers(text="", is_holder_away=True),))
    assert work.conversation.banner("sentCall").startswith("Yhteytesi oli poikki;")
    # She may call herself all the same.
    work.press(Qt.Key.Key_H, CTRL | SHIFT)
    box = found(work.conversation.view, QLineEdit, "helpText")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert desk.submitted == [CallForHelp(FRONT, "", 1)]


def test_what_a_call_is_about_is_a_draft_until_somebody_is_called(screens: Screens):
    desk, work = at_work(screens)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    work.press(Qt.Key.Key_H, keys)
    box = found(work.conversation.view, QLineEdit, "helpText")
    QTest.keyClicks(box, "Uhkaa itseaan")
    work.press(Qt.Key.Key_H, keys)
    assert box.text() == "Uhkaa itseaan"
    work.press(Qt.Key.Key_Escape)
    assert desk.drafts.text(help_slot(FRONT)) == "Uhkaa itseaan"
    work.press(Qt.Key.Key_H, keys)
    assert box.text() == "Uhkaa itseaan"
