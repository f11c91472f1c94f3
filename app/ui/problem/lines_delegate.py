"""Draws what a problem card lists: numbers with whose they are, steps to be ticked, rules; lines wrap."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.icons import Icon
from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.parts.drawing import draw_focus
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length

_Index = QModelIndex | QPersistentModelIndex
Lines = Callable[[object], tuple[tuple[Run, ...], ...]]
"""The lines of a row, each of its runs."""
Ticked = Callable[[object], bool | None]
"""Whether a row is ticked; None: it is none to be ticked."""


class LinesDelegate(QStyledItemDelegate):
    """Rows as high as their lines need in the width there is."""

    def __init__(self, theme: Theme, *, lines: Lines, ticked: Ticked | None = None, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._lines = lines
        self._ticked = ticked
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = float(self._view.viewport().width())
        blocks = self._blocks(index.data(ROW_ROLE), width)
        high = sum(block.size.height() for block in blocks) + 2 * self._theme.length(Length.SPACE_2)
        return QSize(0, round(max(high, self._theme.length(Length.TARGET_MIN))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, area, row = self._theme, QRectF(option.rect), index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        blocks = self._blocks(row, area.width())
        top = area.top() + theme.length(Length.SPACE_2)
        ticked = None if self._ticked is None else self._ticked(row)
        if ticked is not None and blocks:
            self._draw_box(painter, QPointF(area.left(), top), blocks[0].size.height(), is_ticked=ticked)
        for block in blocks:
            block.draw(painter, QPointF(area.left() + self._indent(row), top))
            top += block.size.height()
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(theme, painter, area, theme.length(Length.RADIUS_BADGE))
        painter.restore()

    def _indent(self, row: object) -> float:
        theme = self._theme
        has_box = self._ticked is not None and self._ticked(row) is not None
        room = theme.length(Length.SPACE_2)
        return room + (theme.length(Length.ICON) + theme.length(Length.SPACE_3) if has_box else 0)

    def _blocks(self, row: object, width: float) -> list[TextBlock]:
        room = width - self._indent(row) - self._theme.length(Length.SPACE_2)
        return [TextBlock(self._theme, runs, width=max(1.0, room)) for runs in self._lines(row)]

    def _draw_box(self, painter: QPainter, at: QPointF, high: float, *, is_ticked: bool) -> None:
        theme, side = self._theme, self._theme.length(Length.ICON)
        box = QRectF(at.x() + theme.length(Length.SPACE_2), at.y() + (high - side) / 2, side, side)
        pen = theme.pen(Colour.PRI if is_ticked else Colour.EDGE)
        painter.setPen(pen)
        painter.setBrush(theme.colour(Colour.PRI if is_ticked else Colour.SURFACE))
        inset, corner = pen.widthF() / 2, theme.length(Length.RADIUS_BADGE)
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), corner, corner)
        if is_ticked:
            theme.draw_icon(painter, Icon.CHECK, Colour.ON_PRI, box.adjusted(2, 2, -2, -2))
