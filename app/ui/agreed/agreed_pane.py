"""An agreed message from a conversation or after a call: between its sheet and the desk."""

from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.desk.desk import Desk
from app.domain.agreed_message import AgreedCommand, AgreedHow, Purpose, SendAfterCall, SendAgreedMessage
from app.domain.agreed_rules import cannot_begin, cannot_begin_after, goes_on
from app.domain.ids import CallbackId, ConversationId, agreed_slot
from app.domain.problems import Problem, ProblemCode
from app.ui.agreed.agreed_sheet import AgreedSheet
from app.ui.agreed.agreed_words import called_words, recipient_words
from app.ui.theme import Theme

_HELSINKI: Final = ZoneInfo("Europe/Helsinki")


class AgreedPane(QObject):
    """Keeps nothing but why it was refused: the text is a draft. ``closed`` the sheet · ``cancelled``: she
    wants it closed · ``sent``: under way.
    """

    closed = Signal()
    cancelled = Signal()
    sent = Signal()

    def __init__(self, theme: Theme, desk: Desk, *, view: QWidget) -> None:
        super().__init__(view)
        self._desk = desk
        self._conversation_id = ConversationId("")
        self._callback_id: CallbackId | None = None
        self._trouble: Problem | None = None
        self.sheet = AgreedSheet(theme, parent=view)
        self.sheet.chosen.connect(self._on_chosen)
        self.sheet.edited.connect(self._on_edited)
        self.sheet.send_wanted.connect(self._on_send)
        self.sheet.cancelled.connect(self.cancelled)

    @property
    def is_open(self) -> bool:
        """Whether the sheet stands over its conversation, in front or not."""
        return not self.sheet.isHidden()

    def open(self, conversation_id: ConversationId) -> None:
        """Begin from that conversation, with the text as it was left; what was agreed is said anew."""
        self._conversation_id, self._callback_id = conversation_id, None
        head = self._desk.seen.confirmed.heads.get(conversation_id)
        self._begin(is_over=head is not None and not goes_on(head))

    def open_after(self, callback_id: CallbackId) -> None:
        """The same after a call."""
        self._conversation_id, self._callback_id = ConversationId(callback_id), callback_id
        self._begin(is_over=True)

    def _begin(self, *, is_over: bool) -> None:
        self._trouble = None
        purpose = Purpose.INSTRUCTIONS if is_over else Purpose.CONFIRMATION
        self.sheet.begin(purpose, today=self._today(), text=self._desk.drafts.text(self._slot))
        self.show_now()
        self.sheet.focus_first()

    def close(self) -> None:
        """Put the sheet away; what was written is kept."""
        if self.is_open:
            self.sheet.hide()
            self.closed.emit()

    def show_now(self) -> None:
        """Show to whom it goes and whether it can be sent now."""
        if not self.is_open:
            return
        if self._callback_id is not None:
            self.sheet.show_recipient(called_words())
        else:
            window = self._desk.seen.confirmed.windows.get(self._conversation_id)
            self.sheet.show_recipient(recipient_words(None if window is None else window.person))
        obstacle = self._obstacle()
        is_ready = self.sheet.how is not None and self.sheet.agreed_on is not None
        can_send = obstacle is None and is_ready and bool(self.sheet.text.strip())
        self.sheet.show_state(self._trouble or obstacle, can_send=can_send)

    @property
    def _slot(self) -> ConversationId:
        return agreed_slot(self._conversation_id)

    def _today(self) -> date:
        return self._desk.now().astimezone(_HELSINKI).date()

    def _obstacle(self) -> Problem | None:
        """Why it cannot be sent, whatever is missing in it still."""
        seen, about = self._desk.seen, self._conversation_id
        after = self._callback_id
        problem = cannot_begin(seen, about) if after is None else cannot_begin_after(seen, after)
        if problem is not None:
            return problem
        head = seen.confirmed.heads.get(about)
        if self.sheet.purpose is Purpose.INSTRUCTIONS and head is not None and goes_on(head):
            return Problem(ProblemCode.CONVERSATION_NOT_ENDED)
        on = self.sheet.agreed_on
        return Problem(ProblemCode.AGREED_LATER) if on is not None and on > self._today() else None

    def _on_chosen(self) -> None:
        self._trouble = None
        self.show_now()

    def _on_edited(self, text: str) -> None:
        self._desk.drafts.typed(self._slot, text)
        self._on_chosen()

    def _on_send(self, is_one_way: bool) -> None:
        how, on = self.sheet.how, self.sheet.agreed_on
        if how is None or on is None:
            return
        answer = self._desk.submit(self._command(how, on, is_one_way=is_one_way))
        if isinstance(answer, Problem):
            self._trouble = answer
            self.show_now()
        else:
            self.close()
            self.sent.emit()

    def _command(self, how: AgreedHow, on: date, *, is_one_way: bool) -> AgreedCommand:
        text, purpose = self.sheet.text.rstrip(), self.sheet.purpose
        if self._callback_id is not None:
            return SendAfterCall(self._callback_id, text, purpose, how, on, is_one_way)
        return SendAgreedMessage(self._conversation_id, text, purpose, how, on, is_one_way)
