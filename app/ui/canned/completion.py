"""Completion: a slash at the start of a word opens the canned answers over the text box."""

import re

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.canned import CannedAnswer
from app.domain.conversation import Identity
from app.ui.canned.canned_delegate import row_height
from app.ui.canned.canned_list import CannedList
from app.ui.canned.canned_words import spoken_answer
from app.ui.chat.draft_edit import DraftEdit
from app.ui.parts.aloud import say_aloud
from app.ui.parts.ground import Edge, Ground
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type

_ROWS_SHOWN = 5
_ROWS_SHOWN_LOW = 2
_WRITTEN = re.compile(r"(?:^|\s)(/[^\s/]{0,30})$")
_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Completion(Ground):
    """Belongs to one text box, which keeps the keys: arrows walk, Enter and Tab take, Esc closes and leaves
    the text as it is. ``taken``: the text of the answer, and how many characters before the cursor it stands
    for.
    """

    taken = Signal(str, int)

    def __init__(
        self, theme: Theme, edit: DraftEdit, *, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "completion", Colour.BG, edges=Edge.TOP | Edge.BOTTOM, parent=parent)
        self._edit = edit
        self._language = language
        self._theme = theme
        self._closed_at: int | None = None
        self._said = ""
        self._list = CannedList(theme, "completionList", language=language, ground=Colour.BG, parent=self)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Canned answers"))
        self._rows_shown = _ROWS_SHOWN
        self._hint = hint = PlainLabel(theme, parent=self)
        hint.set_runs(runs_of(self.tr("Arrows choose · Enter inserts · Esc closes"), Type.SMALL, Colour.MUT))
        self._title = title = PlainLabel(theme, parent=self)
        title.set_runs(runs_of(self.tr("Canned answers"), Type.SMALL, weight=600))
        above = QHBoxLayout()
        above.addWidget(title)
        above.addStretch(1)
        above.addWidget(hint)
        layout = QVBoxLayout(self)
        side = theme.length(Length.SPACE_4)
        layout.setContentsMargins(side, side, side, side)
        layout.setSpacing(theme.length(Length.SPACE_2))
        layout.addLayout(above)
        layout.addWidget(self._list)
        edit.installEventFilter(self)
        edit.textChanged.connect(self._on_text_changed)
        edit.cursorPositionChanged.connect(self._on_cursor_moved)
        self._list.clicked.connect(self._on_taken)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether the keys walk through answers now."""
        return not self.isHidden()

    def show_answers(self, answers: tuple[CannedAnswer, ...], *, language: str, identity: Identity) -> None:
        """Offer those for a customer of that language and identity."""
        self._list.show_answers(answers, language=language, identity=identity)
        if self.is_open and not self._list.count:
            self.close_list()

    def set_low(self, *, is_low: bool) -> None:
        """Show fewer rows in a low window, whole ones, and no words above them."""
        self._title.setVisible(not is_low)
        self._hint.setVisible(not is_low)
        self._rows_shown = _ROWS_SHOWN_LOW if is_low else _ROWS_SHOWN
        self._fit()

    def close_list(self) -> None:
        """Close; what is written stays."""
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._edit and self.is_open:
            if event.type() is QEvent.Type.FocusOut:
                self.close_list()
            elif isinstance(event, QKeyEvent):
                return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Whether the key was for the list. A shortcut of the window on the same key gives way."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = event.key()
        if key not in (*_WALKING, *_TAKING, Qt.Key.Key_Escape):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() is QEvent.Type.KeyPress:
            if key in _WALKING:
                QApplication.sendEvent(self._list, event)
                self._say_row()
            elif key in _TAKING:
                self._on_taken()
            else:
                self._closed_at = self._begins()
                self.close_list()
        return True

    def _on_text_changed(self) -> None:
        written = self._written()
        if written is None:
            self._closed_at = None
            self.close_list()
            return
        if not self._edit.hasFocus() or self._closed_at == self._begins():
            return
        if not self.is_open:
            self._said = ""
        self._list.search(written, from_top=True)
        self.setVisible(self._list.count > 0)
        self._fit()
        if self.is_open:
            self._say_row()

    def _on_cursor_moved(self) -> None:
        if self.is_open and self._written() is None:
            self.close_list()

    def _on_taken(self) -> None:
        row = self._list.row
        written = self._written()
        if row is None or written is None:
            return
        # Undoing brings the shortcut back; the list must not open over it again.
        self._closed_at = self._begins()
        self.close_list()
        self.taken.emit(row.text, len(written))

    def _written(self) -> str | None:
        """The slash and what follows it up to the cursor; None when no such word is being written."""
        cursor = self._edit.textCursor()
        if cursor.hasSelection() or self._edit.isReadOnly():
            return None
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        match = _WRITTEN.search(cursor.selectedText())
        return match[1] if match is not None else None

    def _begins(self) -> int | None:
        written = self._written()
        return None if written is None else self._edit.textCursor().position() - len(written)

    def _fit(self) -> None:
        self._list.setFixedHeight(min(self._list.count, self._rows_shown) * row_height(self._theme))

    def _say_row(self) -> None:
        """The keys stay in the text box, so a screen reader must be told which answer is chosen, whenever a
        letter or an arrow has chosen another one.
        """
        row = self._list.row
        if row is not None and QAccessible.isActive():
            words = QCoreApplication.translate("canned", "{answer}, {number} of {count}").format(
                answer=spoken_answer(row, self._language),
                number=self._list.currentIndex().row() + 1,
                count=self._list.count,
            )
            if words != self._said:
                self._said = words
                say_aloud(self._edit, words)
