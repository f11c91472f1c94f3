"""Draws a consultation in the list: subject, from whom to whom, by when, and how its promise stands."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.consultation import AWAITED, Lateness
from app.ui.consultations.consultation_rows import Placed, SideRow, hand_words, side_words, way_words
from app.ui.consultations.promise_look import draw_promise_bar, promise_look
from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.parts.drawing import draw_card, draw_line, draw_right
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run, one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type

_BAR_WIDTH = 0.28
"""Of the row: the words beside the bar need the rest."""


class ConsultationDelegate(QStyledItemDelegate):
    """Cards of three lines, under headings."""

    def __init__(self, theme: Theme, *, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        theme = self._theme
        if isinstance(index.data(ROW_ROLE), SideRow):
            return QSize(0, round(theme.line_height(Type.HEADING) + theme.length(Length.SPACE_7)))
        lines = theme.line_height(Type.BODY_STRONG) + 2 * theme.line_height(Type.SMALL)
        room = 2 * theme.length(Length.SPACE_4) + 2 * theme.length(Length.SPACE_2)
        return QSize(0, round(lines + room + theme.length(Length.SPACE_2)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        area = QRectF(option.rect)
        if isinstance(row, SideRow):
            self._paint_side(painter, row, area)
        elif isinstance(row, Placed):
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            area = area.adjusted(0, 0, 0, -self._theme.length(Length.SPACE_2))
            draw_card(
                self._theme,
                painter,
                area,
                radius=Length.RADIUS_CARD,
                is_selected=is_selected,
                has_focus=has_focus,
            )
            self._paint_card(painter, row, area)
        painter.restore()

    def _paint_side(self, painter: QPainter, row: SideRow, area: QRectF) -> None:
        theme = self._theme
        top = area.bottom() - theme.line_height(Type.HEADING) - theme.length(Length.SPACE_3)
        runs = (
            Run(f"{side_words(row.side).upper()}  ", Type.HEADING, Colour.MUT),
            Run(str(row.count), Type.SMALL, Colour.MUT),
        )
        left = area.left() + theme.length(Length.SPACE_2)
        draw_line(theme, painter, runs, QPointF(left, top), area.right() - left)

    def _paint_card(self, painter: QPainter, placed: Placed, area: QRectF) -> None:
        theme, row = self._theme, placed.row
        icon, colour = promise_look(row)
        gap = theme.length(Length.SPACE_4)
        inner = area.adjusted(theme.length(Length.SPACE_5), gap, -theme.length(Length.SPACE_5), -gap)
        side = theme.length(Length.ICON)
        strong = theme.line_height(Type.BODY_STRONG)
        square = QRectF(inner.left(), inner.top() + (strong - side) / 2, side, side)
        theme.draw_icon(painter, icon, colour, square)
        left = square.right() + gap
        subject = (Run(one_line(row.subject), Type.BODY_STRONG, Colour.INK, 650),)
        draw_line(theme, painter, subject, QPointF(left, inner.top()), inner.right() - left)
        top = inner.top() + strong + theme.length(Length.SPACE_2)
        is_loud = row.state in AWAITED and row.lateness is not Lateness.ON_TIME
        when = (Run(placed.when, Type.SMALL, colour if is_loud else Colour.MUT, 650 if is_loud else None),)
        right = draw_right(theme, painter, when, QPointF(inner.right(), top))
        way = one_line(way_words(row, self._language))
        run = (Run(way, Type.SMALL, Colour.MUT),)
        draw_line(theme, painter, run, QPointF(left, top), max(1.0, right - gap - left))
        self._paint_promise(painter, placed, QRectF(left, inner.top(), inner.right() - left, inner.height()))

    def _paint_promise(self, painter: QPainter, placed: Placed, area: QRectF) -> None:
        theme, row = self._theme, placed.row
        _, colour = promise_look(row)
        high = theme.line_height(Type.SMALL)
        top = area.bottom() - high
        thick = float(theme.length(Length.SPACE_3))
        bar = QRectF(area.left(), top + (high - thick) / 2, area.width() * _BAR_WIDTH, thick)
        draw_promise_bar(theme, painter, row, bar)
        hand = Run(hand_words(row), Type.SMALL, Colour.PRI if row.is_mine else Colour.MUT)
        wide = TextBlock(theme, (hand,)).size.width()
        gap = theme.length(Length.SPACE_4)
        left = bar.right() + gap
        state = (Run(placed.state, Type.SMALL, colour, 600 if row.state in AWAITED else None),)
        room = area.right() - left
        needed = TextBlock(theme, state).size.width()
        if needed + gap + wide <= room:
            # Where there is no room the opened consultation says who has it.
            draw_right(theme, painter, (hand,), QPointF(area.right(), top))
        draw_line(theme, painter, state, QPointF(left, top), room)
