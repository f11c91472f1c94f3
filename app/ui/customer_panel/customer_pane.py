"""The customer in front, and the note about her: between the right column and the desk."""

from PySide6.QtCore import QObject, Signal

from app.desk.desk import Desk
from app.desk.joined_facts import joined_facts
from app.desk.panes import Header
from app.desk.views import header
from app.domain.conversation import Message
from app.domain.ids import ConversationId, note_slot
from app.domain.problems import Problem
from app.domain.rules import cannot_note
from app.ui.chat.chat_area import ChatArea
from app.ui.customer_panel.customer_panel import CustomerPanel
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme


class CustomerPane(QObject):
    """Keeps nothing: a note is a draft until it is kept. ``noted``: it is under way, or was refused."""

    noted = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        tasks: TaskScope,
        chat: ChatArea,
        *,
        language: str,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._chat = chat
        self.panel = CustomerPanel(theme, language=language)
        self.panel.note.edited.connect(self._on_edited)
        self.panel.note.save_wanted.connect(self._on_save)
        self.panel.codes_wanted.connect(self._on_codes_wanted)
        chat.turned.connect(self.show_now)

    def show_now(self) -> None:
        """Show who is in front."""
        front = self._chat.current
        head = None
        first: Message | None = None
        if front is not None:
            head = header(self._desk.seen, front.conversation_id, now=self._desk.now())
            window = self._desk.seen.confirmed.windows.get(front.conversation_id)
            if window is not None and window.messages and not window.has_older:
                first = window.messages[0]
        reads = self._chat.joined_in_front
        joined = joined_facts(self._desk.seen, reads, now=self._desk.now()) if reads is not None else None
        self.panel.show_customer(head, first, self._desk.seen.confirmed.canned_answers, joined)
        self._show_note(head)

    def _show_note(self, head: Header | None) -> None:
        """Show the note being written about who is in front."""
        conversation_id = head.conversation_id if head is not None else None
        text = self._desk.drafts.text(note_slot(conversation_id)) if conversation_id is not None else ""
        problem = None
        if head is not None:
            problem = cannot_note(self._desk.seen, head.conversation_id, head.responsibility_version)
        self.panel.note.show_note(conversation_id, text, problem)

    def _on_codes_wanted(self, conversation_id: str) -> None:
        self._tasks.start(self._fetch_codes(ConversationId(conversation_id)), name="identity codes")

    async def _fetch_codes(self, conversation_id: ConversationId) -> None:
        codes = await self._desk.identifying.codes(conversation_id)
        self.panel.show_codes(conversation_id, codes)

    def _on_edited(self, conversation_id: str, text: str) -> None:
        self._desk.drafts.typed(note_slot(ConversationId(conversation_id)), text)
        self.show_now()

    def _on_save(self, conversation_id: str) -> None:
        answer = self._desk.talk.note(ConversationId(conversation_id))
        self.noted.emit()
        if isinstance(answer, Problem):
            self.panel.note.show_refusal(answer)
