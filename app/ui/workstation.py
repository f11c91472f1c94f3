"""The workstation: which window is open, in which language and colours, and how it all ends."""

import asyncio
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
from app.ui.choices import COLUMNS, LANGUAGE, THEME, WINDOW, Choices, Chosen
from app.ui.feed_bridge import FeedBridge
from app.ui.language import Language, Translators, system_language
from app.ui.main_window import MainWindow
from app.ui.placing import in_words, place_of, put
from app.ui.resuming import Resuming
from app.ui.settling import Settling
from app.ui.sign_in.sign_in_window import SignInWindow
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme, ThemeChoice
from app.ui.ticker import Ticker
from app.ui.tokens import Type

AS_THE_SYSTEM = "system"
"""A language or a theme that is not chosen."""


class Workstation(QObject):
    """Opens the sign-in window, then the work view, then the sign-in window again. ``ended`` is set when the
    counsellor has closed the last of them and is signed out.

    ``resumes``: at the start it tries first to go on where a program stopped that nobody signed out of.
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
        resumes: bool = False,
    ) -> None:
        super().__init__()
        self._application = application
        self._theme = theme
        self._tasks = tasks
        self._entering = tasks.inner()
        self._connect = connect
        self._server = server
        self._now = now
        self._translators = Translators(resources / "i18n")
        self._ticker = Ticker(self)
        self._language = system_language() if language == AS_THE_SYSTEM else Language(language)
        self._choice = ThemeChoice(theme_choice)
        self._choices = Choices(tasks)
        self._resumes = resumes
        self._resuming: Resuming | None = None
        self._is_ending = False
        # One at a time comes in, and whoever was left behind goes out first.
        self._door = asyncio.Lock()
        self._bridge: FeedBridge | None = None
        self.desk: Desk | None = None
        self.sign_in_window: SignInWindow | None = None
        self.main_window: MainWindow | None = None
        self.ended = asyncio.Event()
        theme.changed.connect(self._on_theme_changed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._layout_settling = Settling(self._ticker, self)
        self._layout_settling.settled.connect(self._remember_layout)

    def open(self) -> None:
        """Show the first window."""
        self._translators.speak(self._language)
        self._application.setFont(self._theme.font(Type.CONTROL))
        self.show_theme(self._choice)
        self._on_theme_changed()
        self._ticker.start()
        if self._resumes:
            self._resuming = Resuming(
                self._tasks.inner(),
                self._ticker,
                resume=self._connect.resume,
                then=self._on_resumed,
                parent=self,
            )
            self._resuming.try_now()
        self._open_sign_in()

    def show_language(self, language: str) -> None:
        """Speak another language: the windows are built anew from the desk, which holds all there is."""
        self._speak(Language(language))
        if self.main_window is not None and self.desk is not None:
            is_shown = self.main_window.isVisible()
            chosen = Chosen(columns=self.main_window.layout_state(), window=place_of(self.main_window))
            front = self.main_window.chat.current
            self._close_main()
            window = self._open_main(self.desk, chosen, is_shown=is_shown)
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

    # --- coming in ------------------------------------------------------------------------------------------

    async def _sign_in(self, user_name: str, password: str) -> Problem | None:
        """Sign in; open the work view over the desk."""
        async with self._door:
            answer = await self._connect.sign_in(user_name=user_name, password=password)
            if isinstance(answer, Problem):
                return answer
            await self._enter(answer)
            return None

    async def _on_resumed(self, answer: Desk | Problem | None) -> None:
        """Straight into the work, or the form and why."""
        if isinstance(answer, Desk):
            await self._enter(answer)
            self._resuming = None
            return
        self._resuming = None
        if self.sign_in_window is not None:
            self.sign_in_window.show_form()
            if answer is not None:
                self.sign_in_window.tell(answer)

    async def _enter(self, desk: Desk) -> None:
        """Open the work view as she left it, or show again the one that waits."""
        if desk is self.desk and self.main_window is not None:
            self.main_window.show()
            self.main_window.focus_work()
        else:
            chosen = await self._choices.recall(desk)
            self._close_main()
            if chosen.theme is not None:
                self.show_theme(chosen.theme)
            if chosen.language is not None:
                self._speak(chosen.language)
            self._open_main(desk, chosen)
        self._close_sign_in()

    def _on_someone_else(self) -> None:
        """Whoever sits here is not the one who was left signed in."""
        resuming, self._resuming = self._resuming, None
        if resuming is None:
            return
        self._tasks.start(self._forget_what_was_left(resuming), name="let someone else in")
        if self.sign_in_window is not None:
            self.sign_in_window.show_form()

    async def _forget_what_was_left(self, resuming: Resuming) -> None:
        """Nobody goes on with it; what was written stays locked in its own file. She waits at the door."""
        async with self._door:
            await resuming.stop()
            await self._connect.sign_out()

    # --- going out ------------------------------------------------------------------------------------------

    async def _sign_out(self) -> None:
        """Leave the desk and offer signing in."""
        await self._keep_layout()
        self._open_sign_in()
        await self._leave()

    async def _end(self) -> None:
        """Sign out in order, then let the program end."""
        try:
            self._ticker.stop()
            if self._resuming is not None:
                await self._resuming.stop()
            await self._entering.close()
            await self._keep_layout()
            self._close_sign_in()
            await self._leave()
        finally:
            self._translators.speak_nothing()
            self.ended.set()

    async def _leave(self) -> None:
        self._close_main()
        self.desk = None
        self._choices.forget()
        await self._connect.sign_out()

    async def _keep_layout(self) -> None:
        for name, value in self._layout().items():
            await self._choices.keep(name, value)

    def _remember_layout(self) -> None:
        """As it has come to rest: a program that is killed has kept it too."""
        for name, value in self._layout().items():
            self._choices.remember(name, value)

    def _layout(self) -> dict[str, str]:
        window = self.main_window
        if window is None or not window.isVisible() or window.isMinimized():
            return {}
        layout = {WINDOW: in_words(place_of(window))}
        if columns := window.layout_state():
            layout[COLUMNS] = columns.hex()
        return layout

    # --- windows --------------------------------------------------------------------------------------------

    def _open_sign_in(self) -> SignInWindow:
        window = SignInWindow(
            self._theme,
            self._entering,
            self._ticker,
            language=self._language,
            server=self._server,
            sign_in=self._sign_in,
            resuming=self._resuming,
        )
        window.setWindowTitle("Vuoro")
        window.closed.connect(self.end)
        window.someone_else_wanted.connect(self._on_someone_else)
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

    def _open_main(self, desk: Desk, chosen: Chosen, *, is_shown: bool = True) -> MainWindow:
        self.desk = desk
        window = MainWindow(
            self._theme, desk, self._tasks, self._ticker, language=self._language, now=self._now
        )
        window.setWindowTitle("Vuoro")
        window.sign_out_confirmed.connect(self._on_sign_out)
        window.closed.connect(self.end)
        window.language_chosen.connect(self._on_language_chosen)
        window.theme_chosen.connect(self._on_theme_chosen)
        window.rearranged.connect(self._layout_settling.stir)
        self._bridge = FeedBridge(desk, parent=window)
        self._bridge.changed.connect(self._on_changed)
        self.main_window = window
        put(window, chosen.window)
        if chosen.columns:
            window.restore_layout(chosen.columns)
        if is_shown:
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

    def _speak(self, language: Language) -> None:
        self._language = language
        self._translators.speak(language)

    # --- what comes from elsewhere --------------------------------------------------------------------------

    def _on_language_chosen(self, language: str) -> None:
        self.show_language(language)
        self._choices.remember(LANGUAGE, language)

    def _on_theme_chosen(self, choice: str) -> None:
        self.show_theme(choice)
        self._choices.remember(THEME, choice)

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
