"""The workstation: which window is open, in which language and colours, and how it all ends."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.desk.desk import Desk
from app.desk.sign_in import Connect
from app.domain.changes import Changes, Kind
from app.domain.link import LinkState
from app.domain.problems import Problem, ProblemCode
from app.ui.feed_bridge import FeedBridge
from app.ui.language import Language, Translators, system_language
from app.ui.main_window import MainWindow
from app.ui.sign_in.sign_in_window import SignInWindow
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme, ThemeChoice
from app.ui.ticker import Ticker
from app.ui.tokens import Type

_LANGUAGE, _THEME, _COLUMNS = "language", "theme", "columns"
_log = logging.getLogger(__name__)

AS_THE_SYSTEM = "system"
"""A language or a theme that is not chosen."""


class Workstation(QObject):
    """Opens the sign-in window, then the work view, then the sign-in window again. ``ended`` is set when the
    counsellor has closed the last of them and is signed out.
    """

    def __init__(
        self,
        application: QApplication,
        theme: Theme,
        tasks: TaskScope,
        *,
        connect: Connect,
        server: str,
        now: Callable[[], datetime],
        resources: Path,
        language: str = AS_THE_SYSTEM,
        theme_choice: str = AS_THE_SYSTEM,
    ) -> None:
        super().__init__()
        self._application = application
        self._theme = theme
        self._tasks = tasks
        self._connect = connect
        self._server = server
        self._now = now
        self._translators = Translators(resources / "i18n")
        self._ticker = Ticker(self)
        self._language = system_language() if language == AS_THE_SYSTEM else Language(language)
        self._choice = ThemeChoice(theme_choice)
        self._is_ending = False
        self._bridge: FeedBridge | None = None
        self.desk: Desk | None = None
        self.sign_in_window: SignInWindow | None = None
        self.main_window: MainWindow | None = None
        self.ended = asyncio.Event()
        theme.changed.connect(self._on_theme_changed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    def open(self) -> None:
        """Show the first window."""
        self._translators.speak(self._language)
        self._application.setFont(self._theme.font(Type.CONTROL))
        self.show_theme(self._choice)
        self._on_theme_changed()
        self._ticker.start()
        self._open_sign_in()

    def show_language(self, language: str) -> None:
        """Speak another language: the windows are built anew from the desk, which holds all there is."""
        self._language = Language(language)
        self._translators.speak(self._language)
        if self.main_window is not None and self.desk is not None:
            geometry = self.main_window.saveGeometry()
            columns = self.main_window.layout_state()
            front = self.main_window.chat.current
            self._close_main()
            window = self._open_main(self.desk)
            window.restoreGeometry(geometry)
            window.restore_layout(columns)
            if front is not None:
                window.open_conversation(front.conversation_id)
        if self.sign_in_window is not None:
            name = self.sign_in_window.user_name
            self._close_sign_in()
            self._open_sign_in().fill(name, "")

    def show_theme(self, choice: str) -> None:
        """Use other colours from now on."""
        self._theme.choose(ThemeChoice(choice), QGuiApplication.styleHints())

    def end(self) -> None:
        """Sign out and end, whatever is open; once is enough."""
        if self._is_ending:
            return
        self._is_ending = True
        self._tasks.start(self._end(), name="end")

    async def _sign_in(self, user_name: str, password: str) -> Problem | None:
        """Sign in; open the work view over the desk."""
        answer = await self._connect.sign_in(user_name=user_name, password=password)
        if isinstance(answer, Problem):
            return answer
        if answer is self.desk and self.main_window is not None:
            self.main_window.show()
            self.main_window.focus_work()
        else:
            self._close_main()
            self._open_main(answer)
            self._tasks.start(self._recall(answer), name="recall choices")
        self._close_sign_in()
        return None

    async def _recall(self, desk: Desk) -> None:
        """Use what this counsellor chose on this computer before."""
        chosen = await desk.preferences.load()
        if self.main_window is None or self.desk is not desk:
            return
        if chosen.get(_THEME) in set(ThemeChoice):
            self.show_theme(chosen[_THEME])
        if chosen.get(_LANGUAGE) in set(Language) and chosen[_LANGUAGE] != self._language:
            self.show_language(chosen[_LANGUAGE])
        columns = chosen.get(_COLUMNS, "")
        if columns and self.main_window is not None:
            self.main_window.restore_layout(bytes.fromhex(columns))

    def _remember(self, name: str, value: str) -> None:
        if self.desk is not None:
            self._tasks.start(self._keep(self.desk, name, value), name="remember a choice")

    async def _keep(self, desk: Desk, name: str, value: str) -> None:
        """Keep a choice; one that cannot be kept is only made again, and a banner tells of the disk."""
        try:
            await desk.preferences.keep(name, value)
        except Exception as failure:
            _log.warning("a choice was not kept: %s", type(failure).__name__)

    def _on_language_chosen(self, language: str) -> None:
        self.show_language(language)
        self._remember(_LANGUAGE, language)

    def _on_theme_chosen(self, choice: str) -> None:
        self.show_theme(choice)
        self._remember(_THEME, choice)

    async def _sign_out(self) -> None:
        """Leave the desk and offer signing in."""
        await self._keep_columns()
        self._open_sign_in()
        self._close_main()
        self.desk = None
        await self._connect.sign_out()

    async def _end(self) -> None:
        """Sign out in order, then let the program end."""
        try:
            self._ticker.stop()
            await self._keep_columns()
            self._close_main()
            self._close_sign_in()
            self.desk = None
            await self._connect.sign_out()
        finally:
            self._translators.speak_nothing()
            self.ended.set()

    async def _keep_columns(self) -> None:
        if self.main_window is not None and self.desk is not None:
            await self._keep(self.desk, _COLUMNS, self.main_window.layout_state().hex())

    def _open_sign_in(self) -> SignInWindow:
        window = SignInWindow(
            self._theme,
            self._tasks,
            self._ticker,
            language=self._language,
            server=self._server,
            sign_in=self._sign_in,
        )
        window.setWindowTitle("Vuoro")
        window.closed.connect(self.end)
        window.language_chosen.connect(self._on_language_chosen)
        window.theme_chosen.connect(self._on_theme_chosen)
        self.sign_in_window = window
        window.show()
        return window

    def _close_sign_in(self) -> None:
        window, self.sign_in_window = self.sign_in_window, None
        if window is not None:
            window.closed.disconnect(self.end)
            window.close()
            window.deleteLater()

    def _open_main(self, desk: Desk) -> MainWindow:
        self.desk = desk
        window = MainWindow(
            self._theme, desk, self._tasks, self._ticker, language=self._language, now=self._now
        )
        window.setWindowTitle("Vuoro")
        window.sign_out_confirmed.connect(self._on_sign_out)
        window.closed.connect(self.end)
        window.language_chosen.connect(self._on_language_chosen)
        window.theme_chosen.connect(self._on_theme_chosen)
        self._bridge = FeedBridge(desk, parent=window)
        self._bridge.changed.connect(self._on_changed)
        self.main_window = window
        window.show()
        window.focus_work()
        return window

    def _close_main(self) -> None:
        window, self.main_window = self.main_window, None
        if self._bridge is not None:
            self._bridge.close()
            self._bridge = None
        if window is not None:
            window.let_go()
            window.hide()
            window.deleteLater()

    def _on_sign_out(self) -> None:
        self._tasks.start(self._sign_out(), name="sign out")

    def _on_changed(self, changes: Changes) -> None:
        """The sign-in has ended elsewhere: ask for it again; the work view waits behind it, hidden."""
        desk = self.desk
        if desk is None or not changes.ids(Kind.LINK) or self.main_window is None:
            return
        if desk.link.state is LinkState.SIGNED_OUT and self.sign_in_window is None:
            self._open_sign_in().tell(Problem(ProblemCode.SIGNED_OUT))
            self.main_window.hide()

    def _on_theme_changed(self) -> None:
        self._application.setPalette(self._theme.palette())

    def _on_system_changed(self) -> None:
        self._theme.choose(self._theme.choice, QGuiApplication.styleHints())
