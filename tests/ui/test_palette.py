"""The palette: everything is found by words of any language and done by the keyboard alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QWidget

from app.domain.link import LinkState, LinkView
from app.domain.presence import Presence, SetPresence, Shift
from app.ui.actions import deeds
from app.ui.language import Language
from app.ui.palette.search_words import SEARCH_WORDS
from tests.support.example_data import BEHIND, FRONT, a_morning
from tests.support.screen_robots import ListRobot, WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk
from tests.ui.test_departed import change

CTRL_K = (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
EHK = "Ehkäisevä toimeentulotuki on harkinnanvaraista."


class Opened:
    """A palette over the conversation in front, opened while she writes."""

    def __init__(self, screens: Screens, language: Language = Language.FINNISH) -> None:
        self.screens = screens
        self.desk = StillDesk(a_morning())
        self.work = WorkRobot(screens, screens.main_window(self.desk, language=language))
        self.work.conversation.view.composer.setFocus()
        self.work.press(*CTRL_K)
        self.field = found(self.work.window, QLineEdit, "paletteSearch")

    @property
    def is_open(self) -> bool:
        return found(self.work.window, QWidget, "palette").isVisible()

    @property
    def rows(self) -> list[str]:
        return ListRobot(self.screens, found(self.work.window, QListView, "paletteList")).spoken

    def search(self, words: str) -> None:
        assert self.field.hasFocus()
        self.field.setText(words)
        self.screens.settle()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.field, key)
        self.screens.settle()


def test_the_top_bar_shows_the_way_to_it_and_a_click_opens_it(screens: Screens):
    """Who comes once a fortnight remembers no key; the keys come back to where they were."""
    work = WorkRobot(screens, screens.main_window(StillDesk(a_morning())))
    work.conversation.view.composer.setFocus()
    way = work.button("searchOrCommand")
    assert way.accessibleName() == "Hae tai komenna (Ctrl K)"
    QTest.mouseClick(way, Qt.MouseButton.LeftButton)
    screens.settle()
    field = found(work.window, QLineEdit, "paletteSearch")
    assert field.isVisible()
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    screens.settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "composerText"


def test_every_action_has_words_in_three_languages():
    assert {deed.name for deed in deeds()} == set(SEARCH_WORDS)
    for words in SEARCH_WORDS.values():
        assert len(words.split(" · ")) == 3


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("searched", ["siirra", "överför", "TRANSFER"])
def test_an_action_is_found_whatever_the_language_of_the_screen(
    screens: Screens, language: Language, searched: str
):
    opened = Opened(screens, language)
    opened.search(searched)
    assert "F6" in opened.rows[0]
    opened.press(Qt.Key.Key_Return)
    assert not opened.is_open
    assert found(opened.work.conversation.view, QWidget, "transferSheet").isVisible()


def test_a_canned_answer_is_put_into_the_message_at_the_cursor(screens: Screens):
    opened = Opened(screens)
    opened.press(Qt.Key.Key_Escape)
    opened.work.conversation.type("Hei!")
    opened.work.press(*CTRL_K)
    opened.search("förebyggande")
    opened.press(Qt.Key.Key_Return)
    assert opened.work.conversation.text == f"Hei! {EHK}"


def test_a_conversation_comes_to_the_front(screens: Screens):
    opened = Opened(screens)
    opened.search("4815")
    opened.press(Qt.Key.Key_Return)
    assert opened.work.tabs.conversation_id == BEHIND


def test_arrows_walk_and_escape_gives_the_keys_back(screens: Screens):
    opened = Opened(screens)
    assert len(opened.rows) > 10
    opened.press(Qt.Key.Key_Down)
    assert found(opened.work.window, QListView, "paletteList").currentIndex().row() == 1
    opened.press(Qt.Key.Key_Escape)
    assert not opened.is_open
    assert QApplication.focusWidget() is opened.work.conversation.view.composer.focusProxy()


def test_going_elsewhere_closes_it_and_nothing_is_modal(screens: Screens):
    opened = Opened(screens)
    assert QApplication.activeModalWidget() is None
    opened.work.queues.view.setFocus()
    assert not opened.is_open


def test_only_what_would_do_something_now_is_offered(screens: Screens):
    opened = Opened(screens)
    keys = " · ".join(opened.rows)
    assert "F6" in keys
    assert "Ctrl Y" not in keys
    assert "F8" not in keys
    opened.press(Qt.Key.Key_Escape)
    opened.work.window.open_callback("")
    opened.work.press(*CTRL_K)
    opened.search("soita")
    assert any("F8" in row for row in opened.rows)


def test_without_a_conversation_nothing_of_one_is_offered(screens: Screens):
    desk = StillDesk(a_morning(windows={}))
    confirmed = desk.seen.confirmed
    desk.show(replace(desk.seen, confirmed=replace(confirmed, heads={})))
    work = WorkRobot(screens, screens.main_window(desk))
    for departed in desk.departed:
        desk.let_go(departed.conversation_id)
    screens.settle()
    work.press(*CTRL_K)
    rows = ListRobot(screens, found(work.window, QListView, "paletteList")).spoken
    assert rows
    assert not [row for row in rows if "F6" in row or "F9" in row]


def test_nothing_found_says_so(screens: Screens):
    opened = Opened(screens)
    opened.search("zzz")
    assert opened.rows == []
    assert found(opened.work.window, QLabel, "paletteHint").text().startswith("Näillä sanoilla ei löydy")
    opened.press(Qt.Key.Key_Return)
    assert opened.is_open


def test_an_answer_found_for_one_goes_to_no_other_who_has_come_to_the_front(screens: Screens):
    opened = Opened(screens)
    opened.press(Qt.Key.Key_Escape)
    opened.work.press(*CTRL_K)
    opened.search("förebyggande")
    desk = opened.desk
    change(desk, FRONT, None)
    desk.departed_shown = ()
    desk.show(desk.seen)
    screens.settle()
    assert opened.work.conversation.view.conversation_id == BEHIND
    before = desk.drafts.text(BEHIND)
    opened.press(Qt.Key.Key_Return)
    assert desk.drafts.text(BEHIND) == before


@pytest.mark.parametrize(
    ("searched", "presence"),
    [
        *(("tauko", Presence.ON_BREAK), ("paus", Presence.ON_BREAK), ("break", Presence.ON_BREAK)),
        *(("lunch", Presence.ON_BREAK), ("poissa", Presence.AWAY), ("frånvarande", Presence.AWAY)),
        *(("varattu", Presence.BUSY), ("upptagen", Presence.BUSY), ("busy", Presence.BUSY)),
    ],
)
def test_a_presence_is_said_by_a_word_of_any_language(screens: Screens, searched: str, presence: Presence):
    """R057: she need not remember where it stands."""
    opened = Opened(screens)
    opened.search(searched)
    opened.press(Qt.Key.Key_Return)
    assert not opened.is_open
    assert opened.desk.submitted == [SetPresence(presence)]


@pytest.mark.parametrize("searched", ["paikalla", "på plats", "available"])
def test_whoever_comes_back_says_so_by_a_word(screens: Screens, searched: str):
    opened = Opened(screens)
    confirmed = replace(opened.desk.seen.confirmed, shift=Shift(Presence.ON_BREAK))
    opened.desk.show(replace(opened.desk.seen, confirmed=confirmed))
    screens.settle()
    opened.search(searched)
    opened.press(Qt.Key.Key_Return)
    assert opened.desk.submitted == [SetPresence(Presence.AVAILABLE)]


def test_what_she_has_said_already_is_not_offered_nor_anything_without_the_line(screens: Screens):
    opened = Opened(screens)
    opened.search("sinä vapaa")
    names = [row.split(",")[0] for row in opened.rows]
    assert "Kerro olevasi vapaa" not in names
    opened.desk.show_link(LinkView(LinkState.OFFLINE))
    screens.settle()
    opened.search("tauolle")
    assert "Lähde tauolle" not in " · ".join(opened.rows)
