"""What has been offered to a colleague and is not answered yet: between its banner and the desk."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desk.desk import Desk
from app.desk.panes import Header
from app.desk.views import header
from app.domain.ids import ConversationId
from app.domain.offer_commands import WithdrawOffer
from app.domain.problems import Problem
from app.ui.parts.banner import Banner
from app.ui.parts.seldom import Seldom, say, tab_after
from app.ui.theme import Theme
from app.ui.transfer.offer_words import sent_words


class SentOfferStrip(QObject):
    """Keeps nothing. ``place`` is where it stands; it comes by the Tab key after what ``after`` names.

    ``answered``: the offer was taken back, or with the problem why not.
    """

    answered = Signal(object)

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
        self._banner = Seldom(self._made_banner)
        self.place = QVBoxLayout()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops in it, in order."""
        return self._banner.made.stops if self._banner.made is not None else ()

    def show_now(self, head: Header, *, is_low: bool) -> None:
        """Show the offer that stands, or none; in a low window in few words."""
        say(self._banner, sent_words(head.offer, is_short=is_low) if head.offer is not None else None)

    def _made_banner(self) -> Banner:
        banner = Banner(self._theme, "sentOffer", parent=self._view)
        banner.acted.connect(self._on_withdraw)
        self.place.addWidget(banner)
        tab_after(self._after(), banner.stops)
        return banner

    def _on_withdraw(self) -> None:
        head = header(self._desk.seen, self._conversation_id, now=self._desk.now())
        if head is None or head.offer is None:
            return
        answer = self._desk.submit(WithdrawOffer(self._conversation_id, head.offer.responsibility_version))
        self.answered.emit(answer if isinstance(answer, Problem) else None)
