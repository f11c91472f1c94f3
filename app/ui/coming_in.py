"""Coming in: work that comes back by itself, or the form; one person at a time, until the program ends."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.problems import Problem
from app.ui.language import Language
from app.ui.resuming import Resuming
from app.ui.sign_in.sign_in_window import SignInWindow
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme
from app.ui.ticker import Ticker

if TYPE_CHECKING:
    from app.desk.desk import Desk
    from app.desk.sign_in import Connect


class Stage(Enum):
    """Where coming in stands. There is a sign-in window in OPENING and in FORM, and in no other."""

    NOBODY_ASKED = "nobody asked"  # nothing has begun, or somebody is at work
    OPENING = "opening"  # work that nobody signed out of is coming back
    FORM = "form"  # somebody is asked for name and password
    OVER = "over"  # the program is ending


MOVES: dict[Stage, frozenset[Stage]] = {
    Stage.NOBODY_ASKED: frozenset({Stage.OPENING, Stage.FORM, Stage.OVER}),
    Stage.OPENING: frozenset({Stage.NOBODY_ASKED, Stage.FORM, Stage.OVER}),
    Stage.FORM: frozenset({Stage.NOBODY_ASKED, Stage.OVER}),
    Stage.OVER: frozenset(),
}
"""What is not in here does not happen: who is asked already is not asked twice, and nobody at the end."""


class ComingIn(QObject):
    """Opens the sign-in window and closes it again; ``enter`` is awaited with the desk of whoever comes in.

    ``closed``: the window was closed by hand · ``language_chosen``, ``theme_chosen``: names.
    """

    closed = Signal()
    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        tasks: TaskScope,
        ticker: Ticker,
        *,
        connect: Connect,
        server: str,
        language: Callable[[], Language],
        enter: Callable[[Desk], Awaitable[None]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tasks = tasks
        self._entering = tasks.inner()
        self._ticker = ticker
        self._connect = connect
        self._server = server
        self._language = language
        self._enter = enter
        self._resuming: Resuming | None = None
        # One at a time comes in, and whoever was left behind goes out first.
        self._door = asyncio.Lock()
        self.stage = Stage.NOBODY_ASKED
        self.window: SignInWindow | None = None

    def resume(self) -> None:
        """Go on where a program stopped that nobody signed out of, or ask whoever is there."""
        if self._go(Stage.OPENING):
            self._resuming = Resuming(
                self._tasks.inner(),
                self._ticker,
                resume=self._connect.resume,
                then=self._on_resumed,
                parent=self,
            )
            self._resuming.try_now()
            self._open()

    def ask(self, why: Problem | None = None, *, is_kept: bool = False) -> None:
        """Ask for name and password, and say why, and whether a text of hers is kept meanwhile."""
        if self._go(Stage.FORM):
            self._open()
        if why is not None and self.window is not None:
            self.window.tell(why, is_kept=is_kept)

    def show_anew(self) -> None:
        """Build the window again, in the language of now; the name stays, the password does not."""
        if self.window is not None:
            name = self.window.user_name
            self._close()
            self._open().fill(name, "")

    async def stop(self) -> None:
        """Let nobody in any more, and return when nothing is under way."""
        self._go(Stage.OVER)
        if self._resuming is not None:
            await self._resuming.stop()
        await self._entering.close()
        self._close()

    # --- who comes ------------------------------------------------------------------------------------------

    async def _sign_in(self, user_name: str, password: str) -> Problem | None:
        """Sign in; open the work view over the desk."""
        async with self._door:
            answer = await self._connect.sign_in(user_name=user_name, password=password)
            if isinstance(answer, Problem):
                return answer
            await self._let_in(answer)
            return None

    async def _choose_password(self, user_name: str, one_time: str, own: str) -> Problem | None:
        """Have her own password kept; open the work view over the desk."""
        async with self._door:
            answer = await self._connect.choose_password(user_name=user_name, one_time=one_time, own=own)
            if isinstance(answer, Problem):
                return answer
            await self._let_in(answer)
            return None

    async def _on_resumed(self, answer: Desk | Problem | None) -> None:
        """Straight into the work, or the form and why."""
        if answer is None or isinstance(answer, Problem):
            self._show_form(answer)
        else:
            await self._let_in(answer)

    async def _let_in(self, desk: Desk) -> None:
        await self._enter(desk)
        if self._go(Stage.NOBODY_ASKED):
            self._resuming = None
            self._close()

    def _on_someone_else(self) -> None:
        """Whoever sits here is not the one who was left signed in."""
        resuming = self._resuming
        if resuming is not None and self.stage is Stage.OPENING:
            self._show_form(None)
            self._tasks.start(self._forget_what_was_left(resuming), name="let someone else in")

    async def _forget_what_was_left(self, resuming: Resuming) -> None:
        """Nobody goes on with it; what was written stays locked in its own file. She waits at the door."""
        async with self._door:
            await resuming.stop()
            await self._connect.sign_out()

    # --- its window -----------------------------------------------------------------------------------------

    def _go(self, stage: Stage) -> bool:
        is_possible = stage in MOVES[self.stage]
        if is_possible:
            self.stage = stage
        return is_possible

    def _show_form(self, why: Problem | None) -> None:
        """In place of the work that was to come back."""
        if self._go(Stage.FORM) and self.window is not None:
            self._resuming = None
            self.window.show_form()
            if why is not None:
                self.window.tell(why)

    def _open(self) -> SignInWindow:
        window = SignInWindow(
            self._theme,
            self._entering,
            self._ticker,
            language=self._language(),
            server=self._server,
            sign_in=self._sign_in,
            choose_password=self._choose_password,
            resuming=self._resuming,
        )
        window.setWindowTitle("Vuoro")
        window.closed.connect(self.closed)
        window.someone_else_wanted.connect(self._on_someone_else)
        window.language_chosen.connect(self.language_chosen)
        window.theme_chosen.connect(self.theme_chosen)
        self.window = window
        window.show()
        return window

    def _close(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.closed.disconnect(self.closed)
            window.close()
            window.deleteLater()
