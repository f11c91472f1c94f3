"""The view of consultations: the list by promise, one of them opened or a new question, what is beside."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk.consultation_views import (
    ConsultationDetail,
    ConsultationRow,
    consultation_detail,
    consultation_rows,
    lines_to_ask,
    linkable,
)
from app.desk.desk import Desk
from app.domain.consultation import OnCallOutcome, Urgency
from app.domain.consultation_commands import (
    ClaimConsultation,
    CloseConsultation,
    ConsultationCommand,
    RecordConsultationCall,
    ReleaseConsultation,
    WithdrawConsultation,
    WriteToConsultation,
)
from app.domain.ids import NEW_CONSULTATION, ConsultationId, ConversationId, call_slot
from app.domain.problems import Problem
from app.ui.consultations.about_consultation import AboutConsultation
from app.ui.consultations.ask_form import AskForm
from app.ui.consultations.consultation_delegate import ConsultationDelegate
from app.ui.consultations.consultation_rows import (
    ConsultationListRow,
    Placed,
    consultation_key,
    is_consultation,
    spoken_consultation,
    with_sides,
)
from app.ui.consultations.opened_consultation import OpenedConsultation
from app.ui.consultations.promise_legend import PromiseLegend
from app.ui.consultations.which_consultations import WhichConsultations
from app.ui.models.keyed_rows import ROW_ROLE, KeyedRows
from app.ui.parts.button import Button
from app.ui.parts.empty_box import EmptyBox
from app.ui.parts.ground import Edge, Ground
from app.ui.parts.list_view import ListView
from app.ui.refusal_words import consultation_sentence
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type

ASK_KEY = "Ctrl+N"
_TALL_ENOUGH = 640
"""px at 100 %: in a lower view the list has what the bars mean to itself."""
_LOW = 420
"""px at 100 %: in a lower view the thread has what is only a hint to itself."""
_SIDE_BY_SIDE = 760
_WIDE_ENOUGH = 1180
"""px at 100 %: in a narrower view what stands beside makes way."""


class ConsultationsPane(Ground):
    """Mirrors the consultations of the desk."""

    def __init__(self, theme: Theme, desk: Desk, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "consultationsPane", Colour.BG, parent=parent)
        self._desk = desk
        self._language = language
        self._chosen: ConsultationId | None = None
        self._problem: Problem | None = None
        self._is_asking = False
        self._is_reading = False
        self._about: ConversationId | None = None
        self._is_mirroring = False
        self._make()
        self._lay_out()

    def show_now(self) -> None:
        """Show how things are now."""
        seen, now = self._desk.seen, self._desk.now()
        every = consultation_rows(seen, now=now)
        rows = self._which.show_rows(every)
        # Where the row under the cursor goes, the list moves to another by itself: nobody has opened that.
        self._is_mirroring = True
        self._rows.show_rows(with_sides(rows, now=now))
        if self._chosen is not None and all(row.consultation_id != self._chosen for row in every):
            self._chosen = None
        self._mark_chosen()
        self._is_mirroring = False
        self._list.setVisible(bool(rows))
        self._nobody.setVisible(not rows)
        self._nobody.say(self._empty_words(every))
        self._show_middle()

    def choose(self, consultation_id: ConsultationId) -> None:
        """Open a consultation."""
        self._chosen, self._problem, self._is_asking = consultation_id, None, False
        self._is_reading = True
        self.show_now()

    def ask(self, about: ConversationId | None, *, line: str = "") -> None:
        """Begin a question, or go on with it; ``about``: the conversation in front, which may be linked;
        ``line``: whom it is to, where that is known.
        """
        self._is_asking, self._problem, self._about = True, None, about
        self.show_now()
        self._form.focus(line)

    def close_one(self) -> bool:
        """Take back the question that is being written, whose words stay a draft; where only one of both has
        room, go from the opened one back to the list. Whether there was something to take back.
        """
        had_one = self._is_asking or (self._is_reading and self._is_narrow)
        self._is_asking = self._is_reading = False
        if had_one:
            self.show_now()
            self.focus_list()
        return had_one

    def focus_list(self) -> None:
        """Put the keys on the list, on the first consultation if none is chosen."""
        if self._chosen is None and not self._is_asking:
            first = next((row for row in self._rows.rows if isinstance(row, Placed)), None)
            if first is not None:
                self._chosen = first.row.consultation_id
                self.show_now()
        (self._list if self._list.isVisibleTo(self) else self._ask_button).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_middle()

    # --- making ---------------------------------------------------------------------------------------------

    def _make(self) -> None:
        theme = self._theme
        heading = runs_of(self.tr("Consultations"), Type.TITLE, Colour.INK, weight=700)
        self._heading = PlainLabel(theme, heading, parent=self)
        self._heading.setMinimumWidth(self._heading.sizeHint().width())
        words = self.tr("Ask a professional…")
        self._ask_button = Button(
            theme, "askAProfessional", words, keys=ASK_KEY.replace("+", " "), parent=self
        )
        self._ask_button.clicked.connect(self._on_ask)
        self._which = WhichConsultations(theme, parent=self)
        self._which.chosen.connect(self.show_now)
        self._rows: KeyedRows[ConsultationListRow] = KeyedRows(
            key_of=consultation_key, spoken_of=self._spoken, can_select=is_consultation, parent=self
        )
        self._list = ListView(theme, "consultationList", ground=Colour.BG, parent=self)
        self._list.setAccessibleName(self.tr("Consultations"))
        self._list.setItemDelegate(ConsultationDelegate(theme, language=self._language, parent=self))
        self._list.setModel(self._rows)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._list.chosen.connect(self._on_row_chosen)
        self._nobody = EmptyBox(theme, "noConsultations", parent=self)
        self._legend = PromiseLegend(theme, parent=self)
        self._opened = OpenedConsultation(theme, parent=self)
        self._opened.claim_wanted.connect(self._on_claim)
        self._opened.release_wanted.connect(self._on_release)
        self._opened.close_wanted.connect(self._on_close)
        self._opened.withdraw_wanted.connect(self._on_withdraw)
        self._opened.back_wanted.connect(self.close_one)
        self._opened.edited.connect(self._on_words_edited)
        self._opened.words_wanted.connect(self._on_words)
        self._form = AskForm(theme, language=self._language, parent=self)
        self._form.edited.connect(self._on_question_edited)
        self._form.ask_wanted.connect(self._on_send_question)
        self._form.cancelled.connect(self.close_one)
        self._nothing = Ground(theme, "noConsultationOpened", Colour.SURFACE, parent=self)
        words = self.tr("Choose a consultation, or ask a professional.")
        nothing = PlainLabel(theme, runs_of(words, Type.BODY, Colour.MUT), wraps=True, parent=self._nothing)
        inside = QVBoxLayout(self._nothing)
        side = theme.length(Length.SPACE_7)
        inside.setContentsMargins(side, side, side, side)
        inside.addWidget(nothing)
        inside.addStretch(1)
        self._beside = AboutConsultation(theme, language=self._language, parent=self)
        self._beside.call_edited.connect(self._on_call_edited)
        self._beside.call_recorded.connect(self._on_call_recorded)

    def _lay_out(self) -> None:
        length = self._theme.length
        side = length(Length.SPACE_5)
        self._left = Ground(self._theme, "consultationsLeft", Colour.BG, edges=Edge.RIGHT, parent=self)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._ask_button)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(side, side, side, side)
        left.setSpacing(length(Length.SPACE_4))
        left.addLayout(top)
        left.addWidget(self._which)
        left.addWidget(self._nobody)
        left.addWidget(self._list, 1)
        left.addStretch(0)
        left.addWidget(self._legend)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._left, 4)
        for widget in (self._opened, self._form, self._nothing):
            layout.addWidget(widget, 7)
        layout.addWidget(self._beside, 3)

    def _make_room(self) -> None:
        """In a narrow view the number to call still stands: only while a question is written it makes way. In
        a narrower one the list makes way for what is opened, or the other way round.
        """
        unit = self._unit
        is_inside = self._is_asking or (self._is_reading and self._chosen is not None)
        self._left.setVisible(not (self._is_narrow and is_inside))
        if self._is_narrow and not is_inside:
            for widget in (self._opened, self._form, self._nothing):
                widget.hide()
        self._opened.set_folded(is_narrow=self._is_narrow, is_low=self.height() < _LOW * unit)
        self._legend.setVisible(self.height() >= _TALL_ENOUGH * unit)
        has_one = self._chosen is not None and not self._is_asking
        self._beside.setVisible(has_one and self._has_room(is_wide=self.width() >= _WIDE_ENOUGH * unit))

    @property
    def _unit(self) -> float:
        """A px at 100 %."""
        return self._theme.length(Length.ICON) / 16

    @property
    def _is_narrow(self) -> bool:
        """Whether list and opened consultation cannot stand side by side."""
        return self.width() < _SIDE_BY_SIDE * self._unit

    def _has_room(self, *, is_wide: bool) -> bool:
        """The number to call, and where the call is recorded, stand beside what is urgent in every view."""
        detail = self._detail()
        is_urgent = detail is not None and detail.row.urgency is Urgency.URGENT
        is_opened = self._is_reading or not self._is_narrow
        return is_wide or (is_urgent and is_opened)

    # --- mirroring ------------------------------------------------------------------------------------------

    def _detail(self) -> ConsultationDetail | None:
        if self._chosen is None:
            return None
        return consultation_detail(self._desk.seen, self._chosen, now=self._desk.now())

    def _show_middle(self) -> None:
        seen, now = self._desk.seen, self._desk.now()
        detail = None if self._is_asking else self._detail()
        self._form.setVisible(self._is_asking)
        self._opened.setVisible(detail is not None)
        self._nothing.setVisible(not self._is_asking and detail is None)
        refusal = "" if self._problem is None else consultation_sentence(self._problem)
        if self._is_asking:
            draft = self._desk.drafts.text(NEW_CONSULTATION)
            self._form.show_form(lines_to_ask(seen), linkable(seen, self._about), draft, refusal)
        call_text = ""
        if detail is not None:
            lane = ConversationId(detail.row.consultation_id)
            call_text = self._desk.drafts.text(call_slot(lane))
            self._opened.show_detail(detail, self._desk.drafts.text(lane), refusal, now=now)
        self._beside.show_detail(detail, call_text, seen.confirmed.promises_kept, now=now)
        self._make_room()

    def _mark_chosen(self) -> None:
        """Have the list select the opened consultation without saying that somebody chose it."""
        row = self._rows.row_of(self._chosen) if self._chosen is not None else None
        if row is None:
            self._list.selectionModel().clear()
            return
        if self._list.currentIndex().row() == row:
            return
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._list.selectionModel().setCurrentIndex(self._rows.index(row), flag)

    def _empty_words(self, every: tuple[ConsultationRow, ...]) -> str:
        if every:
            return self.tr("There is none of these just now.")
        return self.tr("A consultation appears here when a professional asks your line, or you ask one.")

    def _spoken(self, row: ConsultationListRow) -> str:
        return spoken_consultation(row, self._language)

    # --- deeds ----------------------------------------------------------------------------------------------

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        if not self._is_mirroring and isinstance(row, Placed) and row.row.consultation_id != self._chosen:
            self._chosen, self._problem, self._is_asking = row.row.consultation_id, None, False
            self._show_middle()

    def _on_row_chosen(self, index: QModelIndex) -> None:
        """Enter opens it and puts the keys on what is to be done."""
        row = index.data(ROW_ROLE)
        if isinstance(row, Placed):
            self.choose(row.row.consultation_id)
            self._opened.focus()

    def _on_ask(self) -> None:
        self.ask(self._about)

    def _on_question_edited(self, draft: str) -> None:
        self._problem = None
        self._desk.drafts.typed(NEW_CONSULTATION, draft)
        self._show_middle()

    def _on_send_question(self) -> None:
        question = self._form.question()
        if question is None:
            return
        if self._submit(question):
            self._form.forget()
            self._is_asking = False
        self.show_now()

    def _on_words_edited(self, text: str) -> None:
        if self._chosen is not None:
            self._desk.drafts.typed(ConversationId(self._chosen), text)
            self._show_middle()

    def _on_words(self, is_answer: bool) -> None:
        detail = self._detail()
        if detail is None:
            return
        found = detail.consultation
        text = self._desk.drafts.text(ConversationId(found.consultation_id)).rstrip()
        self._submit(
            WriteToConsultation(found.consultation_id, text, is_answer, found.responsibility_version)
        )
        self.show_now()

    def _on_claim(self) -> None:
        if self._chosen is not None:
            self._submit(ClaimConsultation(self._chosen))
            self.show_now()

    def _on_release(self) -> None:
        detail = self._detail()
        if detail is not None:
            found = detail.consultation
            self._submit(ReleaseConsultation(found.consultation_id, found.responsibility_version))
            self.show_now()

    def _on_close(self) -> None:
        if self._chosen is not None:
            self._submit(CloseConsultation(self._chosen))
            self.show_now()

    def _on_withdraw(self) -> None:
        if self._chosen is not None:
            self._submit(WithdrawConsultation(self._chosen))
            self.show_now()

    def _on_call_edited(self, text: str) -> None:
        if self._chosen is not None:
            self._desk.drafts.typed(call_slot(ConversationId(self._chosen)), text)

    def _on_call_recorded(self, outcome: str) -> None:
        if self._chosen is None:
            return
        text = self._desk.drafts.text(call_slot(ConversationId(self._chosen))).rstrip()
        self._submit(RecordConsultationCall(self._chosen, self._desk.now(), OnCallOutcome(outcome), text))
        self.show_now()

    def _submit(self, command: ConsultationCommand) -> bool:
        """Mean it; whether it was not refused at once."""
        answer = self._desk.submit(command)
        self._problem = answer if isinstance(answer, Problem) else None
        return self._problem is None
