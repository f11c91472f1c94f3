"""The one crossing from the desk to the screen: changes gathered into one Qt signal per turn of the loop."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.desk.desk import Desk
from app.domain.changes import Changes


class FeedBridge(QObject):
    """Emits ``changed`` with the ``Changes`` gathered since the last turn of the loop.

    A burst of facts (catching up after a cut) is one signal, so a pane renews itself once; what a person
    does is still drawn in the same frame, because the signal comes before the next paint.
    """

    changed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gathered = Changes()
        self._is_due = False
        self._is_closed = False
        self._unsubscribe = desk.subscribe(self._on_changes)

    def close(self) -> None:
        """Hear nothing more from the desk; once is enough."""
        if not self._is_closed:
            self._is_closed = True
            self._unsubscribe()
        self._gathered = Changes()

    def _on_changes(self, changes: Changes) -> None:
        self._gathered = self._gathered | changes
        if not self._is_due:
            self._is_due = True
            QTimer.singleShot(0, self, self._on_due)

    def _on_due(self) -> None:
        self._is_due = False
        gathered, self._gathered = self._gathered, Changes()
        if gathered:
            self.changed.emit(gathered)
