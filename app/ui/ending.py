"""What ends the program from outside: signals, the end of the session, Qt being told to quit."""

import asyncio
import signal
from collections.abc import Callable, Coroutine

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

# However often that is; more often it is something else that stops the loop.
_EXITS = 10


class Application(QApplication):
    """Told to quit, it tells so and goes on: quitting stops the loop under whatever is to be kept.

    ``quit_wanted``: somebody outside wants the program to end.
    """

    quit_wanted = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Quit:
            self.quit_wanted.emit()
            return True
        return super().event(event)


class Ending(QObject):
    """Whatever asks the program to end from outside has it end in order: texts on the disk, streams closed,
    signed out. ``end`` begins that and may be called again.

    The end of the session signs out as well: the next to sit at a shared computer is somebody else.
    """

    def __init__(
        self,
        application: Application,
        loop: asyncio.AbstractEventLoop,
        *,
        end: Callable[[], None],
    ) -> None:
        super().__init__(application)
        self.setObjectName("ending")
        self._loop = loop
        self._end = end
        self._is_done = asyncio.Event()
        application.quit_wanted.connect(self._on_quit_wanted)
        application.commitDataRequest.connect(self.end_with_session)
        for number in (signal.SIGTERM, signal.SIGINT):
            self._hear(number)

    def run(self, work: Callable[[], Coroutine[object, object, None]]) -> None:
        """Run the loop until ``work`` is done. If Qt stops it all the same, it goes on until the end."""
        self._turn(self._until_done(work))
        for _ in range(_EXITS):
            if self._is_done.is_set():
                return
            self._end()
            self._turn(self._is_done.wait())

    def _turn(self, work: Coroutine[object, object, object]) -> None:
        try:
            self._loop.run_until_complete(work)
        except RuntimeError:
            # "Event loop stopped before Future completed": somebody has called Qt's exit.
            if self._is_done.is_set():
                raise

    async def _until_done(self, work: Callable[[], Coroutine[object, object, None]]) -> None:
        try:
            await work()
        finally:
            self._is_done.set()

    def end_with_session(self, _session: QSessionManager | None = None) -> None:
        """The session ends. The system is not kept waiting, which would take a loop within the loop: texts
        are on the disk but for the last second, and the end begins with that one.
        """
        self._end()

    def _on_quit_wanted(self) -> None:
        self._end()

    def _hear(self, number: signal.Signals) -> None:
        try:
            self._loop.add_signal_handler(number, self._end)
        except NotImplementedError:
            # Windows: Python looks for signals between two steps of its own, at the latest at the next tick.
            signal.signal(number, self._on_signal)

    def _on_signal(self, _number: int, _frame: object) -> None:
        self._loop.call_soon_threadsafe(self._end)
