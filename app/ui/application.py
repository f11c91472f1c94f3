"""The program on the screen: Qt, one loop, one workstation, and an orderly end."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import qasync
from PySide6.QtGui import QIcon, QImageReader

from app.ui.ending import Application, Ending
from app.ui.faults import faults_are_told, kind_and_place, on_loops_failure
from app.ui.qt_messages import qt_messages
from app.ui.task_scope import TaskScope
from app.ui.theme import load_fonts, read_theme
from app.ui.workstation import AS_THE_SYSTEM, Workstation

if TYPE_CHECKING:
    from app.desk.notifications import Notifications
    from app.desk.sign_in import Connect
    from app.desk.sounds import Sounds

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
    sounds: Sounds,
    notifications: Notifications,
    language: str = AS_THE_SYSTEM,
    theme: str = AS_THE_SYSTEM,
    tour: Tour | None = None,
    resumes: bool = False,
) -> int:
    """Run until the last window is closed, or something outside ends the program, and the counsellor is
    signed out; the exit code.

    ``resources`` is the folder of data files, ``server`` the address shown at sign-in. ``language`` is fi,
    sv, en or system, ``theme`` light, dark, high_contrast or system. ``tour`` drives the workstation instead
    of a person; the program ends when it returns, with 1 when it failed. ``resumes``: go on first where a
    killed program stopped.
    """
    failures: list[BaseException] = []
    with qt_messages(), faults_are_told():
        application = _made_application(argv, resources)
        loop = qasync.QEventLoop(application)
        loop.set_exception_handler(on_loops_failure)
        with loop:
            tasks = TaskScope(loop, failures.append)
            workstation = Workstation(
                application,
                read_theme(tokens_file=resources / "theme" / "tokens.json", icons_folder=resources / "icons"),
                tasks,
                connect=connect,
                server=server,
                now=now,
                resources=resources,
                sounds=sounds,
                notifications=notifications,
                language=language,
                theme_choice=theme,
                resumes=resumes,
            )
            Ending(application, loop, end=workstation.end).run(partial(_work, workstation, tasks, tour))
            # What a stream left half read is closed while there is still a loop to close it on.
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
    for failure in failures:
        _log.error("a task of a window failed: %s", kind_and_place(failure))
    return 1 if tour is not None and failures else 0


def _made_application(argv: Sequence[str], resources: Path) -> Application:
    """Qt, set up once."""
    application = Application([*argv])
    application.setApplicationName("Vuoro")
    # The number on the task bar goes to the launcher of this name (vuoro.desktop); without one Qt sends none.
    application.setDesktopFileName("vuoro")
    application.setStyle("Fusion")
    # The last window closing must not stop the loop: signing out comes after it.
    application.setQuitOnLastWindowClosed(False)
    application.setWindowIcon(QIcon(str(resources / "icons" / "vuoro.svg")))
    QImageReader.setAllocationLimit(_IMAGE_LIMIT_MIB)
    load_fonts(resources / "fonts")
    return application


async def _work(workstation: Workstation, tasks: TaskScope, tour: Tour | None) -> None:
    """Open the workstation, wait until it has ended, and see that nothing is left running."""
    workstation.open()
    if tour is not None:
        tasks.start(_guided(tour, workstation), name="tour")
    await workstation.ended.wait()
    await tasks.close()


async def _guided(tour: Tour, workstation: Workstation) -> None:
    """Let the tour drive, then end."""
    try:
        await tour(workstation)
    except Exception as failure:
        # A tour plays over a practice: there is nobody whose words this could hold.
        _log.error("the tour failed: %s", failure)
        raise
    finally:
        workstation.end()
