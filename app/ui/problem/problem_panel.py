"""The problem card over the work: it belongs to one conversation, and everything in it goes to the desk."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.desk.desk import Desk
from app.desk.problem_view import ProblemCard, problem_card
from app.domain.commands import Command
from app.domain.help_call import CallForHelp
from app.domain.ids import ConversationId
from app.domain.marks import HelpAbout
from app.domain.problem_situation import BeginProblemSituation, DebriefWish, EndProblemSituation, TickStep
from app.domain.problems import Problem
from app.ui.folded_panel import FoldedPanel
from app.ui.parts.aloud import say_aloud
from app.ui.problem.problem_card import ProblemCardView
from app.ui.problem.problem_words import happened
from app.ui.theme import Theme
from app.ui.tokens import Length
from app.ui.words import problem_sentence


class ProblemPanel(QObject):
    """Mirrors the desk. ``numbers_wanted``: a conversation, and the text to put into its message; nothing is
    ever sent from here · ``closed``: back to writing.
    """

    numbers_wanted = Signal(str, str)
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        *,
        language: str,
        panel_over: Callable[[str, Length], FoldedPanel],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._about: ConversationId | None = None
        self._trouble = ""
        self._said: tuple[tuple[str, bool], ...] = ()
        self._view = ProblemCardView(theme, language=language)
        self._panel = panel_over("problemPanel", Length.LEFT_DOCK)
        self._panel.take(self._view)
        self._view.numbers_wanted.connect(self._on_numbers)
        self._view.ticked.connect(self._on_ticked)
        self._view.help_wanted.connect(self._on_help)
        self._view.begin_wanted.connect(self._begin)
        self._view.ended.connect(self._on_ended)
        self._view.go_on_wanted.connect(self._on_go_on)

    @property
    def is_open(self) -> bool:
        """Whether the card is on the screen."""
        return self._panel.isVisible()

    def open(self, conversation_id: ConversationId) -> None:
        """Show the card of that conversation, and have it begin: one key does all of it. Pressed again, the
        keys come back to the card.
        """
        if conversation_id != self._about:
            self._about, self._said = conversation_id, ()
            self._view.ask_nothing()
        self._trouble = ""
        card = self._card()
        if card is None:
            return
        self._view.show_card(card)
        self._panel.open()
        self._view.focus_first()
        if card.began_at is None and card.cannot_begin is None:
            self._begin()
        self.show_now()

    def close_one(self) -> bool:
        """Put the card away; what it is about goes on. False when it is not open."""
        if not self.is_open:
            return False
        self._panel.hide()
        return True

    def show_now(self) -> None:
        """Show how it stands; a conversation that has gone takes its card along."""
        if not self.is_open:
            return
        card = self._card()
        if card is None:
            self._panel.hide()
            self._about = None
            return
        self._view.show_card(card, trouble=self._trouble)
        said = happened(card)
        if said != self._said:
            say_aloud(self._view, ". ".join(words for words, _ in said))
        self._said = said

    def _card(self) -> ProblemCard | None:
        if self._about is None:
            return None
        return problem_card(self._desk.seen, self._about, now=self._desk.now())

    def _begin(self) -> None:
        card = self._card()
        if card is not None:
            self._submit(BeginProblemSituation(card.conversation_id, card.responsibility_version))

    def _on_ticked(self, step_id: str, is_done: bool) -> None:
        card = self._card()
        if card is None:
            return
        if card.began_at is None:
            # A record that nobody has begun would be of nothing.
            self._trouble = self.tr("Steps can be ticked when the situation has been recorded as begun.")
            self.show_now()
            return
        version = card.responsibility_version
        self._submit(TickStep(card.conversation_id, step_id, is_done, version))

    def _on_help(self, about: str) -> None:
        card = self._card()
        if card is not None:
            version = card.responsibility_version
            self._submit(CallForHelp(card.conversation_id, "", version, HelpAbout(about)))

    def _on_ended(self, wish: str) -> None:
        card = self._card()
        if card is None:
            return
        command = EndProblemSituation(card.conversation_id, DebriefWish(wish), card.responsibility_version)
        if self._submit(command):
            self._on_go_on()

    def _on_numbers(self) -> None:
        card = self._card()
        if card is not None:
            self.numbers_wanted.emit(card.conversation_id, card.numbers_text())

    def _on_go_on(self) -> None:
        self._panel.hide()
        self.closed.emit()

    def _submit(self, command: Command) -> bool:
        """Mean it; why it cannot be is said in the card. Whether it is under way."""
        answer = self._desk.submit(command)
        self._trouble = problem_sentence(answer) if isinstance(answer, Problem) else ""
        self.show_now()
        return not isinstance(answer, Problem)
