"""Calls for help in the situation view: the list, and what can be done about the chosen one."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk.desk import Desk
from app.desk.help_views import HelpCard, help_cards
from app.domain.help_call import AnswerHelpCall, JoinConversation, TakeOver
from app.domain.problems import Problem
from app.ui.help.help_words import customer_words, spoken_card, taking_words
from app.ui.models.keyed_rows import ROW_ROLE, KeyedRows
from app.ui.parts.banner import Banner
from app.ui.parts.button import Button, Look
from app.ui.parts.list_view import ListView
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.supervisor.help_delegate import HelpDelegate
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import problem_sentence


class HelpSection(QWidget):
    """Hidden while nobody calls. ``taken``: the conversation she has just taken over, joined, or looks at
    again.
    """

    taken = Signal(str)

    def __init__(self, theme: Theme, desk: Desk, *, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("helpSection")
        self._theme = theme
        self._desk = desk
        self._language = language
        self._is_confirming = False
        self._problem: Problem | None = None
        words = runs_of(self.tr("Needs help"), Type.HEADING, Colour.MUT)
        self._title = PlainLabel(theme, words, parent=self)
        self._rows: KeyedRows[HelpCard] = KeyedRows(key_of=_key_of, spoken_of=self._spoken, parent=self)
        self._list = ListView(theme, "helpCalls", ground=Colour.BG, fits_content=True, parent=self)
        self._list.setAccessibleName(self.tr("Needs help"))
        self._list.setItemDelegate(HelpDelegate(theme, language=language, parent=self))
        self._list.setModel(self._rows)
        self._confirm = Banner(theme, "confirmTaking", parent=self)
        self._whom = PlainLabel(theme, parent=self)
        self._whom.setObjectName("helpChosen")
        self._trouble = PlainLabel(theme, wraps=True, parent=self)
        self._trouble.setObjectName("helpSectionTrouble")
        self._join = Button(theme, "joinConversation", "", look=Look.PRIMARY, parent=self)
        self._come = Button(theme, "answerHelp", self.tr("I am coming"), parent=self)
        self._take = Button(theme, "takeOver", self.tr("Take over…"), parent=self)
        self._lay_out()
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._list.chosen.connect(self._on_chosen)
        self._join.clicked.connect(self._on_join)
        self._come.clicked.connect(self._on_come)
        self._take.clicked.connect(self._on_take)
        self._confirm.acted.connect(self._on_confirmed)
        self._confirm.second_acted.connect(self._on_cancelled)

    def show_now(self) -> None:
        """Show who calls now."""
        cards = help_cards(self._desk.seen, now=self._desk.now())
        self._rows.show_rows(cards)
        if cards and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._rows.index(0))
        # Every call is whole: the page they stand on scrolls where the window is low.
        self._list.setFixedHeight(self._list.sizeHint().height())
        self.setVisible(bool(cards))
        self._show_chosen()

    @property
    def _chosen(self) -> HelpCard | None:
        row = self._list.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, HelpCard) else None

    def _lay_out(self) -> None:
        length = self._theme.length
        self._deeds = QWidget(self)
        deeds = QHBoxLayout(self._deeds)
        deeds.setContentsMargins(0, 0, 0, 0)
        deeds.setSpacing(length(Length.SPACE_4))
        deeds.addWidget(self._join)
        deeds.addWidget(self._come)
        deeds.addWidget(self._take)
        deeds.addWidget(self._whom, 1)
        # Beside one call no name stands: without this the buttons would drift apart over the whole width.
        deeds.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(length(Length.SPACE_3))
        layout.addWidget(self._title)
        layout.addWidget(self._list)
        layout.addWidget(self._confirm)
        layout.addWidget(self._deeds)
        layout.addWidget(self._trouble)

    def _show_chosen(self) -> None:
        card = self._chosen
        self._is_confirming = self._is_confirming and card is not None and card.cannot_take is None
        self._confirm.say(taking_words(card) if card is not None and self._is_confirming else None)
        # While it is asked, only the answer can be given: "Join" beside it was pressed for it.
        self._deeds.setVisible(not self._is_confirming)
        whom = customer_words(card) if card is not None else ""
        self._whom.set_runs(runs_of(whom, Type.SMALL, Colour.MUT))
        # One call is the only one they can be for.
        self._whom.setVisible(self._rows.rowCount() > 1)
        can_take = card is not None and card.cannot_take is None and not card.is_under_way
        is_in = card is not None and card.is_joined and card.is_me
        can_join = card is not None and card.cannot_join is None and not card.is_under_way
        self._join.set_words(self.tr("Open") if is_in else self.tr("Join"))
        self._join.setEnabled(is_in or can_join)
        self._come.setEnabled(can_join and card is not None and not card.is_me)
        self._take.setEnabled(can_take)
        problem = self._problem or ((card.cannot_take or card.cannot_join) if card is not None else None)
        words = problem_sentence(problem) if problem is not None else ""
        self._trouble.set_runs(runs_of(words, Type.SMALL, Colour.BAD))
        self._trouble.setVisible(bool(words))

    def _spoken(self, card: HelpCard) -> str:
        return spoken_card(card, self._language)

    def _on_current_changed(self) -> None:
        self._is_confirming, self._problem = False, None
        self._show_chosen()

    def _on_chosen(self, _index: QModelIndex) -> None:
        if self._join.isEnabled():
            self._on_join()

    def _on_join(self) -> None:
        card = self._chosen
        if card is None:
            return
        if not (card.is_joined and card.is_me):
            command = JoinConversation(card.conversation_id, card.responsibility_version)
            answer = self._desk.submit(command)
            self._problem = answer if isinstance(answer, Problem) else None
            self.show_now()
            if isinstance(answer, Problem):
                return
        self.taken.emit(card.conversation_id)

    def _on_come(self) -> None:
        card = self._chosen
        if card is not None:
            answer = self._desk.submit(AnswerHelpCall(card.conversation_id, card.responsibility_version))
            self._problem = answer if isinstance(answer, Problem) else None
            self.show_now()

    def _on_take(self) -> None:
        self._is_confirming = True
        self._show_chosen()
        self._confirm.focus_action()

    def _on_cancelled(self) -> None:
        self._is_confirming = False
        self._show_chosen()
        self._list.setFocus()

    def _on_confirmed(self) -> None:
        card = self._chosen
        if card is None:
            return
        self._is_confirming = False
        answer = self._desk.submit(TakeOver(card.conversation_id, card.responsibility_version))
        self._problem = answer if isinstance(answer, Problem) else None
        self.show_now()
        if not isinstance(answer, Problem):
            self.taken.emit(card.conversation_id)


def _key_of(card: HelpCard) -> str:
    return card.key
