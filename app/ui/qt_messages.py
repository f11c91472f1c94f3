"""What Qt says on standard error, without the one line that a platform without a screen says of itself."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_OF_ITSELF = "This plugin does not support propagateSizeHints()"


@contextmanager
def qt_messages() -> Iterator[None]:
    """Pass on what Qt says meanwhile."""
    before = qInstallMessageHandler(_pass_on)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if message != _OF_ITSELF:
        print(message, file=sys.stderr, flush=True)
