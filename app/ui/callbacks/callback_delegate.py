"""Draws a callback request in the list: dots for the tries used, number, topic, when next, in whose hands."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desk.callback_views import CallbackRow, Group, Hand
from app.domain.callback import ATTEMPT_BUDGET
from app.domain.conversation import Identity
from app.ui.callback_words import time_words
from app.ui.callbacks.callback_rows import GroupRow, Placed, group_words, hand_words, used_words
from app.ui.icons import Icon
from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.parts.drawing import draw_card, draw_line, draw_right
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run, one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import identity_word, in_language, language_name

_GROUP_LOOK = {
    Group.LAST_TRY: (Icon.LATE, Colour.BAD),
    Group.TODAY: (Icon.TRIANGLE, Colour.WAIT),
    Group.LATER: (Icon.CLOCK, Colour.MUT),
    Group.HANDLED: (Icon.CHECK, Colour.OK),
}


def dots_width(theme: Theme) -> float:
    """What the dots take, in px."""
    return ATTEMPT_BUDGET * theme.length(Length.SPACE_6) - theme.length(Length.SPACE_1)


def draw_dots(theme: Theme, painter: QPainter, used: int, left_middle: QPointF) -> None:
    """Draw a filled dot for each try used and a ring for each that is left."""
    side = float(theme.length(Length.SPACE_5))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.pen(Colour.WAIT))
    for number in range(ATTEMPT_BUDGET):
        painter.setBrush(theme.colour(Colour.WAIT) if number < used else Qt.BrushStyle.NoBrush)
        left = left_middle.x() + number * theme.length(Length.SPACE_6)
        painter.drawEllipse(QRectF(left + 0.5, left_middle.y() - side / 2, side, side))


class CallbackDelegate(QStyledItemDelegate):
    """Cards of two lines, under headings; on a wide list what is to be done stands at the right."""

    def __init__(self, theme: Theme, *, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        theme = self._theme
        if isinstance(index.data(ROW_ROLE), GroupRow):
            return QSize(0, round(theme.line_height(Type.SMALL) + theme.length(Length.SPACE_6)))
        lines = theme.line_height(Type.BODY) + theme.line_height(Type.SMALL)
        room = theme.length(Length.SPACE_3) + theme.length(Length.SPACE_5)
        return QSize(0, round(lines + room + theme.length(Length.SPACE_2)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        area = QRectF(option.rect)
        if isinstance(row, GroupRow):
            self._paint_group(painter, row, area)
        elif isinstance(row, Placed):
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            self._paint_card(painter, row, area, is_selected=is_selected, has_focus=has_focus)
        painter.restore()

    def _paint_group(self, painter: QPainter, row: GroupRow, area: QRectF) -> None:
        theme = self._theme
        icon, colour = _GROUP_LOOK[row.group]
        side = theme.length(Length.ICON_SMALL)
        left = area.left() + theme.length(Length.SPACE_2)
        bottom = area.bottom() - theme.length(Length.SPACE_3)
        high = theme.line_height(Type.SMALL)
        theme.draw_icon(painter, icon, colour, QRectF(left, bottom - (high + side) / 2, side, side))
        run = Run(group_words(row.group), Type.SMALL, colour, 650)
        left += side + theme.length(Length.SPACE_2)
        draw_line(theme, painter, (run,), QPointF(left, bottom - high), area.right() - left)

    def _paint_card(
        self, painter: QPainter, placed: Placed, area: QRectF, *, is_selected: bool, has_focus: bool
    ) -> None:
        theme, row = self._theme, placed.row
        area = area.adjusted(0, 0, 0, -theme.length(Length.SPACE_2))
        draw_card(
            theme, painter, area, radius=Length.RADIUS_CARD, is_selected=is_selected, has_focus=has_focus
        )
        side = theme.length(Length.SPACE_6)
        inner = area.adjusted(side, theme.length(Length.SPACE_3), -side, 0)
        middle = inner.top() + theme.line_height(Type.BODY) / 2
        is_loud = row.is_due and row.hand is not Hand.CLOSED
        due = Run(
            placed.due, Type.BODY_STRONG, Colour.WAIT if is_loud else Colour.INK, 650 if is_loud else 400
        )
        right = draw_right(theme, painter, (due,), inner.topRight())
        left = inner.left()
        gap = theme.length(Length.SPACE_4)
        draw_dots(theme, painter, row.used, QPointF(left, middle))
        left += dots_width(theme) + gap
        used = Run(used_words(row), Type.SMALL, Colour.MUT)
        number = Run(row.phone, Type.BODY_STRONG, Colour.INK, 650)
        top = middle - theme.line_height(Type.SMALL) / 2
        both = TextBlock(theme, (used,)).size.width() + TextBlock(theme, (number,)).size.width()
        if both + 2 * gap <= right - left:
            # Where there is no room the dots say it alone: the last digits tell one number from another.
            left += draw_line(theme, painter, (used,), QPointF(left, top), right - left) + gap
        draw_line(theme, painter, (number,), QPointF(left, inner.top()), right - gap - left)
        self._paint_second_line(painter, row, inner)

    def _paint_second_line(self, painter: QPainter, row: CallbackRow, inner: QRectF) -> None:
        theme = self._theme
        top = inner.top() + theme.line_height(Type.BODY) + theme.length(Length.SPACE_1)
        is_mine = row.hand is Hand.MINE or row.is_unrecorded
        colour = Colour.WAIT if row.is_unrecorded else Colour.PRI if is_mine else Colour.MUT
        hand = Run(hand_words(row), Type.SMALL, colour, 650 if is_mine else None)
        right = draw_right(theme, painter, (hand,), QPointF(inner.right(), top))
        topic = one_line(in_language(row.topic.name, self._language))
        words = f"{topic} · {language_name(row.language)} · {time_words(row)}"
        if row.is_identified:
            words = f"{identity_word(Identity.IDENTIFIED)} · {words}"
        run = Run(words, Type.SMALL, Colour.MUT)
        room = right - theme.length(Length.SPACE_4) - inner.left()
        draw_line(theme, painter, (run,), QPointF(inner.left(), top), room)
