"""One conversation: header, notice, transcript, composer, and what stands between them for a moment."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.desk.desk import Desk
from app.desk.panes import Header, TranscriptRow
from app.desk.views import header
from app.domain.ids import ConversationId
from app.domain.problems import Problem
from app.ui.attachments.file_deeds import FileDeeds
from app.ui.chat.composer import Composer
from app.ui.chat.conversation_header import ConversationHeader
from app.ui.chat.guard_strip import GuardStrip
from app.ui.chat.masking import Masking
from app.ui.chat.questions import Questions
from app.ui.chat.said import Said
from app.ui.chat.sheets import Sheets
from app.ui.chat.standing_notice import StandingNotice
from app.ui.chat.summary_line import SummaryLine
from app.ui.chat.unsent_strips import UnsentStrips
from app.ui.chat.writing import Writing
from app.ui.identity_words import news_words
from app.ui.parts.aloud import say_aloud
from app.ui.parts.ground import Ground
from app.ui.pre_information.sheet import Act
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length
from app.ui.transfer.internal_note import InternalNote

_TIGHT = 12
"""In heights of a button."""


class ConversationView(Ground):
    """Belongs to one conversation for good. Mirrors it; what is typed goes to its own draft at once.

    ``typed``: the counsellor is writing here.
    """

    typed = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        tasks: TaskScope,
        *,
        language: str,
        header: Header,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "conversation", Colour.SURFACE, parent=parent)
        self._desk = desk
        self._conversation_id = header.conversation_id
        self._is_low = False
        self._told_identity: str | None = None
        self._layout = QVBoxLayout(self)
        self._middle = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._make_parts(tasks, header, language)
        self._lay_out()
        self._connect()

    @property
    def conversation_id(self) -> ConversationId:
        """The conversation this view belongs to."""
        return self._conversation_id

    @property
    def composer(self) -> Composer:
        """Where the counsellor writes to this customer."""
        return self._writing.composer

    def show_now(self) -> None:
        """Show how the conversation stands now."""
        head = self._head()
        if head is None:
            return
        has_text = self._writing.has_text
        self._header.show_header(head)
        self._notice.setVisible(head.has_standing_notice)
        self._internal.show_transfer(head.transfer)
        self._notice.show_header(head)
        self._tell_identity(head)
        self._summary.show_header(head)
        self._said.show_now(head)
        self._questions.show_now(head, has_text=has_text, is_low=self._is_low)
        self._sheets.show_now(head, has_unsent_text=has_text)
        self._unsent.show_now(is_ending=self._questions.ending.is_asking)
        self._writing.show_now(head, can_take_back=self._said.can_take_back)
        self._masking.show_now()
        self._guard.show_now(head, self.composer.text, is_low=self._is_low)

    @property
    def is_looked_at(self) -> bool:
        """Whether its newest message is on the screen, in the window she works in."""
        return self.isVisible() and self.window().isActiveWindow() and self._said.transcript.is_at_end

    def mark_looked_at(self) -> None:
        """Say that the newest message has been on the screen, if it is."""
        if not self.is_looked_at:
            return
        window = self._desk.seen.confirmed.windows.get(self._conversation_id)
        if window is not None and window.last_seq > self._desk.seen.read_up_to(self._conversation_id):
            self._desk.talk.looked_at(self._conversation_id, window.last_seq)

    def ask_to_close(self) -> None:
        """Open the wrap-up; where nothing is to be chosen, ask in a strip whether to end the conversation."""
        head = self._head()
        if not self._header.can_close or head is None:
            return
        if head.asks_wrap_up:
            self._sheets.open_wrap_up(head, has_unsent_text=self._writing.has_text)
        else:
            self._questions.ending.ask()
            self.show_now()
            self._questions.ending.focus(has_text=self._writing.has_text)

    def ask_to_transfer(self) -> None:
        """Open the transfer sheet."""
        head = self._head()
        if head is not None and self._header.can_transfer:
            self._sheets.open_transfer(head)

    def ask_to_identify(self) -> None:
        """Have the page ask the customer to identify; the talk goes on meanwhile."""
        if self._notice.isVisibleTo(self) and self._notice.can_ask:
            answer = self._desk.identifying.ask(self._conversation_id)
            self._writing.say_trouble(answer if isinstance(answer, Problem) else None)
            self.show_now()

    def _tell_identity(self, head: Header) -> None:
        """Say aloud what has come of it, while she looks elsewhere."""
        words = news_words(head.proof)
        if self._told_identity is not None and words != self._told_identity:
            say_aloud(self, words)
        self._told_identity = words

    def ask_about_pre_information(self, act: Act) -> None:
        """Open the sheet that refines or corrects pre-information (R067, R068)."""
        head = self._head()
        cannot = None if head is None else head.cannot_refine if act is Act.REFINE else head.cannot_move
        if head is not None and cannot is None:
            self._sheets.open_pre_information(act)

    def ask_for_agreed_message(self) -> None:
        """Open the sheet of a message to the customer, as agreed with her (R117)."""
        if self._head() is not None:
            self._sheets.open_agreed()

    def ask_to_mask(self, seq: int | None = None) -> None:
        """Open a message to mask part of it: that one, else the one chosen in the transcript, else the
        newest.
        """
        self._masking.open(self._said.transcript.chosen_seq if seq is None else seq)

    @property
    def has_file(self) -> bool:
        """Whether a file is open, or the transcript has one at hand."""
        return self._file is not None

    def open_file(self) -> None:
        """Open the file chosen in the transcript, else the newest (R047)."""
        row = self._said.transcript.file_in_front
        if row is not None:
            self._sheets.open_viewer(row)

    def save_file(self) -> None:
        """Ask where to save the file that is open, else the one chosen in the transcript (R048)."""
        if self._file is not None:
            self._files.save(self._file)

    def print_file(self) -> None:
        """Ask where to print it (R048)."""
        if self._file is not None:
            self._files.print(self._file)

    @property
    def _file(self) -> TranscriptRow | None:
        return self._sheets.open_file or self._said.transcript.file_in_front

    def _on_open_file(self, seq: int) -> None:
        row = self._said.transcript.file(seq)
        if row is not None:
            self._sheets.open_viewer(row)

    def _on_save_file(self, seq: int) -> None:
        row = self._said.transcript.file(seq)
        if row is not None:
            self._files.save(row)

    def ask_for_help(self) -> None:
        """Ask what it is about, before the supervisors are called."""
        if self.composer.can_call_help:
            self._questions.help.ask()
            self.show_now()

    @property
    def can_send_no_appointments(self) -> bool:
        """Whether there is such a notice for this customer, and she can be written to (R018)."""
        return self._writing.can_send_no_appointments

    def send_no_appointments(self) -> None:
        """Send the notice that no appointments are booked through the chat (R018)."""
        self._writing.send_no_appointments()

    @property
    def can_offer_transcript(self) -> bool:
        """Whether there are words for it for this customer, and she can be written to (R100)."""
        return self._writing.can_offer_transcript

    def offer_transcript(self) -> None:
        """Tell the customer how she has the conversation by e-mail (R100)."""
        self._writing.offer_transcript()

    def cancel_asking(self) -> None:
        """Take the question back (Esc); what was written for colleagues is kept."""
        had_sheet, was_asked = self._sheets.cancel(), self._questions.cancel()
        was_masking = self._masking.cancel()
        if had_sheet or was_asked or was_masking:
            self._go_on_writing()

    def focus_transcript(self) -> None:
        """Put the keys on the transcript, on the newest row."""
        self._said.transcript.focus_newest()

    def set_summary_shown(self, is_shown: bool) -> None:
        """Show the customer's facts on a line of their own, where the right column is folded."""
        self._summary.setVisible(is_shown)

    def set_folded(self, *, is_narrow: bool, is_low: bool) -> None:
        """Leave out what is only a hint, and in a low window whatever can be done without."""
        self._is_low = is_low
        self.composer.set_folded(is_narrow=is_narrow, is_low=is_low)
        self._sheets.set_low(is_low)
        self._notice.set_low(is_low=is_low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tight()
        self.composer.fit_into(self.height())
        self._sheets.fit()

    @property
    def is_tight(self) -> bool:
        """Whether there is hardly any height: a window of 1280×720 at 200 %."""
        return self.height() < _TIGHT * self._theme.length(Length.BUTTON)

    def _fit_tight(self) -> None:
        is_tight = self.is_tight
        self._header.set_tight(is_tight)
        self.composer.set_tight(is_tight)
        self._said.set_tight(is_tight)
        self._sheets.set_tight(is_tight)
        self._masking.set_tight(is_tight)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            self.mark_looked_at()

    def _make_parts(self, tasks: TaskScope, head: Header, language: str) -> None:
        theme, desk, conversation_id = self._theme, self._desk, self._conversation_id
        self._header = ConversationHeader(theme, parent=self)
        self._summary = SummaryLine(theme, language=language, parent=self)
        self._notice = StandingNotice(theme, language=language, parent=self)
        self._internal = InternalNote(theme, parent=self)
        self._questions = Questions(
            theme, desk, conversation_id, language=language, after=self._notice.last_stop, view=self
        )
        self._said = Said(theme, desk, tasks, head, view=self)
        self._unsent = UnsentStrips(theme, desk, conversation_id, after=self._said.transcript, view=self)
        self._masking = Masking(theme, desk, conversation_id, after=lambda: self._said.transcript, view=self)
        self._guard = GuardStrip(theme, desk, after=lambda: self._unsent.last_stop, view=self)
        self._writing = Writing(theme, desk, head, language=language, view=self)
        self._files = FileDeeds(theme, desk, tasks, conversation_id, view=self)
        self._sheets = Sheets(
            theme,
            desk,
            tasks,
            conversation_id,
            language=language,
            before=self._said.transcript,
            after=self._questions.last_stop,
            composer=self.composer,
            place=self._middle,
            layout=self._layout,
            view=self,
        )

    def _lay_out(self) -> None:
        length = self._theme.length
        typing = QVBoxLayout()
        typing.setContentsMargins(length(Length.SPACE_8), 0, length(Length.SPACE_7), 0)
        typing.addWidget(self._said.typing)
        layout = self._layout
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._summary)
        layout.addWidget(self._notice)
        layout.addWidget(self._internal)
        layout.addLayout(self._questions.place)
        layout.addLayout(self._files.place)
        self._middle.setSpacing(0)
        self._middle.addWidget(self._said.transcript, 1)
        layout.addLayout(self._middle, 1)
        layout.addLayout(typing)
        layout.addLayout(self._masking.place)
        layout.addLayout(self._unsent.place)
        layout.addLayout(self._guard.place)
        layout.addSpacing(length(Length.SPACE_2))
        layout.addWidget(self.composer)
        self._summary.hide()

    def _connect(self) -> None:
        self._header.close_wanted.connect(self.ask_to_close)
        self._header.transfer_wanted.connect(self.ask_to_transfer)
        self._notice.ask_wanted.connect(self.ask_to_identify)
        self.composer.help_wanted.connect(self.ask_for_help)
        self._header.also_offer(self.composer.help_button)
        self.composer.undo_wanted.connect(self._said.take_back)
        self.composer.paged.connect(self._on_paged)
        self._said.transcript.end_reached.connect(self.mark_looked_at)
        self._said.undone.connect(self._go_on_writing)
        self._said.fetching.connect(self.show_now)
        self._writing.typed.connect(self.typed)
        self._writing.sent.connect(self._on_sent)
        self._said.transcript.mask_wanted.connect(self.ask_to_mask)
        self._said.transcript.open_wanted.connect(self._on_open_file)
        self._said.transcript.save_wanted.connect(self._on_save_file)
        self._sheets.save_wanted.connect(self.save_file)
        self._sheets.print_wanted.connect(self.print_file)
        self._sheets.pass_on_wanted.connect(self.ask_to_transfer)
        self._masking.closed.connect(self._go_on_writing)
        self._guard.identify_wanted.connect(self._on_identify_instead)
        self._guard.send_wanted.connect(self._writing.send)
        self._questions.called.connect(self._go_on_writing)
        self._questions.cancelled.connect(self.cancel_asking)
        self._questions.answered.connect(self._on_answered)
        self._questions.transfer_wanted.connect(self.ask_to_transfer)
        self._sheets.changed.connect(self.show_now)
        self._sheets.closed.connect(self._go_on_writing)
        self._sheets.cancelled.connect(self.cancel_asking)
        self._unsent.answered.connect(self.show_now)
        self._unsent.kept.connect(self._go_on_writing)

    def _head(self) -> Header | None:
        return header(self._desk.seen, self._conversation_id, now=self._desk.now())

    def _go_on_writing(self) -> None:
        self.show_now()
        self.composer.setFocus()

    def _on_sent(self) -> None:
        self._guard.was_sent()
        self.show_now()
        self._said.transcript.scrollToBottom()

    def _on_identify_instead(self) -> None:
        """Ask her to identify; what was written stays a draft."""
        self.ask_to_identify()
        self.composer.setFocus()

    def _on_answered(self, problem: Problem | None) -> None:
        self._writing.say_trouble(problem)
        self.show_now()

    def _on_paged(self, up: bool) -> None:
        self._said.transcript.page(up=up)
