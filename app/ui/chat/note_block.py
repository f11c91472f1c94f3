"""A note in a transcript: note colour, a bar, a lock, and the words that the customer does not see it."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from app.desk.panes import NoteRow
from app.ui.chat.transcript_rows import note_lead
from app.ui.icons import Icon
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run, visible
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class NoteBlock:
    """A note laid out for one width. ``height`` includes the gap below it."""

    def __init__(self, theme: Theme, row: NoteRow, width: float) -> None:
        self._theme = theme
        self._width = width
        self._side = theme.length(Length.SPACE_5)
        self._left = self._side + theme.length(Length.ICON) + theme.length(Length.SPACE_3)
        runs = (
            Run(f"{note_lead(row)}\n", Type.SMALL, Colour.INK, 600),
            Run(visible(row.text), Type.BODY),
        )
        self._text = TextBlock(theme, runs, width=width - self._left - self._side)
        self._inner = self._text.size.height() + 2 * theme.length(Length.SPACE_3)
        self.height = self._inner + theme.length(Length.SPACE_5)

    def draw(self, painter: QPainter, corner: QPointF) -> None:
        """Draw it with its upper left corner there."""
        theme = self._theme
        area = QRectF(corner.x(), corner.y(), self._width, self._inner)
        shape = QPainterPath()
        radius = theme.length(Length.RADIUS_INPUT)
        shape.addRoundedRect(area, radius, radius)
        painter.fillPath(shape, theme.colour(Colour.NOTE))
        bar = QRectF(area.left(), area.top(), theme.length(Length.BORDER_BANNER), area.height())
        painter.fillRect(bar, theme.colour(Colour.NOTE_EDGE))
        top = area.top() + theme.length(Length.SPACE_3)
        icon = theme.length(Length.ICON)
        theme.draw_icon(painter, Icon.LOCK, Colour.INK, QRectF(area.left() + self._side, top, icon, icon))
        self._text.draw(painter, QPointF(area.left() + self._left, top))
