"""What is known of the customer: identity, language, how long she waited, topic and first question."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.desk.joined_facts import JoinedFacts
from app.desk.panes import Header
from app.domain.canned import CannedAnswer
from app.domain.conversation import Author, Identity, Message
from app.domain.identification import IdentityCodes
from app.domain.problems import Problem
from app.ui.canned.canned_panel import CannedPanel
from app.ui.customer_panel.identity_box import IdentityBox
from app.ui.customer_panel.note_box import NoteBox
from app.ui.customer_panel.pre_information_lines import PreInformationLines
from app.ui.help.joined_panel import JoinedPanel
from app.ui.parts.badges import identity_badge
from app.ui.parts.empty_box import EmptyBox
from app.ui.parts.ground import Ground
from app.ui.parts.mark_label import MarkLabel
from app.ui.parts.scroller import Scroller
from app.ui.safe_text import PlainLabel
from app.ui.text_runs import Run, masked_runs, one_line, quoted
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.transfer.consent_words import panel_words
from app.ui.words import clock, in_language, language_name, length_of, masked_word

_NAME_COLUMN_PX = 92
# Her whole question stands in the conversation; here the answers need room below it.
_QUESTION_CHARACTERS = 130


@dataclass(frozen=True, slots=True)
class _Line:
    """A name and its value, side by side."""

    name: PlainLabel
    value: PlainLabel


class CustomerPanel(Ground):
    """Mirrors one header and the customer's first words; empty while no conversation is in front.

    ``insert_wanted``: put this canned answer into the message · ``codes_wanted``: show the identity codes of
    this conversation · ``refine_wanted`` and ``correct_wanted``: her pre-information.
    """

    insert_wanted = Signal(str)
    codes_wanted = Signal(str)
    refine_wanted = Signal()
    correct_wanted = Signal()

    def __init__(self, theme: Theme, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "customerPanel", Colour.BG, parent=parent)
        self._language = language
        side = theme.length(Length.SPACE_7)
        self._page = QWidget(self)
        self._layout = QVBoxLayout(self._page)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.length(Length.SPACE_4))
        self._facts: list[QWidget] = []
        heading = (Run(self.tr("Customer"), Type.HEADING, Colour.MUT),)
        self._layout.addWidget(PlainLabel(theme, heading, parent=self))
        self._nobody = EmptyBox(theme, "nobodyInFront", parent=self)
        self._nobody.say(self.tr("Who is in front of you and what she asked stands here."))
        self._layout.addWidget(self._nobody)
        self._joined = JoinedPanel(theme, language=language, parent=self)
        self._layout.addWidget(self._joined, 1)
        self._badge = MarkLabel(theme, "panelIdentity", parent=self)
        self._layout.addWidget(self._badge)
        self._identity = self._add_line(self.tr("Identification"))
        column = round(_NAME_COLUMN_PX * theme.length(Length.ICON) / 16)
        self._person = IdentityBox(theme, name_column=column, parent=self)
        self._person.codes_wanted.connect(self.codes_wanted)
        self._layout.addWidget(self._person)
        self._spoken = self._add_line(self.tr("Language"))
        self._waited = self._add_line(self.tr("Waited"))
        self._began = self._add_line(self.tr("Came"))
        self._layout.addSpacing(theme.length(Length.SPACE_4))
        self._add_heading(self.tr("Pre-information"))
        self._queue = self._add_line(self.tr("Queue"))
        self._about = PreInformationLines(
            theme, self._put_line, self._put_words, language=language, parent=self
        )
        self._about.refine_wanted.connect(self.refine_wanted)
        self._about.correct_wanted.connect(self.correct_wanted)
        self._facts.append(self._about)
        self._layout.addWidget(self._about)
        self._question = self._add_line(self.tr("Question"))
        self._consent = self._add_line(self.tr("Permission"))
        self._layout.addSpacing(theme.length(Length.SPACE_4))
        self._canned = CannedPanel(theme, language=language, parent=self)
        self._canned.insert_wanted.connect(self.insert_wanted)
        self._layout.addWidget(self._canned, 1)
        self._layout.addStretch(0)
        self._note = NoteBox(theme, parent=self)
        spoken = self.tr("What is known of the customer")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(side, side, side, side)
        whole.setSpacing(self._layout.spacing())
        # In a low window what is known scrolls; where a note is written stays in sight.
        page = Scroller(theme, "customerScroller", self._page, spoken=spoken, fills=True, parent=self)
        whole.addWidget(page, 1)
        whole.addWidget(self._note)

    @property
    def note(self) -> NoteBox:
        """Where a note is written."""
        return self._note

    def show_customer(
        self,
        header: Header | None,
        first: Message | None,
        answers: tuple[CannedAnswer, ...] = (),
        joined: JoinedFacts | None = None,
    ) -> None:
        """Show the customer in front; ``first`` is her first message, if it is at hand; ``answers`` are the
        canned answers there are. ``joined``: she reads along instead.
        """
        self._joined.show_facts(joined)
        self._canned.show_for(header, answers)
        self._badge.show_mark(identity_badge(header.identity) if header is not None else None)
        self._nobody.setVisible(header is None and joined is None)
        for fact in self._facts:
            fact.setVisible(header is not None)
        person = header.proof.person if header is not None else None
        self._person.show_person(header.conversation_id if header is not None else None, person)
        if header is None:
            return
        for label in (self._identity.name, self._identity.value):
            label.setVisible(person is None)
        is_anonymous = header.identity is Identity.ANONYMOUS
        self._say(self._identity, self.tr("not identified") if is_anonymous else self.tr("identified"))
        self._say(self._spoken, language_name(header.language))
        self._say(self._waited, length_of(header.queued))
        self._say(self._began, clock(header.opened_at))
        self._say(self._queue, one_line(in_language(header.queue_name, self._language)))
        self._about.show_header(header)
        self._show_question(first)
        self._show_consents(header)

    def show_codes(self, conversation_id: str, codes: IdentityCodes | Problem) -> None:
        """What came of asking for identity codes."""
        self._person.show_codes(conversation_id, codes)

    def _show_question(self, first: Message | None) -> None:
        if first is None or first.by is not Author.CUSTOMER:
            self._say(self._question, "–")
            return
        text = quoted(first.text, limit=_QUESTION_CHARACTERS)
        runs = masked_runs(text, mask_word=masked_word())
        self._question.value.set_runs(runs)

    def _show_consents(self, header: Header) -> None:
        """What she was asked permission for, the newest last; nothing while she was not asked."""
        for label in (self._consent.name, self._consent.value):
            label.setVisible(bool(header.consents))
        self._say(self._consent, "\n".join(panel_words(asked, self._language) for asked in header.consents))

    def _add_heading(self, words: str) -> None:
        runs = (Run(words, Type.HEADING, Colour.MUT),)
        label = PlainLabel(self._theme, runs, parent=self)
        self._facts.append(label)
        self._layout.addWidget(label)

    def _put_line(self, layout: QVBoxLayout, name: str) -> tuple[PlainLabel, PlainLabel]:
        line = self._made_line(layout, name)
        return line.name, line.value

    def _put_words(self, line: tuple[PlainLabel, PlainLabel], words: str) -> None:
        self._say(_Line(*line), words)

    def _add_line(self, name: str) -> _Line:
        line = self._made_line(self._layout, name)
        self._facts += (line.name, line.value)
        return line

    def _made_line(self, layout: QVBoxLayout, name: str) -> _Line:
        theme = self._theme
        row = QGridLayout()
        row.setSpacing(theme.length(Length.SPACE_5))
        left = PlainLabel(theme, (Run(name, Type.BODY, Colour.MUT),), wraps=True, parent=self)
        left.setFixedWidth(round(_NAME_COLUMN_PX * theme.length(Length.ICON) / 16))
        right = PlainLabel(theme, wraps=True, parent=self)
        row.addWidget(left, 0, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(right, 0, 1, Qt.AlignmentFlag.AlignTop)
        row.setColumnStretch(1, 1)
        layout.addLayout(row)
        return _Line(left, right)

    def _say(self, line: _Line, words: str) -> None:
        line.value.set_runs((Run(words, Type.BODY, Colour.INK),))
        line.value.setAccessibleName(f"{line.name.shown}: {words}")
