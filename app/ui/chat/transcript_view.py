"""The transcript of one conversation: newest at the bottom, older ones fetched from the top."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.desk.panes import TranscriptRow
from app.ui.chat.bubble_delegate import BubbleDelegate
from app.ui.chat.transcript_rows import BubbleListRow, row_key, spoken_row
from app.ui.models.keyed_rows import ROW_ROLE, KeyedRows
from app.ui.parts.list_view import ListView
from app.ui.theme import Theme
from app.ui.tokens import Colour

_NEAR_PX = 4


class TranscriptView(ListView):
    """Mirrors the rows it is shown. ``older_wanted``: paged up at the top; ``undo_wanted``: a command id;
    ``end_reached``: the newest row is on the screen.
    """

    older_wanted = Signal()
    undo_wanted = Signal(str)
    end_reached = Signal()

    def __init__(self, theme: Theme, *, alias: str, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(theme, "transcript", ground=Colour.SURFACE, parent=parent)
        self._alias = alias
        self._rows: KeyedRows[BubbleListRow] = KeyedRows(key_of=row_key, spoken_of=self._spoken, parent=self)
        self._bubbles = BubbleDelegate(theme, now=now, parent=self)
        self.setItemDelegate(self._bubbles)
        self.setModel(self._rows)
        self.setUniformItemSizes(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def rows(self) -> tuple[BubbleListRow, ...]:
        """The rows as shown."""
        return self._rows.rows

    @property
    def is_at_end(self) -> bool:
        """Whether the newest row is on the screen."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - _NEAR_PX

    def show_rows(self, rows: tuple[BubbleListRow, ...]) -> None:
        """Show ``rows``; what was being read stays where it was, unless it was the end."""
        if rows == self._rows.rows:
            return
        was_at_end = self.is_at_end
        anchor = None if was_at_end else self._anchor()
        self._rows.show_rows(rows)
        self.executeDelayedItemsLayout()
        if was_at_end:
            self.scrollToBottom()
        elif anchor is not None:
            self._hold(*anchor)
        if self.is_at_end:
            self.end_reached.emit()

    def page(self, *, up: bool) -> None:
        """Scroll by a page; at the top, ask for older messages."""
        bar = self.verticalScrollBar()
        if up and bar.value() <= bar.minimum() + _NEAR_PX:
            self.older_wanted.emit()
            return
        step = bar.pageStep()
        bar.setValue(bar.value() + (-step if up else step))

    def focus_newest(self) -> None:
        """Put the keys on the newest row, unless a row is chosen already."""
        count = len(self._rows.rows)
        if count and not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(count - 1))
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.page(up=event.key() == Qt.Key.Key_PageUp)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, TranscriptRow) and row.command_id is not None:
            button = self._bubbles.undo_area(row, QRectF(self.visualRect(index)))
            if button.contains(event.position()):
                self.undo_wanted.emit(row.command_id)
                return
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        was_at_end = self.is_at_end
        self._bubbles.set_width(self.viewport().width())
        super().resizeEvent(event)
        self.doItemsLayout()
        if was_at_end:
            self.scrollToBottom()

    def _anchor(self) -> tuple[str, int] | None:
        """The first bubble on the screen and where its top is, in px."""
        rows = self._rows.rows
        # The view knows where the screen begins: going through all rows takes longer the more there are.
        first = self.indexAt(QPoint(1, 1))
        for number in range(max(0, first.row()), len(rows)):
            row, area = rows[number], self.visualRect(self._rows.index(number))
            if isinstance(row, TranscriptRow) and area.bottom() > 0:
                return row.key, area.top()
        return None

    def _hold(self, key: str, top: int) -> None:
        """Scroll so that the bubble with that key stands where it stood."""
        number = self._rows.row_of(key)
        if number is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self._rows.index(number)).top() - top)

    def _spoken(self, row: BubbleListRow) -> str:
        return spoken_row(row, self._alias)

    def _on_scrolled(self, _value: int) -> None:
        if self.is_at_end:
            self.end_reached.emit()
