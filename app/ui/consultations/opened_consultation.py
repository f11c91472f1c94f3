"""One consultation opened: its promise, its thread, and what can be written and done."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk.consultation_views import ConsultationDetail, ThreadRow
from app.domain.consultation import ConsultationState
from app.ui.consultations.internal_band import InternalBand
from app.ui.consultations.promise_strip import PromiseStrip
from app.ui.consultations.thread_delegate import ThreadDelegate
from app.ui.consultations.thread_rows import spoken_entry, thread_key
from app.ui.consultations.words_box import WordsBox
from app.ui.models.keyed_rows import KeyedRows
from app.ui.parts.button import Button, Look
from app.ui.parts.ground import Ground
from app.ui.parts.list_view import ListView
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class OpenedConsultation(Ground):
    """Mirrors a ``ConsultationDetail``; it decides nothing.

    ``claim_wanted`` · ``release_wanted`` · ``close_wanted`` · ``withdraw_wanted`` · ``edited``: the text ·
    ``words_wanted``: send it, as an answer (True) or not · ``back_wanted``: to the list.
    """

    claim_wanted = Signal()
    release_wanted = Signal()
    close_wanted = Signal()
    withdraw_wanted = Signal()
    edited = Signal(str)
    words_wanted = Signal(bool)
    back_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "openedConsultation", Colour.SURFACE, parent=parent)
        self._detail: ConsultationDetail | None = None
        self._shown_id = ""
        self._make()
        self._lay_out()

    def show_detail(self, detail: ConsultationDetail, text: str, refusal: str, *, now: datetime) -> None:
        """Show this one, what is being written to it, and why something could not be."""
        self._detail = detail
        row = detail.row
        self._subject.set_runs(runs_of(row.subject, Type.NAME, Colour.INK, weight=700))
        self._strip.show_detail(detail, now=now)
        self._rows.show_rows(detail.entries)
        if row.consultation_id != self._shown_id:
            self._shown_id = row.consultation_id
            self._thread.scrollToBottom()
        self._refusal.set_runs(runs_of(refusal, Type.SMALL, Colour.BAD))
        self._refusal.setVisible(bool(refusal))
        for button, can in (
            (self._claim, detail.may_claim),
            (self._release, detail.may_release),
            (self._close, detail.may_close),
            (self._withdraw, detail.may_withdraw),
        ):
            button.setVisible(can)
            button.setEnabled(not row.is_under_way)
        self._show_writing(detail, text)

    def set_folded(self, *, is_narrow: bool, is_low: bool) -> None:
        """Alone in a narrow view there is a way back to the list; in a low one the thread has the room."""
        self._back.setVisible(is_narrow)
        self._strip.set_low(is_low=is_low)
        self._words.set_low(is_low=is_low)

    def focus(self) -> None:
        """Put the keys on what is to be done here, with what was said last in sight."""
        self._thread.scrollToBottom()
        if self._claim.isVisible():
            self._claim.setFocus()
        elif self._words.isVisible():
            self._words.setFocus()
        else:
            self._thread.setFocus()

    def _show_writing(self, detail: ConsultationDetail, text: str) -> None:
        self._words.setVisible(detail.may_write_on)
        has_text = bool(text.strip())
        is_answered = detail.row.state is ConsultationState.ANSWERED
        if detail.may_answer:
            placeholder = self.tr("Write the answer…")
            self._send.set_words(self.tr("Add to the answer") if is_answered else self.tr("Answer"))
        else:
            placeholder = self.tr("Ask further…") if is_answered else self.tr("Write on…")
            self._send.set_words(self.tr("Ask further") if is_answered else self.tr("Send"))
        self._words.show_text(text, placeholder)
        self._send.setVisible(detail.may_write_on)
        self._send.setEnabled(has_text)
        self._ask_back.setVisible(detail.may_answer and not is_answered)
        self._ask_back.setEnabled(has_text)

    # --- making ---------------------------------------------------------------------------------------------

    def _make(self) -> None:
        theme = self._theme
        self._subject = PlainLabel(theme, wraps=True, parent=self)
        self._subject.setObjectName("consultationSubject")
        self._back = self._button("backToConsultations", self.tr("List"))
        self._back.clicked.connect(self.back_wanted)
        self._claim = self._button("claimConsultation", self.tr("Take to answer"), Look.PRIMARY)
        self._claim.clicked.connect(self.claim_wanted)
        self._release = self._button("releaseConsultation", self.tr("Give back"))
        self._release.clicked.connect(self.release_wanted)
        self._close = self._button("closeConsultation", self.tr("The answer is enough"))
        self._close.clicked.connect(self.close_wanted)
        self._withdraw = self._button("withdrawConsultation", self.tr("Withdraw the question"))
        self._withdraw.clicked.connect(self.withdraw_wanted)
        self._band = InternalBand(theme, parent=self)
        self._strip = PromiseStrip(theme, parent=self)
        self._rows: KeyedRows[ThreadRow] = KeyedRows(key_of=thread_key, spoken_of=spoken_entry, parent=self)
        self._thread = ListView(theme, "consultationThread", ground=Colour.SURFACE, parent=self)
        self._thread.setAccessibleName(self.tr("What has been said in the consultation"))
        self._thread.setItemDelegate(ThreadDelegate(theme, parent=self))
        self._thread.setModel(self._rows)
        self._refusal = PlainLabel(theme, wraps=True, parent=self)
        self._refusal.setObjectName("consultationRefusal")
        spoken = self.tr("Words for the consultation, the customer does not see them")
        self._words = WordsBox(theme, "consultationText", spoken=spoken, parent=self)
        self._words.edited.connect(self.edited)
        self._words.send_wanted.connect(self._on_send)
        self._ask_back = self._button("askBack", self.tr("Ask back"))
        self._ask_back.clicked.connect(self._on_ask_back)
        self._send = Button(theme, "sendToConsultation", "", look=Look.PRIMARY, keys="Enter", parent=self)
        self._send.clicked.connect(self._on_send)

    def _button(self, name: str, words: str, look: Look = Look.PLAIN) -> Button:
        return Button(self._theme, name, words, look=look, parent=self)

    def _lay_out(self) -> None:
        length = self._theme.length
        side, gap = length(Length.SPACE_6), length(Length.SPACE_4)
        top = QHBoxLayout()
        top.setContentsMargins(side, gap, side, gap)
        top.setSpacing(gap)
        top.addWidget(self._back)
        top.addWidget(self._subject, 1)
        for button in (self._withdraw, self._release, self._close, self._claim):
            top.addWidget(button)
        middle = QVBoxLayout()
        middle.setContentsMargins(side, gap, side, gap)
        middle.setSpacing(gap)
        middle.addWidget(self._strip)
        middle.addWidget(self._thread, 1)
        middle.addWidget(self._refusal)
        middle.addWidget(self._words)
        below = QHBoxLayout()
        below.addStretch(1)
        below.setSpacing(gap)
        below.addWidget(self._ask_back)
        below.addWidget(self._send)
        middle.addLayout(below)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._band)
        layout.addLayout(middle, 1)

    def _on_send(self) -> None:
        if self._detail is not None and self._words.text.strip():
            self.words_wanted.emit(self._detail.may_answer)

    def _on_ask_back(self) -> None:
        if self._words.text.strip():
            self.words_wanted.emit(False)
