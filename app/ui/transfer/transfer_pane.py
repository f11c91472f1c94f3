"""The transfer of one conversation: between its sheet and the desk."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.desk.desk import Desk
from app.desk.panes import Header
from app.domain.ids import ConversationId, QueueId, StaffId, internal_slot
from app.domain.passing_on import PassOnTarget
from app.domain.problems import Problem
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme
from app.ui.transfer.sheet import TransferSheet


class TransferPane(QObject):
    """Keeps nothing: the internal message is a draft. ``closed`` the sheet · ``cancelled``: she wants it
    closed · ``transferred`` and ``offered``: under way.
    """

    closed = Signal()
    cancelled = Signal()
    transferred = Signal()
    offered = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        tasks: TaskScope,
        conversation_id: ConversationId,
        *,
        language: str,
        view: QWidget,
    ) -> None:
        super().__init__(view)
        self._desk = desk
        self._tasks = tasks
        self._conversation_id = conversation_id
        self.sheet = TransferSheet(theme, language=language, parent=view)
        self.sheet.transfer_wanted.connect(self._on_transfer)
        self.sheet.pass_on_wanted.connect(self._on_pass_on)
        self.sheet.offer_wanted.connect(self._on_offer)
        self.sheet.consent_wanted.connect(self._on_consent)
        self.sheet.cancelled.connect(self.cancelled)
        self.sheet.edited.connect(self._on_edited)

    @property
    def is_open(self) -> bool:
        """Whether the sheet stands over its conversation, in front or not."""
        return not self.sheet.isHidden()

    def open(self, head: Header, *, is_application: bool) -> None:
        """Begin, with the internal message as it was left."""
        internal_message = self._desk.drafts.text(internal_slot(self._conversation_id))
        self.sheet.open(
            head,
            internal_message=internal_message,
            is_application=is_application,
            guidance=self._desk.seen.confirmed.handbook.guidance,
        )

    def look_ahead(self) -> None:
        """Ask what the queues have before them."""
        self._tasks.start(self._ask_ahead(), name="look ahead")

    def close(self) -> None:
        """Put the sheet away; what was written for colleagues is kept."""
        self.sheet.hide()
        self.sheet.forget_beginning()
        self.closed.emit()

    def show_now(self, head: Header) -> None:
        """Show whether it can be moved now."""
        if self.is_open:
            self.sheet.show_now(head)

    async def _ask_ahead(self) -> None:
        self.sheet.show_ahead(await self._desk.transfers.look_ahead())

    def _on_edited(self, text: str) -> None:
        self._desk.drafts.typed(internal_slot(self._conversation_id), text)

    def _on_transfer(self, queue_id: str) -> None:
        self._transfer(QueueId(queue_id), None)

    def _on_pass_on(self, queue_id: str, target: str) -> None:
        self._transfer(QueueId(queue_id), PassOnTarget(target))

    def _transfer(self, queue_id: QueueId, passed_on_to: PassOnTarget | None) -> None:
        answer = self._desk.transfers.transfer(self._conversation_id, queue_id, passed_on_to)
        if isinstance(answer, Problem):
            self.sheet.show_trouble(answer)
        else:
            self.close()
            self.transferred.emit()

    def _on_consent(self, queue_id: str, first_seq: int) -> None:
        answer = self._desk.consenting.ask(self._conversation_id, QueueId(queue_id), first_seq=first_seq)
        self.sheet.show_trouble(answer if isinstance(answer, Problem) else None)

    def _on_offer(self, staff_id: str) -> None:
        answer = self._desk.transfers.offer(self._conversation_id, StaffId(staff_id))
        if isinstance(answer, Problem):
            self.sheet.show_trouble(answer)
        else:
            self.close()
            self.offered.emit()
