"""Where a conversation goes to: into a queue, to one professional, or to who decides of its application."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.parts.button import Button, Look
from app.ui.theme import Theme
from app.ui.tokens import Length


class Mode(StrEnum):
    """The ways."""

    QUEUE = "queue"
    PROFESSIONAL = "professional"
    APPLICATION = "application"


class ModeSwitch(QWidget):
    """``chosen``: another way was chosen."""

    chosen = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode = Mode.QUEUE
        self._buttons = {
            Mode.QUEUE: Button(theme, "transferToQueue", self.tr("Into a queue"), parent=self),
            Mode.PROFESSIONAL: Button(
                theme, "transferToProfessional", self.tr("To a professional"), parent=self
            ),
            Mode.APPLICATION: Button(theme, "passOnApplication", self.tr("An application"), parent=self),
        }
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.length(Length.SPACE_2))
        for button in self._buttons.values():
            button.setCheckable(True)
            button.clicked.connect(self._on_clicked)
            layout.addWidget(button)
        layout.addStretch(1)
        self.offer_applications(is_offered=False)
        self._show()

    def offer_applications(self, *, is_offered: bool) -> None:
        """Offer to pass on an application, or not."""
        self._buttons[Mode.APPLICATION].setVisible(is_offered)

    @property
    def mode(self) -> Mode:
        """The way that is chosen."""
        return self._mode

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops in it, in order."""
        return tuple(self._buttons.values())

    def choose(self, mode: Mode) -> None:
        """Choose a way; nothing is said."""
        self._mode = mode
        self._show()

    def _on_clicked(self) -> None:
        pressed = self.sender()
        self.choose(next(mode for mode, button in self._buttons.items() if button is pressed))
        self.chosen.emit()

    def _show(self) -> None:
        for mode, button in self._buttons.items():
            button.setChecked(mode is self._mode)
            button.set_look(Look.PRIMARY if mode is self._mode else Look.PLAIN, None)
