"""Calling for help in one conversation: between its pane and the desk."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desk.desk import Desk
from app.desk.panes import Header
from app.desk.views import header
from app.domain.help_call import CallForHelp, WithdrawHelpCall
from app.domain.ids import ConversationId, help_slot
from app.domain.marks import HelpAbout
from app.domain.problems import Problem
from app.ui.help.help_pane import HelpPane
from app.ui.parts.seldom import Seldom, tab_after
from app.ui.theme import Theme
from app.ui.words import problem_sentence


class HelpStrip(QObject):
    """Keeps nothing: what it is about is a draft, the call is the desk's. ``place`` is where it stands.

    ``closed``: it asks no more · ``cancelled``: she wants to be asked no more · ``answered``: a call was
    withdrawn, or with the problem why not.
    """

    closed = Signal()
    cancelled = Signal()
    answered = Signal(object)

    def __init__(
        self, theme: Theme, desk: Desk, conversation_id: ConversationId, *, after: QWidget, view: QWidget
    ) -> None:
        super().__init__(view)
        self._theme = theme
        self._desk = desk
        self._conversation_id = conversation_id
        self._after = after
        self._view = view
        self._pane = Seldom(self._made_pane)
        self.place = QVBoxLayout()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops in it, in order."""
        return self._pane.made.stops if self._pane.made is not None else ()

    @property
    def has_something(self) -> bool:
        """Whether there is anything to see."""
        return self._pane.made is not None and self._pane.made.has_something

    def ask(self) -> None:
        """Ask what it is about, before the supervisors are called."""
        self._pane.need().open(self._desk.drafts.text(help_slot(self._conversation_id)))

    def cancel(self) -> bool:
        """Ask no more; what she has written is kept. Whether it did ask."""
        pane = self._pane.made
        if pane is None or not pane.is_open:
            return False
        pane.close_form()
        return True

    def show_now(self, head: Header) -> None:
        """Show the call that stands, or none."""
        if head.help is not None or self._pane.made is not None:
            self._pane.need().show_call(head.help)

    def _made_pane(self) -> HelpPane:
        pane = HelpPane(self._theme, parent=self._view)
        pane.call_wanted.connect(self._on_call)
        pane.edited.connect(self._on_edited)
        pane.withdraw_wanted.connect(self._on_withdraw)
        pane.cancelled.connect(self.cancelled)
        self.place.addWidget(pane)
        tab_after(self._after, pane.stops)
        return pane

    def _header(self) -> Header | None:
        return header(self._desk.seen, self._conversation_id, now=self._desk.now())

    def _on_edited(self, text: str) -> None:
        self._desk.drafts.typed(help_slot(self._conversation_id), text)

    def _on_call(self, text: str, about: str) -> None:
        head = self._header()
        if head is None:
            return
        version = head.responsibility_version
        answer = self._desk.submit(CallForHelp(self._conversation_id, text, version, HelpAbout(about)))
        if isinstance(answer, Problem):
            self._pane.need().say_trouble(problem_sentence(answer))
        else:
            self._pane.need().close_form()
            self.closed.emit()

    def _on_withdraw(self) -> None:
        head = self._header()
        if head is None or head.help is None:
            return
        command = WithdrawHelpCall(self._conversation_id, head.help.responsibility_version)
        answer = self._desk.submit(command)
        self.answered.emit(answer if isinstance(answer, Problem) else None)
