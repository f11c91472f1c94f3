"""What can be done with a conversation, in one menu: where its head has no room for the buttons."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from app.ui.text_runs import without_mnemonics
from app.ui.theme import Theme
from app.ui.tokens import Colour


class DeedsMenu(QMenu):
    """An item for each button, enabled as it is; choosing it presses the button. Opened with ``popup``."""

    def __init__(self, theme: Theme, buttons: Iterable[QAbstractButton], *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("deedsMenu")
        self._theme = theme
        self._pairs: list[tuple[QAction, QAbstractButton]] = []
        for button in buttons:
            action = QAction(self)
            action.triggered.connect(button.click)
            self.addAction(action)
            self._pairs.append((action, button))

    def open_below(self, widget: QWidget) -> None:
        """Open at the lower right corner of ``widget``."""
        self.renew()
        corner = widget.mapToGlobal(QPoint(widget.width() - self.sizeHint().width(), widget.height() + 2))
        self.popup(corner)

    def renew(self) -> None:
        """Say what the buttons say now."""
        for action, button in self._pairs:
            action.setText(without_mnemonics(button.accessibleName()))
            action.setEnabled(button.isEnabled())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._theme.pen(Colour.EDGE))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
