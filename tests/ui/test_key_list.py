"""F1 lists the keys: all that the program has, whether an action, a shortcut or a widget takes them."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

import app.ui
from app.domain.callback import AttemptOutcome
from app.domain.desk_state import Capability
from app.ui.actions import deeds, key_words
from app.ui.further_keys import further_keys
from app.ui.language import Language
from app.ui.main_window import MainWindow
from app.ui.parts.button import Button
from app.ui.parts.mark_label import MarkLabel
from app.ui.safe_text import PlainLabel
from tests.support.callback_builders import a_callback
from tests.support.example_data import a_morning
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

UI = Path(str(app.ui.__file__)).parent
# What a key that widgets take by its Qt name is called on a key cap.
CAP_OF = {
    "Return": "Enter",
    "Escape": "Esc",
    "PageUp": "Page Up",
    "PageDown": "Page Down",
    "Up": "↑",
    "Down": "↓",
    "Space": "Väli",
    # Digits are counted from here.
    "0": "1–9",
}


def listed(window: MainWindow) -> QWidget:
    """The list, opened with F1."""
    work = found(window, QWidget, "keyList")
    assert work.isVisible()
    return work


def caps(window: MainWindow) -> set[str]:
    return {mark.accessibleName() for mark in listed(window).findChildren(MarkLabel)}


def everything_opened(screens: Screens, language: Language = Language.FINNISH) -> MainWindow:
    """Every view has been shown once, for views may be made when they are first asked for; then F1."""
    window = screens.main_window(StillDesk(a_morning(callbacks=(a_callback(),))), language=language)
    work = WorkRobot(screens, window)
    for key in (Qt.Key.Key_F9, Qt.Key.Key_Escape, Qt.Key.Key_F6, Qt.Key.Key_Escape):
        work.press(key)
    for key in (Qt.Key.Key_5, Qt.Key.Key_9, Qt.Key.Key_1):
        work.press(key, Qt.KeyboardModifier.ControlModifier)
    work.press(Qt.Key.Key_F1)
    return window


def keys_in_force(window: MainWindow) -> set[str]:
    """Every key that an action, a shortcut or a button of the window answers to."""
    keys = [key for action in window.findChildren(QAction) for key in action.shortcuts()]
    keys += [shortcut.key() for shortcut in window.findChildren(QShortcut)]
    keys += [button.shortcut() for button in window.findChildren(QAbstractButton)]
    return {key.toString(QKeySequence.SequenceFormat.PortableText) for key in keys} - {""}


def keys_widgets_take() -> set[str]:
    """Every key that a widget asks for by name in its own handlers."""
    return {
        node.attr.removeprefix("Key_")
        for path in UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr.startswith("Key_")
    }


@pytest.mark.parametrize("language", list(Language))
def test_f1_lists_every_deed_with_all_its_keys_and_closes_again(screens: Screens, language: Language):
    window = everything_opened(screens, language)
    sheet = listed(window)
    words = {label.shown for label in sheet.findChildren(PlainLabel)}
    assert {deed.words for deed in deeds() if deed.keys} <= words
    assert {use.words for group in further_keys() for use in group.uses} <= words
    assert {group.name for group in further_keys()} <= words
    assert {key_words(key) for deed in deeds() for key in deed.keys} <= caps(window)
    WorkRobot(screens, window).press(Qt.Key.Key_F1)
    assert not sheet.isVisible()


def test_every_key_that_is_in_force_is_listed(screens: Screens):
    window = everything_opened(screens)
    numbers = {str(number) for number in range(1, len(AttemptOutcome) + 1)}
    in_force = keys_in_force(window)
    # The outcomes of a call are a range on one cap.
    assert numbers <= in_force
    assert f"1–{len(AttemptOutcome)}" in caps(window)
    assert {key_words(key) for key in in_force - numbers} - caps(window) == set()


def test_every_key_that_a_widget_takes_by_itself_is_listed(screens: Screens):
    taken = keys_widgets_take()
    assert {"Return", "0", "Space", "Up"} <= taken
    shown = caps(everything_opened(screens))
    # The number pad's Enter is Enter; Ctrl+Y is left to its action by name.
    missing = {key for key in taken - {"Enter", "Y"} if CAP_OF.get(key, key) not in shown}
    assert missing == set()


def test_every_key_that_a_button_names_is_listed(screens: Screens):
    window = everything_opened(screens)
    named = {button._keys for button in window.findChildren(Button)} - {""}
    # A button of an outcome names its one number.
    assert {key for key in named if not key.isdigit()} - caps(window) == set()


def test_a_key_that_is_not_listed_is_caught(screens: Screens):
    window = everything_opened(screens)
    QShortcut(QKeySequence("Ctrl+J"), window)
    assert {key_words(key) for key in keys_in_force(window)} - caps(window) >= {"Ctrl J"}


@pytest.mark.parametrize("view", ["goToCallbacks", "goToSituation"])
def test_it_opens_over_whatever_is_shown(screens: Screens, view: str):
    """F1 opened it behind the calls, and the keys went where nobody saw them."""
    window = screens.main_window(StillDesk(a_morning()))
    window.do(view)
    screens.settle()
    window.do("showKeys")
    screens.settle()
    panel = found(window, QWidget, "keysPanel")
    assert panel.isVisible()
    assert panel.hasFocus()
    window.do("goToQueues")
    screens.settle()
    assert not panel.isVisible()
    window.do("showKeys")
    screens.settle()
    assert panel.isVisible()


def test_what_only_a_supervisor_can_do_is_listed_for_supervisors(screens: Screens):
    """A counsellor pressed Ctrl+9 as it stood there, and nothing came of it."""
    for capabilities, is_listed in ((frozenset[Capability](), False), (frozenset(Capability), True)):
        seen = a_morning()
        confirmed = replace(seen.confirmed, capabilities=capabilities)
        window = screens.main_window(StillDesk(replace(seen, confirmed=confirmed)))
        window.do("showKeys")
        screens.settle()
        words = next(deed.words for deed in deeds() if deed.name == "goToSituation")
        labels = listed(window).findChildren(PlainLabel)
        assert [label.isVisible() for label in labels if label.shown == words] == [is_listed]
