"""What is planned for her today, asked for once a minute: a plan may be made while she works."""

from PySide6.QtCore import QObject, Signal

from app.desk.desk import Desk
from app.desk.plan_view import OwnToday, own_today, planned_queues
from app.domain.ids import QueueId
from app.domain.planned_shift import OwnPlan
from app.domain.problems import Problem
from app.ui.task_scope import TaskScope

_ASK_EVERY_S = 60.0


class PlannedToday(QObject):
    """``changed``: what is known is another. What was known stays while the line is away."""

    changed = Signal()

    def __init__(self, desk: Desk, tasks: TaskScope, *, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._plan: OwnPlan | None = None
        self._asked_mono_s: float | None = None
        self._is_asking = False

    @property
    def today(self) -> OwnToday:
        """What is planned for her today."""
        return own_today(self._plan, self._desk.seen, now=self._desk.now())

    @property
    def queues(self) -> frozenset[QueueId] | None:
        """Those a shift begins with, if one is planned."""
        return planned_queues(self._plan, self._desk.seen, now=self._desk.now())

    def show_now(self) -> None:
        """Ask again when the answer is old and there is somebody to ask."""
        now = self._desk.mono_s()
        is_old = self._asked_mono_s is None or now - self._asked_mono_s >= _ASK_EVERY_S
        if is_old and not self._is_asking and self._desk.seen.is_live:
            self._asked_mono_s, self._is_asking = now, True
            self._tasks.start(self._ask(), name="own plan")

    async def _ask(self) -> None:
        try:
            answer = await self._desk.planning.own()
        finally:
            self._is_asking = False
        if not isinstance(answer, Problem):
            self._plan = answer
            self.changed.emit()
