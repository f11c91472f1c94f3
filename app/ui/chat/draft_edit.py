"""The text box of a composer: Enter sends, Shift+Enter breaks the line, pasting is plain and bounded."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from app.domain.canned import CannedAnswer, blanks_in
from app.ui.parts.scroll_bar import SlimScrollBar
from app.ui.text_runs import LINE_LIMIT
from app.ui.theme import Theme
from app.ui.tokens import Type

PASTE_LIMIT = 20_000
"""Characters taken at one pasting: five times the longest message."""

_OPENING = "([{\"'”"
_BREAKING = Qt.KeyboardModifier.ShiftModifier
_IN_PARTS = Qt.KeyboardModifier.AltModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class DraftEdit(QPlainTextEdit):
    """``send_wanted`` Enter · ``parts_wanted`` Alt+Enter · ``undo_wanted`` Ctrl+Z while something can be
    taken back · ``paged`` True is up, see ``page_elsewhere`` ·
    ``paste_refused`` the number of characters that were too many.

    Tab goes to the next blank of a canned answer, and out of the box when there is none after the cursor.
    """

    send_wanted = Signal()
    parts_wanted = Signal()
    undo_wanted = Signal()
    paged = Signal(bool)
    paste_refused = Signal(int)

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._can_take_back = False
        self._pages_elsewhere = False
        self._answers: tuple[CannedAnswer, ...] = ()
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

    def page_elsewhere(self) -> None:
        """Have Page Up and Page Down turn another text than this one: ``paged`` is listened to."""
        self._pages_elsewhere = True

    def know_answers(self, answers: tuple[CannedAnswer, ...]) -> None:
        """The canned answers whose blanks may stand in the text."""
        self._answers = answers

    @property
    def answers(self) -> tuple[CannedAnswer, ...]:
        """The canned answers it knows of."""
        return self._answers

    def insert_whole(self, text: str, *, instead_of: int = 0) -> None:
        """Put a text in at the cursor, taking the place of as many characters before it and of nothing else.

        One step of undoing takes all of it back. The first blank in it is selected, else the cursor stands
        behind it.
        """
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        # What is selected stays: an answer goes into the text, never over it.
        cursor.setPosition(cursor.selectionEnd())
        cursor.beginEditBlock()
        cursor.movePosition(
            QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor, instead_of
        )
        begins = cursor.selectionStart()
        around = QTextCursor(cursor)
        around.setPosition(begins)
        before = _beside(around, QTextCursor.MoveOperation.PreviousCharacter)
        around.setPosition(cursor.selectionEnd())
        behind = _beside(around, QTextCursor.MoveOperation.NextCharacter)
        lead = " " if before.strip() and before not in _OPENING else ""
        tail = " " if behind.isalnum() else ""
        cursor.insertText(f"{lead}{text}{tail}")
        cursor.endEditBlock()
        ends = cursor.position() - len(tail)
        cursor.setPosition(ends)
        self.setTextCursor(cursor)
        self._select_blank(begins, ends)
        self.ensureCursorVisible()

    def focusNextPrevChild(self, is_next: bool) -> bool:
        cursor = self.textCursor()
        if is_next and self._select_blank(cursor.selectionEnd(), None):
            return True
        if not is_next and self._select_blank(None, cursor.selectionStart()):
            return True
        return super().focusNextPrevChild(is_next)

    def event(self, event: QEvent) -> bool:
        """Let Ctrl+Y, redo on Windows, go to the window first: there it answers an offer, if there is one."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Y
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter(event)
        elif event.matches(QKeySequence.StandardKey.Undo) and self._can_take_back:
            self.undo_wanted.emit()
        elif self._pages_elsewhere and event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
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

    def _select_blank(self, begins: int | None, ends: int | None) -> bool:
        """Select the first blank from ``begins`` on, or the last before ``ends``; False when there is none.

        Positions are Qt's, which counts some characters twice.
        """
        if self.isReadOnly():
            return False
        text = self.toPlainText()
        placed = [
            (_position(text, blank.begins), _position(text, blank.ends))
            for blank in blanks_in(text, self._answers)
        ]
        fitting = [
            (first, last)
            for first, last in placed
            if (begins is None or first >= begins) and (ends is None or last <= ends)
        ]
        if not fitting:
            return False
        first, last = fitting[0] if begins is not None else fitting[-1]
        cursor = self.textCursor()
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _on_enter(self, event: QKeyEvent) -> None:
        """Send, or break the line with Shift; an auto-repeated Enter sends nothing."""
        modifiers = event.modifiers() & ~_KEYPAD
        if modifiers == _BREAKING:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        elif modifiers == _IN_PARTS and not event.isAutoRepeat():
            self.parts_wanted.emit()
        elif modifiers == Qt.KeyboardModifier.NoModifier and not event.isAutoRepeat():
            self.send_wanted.emit()


def _position(text: str, index: int) -> int:
    """Where character ``index`` stands as Qt counts: a character beyond U+FFFF is two there."""
    return index + sum(character > "\uffff" for character in text[:index])


def _beside(cursor: QTextCursor, way: QTextCursor.MoveOperation) -> str:
    """The character before or behind a cursor; a break between lines counts as none."""
    cursor.movePosition(way, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText().replace("\u2029", "")


def _short_lines(text: str) -> str:
    """``text`` with a line break at least every ``LINE_LIMIT`` characters."""
    pieces: list[str] = []
    for line in text.split("\n"):
        starts = range(0, max(1, len(line)), LINE_LIMIT)
        pieces.extend(line[start : start + LINE_LIMIT] for start in starts)
    return "\n".join(pieces)
