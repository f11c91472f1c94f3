"""What has been said in one conversation: between its transcript and the desk."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.desk.desk import Desk
from app.desk.panes import Delivery, Header, TranscriptRow
from app.desk.views import note_rows, transcript, with_notes
from app.domain.conversation import Author, ConversationState
from app.domain.ids import CommandId
from app.ui.chat.conversation_words import ended_words
from app.ui.chat.transcript_rows import BubbleListRow, EndLine, OlderLine, StartLine, with_identified
from app.ui.chat.transcript_view import TranscriptView
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class Said(QObject):
    """``transcript`` and below it the line ``typing``.

    ``undone``: a message was taken back · ``fetching``: older messages are on their way, or have come.
    """

    undone = Signal()
    fetching = Signal()

    def __init__(self, theme: Theme, desk: Desk, tasks: TaskScope, header: Header, *, view: QWidget) -> None:
        super().__init__(view)
        self._desk = desk
        self._tasks = tasks
        self._conversation_id = header.conversation_id
        self._is_fetching = False
        self._is_tight = False
        self._held: CommandId | None = None
        self._made_of: object = None
        self.transcript = TranscriptView(theme, alias=header.alias, now=desk.now, parent=view)
        name = self.tr("Conversation with customer {alias}").format(alias=header.alias)
        self.transcript.setAccessibleName(name)
        self.transcript.older_wanted.connect(self._on_older_wanted)
        self.transcript.undo_wanted.connect(self._on_undo)
        self.typing = PlainLabel(theme, wraps=True, alignment=Qt.AlignmentFlag.AlignHCenter, parent=view)
        self.typing.setObjectName("customerTyping")
        self.typing.setMinimumHeight(theme.length(Length.TARGET_MIN))

    def set_tight(self, is_tight: bool) -> None:
        """Keep no line free for what is seldom said, where every line counts."""
        self._is_tight = is_tight
        self.typing.setVisible(not is_tight or bool(self.typing.shown))

    @property
    def can_take_back(self) -> bool:
        """Whether a message of hers can still be taken back."""
        return self._held is not None

    def take_back(self) -> None:
        """Take the newest message back that still can be."""
        if self._held is not None:
            self._on_undo(self._held)

    def show_now(self, head: Header) -> None:
        """Show what was said, and whether the customer is writing."""
        self._show_transcript(head)
        is_typing = self._desk.typing_by_customer(self._conversation_id)
        words = self.tr("The customer is writing…") if is_typing else ""
        self.typing.set_runs(runs_of(words, Type.SMALL, Colour.MUT))
        self.typing.setVisible(is_typing or not self._is_tight)

    def _show_transcript(self, head: Header) -> None:
        """Show what was said. Nothing in it runs by the clock but the seconds left to take a message back: a
        thousand rows are not made anew every second to find that they are the same.
        """
        desk, seen = self._desk, self._desk.seen
        made_of = (
            seen.confirmed.windows.get(self._conversation_id),
            seen.unsent.get(self._conversation_id),
            seen.notes.get(self._conversation_id),
            seen.confirmed.heads.get(self._conversation_id),
            seen.is_live,
            self._is_fetching,
        )
        if made_of == self._made_of and self._held is None:
            return
        self._made_of = made_of
        rows = transcript(seen, self._conversation_id, mono_s=desk.mono_s(), undo_s=desk.undo_s)
        self.transcript.show_rows(self._with_lines(rows, head))
        self._held = _last(rows, Delivery.HELD)

    def _with_lines(self, rows: tuple[TranscriptRow, ...], head: Header) -> tuple[BubbleListRow, ...]:
        """The bubbles with what is said about the conversation around them."""
        window = self._desk.seen.confirmed.windows.get(self._conversation_id)
        has_older = window is not None and window.has_older
        first: BubbleListRow = OlderLine(self._is_fetching) if has_older else StartLine(head.opened_at)
        noted = with_identified(
            with_notes(rows, note_rows(self._desk.seen, self._conversation_id)),
            head.proof.stands,
            first_seq=0 if window is None else window.first_seq,
        )
        if head.state is ConversationState.ENDED:
            return (first, *noted, EndLine(ended_words(head)))
        return (first, *noted)

    def _on_undo(self, command_id: str) -> None:
        self._desk.undo(CommandId(command_id))
        self.undone.emit()

    def _on_older_wanted(self) -> None:
        window = self._desk.seen.confirmed.windows.get(self._conversation_id)
        if self._is_fetching or window is None or not window.has_older:
            return
        self._is_fetching = True
        self.fetching.emit()
        self._tasks.start(self._fetch_older(), name="older messages")

    async def _fetch_older(self) -> None:
        try:
            await self._desk.talk.older(self._conversation_id)
        finally:
            self._is_fetching = False
        QTimer.singleShot(0, self, self._on_fetched)

    def _on_fetched(self) -> None:
        self.fetching.emit()


def _last(rows: tuple[TranscriptRow, ...], delivery: Delivery) -> CommandId | None:
    """The newest message of ours at that point of its way."""
    found = [row.command_id for row in rows if row.delivery is delivery and row.by is Author.COUNSELLOR]
    return found[-1] if found else None
