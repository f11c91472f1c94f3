"""Grounds: panes and strips that fill themselves with a token and draw a line along some edges."""

from enum import Flag, auto

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme import Theme
from app.ui.tokens import Colour


class Edge(Flag):
    """Which edges carry a line."""

    NONE = 0
    LEFT = auto()
    TOP = auto()
    RIGHT = auto()
    BOTTOM = auto()


class Ground(QWidget):
    """A plain area in the colour of a token."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        colour: Colour,
        *,
        edges: Edge = Edge.NONE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self._colour = colour
        self._edges = edges
        theme.changed.connect(self.update)

    def set_colour(self, colour: Colour) -> None:
        """Fill itself with this token from now on."""
        if colour is not self._colour:
            self._colour = colour
            self.update()

    def set_edges(self, edges: Edge) -> None:
        """Draw these edges from now on."""
        if edges != self._edges:
            self._edges = edges
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour(self._colour))
        pen = self._theme.pen(Colour.LINE)
        painter.setPen(pen)
        half = pen.widthF() / 2
        right, bottom = self.width() - half, self.height() - half
        for edge, start, end in (
            (Edge.LEFT, QPointF(half, 0), QPointF(half, self.height())),
            (Edge.TOP, QPointF(0, half), QPointF(self.width(), half)),
            (Edge.RIGHT, QPointF(right, 0), QPointF(right, self.height())),
            (Edge.BOTTOM, QPointF(0, bottom), QPointF(self.width(), bottom)),
        ):
            if edge in self._edges:
                painter.drawLine(start, end)
        painter.end()
