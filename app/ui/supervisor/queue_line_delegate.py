"""Draws the queues of the situation view: name, how late, how many wait, are answered, and can be taken."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desk.lateness import Lateness
from app.desk.situation_view import QueueLine
from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.parts.drawing import draw_bar, draw_focus, draw_line, draw_right
from app.ui.parts.lateness import is_quiet, lateness_colour, lateness_icon
from app.ui.supervisor.situation_words import NOBODY, queue_code, queue_heading
from app.ui.supervisor.table import Column, Heading, draw_headings, draw_rule, fitted
from app.ui.text_runs import Run, one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import in_language, lateness_word

_STATE, _WAITING, _LONGEST, _HELD, _DUTY, _FREE, _LEVEL, _REPLY = range(8)
_RANKS = (2, 0, 1, 6, 3, 7, 4, 5)
_SHARE = Run("100 %", Type.BODY, Colour.INK)
_FIGURES = Run("999", Type.BODY_STRONG, Colour.INK, 700)
_CLOCK = Run("9.59.59", Type.BODY_STRONG, Colour.INK, 700)


class QueueLineDelegate(QStyledItemDelegate):
    """Rows of one line under a heading; what has no room is heard all the same."""

    def __init__(self, theme: Theme, *, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._theme.length(Length.INPUT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, theme = index.data(ROW_ROLE), self._theme
        painter.save()
        side = theme.length(Length.SPACE_6)
        whole = QRectF(option.rect)
        area = whole.adjusted(side, 0, -side, 0)
        bar = theme.length(Length.SPACE_7)
        named = area.adjusted(bar, 0, 0, 0)
        places = fitted(theme, self._columns(), named.width())
        if isinstance(row, Heading):
            draw_headings(theme, painter, row, named, places, frozenset({_STATE}))
        elif isinstance(row, QueueLine):
            self._paint_line(painter, row, area, named, places)
        draw_rule(theme, painter, whole)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(theme, painter, whole, theme.length(Length.RADIUS_BUTTON))
        painter.restore()

    def _columns(self) -> tuple[Column, ...]:
        theme = self._theme
        words = queue_heading().words[1:]
        state = tuple((Run(lateness_word(each), Type.SMALL, Colour.INK, 600),) for each in Lateness)
        icon = theme.length(Length.ICON_SMALL) + theme.length(Length.SPACE_2)
        figures = ((_FIGURES,),)
        shown = (state, figures, ((_CLOCK,),), figures, figures, figures, ((_SHARE,),), ((_CLOCK,),))
        return tuple(
            Column(words[number], shown[number], _RANKS[number], icon if number == _STATE else 0.0)
            for number in range(len(words))
        )

    def _paint_line(
        self,
        painter: QPainter,
        row: QueueLine,
        area: QRectF,
        named: QRectF,
        places: tuple[tuple[int, float, float], ...],
    ) -> None:
        theme = self._theme
        colour, calm = lateness_colour(row.lateness), is_quiet(row.lateness)
        inset = theme.length(Length.SPACE_3)
        bar = QRectF(area.left(), area.top() + inset, theme.length(Length.SPACE_2), area.height() - 2 * inset)
        draw_bar(theme, painter, bar, Colour.LINE if calm else colour)
        top = area.center().y() - theme.line_height(Type.BODY) / 2
        ends = (places[0][1] if places else named.width()) - theme.length(Length.SPACE_4)
        name = Run(one_line(in_language(row.name, self._language)), Type.BODY_STRONG, Colour.INK, 650)
        taken = draw_line(theme, painter, (name,), QPointF(named.left(), top), ends)
        left = taken + theme.length(Length.SPACE_4)
        if ends - left > theme.length(Length.LEFT_DOCK) / 4:
            code = Run(one_line(queue_code(row)), Type.META, Colour.MUT)
            under = top + (theme.line_height(Type.BODY) - theme.line_height(Type.META)) / 2
            draw_line(theme, painter, (code,), QPointF(named.left() + left, under), ends - left)
        shade = Colour.MUT if calm else colour
        figures = {
            _WAITING: Run(str(row.waiting), Type.BODY_STRONG, Colour.INK, 700),
            _LONGEST: Run(row.clock or NOBODY, Type.BODY_STRONG, shade, 400 if calm else 700),
            _HELD: Run(str(row.held), Type.BODY),
            _DUTY: Run(str(row.on_duty), Type.BODY),
            _FREE: Run(str(row.free), Type.BODY),
            _LEVEL: Run(row.in_target or NOBODY, Type.BODY),
            _REPLY: Run(row.reply_delay or NOBODY, Type.BODY),
        }
        for number, begins, right in places:
            if number == _STATE:
                self._paint_state(painter, row, QPointF(named.left() + begins, area.center().y()))
            else:
                draw_right(theme, painter, (figures[number],), QPointF(named.left() + right, top))

    def _paint_state(self, painter: QPainter, row: QueueLine, left_middle: QPointF) -> None:
        theme = self._theme
        colour, icon = lateness_colour(row.lateness), lateness_icon(row.lateness)
        side = theme.length(Length.ICON_SMALL)
        if icon is not None:
            square = QRectF(left_middle.x(), left_middle.y() - side / 2, side, side)
            theme.draw_icon(painter, icon, colour, square)
        left = left_middle.x() + side + theme.length(Length.SPACE_2)
        word = Run(lateness_word(row.lateness), Type.SMALL, colour, 400 if icon is None else 600)
        top = left_middle.y() - theme.line_height(Type.SMALL) / 2
        draw_line(theme, painter, (word,), QPointF(left, top), theme.length(Length.LEFT_DOCK))
