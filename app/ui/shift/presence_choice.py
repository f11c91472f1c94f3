"""Choosing one's presence: between the button on top with its menu and the desk."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.desk.desk import Desk
from app.domain.presence import Presence, SetPresence
from app.domain.problems import Problem
from app.domain.rules import check
from app.ui.shift.presence_button import PresenceButton
from app.ui.shift.presence_menu import PresenceMenu
from app.ui.theme import Theme
from app.ui.words import problem_sentence


class PresenceChoice(QObject):
    """Keeps nothing. ``chosen``: she has chosen, and how it stands is to be shown anew."""

    chosen = Signal()

    def __init__(self, theme: Theme, desk: Desk, button: PresenceButton, *, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._button = button
        self._menu = PresenceMenu(theme, parent=window)
        self._menu.chosen.connect(self.choose)

    @property
    def obstacle(self) -> Problem | None:
        """Why she can say nothing of herself just now, or None."""
        seen = self._desk.seen
        return check(seen, SetPresence(seen.presence), self._desk.now())

    def open(self) -> None:
        """Open the four words; they lie still while the connection is away."""
        problem = self.obstacle
        reason = problem_sentence(problem) if problem is not None else ""
        self._menu.open_below(self._button, presence=self._desk.seen.presence, reason=reason)

    def show_now(self) -> None:
        """Show the presence that holds, and whether another is under way."""
        seen = self._desk.seen
        self._button.show_presence(seen.presence, is_under_way=seen.presence_meant is not None)

    def choose(self, value: str) -> None:
        """Say it of herself; what cannot be said is told where she chose: the words lie still, and beneath
        them it stands why.
        """
        presence = Presence(value)
        if presence is self._desk.seen.presence:
            return
        answer = self._desk.submit(SetPresence(presence))
        self.chosen.emit()
        if isinstance(answer, Problem):
            self.open()
