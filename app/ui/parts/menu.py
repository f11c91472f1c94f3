"""A menu with an outline, which Fusion leaves out; opened with ``popup``, never run."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.theme import Theme
from app.ui.tokens import Colour


class OutlinedMenu(QMenu):
    """A menu drawn with the edge of the theme in force."""

    def __init__(self, theme: Theme, name: str, *, words: str = "", parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setObjectName(name)
        self._theme = theme

    def open_below(self, widget: QWidget) -> None:
        """Open at the lower right corner of ``widget``."""
        corner = widget.mapToGlobal(QPoint(widget.width() - self.sizeHint().width(), widget.height() + 2))
        self.popup(corner)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._theme.pen(Colour.EDGE))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
