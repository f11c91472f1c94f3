"""What ends the program from outside: signals, the end of the session, Qt being told to quit."""

import asyncio
import signal
from collections.abc import Callable, Coroutine
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

# Signing out may take three of them; longer the system does not wait for anybody.
_SESSION_WAITS_MS = 4_000


class Ending(QObject):
    """Whatever asks the program to end from outside has it end in order: texts on the disk, streams closed,
    signed out. ``end`` begins that and may be called again; ``has_ended`` says when it is done.

    The end of the session signs out as well: the next to sit at a shared computer is somebody else.
    """

    def __init__(
        self,
        application: QApplication,
        loop: asyncio.AbstractEventLoop,
        *,
        end: Callable[[], None],
        has_ended: Callable[[], bool],
    ) -> None:
        super().__init__(application)
        self.setObjectName("ending")
        self._loop = loop
        self._end = end
        self._has_ended = has_ended
        application.commitDataRequest.connect(self.end_with_session)
        for number in (signal.SIGTERM, signal.SIGINT):
            self._hear(number)

    def run(self, wait: Callable[[], Coroutine[object, object, object]]) -> None:
        """Run the loop until ``wait`` returns. Qt told to quit stops it: then it goes on until the end."""
        while True:
            # "Event loop stopped before Future completed": only Qt's own exit does that.
            with suppress(RuntimeError):
                self._loop.run_until_complete(wait())
            if self._has_ended():
                return
            self._end()

    def end_with_session(self, _session: QSessionManager | None = None) -> None:
        """The system ends everything when this returns: it returns when all is kept, or takes too long."""
        self._end()
        waking = QTimer(self)
        waking.setSingleShot(True)
        waking.start(_SESSION_WAITS_MS)
        flags = (
            QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
            | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        )
        while not self._has_ended() and waking.isActive():
            QCoreApplication.processEvents(flags)

    def _hear(self, number: signal.Signals) -> None:
        try:
            self._loop.add_signal_handler(number, self._end)
        except NotImplementedError:
            # Windows: Python looks for signals between two steps of its own, at the latest at the next tick.
            signal.signal(number, self._on_signal)

    def _on_signal(self, _number: int, _frame: object) -> None:
        self._loop.call_soon_threadsafe(self._end)
