"""How long the window's loop was not to be had: the longest time between two of its turns.

A person's key waits that long at most. On a machine with other work a gap is also what others took; so the
processor time of the window's own thread in each gap is kept beside it.
"""

import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 4


@dataclass(frozen=True, slots=True)
class Stalls:
    """Milliseconds: the longest gap, the most of its own time in one gap, and how many gaps were over 100."""

    longest_ms: float
    busiest_ms: float
    over_100: int
    turns: int


class StallMeter(QObject):
    """Beats on the loop it measures, from `start` to `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with `start`."""
        super().__init__(parent)
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_turn)
        self._last = self._last_busy = 0.0
        self._gaps: list[tuple[float, float]] = []

    def start(self) -> None:
        """Measure from now on."""
        self._gaps.clear()
        self._last, self._last_busy = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> Stalls:
        """What was measured since the start."""
        self._on_turn()
        self._timer.stop()
        return Stalls(
            longest_ms=max(gap for gap, _ in self._gaps) * 1000,
            busiest_ms=max(busy for _, busy in self._gaps) * 1000,
            over_100=sum(busy > 0.1 for _, busy in self._gaps),
            turns=len(self._gaps),
        )

    def _on_turn(self) -> None:
        now, busy = time.perf_counter(), time.thread_time()
        self._gaps.append((now - self._last, busy - self._last_busy))
        self._last, self._last_busy = now, busy
