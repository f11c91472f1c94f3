"""Draws a code: its key, its name, and whether it is chosen."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desk.wrap_up_view import Chosen, CodeRow
from app.ui.icons import Icon
from app.ui.models.keyed_rows import ROW_ROLE
from app.ui.parts.drawing import draw_focus, draw_line, draw_right
from app.ui.parts.marks import draw_mark, key_cap, mark_size
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.wrap_up.code_words import key_of, kind_word, name_of

_FRONT = {Chosen.NO: Colour.INK, Chosen.YES: Colour.ON_PRI, Chosen.FURTHER: Colour.INK}
_BACK = {Chosen.NO: Colour.BG, Chosen.YES: Colour.PRI, Chosen.FURTHER: Colour.PRI_WEAK}


class CodeDelegate(QStyledItemDelegate):
    """A key cap, a name, and a tick when it is chosen; ``says_kind`` where a list holds both kinds."""

    def __init__(self, theme: Theme, *, language: str, says_kind: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._says_kind = says_kind
        self.column_width = 0
        """How wide a code is where several stand side by side; 0: as wide as the list."""
        self.is_dense = False
        """Whether the names are small: in a low window."""

    def width_of(self, row: CodeRow) -> float:
        """How much room the row takes when it is chosen and nothing of it is cut."""
        theme = self._theme
        cap = mark_size(theme, key_cap(key_of(row))).width() if row.number is not None else 0
        name = TextBlock(theme, (self._name(row, Colour.INK, weight=600),)).size.width()
        gaps = 3 * theme.length(Length.SPACE_4) + 2 * theme.length(Length.SPACE_2)
        # In a low window the tick may cut the end of the one longest name, when that is chosen.
        return cap + name + gaps + (0 if self.is_dense else theme.length(Length.ICON_SMALL))

    def _name(self, row: CodeRow, front: Colour, *, weight: int) -> Run:
        size = Type.SMALL if self.is_dense else Type.CONTROL
        return Run(name_of(row, self._language), size, front, weight)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(
            self.column_width, self._theme.length(Length.BUTTON) + self._theme.length(Length.SPACE_2)
        )

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, CodeRow):
            has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            is_current = bool(option.state & QStyle.StateFlag.State_Selected) and self._says_kind
            painter.save()
            self._paint(painter, row, QRectF(option.rect), is_ringed=has_focus or is_current)
            painter.restore()

    def _paint(self, painter: QPainter, row: CodeRow, area: QRectF, *, is_ringed: bool) -> None:
        theme = self._theme
        gap = theme.length(Length.SPACE_2)
        area = area.adjusted(0, 0, -gap, -gap)
        front, corner = _FRONT[row.chosen], theme.length(Length.RADIUS_INPUT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = theme.pen(Colour.PRI if row.chosen is not Chosen.NO else Colour.LINE)
        inset = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(theme.colour(_BACK[row.chosen]))
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), corner, corner)
        if is_ringed:
            draw_focus(theme, painter, area, corner)
        left, right = area.left() + theme.length(Length.SPACE_4), area.right() - theme.length(Length.SPACE_4)
        middle = area.center().y()
        if row.number is not None:
            outline = Colour.ON_PRI if row.chosen is Chosen.YES else Colour.EDGE
            cap = key_cap(key_of(row), front=front, outline=outline)
            size = mark_size(theme, cap)
            draw_mark(theme, painter, cap, QPointF(left, middle - size.height() / 2))
            left += size.width() + theme.length(Length.SPACE_4)
        right = self._draw_end(painter, row, right, middle)
        name = self._name(row, front, weight=600 if row.chosen is Chosen.YES else 400)
        top = middle - theme.line_height(name.kind) / 2
        draw_line(theme, painter, (name,), QPointF(left, top), right - left)

    def _draw_end(self, painter: QPainter, row: CodeRow, right: float, middle: float) -> float:
        """The tick, or what kind of code it is; where the room for the name ends."""
        theme, front = self._theme, _FRONT[row.chosen]
        if row.chosen is not Chosen.NO:
            side = theme.length(Length.ICON_SMALL)
            spot = QRectF(right - side, middle - side / 2, side, side)
            theme.draw_icon(painter, Icon.CHECK, front, spot)
            right = spot.left() - theme.length(Length.SPACE_2)
        words = "+" if row.chosen is Chosen.FURTHER else kind_word(row.kind) if self._says_kind else ""
        if words:
            top = middle - theme.line_height(Type.META) / 2
            run = Run(words, Type.META, front if row.chosen is Chosen.YES else Colour.MUT)
            right = draw_right(theme, painter, (run,), QPointF(right, top)) - theme.length(Length.SPACE_2)
        return right
