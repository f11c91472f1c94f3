"""Masking part of a message by hand: by keys and by mouse, told that it is for good, kept nowhere (P02)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit

from app.domain.masking import MaskSpan
from app.domain.project import Seen, project
from app.ui.chat.mask_panel import MaskPanel
from app.ui.chat.span_places import SpanPlaces
from tests.support.desk_builders import a_message
from tests.support.example_data import FRONT, a_morning
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

KEY = (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
WORD_BACK = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def with_text(text: str, masked: tuple[str, ...] = ()) -> Seen:
    """The conversation in front has one message."""
    seen = a_morning()
    window = replace(seen.confirmed.windows[FRONT], messages=(a_message(1, text, masked=masked),))
    heads = {**seen.confirmed.heads, FRONT: replace(seen.confirmed.heads[FRONT], last_seq=1)}
    confirmed = replace(seen.confirmed, heads=heads, windows={**seen.confirmed.windows, FRONT: window})
    return project(confirmed, (), is_live=True)


class Masking:
    """The panel over the conversation in front."""

    def __init__(self, screens: Screens, seen: Seen, size: tuple[int, int] = (1920, 1080)) -> None:
        self.screens = screens
        self.desk = StillDesk(seen)
        self.window = screens.main_window(self.desk, size=size)
        self.work = WorkRobot(screens, self.window)

    def open(self) -> None:
        self.work.press(*KEY)

    @property
    def panel(self) -> MaskPanel:
        return found(self.work.conversation.view, MaskPanel, "maskPanel")

    @property
    def is_open(self) -> bool:
        panel = self.work.conversation.view.findChild(MaskPanel, "maskPanel")
        return panel is not None and panel.isVisible()

    @property
    def edit(self) -> QPlainTextEdit:
        return found(self.panel, QPlainTextEdit, "maskText")

    @property
    def state(self) -> str:
        return found(self.panel, QLabel, "maskState").text()

    def can_mask(self) -> bool:
        return found(self.panel, QAbstractButton, "maskSpan").isEnabled()

    def select(self, first: int, last: int) -> None:
        cursor = self.edit.textCursor()
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        self.edit.setTextCursor(cursor)
        self.screens.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.edit, key, modifier)
        self.screens.settle()


def test_by_keys_alone_a_word_is_selected_and_masked(screens: Screens):
    """The key opens the newest message, Shift and arrows select, Enter masks."""
    masking = Masking(screens, with_text("Nimeni on Aino"))
    masking.open()
    assert masking.edit.hasFocus()
    masking.press(Qt.Key.Key_End)
    masking.press(Qt.Key.Key_Left, WORD_BACK)
    masking.press(Qt.Key.Key_Return)
    version = masking.desk.seen.confirmed.heads[FRONT].responsibility_version
    assert masking.desk.submitted == [MaskSpan(FRONT, 1, 10, 14, 0, version)]
    assert not masking.is_open
    assert masking.work.conversation.view.composer.has_focus


def test_before_it_is_done_it_says_that_it_is_for_good(screens: Screens):
    masking = Masking(screens, with_text("Nimeni on Aino"))
    masking.open()
    assert not masking.can_mask()
    masking.select(10, 14)
    assert masking.can_mask()
    assert masking.state == (
        "”Aino” peitetään lopullisesti, myös asiakkaalta. "
        "Peitettyä ei säilytetä missään eikä peittämistä voi perua."
    )


@pytest.mark.parametrize(
    ("text", "units", "span"),
    [
        ("👩 Aino", (3, 7), (2, 6)),
        ("👩\u200d👧 Aino", (0, 1), (0, 3)),
        ("a\u202eAino", (6, 10), (2, 6)),
        ("e\u0301 b", (0, 1), (0, 2)),
        ("a\tb", (5, 6), (2, 3)),
        ("eka\ntoka", (4, 8), (4, 8)),
        ("abc", (1, 1), (0, 0)),
    ],
)
def test_what_is_selected_on_the_screen_is_counted_in_code_points(
    text: str, units: tuple[int, int], span: tuple[int, int]
):
    """Pictures are two units and one code point; a direction mark is shown as five letters."""
    assert SpanPlaces(text).span(*units) == span


def test_esc_puts_it_away_and_keeps_no_words_of_it(screens: Screens):
    masking = Masking(screens, with_text("Nimeni on Aino"))
    masking.open()
    edit = masking.edit
    masking.work.press(Qt.Key.Key_Escape)
    assert not masking.is_open
    assert edit.toPlainText() == ""
    assert masking.desk.submitted == []


def test_another_message_is_a_step_away(screens: Screens):
    masking = Masking(screens, a_morning())
    masking.open()
    assert masking.edit.toPlainText() == "Joo, miten se tehdään?"
    found(masking.panel, QAbstractButton, "maskEarlier").click()
    screens.settle()
    assert masking.edit.toPlainText().startswith("En näe päätöksiä")
    assert (
        found(masking.panel, QLabel, "maskTitle").text() == "Peitä osa viestistä, joka lähetettiin klo 10.57"
    )


def test_a_message_is_opened_by_the_mouse(screens: Screens):
    masking = Masking(screens, a_morning())
    view = masking.work.conversation.transcript.view
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    screens.settle()
    assert masking.edit.toPlainText().startswith("Hei, milloin voi hakea")
    masking.work.press(Qt.Key.Key_Escape)
    place = view.visualRect(view.model().index(5, 0)).center()
    menu = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, QPoint(place), view.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(view.viewport(), menu)
    screens.settle()
    assert masking.edit.toPlainText() == "Joo, miten se tehdään?"


def test_what_was_masked_meanwhile_is_shown_as_it_is_now(screens: Screens):
    masking = Masking(screens, with_text("Nimeni on Aino"))
    masking.open()
    masking.select(10, 14)
    masking.desk.show(with_text("Nimeni on █████", ("by_hand",)))
    screens.settle()
    assert masking.edit.toPlainText() == "Nimeni on █████"
    assert not masking.can_mask()


def test_a_customer_who_leaves_takes_the_panel_along(screens: Screens):
    masking = Masking(screens, with_text("Nimeni on Aino"))
    masking.open()
    gone = masking.desk.seen.confirmed
    windows = {key: value for key, value in gone.windows.items() if key != FRONT}
    masking.desk.show(project(replace(gone, windows=windows), (), is_live=True))
    screens.settle()
    assert not masking.is_open
