"""When a window has been drawn: at the turn of the loop after it was first told to paint itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Calls `drawn` once, when `window` has painted itself and all that stands in it."""

    def __init__(self, window: QWidget, drawn: Callable[[], None]) -> None:
        """A window that is shown already is asked to paint itself once more."""
        super().__init__(window)
        self._window = window
        self._drawn: Callable[[], None] | None = drawn
        window.installEventFilter(self)
        window.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Paint and self._drawn is not None:
            self._window.removeEventFilter(self)
            drawn, self._drawn = self._drawn, None
            QTimer.singleShot(0, self, drawn)
        return False
