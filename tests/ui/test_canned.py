"""Canned answers: found while writing or by a search, put into the text and never over it (R089)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListView, QPlainTextEdit, QWidget

from app.domain.commands import WriteMessage
from app.domain.conversation import Identity
from tests.support.example_data import BEHIND, FRONT, a_morning, ended, those_held
from tests.support.screen_robots import ConversationRobot, ListRobot, WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

EHK = "Ehkäisevä toimeentulotuki on harkinnanvaraista."
CALL = "Jätä soittopyyntö: {soittopyynnön osoite}. Neuvonta: {neuvonnan puhelinnumero}."
UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


class Writing:
    """The composer in front, and the list that a slash opens."""

    def __init__(self, screens: Screens, desk: StillDesk) -> None:
        self._screens = screens
        self.desk = desk
        self.work = WorkRobot(screens, screens.main_window(desk))

    @property
    def chat(self) -> ConversationRobot:
        return self.work.conversation

    @property
    def box(self) -> QPlainTextEdit:
        return found(self.chat.view, QPlainTextEdit, "composerText")

    @property
    def is_offering(self) -> bool:
        return found(self.chat.view, QWidget, "completion").isVisible()

    @property
    def offered(self) -> list[str]:
        """The shortcuts in the list, best first; nothing while it is closed."""
        if not self.is_offering:
            return []
        rows = ListRobot(self._screens, found(self.chat.view, QListView, "completionList")).spoken
        return [row.split(",")[0] for row in rows]

    @property
    def selected(self) -> str:
        return self.box.textCursor().selectedText()

    def type(self, text: str) -> None:
        """Type letters one by one, as a keyboard does."""
        self.box.setFocus()
        for letter in text:
            self.box.insertPlainText(letter)
        self._screens.settle()

    def put_cursor(self, position: int, to: int | None = None) -> None:
        cursor = self.box.textCursor()
        cursor.setPosition(position)
        if to is not None:
            cursor.setPosition(to, QTextCursor.MoveMode.KeepAnchor)
        self.box.setTextCursor(cursor)


@pytest.fixture
def writing(screens: Screens) -> Writing:
    return Writing(screens, StillDesk(a_morning()))


def test_a_slash_offers_all_and_letters_narrow_it_down(writing: Writing):
    writing.type("/")
    assert writing.offered == ["/112", "/ehk", "/tunn", "/soitto"]
    writing.type("e")
    assert writing.offered[0] == "/ehk"
    writing.type("hk")
    assert writing.offered == ["/ehk"]


@pytest.mark.parametrize(
    ("searched", "shortcut"),
    [("vaarassa", "/112"), ("forebyggande", "/ehk"), ("preventive", "/ehk"), ("EHKAISEVA", "/ehk")],
)
def test_found_by_words_of_any_language(writing: Writing, searched: str, shortcut: str):
    writing.type(f"/{searched}")
    assert writing.offered == [shortcut]


@pytest.mark.parametrize("text", ["ja/tai", "http://a", "1/2", "/eimitään", "/ehk nyt"])
def test_no_list_in_the_middle_of_a_word_nor_for_what_is_none(writing: Writing, text: str):
    writing.type(text)
    assert not writing.is_offering


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_enter_and_tab_put_it_into_the_text_and_send_nothing(writing: Writing, key: Qt.Key):
    writing.type("Hei! /ehk")
    writing.chat.press(key)
    assert writing.chat.text == f"Hei! {EHK}"
    assert writing.desk.drafts.text(FRONT) == f"Hei! {EHK}"
    assert writing.desk.submitted == []
    assert writing.box.hasFocus()
    assert not writing.is_offering


def test_the_arrows_choose_another(writing: Writing):
    writing.type("/")
    writing.chat.press(Qt.Key.Key_Down)
    writing.chat.press(Qt.Key.Key_Down)
    writing.chat.press(Qt.Key.Key_Up)
    writing.chat.press(Qt.Key.Key_Return)
    assert writing.chat.text == EHK


def test_what_stands_around_it_stays(writing: Writing):
    """Inserted into the text, never over it."""
    writing.type("alku loppu")
    writing.put_cursor(5)
    writing.type("/ehk")
    assert writing.offered == ["/ehk"]
    writing.chat.press(Qt.Key.Key_Return)
    assert writing.chat.text == f"alku {EHK} loppu"


def test_one_undo_takes_the_whole_of_it_back(writing: Writing):
    writing.type("Hei! /ehk")
    writing.chat.press(Qt.Key.Key_Return)
    writing.chat.press(*UNDO)
    assert writing.chat.text == "Hei! /ehk"
    assert not writing.is_offering
    assert writing.desk.drafts.text(FRONT) == "Hei! /ehk"


def test_escape_closes_the_list_and_leaves_the_text(writing: Writing):
    writing.type("/eh")
    writing.chat.press(Qt.Key.Key_Escape)
    assert (writing.chat.text, writing.is_offering) == ("/eh", False)
    writing.type("k")
    assert not writing.is_offering
    writing.type(" /eh")
    assert writing.offered == ["/ehk"]


def test_it_closes_when_the_cursor_or_the_keys_go_elsewhere(writing: Writing):
    writing.type("alku /eh")
    writing.put_cursor(2)
    assert not writing.is_offering
    writing.put_cursor(8)
    writing.type("k")
    assert writing.offered == ["/ehk"]
    writing.work.queues.view.setFocus()
    assert not writing.is_offering
    assert writing.chat.text == "alku /ehk"


def test_in_the_customers_language_whatever_the_screens(screens: Screens):
    front, behind = those_held()
    seen = a_morning()
    heads = {**seen.confirmed.heads, FRONT: replace(front, language="sv"), BEHIND: behind}
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, heads=heads)))
    writing = Writing(screens, desk)
    writing.type("/ehk")
    writing.chat.press(Qt.Key.Key_Return)
    assert writing.chat.text == "Förebyggande utkomststöd beviljas enligt prövning."


def test_where_there_is_none_in_her_language_the_row_says_so(screens: Screens):
    front, behind = those_held()
    seen = a_morning()
    heads = {**seen.confirmed.heads, FRONT: replace(front, language="en"), BEHIND: behind}
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, heads=heads)))
    writing = Writing(screens, desk)
    writing.type("/")
    rows = ListRobot(screens, found(writing.chat.view, QListView, "completionList")).spoken
    assert [("vain: suomi" in row) for row in rows] == [False, True, True, False]
    assert "If your life is in danger" in rows[0]


def test_what_is_for_anonymous_customers_is_not_offered_for_another(writing: Writing):
    writing.work.open(BEHIND)
    assert writing.desk.seen.confirmed.heads[BEHIND].identity is Identity.IDENTIFIED
    writing.type("/tunn")
    assert not writing.is_offering


def test_blanks_are_selected_one_after_the_other_and_then_tab_leads_on(writing: Writing):
    writing.type("👋 /soitto")
    writing.chat.press(Qt.Key.Key_Return)
    assert writing.chat.text == f"👋 {CALL}"
    assert writing.selected == "{soittopyynnön osoite}"
    writing.type("esimerkki.fi/soita")
    writing.chat.press(Qt.Key.Key_Tab)
    assert writing.selected == "{neuvonnan puhelinnumero}"
    writing.type("09 555 0120")
    assert writing.chat.text == "👋 Jätä soittopyyntö: esimerkki.fi/soita. Neuvonta: 09 555 0120."
    writing.chat.press(Qt.Key.Key_Tab)
    assert not writing.box.hasFocus()


def test_shift_and_tab_go_back_to_a_blank(writing: Writing):
    writing.type("/soitto")
    writing.chat.press(Qt.Key.Key_Return)
    writing.chat.press(Qt.Key.Key_Tab)
    writing.chat.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert writing.selected == "{soittopyynnön osoite}"


def test_a_blank_that_is_left_is_not_sent_and_a_sentence_says_which(writing: Writing):
    writing.type("/soitto")
    writing.chat.press(Qt.Key.Key_Return)
    writing.chat.send()
    assert writing.desk.submitted == []
    assert writing.chat.text == CALL
    assert writing.chat.says("composerTrouble") == (
        "Täytä ensin {soittopyynnön osoite} tai poista se tekstistä."
    )


def test_braces_of_her_own_are_sent(writing: Writing):
    writing.type("{a} on muuttuja")
    writing.chat.send()
    assert writing.desk.submitted == [WriteMessage(FRONT, "{a} on muuttuja", 1)]


def test_nothing_is_offered_where_nothing_can_be_written(screens: Screens):
    front, behind = those_held()
    seen = a_morning()
    heads = {**seen.confirmed.heads, FRONT: ended(front), BEHIND: behind}
    desk = StillDesk(replace(seen, confirmed=replace(seen.confirmed, heads=heads)))
    writing = Writing(screens, desk)
    panel = Panel(screens, writing)
    panel.search("ehk")
    panel.enter()
    assert writing.chat.text == ""
    assert not found(writing.chat.view, QAbstractButton, "canned").isEnabled()


class Panel:
    """The answers in the right column."""

    def __init__(self, screens: Screens, writing: Writing) -> None:
        self._screens = screens
        self._window = writing.work.window
        self.field = found(self._window, QLineEdit, "cannedSearch")
        self.list = ListRobot(screens, found(self._window, QListView, "cannedList"))

    @property
    def shortcuts(self) -> list[str]:
        return [row.split(",")[0] for row in self.list.spoken]

    def search(self, words: str) -> None:
        self.field.setFocus()
        self.field.setText(words)
        self._screens.settle()

    def enter(self) -> None:
        QTest.keyClick(self.field, Qt.Key.Key_Return)
        self._screens.settle()


def test_the_right_column_searches_and_inserts_at_the_cursor(screens: Screens, writing: Writing):
    writing.type("Hei! Näkemiin.")
    writing.put_cursor(5)
    panel = Panel(screens, writing)
    assert panel.shortcuts == ["/112", "/ehk", "/tunn", "/soitto"]
    panel.search("utkomststöd förebyggande")
    assert panel.shortcuts == ["/ehk"]
    panel.enter()
    assert writing.chat.text == f"Hei! {EHK} Näkemiin."
    assert writing.box.hasFocus()


def test_what_is_selected_stays(screens: Screens, writing: Writing):
    writing.type("Hei sinä")
    writing.put_cursor(0, 8)
    panel = Panel(screens, writing)
    panel.search("ehk")
    panel.enter()
    assert writing.chat.text == f"Hei sinä {EHK}"


def test_the_arrows_walk_from_the_search_field(screens: Screens, writing: Writing):
    panel = Panel(screens, writing)
    panel.search("e")
    second = panel.shortcuts[1]
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.list.view.currentIndex().row() == 1
    panel.enter()
    assert writing.chat.text == writing.box.toPlainText() != ""
    assert second in panel.shortcuts


def test_a_search_without_a_find_says_so(screens: Screens, writing: Writing):
    panel = Panel(screens, writing)
    panel.search("zzz")
    assert panel.shortcuts == []
    shown = [label.text() for label in writing.work.window.findChildren(QLabel) if label.isVisible()]
    assert "Missään vastauspohjassa ei ole näitä sanoja. Kokeile muita." in shown


def test_a_double_click_inserts_too(screens: Screens, writing: Writing):
    panel = Panel(screens, writing)
    panel.list.double_click("/ehk")
    assert writing.chat.text == EHK


def test_the_button_begins_a_shortcut(screens: Screens, writing: Writing):
    writing.type("Hei!")
    found(writing.chat.view, QAbstractButton, "canned").click()
    screens.settle()
    assert writing.chat.text == "Hei! /"
    assert writing.offered == ["/112", "/ehk", "/tunn", "/soitto"]


def test_without_answers_there_is_no_button_and_no_list(screens: Screens):
    writing = Writing(screens, StillDesk(a_morning(canned_answers=())))
    writing.type("/")
    assert not writing.is_offering
    assert not found(writing.chat.view, QAbstractButton, "canned").isVisible()
    assert not found(writing.work.window, QWidget, "cannedPanel").isVisible()


def test_in_a_low_window_no_canned_answer_is_cut_through(screens: Screens):
    window = screens.main_window(StillDesk(a_morning()), size=(720, 450))
    work = WorkRobot(screens, window)
    work.conversation.type("/")
    view = found(work.conversation.view, QListView, "completionList")
    assert view.isVisible()
    bottom = view.mapTo(work.conversation.view, view.rect().bottomLeft()).y()
    box = found(work.conversation.view, QPlainTextEdit, "composerText")
    assert bottom < box.mapTo(work.conversation.view, box.rect().topLeft()).y()
    assert view.height() % view.sizeHintForRow(0) == 0
    completion = found(work.conversation.view, QWidget, "completion")
    assert completion.rect().contains(view.geometry())
