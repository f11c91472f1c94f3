"""The program on the screen: Qt, one loop, one workstation, and an orderly end."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from pathlib import Path

import qasync
from PySide6.QtGui import QIcon, QImageReader
from PySide6.QtWidgets import QApplication

from app.desk.sign_in import Connect
from app.ui.task_scope import TaskScope
from app.ui.theme import load_fonts, read_theme
from app.ui.workstation import Workstation

Tour = Callable[[Workstation], Awaitable[None]]

_IMAGE_LIMIT_MIB = 64
_log = logging.getLogger(__name__)


def run(
    argv: Sequence[str],
    *,
    connect: Connect,
    now: Callable[[], datetime],
    resources: Path,
    server: str,
    language: str = "system",
    theme: str = "system",
    tour: Tour | None = None,
) -> int:
    """Run until the last window is closed and the counsellor is signed out; the exit code.

    ``resources`` is the folder of data files, ``server`` the address shown at sign-in, ``language`` and
    ``theme`` what this computer is set to. ``tour`` drives the workstation instead of a person; the program
    ends when it returns, with 1 when it failed.
    """
    application = QApplication([*argv])
    application.setApplicationName("Vuoro")
    application.setStyle("Fusion")
    # The last window closing must not stop the loop: signing out comes after it.
    application.setQuitOnLastWindowClosed(False)
    application.setWindowIcon(QIcon(str(resources / "icons" / "vuoro.svg")))
    QImageReader.setAllocationLimit(_IMAGE_LIMIT_MIB)
    load_fonts(resources / "fonts")
    loop = qasync.QEventLoop(application)
    with loop:
        code = loop.run_until_complete(
            _work(
                application,
                connect=connect,
                now=now,
                resources=resources,
                server=server,
                language=language,
                theme=theme,
                tour=tour,
            )
        )
    return int(code)


async def _work(
    application: QApplication,
    *,
    connect: Connect,
    now: Callable[[], datetime],
    resources: Path,
    server: str,
    language: str,
    theme: str,
    tour: Tour | None,
) -> int:
    """Open the workstation, wait until it has ended, and see that nothing is left running."""
    loop = asyncio.get_running_loop()
    failures: list[BaseException] = []
    tasks = TaskScope(loop, failures.append)
    loop.set_exception_handler(_log_failure)
    look = read_theme(tokens_file=resources / "theme" / "tokens.json", icons_folder=resources / "icons")
    workstation = Workstation(
        application, look, tasks, connect=connect, server=server, now=now, resources=resources
    )
    workstation.open()
    if language != "system":
        workstation.show_language(language)
    if theme != "system":
        workstation.show_theme(theme)
    if tour is not None:
        tasks.start(_guided(tour, workstation), name="tour")
    await workstation.ended.wait()
    await tasks.close()
    for failure in failures:
        _log.error("a task of a window failed: %s", type(failure).__name__)
    return 1 if tour is not None and failures else 0


async def _guided(tour: Tour, workstation: Workstation) -> None:
    """Let the tour drive, then end."""
    try:
        await tour(workstation)
    finally:
        workstation.end()


def _log_failure(_loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    """Log what no owner of a task has heard of. Its text may hold a person's words: only its kind is told."""
    failure = context.get("exception")
    kind = type(failure).__name__ if failure is not None else "none"
    _log.error("unhandled in the loop: %s (%s)", context.get("message"), kind)
