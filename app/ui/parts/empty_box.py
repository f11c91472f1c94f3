"""A dashed box that says, in words, that there is nothing here yet."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class EmptyBox(QWidget):
    """Words in a dashed frame."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self._label = PlainLabel(theme, wraps=True, parent=self)
        side = theme.length(Length.SPACE_5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(side, theme.length(Length.SPACE_4), side, theme.length(Length.SPACE_4))
        layout.addWidget(self._label)
        theme.changed.connect(self.update)

    def say(self, words: str) -> None:
        """Say ``words`` from now on."""
        self._label.set_runs(runs_of(words, Type.SMALL, Colour.MUT))
        self.setAccessibleName(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = self._theme.pen(Colour.EDGE)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        inset = pen.widthF() / 2
        corner = self._theme.length(Length.RADIUS_INPUT)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), corner, corner)
        painter.end()
