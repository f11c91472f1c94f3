"""Choosing one's presence: between the button on top with its menu and the desk."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.desk.desk import Desk
from app.domain.presence import Presence, SetPresence
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
        self._menu.chosen.connect(self._on_chosen)

    def open(self) -> None:
        """Open the four words; they lie still while the connection is away."""
        seen = self._desk.seen
        problem = check(seen, SetPresence(seen.presence), self._desk.now())
        reason = problem_sentence(problem) if problem is not None else ""
        self._menu.open_below(self._button, presence=seen.presence, reason=reason)

    def show_now(self) -> None:
        """Show the presence that holds, and whether another is under way."""
        seen = self._desk.seen
        self._button.show_presence(seen.presence, is_under_way=seen.presence_meant is not None)

    def _on_chosen(self, value: str) -> None:
        presence = Presence(value)
        if presence is not self._desk.seen.presence:
            self._desk.submit(SetPresence(presence))
        self.chosen.emit()
