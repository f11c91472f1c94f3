"""A shift ends: what is left, line by line, and what can be handed over (R060, R113)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.desk.shift_view import ShiftEnding
from app.ui.icons import Icon
from app.ui.parts.aloud import say_aloud
from app.ui.parts.button import Button, Look
from app.ui.parts.ground import Ground
from app.ui.parts.mark_label import MarkLabel
from app.ui.parts.marks import Mark
from app.ui.parts.scroll_bar import SlimScrollBar
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.text_runs import one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import customer, problem_sentence


class ShiftEnd(Ground):
    """``return_wanted``: open conversations go back to their queues · ``release_wanted``: so do callback
    requests · ``give_back_wanted``: and consultations she has taken, to their lines · ``look_wanted``: at
    the list of callback requests · ``consultations_wanted``: at consultations · ``messages_wanted``: at
    messages · ``end_wanted``: the shift ends · ``back_wanted``: she goes on. Drafts are never thrown away
    here.
    """

    return_wanted = Signal()
    release_wanted = Signal()
    look_wanted = Signal()
    consultations_wanted = Signal()
    messages_wanted = Signal()
    give_back_wanted = Signal()
    end_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "shiftEnd", Colour.BG, parent=parent)
        self._theme = theme
        self._said = ""
        title = PlainLabel(theme, runs_of(self.tr("The shift ends"), Type.TITLE), parent=self)
        rule = self.tr("Customers of yours are answered by somebody else only when you hand them over.")
        self._lines = Ground(theme, "shiftEndLines", Colour.BG)
        words = PlainLabel(theme, runs_of(rule, Type.BODY, Colour.MUT), wraps=True, parent=self._lines)
        self._return = Button(theme, "returnAll", self.tr("Return to the queue"), parent=self._lines)
        self._release = Button(theme, "releaseAll", self.tr("Return to the list"), parent=self._lines)
        self._look = Button(theme, "showDueCallbacks", self.tr("Show the list"), parent=self._lines)
        self._look.clicked.connect(self.look_wanted)
        self._show_promised = Button(
            theme, "showPromised", self.tr("Show the consultations"), parent=self._lines
        )
        self._show_promised.clicked.connect(self.consultations_wanted)
        self._show_owed = Button(theme, "showOwedMessages", self.tr("Show the messages"), parent=self._lines)
        self._show_owed.clicked.connect(self.messages_wanted)
        self._owed = PlainLabel(theme, wraps=True, parent=self._lines)
        self._owed.setObjectName("owedMessages")
        self._give_back = Button(theme, "giveBackAll", self.tr("Give back to the line"), parent=self._lines)
        self._give_back.clicked.connect(self.give_back_wanted)
        self._promised = PlainLabel(theme, wraps=True, parent=self._lines)
        self._promised.setObjectName("promisedConsultations")
        self._due = PlainLabel(theme, wraps=True, parent=self._lines)
        self._due.setObjectName("dueCallbacks")
        self._return.clicked.connect(self.return_wanted)
        self._release.clicked.connect(self.release_wanted)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.length(Length.SPACE_4))
        self._grid.setVerticalSpacing(theme.length(Length.SPACE_3))
        self._grid.setColumnStretch(1, 1)
        self._signs: list[MarkLabel] = []
        self._counts: list[PlainLabel] = []
        for words_of_line, deed in (
            (self.tr("Unanswered customers"), None),
            (self.tr("Open conversations"), self._return),
            (self.tr("Callback requests of yours"), self._release),
            (self.tr("Messages on their way"), None),
            (self.tr("Unsent drafts, kept for you"), None),
            (self.tr("Calls of which you have not said what came"), None),
            (self.tr("Waiting in your queues"), None),
            (self.tr("Due callback requests that nobody has opened"), self._look),
            (self.tr("Promises of consultations that fall due"), self._show_promised),
            (self.tr("Consultations you have taken and not answered"), self._give_back),
            (self.tr("Customers offered to you"), None),
            (self.tr("Answers to messages that fall due"), self._show_owed),
        ):
            self._add_line(words_of_line, deed)
        self._why = PlainLabel(theme, wraps=True, parent=self)
        self._why.setObjectName("cannotEndShift")
        self._end = Button(theme, "endShiftNow", self.tr("End the shift"), look=Look.PRIMARY, parent=self)
        self._end.clicked.connect(self.end_wanted)
        self._back = Button(theme, "keepWorking", self.tr("Back"), keys="Esc", parent=self)
        self._back.clicked.connect(self.back_wanted)
        deeds = QHBoxLayout()
        deeds.setSpacing(theme.length(Length.SPACE_4))
        deeds.addWidget(self._end)
        deeds.addWidget(self._back)
        deeds.addStretch(1)
        layout = QVBoxLayout(self)
        side = theme.length(Length.SPACE_7)
        layout.setContentsMargins(side, side, side, side)
        layout.setSpacing(theme.length(Length.SPACE_4))
        inner = QVBoxLayout(self._lines)
        inner.setContentsMargins(0, 0, side, 0)
        inner.setSpacing(theme.length(Length.SPACE_4))
        inner.addWidget(words)
        inner.addLayout(self._grid)
        inner.addWidget(self._due)
        inner.addWidget(self._promised)
        inner.addWidget(self._owed)
        inner.addStretch(1)
        layout.addWidget(title)
        layout.addWidget(self._scroller(), 1)
        layout.addWidget(self._why)
        layout.addLayout(deeds)

    def show_ending(self, ending: ShiftEnding, *, refused: str = "") -> None:
        """Show what is left now. ``refused``: what she asked for here and was not done, and why."""
        counts = (
            *(ending.unanswered, ending.open, ending.callbacks, ending.unsent, ending.drafts),
            *(ending.unrecorded, ending.waiting, len(ending.due), len(ending.promised)),
            *(ending.consultations, ending.offers, len(ending.owed)),
        )
        for sign, label, count in zip(self._signs, self._counts, counts, strict=True):
            colour = Colour.WAIT if count else Colour.OK
            icon = Icon.TRIANGLE if count else Icon.CHECK
            sign.show_mark(Mark("", Type.SMALL, colour, icon=icon, side=None))
            label.set_runs(runs_of(str(count), Type.BODY_STRONG, colour))
        self._return.setVisible(bool(ending.returns))
        self._release.setVisible(bool(ending.releases))
        self._give_back.setVisible(bool(ending.gives_back))
        self._look.setVisible(bool(ending.due))
        self._due.setVisible(bool(ending.due))
        self._show_promised.setVisible(bool(ending.promised))
        self._promised.setVisible(bool(ending.promised))
        self._promised.set_runs(runs_of(self._promised_words(ending), Type.SMALL, Colour.WAIT))
        self._show_owed.setVisible(bool(ending.owed))
        self._owed.setVisible(bool(ending.owed))
        self._owed.set_runs(runs_of(self._owed_words(ending), Type.SMALL, Colour.WAIT))
        self._due.set_runs(runs_of(self._due_words(ending), Type.SMALL, Colour.WAIT))
        can_end = ending.cannot_end is None and not ending.unsent
        self._end.setEnabled(can_end)
        words, colour = (refused, Colour.BAD) if refused else (self._words(ending), Colour.MUT)
        self._why.set_runs(runs_of(words, Type.SMALL, colour))
        if refused and refused != self._said:
            say_aloud(self, refused)
        self._said = refused

    def _promised_words(self, ending: ShiftEnding) -> str:
        words = self.tr(
            "Falling due by tomorrow at this time: {which}. Answer them, or give them back so that a"
            " colleague can."
        )
        return words.format(which=", ".join(one_line(row.subject) for row in ending.promised))

    def _owed_words(self, ending: ShiftEnding) -> str:
        words = self.tr(
            "To be answered by tomorrow at this time: {which}. Those you hold go to a colleague when you"
            " return them to the queue."
        )
        return words.format(which=", ".join(customer(row.alias) for row in ending.owed))

    def _due_words(self, ending: ShiftEnding) -> str:
        if not ending.due:
            return ""
        words = self.tr(
            "Nobody has opened: {which}. They stay in the list for whoever serves the queue next."
        )
        return words.format(which=", ".join(row.phone for row in ending.due))

    def _words(self, ending: ShiftEnding) -> str:
        if ending.cannot_end is not None:
            return problem_sentence(ending.cannot_end)
        if ending.unsent:
            return self.tr("A message of yours is still on its way. Wait until it has been sent.")
        return self.tr("You are signed out when the shift ends. Callback requests go back to the list.")

    def _scroller(self) -> QScrollArea:
        """What is left scrolls where the window is low; why it cannot end, and the button, stay in sight."""
        scroller = QScrollArea(self)
        scroller.setObjectName("shiftEndScroller")
        scroller.setAccessibleName(self.tr("The shift ends"))
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidgetResizable(True)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setVerticalScrollBar(SlimScrollBar(self._theme, scroller))
        scroller.setWidget(self._lines)
        return scroller

    def _add_line(self, words: str, deed: Button | None) -> None:
        row = self._grid.rowCount()
        sign = MarkLabel(self._theme, f"sign {row}", parent=self._lines)
        label = PlainLabel(self._theme, runs_of(words, Type.BODY), wraps=True, parent=self._lines)
        count = PlainLabel(self._theme, parent=self._lines)
        self._signs.append(sign)
        self._counts.append(count)
        count.setObjectName(f"left {len(self._counts)}")
        self._grid.addWidget(sign, row, 0)
        self._grid.addWidget(label, row, 1)
        self._grid.addWidget(count, row, 2, Qt.AlignmentFlag.AlignRight)
        if deed is not None:
            self._grid.addWidget(deed, row + 1, 1, 1, 2, Qt.AlignmentFlag.AlignRight)
