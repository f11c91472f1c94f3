"""The columns side by side, with a line to drag between them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from app.ui.theme import Theme
from app.ui.tokens import Colour


class PaneHandle(QSplitterHandle):
    """A hair line; Qt lets the pointer grab a little beside it."""

    def __init__(self, theme: Theme, splitter: QSplitter) -> None:
        super().__init__(splitter.orientation(), splitter)
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour(Colour.LINE))
        painter.end()


class PaneSplitter(QSplitter):
    """A splitter whose handles are the lines between the panes."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName(name)
        self._theme = theme
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setOpaqueResize(True)

    def createHandle(self) -> QSplitterHandle:
        return PaneHandle(self._theme, self)
