"""Switches: a few buttons of which one is chosen, as between refining and correcting."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.parts.button import Button, Look
from app.ui.theme import Theme
from app.ui.tokens import Length


class Switch(QWidget):
    """Buttons of which one is chosen, the first until she chooses. ``chosen``: another one was."""

    chosen = Signal()

    def __init__(
        self, theme: Theme, words: dict[str, str], *, prefix: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(prefix)
        self._buttons = {
            value: Button(theme, f"{prefix}_{value}", said, parent=self) for value, said in words.items()
        }
        self._value = next(iter(words))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.length(Length.SPACE_2))
        for button in self._buttons.values():
            button.setCheckable(True)
            button.clicked.connect(self._on_clicked)
            layout.addWidget(button)
        layout.addStretch(1)
        self._show()

    @property
    def value(self) -> str:
        """What is chosen; "" while nothing is."""
        return self._value

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops in it, in order."""
        return tuple(self._buttons.values())

    def choose(self, value: str) -> None:
        """Choose; nothing is said."""
        if value in self._buttons:
            self._value = value
            self._show()

    def choose_none(self) -> None:
        """Leave it to her, where nothing may be taken for granted; nothing is said."""
        self._value = ""
        self._show()

    def _on_clicked(self) -> None:
        pressed = self.sender()
        self.choose(next(value for value, button in self._buttons.items() if button is pressed))
        self.chosen.emit()

    def _show(self) -> None:
        for value, button in self._buttons.items():
            button.setChecked(value == self._value)
            button.set_look(Look.PRIMARY if value == self._value else Look.PLAIN, None)
