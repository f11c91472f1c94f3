"""The text box of a composer: Enter sends, Shift+Enter breaks the line, pasting is plain and bounded."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from app.ui.parts.scroll_bar import SlimScrollBar
from app.ui.text_runs import LINE_LIMIT
from app.ui.theme import Theme
from app.ui.tokens import Type

PASTE_LIMIT = 20_000
"""Characters taken at one pasting: five times the longest message."""

_BREAKING = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class DraftEdit(QPlainTextEdit):
    """``send_wanted`` Enter · ``undo_wanted`` Ctrl+Z while something can be taken back · ``paged`` True is
    up · ``paste_refused`` the number of characters that were too many.
    """

    send_wanted = Signal()
    undo_wanted = Signal()
    paged = Signal(bool)
    paste_refused = Signal(int)

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._can_take_back = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(SlimScrollBar(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setFont(theme.font(Type.BODY))
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def let_take_back(self, *, can: bool) -> None:
        """Whether Ctrl+Z takes a message back instead of undoing letters."""
        self._can_take_back = can

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter(event)
        elif event.matches(QKeySequence.StandardKey.Undo) and self._can_take_back:
            self.undo_wanted.emit()
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.paged.emit(event.key() == Qt.Key.Key_PageUp)
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if len(text) > PASTE_LIMIT:
            self.paste_refused.emit(len(text))
            return
        if text and not self.isReadOnly():
            self.insertPlainText(_short_lines(text))

    def _on_enter(self, event: QKeyEvent) -> None:
        """Send, or break the line with Shift; an auto-repeated Enter sends nothing."""
        modifiers = event.modifiers() & ~_KEYPAD
        if modifiers == _BREAKING:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        elif modifiers == Qt.KeyboardModifier.NoModifier and not event.isAutoRepeat():
            self.send_wanted.emit()


def _short_lines(text: str) -> str:
    """``text`` with a line break at least every ``LINE_LIMIT`` characters."""
    pieces: list[str] = []
    for line in text.split("\n"):
        starts = range(0, max(1, len(line)), LINE_LIMIT)
        pieces.extend(line[start : start + LINE_LIMIT] for start in starts)
    return "\n".join(pieces)
