"""Who is on call for a line: the number, whether somebody answers now, its hours, what to do otherwise."""

import re
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.consultation import OnCall, OnCallOutcome
from app.ui.consultation_words import call_outcome_word
from app.ui.consultations.words_box import WordsBox
from app.ui.icons import Icon
from app.ui.parts.button import Button
from app.ui.parts.mark_label import MarkLabel
from app.ui.parts.marks import Mark
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import in_language

_BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")
_NAMES = {
    OnCallOutcome.SETTLED: "callSettled",
    OnCallOutcome.GOES_ON: "callGoesOn",
    OnCallOutcome.NO_ANSWER: "callNotAnswered",
}


class OnCallCard(QWidget):
    """Nothing is dialled by the program. ``recorded``: what came of the call · ``edited``: the text."""

    recorded = Signal(str)
    edited = Signal(str)

    def __init__(self, theme: Theme, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("onCallCard")
        self._language = language
        self._number = ""
        self._heading = PlainLabel(
            theme, runs_of(self.tr("Urgent? Call"), Type.HEADING, Colour.MUT), parent=self
        )
        self._who = PlainLabel(theme, wraps=True, parent=self)
        self._shown = PlainLabel(theme, parent=self)
        self._shown.setObjectName("onCallNumber")
        self._now = MarkLabel(theme, "onCallNow", parent=self)
        self._hours = PlainLabel(theme, wraps=True, parent=self)
        self._hours.setObjectName("onCallHours")
        self._copy = Button(theme, "copyOnCallNumber", self.tr("Copy the number"), parent=self)
        self._copy.clicked.connect(self._on_copy)
        self._otherwise = PlainLabel(theme, wraps=True, parent=self)
        self._otherwise.setObjectName("onCallOtherwise")
        self._ask = PlainLabel(
            theme, runs_of(self.tr("Record the call"), Type.HEADING, Colour.MUT), parent=self
        )
        spoken = self.tr("What was agreed on the phone, the customer does not see this")
        self._text = WordsBox(theme, "onCallText", spoken=spoken, parent=self)
        self._text.edited.connect(self.edited)
        self._outcomes = {outcome: Button(theme, name, "", parent=self) for outcome, name in _NAMES.items()}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.length(Length.SPACE_3))
        for widget in (
            *(self._heading, self._who, self._shown, self._now, self._hours, self._copy),
            *(self._otherwise, self._ask, self._text),
        ):
            layout.addWidget(widget)
        for button in self._outcomes.values():
            layout.addWidget(button)
        for outcome, slot in (
            (OnCallOutcome.SETTLED, self._on_settled),
            (OnCallOutcome.GOES_ON, self._on_goes_on),
            (OnCallOutcome.NO_ANSWER, self._on_no_answer),
        ):
            self._outcomes[outcome].clicked.connect(slot)

    def show_on_call(
        self, on_call: OnCall | None, line: str, text: str, *, may_record: bool, now: datetime
    ) -> None:
        """Show who is rung for that line, and, where she asks, what may be said of a call."""
        self.setVisible(on_call is not None)
        if on_call is None:
            return
        self._number = on_call.number
        self._who.set_runs(runs_of(line, Type.SMALL, Colour.MUT))
        self._shown.set_runs(runs_of(on_call.number, Type.TITLE, Colour.INK, weight=700))
        self._now.show_mark(self._mark(on_call.answers_at(now)))
        self._hours.set_runs(runs_of(in_language(on_call.hours_text, self._language), Type.SMALL, Colour.MUT))
        # A number is never broken over two lines.
        otherwise = _BETWEEN_DIGITS.sub("\u00a0", in_language(on_call.otherwise, self._language))
        self._otherwise.set_runs(runs_of(otherwise, Type.SMALL, Colour.INK))
        self._text.show_text(text, self.tr("What was agreed…"))
        for widget in (self._ask, self._text):
            widget.setVisible(may_record)
        for outcome, button in self._outcomes.items():
            button.set_words(call_outcome_word(outcome))
            button.setVisible(may_record)

    def _mark(self, answers: bool | None) -> Mark:
        if answers is None:
            return Mark(self.tr("look at the hours"), Type.SMALL, Colour.MUT, icon=Icon.CLOCK, side=None)
        if answers:
            return Mark(self.tr("answers now"), Type.SMALL, Colour.OK, icon=Icon.CHECK, side=None)
        return Mark(self.tr("does not answer now"), Type.SMALL, Colour.WAIT, icon=Icon.TRIANGLE, side=None)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._number)

    def _on_settled(self) -> None:
        self.recorded.emit(OnCallOutcome.SETTLED.value)

    def _on_goes_on(self) -> None:
        self.recorded.emit(OnCallOutcome.GOES_ON.value)

    def _on_no_answer(self) -> None:
        self.recorded.emit(OnCallOutcome.NO_ANSWER.value)
