"""A conversation in which she reads along: transcript, who answers, notes; nothing goes to the customer."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk.desk import Desk
from app.desk.help_views import HelpCard, joined_card
from app.desk.panes import TranscriptRow
from app.desk.views import note_rows, transcript, with_notes
from app.domain.help_call import LeaveConversation, TakeOver
from app.domain.ids import ConversationId, note_slot
from app.domain.problems import Problem
from app.domain.rules import cannot_note
from app.ui.attachments.file_deeds import FileDeeds
from app.ui.attachments.viewer_pane import ViewerPane
from app.ui.chat.transcript_rows import BubbleListRow, OlderLine, StartLine, with_identified
from app.ui.chat.transcript_view import TranscriptView
from app.ui.customer_panel.note_box import NoteBox
from app.ui.help.help_words import about_words, joined_words, taking_words
from app.ui.parts.badges import identity_badge
from app.ui.parts.banner import Banner
from app.ui.parts.ground import Ground
from app.ui.parts.mark_label import MarkLabel
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import problem_sentence


class JoinedView(Ground):
    """Belongs to one conversation, as long as she reads along there. It has no composer, so that nothing of
    hers can reach the customer. ``taken``: she has just taken it over; ``left``: she goes.
    """

    taken = Signal(str)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        tasks: TaskScope,
        *,
        language: str,
        card: HelpCard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "joined", Colour.SURFACE, parent=parent)
        self._desk = desk
        self._tasks = tasks
        self._language = language
        self._conversation_id = card.conversation_id
        self._is_confirming = False
        self._is_fetching = False
        self._is_low = False
        self._problem: Problem | None = None
        self._badge = MarkLabel(theme, "joinedIdentity", parent=self)
        self._about = PlainLabel(theme, wraps=True, parent=self)
        self._about.setObjectName("joinedAbout")
        self._says = Banner(theme, "joinedWords", parent=self)
        self._confirm = Banner(theme, "confirmTakingJoined", parent=self)
        self._trouble = PlainLabel(theme, wraps=True, parent=self)
        self._trouble.setObjectName("joinedTrouble")
        self._transcript = TranscriptView(theme, alias=card.alias, now=desk.now, parent=self)
        words = self.tr("Conversation with customer {alias}, you read along")
        self._transcript.setAccessibleName(words.format(alias=card.alias))
        self._note = NoteBox(theme, "joinedNote", parent=self)
        self._files = FileDeeds(theme, desk, tasks, card.conversation_id, view=self)
        self._viewer = ViewerPane(theme, desk, tasks, card.conversation_id, can_pass_on=False, view=self)
        self._lay_out()
        self._says.acted.connect(self._on_leave)
        self._says.second_acted.connect(self._on_take)
        self._confirm.acted.connect(self._on_confirmed)
        self._confirm.second_acted.connect(self._on_cancelled)
        self._transcript.older_wanted.connect(self._on_older_wanted)
        self._transcript.open_wanted.connect(self._on_open_file)
        self._transcript.save_wanted.connect(self._on_save_file)
        self._viewer.save_wanted.connect(self.save_file)
        self._viewer.print_wanted.connect(self.print_file)
        self._viewer.cancelled.connect(self._on_close_file)
        self._note.edited.connect(self._on_note_edited)
        self._note.save_wanted.connect(self._on_note_saved)

    def show_now(self) -> None:
        """Show how the conversation stands now."""
        seen, now = self._desk.seen, self._desk.now()
        card = joined_card(seen, self._conversation_id, now=now)
        head = seen.confirmed.heads.get(self._conversation_id)
        if card is None or head is None:
            return
        self._badge.show_mark(identity_badge(card.identity))
        self._about.set_runs(runs_of(about_words(card, self._language), Type.BODY, weight=600))
        self._is_confirming = self._is_confirming and card.cannot_take is None and not card.is_under_way
        self._says.say(None if self._is_confirming else joined_words(card, is_short=self._is_low))
        self._confirm.say(taking_words(card) if self._is_confirming else None)
        words = problem_sentence(self._problem) if self._problem is not None else ""
        self._trouble.set_runs(runs_of(words, Type.SMALL, Colour.BAD))
        self._trouble.setVisible(bool(words))
        window = seen.confirmed.windows.get(self._conversation_id)
        has_older = window is not None and window.has_older
        first: BubbleListRow = OlderLine(self._is_fetching) if has_older else StartLine(head.opened_at)
        rows = transcript(seen, self._conversation_id, mono_s=self._desk.mono_s(), undo_s=self._desk.undo_s)
        notes = note_rows(seen, self._conversation_id)
        first_seq = 0 if window is None else window.first_seq
        noted = with_identified(with_notes(rows, notes), head.identification, first_seq=first_seq)
        self._transcript.show_rows((first, *noted))
        slot = note_slot(self._conversation_id)
        problem = cannot_note(seen, self._conversation_id, head.responsibility_version)
        self._note.show_note(self._conversation_id, self._desk.drafts.text(slot), problem)

    def set_folded(self, *, is_low: bool) -> None:
        """In a low window leave out what is only a hint."""
        self._is_low = is_low
        self._note.set_low(is_low=is_low)

    def focus(self) -> None:
        """Put the keys where she helps."""
        self._note.focus()

    def focus_transcript(self) -> None:
        """Put the keys on the transcript, on the newest row."""
        self._transcript.focus_newest()

    @property
    def has_file(self) -> bool:
        """Whether a file of the customer's is open or in the transcript."""
        return self._viewer.is_open or self._transcript.file_in_front is not None

    def open_file(self) -> None:
        """Open the file chosen in the transcript, else the newest (R047)."""
        self._open(self._transcript.file_in_front)

    def save_file(self) -> None:
        """Ask where to save the file that is open, else the one chosen in the transcript (R048)."""
        self._save(self._viewer.row or self._transcript.file_in_front)

    def print_file(self) -> None:
        """Ask where to print it (R048)."""
        self._print(self._viewer.row or self._transcript.file_in_front)

    def cancel_asking(self) -> None:
        """Close the file that is open, else take the question back (Esc)."""
        if self._viewer.is_open:
            self._on_close_file()
        elif self._is_confirming:
            self._on_cancelled()

    def _lay_out(self) -> None:
        length = self._theme.length
        side, gap = length(Length.SPACE_7), length(Length.SPACE_4)
        top = QHBoxLayout()
        top.setSpacing(gap)
        top.addWidget(self._badge)
        top.addWidget(self._about, 1)
        above = QVBoxLayout()
        above.setContentsMargins(side, gap, side, gap)
        above.setSpacing(gap)
        above.addLayout(top)
        for widget in (self._says, self._confirm, self._trouble):
            above.addWidget(widget)
        below = QVBoxLayout()
        below.setContentsMargins(side, gap, side, side)
        below.addWidget(self._note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addLayout(self._files.place)
        layout.addWidget(self._viewer.sheet, 1)
        layout.addWidget(self._transcript, 1)
        layout.addLayout(below)

    def _on_open_file(self, seq: int) -> None:
        """A file stands in the place of the transcript while it is open."""
        self._open(self._transcript.file(seq))

    def _open(self, row: TranscriptRow | None) -> None:
        if row is not None:
            self._viewer.open(row)
            self._transcript.hide()

    def _on_close_file(self) -> None:
        self._viewer.close()
        self._transcript.show()
        self._transcript.setFocus()

    def _on_save_file(self, seq: int) -> None:
        self._save(self._transcript.file(seq))

    def _save(self, row: TranscriptRow | None) -> None:
        if row is not None:
            self._files.save(row)

    def _print(self, row: TranscriptRow | None) -> None:
        if row is not None:
            self._files.print(row)

    @property
    def _version(self) -> int:
        head = self._desk.seen.confirmed.heads.get(self._conversation_id)
        return head.responsibility_version if head is not None else 0

    def _on_leave(self) -> None:
        answer = self._desk.submit(LeaveConversation(self._conversation_id, self._version))
        self._problem = answer if isinstance(answer, Problem) else None
        self.show_now()
        if not isinstance(answer, Problem):
            self.left.emit()

    def _on_take(self) -> None:
        self._is_confirming = True
        self.show_now()
        self._confirm.focus_action()

    def _on_cancelled(self) -> None:
        self._is_confirming = False
        self.show_now()
        self._note.focus()

    def _on_confirmed(self) -> None:
        self._is_confirming = False
        answer = self._desk.submit(TakeOver(self._conversation_id, self._version))
        self._problem = answer if isinstance(answer, Problem) else None
        self.show_now()
        if not isinstance(answer, Problem):
            self.taken.emit(self._conversation_id)

    def _on_note_edited(self, conversation_id: str, text: str) -> None:
        self._desk.drafts.typed(note_slot(ConversationId(conversation_id)), text)
        self.show_now()

    def _on_note_saved(self, conversation_id: str) -> None:
        answer = self._desk.talk.note(ConversationId(conversation_id))
        self._problem = answer if isinstance(answer, Problem) else None
        self.show_now()

    def _on_older_wanted(self) -> None:
        window = self._desk.seen.confirmed.windows.get(self._conversation_id)
        if self._is_fetching or window is None or not window.has_older:
            return
        self._is_fetching = True
        self.show_now()
        self._tasks.start(self._fetch_older(), name="older messages")

    async def _fetch_older(self) -> None:
        try:
            await self._desk.talk.older(self._conversation_id)
        finally:
            self._is_fetching = False
        # Not where it was cancelled: the view is gone then.
        QTimer.singleShot(0, self, self.show_now)
