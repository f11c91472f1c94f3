"""The sign of the connection, also at the door."""

from typing import assert_never

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.link import LinkState
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length

_DISC_SHARE = 0.62


class LinkLight(QWidget):
    """The sign beside the words: a disc while live, a ring while connecting, a square while away."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("linkLight")
        self._theme = theme
        self._state = LinkState.SIGNED_OUT
        theme.changed.connect(self.update)

    def show_state(self, state: LinkState) -> None:
        """Show this state from now on."""
        if state is not self._state:
            self._state = state
            self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.length(Length.ICON_SMALL)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._theme.length(Length.ICON_SMALL) * _DISC_SHARE
        area = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        match self._state:
            case LinkState.LIVE:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour(Colour.OK))
                painter.drawEllipse(area)
            case LinkState.CONNECTING | LinkState.RECOVERING:
                painter.setPen(self._theme.pen(Colour.WAIT, Length.BORDER_FOCUS))
                painter.drawEllipse(area)
            case LinkState.OFFLINE | LinkState.SIGNED_OUT:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour(Colour.BAD))
                painter.drawRect(area)
            case _:
                assert_never(self._state)
        painter.end()
