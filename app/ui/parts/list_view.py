"""A plain list: no frame, smooth scrolling, activated by Enter or a double click."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from app.ui.parts.scroll_bar import SlimScrollBar
from app.ui.theme import Theme
from app.ui.tokens import Colour

_CONFIRMING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListView(QListView):
    """A list on the pane's own ground. ``chosen`` is emitted for Enter and for a double click.

    With ``fits_content`` it asks for the height of all its rows and scrolls only when it must.
    """

    chosen = Signal(QModelIndex)

    def __init__(
        self, theme: Theme, name: str, *, ground: Colour, fits_content: bool = False, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self._ground = ground
        self._fits_content = fits_content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(SlimScrollBar(theme, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(False)
        if fits_content:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        if not self._fits_content:
            return super().sizeHint()
        rows = self.model().rowCount()
        high = sum(self.sizeHintForRow(number) for number in range(rows))
        return QSize(super().sizeHint().width(), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height() // 2 if self._fits_content else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CONFIRMING and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(index)
            return
        super().mouseDoubleClickEvent(event)

    def _on_theme_changed(self) -> None:
        palette = self.palette()
        palette.setColor(self.backgroundRole(), self._theme.colour(self._ground))
        palette.setColor(palette.ColorRole.Base, self._theme.colour(self._ground))
        self.setPalette(palette)
        self.viewport().update()
