"""Draws a transfer target: name and code, whether it is open, who is there and who waits."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desk.offer_views import PersonRow
from app.desk.transfer_view import TargetRow
from app.domain.problems import ProblemCode
from app.ui.icons import Icon
from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.parts.drawing import draw_card, draw_icon_before, draw_line, draw_right
from app.ui.text_runs import Run, one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.transfer.offer_words import load_words, person_words
from app.ui.transfer.target_words import ahead_words, open_words, pass_on_reason, target_name
from app.ui.words import queue_kind_note

Target = TargetRow | PersonRow


class TargetDelegate(QStyledItemDelegate):
    """Rows of two lines, the chosen one with the bar at its left."""

    def __init__(self, theme: Theme, *, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._theme.length(Length.ROW) + self._theme.length(Length.SPACE_1))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, Target):
            painter.save()
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            self._paint(painter, row, QRectF(option.rect), is_selected=is_selected, has_focus=has_focus)
            painter.restore()

    def _paint(
        self,
        painter: QPainter,
        row: Target,
        area: QRectF,
        *,
        is_selected: bool,
        has_focus: bool,
    ) -> None:
        theme = self._theme
        area = area.adjusted(0, 0, 0, -theme.length(Length.SPACE_1))
        if is_selected or has_focus:
            radius = Length.RADIUS_INPUT
            draw_card(theme, painter, area, radius=radius, is_selected=is_selected, has_focus=has_focus)
        inset = theme.length(Length.SPACE_5)
        left, right = area.left() + 2 * inset, area.right() - inset
        top = area.top() + theme.length(Length.SPACE_2)
        under = top + theme.line_height(Type.BODY) - 1
        colour, icon = _state_of(row)
        word = Run(_state_words(row), Type.TAG, colour, 600)
        begins = draw_right(theme, painter, (word,), QPointF(right, top))
        middle = top + theme.line_height(Type.TAG) / 2
        draw_icon_before(theme, painter, icon, colour, QPointF(begins, middle))
        target = None if isinstance(row, PersonRow) else row.passed_on_to
        below = load_words(row) if isinstance(row, PersonRow) else ahead_words(row)
        # Why an application belongs there needs the whole line; nobody waits for it to be answered at once.
        second = right if target is not None else self._draw_ahead(painter, below, QPointF(right, under))
        name = Run(one_line(self._name_of(row)), Type.BODY, Colour.INK, 600)
        gap = theme.length(Length.SPACE_4)
        room = begins - theme.length(Length.ICON) - gap - left
        draw_line(theme, painter, (name,), QPointF(left, top), room)
        kind = "" if isinstance(row, PersonRow) else queue_kind_note(row.kind, row.queue_id)
        kind = kind if target is None else pass_on_reason(target)
        code = Run(one_line(kind), Type.META, Colour.MUT)
        draw_line(theme, painter, (code,), QPointF(left, under), second - gap - left)

    def _draw_ahead(self, painter: QPainter, words: str, end: QPointF) -> float:
        """Draw what is there; where it begins."""
        return draw_right(self._theme, painter, (Run(words, Type.META, Colour.MUT),), end)

    def _name_of(self, row: Target) -> str:
        return row.display_name if isinstance(row, PersonRow) else target_name(row, self._language)


def _state_words(row: Target) -> str:
    return person_words(row) if isinstance(row, PersonRow) else open_words(row)


def _state_of(row: Target) -> tuple[Colour, Icon]:
    if row.obstacle is not None:
        is_beyond = row.obstacle.code is ProblemCode.CONSENT_NEEDED
        return Colour.WAIT, Icon.LOCK if is_beyond else Icon.ANONYMOUS
    is_free = row.has_room if isinstance(row, PersonRow) else row.is_open
    return (Colour.OK, Icon.CHECK) if is_free else (Colour.MUT, Icon.CLOCK)
