"""The card of the sign-in window, its sign and its rule."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.text_block import TextBlock
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class Card(QWidget):
    """A raised surface."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = self._theme.pen(Colour.LINE)
        painter.setPen(pen)
        painter.setBrush(self._theme.colour(Colour.SURFACE))
        inset = pen.widthF() / 2
        corner = self._theme.length(Length.RADIUS_DIALOG)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), corner, corner)
        painter.end()


class Logo(QWidget):
    """The sign of the program: a V on a square."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        side = theme.length(Length.HEADER)
        self.setFixedSize(side, side)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(Colour.PRI))
        corner = self._theme.length(Length.RADIUS_CARD)
        painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        letter = TextBlock(self._theme, (Run("V", Type.FIGURE, Colour.ON_PRI, 800),))
        left = (self.width() - letter.size.width()) / 2
        letter.draw(painter, QPointF(left, (self.height() - letter.size.height()) / 2))
        painter.end()


class Rule(QWidget):
    """A hair line across."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(max(1, round(theme.border())))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour(Colour.LINE))
        painter.end()
