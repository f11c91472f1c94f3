"""The problem card: 112 and the numbers, what has happened already, checklist, house rules (R092, R094)."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.desk.problem_view import ProblemCard, StepRow
from app.domain.marks import HelpAbout
from app.domain.problem_situation import Contact, DebriefWish
from app.domain.queue import ByLanguage
from app.ui.icons import Icon
from app.ui.models.keyed_rows import ROW_ROLE, KeyedRows
from app.ui.parts.button import Button, Look
from app.ui.parts.ground import Ground
from app.ui.parts.list_view import ListView
from app.ui.parts.mark_label import MarkLabel
from app.ui.parts.marks import Mark
from app.ui.parts.scroll_bar import SlimScrollBar
from app.ui.problem.lines_delegate import LinesDelegate
from app.ui.problem.problem_words import (
    barrier_words,
    contact_lines,
    customer_line,
    happened,
    rule_lines,
    spoken_contact,
    spoken_step,
    step_lines,
    whose,
)
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.text_runs import Run, one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import in_language, problem_sentence

_MOST_HAPPENED = 3


class ProblemCardView(Ground):
    """``numbers_wanted``: into the message, which is not sent · ``ticked``: a step and whether it is done ·
    ``help_wanted``: over the language barrier, a `HelpAbout` · ``begin_wanted``: try again ·
    ``ended``: over, with a `DebriefWish` · ``go_on_wanted``: back to writing.
    """

    numbers_wanted = Signal()
    ticked = Signal(str, bool)
    help_wanted = Signal(str)
    begin_wanted = Signal()
    ended = Signal(str)
    go_on_wanted = Signal()

    def __init__(self, theme: Theme, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "problemCard", Colour.SURFACE, parent=parent)
        self._theme = theme
        self._language = language
        self._head = Ground(theme, "problemHead", Colour.BAD, parent=self)
        title = runs_of(self.tr("Problem situation"), Type.NAME, Colour.ON_BAD)
        self._title = PlainLabel(theme, title, parent=self._head)
        self._customer = PlainLabel(theme, parent=self._head)
        self._customer.setObjectName("problemCustomer")
        self._emergency = Ground(theme, "problemEmergency", Colour.BAD_WEAK, parent=self)
        self._number = PlainLabel(theme, parent=self._emergency)
        self._number.setObjectName("emergencyNumber")
        self._what = PlainLabel(theme, wraps=True, parent=self._emergency)
        self._body = Ground(theme, "problemBody", Colour.SURFACE)
        self._make_lists()
        self._make_buttons()
        self._lay_out()

    def show_card(self, card: ProblemCard, *, trouble: str = "") -> None:
        """Show how it stands now; ``trouble`` is why what she wanted was refused."""
        small = Type.SMALL
        self._customer.set_runs(runs_of(customer_line(card), small, Colour.ON_BAD))
        first, *others = card.contacts
        self._number.set_runs(runs_of(first.number, Type.FIGURE, Colour.BAD))
        asked = self.tr("If a life is in danger right now. Ask where the customer is.")
        self._what.set_runs(
            (
                Run(f"{whose(first, self._language)}\n", Type.BODY_STRONG, Colour.INK),
                Run(asked, small, Colour.INK),
            )
        )
        self._numbers.show_rows(tuple(others))
        self._steps.show_rows(card.steps)
        self._rules.show_rows(card.house_rules)
        for heading, model in ((self._check, self._steps), (self._house, self._rules)):
            heading.setVisible(model.rowCount() > 0)
        self._put.setEnabled(not card.is_over)
        self._show_happened(card)
        barrier = barrier_words(card)
        self._barrier.set_runs(runs_of(barrier, small, Colour.WAIT))
        self._barrier.setVisible(bool(barrier))
        no_call = "" if card.cannot_call is None else problem_sentence(card.cannot_call)
        for button in self._languages:
            is_marked = card.barrier is not None and button.property("about") == card.barrier.value
            button.setEnabled(card.cannot_call is None and not is_marked)
        self._no_call.set_runs(runs_of(no_call, small, Colour.MUT))
        self._no_call.setVisible(bool(no_call))
        self._trouble.set_runs(runs_of(trouble, small, Colour.BAD))
        self._trouble.setVisible(bool(trouble))
        is_in_it = card.began_at is not None and not card.is_ending
        self._again.setVisible(card.began_at is None and not card.is_beginning and card.cannot_begin is None)
        self._over.setVisible(is_in_it and not self._is_asking)
        self._asked.setVisible(is_in_it and self._is_asking)
        self._fit()

    def ask_nothing(self) -> None:
        """Forget that it was asked whether to talk it over."""
        self._is_asking = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_asking:
            self._on_not_yet()
            return
        super().keyPressEvent(event)

    def focus_first(self) -> None:
        """Put the keys on putting the numbers into the message: the first thing to do."""
        self._put.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- making ---------------------------------------------------------------------------------------------

    def _make_lists(self) -> None:
        self._numbers: KeyedRows[Contact] = KeyedRows(
            key_of=_contact_key, spoken_of=self._spoken_contact, parent=self
        )
        self._steps: KeyedRows[StepRow] = KeyedRows(
            key_of=_step_key, spoken_of=self._spoken_step, parent=self
        )
        self._rules: KeyedRows[ByLanguage] = KeyedRows(
            key_of=_rule_key, spoken_of=self._spoken_rule, parent=self
        )
        self._number_list = self._list("problemNumbers", self.tr("Numbers"), self._numbers)
        self._step_list = self._list("problemSteps", self.tr("Checklist"), self._steps)
        self._rule_list = self._list("houseRules", self.tr("House rules"), self._rules)
        self._number_list.setItemDelegate(
            LinesDelegate(self._theme, lines=self._contact_lines, view=self._number_list)
        )
        self._step_list.setItemDelegate(
            LinesDelegate(self._theme, lines=self._step_lines, ticked=_is_done, view=self._step_list)
        )
        self._rule_list.setItemDelegate(
            LinesDelegate(self._theme, lines=self._rule_lines, view=self._rule_list)
        )
        self._step_list.chosen.connect(self._on_step)
        self._step_list.clicked.connect(self._on_step)

    def _list(self, name: str, spoken: str, model: QAbstractListModel) -> ListView:
        made = _SpaceList(self._theme, name, ground=Colour.SURFACE, fits_content=True, parent=self._body)
        made.setAccessibleName(spoken)
        made.setModel(model)
        made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return made

    def _make_buttons(self) -> None:
        theme, body = self._theme, self._body
        self._put = Button(theme, "putNumbers", self.tr("Put the numbers into the message"), parent=body)
        self._put.clicked.connect(self.numbers_wanted)
        nothing = self.tr("Nothing is sent for you.")
        self._nothing = PlainLabel(theme, runs_of(nothing, Type.SMALL, Colour.MUT), wraps=True, parent=body)
        self._signs = [MarkLabel(theme, f"happened {n}", parent=body) for n in range(_MOST_HAPPENED)]
        self._said = [PlainLabel(theme, wraps=True, parent=body) for _ in range(_MOST_HAPPENED)]
        for number, label in enumerate(self._said):
            label.setObjectName(f"happenedWords {number}")
        self._already = self._heading(self.tr("Happened already"))
        self._check = self._heading(self.tr("Checklist"))
        self._house = self._heading(self.tr("House rules"))
        self._tongue = self._heading(self.tr("Language barrier: call for help"))
        self._barrier = PlainLabel(theme, wraps=True, parent=body)
        self._barrier.setObjectName("languageBarrier")
        self._no_call = PlainLabel(theme, wraps=True, parent=body)
        self._languages = (
            self._help(HelpAbout.SWEDISH, self.tr("Swedish")),
            self._help(HelpAbout.ENGLISH, self.tr("English")),
            self._help(HelpAbout.INTERPRETER, self.tr("Interpreter")),
        )
        self._trouble = PlainLabel(theme, wraps=True, parent=self)
        self._trouble.setObjectName("problemTrouble")
        self._again = Button(theme, "callAgain", self.tr("Call and record now"), parent=self)
        self._again.clicked.connect(self.begin_wanted)
        self._over = Button(theme, "problemOver", self.tr("Situation over…"), parent=self)
        self._over.clicked.connect(self._on_over)
        self._go_on = Button(
            theme, "goOn", self.tr("Go on writing"), look=Look.PRIMARY, keys="Esc", parent=self
        )
        self._go_on.clicked.connect(self.go_on_wanted)
        self._is_asking = False
        self._asked = QWidget(self)
        question = self.tr("Do you want to talk it over with your supervisor? She sees your answer.")
        self._question = PlainLabel(theme, runs_of(question, Type.BODY), wraps=True, parent=self._asked)
        self._wishes = (
            self._wish("debriefWanted", self.tr("Yes"), DebriefWish.WANTED),
            self._wish("debriefLater", self.tr("I say later"), DebriefWish.LATER),
            self._wish("debriefNotWanted", self.tr("No"), DebriefWish.NOT_WANTED),
        )

    def _heading(self, words: str) -> PlainLabel:
        return PlainLabel(self._theme, runs_of(words, Type.HEADING, Colour.MUT), parent=self._body)

    def _help(self, about: HelpAbout, words: str) -> Button:
        button = Button(self._theme, f"help {about}", words, parent=self._body)
        button.setProperty("about", about.value)
        button.clicked.connect(self._on_help)
        return button

    def _wish(self, name: str, words: str, wish: DebriefWish) -> Button:
        button = Button(self._theme, name, words, parent=self._asked)
        button.setProperty("wish", wish.value)
        button.clicked.connect(self._on_wish)
        return button

    def _lay_out(self) -> None:
        length = self._theme.length
        side, gap = length(Length.SPACE_7), length(Length.SPACE_4)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(side, gap, side, gap)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._customer)
        emergency = QHBoxLayout(self._emergency)
        emergency.setContentsMargins(side, gap, side, gap)
        emergency.setSpacing(side)
        emergency.addWidget(self._number)
        emergency.addWidget(self._what, 1)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(side, gap, side, gap)
        body.setSpacing(length(Length.SPACE_3))
        for widget in (self._put, self._nothing, self._number_list):
            body.addWidget(widget)
        body.addWidget(self._already)
        for sign, said in zip(self._signs, self._said, strict=True):
            line = QHBoxLayout()
            line.setSpacing(length(Length.SPACE_3))
            line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(said, 1)
            body.addLayout(line)
        for widget in (self._check, self._step_list, self._tongue, self._barrier, self._no_call):
            body.addWidget(widget)
        tongues = QHBoxLayout()
        tongues.setSpacing(length(Length.SPACE_3))
        for button in self._languages:
            tongues.addWidget(button)
        tongues.addStretch(1)
        body.addLayout(tongues)
        for widget in (self._house, self._rule_list):
            body.addWidget(widget)
        body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, gap)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._emergency)
        layout.addWidget(self._scroller(), 1)
        layout.addLayout(self._foot(side, gap))

    def _foot(self, side: int, gap: int) -> QVBoxLayout:
        wishes = QHBoxLayout()
        wishes.setSpacing(gap)
        for button in self._wishes:
            wishes.addWidget(button)
        wishes.addStretch(1)
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(gap)
        asked.addWidget(self._question)
        asked.addLayout(wishes)
        deeds = QHBoxLayout()
        deeds.setSpacing(gap)
        deeds.addWidget(self._over)
        deeds.addWidget(self._again)
        deeds.addStretch(1)
        deeds.addWidget(self._go_on)
        foot = QVBoxLayout()
        foot.setContentsMargins(side, gap, side, 0)
        foot.setSpacing(gap)
        foot.addWidget(self._trouble)
        foot.addWidget(self._asked)
        foot.addLayout(deeds)
        return foot

    def _scroller(self) -> QScrollArea:
        """All but 112 and the buttons scrolls where the window is low."""
        scroller = QScrollArea(self)
        scroller.setObjectName("problemScroller")
        scroller.setAccessibleName(self.tr("Problem situation"))
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidgetResizable(True)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setVerticalScrollBar(SlimScrollBar(self._theme, scroller))
        scroller.setWidget(self._body)
        return scroller

    # --- showing --------------------------------------------------------------------------------------------

    def _show_happened(self, card: ProblemCard) -> None:
        lines = happened(card)
        for number, (sign, said) in enumerate(zip(self._signs, self._said, strict=True)):
            is_there = number < len(lines)
            sign.setVisible(is_there)
            said.setVisible(is_there)
            if not is_there:
                continue
            words, is_so = lines[number]
            is_wrong = not is_so and card.began_at is None and not card.is_beginning
            colour = Colour.OK if is_so else Colour.BAD if is_wrong else Colour.MUT
            icon = Icon.CHECK if is_so else Icon.TRIANGLE if is_wrong else Icon.CLOCK
            sign.show_mark(Mark("", Type.SMALL, colour, icon=icon, side=None))
            said.set_runs(runs_of(words, Type.BODY, colour))

    def _fit(self) -> None:
        """Every list is whole: what they stand on scrolls."""
        for view in (self._number_list, self._step_list, self._rule_list):
            view.scheduleDelayedItemsLayout()
            view.setFixedHeight(max(1, view.sizeHint().height()))
            view.setVisible(view.model().rowCount() > 0)

    def _contact_lines(self, row: object) -> tuple[tuple[Run, ...], ...]:
        return contact_lines(row, self._language) if isinstance(row, Contact) else ()

    def _step_lines(self, row: object) -> tuple[tuple[Run, ...], ...]:
        return step_lines(row, self._language) if isinstance(row, StepRow) else ()

    def _rule_lines(self, row: object) -> tuple[tuple[Run, ...], ...]:
        return rule_lines(row, self._language) if isinstance(row, dict) else ()

    def _spoken_contact(self, contact: Contact) -> str:
        return spoken_contact(contact, self._language)

    def _spoken_step(self, step: StepRow) -> str:
        return spoken_step(step, self._language)

    def _spoken_rule(self, rule: ByLanguage) -> str:
        return one_line(in_language(rule, self._language))

    # --- heard ----------------------------------------------------------------------------------------------

    def _on_step(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, StepRow):
            self.ticked.emit(row.step_id, not row.is_done)

    def _on_help(self) -> None:
        self.help_wanted.emit(str(self.sender().property("about")))

    def _on_over(self) -> None:
        self._is_asking = True
        self._over.hide()
        self._asked.show()
        self._wishes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_not_yet(self) -> None:
        self._is_asking = False
        self._asked.hide()
        self._over.show()
        self._over.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_wish(self) -> None:
        self._is_asking = False
        self.ended.emit(str(self.sender().property("wish")))


class _SpaceList(ListView):
    """Space does what Enter does: it ticks."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


def _is_done(row: object) -> bool | None:
    return row.is_done if isinstance(row, StepRow) else None


def _contact_key(contact: Contact) -> str:
    return contact.contact_id


def _step_key(step: StepRow) -> str:
    return step.key


def _rule_key(rule: ByLanguage) -> str:
    return rule.get("fi", "") or str(sorted(rule.items()))
