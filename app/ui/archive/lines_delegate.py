"""Draws a row of the archive: a line that heads it and the words under it, as high as these are."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.archive.archive_words import Lines
from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.parts.drawing import draw_card
from app.ui.text_block import TextBlock
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length


class LinesDelegate(QStyledItemDelegate):
    """Cards; what is for professionals only stands on the ground of notes."""

    def __init__(self, theme: Theme, *, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(ROW_ROLE)
        if not isinstance(row, Lines):
            return QSize()
        wide = option.rect.width() or _wide(option)
        high = sum(block.size.height() for block in self._blocks(row, wide))
        return QSize(0, round(high + 2 * self._theme.length(Length.SPACE_4) + self._below))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, Lines):
            return
        theme, area = self._theme, QRectF(option.rect).adjusted(0, 0, 0, -self._below)
        painter.save()
        draw_card(
            theme,
            painter,
            area,
            radius=Length.RADIUS_CARD,
            is_selected=bool(option.state & QStyle.StateFlag.State_Selected),
            has_focus=bool(option.state & QStyle.StateFlag.State_HasFocus),
        )
        if row.is_internal:
            painter.setPen(theme.pen(Colour.NOTE_EDGE))
            painter.setBrush(theme.colour(Colour.NOTE))
            corner = theme.length(Length.RADIUS_CARD)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), corner, corner)
        at = QPointF(area.left() + theme.length(Length.SPACE_5), area.top() + theme.length(Length.SPACE_4))
        for block in self._blocks(row, option.rect.width()):
            block.draw(painter, at)
            at += QPointF(0, block.size.height())
        painter.restore()

    @property
    def _below(self) -> int:
        return self._theme.length(Length.SPACE_2)

    def _blocks(self, row: Lines, wide: float) -> tuple[TextBlock, ...]:
        inner = max(1.0, wide - 2 * self._theme.length(Length.SPACE_5))
        return tuple(TextBlock(self._theme, runs, width=inner) for runs in (row.head, row.body) if runs)


def _wide(option: QStyleOptionViewItem) -> int:
    shown = option.widget
    return shown.viewport().width() if isinstance(shown, QAbstractScrollArea) else 0
