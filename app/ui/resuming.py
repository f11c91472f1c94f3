"""Going on where a program stopped that nobody signed out of: one try, and more while the line is away."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.problems import Problem, ProblemCode
from app.ui.task_scope import TaskScope
from app.ui.ticker import Ticker

if TYPE_CHECKING:
    from app.desk.desk import Desk

    Answer = Desk | Problem | None


class Resuming(QObject):
    """``resume`` is awaited until it answers anything but a lost line; ``then`` is given that answer.

    ``changed``: what there is to show has changed.
    """

    changed = Signal()

    def __init__(
        self,
        tasks: TaskScope,
        ticker: Ticker,
        *,
        resume: Callable[[], Awaitable[Answer]],
        then: Callable[[Answer], Awaitable[None]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._resume = resume
        self._then = then
        self._is_over = False
        self.is_trying = False
        self.problem: Problem | None = None
        self.seconds_left = 0
        ticker.ticked.connect(self._on_ticked)

    def try_now(self) -> None:
        """Try, unless a try is under way."""
        if self.is_trying or self._is_over:
            return
        self.is_trying = True
        self.changed.emit()
        self._tasks.start(self._try(), name="resume")

    async def stop(self) -> None:
        """Try no more, and return when nothing is under way."""
        self._is_over = True
        await self._tasks.close()

    async def _try(self) -> None:
        try:
            answer = await self._resume()
        except Exception:
            # A fault of ours must not leave her before a door that never opens.
            await self._finish(Problem(ProblemCode.UNKNOWN))
            raise
        if isinstance(answer, Problem) and answer.code is ProblemCode.LINE_LOST:
            self.is_trying = False
            self.problem = answer
            self.seconds_left = max(1, answer.retry_after_s or 1)
            self.changed.emit()
            return
        await self._finish(answer)

    async def _finish(self, answer: Answer) -> None:
        self._is_over = True
        await self._then(answer)

    def _on_ticked(self) -> None:
        """Count the wait down, a second at a time."""
        if self.problem is None or self.is_trying or self._is_over:
            return
        self.seconds_left -= 1
        if self.seconds_left <= 0:
            self.try_now()
        else:
            self.changed.emit()
