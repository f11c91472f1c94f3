"""A condition of a search: a button that says what is chosen, and a menu to choose from."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.ui.icons import Icon
from app.ui.parts.button import Button
from app.ui.parts.menu import OutlinedMenu
from app.ui.text_runs import bounded, without_mnemonics
from app.ui.theme import Theme

_LONGEST = 24


class FilterChoice(Button):
    """``label`` is what it is about; the first choice, "", is any. ``chosen``: another one is."""

    chosen = Signal()

    def __init__(self, theme: Theme, name: str, label: str, *, every: str, parent: QWidget) -> None:
        super().__init__(theme, name, label, icon=Icon.CHEVRON_DOWN, parent=parent)
        self._label = label
        self._every = every
        self._value = ""
        self._choices: dict[str, str] = {}
        self._menu = OutlinedMenu(theme, f"{name}Menu", parent=self)
        self.clicked.connect(self._on_clicked)
        self._say()

    @property
    def value(self) -> str:
        """What is chosen; "" for any."""
        return self._value

    def offer(self, choices: dict[str, str]) -> None:
        """Have these to choose from, by value; what is chosen stays where it is among them."""
        if choices == self._choices:
            return
        self._choices = choices
        if self._value not in choices:
            self._value = ""
        self._menu.clear()
        for value, words in {"": self._every, **choices}.items():
            # Made here: what `addAction(words)` gives back can be the wrapper of something that was deleted.
            action = QAction(without_mnemonics(words), self._menu)
            action.setData(value)
            action.triggered.connect(self._on_chosen)
            self._menu.addAction(action)
        self._say()

    def choose(self, value: str) -> None:
        """Choose; nothing is said."""
        self._value = value if value in self._choices else ""
        self._say()

    def _on_clicked(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _on_chosen(self) -> None:
        action = self.sender()
        self.choose(str(action.data()) if hasattr(action, "data") else "")
        self.chosen.emit()

    def _say(self) -> None:
        said = self._choices.get(self._value, self._every)
        shown = bounded(said, limit=_LONGEST)
        self.set_words(f"{self._label}: {shown}")
        self.setAccessibleName(f"{self._label}: {said}")
