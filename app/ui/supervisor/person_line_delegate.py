"""Draws the people of the situation view: presence and since when, load, the longest unanswered line."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desk.lateness import Silence
from app.desk.situation_view import Attention, PersonLine
from app.domain.presence import Presence
from app.ui.icons import Icon
from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.parts.drawing import draw_focus, draw_icon_before, draw_line, draw_right
from app.ui.parts.lateness import silence_colour, silence_icon
from app.ui.parts.load_chip import cells_width, draw_cells
from app.ui.shift.presence_look import presence_colour, presence_icon
from app.ui.supervisor.situation_words import NOBODY, attention_words, load_words, person_heading, since_words
from app.ui.supervisor.table import Column, Heading, draw_headings, draw_rule, fitted
from app.ui.text_runs import Run, one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import presence_word

_PRESENCE, _LOAD, _UNANSWERED, _TO_WRAP_UP = range(4)
_RANKS = (0, 1, 2, 3)
_USUAL_CELLS = 5


class PersonLineDelegate(QStyledItemDelegate):
    """Rows of one line under a heading; what has no room is heard all the same."""

    def __init__(self, theme: Theme, *, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

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
        places = fitted(theme, self._columns(), area.width())
        if isinstance(row, Heading):
            draw_headings(theme, painter, row, area, places, frozenset({_PRESENCE, _LOAD}))
        elif isinstance(row, PersonLine):
            self._paint_line(painter, row, area, places)
        draw_rule(theme, painter, whole)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(theme, painter, whole, theme.length(Length.RADIUS_BUTTON))
        painter.restore()

    def _columns(self) -> tuple[Column, ...]:
        theme = self._theme
        words = person_heading().words[1:]
        icon = theme.length(Length.ICON_SMALL) + theme.length(Length.SPACE_2)
        since = Run("  99 h 59 min", Type.SMALL)
        presence = tuple((Run(presence_word(each), Type.BODY), since) for each in Presence)
        return (
            Column(words[_PRESENCE], presence, _RANKS[_PRESENCE], icon),
            Column(
                words[_LOAD],
                ((Run("99 / 99", Type.BODY_STRONG, Colour.INK, 650),),),
                _RANKS[_LOAD],
                cells_width(theme, _USUAL_CELLS),
            ),
            Column(words[_UNANSWERED], ((Run("9.59.59", Type.BODY, Colour.INK, 650),),), _RANKS[2], icon),
            Column(words[_TO_WRAP_UP], ((Run("99", Type.BODY),),), _RANKS[3]),
        )

    def _paint_line(
        self,
        painter: QPainter,
        row: PersonLine,
        area: QRectF,
        places: tuple[tuple[int, float, float], ...],
    ) -> None:
        theme = self._theme
        top = area.center().y() - theme.line_height(Type.BODY) / 2
        ends = (places[0][1] if places else area.width()) - theme.length(Length.SPACE_4)
        name = Run(one_line(row.name), Type.BODY_STRONG, Colour.INK, 650)
        taken = draw_line(theme, painter, (name,), QPointF(area.left(), top), ends)
        if row.attention is not None:
            self._paint_attention(painter, row.attention, QPointF(area.left() + taken, top), ends - taken)
        for number, left, right in places:
            begins = QPointF(area.left() + left, top)
            if number == _PRESENCE:
                self._paint_presence(painter, row, begins, right - left)
            elif number == _LOAD:
                self._paint_load(painter, row, begins, right - left)
            elif number == _UNANSWERED:
                self._paint_unanswered(painter, row, QPointF(area.left() + right, top))
            else:
                words = str(row.to_wrap_up) if row.to_wrap_up else NOBODY
                run = Run(words, Type.BODY, Colour.WAIT if row.to_wrap_up else Colour.MUT)
                draw_right(theme, painter, (run,), QPointF(area.left() + right, top))

    def _paint_attention(self, painter: QPainter, attention: Attention, at: QPointF, room: float) -> None:
        theme = self._theme
        is_helped = attention is Attention.HELPED
        colour = Colour.OK if is_helped else Colour.BAD
        gap, side = theme.length(Length.SPACE_5), theme.length(Length.ICON_SMALL)
        middle = at.y() + theme.line_height(Type.BODY) / 2
        sign = QRectF(at.x() + gap, middle - side / 2, side, side)
        if sign.right() > at.x() + room:
            return
        theme.draw_icon(painter, Icon.CHECK if is_helped else Icon.LATE, colour, sign)
        words = Run(attention_words(attention), Type.SMALL, colour, 600)
        left = sign.right() + theme.length(Length.SPACE_2)
        top = middle - theme.line_height(Type.SMALL) / 2
        draw_line(theme, painter, (words,), QPointF(left, top), at.x() + room - left)

    def _paint_presence(self, painter: QPainter, row: PersonLine, at: QPointF, width: float) -> None:
        theme = self._theme
        side = theme.length(Length.ICON_SMALL)
        middle = at.y() + theme.line_height(Type.BODY) / 2
        square = QRectF(at.x(), middle - side / 2, side, side)
        theme.draw_icon(painter, presence_icon(row.presence), presence_colour(row.presence), square)
        left = at.x() + side + theme.length(Length.SPACE_2)
        runs = (
            Run(presence_word(row.presence), Type.BODY),
            Run(f"  {since_words(row)}", Type.SMALL, Colour.MUT),
        )
        draw_line(theme, painter, runs, QPointF(left, at.y()), at.x() + width - left)

    def _paint_load(self, painter: QPainter, row: PersonLine, at: QPointF, width: float) -> None:
        theme = self._theme
        middle = QPointF(at.x(), at.y() + theme.line_height(Type.BODY) / 2)
        taken = draw_cells(theme, painter, row.load, row.capacity, middle)
        number = Run(load_words(row), Type.BODY_STRONG, Colour.INK, 650)
        draw_line(theme, painter, (number,), QPointF(at.x() + taken, at.y()), width - taken)

    def _paint_unanswered(self, painter: QPainter, row: PersonLine, right_top: QPointF) -> None:
        theme = self._theme
        if not row.clock:
            draw_right(theme, painter, (Run(NOBODY, Type.BODY, Colour.MUT),), right_top)
            return
        colour = silence_colour(row.silence)
        is_loud = row.silence in (Silence.AMBER, Silence.RED)
        run = Run(row.clock, Type.BODY, colour, 650 if is_loud else 400)
        left = draw_right(theme, painter, (run,), right_top)
        if is_loud:
            middle = right_top.y() + theme.line_height(Type.BODY) / 2
            draw_icon_before(theme, painter, silence_icon(row.silence), colour, QPointF(left, middle))
