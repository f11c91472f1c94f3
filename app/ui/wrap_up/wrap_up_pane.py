"""The wrap-up of one conversation: between its sheet and the desk."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.desk.desk import Desk
from app.desk.panes import Header
from app.desk.wrap_up_view import wrap_up_sheet
from app.domain.contact_marks import ContactMark
from app.domain.ids import CommandId, ConversationId, wrap_up_slot
from app.domain.problems import Problem
from app.domain.wrap_up import Choice
from app.ui.theme import Theme
from app.ui.wrap_up.sheet import WrapUpView


class WrapUpPane(QObject):
    """Keeps nothing: choices are the desk's, notes are a draft. ``opened`` and ``closed`` the sheet."""

    opened = Signal()
    closed = Signal()

    def __init__(
        self, theme: Theme, desk: Desk, conversation_id: ConversationId, *, language: str, view: QWidget
    ) -> None:
        super().__init__(view)
        self._desk = desk
        self._conversation_id = conversation_id
        self._searched = ""
        self._trouble: Problem | None = None
        self._has_unsent_text = False
        self.sheet = WrapUpView(theme, language=language, parent=view)
        self.sheet.reason_pressed.connect(self._on_reason)
        self.sheet.outcome_pressed.connect(self._on_outcome)
        self.sheet.adding_pressed.connect(self._on_adding)
        self.sheet.mark_pressed.connect(self._on_mark)
        self.sheet.test_pressed.connect(self._on_test)
        self.sheet.searched.connect(self._on_searched)
        self.sheet.edited.connect(self._on_edited)
        self.sheet.finish_wanted.connect(self._on_finish)
        self.sheet.end_wanted.connect(self._on_end)
        self.sheet.cancelled.connect(self.close)

    @property
    def is_open(self) -> bool:
        """Whether the sheet stands over its conversation, in front or not."""
        return not self.sheet.isHidden()

    def open(self, head: Header, *, has_unsent_text: bool) -> None:
        """Begin, or go on where it was left."""
        self._trouble = None
        self.sheet.open(self._desk.drafts.text(wrap_up_slot(self._conversation_id)))
        self.show_now(head, has_unsent_text=has_unsent_text)
        self.opened.emit()

    def close(self) -> None:
        """Put the sheet away; choices and notes are kept."""
        if self.is_open:
            self.sheet.hide()
            self.closed.emit()

    def show_now(self, head: Header, *, has_unsent_text: bool) -> None:
        """Show how it stands; the sheet goes by itself when the wrap-up is under way."""
        self._has_unsent_text = has_unsent_text
        if not self.is_open:
            return
        if head.is_closing or head.is_moving:
            self.close()
        else:
            self._show()

    def _show(self) -> None:
        choice = self._desk.wrap_ups.choice(self._conversation_id)
        sheet = wrap_up_sheet(self._desk.seen, self._conversation_id, choice, searched=self._searched)
        if sheet is not None:
            self.sheet.show_now(sheet, trouble=self._trouble, has_unsent_text=self._has_unsent_text)

    def _choose(self, choice: Choice) -> None:
        self._trouble = None
        self._desk.wrap_ups.choose(self._conversation_id, choice)
        self._show()

    def _on_reason(self, code_id: str) -> None:
        self._choose(self._desk.wrap_ups.choice(self._conversation_id).with_reason(code_id))

    def _on_outcome(self, code_id: str) -> None:
        self._choose(self._desk.wrap_ups.choice(self._conversation_id).with_outcome(code_id))

    def _on_adding(self) -> None:
        self._choose(self._desk.wrap_ups.choice(self._conversation_id).adding())

    def _on_mark(self, code: str) -> None:
        self._choose(self._desk.wrap_ups.choice(self._conversation_id).marked(ContactMark(code)))

    def _on_test(self) -> None:
        self._choose(self._desk.wrap_ups.choice(self._conversation_id).toggled_test())

    def _on_searched(self, text: str) -> None:
        self._searched = text
        self._show()

    def _on_edited(self, text: str) -> None:
        self._desk.drafts.typed(wrap_up_slot(self._conversation_id), text)

    def _on_finish(self) -> None:
        self._say(self._desk.wrap_ups.finish(self._conversation_id))

    def _on_end(self) -> None:
        self._say(self._desk.wrap_ups.end(self._conversation_id))

    def _say(self, answer: CommandId | Problem) -> None:
        """The sheet goes when it went well, and says why when it did not."""
        if isinstance(answer, Problem):
            self._trouble = answer
            self._show()
        else:
            self.close()
