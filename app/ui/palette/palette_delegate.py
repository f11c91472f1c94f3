"""Draws a row of the palette: what it does, what it is, and its key."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.palette.palette_rows import PaletteRow, found_word
from app.ui.parts.drawing import draw_card, draw_line, draw_right
from app.ui.parts.marks import draw_mark, key_cap, mark_size
from app.ui.text_runs import Run, one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class PaletteDelegate(QStyledItemDelegate):
    """Rows of two lines: the second says what the first is."""

    def __init__(self, theme: Theme, *, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, row_height(self._theme))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, PaletteRow):
            painter.save()
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint(painter, row, QRectF(option.rect), is_selected=is_selected)
            painter.restore()

    def _paint(self, painter: QPainter, row: PaletteRow, area: QRectF, *, is_selected: bool) -> None:
        theme = self._theme
        area = area.adjusted(0, 0, 0, -theme.length(Length.SPACE_1))
        if is_selected:
            draw_card(theme, painter, area, radius=Length.RADIUS_INPUT, is_selected=True, has_focus=False)
        inset = theme.length(Length.SPACE_5)
        left, ends = area.left() + inset, area.right() - inset
        top = area.top() + theme.length(Length.SPACE_2)
        under = top + theme.line_height(Type.BODY) - 1
        if row.keys:
            cap = key_cap(row.keys)
            size = mark_size(theme, cap)
            ends -= size.width()
            draw_mark(theme, painter, cap, QPointF(ends, area.center().y() - size.height() / 2))
            ends -= inset
        title = Run(one_line(row.title), Type.BODY, Colour.INK, 600)
        draw_line(theme, painter, (title,), QPointF(left, top), ends - left)
        kind = Run(found_word(row.found), Type.META, Colour.MUT)
        begins = draw_right(theme, painter, (kind,), QPointF(ends, under)) if row.under else ends
        words = Run(one_line(row.under) or found_word(row.found), Type.SMALL, Colour.MUT)
        draw_line(theme, painter, (words,), QPointF(left, under), begins - inset - left)


def row_height(theme: Theme) -> int:
    """How high a row is, in px."""
    return theme.length(Length.ROW) + theme.length(Length.SPACE_1)
