"""The transcript of one conversation: newest at the bottom, older ones fetched from the top."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.desk.panes import TranscriptRow
from app.ui.chat.bubble_delegate import BubbleDelegate
from app.ui.chat.row_heights import Measured
from app.ui.chat.transcript_rows import BubbleListRow, row_key, spoken_row
from app.ui.models.keyed_rows import ROW_ROLE, KeyedRows
from app.ui.parts.list_view import ListView
from app.ui.theme import Theme
from app.ui.tokens import Colour, Type

_NEAR_PX = 4
_AT_ONCE = 20
"""So many are measured in one turn of the loop afterwards: some ten milliseconds."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A bubble and where its top is on the screen, in px."""

    key: str
    top: int


class TranscriptView(ListView):
    """Mirrors the rows it is shown. ``older_wanted``: paged up at the top; ``undo_wanted``: a command id;
    ``end_reached``: the newest row is on the screen; ``mask_wanted``: the seq of a message of which something
    is to be masked (double click, or the menu key or button); ``open_wanted`` and ``save_wanted``: the seq of
    a file (Enter or double click, and the buttons it has).
    """

    older_wanted = Signal()
    undo_wanted = Signal(str)
    end_reached = Signal()
    mask_wanted = Signal(int)
    open_wanted = Signal(int)
    save_wanted = Signal(int)

    def __init__(self, theme: Theme, *, alias: str, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(theme, "transcript", ground=Colour.SURFACE, parent=parent)
        self._alias = alias
        self._is_standing = False
        self._is_measuring = False
        self._is_stale = False
        self._awaited: Anchor | None = None
        self._rows: KeyedRows[BubbleListRow] = KeyedRows(key_of=row_key, spoken_of=self._spoken, parent=self)
        self._bubbles = BubbleDelegate(theme, now=now, parent=self)
        self.setItemDelegate(self._bubbles)
        self.setModel(self._rows)
        self.setUniformItemSizes(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.chosen.connect(self._on_chosen)

    @property
    def rows(self) -> tuple[BubbleListRow, ...]:
        """The rows as shown."""
        return self._rows.rows

    @property
    def is_at_end(self) -> bool:
        """Whether the newest row is on the screen."""
        if self._is_stale:
            return self._awaited is None
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - _NEAR_PX

    def show_rows(self, rows: tuple[BubbleListRow, ...]) -> None:
        """Show ``rows``; what was being read stays where it was, unless it was the end."""
        if rows == self._rows.rows:
            return
        self._settle()
        was_at_end = self.is_at_end
        anchor = None if was_at_end else self._anchor()
        self._rows.show_rows(rows)
        self._lay_out(anchor)
        if self.is_at_end:
            self.end_reached.emit()

    def page(self, *, up: bool) -> None:
        """Scroll by a page; at the top, ask for older messages."""
        self._settle()
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

    @property
    def chosen_seq(self) -> int | None:
        """The message that is chosen by the keys, where it is one that is in the conversation."""
        return _seq_at(self.currentIndex())

    @property
    def file_in_front(self) -> TranscriptRow | None:
        """The file that is chosen by the keys, else the newest one that is here."""
        here = [row for row in self.rows if isinstance(row, TranscriptRow) and row.attachment is not None]
        chosen = [row for row in here if row.seq == self.chosen_seq]
        found = chosen or here[-1:]
        return found[0] if found else None

    def file(self, seq: int) -> TranscriptRow | None:
        """The file that is the message of that seq."""
        rows = (row for row in self.rows if isinstance(row, TranscriptRow) and row.seq == seq)
        return next((row for row in rows if row.attachment is not None), None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self._want_mask(self.currentIndex() if is_by_key else self.indexAt(event.pos()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        # Upon a file it is told as `chosen`, and opens it.
        super().mouseDoubleClickEvent(event)
        if _file_at(index) is None:
            self._want_mask(index)

    def _on_chosen(self, index: QModelIndex) -> None:
        seq = _file_at(index)
        if seq is not None:
            self.open_wanted.emit(seq)

    def _want_mask(self, index: QModelIndex) -> None:
        seq = _seq_at(index)
        if seq is not None:
            self.mask_wanted.emit(seq)

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
        if isinstance(row, TranscriptRow) and row.attachment is not None and row.seq is not None:
            opens, saves = self._bubbles.file_areas(row, QRectF(self.visualRect(index)))
            for button, wanted in ((opens, self.open_wanted), (saves, self.save_wanted)):
                if button.contains(event.position()):
                    self.setCurrentIndex(index)
                    wanted.emit(row.seq)
                    return
        super().mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._settle():
            # The bar has moved what was about to be drawn.
            self.viewport().update()
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be laid out anew before the next drawing: a column that folds resizes this three or four times in a
        turn of the loop, and a thousand rows take ten milliseconds each time.
        """
        if not self._is_stale:
            self._awaited = None if self.is_at_end else self._anchor()
            self._is_stale = True
            QTimer.singleShot(0, self, self._settle)
        self._bubbles.set_width(self.viewport().width())
        self._is_standing = True
        super().resizeEvent(event)
        self._is_standing = False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measure_later()

    def _settle(self) -> bool:
        """Lay out what was resized, if it was."""
        if not self._is_stale:
            return False
        self._is_stale = False
        self._lay_out(self._awaited)
        return True

    def _lay_out(self, anchor: Anchor | None) -> None:
        """Lay the rows out, measured near ``anchor`` (else the end) and guessed elsewhere, and have it stand
        where it stood.
        """
        rows = self._rows.rows
        number = None if anchor is None else self._rows.row_of(anchor.key)
        middle = len(rows) if number is None else number
        near = self._screenful
        self._bubbles.heights.measure(_measurable(rows[max(0, middle - near) : middle + near]))
        self._stand(anchor)
        self._measure_later()

    @property
    def _screenful(self) -> int:
        """More rows than fit on the screen: none is lower than its two lines."""
        return 1 + self.viewport().height() // (2 * round(self._theme.line_height(Type.META)))

    def _stand(self, anchor: Anchor | None) -> None:
        self._is_standing = True
        try:
            self.doItemsLayout()
            if anchor is None:
                self.scrollToBottom()
            else:
                self._hold(anchor)
        finally:
            self._is_standing = False

    def _measure_later(self) -> None:
        """Go on measuring when nothing else is to be done, while somebody looks."""
        if not self._is_measuring and self.isVisible():
            self._is_measuring = True
            QTimer.singleShot(0, self, self._measure_some)

    def _measure_some(self) -> None:
        """Measure a few more rows, those nearest to what is read first."""
        self._is_measuring = False
        self._settle()
        heights = self._bubbles.heights
        rows = self._rows.rows
        seen = max(0, self.indexAt(QPoint(1, 1)).row())
        left = [n for n, row in enumerate(rows) if isinstance(row, Measured) and not heights.is_measured(row)]
        left.sort(key=lambda number: abs(number - seen))
        self._measure(_measurable(rows[number] for number in left[:_AT_ONCE]))
        if len(left) > _AT_ONCE:
            self._measure_later()

    def _measure(self, rows: Iterable[Measured]) -> None:
        anchor = None if self.is_at_end else self._anchor()
        if self._bubbles.heights.measure(rows):
            self._stand(anchor)

    def _anchor(self) -> Anchor | None:
        """The first bubble on the screen and where its top is, in px."""
        rows = self._rows.rows
        # The view knows where the screen begins: going through all rows takes longer the more there are.
        first = self.indexAt(QPoint(1, 1))
        for number in range(max(0, first.row()), len(rows)):
            row, area = rows[number], self.visualRect(self._rows.index(number))
            if isinstance(row, TranscriptRow) and area.bottom() > 0:
                return Anchor(row.key, area.top())
        return None

    def _hold(self, anchor: Anchor) -> None:
        """Scroll so that the bubble stands where it stood."""
        number = self._rows.row_of(anchor.key)
        if number is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self._rows.index(number)).top() - anchor.top)

    def _spoken(self, row: BubbleListRow) -> str:
        return spoken_row(row, self._alias)

    def _on_scrolled(self, _value: int) -> None:
        if self._is_standing:
            return
        if self._is_stale:
            self._awaited = self._anchor()
            self._settle()
        first = max(0, self.indexAt(QPoint(1, 1)).row())
        # What comes on the screen is never drawn at a guessed height.
        self._measure(_measurable(self._rows.rows[first : first + self._screenful]))
        if self.is_at_end:
            self.end_reached.emit()


def _seq_at(index: QModelIndex) -> int | None:
    row = index.data(ROW_ROLE) if index.isValid() else None
    return row.seq if isinstance(row, TranscriptRow) else None


def _file_at(index: QModelIndex) -> int | None:
    row = index.data(ROW_ROLE) if index.isValid() else None
    return row.seq if isinstance(row, TranscriptRow) and row.attachment is not None else None


def _measurable(rows: Iterable[BubbleListRow]) -> Iterator[Measured]:
    """The bubbles and notes among rows; lines between them are all alike."""
    return (row for row in rows if isinstance(row, Measured))
