"""Robots: hands and eyes on the windows, by object name and what a screen reader hears."""

from __future__ import annotations

from typing import Protocol, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QListView, QPlainTextEdit, QWidget

from app.ui.chat.chat_tabs import ChatTabs
from app.ui.chat.conversation_view import ConversationView
from app.ui.main_window import MainWindow
from app.ui.parts.banner import Banner

_Widget = TypeVar("_Widget", bound=QWidget)


class Settles(Protocol):
    """Whatever can let everything that is due be done: `Screens`, or a loop that turns by itself."""

    def settle(self) -> None:
        """Let it be done."""


def found(root: QWidget, kind: type[_Widget], name: str) -> _Widget:
    """The widget of that kind and object name."""
    widget = root.findChild(kind, name)
    assert widget is not None, f"there is no {name}"
    return widget


class ListRobot:
    """A list of rows."""

    def __init__(self, screens: Settles, view: QListView) -> None:
        self._screens = screens
        self.view = view

    @property
    def spoken(self) -> list[str]:
        """What a screen reader hears of each row."""
        model = self.view.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(number, 0).data(role)) for number in range(model.rowCount())]

    def row(self, part: str) -> int:
        """The first row in whose words ``part`` is."""
        for number, words in enumerate(self.spoken):
            if part in words:
                return number
        raise AssertionError(f"no row says {part!r}: {self.spoken}")

    def choose(self, part: str) -> None:
        """Move to a row by the keys."""
        self.view.setFocus()
        self.view.setCurrentIndex(self.view.model().index(self.row(part), 0))
        self._screens.settle()

    def press_enter(self) -> None:
        """Press Enter on the chosen row."""
        QTest.keyClick(self.view, Qt.Key.Key_Return)
        self._screens.settle()

    def double_click(self, part: str) -> None:
        """Click a row twice."""
        area = self.view.visualRect(self.view.model().index(self.row(part), 0))
        at = area.center()
        viewport = self.view.viewport()
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        self._screens.settle()

    def click_at(self, at: QPoint) -> None:
        """Click a point of the list."""
        viewport = self.view.viewport()
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        self._screens.settle()


class ConversationRobot:
    """One conversation: its transcript, its composer, its strips."""

    def __init__(self, screens: Settles, view: ConversationView) -> None:
        self._screens = screens
        self.view = view
        self.transcript = ListRobot(screens, found(view, QListView, "transcript"))
        self._box = found(view, QPlainTextEdit, "composerText")

    @property
    def text(self) -> str:
        """What stands in the composer."""
        return self._box.toPlainText()

    def type(self, text: str) -> None:
        """Type letters."""
        self._box.setFocus()
        self._box.insertPlainText(text)
        self._screens.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the composer."""
        QTest.keyClick(self._box, key, modifier)
        self._screens.settle()

    def send(self) -> None:
        """Press Enter."""
        self.press(Qt.Key.Key_Return)

    def says(self, name: str) -> str:
        """What a label shows, or "" while it is hidden."""
        label = found(self.view, QLabel, name)
        return label.text() if label.isVisible() else ""

    def banner(self, name: str) -> str:
        """What a strip says, or "" while it is hidden."""
        strip = found(self.view, Banner, name)
        return strip.accessibleName() if strip.isVisible() else ""

    def answer(self, name: str) -> None:
        """Press a button of a strip."""
        button = found(self.view, QAbstractButton, name)
        assert button.isVisible()
        button.click()
        self._screens.settle()


class WorkRobot:
    """The main window."""

    def __init__(self, screens: Settles, window: MainWindow) -> None:
        self._screens = screens
        self.window = window
        self.queues = ListRobot(screens, found(window, QListView, "queueList"))
        self.waiting = ListRobot(screens, found(window, QListView, "waitingList"))
        self.tabs = found(window, ChatTabs, "chatTabs")

    @property
    def conversation(self) -> ConversationRobot:
        """The conversation in front."""
        front = self.window.chat.current
        assert front is not None, "no conversation is open"
        return ConversationRobot(self._screens, front)

    def open(self, conversation_id: str) -> ConversationRobot:
        """Bring a conversation to the front by its tab."""
        for number in range(self.tabs.count()):
            self.tabs.setCurrentIndex(number)
            if self.tabs.conversation_id == conversation_id:
                self._screens.settle()
                return self.conversation
        raise AssertionError(f"no tab for {conversation_id}")

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key anywhere in the window."""
        QTest.keyClick(self.window, key, modifier)
        self._screens.settle()

    def button(self, name: str) -> QAbstractButton:
        """A button by its name."""
        return found(self.window, QAbstractButton, name)

    def banner(self, name: str) -> str:
        """What a banner above the work says, or "" while it is hidden."""
        strip = found(self.window, Banner, name)
        return strip.accessibleName() if strip.isVisible() else ""

    def label(self, name: str) -> str:
        """What a label shows."""
        return found(self.window, QLabel, name).text()
