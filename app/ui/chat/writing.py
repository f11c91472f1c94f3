"""Writing to one customer: between the composer and the desk."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.desk.canned_view import CannedRow, no_appointments, transcript_offer
from app.desk.desk import Desk
from app.desk.panes import Header
from app.desk.views import header
from app.domain.commands import WriteMessage
from app.domain.problems import Problem
from app.ui.chat.composer import Composer, ComposerState
from app.ui.theme import Theme
from app.ui.words import problem_sentence


class Writing(QObject):
    """``composer``, whose text goes to its own draft at once. Keeps only why the last intent was refused.

    ``typed``: she is writing here · ``sent``: a message is under way, or was refused.
    """

    typed = Signal()
    sent = Signal()

    def __init__(self, theme: Theme, desk: Desk, header: Header, *, language: str, view: QWidget) -> None:
        super().__init__(view)
        self._desk = desk
        self._conversation_id = header.conversation_id
        self._trouble: Problem | None = None
        self.composer = Composer(theme, alias=header.alias, language=language, parent=view)
        self.composer.show_text(desk.drafts.text(self._conversation_id))
        self.composer.edited.connect(self._on_edited)
        self.composer.send_wanted.connect(self._on_send)
        self.composer.parts_wanted.connect(self._on_send_in_parts)

    @property
    def has_text(self) -> bool:
        """Whether there is a text still to be sent."""
        return bool(self.composer.text.strip())

    def say_trouble(self, problem: Problem | None) -> None:
        """Why what she wanted was refused, from the next ``show_now`` until she writes on."""
        self._trouble = problem

    def show_now(self, head: Header, *, can_take_back: bool) -> None:
        """Show the draft, and what can be done with it."""
        drafts = self._desk.drafts
        no_help = head.cannot_call_help
        self.composer.show_help(problem_sentence(no_help) if no_help is not None else "")
        self.composer.show_text(drafts.text(self._conversation_id))
        answers = self._desk.seen.confirmed.canned_answers
        self.composer.show_answers(answers, language=head.language, identity=head.identity)
        cannot = head.cannot_write
        state = ComposerState(
            saved_at=drafts.saved_at(self._conversation_id),
            is_kept_on_disk=self._desk.is_kept_on_disk,
            is_returned=drafts.banner(self._conversation_id) is not None,
            can_take_back=can_take_back,
            limit=self._desk.seen.confirmed.limits.message_characters,
            obstacle=problem_sentence(cannot) if cannot is not None else "",
            trouble=problem_sentence(self._trouble) if self._trouble is not None else "",
        )
        self.composer.show_state(state)

    @property
    def can_send_no_appointments(self) -> bool:
        """Whether there is such a notice for this customer, and she can be written to."""
        head = self._header()
        return head is not None and head.cannot_write is None and self._no_appointments(head) is not None

    def send_no_appointments(self) -> None:
        """Send the notice that no appointments are booked through the chat (R018): a message of its own, with
        undo as always; where a text stands already it goes into that, and she sends it herself.
        """
        head = self._header()
        if head is not None:
            self._send_words(head, self._no_appointments(head))

    @property
    def can_offer_transcript(self) -> bool:
        """Whether there are such words for this customer, and she can be written to."""
        head = self._header()
        return head is not None and head.cannot_write is None and self._transcript_offer(head) is not None

    def offer_transcript(self) -> None:
        """Tell her how she has the conversation by e-mail (R100), as every message with undo; where a text
        stands already it goes into that.
        """
        head = self._header()
        if head is not None:
            self._send_words(head, self._transcript_offer(head))

    def _send_words(self, head: Header, words: CannedRow | None) -> None:
        if words is None or self.composer.isHidden():
            return
        if self.has_text:
            self.composer.insert(words.text)
            return
        command = WriteMessage(self._conversation_id, words.text, head.responsibility_version)
        answer = self._desk.submit(command)
        self._trouble = answer if isinstance(answer, Problem) else None
        self.sent.emit()

    def _header(self) -> Header | None:
        return header(self._desk.seen, self._conversation_id, now=self._desk.now())

    def _no_appointments(self, head: Header) -> CannedRow | None:
        answers = self._desk.seen.confirmed.canned_answers
        return no_appointments(answers, language=head.language, identity=head.identity)

    def _transcript_offer(self, head: Header) -> CannedRow | None:
        answers = self._desk.seen.confirmed.canned_answers
        return transcript_offer(answers, language=head.language, identity=head.identity)

    def _on_edited(self, text: str) -> None:
        self._trouble = None
        self._desk.drafts.typed(self._conversation_id, text)
        if text:
            self._desk.talk.typing(self._conversation_id)
        self.typed.emit()

    def send(self) -> None:
        """Send what is written, as Enter does."""
        if self._header() is not None and self.has_text:
            self._on_send()

    def _on_send(self) -> None:
        answer = self._desk.talk.write(self._conversation_id)
        self._trouble = answer if isinstance(answer, Problem) else None
        self.sent.emit()

    def _on_send_in_parts(self) -> None:
        answer = self._desk.talk.write_in_parts(self._conversation_id)
        self._trouble = answer if isinstance(answer, Problem) else None
        self.sent.emit()
