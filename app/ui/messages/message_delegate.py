"""Draws a non-urgent message in the list: whose, about what, by when, and a cell for each working day."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desk.message_views import MessageRow, When
from app.domain.conversation import Identity
from app.ui.consultations.promise_look import look_of
from app.ui.icons import Icon
from app.ui.messages.message_rows import PlacedMessage, WhenRow, hand_words, origin_words, when_heading
from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.parts.badges import identity_badge
from app.ui.parts.drawing import draw_card, draw_line, draw_right
from app.ui.parts.marks import draw_mark, mark_size
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run, one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import customer, in_language, language_name


def message_look(row: MessageRow) -> tuple[Icon, Colour]:
    """A shape and a colour; the words beside them say the same."""
    return (Icon.CHECK, Colour.OK) if row.when is When.ANSWERED else look_of(row.lateness)


class MessageDelegate(QStyledItemDelegate):
    """Cards of three lines, under headings."""

    def __init__(self, theme: Theme, *, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        theme = self._theme
        if isinstance(index.data(ROW_ROLE), WhenRow):
            return QSize(0, round(theme.line_height(Type.HEADING) + theme.length(Length.SPACE_7)))
        lines = 2 * theme.line_height(Type.BODY_STRONG) + theme.line_height(Type.SMALL)
        room = 2 * theme.length(Length.SPACE_4) + 3 * theme.length(Length.SPACE_2)
        return QSize(0, round(lines + room))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        area = QRectF(option.rect)
        if isinstance(row, WhenRow):
            self._paint_heading(painter, row, area)
        elif isinstance(row, PlacedMessage):
            area = area.adjusted(0, 0, 0, -self._theme.length(Length.SPACE_2))
            draw_card(
                self._theme,
                painter,
                area,
                radius=Length.RADIUS_CARD,
                is_selected=bool(option.state & QStyle.StateFlag.State_Selected),
                has_focus=bool(option.state & QStyle.StateFlag.State_HasFocus),
            )
            self._paint_card(painter, row, area)
        painter.restore()

    def _paint_heading(self, painter: QPainter, row: WhenRow, area: QRectF) -> None:
        theme = self._theme
        top = area.bottom() - theme.line_height(Type.HEADING) - theme.length(Length.SPACE_3)
        front = Colour.BAD if row.when is When.LATE else Colour.MUT
        runs = (
            Run(f"{when_heading(row.when).upper()}  ", Type.HEADING, front),
            Run(str(row.count), Type.SMALL, Colour.MUT),
        )
        left = area.left() + theme.length(Length.SPACE_2)
        draw_line(theme, painter, runs, QPointF(left, top), area.right() - left)

    def _paint_card(self, painter: QPainter, placed: PlacedMessage, area: QRectF) -> None:
        theme, row = self._theme, placed.row
        icon, colour = message_look(row)
        gap = theme.length(Length.SPACE_4)
        inner = area.adjusted(theme.length(Length.SPACE_5), gap, -theme.length(Length.SPACE_5), -gap)
        side, strong = theme.length(Length.ICON), theme.line_height(Type.BODY_STRONG)
        square = QRectF(inner.left(), inner.top() + (strong - side) / 2, side, side)
        theme.draw_icon(painter, icon, colour, square)
        left, top = square.right() + gap, inner.top()
        due = (Run(placed.due, Type.SMALL, colour, 650 if colour is not Colour.MUT else None),)
        hand = hand_words(row)
        who = (
            Run(customer(row.alias), Type.BODY_STRONG, Colour.INK, 650),
            Run(f"  {language_name(row.language)}", Type.SMALL, Colour.MUT),
            *((Run(f"  {hand}", Type.SMALL, Colour.PRI, 600),) if hand else ()),
        )
        # Where both have no room in one line, by when it is due stands in the next one: the name is whole.
        needed = TextBlock(theme, who).size.width() + gap + TextBlock(theme, due).size.width()
        is_tight = needed > inner.right() - left
        right = inner.right()
        if placed.due and not is_tight:
            right = draw_right(theme, painter, due, QPointF(right, top)) - gap
        draw_line(theme, painter, who, QPointF(left, top), max(1.0, right - left))
        top += strong + theme.length(Length.SPACE_1)
        topic = (Run(one_line(in_language(row.topic.name, self._language)), Type.BODY, Colour.INK),)
        right = inner.right()
        if placed.due and is_tight:
            right = draw_right(theme, painter, due, QPointF(right, top)) - gap
        # Only who has identified leaves one (R105); it is said in this list as in every other.
        badge = identity_badge(Identity.IDENTIFIED)
        size = mark_size(theme, badge)
        middle = top + theme.line_height(Type.BODY) / 2
        draw_mark(theme, painter, badge, QPointF(left, middle - size.height() / 2))
        beside = left + size.width() + gap
        draw_line(theme, painter, topic, QPointF(beside, top), max(1.0, right - beside))
        low = inner.bottom() - theme.line_height(Type.SMALL)
        begins = self._paint_promise(painter, placed, QPointF(inner.right(), low), colour)
        origin = (Run(origin_words(row, self._language), Type.SMALL, Colour.MUT),)
        draw_line(theme, painter, origin, QPointF(left, low), max(1.0, begins - gap - left))

    def _paint_promise(
        self, painter: QPainter, placed: PlacedMessage, right_top: QPointF, colour: Colour
    ) -> float:
        """The words at the right and a cell for each working day before them; where they begin."""
        theme, row = self._theme, placed.row
        state = (Run(placed.state, Type.SMALL, colour, 600 if row.due_at is not None else None),)
        begins = right_top.x() - TextBlock(theme, state).size.width()
        draw_right(theme, painter, state, right_top)
        gap, thick = theme.length(Length.SPACE_1), float(theme.length(Length.SPACE_3))
        wide = thick * 2
        begins -= theme.length(Length.SPACE_3) if row.cells else 0
        top = right_top.y() + (theme.line_height(Type.SMALL) - thick) / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for used in reversed(row.cells):
            cell = QRectF(begins - wide, top, wide, thick)
            painter.setPen(theme.pen(colour))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell, thick / 3, thick / 3)
            if used > 0:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour(colour))
                gone = QRectF(cell.left(), cell.top(), cell.width() * used, cell.height())
                painter.drawRoundedRect(gone, thick / 3, thick / 3)
            begins = cell.left() - gap
        return begins
