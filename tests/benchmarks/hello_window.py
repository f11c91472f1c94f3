"""The desktop's floor: a window that says hello, and what it takes; with `imports`, our libraries as well.

    python -m tests.benchmarks.hello_window [imports]

Says in one line of JSON when the window was drawn, by the clock all processes share, and its memory in KiB.
"""

import json
import os
import sys
import time

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from tests.benchmarks.first_paint import FirstPaint
from tests.benchmarks.target import resident_kib

LIBRARIES = ("qasync", "msgspec", "httpx", "httpx_sse", "sqlalchemy", "sqlcipher3", "keyring")


def main(*words: str) -> int:
    """Show it, tell, and end."""
    if "imports" in words:
        for library in LIBRARIES:
            __import__(library)
    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Hello"))

    def drawn() -> None:
        told = {"drawn_at": time.monotonic(), "kib": resident_kib(os.getpid())}
        print(json.dumps(told), flush=True)
        application.quit()

    paint = FirstPaint(window, drawn)
    window.resize(1440, 900)
    window.show()
    code = application.exec()
    paint.deleteLater()
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
