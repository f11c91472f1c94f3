"""The palette, opened over the work with Ctrl+K: search, arrows, Enter; Esc and going elsewhere close it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.desk.canned_view import CannedRow, canned_rows
from app.desk.desk import Desk
from app.desk.views import header, tabs
from app.domain.ids import ConversationId
from app.ui.actions import deeds
from app.ui.models.keyed_rows import ROW_ROLE, KeyedRows
from app.ui.palette.palette_delegate import PaletteDelegate, row_height
from app.ui.palette.palette_rows import (
    Found,
    PaletteRow,
    answer_rows,
    conversation_rows,
    deed_rows,
    spoken_found,
)
from app.ui.parts.ground import Edge, Ground
from app.ui.parts.input_frame import InputFrame
from app.ui.parts.keys_before import KeysBefore
from app.ui.parts.line_field import LineField
from app.ui.parts.list_view import ListView
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type

_ROWS_SHOWN = 8
_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_OWN = ("openPalette", "goBack")
"""What makes no sense from here."""


class Palette(Ground):
    """``deed_wanted`` its name · ``conversation_wanted`` its id · ``answer_wanted``: for whom, and the text
    to insert.
    """

    deed_wanted = Signal(str)
    conversation_wanted = Signal(str)
    answer_wanted = Signal(str, str)

    def __init__(
        self, theme: Theme, desk: Desk, *, language: str, can_do: Callable[[str], bool], host: QWidget
    ) -> None:
        """``can_do`` says of a deed, by its name, whether it would do anything now."""
        edges = Edge.TOP | Edge.BOTTOM | Edge.LEFT | Edge.RIGHT
        super().__init__(theme, "palette", Colour.BG, edges=edges, parent=host)
        self._theme, self._desk, self._language, self._host = theme, desk, language, host
        self._can_do = can_do
        self._front: ConversationId | None = None
        self._answers: tuple[CannedRow, ...] = ()
        self._before = KeysBefore()
        self._search = LineField(theme, "paletteSearch", self.tr("Search or command"), parent=self)
        self._search.setPlaceholderText(self.tr("Search or command: actions, canned answers, conversations"))
        self._search.installEventFilter(self)
        frame = InputFrame(theme, "paletteFrame", self._search, side=Length.SPACE_5, parent=self)
        frame.setFixedHeight(theme.length(Length.INPUT))
        self._rows: KeyedRows[PaletteRow] = KeyedRows(key_of=_key_of, spoken_of=spoken_found, parent=self)
        self._list = ListView(theme, "paletteList", ground=Colour.BG, parent=self)
        self._list.setAccessibleName(self.tr("Found"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(PaletteDelegate(theme, parent=self))
        self._list.setModel(self._rows)
        self._hint = PlainLabel(theme, wraps=True, parent=self)
        self._hint.setObjectName("paletteHint")
        layout = QVBoxLayout(self)
        side = theme.length(Length.SPACE_5)
        layout.setContentsMargins(side, side, side, side)
        layout.setSpacing(theme.length(Length.SPACE_4))
        for widget in (frame, self._list, self._hint):
            layout.addWidget(widget)
        self._search.textChanged.connect(self._show_found)
        self._list.clicked.connect(self._on_taken)
        host.installEventFilter(self)
        self.hide()

    def toggle(self, front: ConversationId | None) -> None:
        """Open it over the conversation in front, if there is one; or close it."""
        if self.isVisible():
            self._close()
            return
        self._front = front
        self._before.remember()
        self._search.clear()
        self._place()
        self.show()
        self.raise_()
        self._search.setFocus()
        self._show_found()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self._search and self.isVisible():
            if event.type() is QEvent.Type.FocusOut:
                self.hide()
            elif isinstance(event, QKeyEvent):
                return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Whether the key was for the palette; Esc of the window gives way to it."""
        key = event.key()
        is_ours = key in (*_WALKING, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        if not is_ours or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() is QEvent.Type.KeyPress:
            if key in _WALKING:
                QApplication.sendEvent(self._list, event)
            elif key == Qt.Key.Key_Escape:
                self._close()
            else:
                self._on_taken()
        return True

    def _show_found(self) -> None:
        searched = self._search.text()
        seen, now = self._desk.seen, self._desk.now()
        head = header(seen, self._front, now=now) if self._front is not None else None
        answers = seen.confirmed.canned_answers
        self._answers = (
            canned_rows(answers, searched=searched, language=head.language, identity=head.identity)
            if head is not None and head.cannot_write is None
            else ()
        )
        possible = tuple(deed for deed in deeds() if deed.name not in _OWN and self._can_do(deed.name))
        rows = [
            *deed_rows(possible, searched),
            *conversation_rows(tabs(seen, now=now), searched),
            *answer_rows(self._answers, self._language),
        ]
        self._rows.show_rows(rows)
        self._list.setCurrentIndex(self._rows.index(0, 0) if rows else QModelIndex())
        self._list.scrollToTop()
        words = (
            self.tr("Arrows choose · Enter does it · Esc closes · in Finnish, Swedish or English")
            if rows
            else self.tr("Nothing has those words. Try others, in Finnish, Swedish or English.")
        )
        self._hint.set_runs(runs_of(words, Type.SMALL, Colour.MUT))
        self._list.setFixedHeight(min(len(rows), self._room) * row_height(self._theme))
        self.adjustSize()
        self._place()

    @property
    def _room(self) -> int:
        """How many rows there is room for."""
        fitting = self._host.height() // (2 * row_height(self._theme))
        return max(1, min(_ROWS_SHOWN, fitting))

    def _place(self) -> None:
        wide = min(self._theme.length(Length.CENTRE_MIN), self._host.width())
        above = self._theme.length(Length.HEADER)
        self.setGeometry((self._host.width() - wide) // 2, above, wide, self.sizeHint().height())

    def _close(self) -> None:
        """Hide, and give the keys back to where they were."""
        self.hide()
        self._before.give_back()

    def _on_taken(self) -> None:
        row = self._list.currentIndex().data(ROW_ROLE)
        if not isinstance(row, PaletteRow):
            return
        self._close()
        if row.found is Found.DEED:
            self.deed_wanted.emit(row.target)
        elif row.found is Found.CONVERSATION:
            self.conversation_wanted.emit(row.target)
        elif self._front is not None:
            text = next(answer.text for answer in self._answers if answer.shortcut == row.target)
            self.answer_wanted.emit(self._front, text)


def _key_of(row: PaletteRow) -> str:
    return f"{row.found.name} {row.target}"
