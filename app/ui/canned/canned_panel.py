"""The canned answers in the right column: all there are for the customer in front, with a search."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.desk.panes import Header
from app.domain.canned import CannedAnswer
from app.ui.canned.canned_delegate import row_height
from app.ui.canned.canned_list import CannedList
from app.ui.parts.input_frame import InputFrame
from app.ui.parts.line_field import LineField
from app.ui.parts.mark_label import MarkLabel
from app.ui.parts.marks import key_cap
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type

_FEWEST_ROWS = 2
_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CannedPanel(QWidget):
    """``insert_wanted``: put this text into the message at the cursor. Hidden while nobody is in front or
    the service model has none.
    """

    insert_wanted = Signal(str)

    def __init__(self, theme: Theme, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cannedPanel")
        heading = PlainLabel(theme, runs_of(self.tr("Canned answers"), Type.HEADING, Colour.MUT), parent=self)
        cap = MarkLabel(theme, "cannedKey", key_cap("/"), parent=self)
        self._search = LineField(theme, "cannedSearch", self.tr("Search the canned answers"), parent=self)
        self._search.setPlaceholderText(self.tr("Search the canned answers"))
        self._search.installEventFilter(self)
        frame = InputFrame(theme, "cannedSearchFrame", self._search, side=Length.SPACE_5, parent=self)
        frame.setFixedHeight(theme.length(Length.INPUT))
        self._list = CannedList(theme, "cannedList", language=language, ground=Colour.BG, parent=self)
        self._list.setAccessibleName(self.tr("Canned answers; Enter inserts"))
        self._list.setMinimumHeight(_FEWEST_ROWS * row_height(theme))
        self._nothing = PlainLabel(theme, wraps=True, parent=self)
        self._nothing.set_runs(
            runs_of(self.tr("No canned answer has those words. Try others."), Type.SMALL, Colour.MUT)
        )
        above = QHBoxLayout()
        above.addWidget(heading)
        above.addStretch(1)
        above.addWidget(cap)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.length(Length.SPACE_3))
        layout.addLayout(above)
        layout.addWidget(frame)
        layout.addWidget(self._nothing)
        layout.addWidget(self._list, 1)
        self._search.textChanged.connect(self._on_searched)
        self._search.returnPressed.connect(self._on_chosen)
        self._list.chosen.connect(self._on_chosen)
        self._nothing.hide()
        self.hide()

    def show_for(self, header: Header | None, answers: tuple[CannedAnswer, ...]) -> None:
        """Show the answers for the customer in front."""
        self.setVisible(header is not None and bool(answers))
        if header is not None:
            self._list.show_answers(answers, language=header.language, identity=header.identity)
            self._show_found()

    def focus_search(self) -> None:
        """Put the keys on the search."""
        self._search.setFocus()
        self._search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows in the search field walk through what it found."""
        if (
            watched is self._search
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in _WALKING
        ):
            QApplication.sendEvent(self._list, event)
            return True
        return super().eventFilter(watched, event)

    def _on_searched(self, words: str) -> None:
        self._list.search(words, from_top=bool(words.strip()))
        self._show_found()

    def _show_found(self) -> None:
        self._nothing.setVisible(not self._list.count)

    def _on_chosen(self) -> None:
        row = self._list.row
        if row is not None:
            self.insert_wanted.emit(row.text)
