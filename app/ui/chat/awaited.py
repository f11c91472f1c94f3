"""Who is to come to the front: the customer she has just taken, unless she goes on writing meanwhile."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.desk.desk import Desk
from app.desk.notices import Notice
from app.domain.ids import ConversationId


class Awaited(QObject):
    """The fact may be fifteen seconds away on a bad line. A letter typed in any box until then means that the
    keys stay where they are: half of a note must never become a message to somebody else.
    """

    def __init__(self, desk: Desk, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._conversation_id: ConversationId | None = None
        self._told_before: frozenset[str] = frozenset()

    @property
    def conversation_id(self) -> ConversationId | None:
        """Who is to come to the front. Nobody any more once a refusal has been told."""
        if self._conversation_id is not None and self._is_refused:
            self.forget()
        return self._conversation_id

    def expect(self, conversation_id: ConversationId) -> None:
        """Have this one come to the front."""
        self._conversation_id = conversation_id
        self._told_before = frozenset(news.notice_id for news in self._desk.notices)
        application = QApplication.instance()
        if application is not None:
            # Only while somebody is awaited: it is asked about every event there is.
            application.installEventFilter(self)

    def forget(self) -> None:
        """Have nobody come to the front."""
        self._conversation_id = None
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_typed = bool(event.text().strip()) and _takes_text(watched)
            if is_typed:
                self.forget()
        return False

    @property
    def _is_refused(self) -> bool:
        return any(
            isinstance(news, Notice)
            and news.notice_id not in self._told_before
            and news.command.conversation_id == self._conversation_id
            for news in self._desk.notices
        )


def is_writing(widget: QObject | None) -> bool:
    """Whether something is half written where the keys are."""
    if isinstance(widget, QPlainTextEdit):
        return not widget.isReadOnly() and bool(widget.toPlainText().strip())
    return isinstance(widget, QLineEdit) and not widget.isReadOnly() and bool(widget.text().strip())


def _takes_text(widget: QObject) -> bool:
    return isinstance(widget, QPlainTextEdit | QLineEdit) and not widget.isReadOnly()
