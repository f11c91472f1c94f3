"""Makes windows for tests and the gallery: theme, words and a desk that stands still."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.domain.problems import Problem
from app.ui.language import Language, Translators
from app.ui.main_window import MainWindow
from app.ui.resuming import Resuming
from app.ui.sign_in.form import SignIn
from app.ui.sign_in.own_password import ChoosePassword
from app.ui.sign_in.sign_in_window import SignInWindow
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme, ThemeChoice, load_fonts, read_theme
from app.ui.ticker import Ticker
from app.ui.tokens import Type
from app.ui.workstation import Workstation
from tests.support.heard_sounds import HeardSounds
from tests.support.still_desk import StillDesk
from tests.support.taken_notifications import TakenNotifications

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class Screens:
    """One application, one theme at a time; every window it made is gone at the end."""

    def __init__(self) -> None:
        running = QApplication.instance()
        self.app = running if isinstance(running, QApplication) else QApplication([])
        self.app.setStyle("Fusion")
        load_fonts(RESOURCES / "fonts")
        self._translators = Translators(RESOURCES / "i18n")
        self._loop = asyncio.new_event_loop()
        self.failures: list[BaseException] = []
        self.tasks = TaskScope(self._loop, self.failures.append)
        self.windows: list[QWidget] = []
        self.ticker = Ticker()
        self.sounds = HeardSounds()
        self.notifications = TakenNotifications()

    def __enter__(self) -> Screens:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        for window in tuple(self.windows):
            self.forget(window)
        self._translators.speak_nothing()
        self._loop.run_until_complete(self.tasks.close())
        self._loop.close()

    def theme(self, choice: ThemeChoice = ThemeChoice.LIGHT, *, text_scale: float = 1.0) -> Theme:
        """A theme in force from now on."""
        theme = read_theme(
            tokens_file=RESOURCES / "theme" / "tokens.json",
            icons_folder=RESOURCES / "icons",
            text_scale=text_scale,
        )
        theme.choose(choice, QGuiApplication.styleHints())
        self.app.setPalette(theme.palette())
        self.app.setFont(theme.font(Type.CONTROL))
        return theme

    def speak(self, language: Language) -> None:
        """Speak this language from now on."""
        self._translators.speak(language)

    def main_window(
        self,
        desk: StillDesk,
        *,
        choice: ThemeChoice = ThemeChoice.LIGHT,
        language: Language = Language.FINNISH,
        size: tuple[int, int] = (1440, 900),
        text_scale: float = 1.0,
    ) -> MainWindow:
        """The main window over a desk, shown."""
        self.speak(language)
        theme = self.theme(choice, text_scale=text_scale)
        window = MainWindow(theme, desk, self.tasks, self.ticker, language=language, now=desk.now)
        self.windows.append(window)
        window.resize(*size)
        window.show()
        self.settle()
        return window

    def sign_in_window(
        self,
        *,
        choice: ThemeChoice = ThemeChoice.LIGHT,
        language: Language = Language.FINNISH,
        sign_in: SignIn | None = None,
        choose_password: ChoosePassword | None = None,
        resuming: Resuming | None = None,
        size: tuple[int, int] | None = None,
        text_scale: float = 1.0,
    ) -> SignInWindow:
        """The sign-in window, shown; as large as it opens unless a ``size`` is given."""
        self.speak(language)
        window = SignInWindow(
            self.theme(choice, text_scale=text_scale),
            self.tasks,
            self.ticker,
            language=language,
            server="https://vuoro.example",
            sign_in=sign_in or _nobody_signs_in,
            choose_password=choose_password or _nobody_chooses,
            resuming=resuming,
        )
        self.windows.append(window)
        if size is not None:
            window.resize(*size)
        window.show()
        self.settle()
        return window

    def workstation(self, connect: Any, *, resumes: bool = False) -> Workstation:
        """The whole program over this connection, in Finnish and light; not opened yet."""
        return Workstation(
            self.app,
            self.theme(),
            self.tasks,
            connect=connect,
            server="https://vuoro.example",
            now=connect.desk.now,
            resources=RESOURCES,
            sounds=self.sounds,
            notifications=self.notifications,
            language="fi",
            theme_choice="light",
            resumes=resumes,
        )

    def opening(self, *answers: Problem | None, **how: Any) -> SignInWindow:
        """The sign-in window while work comes back: as many tries in vain as there are answers."""
        left = list(answers)

        async def resume() -> Problem | None:
            if not left:
                await asyncio.Event().wait()
            return left.pop(0)

        async def then(_answer: object) -> None:
            return

        resuming = Resuming(self.tasks.inner(), self.ticker, resume=resume, then=then, parent=self.ticker)
        resuming.try_now()
        window = self.sign_in_window(resuming=resuming, **how)
        self.turn()
        return window

    def settle(self) -> None:
        """Let everything that is due be done and drawn."""
        for _ in range(4):
            self.app.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def turn(self) -> None:
        """Let the windows' tasks go as far as they can."""
        self._loop.run_until_complete(_turns())
        self.settle()

    def forget(self, window: QWidget) -> None:
        """Let go of a window."""
        if window in self.windows:
            self.windows.remove(window)
        window.deleteLater()
        self.settle()


async def _turns() -> None:
    """Several turns of the loop."""
    for _ in range(20):
        await asyncio.sleep(0)


async def _nobody_chooses(_user_name: str, _one_time: str, _own: str) -> Problem | None:
    return None


async def _nobody_signs_in(_user_name: str, _password: str) -> Problem | None:
    """Signing in is not what is looked at."""
    return None


def press(window: QWidget, name: str) -> None:
    """Press a button by its object name."""
    button = window.findChild(QAbstractButton, name)
    assert button is not None, f"there is no button {name}"
    button.click()
