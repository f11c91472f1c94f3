"""The practice band: violet, striped, on top of everything; the snapshot decides, nothing hides it."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.text_block import TextBlock
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type

FINNISH = "HARJOITUS"
SWEDISH = "ÖVNING"
_STRIPE_PX = 14


class PracticeBand(QWidget):
    """Says in both languages that nothing here is real."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practiceBand")
        self._theme = theme
        self._words = self.tr("Nothing here reaches real customers or statistics")
        self.setAccessibleName(f"{FINNISH} {SWEDISH}: {self._words}")
        self.setFixedHeight(theme.length(Length.STATUS_BAR))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(Colour.PRAC))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_stripes(painter)
        middle = self.height() / 2
        side = theme.length(Length.SPACE_7)
        left = self._word(FINNISH)
        right = self._word(SWEDISH)
        words = TextBlock(theme, (Run(self._words, Type.CONTROL, Colour.PRAC_WEAK),))
        centre = (self.width() - words.size.width()) / 2
        for block, at in ((left, side), (words, centre), (right, self.width() - side - right.size.width())):
            room = theme.length(Length.SPACE_6)
            ground = QRectF(at - room, 0, block.size.width() + 2 * room, self.height())
            painter.fillRect(ground, theme.colour(Colour.PRAC))
            block.draw(painter, QPointF(at, middle - block.size.height() / 2))
        painter.end()

    def _word(self, word: str) -> TextBlock:
        return TextBlock(self._theme, (Run(word, Type.IDENTITY, Colour.PRAC_WEAK),))

    def _draw_stripes(self, painter: QPainter) -> None:
        """Slanted stripes, faint enough for the words."""
        step = _STRIPE_PX * self._theme.length(Length.ICON) / 16
        painter.setOpacity(0.22)
        painter.setPen(QPen(self._theme.colour(Colour.PRAC_WEAK), step / 1.6))
        x = -float(self.height())
        while x < self.width():
            painter.drawLine(QPointF(x, self.height() + step), QPointF(x + self.height() + step, -step))
            x += step * 2
        painter.setOpacity(1.0)
