"""A new question: whom, how urgent, what about, and what of a conversation goes along."""

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.desk.consultation_views import Line, LinkedConversation
from app.domain.consultation import LONGEST_SUBJECT, Urgency, question_draft, question_of
from app.domain.consultation_commands import OpenConsultation
from app.ui.consultations.attached_lines import AttachedLines
from app.ui.consultations.internal_band import InternalBand
from app.ui.consultations.line_list import LineDelegate, line_key, promise_words, spoken_line
from app.ui.consultations.words_box import WordsBox
from app.ui.models.keyed_rows import ROW_ROLE, KeyedRows
from app.ui.parts.button import Button, Look
from app.ui.parts.ground import Ground
from app.ui.parts.input_frame import InputFrame
from app.ui.parts.line_field import LineField
from app.ui.parts.list_view import ListView
from app.ui.parts.scroll_bar import SlimScrollBar
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class AskForm(Ground):
    """``edited``: subject and text as one draft · ``ask_wanted``: send it · ``cancelled``: it is kept."""

    edited = Signal(str)
    ask_wanted = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "askConsultation", Colour.SURFACE, parent=parent)
        self._language = language
        self._urgency = Urgency.NON_URGENT
        self._make()
        self._lay_out()

    def show_form(
        self, lines: tuple[Line, ...], linked: LinkedConversation | None, draft: str, refusal: str
    ) -> None:
        """Show the lines that can be asked, the conversation that may be linked, and the draft."""
        self._lines.show_rows(lines)
        self._list.updateGeometry()
        if lines and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._lines.index(0))
        self._attached.show_linked(linked)
        subject, text = question_of(draft)
        if subject != self._subject.text():
            with QSignalBlocker(self._subject):
                self._subject.setText(subject)
        self._words.show_text(text, self.tr("What do you ask?"))
        self._words.say_trouble(refusal)
        self._show_choices()

    def focus(self, line: str = "") -> None:
        """Put the keys on whom to ask; where that is known, on what it is about."""
        row = self._lines.row_of(line) if line else None
        if row is None:
            self._list.setFocus()
            return
        self._list.setCurrentIndex(self._lines.index(row))
        self._subject.setFocus()

    def forget(self) -> None:
        """It has been sent: the next one begins afresh."""
        self._urgency = Urgency.NON_URGENT
        self._attached.forget()

    def question(self) -> OpenConsultation | None:
        """What is asked, or None while no line is chosen."""
        line = self._line
        if line is None:
            return None
        linked = self._attached.linked
        return OpenConsultation(
            queue_id=line.queue_id,
            urgency=self._urgency,
            subject=self._subject.text().strip(),
            text=self._words.text.rstrip(),
            about=None if linked is None else linked.conversation_id,
            attached_seqs=self._attached.chosen,
            is_identity_allowed=self._attached.is_identity_allowed,
        )

    @property
    def _line(self) -> Line | None:
        line = self._list.currentIndex().data(ROW_ROLE)
        return line if isinstance(line, Line) else None

    # --- making ---------------------------------------------------------------------------------------------

    def _make(self) -> None:
        theme = self._theme
        self._inner = Ground(theme, "askConsultationInner", Colour.SURFACE)
        self._title = PlainLabel(
            theme, runs_of(self.tr("Ask a professional"), Type.TITLE, weight=700), parent=self
        )
        self._lines: KeyedRows[Line] = KeyedRows(key_of=line_key, spoken_of=self._spoken, parent=self)
        self._list = ListView(
            theme, "linesToAsk", ground=Colour.SURFACE, fits_content=True, parent=self._inner
        )
        self._list.setAccessibleName(self.tr("Whom do you ask?"))
        self._list.setItemDelegate(LineDelegate(theme, language=self._language, parent=self))
        self._list.setModel(self._lines)
        self._list.selectionModel().currentChanged.connect(self._on_line)
        self._calm = Button(theme, "askCalmly", "", look=Look.CHIP, parent=self._inner)
        self._calm.setCheckable(True)
        self._calm.clicked.connect(self._on_calm)
        self._urgent = Button(
            theme, "askUrgently", self.tr("Urgent: I call"), look=Look.CHIP, parent=self._inner
        )
        self._urgent.setCheckable(True)
        self._urgent.clicked.connect(self._on_urgent)
        self._hint = PlainLabel(theme, wraps=True, parent=self._inner)
        self._hint.setObjectName("urgencyHint")
        self._subject = LineField(theme, "consultationSubjectText", self.tr("Subject"), parent=self._inner)
        self._subject.setMaxLength(LONGEST_SUBJECT)
        self._subject.setPlaceholderText(self.tr("Subject, without names"))
        self._subject.textChanged.connect(self._on_edited)
        self._subject_frame = InputFrame(
            theme,
            "consultationSubjectFrame",
            self._subject,
            side=Length.SPACE_5,
            ground=Colour.NOTE,
            edge=Colour.NOTE_EDGE,
            parent=self._inner,
        )
        self._subject_frame.setFixedHeight(theme.length(Length.INPUT))
        spoken = self.tr("The question, the customer does not see it")
        self._words = WordsBox(theme, "newConsultationText", spoken=spoken, parent=self._inner)
        self._words.edited.connect(self._on_edited)
        self._words.send_wanted.connect(self.ask_wanted)
        self._attached = AttachedLines(theme, parent=self._inner)
        self._send = Button(
            theme, "sendConsultation", self.tr("Send the question"), look=Look.PRIMARY, parent=self
        )
        self._send.clicked.connect(self.ask_wanted)
        self._cancel = Button(theme, "cancelConsultation", self.tr("Cancel"), keys="Esc", parent=self)
        self._cancel.clicked.connect(self.cancelled)

    def _lay_out(self) -> None:
        theme, length = self._theme, self._theme.length
        side, gap = length(Length.SPACE_6), length(Length.SPACE_4)
        urgency = QHBoxLayout()
        urgency.setSpacing(gap)
        urgency.addWidget(self._calm)
        urgency.addWidget(self._urgent)
        urgency.addStretch(1)
        inside = QVBoxLayout(self._inner)
        inside.setContentsMargins(side, gap, side, gap)
        inside.setSpacing(gap)
        inside.addWidget(self._heading(self.tr("Whom do you ask?")))
        inside.addWidget(self._list)
        inside.addLayout(urgency)
        for widget in (self._hint, self._subject_frame, self._words):
            inside.addWidget(widget)
        inside.addWidget(self._attached)
        inside.addStretch(1)
        scroller = QScrollArea(self)
        scroller.setObjectName("askConsultationScroller")
        scroller.setAccessibleName(self.tr("Ask a professional"))
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidgetResizable(True)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setVerticalScrollBar(SlimScrollBar(theme, scroller))
        scroller.setWidget(self._inner)
        below = QHBoxLayout()
        below.setContentsMargins(side, gap, side, side)
        below.setSpacing(gap)
        below.addStretch(1)
        below.addWidget(self._cancel)
        below.addWidget(self._send)
        above = QVBoxLayout()
        above.setContentsMargins(side, gap, side, gap)
        above.addWidget(self._title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addWidget(InternalBand(theme, parent=self))
        layout.addWidget(scroller, 1)
        layout.addLayout(below)

    def _heading(self, words: str) -> PlainLabel:
        return PlainLabel(self._theme, runs_of(words, Type.HEADING, Colour.MUT), parent=self._inner)

    # --- choices --------------------------------------------------------------------------------------------

    def _show_choices(self) -> None:
        """Urgent is there only where somebody is on call; whatever is chosen, its consequence is said."""
        line = self._line
        has_on_call = line is not None and line.has_on_call
        if not has_on_call:
            self._urgency = Urgency.NON_URGENT
        is_urgent = self._urgency is Urgency.URGENT
        self._calm.set_words(self.tr("Not urgent"))
        for button, is_chosen in ((self._calm, not is_urgent), (self._urgent, is_urgent)):
            button.setChecked(is_chosen)
            button.set_look(Look.PRIMARY if is_chosen else Look.CHIP, None)
        self._urgent.setEnabled(has_on_call)
        if is_urgent:
            hint = self.tr("The number stands beside the consultation. Call, then record the call there.")
        elif line is not None:
            hint = self.tr("The line {promise}, due at 16.00.").format(
                promise=promise_words(line.promise_days)
            )
        else:
            hint = ""
        self._hint.set_runs(runs_of(hint, Type.SMALL, Colour.MUT))
        has_words = bool(self._subject.text().strip() and self._words.text.strip())
        self._send.setEnabled(line is not None and has_words)

    def _on_line(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_choices()

    def _on_calm(self) -> None:
        self._urgency = Urgency.NON_URGENT
        self._show_choices()

    def _on_urgent(self) -> None:
        self._urgency = Urgency.URGENT
        self._show_choices()

    def _on_edited(self) -> None:
        self.edited.emit(question_draft(self._subject.text(), self._words.text))

    def _spoken(self, line: Line) -> str:
        return spoken_line(line, self._language)
