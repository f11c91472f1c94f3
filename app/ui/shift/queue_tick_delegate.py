"""Draws a queue to be ticked: a box, the name, how many wait; a click anywhere in the row or Space ticks."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.icons import Icon
from app.ui.parts.drawing import draw_focus, draw_line
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type

_Index = QModelIndex | QPersistentModelIndex
_TICKED = Qt.CheckState.Checked


class QueueTickDelegate(QStyledItemDelegate):
    """Rows with a check state; what is said of them stands in the display role."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self._theme.length(Length.ROW_DENSE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, area = self._theme, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is _TICKED
        side, gap = theme.length(Length.ICON), theme.length(Length.SPACE_3)
        box = QRectF(area.left() + gap, area.center().y() - side / 2, side, side)
        pen = theme.pen(Colour.PRI if is_ticked else Colour.EDGE)
        painter.setPen(pen)
        painter.setBrush(theme.colour(Colour.PRI if is_ticked else Colour.SURFACE))
        inset = pen.widthF() / 2
        corner = theme.length(Length.RADIUS_BADGE)
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), corner, corner)
        if is_ticked:
            theme.draw_icon(painter, Icon.CHECK, Colour.ON_PRI, box.adjusted(2, 2, -2, -2))
        left = box.right() + gap
        top = area.center().y() - theme.line_height(Type.BODY) / 2
        runs = (Run(str(index.data(Qt.ItemDataRole.DisplayRole)), Type.BODY, Colour.INK),)
        draw_line(theme, painter, runs, QPointF(left, top), area.right() - left - gap)
        state = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            draw_focus(theme, painter, area, corner)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, _option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        is_space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if event.type() is not QEvent.Type.MouseButtonRelease and not (
            is_space and event.type() is QEvent.Type.KeyPress
        ):
            return False
        is_ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is _TICKED
        turned = Qt.CheckState.Unchecked if is_ticked else _TICKED
        return bool(model.setData(index, turned, Qt.ItemDataRole.CheckStateRole))
