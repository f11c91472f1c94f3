"""Codes side by side: as many columns as hold the longest name, as high as it has rows."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from app.desk.wrap_up_view import CodeRow
from app.ui.models.keyed_rows import ROW_ROLE, KeyedRows
from app.ui.parts.list_view import ListView
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length
from app.ui.wrap_up.code_delegate import CodeDelegate
from app.ui.wrap_up.code_words import spoken_code

_MOST_COLUMNS = 3


class CodeGrid(ListView):
    """``pressed_code``: this one was pressed, with the mouse or the space bar."""

    pressed_code = Signal(str)

    def __init__(self, theme: Theme, name: str, spoken: str, *, language: str, parent: QWidget) -> None:
        super().__init__(theme, name, ground=Colour.SURFACE, parent=parent)
        self.setAccessibleName(spoken)
        self._rows: KeyedRows[CodeRow] = KeyedRows(
            key_of=lambda row: row.key, spoken_of=lambda row: spoken_code(row, language), parent=self
        )
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = CodeDelegate(theme, language=language, says_kind=False, parent=self)
        self.setItemDelegate(self._delegate)
        self.setModel(self._rows)
        self.clicked.connect(self._on_clicked)

    def show_rows(self, rows: tuple[CodeRow, ...]) -> None:
        """Show these."""
        before = self._rows.rows
        self._rows.show_rows(rows)
        if not self.currentIndex().isValid() and rows:
            self.setCurrentIndex(self._rows.index(0, 0))
        if before != rows:
            self._arrange()

    def set_dense(self, *, is_dense: bool) -> None:
        """Write small, in three columns wherever names are hardly cut: in a low window."""
        if self._delegate.is_dense != is_dense:
            self._delegate.is_dense = is_dense
            self._arrange()
            self.viewport().update()

    def by_number(self, number: int) -> str | None:
        """The code of a number key, if there is one."""
        return next((row.code_id for row in self._rows.rows if row.number == number), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._on_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Digits are keys of codes here, not letters of a name."""

    def _arrange(self) -> None:
        """Give each code its place: rows of equal columns, all of them in view."""
        high = self._theme.length(Length.BUTTON) + self._theme.length(Length.SPACE_2)
        widest = max((self._delegate.width_of(row) for row in self._rows.rows), default=1.0)
        columns = max(1, min(_MOST_COLUMNS, int(self.width() / widest)))
        # One px less than would fit: Qt wraps a row that fills the width to the last px.
        self._delegate.column_width = max(1, (self.width() - 1) // columns)
        self.setGridSize(QSize(self._delegate.column_width, high))
        rows = -(-len(self._rows.rows) // columns)
        if self.maximumHeight() != rows * high:
            self.setFixedHeight(rows * high)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, CodeRow):
            self.pressed_code.emit(row.code_id)
