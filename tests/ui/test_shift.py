"""A shift on the screen: its queues are chosen at its beginning, and its end lists what is left."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QWidget

from app.desk.notices import Notice
from app.domain.callback import CallbackState
from app.domain.callback_commands import ReleaseCallback
from app.domain.commands import ReturnToQueue
from app.domain.consultation import ConsultationState, Thread
from app.domain.consultation_commands import ReleaseConsultation
from app.domain.ids import ConsultationId, QueueId
from app.domain.link import LinkState, LinkView
from app.domain.presence import BeginShift, EndShift, Presence, Shift
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen, project
from app.ui.parts.button import Button
from app.ui.safe_text import PlainLabel
from app.ui.theme import ThemeChoice
from tests.support.callback_builders import FIRST, SECOND, a_callback
from tests.support.desk_builders import a_row
from tests.support.desk_consultations import ASKED, QUESTION, lines, mine
from tests.support.desk_messages import ANSWERED, LATE, LATER, a_left_message
from tests.support.example_data import ADULTS, FAMILIES, a_morning
from tests.support.fakes import NINE_O_CLOCK
from tests.support.offer_builders import an_offer
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

ENDED = Shift(Presence.AWAY)


def with_shift(shift: Shift, seen: Seen | None = None) -> Seen:
    seen = seen or a_morning()
    return replace(seen, confirmed=replace(seen.confirmed, shift=shift))


def nothing_left() -> Seen:
    seen = with_shift(Shift(Presence.AVAILABLE, NINE_O_CLOCK, frozenset({ADULTS})))
    waiting = {id_: head for id_, head in seen.confirmed.heads.items() if head.holder is None}
    return replace(seen, confirmed=replace(seen.confirmed, heads=waiting, windows={}))


def ticks(work: WorkRobot, *queues: QueueId) -> None:
    """Tick these queues and no others."""
    model = found(work.window, QListView, "shiftQueues").model()
    assert isinstance(model, QStandardItemModel)
    for row in range(model.rowCount()):
        item = model.item(row)
        is_wanted = item.data(Qt.ItemDataRole.UserRole) in queues
        item.setCheckState(Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked)


@pytest.mark.parametrize(
    ("shift", "is_asked"),
    [
        (Shift(), False),
        (ENDED, True),
        (Shift(Presence.AVAILABLE, NINE_O_CLOCK - timedelta(hours=1)), False),
        (Shift(Presence.AVAILABLE, NINE_O_CLOCK - timedelta(days=1)), True),
    ],
)
def test_it_is_asked_which_queues_she_serves_once_a_day(screens: Screens, shift: Shift, is_asked: bool):
    window = screens.main_window(StillDesk(with_shift(shift)))
    assert found(window, QWidget, "shiftStart").isVisible() is is_asked


@pytest.mark.parametrize(
    ("key", "panel", "back"),
    [(Qt.Key.Key_V, "shiftStart", "keepQueues"), (Qt.Key.Key_L, "shiftEnd", "keepWorking")],
)
def test_the_way_back_from_a_panel_is_on_it_with_its_key(
    screens: Screens, key: Qt.Key, panel: str, back: str
):
    """Whoever opened one and did not know Esc found no way out of it."""
    desk = StillDesk(a_morning())
    work = WorkRobot(screens, screens.main_window(desk))
    work.conversation.view.composer.setFocus()
    work.press(key, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    screens.settle()
    button = found(work.window, Button, back)
    assert button.isVisible()
    assert button.accessibleName() == "Takaisin (Esc)"
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert not found(work.window, QWidget, panel).isVisible()
    assert work.conversation.view.composer.has_focus
    assert desk.submitted == []


def test_a_shift_begins_with_the_queues_that_are_ticked(screens: Screens):
    """R057: which queues she serves now is hers to choose, of those she may."""
    desk = StillDesk(with_shift(ENDED))
    work = WorkRobot(screens, screens.main_window(desk))
    ticks(work)
    assert not work.button("beginShift").isEnabled()
    ticks(work, ADULTS, FAMILIES)
    work.button("beginShift").click()
    assert desk.submitted == [BeginShift(frozenset({ADULTS, FAMILIES}))]
    assert not found(work.window, QWidget, "shiftStart").isVisible()


def test_space_and_a_click_tick_a_queue(screens: Screens):
    work = WorkRobot(screens, screens.main_window(StillDesk(with_shift(ENDED))))
    view = found(work.window, QListView, "shiftQueues")
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Space)
    second = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, second)
    states = [
        Qt.CheckState(view.model().index(row, 0).data(Qt.ItemDataRole.CheckStateRole)) for row in range(3)
    ]
    assert states == [Qt.CheckState.Unchecked, Qt.CheckState.Unchecked, Qt.CheckState.Checked]


def test_the_pane_shows_the_queues_of_the_shift_and_takes_from_them_alone(screens: Screens):
    shift = Shift(Presence.AVAILABLE, NINE_O_CLOCK, frozenset({FAMILIES}))
    work = WorkRobot(screens, screens.main_window(StillDesk(with_shift(shift))))
    assert [words.split(":")[0] for words in work.queues.spoken] == ["Omat aiheet", "Perheasiat"]
    assert work.label("cannotTake") == "Perheasiat, odottanut 2.40"


def test_a_shift_does_not_end_while_a_customer_is_hers(screens: Screens):
    """R060: what is left is listed, and can be handed over."""
    desk = StillDesk(with_shift(Shift(Presence.AVAILABLE, NINE_O_CLOCK)))
    mine = a_callback(state=CallbackState.CLAIMED, holder=desk.seen.confirmed.me, responsibility_version=2)
    desk.show(replace(desk.seen, confirmed=replace(desk.seen.confirmed, callbacks={FIRST: mine})))
    work = WorkRobot(screens, screens.main_window(desk))
    work.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert not work.button("endShiftNow").isEnabled()
    assert work.label("cannotEndShift").startswith("Sinulla on vielä keskusteluja.")
    assert [work.label(f"left {row}") for row in range(1, 4)] == ["2", "2", "1"]
    work.button("releaseAll").click()
    work.button("returnAll").click()
    assert desk.submitted[0] == ReleaseCallback(FIRST, 2)
    assert [type(each) for each in desk.submitted[1:]] == [ReturnToQueue, ReturnToQueue]


def test_due_requests_that_nobody_has_opened_are_listed_and_led_to_at_the_end(screens: Screens):
    """R113, R060: none passes a shift unnoticed; they are no wall."""
    before = nothing_left()
    due = a_callback()
    elsewhere = a_callback(SECOND, queue_id=FAMILIES)
    known = {FIRST: due, SECOND: elsewhere}
    desk = StillDesk(replace(before, confirmed=replace(before.confirmed, callbacks=known)))
    work = WorkRobot(screens, screens.main_window(desk))
    work.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert work.label("left 8") == "1"
    assert work.label("dueCallbacks").startswith("Kukaan ei ole avannut: 040 ••• ••21.")
    assert work.button("endShiftNow").isEnabled()
    work.button("showDueCallbacks").click()
    screens.settle()
    assert found(work.window, QListView, "callbackList").isVisible()


def test_messages_to_be_answered_soon_are_listed_and_led_to_at_the_end(screens: Screens):
    """R060: what falls due before a day has gone; later ones and answered ones are no matter of today."""
    before = nothing_left()
    left = {
        head.conversation_id: replace(head, queue_id=ADULTS)
        for head in (
            a_left_message(LATE, "2026-11-18 09:00", "2026-11-20 16:00", alias="4711"),
            a_left_message(LATER, "2026-11-22 12:00", "2026-11-26 16:00", alias="4740"),
            a_left_message(ANSWERED, "2026-11-20 12:00", None, alias="4750"),
        )
    }
    desk = StillDesk(replace(before, confirmed=replace(before.confirmed, heads=left)))
    work = WorkRobot(screens, screens.main_window(desk))
    work.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert work.label("left 12") == "1"
    assert work.label("owedMessages").startswith("Vastattava huomenna tähän aikaan mennessä: Asiakas 4711.")
    assert work.button("endShiftNow").isEnabled()
    work.button("showOwedMessages").click()
    screens.settle()
    assert found(work.window, QListView, "messageList").isVisible()


@pytest.mark.parametrize("refused", [False, True])
def test_when_nothing_is_left_the_shift_ends_and_then_she_is_signed_out(screens: Screens, refused: bool):
    """R060: not before the backend has said so, and not when it has refused."""
    before = nothing_left()
    desk = StillDesk(before)
    work = WorkRobot(screens, screens.main_window(desk))
    signed_out: list[str] = []
    work.window.sign_out_confirmed.connect(partial(signed_out.append, "out"))
    work.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    # Nothing is offered for what is not there.
    assert not work.button("returnAll").isVisible()
    assert not work.button("releaseAll").isVisible()
    work.button("endShiftNow").click()
    assert desk.submitted == [EndShift()]
    desk.show(project(before.confirmed, (a_row(EndShift()),), is_live=True))
    screens.settle()
    assert signed_out == []
    if refused:
        why = Problem(ProblemCode.CONVERSATIONS_HELD)
        desk.notices_shown = (Notice(f"{1:032x}", EndShift(), None, why, NINE_O_CLOCK),)
        desk.show(with_shift(ENDED, before))
    else:
        desk.show(with_shift(ENDED, before))
    screens.settle()
    assert signed_out == ([] if refused else ["out"])


def test_a_shift_that_the_backend_does_not_end_is_told_of_where_it_was_asked(screens: Screens):
    """R060: not over the work, while the panel is open; and no longer once she asks again."""
    before = nothing_left()
    desk = StillDesk(before)
    work = WorkRobot(screens, screens.main_window(desk))
    work.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    work.button("endShiftNow").click()
    desk.show(project(before.confirmed, (a_row(EndShift()),), is_live=True))
    screens.settle()
    why = Problem(ProblemCode.CONVERSATIONS_HELD)
    desk.notices_shown = (Notice(f"{1:032x}", EndShift(), None, why, NINE_O_CLOCK),)
    desk.show(before)
    screens.settle()
    said = work.label("cannotEndShift")
    assert said.startswith("Vuoro ei päättynyt. Sinulla on vielä keskusteluja.")
    assert desk.notices == ()
    work.button("endShiftNow").click()
    screens.settle()
    assert not work.label("cannotEndShift").startswith("Vuoro ei päättynyt.")


def test_a_shift_that_cannot_end_any_more_says_so(screens: Screens):
    """The line is lost between a look at the button and the press on it."""
    before = nothing_left()
    desk = StillDesk(before)
    work = WorkRobot(screens, screens.main_window(desk))
    work.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    desk.show_link(LinkView(LinkState.OFFLINE))
    work.button("endShiftNow").click()
    assert desk.submitted == []
    assert work.label("cannotEndShift").startswith("Vuoro ei päättynyt. Yhteys on poikki")
    desk.show_link(LinkView(LinkState.LIVE))
    screens.settle()
    assert not work.label("cannotEndShift").startswith("Vuoro ei päättynyt.")
    assert work.button("endShiftNow").isEnabled()


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_button_of_the_panels_is_cut(screens: Screens, choice: ThemeChoice, scale: float):
    size = (round(1440 * scale), round(900 * scale))
    window = screens.main_window(StillDesk(with_shift(ENDED)), choice=choice, text_scale=scale, size=size)
    work = WorkRobot(screens, window)
    assert work.button("beginShift").width() >= work.button("beginShift").sizeHint().width()
    work.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    for name in ("returnAll", "releaseAll", "endShiftNow"):
        assert work.button(name).width() >= work.button(name).sizeHint().width()


def test_in_a_low_window_no_line_of_what_is_left_is_crushed(screens: Screens):
    window = screens.main_window(StillDesk(with_shift(ENDED)), size=(720, 450))
    work = WorkRobot(screens, window)
    work.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    every = found(window, QWidget, "shiftEndLines").findChildren(PlainLabel)
    lines = [line for line in every if line.isVisibleTo(window)]
    assert len(lines) > 10
    assert not [line.shown for line in lines if line.height() < line.heightForWidth(line.width())]
    panel = found(window, QWidget, "shiftEndPanel")
    end = work.button("endShiftNow")
    assert panel.rect().contains(end.rect().translated(end.mapTo(panel, end.rect().topLeft())))


def test_the_question_takes_no_keys_from_what_is_being_written(screens: Screens):
    """The line comes some seconds after she has begun to write."""
    desk = StillDesk(replace(with_shift(ENDED), is_live=False))
    work = WorkRobot(screens, screens.main_window(desk))
    work.conversation.type("Kesken")
    before = QApplication.focusWidget()
    desk.show(replace(desk.seen, is_live=True))
    screens.settle()
    assert found(work.window, QWidget, "shiftStart").isVisible()
    assert QApplication.focusWidget() is before


def test_nobody_is_asked_at_midnight_in_the_middle_of_a_shift(screens: Screens):
    desk = StillDesk(with_shift(Shift(Presence.AVAILABLE, NINE_O_CLOCK - timedelta(hours=1))))
    work = WorkRobot(screens, screens.main_window(desk))
    desk.pass_time(24 * 3600)
    desk.show(desk.seen)
    screens.settle()
    assert not found(work.window, QWidget, "shiftStart").isVisible()


def test_a_shift_that_cannot_begin_says_why(screens: Screens):
    desk = StillDesk(with_shift(ENDED))
    work = WorkRobot(screens, screens.main_window(desk))
    ticks(work, ADULTS)
    desk.show(replace(desk.seen, is_live=False))
    screens.settle()
    work.button("beginShift").click()
    says = found(work.window, QLabel, "cannotBeginShift")
    assert says.isVisible()
    assert says.text() != "Valitse ainakin yksi jono."
    assert found(work.window, QWidget, "shiftStart").isVisible()
    ticks(work)
    assert says.text() == "Valitse ainakin yksi jono."


def test_consultations_she_has_taken_go_back_to_their_line_in_one_act_and_offers_are_counted(
    screens: Screens,
):
    """R060: nothing she has taken is left with somebody who has gone."""
    before = nothing_left()
    me = before.confirmed.me
    taken = mine(holder=me)
    answered = mine(ConsultationId("4" * 32), holder=me, state=ConsultationState.ANSWERED)
    threads = {each.consultation_id: Thread(each, (QUESTION,)) for each in (taken, answered)}
    offer = an_offer(to=me)
    confirmed = replace(
        before.confirmed,
        consultations=threads,
        consultation_queues=lines(),
        offers={offer.conversation_id: offer},
    )
    desk = StillDesk(replace(before, confirmed=confirmed))
    work = WorkRobot(screens, screens.main_window(desk))
    work.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert [work.label(f"left {row}") for row in (10, 11)] == ["1", "1"]
    work.button("giveBackAll").click()
    assert desk.submitted == [ReleaseConsultation(ASKED, taken.responsibility_version)]
