"""The one ticker: once a second, for the clocks on the screen."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

_SECOND_MS = 1000


class Ticker(QObject):
    """Emits ``ticked`` once a second while it runs. Nothing else on the screen has a timer of its own."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.ticked)

    def start(self) -> None:
        """Tick from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()
