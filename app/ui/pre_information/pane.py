"""Pre-information of one conversation: between its sheet and the desk."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.desk.desk import Desk
from app.desk.pre_information_view import ChoiceRow, finer_rows, topic_rows
from app.desk.transfer_view import target_rows
from app.domain.conversation import Head
from app.domain.ids import ConversationId, internal_slot
from app.domain.problems import Problem
from app.domain.rules import cannot_move, cannot_refine
from app.ui.pre_information.sheet import Act, PreInformationSheet
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme


class PreInformationPane(QObject):
    """Keeps nothing but why it was refused: texts are drafts. ``closed`` the sheet · ``cancelled``: she wants
    it closed · ``changed``: under way.
    """

    closed = Signal()
    cancelled = Signal()
    changed = Signal()

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
        self._trouble: Problem | None = None
        self._shown: tuple[Act, str] | None = None
        self.sheet = PreInformationSheet(theme, language=language, parent=view)
        self.sheet.done.connect(self._on_done)
        self.sheet.chosen.connect(self._on_chosen)
        self.sheet.edited.connect(self._on_edited)
        self.sheet.cancelled.connect(self.cancelled)

    @property
    def is_open(self) -> bool:
        """Whether the sheet stands over its conversation, in front or not."""
        return not self.sheet.isHidden()

    def open(self, act: Act) -> None:
        """Begin, with the text as it was left."""
        head = self._head()
        if head is None:
            return
        self._trouble, self._shown = None, None
        self.sheet.begin(act, spoken_language=head.language)
        self.show_now()
        self.sheet.focus_first()
        # Asked for in either act: she may go on from refining to correcting.
        self._tasks.start(self._ask_ahead(), name="look ahead of a correction")

    def close(self) -> None:
        """Put the sheet away; what was written for colleagues is kept."""
        if self.is_open:
            self.sheet.hide()
            self.closed.emit()

    def show_now(self) -> None:
        """Show what there is to choose and whether it can be done now."""
        head = self._head()
        if not self.is_open or head is None:
            return
        as_chosen = (self.sheet.act, self.sheet.spoken_language)
        is_another_act = self._shown is None or self._shown[0] is not as_chosen[0]
        self._shown = as_chosen
        if is_another_act:
            self.sheet.show_text(self._text())
        self.sheet.show_rows(self._rows(head), afresh=is_another_act)
        self._show_state(head)

    async def _ask_ahead(self) -> None:
        ahead, head = await self._desk.transfers.look_ahead(), self._head()
        if isinstance(ahead, Problem) or head is None or not self.is_open:
            return
        targets = target_rows(
            ahead,
            searched="",
            identity=head.identity,
            language=head.language,
            now=ahead.at,
            own=head.queue_id,
        )
        self.sheet.show_targets(targets)

    def _rows(self, head: Head) -> tuple[ChoiceRow, ...]:
        if self.sheet.act is Act.REFINE:
            return finer_rows(self._desk.seen, head)
        return topic_rows(self._desk.seen, head, language=self.sheet.spoken_language)

    def _text(self) -> str:
        if self.sheet.act is Act.REFINE:
            return self._desk.pre_information.detail(self._conversation_id)
        return self._desk.drafts.text(internal_slot(self._conversation_id))

    def _show_state(self, head: Head) -> None:
        about, version = self._conversation_id, head.responsibility_version
        cannot = cannot_refine if self.sheet.act is Act.REFINE else cannot_move
        obstacle = cannot(self._desk.seen, about, version)
        can_do = obstacle is None and self._is_other(head)
        self.sheet.show_state(self._trouble or obstacle, can_do=can_do)

    def _is_other(self, head: Head) -> bool:
        """Whether doing it would change anything."""
        row = self.sheet.row
        if self.sheet.act is Act.REFINE:
            is_finer = row is not None and not row.is_now
            return is_finer or self.sheet.text.rstrip() != head.pre_information.detail
        is_language = self.sheet.spoken_language != head.language
        return row is not None and (is_language or not row.is_now)

    def _head(self) -> Head | None:
        return self._desk.seen.confirmed.heads.get(self._conversation_id)

    def _on_chosen(self) -> None:
        head = self._head()
        if head is None or not self.is_open:
            return
        self._trouble = None
        if self._shown != (self.sheet.act, self.sheet.spoken_language):
            self.show_now()
        else:
            self._show_state(head)

    def _on_edited(self, text: str) -> None:
        if self.sheet.act is Act.REFINE:
            self._desk.pre_information.write_detail(self._conversation_id, text)
        else:
            self._desk.drafts.typed(internal_slot(self._conversation_id), text)
        self._on_chosen()

    def _on_done(self) -> None:
        head, row = self._head(), self.sheet.row
        if head is None:
            return
        about = self._conversation_id
        if self.sheet.act is Act.REFINE:
            finer = head.finer_topic_id if row is None else row.finer_topic_id
            answer = self._desk.pre_information.refine(about, finer, self.sheet.text)
        elif row is not None:
            answer = self._desk.pre_information.correct(about, row, self.sheet.spoken_language)
        else:
            return
        if isinstance(answer, Problem):
            self._trouble = answer
            self._show_state(head)
        else:
            self.close()
            self.changed.emit()
