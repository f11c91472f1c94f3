"""Draws an entry of a thread: hers at the right, others at the left behind the bar of internal words."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyledItemDelegate, QStyleOptionViewItem

from app.desk.consultation_views import ThreadRow
from app.domain.consultation import EntryKind
from app.ui.consultations.thread_rows import body_words, head_words, line_words
from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type

_WIDEST = 0.82
"""Of the list: a bubble never reaches both sides."""


class ThreadDelegate(QStyledItemDelegate):
    """Bubbles as high as their words."""

    def __init__(self, theme: Theme, *, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(ROW_ROLE)
        if not isinstance(row, ThreadRow):
            return QSize()
        # Qt asks before it has laid the row out: then the list itself says how wide it is.
        wide = option.rect.width() or _wide(option)
        high = self._block(row, wide).size.height() + 2 * self._theme.length(Length.SPACE_4)
        return QSize(0, round(high + self._theme.length(Length.SPACE_4)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, ThreadRow):
            return
        theme, area = self._theme, QRectF(option.rect)
        block = self._block(row, option.rect.width())
        side, above = theme.length(Length.SPACE_6), theme.length(Length.SPACE_4)
        wide = block.size.width() + 2 * side
        left = area.right() - wide if row.is_hers else area.left()
        bubble = QRectF(left, area.top(), wide, block.size.height() + 2 * above)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = theme.length(Length.RADIUS_CARD)
        is_call = row.entry.kind is EntryKind.CALL
        ground = Colour.BG if is_call else Colour.PRI_WEAK if row.is_hers else Colour.NOTE
        pen = theme.pen(Colour.EDGE if row.is_on_its_way or is_call else Colour.LINE)
        if row.is_on_its_way:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(bubble.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        if not row.is_hers:
            bar = QRectF(bubble.left(), bubble.top(), theme.length(Length.BORDER_BANNER), bubble.height())
            painter.fillRect(bar, theme.colour(Colour.NOTE_EDGE))
        block.draw(painter, QPointF(left + side, area.top() + above))
        painter.restore()

    def _block(self, row: ThreadRow, wide: int) -> TextBlock:
        theme = self._theme
        room = wide * _WIDEST - 2 * theme.length(Length.SPACE_6)
        runs = [
            Run(f"{head_words(row)}\n", Type.SMALL, Colour.INK, 600),
            Run(body_words(row), Type.BODY, Colour.INK),
        ]
        runs += [Run(f"\n{line_words(line)}", Type.SMALL, Colour.INK) for line in row.entry.attached]
        return TextBlock(theme, tuple(runs), width=max(1.0, room))


def _wide(option: QStyleOptionViewItem) -> int:
    view: QObject = option.widget
    return view.viewport().width() if isinstance(view, QAbstractScrollArea) else 1
