"""The handbook over the work: opened with Shift F1, closed with Esc; it needs no line."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.desk.desk import Desk
from app.desk.handbook_view import handbook_view
from app.domain.ids import ConversationId
from app.ui.folded_panel import FoldedPanel
from app.ui.handbook.handbook_sheet import HandbookSheet
from app.ui.theme import Theme


class HandbookPanel(QObject):
    """``ask_wanted``: begin a question to that consultation queue."""

    ask_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        *,
        language: str,
        front: Callable[[], ConversationId | None],
        panel: FoldedPanel,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._front = front
        self._panel = panel
        self._sheet = HandbookSheet(theme, language=language)
        panel.take(self._sheet)
        self._sheet.searched.connect(self._show)
        self._sheet.ask_wanted.connect(self._on_ask)
        self._sheet.closed.connect(panel.hide)

    def toggle(self) -> None:
        """Open it at the guides of the conversation in front, or close it."""
        if self._panel.isVisible():
            self._panel.hide()
            return
        self._show()
        self._panel.open()
        self._sheet.begin()
        self._show()

    def close_one(self) -> bool:
        """Put it away; False when it is not open."""
        if not self._panel.isVisible():
            return False
        self._panel.hide()
        return True

    def show_now(self) -> None:
        """Show how it stands: another conversation may be in front, another model in force."""
        if self._panel.isVisible():
            self._show()

    def _show(self) -> None:
        self._sheet.show_view(handbook_view(self._desk.seen, self._front(), searched=self._sheet.words))

    def _on_ask(self) -> None:
        support = self._desk.seen.confirmed.handbook.support
        if support is not None and support.queue_id is not None:
            self._panel.hide()
            self.ask_wanted.emit(support.queue_id)
