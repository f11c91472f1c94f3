"""The right column while she reads along: who holds the conversation, why she was called, pre-information."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.desk.joined_facts import JoinedFacts
from app.domain.conversation import Identity
from app.ui.parts.badges import identity_badge
from app.ui.parts.lateness import silence_colour
from app.ui.parts.mark_label import MarkLabel
from app.ui.parts.scroller import Scroller
from app.ui.pre_information.topic_words import topic_words
from app.ui.safe_text import PlainLabel
from app.ui.text_runs import Run, masked_runs, one_line, quoted
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import clock, in_language, language_name, length_of, masked_word, whole_minutes

_NAME_COLUMN_PX = 92
_QUESTION_CHARACTERS = 240


@dataclass(frozen=True, slots=True)
class _Line:
    """A name and its value, side by side."""

    name: PlainLabel
    value: PlainLabel


class JoinedPanel(QWidget):
    """Mirrors the facts of one conversation; hidden while she reads along nowhere."""

    def __init__(self, theme: Theme, *, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("joinedPanel")
        self._theme = theme
        self._language = language
        self._page = QWidget(self)
        self._lines = QVBoxLayout(self._page)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.length(Length.SPACE_4))
        self._badge = MarkLabel(theme, "joinedPanelIdentity", parent=self._page)
        self._lines.addWidget(self._badge)
        self._add_heading(self.tr("Answers the customer"))
        self._holder = self._add_line("joinedHolder", self.tr("Responsible"))
        self._since = self._add_line("joinedSince", self.tr("Since"))
        self._unanswered = self._add_line("joinedUnanswered", self.tr("Unanswered for"))
        self._add_heading(self.tr("Why you were called"))
        self._called = self._add_line("joinedCalled", self.tr("Called"))
        self._reason = self._add_text("joinedReason")
        self._add_heading(self.tr("Pre-information"))
        self._queue = self._add_line("joinedQueue", self.tr("Queue"))
        self._topic = self._add_line("joinedTopic", self.tr("Topic"))
        self._spoken = self._add_line("joinedLanguage", self.tr("Language"))
        self._waited = self._add_line("joinedWaited", self.tr("Waited"))
        self._moved = self._add_line("joinedMoved", self.tr("Transfers"))
        self._question = self._add_line("joinedQuestion", self.tr("Question"))
        self._notes_title = self._add_heading(self.tr("Newest notes"))
        self._notes = self._add_text("joinedNotes")
        self._lines.addStretch(1)
        spoken = self.tr("About the conversation you read along")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroller(theme, "joinedScroller", self._page, spoken=spoken, fills=True, parent=self))
        self.hide()

    def show_facts(self, facts: JoinedFacts | None) -> None:
        """Show these from now on."""
        self.setVisible(facts is not None)
        if facts is None:
            return
        language = self._language
        self._badge.show_mark(identity_badge(facts.identity))
        anonymous = facts.identity is Identity.ANONYMOUS
        self._badge.setAccessibleName(self.tr("not identified") if anonymous else self.tr("identified"))
        self._say(self._holder, one_line(facts.holder_name))
        since = self.tr("{clock}, for {time}")
        held_for = whole_minutes(facts.held_for)
        self._say(self._since, since.format(clock=clock(facts.held_since), time=held_for))
        self._say(self._unanswered, facts.clock or "–", silence_colour(facts.silence))
        self._say(self._called, clock(facts.called_at))
        if facts.is_holder_away:
            reason = self.tr("The line of {name} is away.").format(name=one_line(facts.holder_name))
        else:
            reason = facts.text.strip() or self.tr("No reason was written.")
        self._reason.set_runs((Run(reason, Type.BODY),))
        self._say(self._queue, one_line(in_language(facts.queue_name, language)))
        self._say(self._topic, topic_words(facts.topic, facts.finer_topic, language))
        self._say(self._spoken, language_name(facts.language))
        self._say(self._waited, length_of(facts.queued))
        self._say(self._moved, str(facts.hand_overs))
        self._show(self._moved, is_shown=facts.hand_overs > 0)
        self._show_question(facts)
        self._show_notes(facts)

    def _show_question(self, facts: JoinedFacts) -> None:
        if facts.first is None:
            self._say(self._question, "–")
            return
        text = quoted(facts.first.text, limit=_QUESTION_CHARACTERS)
        self._question.value.set_runs(masked_runs(text, mask_word=masked_word()))

    def _show_notes(self, facts: JoinedFacts) -> None:
        self._notes_title.setVisible(bool(facts.notes))
        self._notes.setVisible(bool(facts.notes))
        runs: list[Run] = []
        for note in facts.notes:
            end = "\n" if runs else ""
            runs.append(
                Run(f"{end}{one_line(note.by.display_name)} {clock(note.at)}: ", Type.SMALL, Colour.MUT)
            )
            runs.append(Run(one_line(note.text), Type.SMALL))
        self._notes.set_runs(tuple(runs))

    def _add_heading(self, words: str) -> PlainLabel:
        label = PlainLabel(
            self._theme, (Run(words, Type.HEADING, Colour.MUT),), wraps=True, parent=self._page
        )
        self._lines.addSpacing(self._theme.length(Length.SPACE_3))
        self._lines.addWidget(label)
        return label

    def _add_text(self, name: str) -> PlainLabel:
        label = PlainLabel(self._theme, wraps=True, parent=self._page)
        label.setObjectName(name)
        self._lines.addWidget(label)
        return label

    def _add_line(self, object_name: str, name: str) -> _Line:
        theme = self._theme
        row = QGridLayout()
        row.setSpacing(theme.length(Length.SPACE_5))
        left = PlainLabel(theme, (Run(name, Type.BODY, Colour.MUT),), wraps=True, parent=self._page)
        left.setFixedWidth(round(_NAME_COLUMN_PX * theme.length(Length.ICON) / 16))
        right = PlainLabel(theme, wraps=True, parent=self._page)
        right.setObjectName(object_name)
        row.addWidget(left, 0, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(right, 0, 1, Qt.AlignmentFlag.AlignTop)
        row.setColumnStretch(1, 1)
        self._lines.addLayout(row)
        return _Line(left, right)

    def _say(self, line: _Line, words: str, colour: Colour = Colour.INK) -> None:
        line.value.set_runs((Run(words, Type.BODY, colour),))
        line.value.setAccessibleName(f"{line.name.shown}: {words}")

    def _show(self, line: _Line, *, is_shown: bool) -> None:
        line.name.setVisible(is_shown)
        line.value.setVisible(is_shown)
