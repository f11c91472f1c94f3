"""Settling: something is on the move, and it is told of once, when it has come to rest."""

from PySide6.QtCore import QObject, Signal

from app.ui.ticker import Ticker


class Settling(QObject):
    """``settled`` is emitted when nothing has stirred from one tick to the next, and once only."""

    settled = Signal()

    def __init__(self, ticker: Ticker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._has_stirred = False
        self._is_waiting = False
        ticker.ticked.connect(self._on_ticked)

    def stir(self) -> None:
        """It has moved."""
        self._has_stirred = True

    def _on_ticked(self) -> None:
        has_stirred, self._has_stirred = self._has_stirred, False
        is_over = self._is_waiting and not has_stirred
        self._is_waiting = has_stirred
        if is_over:
            self.settled.emit()
