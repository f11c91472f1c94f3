"""Keys stay with their customer: what is being written about one never goes on as a text of another."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.desk.notices import Notice
from app.domain.commands import ClaimWaiting
from app.domain.ids import ConversationId, note_slot
from app.domain.problems import Problem, ProblemCode
from app.ui.models.keyed_rows import ROW_ROLE
from tests.support.example_data import BEHIND, FRONT, a_morning
from tests.support.fakes import NINE_O_CLOCK
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk
from tests.ui.test_departed import change

NOTHING = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk() -> StillDesk:
    return StillDesk(a_morning())


@pytest.fixture
def work(screens: Screens, desk: StillDesk) -> WorkRobot:
    robot = WorkRobot(screens, screens.main_window(desk))
    robot.open(FRONT)
    return robot


def claimed(work: WorkRobot, desk: StillDesk) -> ConversationId:
    """F2: a customer is on her way here."""
    work.press(Qt.Key.Key_F2)
    (claim,) = desk.submitted
    assert isinstance(claim, ClaimWaiting)
    return claim.conversation_id


def comes(desk: StillDesk, conversation_id: ConversationId) -> None:
    """The fact comes: she is hers."""
    confirmed = desk.seen.confirmed
    mine = confirmed.heads[FRONT]
    taken = replace(
        confirmed.heads[conversation_id], state=mine.state, holder=mine.holder, claimed_at=mine.claimed_at
    )
    windows = {**confirmed.windows, conversation_id: confirmed.windows[BEHIND]}
    desk.show(replace(desk.seen, confirmed=replace(confirmed, windows=windows)))
    change(desk, conversation_id, taken)
    QApplication.processEvents()


def type_where_the_keys_are(letters: str) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, letters)


def test_a_note_goes_on_as_a_note_when_the_claimed_customer_comes(work: WorkRobot, desk: StillDesk):
    taken = claimed(work, desk)
    work.press(Qt.Key.Key_6, CTRL)
    type_where_the_keys_are("Epailen")
    comes(desk, taken)
    type_where_the_keys_are(" huolta")
    assert desk.drafts.text(note_slot(FRONT)) == "Epailen huolta"
    assert desk.drafts.text(taken) == ""
    assert work.conversation.view.conversation_id == FRONT


def test_half_a_note_that_was_there_before_the_claim_keeps_the_keys(work: WorkRobot, desk: StillDesk):
    work.press(Qt.Key.Key_6, CTRL)
    type_where_the_keys_are("Epailen")
    taken = claimed(work, desk)
    comes(desk, taken)
    type_where_the_keys_are(" huolta")
    assert desk.drafts.text(note_slot(FRONT)) == "Epailen huolta"
    assert desk.drafts.text(taken) == ""


def test_a_note_kept_meanwhile_counts_as_writing(work: WorkRobot, desk: StillDesk):
    taken = claimed(work, desk)
    work.press(Qt.Key.Key_6, CTRL)
    type_where_the_keys_are("Soitettu")
    desk.drafts.typed(note_slot(FRONT), "")
    comes(desk, taken)
    assert work.conversation.view.conversation_id == FRONT


def test_after_a_refused_claim_nobody_comes_to_the_front(work: WorkRobot, desk: StillDesk):
    taken = claimed(work, desk)
    problem = Problem(ProblemCode.LAPSED)
    desk.notices_shown = (Notice("1", ClaimWaiting(taken), None, problem, NINE_O_CLOCK),)
    desk.show(desk.seen)
    QApplication.processEvents()
    desk.notices_shown = ()
    comes(desk, taken)
    assert work.conversation.view.conversation_id == FRONT


def test_a_note_goes_nowhere_when_its_customer_has_gone(work: WorkRobot, desk: StillDesk, screens: Screens):
    """The colleague accepts while she writes: the tab goes, and another customer is in front."""
    box = found(work.window, QPlainTextEdit, "noteText")
    work.press(Qt.Key.Key_6, CTRL)
    type_where_the_keys_are("Epailen")
    change(desk, FRONT, None)
    desk.departed_shown = ()
    desk.show(desk.seen)
    screens.settle()
    assert work.conversation.view.conversation_id == BEHIND
    assert not box.hasFocus()
    type_where_the_keys_are("vakivaltaa")
    assert desk.drafts.text(note_slot(BEHIND)) == ""
    assert desk.drafts.text(BEHIND) == ""
    assert desk.drafts.text(note_slot(FRONT)) == "Epailen"


def test_turning_the_tab_herself_she_goes_on_in_the_note_of_the_other(work: WorkRobot):
    work.press(Qt.Key.Key_6, CTRL)
    work.press(Qt.Key.Key_Tab, CTRL)
    assert found(work.window, QPlainTextEdit, "noteText").hasFocus()


def test_enter_takes_nobody_when_whoever_was_chosen_is_gone(
    work: WorkRobot, desk: StillDesk, screens: Screens
):
    work.press(Qt.Key.Key_2, CTRL)
    last = work.waiting.view.model().rowCount() - 1
    assert last >= 1
    chosen = work.waiting.view.model().index(last, 0).data(ROW_ROLE).head.conversation_id
    work.waiting.view.setCurrentIndex(work.waiting.view.model().index(last, 0))
    change(desk, chosen, None)
    screens.settle()
    work.waiting.press_enter()
    assert desk.submitted == []


def test_keys_of_the_work_view_show_it_before_they_do_anything(work: WorkRobot):
    """Nothing is asked or ended on a screen she does not see."""
    for key, modifiers in (
        (Qt.Key.Key_F6, NOTHING),
        (Qt.Key.Key_F9, NOTHING),
        (Qt.Key.Key_Tab, CTRL),
        (Qt.Key.Key_6, CTRL),
    ):
        work.press(Qt.Key.Key_5, CTRL)
        assert not work.window.chat.isVisible()
        work.press(key, modifiers)
        assert work.window.chat.isVisible()
