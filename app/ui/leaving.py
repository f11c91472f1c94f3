"""Leaving the desk: asked about first where something is unfinished."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.desk.callback_views import due_unopened
from app.desk.desk import Desk
from app.ui.status.news_stack import NewsStack
from app.ui.status.standing_words import has_unfinished


class Leaving(QObject):
    """``confirmed``: she goes, and nothing stands in her way any more."""

    confirmed = Signal()

    def __init__(self, desk: Desk, news: NewsStack, *, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._news = news
        news.sign_out_confirmed.connect(self.confirmed)
        news.someone_else_wanted.connect(self._on_someone_else)

    def may_close(self) -> bool:
        """Whether the window may close now; if not she is asked, and closing again while asked means yes."""
        # What nobody has opened is told too, once; she may go all the same.
        asks = self._has_unfinished or bool(due_unopened(self._desk.seen, now=self._desk.now()))
        if asks and not self._news.is_signing_out and not _is_session_ending():
            self._news.ask_to_sign_out()
            return False
        return True

    @property
    def _has_unfinished(self) -> bool:
        desk = self._desk
        return has_unfinished(
            desk.seen,
            drafts=desk.drafts.all(),
            calls=desk.calling.unrecorded,
            changed=len(desk.archiving.changed),
        )

    def _on_someone_else(self) -> None:
        """Make way; ask first only where something would be lost by it."""
        is_lost = bool(self._desk.archiving.changed) or not self._desk.is_kept_on_disk
        if self._has_unfinished and is_lost:
            self._news.ask_to_sign_out()
        else:
            self.confirmed.emit()


def _is_session_ending() -> bool:
    """Whether the system is ending the session, when nothing may be asked."""
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()
