"""Draws a topic to choose: its name, where it leads, and whether it is so now."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desk.pre_information_view import ChoiceRow
from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.parts.drawing import draw_card, draw_line, draw_right
from app.ui.pre_information.topic_words import choice_below, choice_name, now_word
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type

_MOST_OF_THE_ROW = 0.6


class ChoiceDelegate(QStyledItemDelegate):
    """One line a row, the chosen one with the bar at its left; a finer topic stands further in."""

    def __init__(self, theme: Theme, *, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language

    @property
    def row_height(self) -> int:
        """How high a row is, in px."""
        theme = self._theme
        return round(theme.line_height(Type.BODY)) + 2 * theme.length(Length.SPACE_3)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, ChoiceRow):
            painter.save()
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            self._paint(painter, row, QRectF(option.rect), is_selected=is_selected, has_focus=has_focus)
            painter.restore()

    def _paint(
        self, painter: QPainter, row: ChoiceRow, area: QRectF, *, is_selected: bool, has_focus: bool
    ) -> None:
        theme = self._theme
        area = area.adjusted(0, 0, 0, -theme.length(Length.SPACE_1))
        if is_selected or has_focus:
            radius = Length.RADIUS_INPUT
            draw_card(theme, painter, area, radius=radius, is_selected=is_selected, has_focus=has_focus)
        inset = theme.length(Length.SPACE_5)
        steps = 2 if row.within is None else 4
        left, right = area.left() + steps * inset, area.right() - inset
        top = area.top() + theme.length(Length.SPACE_3) - theme.length(Length.SPACE_1) / 2
        name = Run(choice_name(row, self._language), Type.BODY, Colour.INK, 400 if row.within else 600)
        gap = theme.length(Length.SPACE_4)
        tail = self._tail(row)
        width = TextBlock(theme, (tail,)).size.width()
        if tail.text and width <= (right - left) * _MOST_OF_THE_ROW:
            right = draw_right(theme, painter, (tail,), QPointF(right, top)) - gap
        draw_line(theme, painter, (name,), QPointF(left, top), right - left)

    def _tail(self, row: ChoiceRow) -> Run:
        """That it is so now, or where a topic leads; a finer one leads where its topic does."""
        if row.is_now:
            return Run(now_word(row), Type.META, Colour.OK, 600)
        words = choice_below(row, self._language) if row.within is None else ""
        return Run(words, Type.META, Colour.MUT)
