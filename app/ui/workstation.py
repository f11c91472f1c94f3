"""The workstation: which window is open, in which language and colours, and how it all ends.

The door is all that is imported at the start; what a desk is worked with comes with whoever comes in.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.domain.changes import Changes, Kind
from app.domain.link import LinkState
from app.domain.problems import Problem, ProblemCode
from app.ui.announcing.sound_choice import SoundChoice, from_words
from app.ui.announcing.tray import Tray
from app.ui.choices import COLUMNS, HIDDEN, LANGUAGE, SOUND, THEME, WINDOW, Choices, Chosen
from app.ui.coming_in import ComingIn
from app.ui.language import Language, Translators, system_language
from app.ui.placing import in_words, place_of, put
from app.ui.settling import Settling
from app.ui.sign_in.sign_in_window import SignInWindow
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme, ThemeChoice
from app.ui.ticker import Ticker
from app.ui.tokens import Type

if TYPE_CHECKING:
    from app.desk.desk import Desk
    from app.desk.notifications import Notifications
    from app.desk.sign_in import Connect
    from app.desk.sounds import Sounds
    from app.ui.announcing.announcer import Announcer
    from app.ui.main_window import MainWindow

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
        sounds: Sounds,
        notifications: Notifications,
        language: str = AS_THE_SYSTEM,
        theme_choice: str = AS_THE_SYSTEM,
        resumes: bool = False,
    ) -> None:
        super().__init__()
        self._application = application
        self._theme = theme
        self._tasks = tasks
        self._connect = connect
        self._now = now
        self._translators = Translators(resources / "i18n")
        self._ticker = Ticker(self)
        self._language = system_language() if language == AS_THE_SYSTEM else Language(language)
        self._choice = ThemeChoice(theme_choice)
        self._choices = Choices(tasks)
        self._resumes = resumes
        self._is_ending = False
        self._window_tasks = tasks.inner()
        self.desk: Desk | None = None
        self.main_window: MainWindow | None = None
        self.ended = asyncio.Event()
        self._sounds = sounds
        self._notifications = notifications
        self._coming_in = ComingIn(
            theme,
            tasks,
            self._ticker,
            connect=connect,
            server=server,
            language=lambda: self._language,
            enter=self._enter,
            parent=self,
        )
        self._coming_in.closed.connect(self.end)
        self._coming_in.language_chosen.connect(self._on_language_chosen)
        self._coming_in.theme_chosen.connect(self._on_theme_chosen)
        theme.changed.connect(self._on_theme_changed)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)
        self._layout_settling = Settling(self._ticker, self)
        self._layout_settling.settled.connect(self._remember_layout)

    @property
    def sign_in_window(self) -> SignInWindow | None:
        """The window at the door, while somebody is asked in."""
        return self._coming_in.window

    @cached_property
    def _announcer(self) -> Announcer:
        """Made with the first who comes in: nothing calls before that."""
        from app.ui.announcing.announcer import Announcer

        tray = Tray(self._theme, self._application)
        return Announcer(self._sounds, self._notifications, self._tasks, self._ticker, tray, parent=self)

    def open(self) -> None:
        """Show the first window."""
        self._translators.speak(self._language)
        self._application.setFont(self._theme.font(Type.CONTROL))
        self.show_theme(self._choice)
        self._on_theme_changed()
        self._ticker.start()
        if self._resumes:
            self._coming_in.resume()
        else:
            self._coming_in.ask()

    def show_language(self, language: str) -> None:
        """Speak another language: the windows are built anew from the desk, which holds all there is."""
        self._speak(Language(language))
        if self.main_window is not None and self.desk is not None:
            is_shown = self.main_window.isVisible()
            chosen = Chosen(
                columns=self.main_window.layout_state(),
                hidden=self.main_window.hidden_columns,
                window=place_of(self.main_window),
            )
            front = self.main_window.chat.current
            self._close_main()
            window = self._open_main(self.desk, chosen, is_shown=is_shown)
            if front is not None:
                window.open_conversation(front.conversation_id)
        self._coming_in.show_anew()

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

    async def _enter(self, desk: Desk) -> None:
        """Open the work view as she left it, or show again the one that waits."""
        if desk is self.desk and self.main_window is not None:
            self.main_window.show()
            self.main_window.focus_work()
        else:
            chosen = await self._choices.recall(desk)
            self._close_main()
            self._announcer.choose(chosen.sound or SoundChoice())
            if chosen.theme is not None:
                self.show_theme(chosen.theme)
            if chosen.language is not None:
                self._speak(chosen.language)
            self._open_main(desk, chosen)

    # --- going out ------------------------------------------------------------------------------------------

    async def _sign_out(self) -> None:
        """Leave the desk and offer signing in."""
        await self._keep_layout()
        self._coming_in.ask()
        await self._leave()

    async def _end(self) -> None:
        """Sign out in order, then let the program end."""
        try:
            self._ticker.stop()
            await self._coming_in.stop()
            await self._keep_layout()
            await self._leave()
            await self._sounds.close()
            await self._notifications.close()
        finally:
            self._translators.speak_nothing()
            self.ended.set()

    async def _leave(self) -> None:
        self._close_main()
        if self.desk is not None:
            self._announcer.leave()
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
        layout = {WINDOW: in_words(place_of(window)), HIDDEN: window.hidden_columns}
        if columns := window.layout_state():
            layout[COLUMNS] = columns.hex()
        return layout

    # --- windows --------------------------------------------------------------------------------------------

    def _open_main(self, desk: Desk, chosen: Chosen, *, is_shown: bool = True) -> MainWindow:
        from app.ui.main_window import MainWindow

        self.desk = desk
        self._window_tasks = self._tasks.inner()
        window = MainWindow(
            self._theme, desk, self._window_tasks, self._ticker, language=self._language, now=self._now
        )
        window.setWindowTitle("Vuoro")
        window.sign_out_confirmed.connect(self._on_sign_out)
        window.closed.connect(self.end)
        window.language_chosen.connect(self._on_language_chosen)
        window.theme_chosen.connect(self._on_theme_chosen)
        window.rearranged.connect(self._layout_settling.stir)
        window.looked.connect(self._announcer.look)
        window.silence_wanted.connect(self._announcer.silence)
        window.sound_tried.connect(self._announcer.try_sound)
        window.sound_chosen.connect(self._on_sound_chosen)
        window.changed.connect(self._on_changed)
        self.main_window = window
        put(window, chosen.window)
        if chosen.columns:
            window.restore_layout(chosen.columns)
        window.hide_columns(chosen.hidden)
        if is_shown:
            window.show()
            window.focus_work()
        self._announcer.watch(desk, window)
        # What has been loaded stays: a full collection in the middle of a day goes through the rest alone.
        gc.freeze()
        return window

    def _close_main(self) -> None:
        window, self.main_window = self.main_window, None
        if window is not None:
            self._announcer.let_go()
            window.let_go()
            self._window_tasks.cancel()
            window.hide()
            window.deleteLater()
            # What stands in circles with it, transcripts among it, must be found again once she has gone.
            gc.unfreeze()

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

    def _on_sound_chosen(self, words: str) -> None:
        choice = from_words(words)
        if choice is not None:
            self._announcer.choose(choice)
            self._choices.remember(SOUND, words)

    def _on_sign_out(self) -> None:
        self._tasks.start(self._sign_out(), name="sign out")

    def _on_changed(self, changes: Changes) -> None:
        """The sign-in has ended elsewhere: ask for it again; the work view waits behind it, hidden."""
        from app.ui.status.standing_words import has_unsent

        desk = self.desk
        if not changes.are_only(Kind.DRAFTS):
            self._announcer.look()
        if desk is None or not changes.ids(Kind.LINK) or self.main_window is None:
            return
        if desk.link.state is LinkState.SIGNED_OUT and self.sign_in_window is None:
            is_kept = has_unsent(desk.seen, drafts=desk.drafts.all())
            self._coming_in.ask(Problem(ProblemCode.SIGNED_OUT), is_kept=is_kept)
            self.main_window.hide()

    def _on_theme_changed(self) -> None:
        self._application.setPalette(self._theme.palette())

    def _on_system_changed(self) -> None:
        self._theme.choose(self._theme.choice, QGuiApplication.styleHints())
