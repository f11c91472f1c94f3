"""Keys of the work view: which key reaches what, and what Esc takes back."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.ui.actions import make_actions
from app.ui.chat.chat_area import ChatArea
from app.ui.columns import Columns
from app.ui.folded_panel import FoldedPanel
from app.ui.key_list import KeyList
from app.ui.queue_pane.queue_pane import QueuePane
from app.ui.status.news_stack import NewsStack
from app.ui.theme import Theme
from app.ui.tokens import Length


class WorkKeys(QObject):
    """The actions of a window, each connected to what does it; ``action`` gives one to a menu."""

    def __init__(
        self,
        theme: Theme,
        *,
        queues: QueuePane,
        chat: ChatArea,
        columns: Columns,
        news: NewsStack,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._queues = queues
        self._chat = chat
        self._columns = columns
        self._news = news
        self._list: FoldedPanel = columns.panel_over("keysPanel", Length.LEFT_DOCK, at_right=True)
        self._list.take(KeyList(theme))
        self._actions = make_actions(window)
        for name, slot in (
            ("takeNext", queues.take_next),
            ("closeCurrent", self._on_close_current),
            ("nextTab", self._on_next_tab),
            ("previousTab", self._on_previous_tab),
            ("goToQueues", queues.focus_queues),
            ("goToWaiting", queues.focus_waiting),
            ("goToTranscript", self._on_to_transcript),
            ("goToComposer", self._on_to_composer),
            ("showCustomer", columns.show_or_hide_customer),
            ("showKeys", self.show_list),
            ("goBack", self._on_back),
            ("signOut", news.ask_to_sign_out),
        ):
            self._actions[name].triggered.connect(slot)

    def action(self, name: str) -> QAction:
        """The action of that name."""
        return self._actions[name]

    def show_list(self) -> None:
        """Open the list of keys, or close it."""
        self._list.toggle()

    def _on_close_current(self) -> None:
        front = self._chat.current
        if front is not None:
            front.ask_to_close()

    def _on_next_tab(self) -> None:
        self._chat.turn(1)

    def _on_previous_tab(self) -> None:
        self._chat.turn(-1)

    def _on_to_transcript(self) -> None:
        front = self._chat.current
        if front is not None:
            front.focus_transcript()

    def _on_to_composer(self) -> None:
        front = self._chat.current
        if front is not None:
            front.composer.setFocus()

    def _on_back(self) -> None:
        """Take back whatever is being asked, the newest first."""
        if self._list.isVisible():
            self._list.hide()
            return
        if self._columns.close_one():
            return
        if self._news.is_signing_out:
            self._news.cancel_signing_out()
            return
        front = self._chat.current
        if front is not None:
            front.cancel_asking()
