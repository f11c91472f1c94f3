"""Draws a canned answer: its shortcut and name, its language, and how it begins."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desk.canned_view import CannedRow
from app.ui.canned.canned_words import language_words
from app.ui.icons import Icon
from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.parts.drawing import draw_card, draw_icon_before, draw_line, draw_right
from app.ui.text_runs import Run, one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import in_language


class CannedDelegate(QStyledItemDelegate):
    """Rows of two lines. The language stands there only when it is not the customer's: that is what must be
    seen.
    """

    def __init__(self, theme: Theme, *, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, row_height(self._theme))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, CannedRow):
            painter.save()
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            self._paint(painter, row, QRectF(option.rect), is_selected=is_selected, has_focus=has_focus)
            painter.restore()

    def _paint(
        self, painter: QPainter, row: CannedRow, area: QRectF, *, is_selected: bool, has_focus: bool
    ) -> None:
        theme = self._theme
        area = area.adjusted(0, 0, 0, -theme.length(Length.SPACE_1))
        if is_selected or has_focus:
            radius = Length.RADIUS_INPUT
            draw_card(theme, painter, area, radius=radius, is_selected=is_selected, has_focus=has_focus)
        inset = theme.length(Length.SPACE_5)
        left, right = area.left() + inset, area.right() - inset
        top = area.top() + theme.length(Length.SPACE_2)
        under = top + theme.line_height(Type.BODY) - 1
        ends = right
        if row.is_fallback:
            word = Run(language_words(row), Type.TAG, Colour.WAIT, 600)
            ends = draw_right(theme, painter, (word,), QPointF(right, top))
            middle = QPointF(ends, top + theme.line_height(Type.TAG) / 2)
            draw_icon_before(theme, painter, Icon.TRIANGLE, Colour.WAIT, middle)
            ends -= theme.length(Length.ICON) + theme.length(Length.SPACE_4)
        title = f"{row.shortcut} · {one_line(in_language(row.name, self._language))}"
        draw_line(theme, painter, (Run(title, Type.BODY, Colour.INK, 600),), QPointF(left, top), ends - left)
        begins = Run(one_line(row.text), Type.SMALL, Colour.MUT)
        draw_line(theme, painter, (begins,), QPointF(left, under), right - left)


def row_height(theme: Theme) -> int:
    """How high a row is, in px."""
    return theme.length(Length.ROW) + theme.length(Length.SPACE_1)
