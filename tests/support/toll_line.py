"""A line between one workstation and the backend that stops one command on its way, at a named place.

    workstation ──► place one ──► backend         GOING     the command has left and not arrived
                ◄── place two ──                  COMMITTED the backend has answered, nothing has come back
                                                  TOLD      the fact has come back, the answer has not

What is stopped is dropped when the line is mended. A command stopped while GOING can also be let go on.

In threads of its own, so that a test can kill the workstation while the line stands still.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum, auto

WITHIN_S = 60.0


class Place(Enum):
    """Where a command is stopped."""

    GOING = auto()
    COMMITTED = auto()
    TOLD = auto()


class TollLine:
    """A listening port in front of the backend. It carries everything until it is told what to stop."""

    def __init__(self, backend_port: Callable[[], int]) -> None:
        """`backend_port` is asked at every new connection."""
        self._backend_port = backend_port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._changed = threading.Condition()
        self._stops: tuple[bytes, Place] | None = None
        self._carrier: object | None = None
        self._is_there = self._goes_on = False
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._begin(self._accept)

    def stop(self, text: str, at: Place) -> None:
        """Stop the command in whose bytes `text` is when it comes by."""
        with self._changed:
            self._stops, self._carrier, self._is_there = (text.encode(), at), None, False

    def wait_until_stopped(self) -> None:
        """Return when the command is where it was to be stopped."""
        with self._changed:
            assert self._changed.wait_for(lambda: self._is_there, WITHIN_S), "nothing came by"

    def let_go(self) -> None:
        """Let the command that was stopped while GOING go on its way."""
        with self._changed:
            self._stops, self._goes_on = None, True
            self._changed.notify_all()

    def mend(self) -> None:
        """Hang up whatever is open, drop what was held, and carry everything again."""
        with self._changed:
            self._stops, self._carrier, self._goes_on = None, None, False
            self._hang_up(*self._open)
            self._changed.notify_all()

    def close(self) -> None:
        """Take nobody any more, hang up, and end every thread."""
        self._hang_up(self._listener)
        self._threads[0].join(WITHIN_S)
        self._listener.close()
        self.mend()
        for thread in self._threads:
            thread.join(WITHIN_S)

    def _begin(self, work: Callable[..., None], *words: object) -> None:
        thread = threading.Thread(target=work, args=words, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                here, _ = self._listener.accept()
                self._begin(self._carry, here)

    def _carry(self, here: socket.socket) -> None:
        """One connection, both ways, until either end hangs up."""
        with here, suppress(OSError), socket.create_connection(("127.0.0.1", self._backend_port())) as there:
            with self._changed:
                self._open |= {here, there}
            line = object()
            up = threading.Thread(target=self._pour, args=(here, there, self._going_up, line), daemon=True)
            up.start()
            self._pour(there, here, self._coming_down, line)
            up.join()
            with self._changed:
                self._open -= {here, there}

    def _pour(
        self,
        source: socket.socket,
        sink: socket.socket,
        may_pass: Callable[[bytes, object], bool],
        line: object,
    ) -> None:
        with suppress(OSError):
            while (data := source.recv(65_536)) and may_pass(data, line):
                sink.sendall(data)
        self._hang_up(source, sink)

    def _going_up(self, data: bytes, line: object) -> bool:
        """Whether to send it on; it may take until the line is mended, and then the answer is no."""
        with self._changed:
            if self._stops is None or self._stops[0] not in data:
                return True
            self._carrier = line
            if self._stops[1] is not Place.GOING:
                return True
            return self._hold()

    def _coming_down(self, _data: bytes, line: object) -> bool:
        with self._changed:
            if self._stops is None or self._carrier is None:
                return True
            is_answer = line is self._carrier
            if is_answer:
                return self._hold()
            if self._stops[1] is Place.COMMITTED:
                self._changed.wait_for(lambda: self._stops is None)
                return False
            return True

    def _hold(self) -> bool:
        self._is_there = True
        self._changed.notify_all()
        self._changed.wait_for(lambda: self._stops is None)
        return self._goes_on

    def _hang_up(self, *sockets: socket.socket) -> None:
        for each in sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


@contextmanager
def a_toll_line(backend_port: Callable[[], int]) -> Iterator[TollLine]:
    """A line for as long as the block runs."""
    line = TollLine(backend_port)
    try:
        yield line
    finally:
        line.close()
