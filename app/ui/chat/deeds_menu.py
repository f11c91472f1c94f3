"""What can be done with a conversation, in one menu: where its head has no room for the buttons."""

from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.ui.parts.menu import OutlinedMenu
from app.ui.text_runs import without_mnemonics
from app.ui.theme import Theme


class DeedsMenu(OutlinedMenu):
    """An item for each button, enabled as it is; choosing it presses the button. Opened with ``popup``."""

    def __init__(self, theme: Theme, buttons: Iterable[QAbstractButton], *, parent: QWidget) -> None:
        super().__init__(theme, "deedsMenu", parent=parent)
        self._pairs: list[tuple[QAction, QAbstractButton]] = []
        for button in buttons:
            self.add(button)

    def add(self, button: QAbstractButton) -> None:
        """An item more, for this button."""
        action = QAction(self)
        action.triggered.connect(button.click)
        self.addAction(action)
        self._pairs.append((action, button))

    def open_below(self, widget: QWidget) -> None:
        """Open at the lower right corner of ``widget``."""
        self.renew()
        super().open_below(widget)

    def renew(self) -> None:
        """Say what the buttons say now."""
        for action, button in self._pairs:
            action.setText(without_mnemonics(button.accessibleName()))
            action.setEnabled(button.isEnabled())
