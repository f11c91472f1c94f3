"""Draws a transcript: bubbles, and centred lines about the conversation."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desk.panes import NoteRow, TranscriptRow
from app.ui.chat.bubble import Bubble
from app.ui.chat.file_bubble import FileBubble
from app.ui.chat.note_block import NoteBlock
from app.ui.chat.row_heights import Measured, RowHeights
from app.ui.chat.setting import Setting, widest
from app.ui.chat.transcript_rows import BubbleListRow, OlderLine, StandingLine, line_words
from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.parts.drawing import draw_focus
from app.ui.parts.marks import draw_mark, key_cap, mark_size
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type

PAGE_UP = "Page Up"


class BubbleDelegate(QStyledItemDelegate):
    """Lays a row out for the width told by ``set_width``. ``heights`` remembers how high each came out."""

    def __init__(self, theme: Theme, *, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = now
        self._undo_word = self.tr("Undo sending")
        self._width = 0
        self._character = QFontMetricsF(theme.font(Type.BODY)).averageCharWidth()
        self.heights = RowHeights(measure=self._measured, guess=self._guessed)
        theme.changed.connect(self.heights.forget)

    def set_width(self, width: int) -> None:
        """Lay rows out for a list of ``width`` px."""
        if width == self._width:
            return
        is_same = widest(self._theme, self._room) == widest(self._theme, self._room_in(width))
        self._width = width
        if is_same:
            # Above a certain width bubbles grow no broader; notes always do.
            self.heights.forget_kind(NoteRow)
        else:
            self.heights.forget()

    def undo_area(self, row: TranscriptRow, area: QRectF) -> QRectF:
        """Where the button that takes ``row`` back is, on the list; empty when there is none."""
        margin = self._theme.length(Length.SPACE_8)
        return self._bubble(row).undo_area.translated(area.left() + margin, area.top())

    def file_areas(self, row: TranscriptRow, area: QRectF) -> tuple[QRectF, QRectF]:
        """Where the buttons are that open and save the file ``row`` is, on the list; empty of words."""
        bubble = self._bubble(row)
        if not isinstance(bubble, FileBubble):
            return QRectF(), QRectF()
        left = area.left() + self._theme.length(Length.SPACE_8)
        return bubble.open_area.translated(left, area.top()), bubble.save_area.translated(left, area.top())

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(ROW_ROLE)
        if not isinstance(row, TranscriptRow | NoteRow):
            room = 0 if index.row() else self._theme.length(Length.SPACE_3)
            return QSize(0, self._theme.length(Length.INPUT) + room)
        return QSize(0, self.heights.of(row))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: BubbleListRow = index.data(ROW_ROLE)
        area = QRectF(option.rect)
        painter.save()
        # Marks stacked on a letter may tower over their line: nothing leaves its row (trust.md B06).
        painter.setClipRect(area)
        if isinstance(row, TranscriptRow):
            margin = self._theme.length(Length.SPACE_8)
            self._bubble(row).draw(painter, QPointF(area.left() + margin, area.top()))
        elif isinstance(row, NoteRow):
            margin = self._theme.length(Length.SPACE_8)
            self._note(row).draw(painter, QPointF(area.left() + margin, area.top()))
        else:
            self._paint_line(painter, row, area)
        if option.state & QStyle.StateFlag.State_HasFocus:
            inset = self._theme.length(Length.SPACE_4)
            ring = area.adjusted(inset, 0, -inset, -inset / 2)
            draw_focus(self._theme, painter, ring, self._theme.length(Length.RADIUS_BUBBLE))
        painter.restore()

    def _bubble(self, row: TranscriptRow) -> Bubble | FileBubble:
        setting = Setting(self._room, self._now(), self._undo_word)
        if row.attachment is not None:
            return FileBubble(self._theme, row, setting)
        return Bubble(self._theme, row, setting)

    def _note(self, row: NoteRow) -> NoteBlock:
        return NoteBlock(self._theme, row, self._room)

    def _measured(self, row: Measured) -> int:
        laid_out = self._bubble(row) if isinstance(row, TranscriptRow) else self._note(row)
        return round(laid_out.height)

    def _guessed(self, row: Measured) -> int:
        """By the number of characters: near enough for the length of a scroll bar."""
        broad = widest(self._theme, self._room) if isinstance(row, TranscriptRow) else self._room
        in_a_line = max(1, int(broad / self._character))
        lines = sum(1 + len(line) // in_a_line for line in row.text.split("\n"))
        theme = self._theme
        room = 2 * theme.length(Length.SPACE_4) + theme.length(Length.SPACE_5)
        return round(lines * theme.line_height(Type.BODY) + theme.line_height(Type.META) + room)

    @property
    def _room(self) -> int:
        return self._room_in(self._width)

    def _room_in(self, width: int) -> int:
        # The scroll bar stands in the right margin.
        room = width - 2 * self._theme.length(Length.SPACE_8) + self._theme.length(Length.SPACE_5)
        return max(1, room)

    def _paint_line(self, painter: QPainter, row: StandingLine, area: QRectF) -> None:
        """Draw a centred line; the one about earlier messages shows its key."""
        theme = self._theme
        block = TextBlock(theme, (Run(line_words(row), Type.SMALL, Colour.MUT),))
        cap = key_cap(PAGE_UP, front=Colour.MUT)
        has_key = isinstance(row, OlderLine) and not row.is_coming
        gap = theme.length(Length.SPACE_4)
        broad = block.size.width() + (gap + mark_size(theme, cap).width() if has_key else 0)
        left = area.center().x() - broad / 2
        middle = area.center().y()
        block.draw(painter, QPointF(left, middle - block.size.height() / 2))
        if has_key:
            at = QPointF(left + block.size.width() + gap, middle - mark_size(theme, cap).height() / 2)
            draw_mark(theme, painter, cap, at)
