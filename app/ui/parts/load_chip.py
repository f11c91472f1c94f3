"""Load: a cell for each conversation she can have at once, filled for each she has, and the number n / m."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.safe_text import DrawnLabel
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run, plain
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type

_MOST_CELLS = 8
"""Beyond this many, cells are no longer taken in at a glance: the number alone is shown."""
_CELL_WIDTH = 0.45
"""Of a small icon's side."""


def cells_width(theme: Theme, capacity: int) -> float:
    """What the cells take with the gap behind them, in px; nothing where the number alone is shown."""
    count = capacity if capacity <= _MOST_CELLS else 0
    return count * _step(theme) + theme.length(Length.SPACE_2) if count else 0.0


def draw_cells(theme: Theme, painter: QPainter, load: int, capacity: int, left_middle: QPointF) -> float:
    """Draw a cell for each conversation she can have, filled for each she has; what they took, in px."""
    side = theme.length(Length.ICON_SMALL)
    count = capacity if capacity <= _MOST_CELLS else 0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number in range(count):
        left = left_middle.x() + number * _step(theme)
        area = QRectF(left, left_middle.y() - side / 2, side * _CELL_WIDTH, side)
        _draw_cell(theme, painter, area, is_filled=number < load)
    return cells_width(theme, capacity)


def _step(theme: Theme) -> float:
    return theme.length(Length.ICON_SMALL) * _CELL_WIDTH + theme.length(Length.SPACE_1)


def _draw_cell(theme: Theme, painter: QPainter, area: QRectF, *, is_filled: bool) -> None:
    pen = theme.pen(Colour.PRI if is_filled else Colour.EDGE)
    painter.setPen(pen)
    painter.setBrush(theme.colour(Colour.PRI) if is_filled else Qt.BrushStyle.NoBrush)
    inset = pen.widthF() / 2
    radius = area.width() / 4
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)


class LoadChip(DrawnLabel):
    """``is_framed``: with the word before it, in a round frame; else the cells and the number alone."""

    def __init__(
        self, theme: Theme, name: str, *, is_framed: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent=parent)
        self._theme = theme
        self._is_framed = is_framed
        self._load, self._capacity = 0, 0
        self._is_said = False
        theme.changed.connect(self.update)

    def show_load(self, load: int, capacity: int) -> bool:
        """Show conversations n / m; whether that is another than before."""
        is_other = not self._is_said or (load, capacity) != (self._load, self._capacity)
        if is_other:
            self._is_said = True
            self._load, self._capacity = load, capacity
            self.say(f"{self.tr('Conversations')} {load} / {capacity}")
            self.update()
        return is_other

    @property
    def shown(self) -> str:
        """The words on the screen."""
        return plain((*self._before(), *self._number()))

    def sizeHint(self) -> QSize:
        side = self._theme.length(Length.SPACE_6) if self._is_framed else 0
        return QSize(round(self._content_width() + 2 * side + 0.5), self._theme.length(Length.CHIP))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_framed:
            pen = theme.pen(Colour.LINE)
            painter.setPen(pen)
            inset = pen.widthF() / 2
            frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        middle = self.height() / 2
        left = (self.width() - self._content_width()) / 2
        before = TextBlock(theme, self._before())
        before.draw(painter, QPointF(left, middle - before.size.height() / 2))
        left += before.size.width() + (self._gap() if self._is_framed else 0)
        left += draw_cells(theme, painter, self._load, self._capacity, QPointF(left, middle))
        number = TextBlock(theme, self._number())
        number.draw(painter, QPointF(left, middle - number.size.height() / 2))
        painter.end()

    def _cells_width(self) -> float:
        return cells_width(self._theme, self._capacity)

    def _gap(self) -> int:
        return self._theme.length(Length.SPACE_3)

    def _content_width(self) -> float:
        before, number = TextBlock(self._theme, self._before()), TextBlock(self._theme, self._number())
        gap = self._gap() if self._is_framed else 0
        return before.size.width() + gap + self._cells_width() + number.size.width()

    def _before(self) -> tuple[Run, ...]:
        words = self.tr("Conversations") if self._is_framed else ""
        return (Run(words, Type.CONTROL, Colour.MUT),)

    def _number(self) -> tuple[Run, ...]:
        return (Run(f"{self._load} / {self._capacity}", Type.CONTROL, Colour.INK, 650),)
