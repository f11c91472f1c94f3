"""Masking by hand in one conversation: between the panel and the desk."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desk.desk import Desk
from app.domain.conversation import Message
from app.domain.ids import ConversationId
from app.domain.masking import MaskSpan, masked_by_hand
from app.domain.problems import Problem
from app.ui.chat.mask_panel import MaskPanel
from app.ui.parts.seldom import Seldom, tab_after
from app.ui.theme import Theme


class Masking(QObject):
    """Keeps only which message is open; its words stay in the desk. ``place`` is where the panel stands.

    ``closed``: the keys go back to writing.
    """

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        conversation_id: ConversationId,
        *,
        after: Callable[[], QWidget],
        view: QWidget,
    ) -> None:
        super().__init__(view)
        self._theme = theme
        self._desk = desk
        self._conversation_id = conversation_id
        self._after = after
        self._view = view
        self._seq: int | None = None
        self._is_tight = False
        self._panel = Seldom(self._made_panel)
        self.place = QVBoxLayout()

    @property
    def is_open(self) -> bool:
        """Whether a message stands open."""
        return self._seq is not None

    def open(self, seq: int | None) -> None:
        """Open that message, else the newest one."""
        messages = self._messages()
        if not messages:
            return
        self._seq = seq if any(each.seq == seq for each in messages) else messages[-1].seq
        self.show_now()
        self._panel.need().focus_text()

    def show_now(self) -> None:
        """Show the message as it is now; one that has left the desk closes it."""
        if self._seq is None:
            return
        messages = self._messages()
        message = next((each for each in messages if each.seq == self._seq), None)
        if message is None:
            self._put_away()
            return
        panel = self._panel.need()
        panel.set_tight(self._is_tight)
        panel.show_message(
            message, has_earlier=message is not messages[0], has_later=message is not messages[-1]
        )
        panel.show()

    def set_tight(self, is_tight: bool) -> None:
        """Do with hardly any height."""
        self._is_tight = is_tight
        self.show_now()

    def cancel(self) -> bool:
        """Put it away (Esc); whether it was open."""
        was_open = self.is_open
        self._put_away()
        return was_open

    def _put_away(self) -> None:
        self._seq = None
        if (panel := self._panel.made) is not None:
            panel.hide()
            panel.forget()

    def _messages(self) -> tuple[Message, ...]:
        window = self._desk.seen.confirmed.windows.get(self._conversation_id)
        return () if window is None else window.messages

    def _on_mask(self) -> None:
        panel, head = self._panel.need(), self._desk.seen.confirmed.heads.get(self._conversation_id)
        message = next((each for each in self._messages() if each.seq == self._seq), None)
        if message is None or head is None:
            return
        start, end = panel.span
        answer = self._desk.submit(
            MaskSpan(
                conversation_id=self._conversation_id,
                seq=message.seq,
                start=start,
                end=end,
                masked_before=masked_by_hand(message.masked),
                responsibility_version=head.responsibility_version,
            )
        )
        if isinstance(answer, Problem):
            panel.say(answer)
            return
        self._put_away()
        self.closed.emit()

    def _on_step(self, step: int) -> None:
        seqs = [each.seq for each in self._messages()]
        if self._seq in seqs:
            self.open(seqs[max(0, min(len(seqs) - 1, seqs.index(self._seq) + step))])

    def _on_cancelled(self) -> None:
        self._put_away()
        self.closed.emit()

    def _made_panel(self) -> MaskPanel:
        panel = MaskPanel(self._theme, parent=self._view)
        panel.mask_wanted.connect(self._on_mask)
        panel.step_wanted.connect(self._on_step)
        panel.cancelled.connect(self._on_cancelled)
        self.place.addWidget(panel)
        tab_after(self._after(), panel.stops)
        return panel
