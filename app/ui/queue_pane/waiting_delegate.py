"""Draws a waiting entry: who, how long, about what, in which language, in whose words."""

from collections.abc import Callable

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desk.lateness import Lateness
from app.desk.panes import WaitingEntry, WaitingRow
from app.domain.conversation import Transfer
from app.ui.icons import Icon
from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.parts.badges import identity_badge
from app.ui.parts.drawing import draw_card, draw_icon_before, draw_line, draw_right
from app.ui.parts.lateness import lateness_colour, lateness_icon
from app.ui.parts.marks import draw_mark, mark_size
from app.ui.pre_information.topic_words import topic_words
from app.ui.problem.mark_words import barrier_word, concern_word
from app.ui.queue_pane.waiting_rows import moved_by, quote
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run, one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import customer, language_name


class WaitingDelegate(QStyledItemDelegate):
    """Cards of three lines; the quote is left out where the window is low. ``row_of`` tells how an entry of
    the list is shown at this moment: asked only for what is painted.
    """

    def __init__(
        self, theme: Theme, *, language: str, row_of: Callable[[WaitingEntry], WaitingRow], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row_of = row_of
        self._language = language
        self._is_dense = False

    def set_dense(self, is_dense: bool) -> None:
        """Fold the quotes, or unfold them."""
        self._is_dense = is_dense

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        theme = self._theme
        lines = theme.line_height(Type.BODY) + theme.line_height(Type.SMALL)
        entry = index.data(ROW_ROLE)
        if isinstance(entry, WaitingEntry) and not self._is_dense and quote(entry.head.last_line):
            lines += theme.line_height(Type.SMALL)
        if isinstance(entry, WaitingEntry) and entry.head.transfer is not None:
            lines += self._note_height + theme.length(Length.SPACE_1)
        room = theme.length(Length.SPACE_3) + theme.length(Length.SPACE_6)
        return QSize(0, round(lines + room + theme.length(Length.SPACE_2)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry = index.data(ROW_ROLE)
        if not isinstance(entry, WaitingEntry):
            return
        row = self._row_of(entry)
        theme = self._theme
        painter.save()
        area = QRectF(option.rect).adjusted(0, 0, 0, -theme.length(Length.SPACE_2))
        draw_card(
            theme,
            painter,
            area,
            radius=Length.RADIUS_CARD,
            is_selected=bool(option.state & QStyle.StateFlag.State_Selected),
            has_focus=bool(option.state & QStyle.StateFlag.State_HasFocus),
        )
        side = theme.length(Length.SPACE_6)
        inner = area.adjusted(side, theme.length(Length.SPACE_4), -side, 0)
        self._paint_first_line(painter, row, inner)
        top = inner.top() + theme.line_height(Type.BODY) + theme.length(Length.SPACE_1)
        self._paint_topic(painter, row, QPointF(inner.left(), top), inner.width())
        words = quote(row.last_line)
        if words and not self._is_dense:
            top += theme.line_height(Type.SMALL)
            run = Run(words, Type.SMALL, Colour.MUT)
            draw_line(theme, painter, (run,), QPointF(inner.left(), top), inner.width())
        if row.transfer is not None:
            below = top + theme.line_height(Type.SMALL) + theme.length(Length.SPACE_1)
            self._paint_note(
                painter, row.transfer, QRectF(inner.left(), below, inner.width(), self._note_height)
            )
        painter.restore()

    @property
    def _note_height(self) -> float:
        return self._theme.line_height(Type.SMALL) + self._theme.length(Length.SPACE_1)

    def _paint_note(self, painter: QPainter, transfer: Transfer, area: QRectF) -> None:
        """Draw what was written along, as everything for professionals only looks."""
        theme = self._theme
        painter.fillRect(area, theme.colour(Colour.NOTE))
        bar = theme.length(Length.BORDER_SELECT)
        painter.fillRect(QRectF(area.left(), area.top(), bar, area.height()), theme.colour(Colour.NOTE_EDGE))
        icon = theme.length(Length.ICON_SMALL)
        left = area.left() + bar + theme.length(Length.SPACE_3)
        middle = area.center().y()
        theme.draw_icon(painter, Icon.LOCK, Colour.INK, QRectF(left, middle - icon / 2, icon, icon))
        left += icon + theme.length(Length.SPACE_3)
        top = middle - theme.line_height(Type.SMALL) / 2
        run = Run(moved_by(transfer), Type.SMALL, Colour.INK)
        draw_line(
            theme, painter, (run,), QPointF(left, top), area.right() - left - theme.length(Length.SPACE_2)
        )

    def _paint_first_line(self, painter: QPainter, row: WaitingRow, inner: QRectF) -> None:
        """Draw name, badge and clock. The badge is drawn whole; the name gives way."""
        theme = self._theme
        middle = inner.top() + theme.line_height(Type.BODY) / 2
        clock_left = self._paint_clock(painter, row, QPointF(inner.right(), inner.top()))
        badge = identity_badge(row.identity)
        size = mark_size(theme, badge)
        gap = theme.length(Length.SPACE_4)
        room = clock_left - inner.left() - size.width() - 2 * gap
        name = Run(customer(one_line(row.alias)), Type.BODY_STRONG, Colour.INK, 650)
        taken = draw_line(theme, painter, (name,), inner.topLeft(), room)
        draw_mark(theme, painter, badge, QPointF(inner.left() + taken + gap, middle - size.height() / 2))

    def _paint_clock(self, painter: QPainter, row: WaitingRow, right_top: QPointF) -> float:
        """Draw how long she has waited; where that begins."""
        theme = self._theme
        is_calm = row.lateness in (Lateness.EMPTY, Lateness.ON_TIME)
        colour = Colour.MUT if is_calm else lateness_colour(row.lateness)
        icon = Icon.CLOCK if is_calm else lateness_icon(row.lateness) or Icon.CLOCK
        figure = Run(row.clock, Type.CONTROL, colour, 400 if is_calm else 650)
        top = right_top.y() + (theme.line_height(Type.BODY) - theme.line_height(Type.CONTROL)) / 2
        left = draw_right(theme, painter, (figure,), QPointF(right_top.x(), top))
        middle = top + theme.line_height(Type.CONTROL) / 2
        draw_icon_before(theme, painter, icon, colour, QPointF(left, middle))
        return left - theme.length(Length.ICON)

    def _paint_topic(self, painter: QPainter, row: WaitingRow, at: QPointF, width: float) -> None:
        """Draw topic and language, or that she is being claimed."""
        theme = self._theme
        topic = Run(topic_words(row.topic, row.finer_topic, self._language), Type.SMALL, Colour.INK)
        if row.is_claiming:
            rest = QCoreApplication.translate("queues", " · being taken…")
        else:
            rest = f" · {language_name(one_line(row.language))}"
        barrier = barrier_word(row.barrier)
        tail = TextBlock(theme, (Run(f" · {barrier}{rest}" if barrier else rest, Type.SMALL, Colour.MUT),))
        begins = self._paint_concern(painter, row, at)
        width -= begins - at.x()
        at = QPointF(begins, at.y())
        taken = draw_line(theme, painter, (topic,), at, width - tail.size.width())
        tail.draw(painter, QPointF(at.x() + taken, at.y()))

    def _paint_concern(self, painter: QPainter, row: WaitingRow, at: QPointF) -> float:
        """Draw that her words give reason to look at once, if they do; where the topic begins."""
        theme, words = self._theme, concern_word(row.concern)
        if not words:
            return at.x()
        icon = theme.length(Length.ICON_SMALL)
        top = at.y() + (theme.line_height(Type.SMALL) - icon) / 2
        theme.draw_icon(painter, Icon.TRIANGLE, Colour.BAD, QRectF(at.x(), top, icon, icon))
        left = at.x() + icon + theme.length(Length.SPACE_2)
        block = TextBlock(theme, (Run(words, Type.SMALL, Colour.BAD, 650),))
        block.draw(painter, QPointF(left, at.y()))
        return left + block.size.width() + theme.length(Length.SPACE_3)
