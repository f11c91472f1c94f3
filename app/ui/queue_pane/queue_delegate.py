"""Draws the queue list: name and code, how many wait, the longest wait and its word."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desk.lateness import Lateness
from app.desk.panes import QueueRow
from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.parts.drawing import draw_bar, draw_card, draw_icon_before, draw_line, draw_right
from app.ui.parts.lateness import is_quiet, lateness_colour, lateness_icon
from app.ui.queue_pane.queue_rows import GroupHeading, queue_code
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run, one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import in_language, lateness_word, queue_kind_word

_COUNT_FROM_RIGHT = 84
_NOBODY = "–"
_PART = " · "


class QueueDelegate(QStyledItemDelegate):
    """Rows of 42 px with code and word, or of 29 px with the clock alone where the window is low."""

    def __init__(self, theme: Theme, *, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._is_dense = False

    def set_dense(self, is_dense: bool) -> None:
        """Fold codes, words and group names, or unfold them."""
        self._is_dense = is_dense

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        theme = self._theme
        if isinstance(index.data(ROW_ROLE), GroupHeading):
            if self._is_dense:
                return QSize(0, 0 if index.row() == 0 else theme.length(Length.SPACE_4))
            return QSize(0, theme.length(Length.SPACE_9))
        row = Length.ROW_DENSE if self._is_dense else Length.ROW
        return QSize(0, theme.length(row) + theme.length(Length.SPACE_1))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW_ROLE)
        area = QRectF(option.rect)
        painter.save()
        if isinstance(row, GroupHeading):
            self._paint_heading(painter, row, area)
        elif isinstance(row, QueueRow):
            state = option.state
            is_selected = bool(state & QStyle.StateFlag.State_Selected)
            has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
            self._paint_queue(painter, row, area, is_selected=is_selected, has_focus=has_focus)
        painter.restore()

    def _paint_heading(self, painter: QPainter, row: GroupHeading, area: QRectF) -> None:
        """Draw a group's name, or a hair line where names are folded."""
        theme = self._theme
        inner = theme.length(Length.SPACE_4)
        if self._is_dense:
            painter.setPen(theme.pen(Colour.LINE))
            middle = round(area.center().y())
            painter.drawLine(QPointF(area.left() + inner, middle), QPointF(area.right() - inner, middle))
            return
        run = Run(queue_kind_word(row.kind), Type.META, Colour.MUT)
        top = area.bottom() - theme.line_height(Type.META) - theme.length(Length.SPACE_1)
        draw_line(theme, painter, (run,), QPointF(area.left() + inner, top), area.width())

    def _paint_queue(
        self, painter: QPainter, row: QueueRow, area: QRectF, *, is_selected: bool, has_focus: bool
    ) -> None:
        """Draw one queue."""
        theme = self._theme
        area = area.adjusted(0, 0, 0, -theme.length(Length.SPACE_1))
        if is_selected or has_focus:
            draw_card(
                theme,
                painter,
                area,
                radius=Length.RADIUS_INPUT,
                is_selected=is_selected,
                has_focus=has_focus,
            )
        inset = theme.length(Length.SPACE_5)
        thick = theme.length(Length.SPACE_2)
        gap = theme.length(Length.SPACE_4)
        high = area.height() - (gap if self._is_dense else theme.length(Length.SPACE_7))
        bar = QRectF(area.left() + inset, area.center().y() - high / 2, thick, high)
        colour = lateness_colour(row.lateness)
        draw_bar(theme, painter, bar, Colour.LINE if is_quiet(row.lateness) else colour)
        left = bar.right() + theme.length(Length.SPACE_5)
        right = area.right() - inset
        count_right = right - theme.length(Length.SPACE_2) * _COUNT_FROM_RIGHT / 4
        weight = 600 if is_selected else 400
        count = Run(str(row.waiting), Type.BODY_STRONG, Colour.INK, 700)
        taken = TextBlock(theme, (count,)).size.width()
        room = count_right - left - taken - theme.length(Length.SPACE_3)
        fitting = fitted_name(
            one_line(in_language(row.name, self._language)), theme.font(Type.BODY, weight=weight), room
        )
        name = Run(fitting, Type.BODY, Colour.INK, weight)
        if self._is_dense:
            top = area.center().y() - theme.line_height(Type.BODY) / 2
        else:
            top = area.top() + theme.length(Length.SPACE_2)
            code = Run(one_line(queue_code(row)), Type.META, Colour.MUT)
            under = QPointF(left, top + theme.line_height(Type.BODY) - 1)
            draw_line(theme, painter, (code,), under, count_right - left)
        draw_line(theme, painter, (name,), QPointF(left, top), room)
        draw_right(theme, painter, (count,), QPointF(count_right, top))
        self._paint_wait(painter, row, QPointF(right, top))

    def _paint_wait(self, painter: QPainter, row: QueueRow, right_top: QPointF) -> None:
        """Draw the longest wait and, where there is room, its word."""
        theme = self._theme
        colour = lateness_colour(row.lateness)
        is_calm = is_quiet(row.lateness)
        icon = lateness_icon(row.lateness)
        shade = Colour.MUT if is_calm else colour
        figure = Run(row.clock or _NOBODY, Type.BODY, shade, 400 if is_calm else 600)
        if self._is_dense:
            figure = Run(figure.text, Type.CONTROL, colour, figure.weight)
            right_top.setY(right_top.y() + 1)
        left = draw_right(theme, painter, (figure,), right_top)
        if self._is_dense:
            if icon is not None:
                middle = right_top.y() + theme.line_height(Type.CONTROL) / 2
                draw_icon_before(theme, painter, icon, colour, QPointF(left, middle))
            return
        top = right_top.y() + theme.line_height(Type.BODY) - 1
        is_empty = row.lateness is Lateness.EMPTY
        word = Run(lateness_word(row.lateness), Type.TAG, colour, 400 if is_empty else 600)
        left = draw_right(theme, painter, (word,), QPointF(right_top.x(), top))
        if icon is not None:
            middle = top + theme.line_height(Type.TAG) / 2
            draw_icon_before(theme, painter, icon, colour, QPointF(left, middle))


def fitted_name(name: str, font: QFont, room: float) -> str:
    """A name cut to ``room`` px so that its last part stays whole: it tells the common queues apart."""
    metrics = QFontMetricsF(font)
    head, dot, tail = name.rpartition(_PART)
    if not dot or metrics.horizontalAdvance(name) <= room:
        return name
    kept = f"{dot}{tail}"
    short = metrics.elidedText(head, Qt.TextElideMode.ElideRight, room - metrics.horizontalAdvance(kept))
    return f"{short}{kept}"
