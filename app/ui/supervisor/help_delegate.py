"""Draws a call for help in the situation view: who calls, since when, about whom, and who comes."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desk.help_views import HelpCard
from app.ui.help.help_words import about_words, helper_words, text_words, who_calls
from app.ui.icons import Icon
from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.parts.badges import identity_badge
from app.ui.parts.drawing import draw_bar, draw_card, draw_line, draw_right
from app.ui.parts.marks import draw_mark, mark_size
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class HelpDelegate(QStyledItemDelegate):
    """Cards of three lines, a bar at the left."""

    def __init__(self, theme: Theme, *, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        theme = self._theme
        lines = theme.line_height(Type.BODY) + 2 * theme.line_height(Type.SMALL)
        room = 2 * theme.length(Length.SPACE_4) + 2 * theme.length(Length.SPACE_1)
        return QSize(0, round(lines + room + theme.length(Length.SPACE_2)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        card = index.data(ROW_ROLE)
        if isinstance(card, HelpCard):
            painter.save()
            area = QRectF(option.rect).adjusted(0, 0, 0, -self._theme.length(Length.SPACE_2))
            draw_card(
                self._theme,
                painter,
                area,
                radius=Length.RADIUS_CARD,
                is_selected=bool(option.state & QStyle.StateFlag.State_Selected),
                has_focus=bool(option.state & QStyle.StateFlag.State_HasFocus),
            )
            self._paint_card(painter, card, area)
            painter.restore()

    def _paint_card(self, painter: QPainter, card: HelpCard, area: QRectF) -> None:
        theme = self._theme
        is_new = card.helper_name is None
        colour = Colour.BAD if is_new else Colour.OK
        side, room = theme.length(Length.SPACE_6), theme.length(Length.SPACE_4)
        bar = QRectF(
            area.left() + room, area.top() + room, theme.length(Length.SPACE_2), area.height() - 2 * room
        )
        draw_bar(theme, painter, bar, colour)
        left, right, top = bar.right() + room, area.right() - side, area.top() + room
        clock = Run(card.clock, Type.BODY_STRONG, colour, 650)
        ends = draw_right(theme, painter, (clock,), QPointF(right, top))
        icon = theme.length(Length.ICON_SMALL)
        sign = Icon.LATE if is_new else Icon.CHECK
        middle = top + (theme.line_height(Type.BODY) - icon) / 2
        theme.draw_icon(painter, sign, colour, QRectF(left, middle, icon, icon))
        begins = left + icon + theme.length(Length.SPACE_2)
        who = Run(who_calls(card), Type.BODY_STRONG, colour, 650)
        draw_line(theme, painter, (who,), QPointF(begins, top), ends - room - begins)
        top += theme.line_height(Type.BODY) + theme.length(Length.SPACE_1)
        badge = identity_badge(card.identity)
        taken = mark_size(theme, badge).width()
        lift = (theme.line_height(Type.SMALL) - mark_size(theme, badge).height()) / 2
        # Who comes stands on this line, so that why she is called for has the next one whole.
        says = Run(helper_words(card), Type.SMALL, colour, 600)
        ends = draw_right(theme, painter, (says,), QPointF(right, top))
        about = Run(about_words(card, self._language), Type.SMALL)
        width = draw_line(theme, painter, (about,), QPointF(left, top), ends - left - taken - 2 * room)
        draw_mark(theme, painter, badge, QPointF(left + width + room, top + lift))
        top += theme.line_height(Type.SMALL) + theme.length(Length.SPACE_1)
        text = Run(text_words(card), Type.SMALL)
        draw_line(theme, painter, (text,), QPointF(left, top), right - left)
