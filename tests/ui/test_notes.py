"""Notes on the screen: a box of another kind, its own draft, and their place in the transcript."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QPlainTextEdit

from app.desk.views import note_rows, with_notes
from app.domain.commands import WriteNote
from app.domain.conversation import Note
from app.domain.ids import note_slot
from app.ui.chat.draft_edit import PASTE_LIMIT, DraftEdit
from app.ui.parts.button import Button
from tests.support.desk_builders import MAIJA, minutes_ago
from tests.support.example_data import BEHIND, FRONT, a_morning
from tests.support.offer_builders import SARI
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk
from tests.ui.test_wrap_up import a_desk

CTRL = Qt.KeyboardModifier.ControlModifier
NOTES = {
    FRONT: (
        Note(1, 1, SARI, minutes_ago(9), "Soitettu etuuskäsittelyyn.", None),
        Note(2, 4, MAIJA, minutes_ago(1), "Palaa asiaan <b>maanantaina</b>.", None),
    )
}


def at_work(screens: Screens, **what: Any) -> tuple[StillDesk, WorkRobot, QPlainTextEdit]:
    desk = StillDesk(a_morning(**what))
    work = WorkRobot(screens, screens.main_window(desk))
    return desk, work, found(work.window, QPlainTextEdit, "noteText")


def heard(work: WorkRobot) -> list[str]:
    model = found(work.conversation.view, QListView, "transcript").model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def test_notes_stand_between_the_messages_and_say_who_sees_them(screens: Screens):
    _, work, _ = at_work(screens, notes=NOTES)
    rows = heard(work)
    (first,) = [number for number, row in enumerate(rows) if "Soitettu etuuskäsittelyyn." in row]
    assert rows[first].startswith("Muistiinpano · Sari Nieminen")
    assert "ei näy asiakkaalle" in rows[first]
    assert rows[first - 1].startswith("Asiakas")
    assert any("<b>maanantaina</b>" in row for row in rows)


def test_notes_keep_their_order_where_there_are_no_messages():
    placed = with_notes((), note_rows(a_morning(notes=NOTES), FRONT))
    assert [row.text for row in placed] == [note.text for note in NOTES[FRONT]]


def test_a_note_is_a_draft_of_its_own_and_enter_keeps_it(screens: Screens):
    desk, work, box = at_work(screens)
    work.conversation.type("Hei")
    work.press(Qt.Key.Key_6, CTRL)
    assert box.hasFocus()
    QTest.keyClicks(box, "Soitettu")
    assert desk.drafts.text(note_slot(FRONT)) == "Soitettu"
    assert desk.drafts.text(FRONT) == "Hei"
    QTest.keyClick(box, Qt.Key.Key_Return)
    version = desk.seen.confirmed.heads[FRONT].responsibility_version
    assert desk.submitted == [WriteNote(FRONT, "Soitettu", version)]


def test_what_is_written_about_one_never_lands_with_another(screens: Screens):
    desk, work, box = at_work(screens)
    box.insertPlainText("Vain ensimmainen")
    work.open(BEHIND)
    assert box.toPlainText() == ""
    box.insertPlainText("Vain toinen")
    work.open(FRONT)
    assert box.toPlainText() == "Vain ensimmainen"
    assert desk.drafts.text(note_slot(BEHIND)) == "Vain toinen"
    assert desk.drafts.text(note_slot(FRONT)) == "Vain ensimmainen"


def test_nothing_is_kept_of_an_empty_note(screens: Screens):
    desk, work, box = at_work(screens)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert desk.submitted == []
    assert not found(work.window, Button, "saveNote").isVisible()


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
def test_a_note_that_is_refused_says_why_until_it_is_changed(screens: Screens, size: tuple[int, int]):
    desk = StillDesk(a_morning(limits=replace(a_morning().confirmed.limits, message_characters=5)))
    work = WorkRobot(screens, screens.main_window(desk, size=size))
    box = found(work.window, QPlainTextEdit, "noteText")
    work.press(Qt.Key.Key_6, CTRL)
    QTest.keyClicks(box, "Liian pitka")
    QTest.keyClick(box, Qt.Key.Key_Return)
    says = found(work.window, QLabel, "noteState")
    assert desk.submitted == []
    assert says.isVisible()
    assert "liian pitkä" in says.text()
    work.window.show_now()
    assert "liian pitkä" in says.text()
    QTest.keyClicks(box, "!")
    assert "liian pitkä" not in says.text()


@pytest.mark.parametrize(
    ("key", "box_name", "state_name"),
    [
        (Qt.Key.Key_6, "noteText", "noteState"),
        (Qt.Key.Key_F6, "internalMessage", "transferState"),
        (Qt.Key.Key_F9, "wrapUpNotes", "wrapUpState"),
    ],
)
def test_what_is_too_long_to_paste_is_told_wherever_it_is_pasted(
    screens: Screens, key: Qt.Key, box_name: str, state_name: str
):
    work = WorkRobot(screens, screens.main_window(a_desk()))
    work.press(key, CTRL if key == Qt.Key.Key_6 else Qt.KeyboardModifier.NoModifier)
    screens.turn()
    mime = QMimeData()
    mime.setText("x" * (PASTE_LIMIT + 1))
    QGuiApplication.clipboard().setMimeData(mime)
    found(work.window, DraftEdit, box_name).paste()
    work.window.show_now()
    assert "leikepöydällä" in found(work.window, QLabel, state_name).text()


def test_a_long_note_is_paged_where_it_is_written(screens: Screens):
    _, work, box = at_work(screens)
    box.setPlainText("\n".join("rivi" for _ in range(40)))
    work.press(Qt.Key.Key_6, CTRL)
    box.moveCursor(box.textCursor().MoveOperation.Start)
    QTest.keyClick(box, Qt.Key.Key_PageDown)
    assert box.textCursor().blockNumber() > 0
