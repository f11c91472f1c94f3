"""event_log: One line per event on standard error: a time, a name, ids; never content (trust.md B20, P09)."""

import logging
import re
from collections.abc import Callable
from contextlib import suppress
from typing import Final, TextIO

from server_stub.helpline.values import Millis
from server_stub.wire.heads import stamp

_LONGEST: Final = 120
# What an id or a number can hold. Anything else, a line break or an escape above all, becomes a dot.
_FOREIGN: Final = re.compile(r"[^A-Za-z0-9_:#/@+.\-åäöÅÄÖ]")


class EventLog:
    """`log("signed_in", staff_id=…)` writes `2026-11-23T09:05:07.123Z signed_in staff_id=…`."""

    def __init__(self, stream: TextIO, now: Callable[[], Millis]) -> None:
        self._stream = stream
        self._now = now

    def __call__(self, event: str, **ids: str | int) -> None:
        """One event."""
        said = "".join(f" {name}={_plain(value)}" for name, value in sorted(ids.items()))
        # Whoever read the log may be gone; the backend goes on.
        with suppress(OSError, ValueError):
            self._stream.write(f"{stamp(self._now())} {_plain(event)}{said}\n")
            self._stream.flush()


class LibraryEvents(logging.Handler):
    """What libraries log: who spoke, how loudly, the kind of an exception; their words may quote people."""

    def __init__(self, log: EventLog) -> None:
        super().__init__(logging.WARNING)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        """One event for one record."""
        ids: dict[str, str | int] = {"logger": record.name, "level": record.levelname}
        if record.exc_info and record.exc_info[0] is not None:
            ids["error"] = record.exc_info[0].__name__
        self._log("library_says", **ids, at=f"{record.filename}:{record.lineno}")


def listen_to_libraries(log: EventLog) -> None:
    """From now on, libraries log through `log`, from warnings up."""
    root = logging.getLogger()
    root.handlers[:] = [LibraryEvents(log)]
    root.setLevel(logging.WARNING)


def _plain(value: str | int) -> str:
    return _FOREIGN.sub(".", str(value))[:_LONGEST]
