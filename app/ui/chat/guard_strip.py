"""The guard of an anonymous chat as a strip at the composer: a hint before sending, never a lock (R041)."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desk.desk import Desk
from app.desk.guarding import noticed_in_draft
from app.desk.panes import Header
from app.domain.anonymity_guard import Noticed
from app.ui.chat.guard_words import guard_words
from app.ui.parts.banner import Banner
from app.ui.parts.seldom import Seldom, say, tab_after
from app.ui.theme import Theme
from app.ui.tokens import Length


class GuardStrip(QObject):
    """Keeps only the text she has chosen to send as it is. ``place`` is where it stands; it comes by the Tab
    key after what ``after`` names.

    ``identify_wanted``: ask the customer to identify instead · ``send_wanted``: send it as it is.
    """

    identify_wanted = Signal()
    send_wanted = Signal()

    def __init__(self, theme: Theme, desk: Desk, *, after: Callable[[], QWidget], view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._desk = desk
        self._after = after
        self._view = view
        self._text = ""
        self._settled = ""
        self._banner = Seldom(self._made_banner)
        self.place = QVBoxLayout()
        side = theme.length(Length.SPACE_7)
        self.place.setContentsMargins(side, 0, side, 0)

    def show_now(self, head: Header, text: str, *, is_low: bool) -> None:
        """Say what ``text`` asks for, unless it is the one she has chosen to send."""
        self._text = text
        found: tuple[Noticed, ...] = ()
        if text.strip() and text != self._settled and head.cannot_write is None:
            found = noticed_in_draft(self._desk.seen, head.conversation_id, text)
        can_ask = head.proof.is_offered and head.proof.asked_at is None and head.proof.cannot_ask is None
        say(self._banner, guard_words(found, can_ask=can_ask, is_short=is_low) if found else None)

    def was_sent(self) -> None:
        """The text is on its way: should it come back, nothing is said of it again."""
        if self._text.strip():
            self._settled = self._text

    def _made_banner(self) -> Banner:
        banner = Banner(self._theme, "anonymityGuard", parent=self._view)
        banner.acted.connect(self.identify_wanted)
        banner.second_acted.connect(self.send_wanted)
        self.place.addWidget(banner)
        tab_after(self._after(), banner.stops)
        return banner
