"""Ending one conversation where nothing is to be chosen: a question in a strip, and the command."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desk.desk import Desk
from app.desk.panes import Header
from app.desk.views import header
from app.domain.commands import CloseConversation
from app.domain.ids import ConversationId
from app.domain.problems import Problem
from app.ui.chat.conversation_words import closing_words
from app.ui.parts.banner import Banner
from app.ui.parts.seldom import Seldom, say, tab_after
from app.ui.theme import Theme


class EndingStrip(QObject):
    """Keeps only whether it asks. ``place`` is where it stands; it comes by the Tab key after what ``after``
    names.

    ``cancelled``: she does not want to end it · ``answered``: it is under way, or with the problem why not.
    """

    cancelled = Signal()
    answered = Signal(object)

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        conversation_id: ConversationId,
        *,
        after: Callable[[], QWidget],
        view: QWidget,
    ) -> None:
        super().__init__(view)
        self._theme = theme
        self._desk = desk
        self._conversation_id = conversation_id
        self._after = after
        self._view = view
        self._is_asking = False
        self._banner = Seldom(self._made_banner)
        self.place = QVBoxLayout()

    @property
    def is_asking(self) -> bool:
        """Whether it asks now."""
        return self._is_asking

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops in it, in order."""
        return self._banner.made.stops if self._banner.made is not None else ()

    def ask(self) -> None:
        """Ask from now on: it is seen at the next ``show_now``."""
        self._is_asking = True

    def focus(self, *, has_text: bool) -> None:
        """Put the keys on its answers."""
        # Enter by mistake must not end a conversation over a text that is still to be sent.
        if has_text:
            self._banner.need().focus_second()
        else:
            self._banner.need().focus_action()

    def cancel(self) -> bool:
        """Take the question back; whether there was one."""
        was_asking, self._is_asking = self._is_asking, False
        return was_asking

    def show_now(self, head: Header, *, has_text: bool, is_low: bool) -> None:
        """Show the question while there is one, and it can still be ended."""
        self._is_asking = self._is_asking and head.cannot_close is None and not head.is_closing
        words = closing_words(head, has_draft=has_text, is_short=is_low) if self._is_asking else None
        say(self._banner, words)

    def _made_banner(self) -> Banner:
        banner = Banner(self._theme, "confirmClosing", parent=self._view)
        banner.acted.connect(self._on_confirmed)
        banner.second_acted.connect(self.cancelled)
        self.place.addWidget(banner)
        tab_after(self._after(), banner.stops)
        return banner

    def _on_confirmed(self) -> None:
        self._is_asking = False
        head = header(self._desk.seen, self._conversation_id, now=self._desk.now())
        if head is None:
            return
        command = CloseConversation(self._conversation_id, head.responsibility_version)
        answer = self._desk.submit(command)
        self.answered.emit(answer if isinstance(answer, Problem) else None)
