"""Where the keys were before something opened over the work, so that they can go back there."""

from PySide6.QtWidgets import QApplication, QWidget


class KeysBefore:
    """Remembers one widget; it may be gone or hidden by the time the keys go back, and then nothing moves."""

    def __init__(self) -> None:
        self._widget: QWidget | None = None

    def remember(self) -> None:
        """The keys are where they should go back to."""
        self._widget = QApplication.focusWidget()

    def give_back(self) -> None:
        """Put the keys where they were; once."""
        widget, self._widget = self._widget, None
        # A conversation that left the desk meanwhile took its composer with it: nothing of it may be asked.
        is_there = widget is not None and any(each is widget for each in QApplication.allWidgets())
        if widget is not None and is_there and widget.isVisible():
            widget.setFocus()
