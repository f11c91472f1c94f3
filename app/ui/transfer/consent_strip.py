"""A question for permission that is open, or was answered: between its banner and the desk."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desk.panes import Header
from app.domain.consent import ConsentState
from app.ui.parts.banner import Banner
from app.ui.parts.seldom import Seldom, say, tab_after
from app.ui.theme import Theme
from app.ui.transfer.consent_words import strip_words


class ConsentStrip(QObject):
    """``place`` is where it stands; it comes by the Tab key after what ``after`` names. ``transfer_wanted``:
    it is given, and she wants to move the conversation. An answer she has read stays read.
    """

    transfer_wanted = Signal()
    answered = Signal(object)

    def __init__(self, theme: Theme, *, language: str, after: Callable[[], QWidget], view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._language = language
        self._after = after
        self._view = view
        self._shown: tuple[int, ConsentState] | None = None
        self._read: set[tuple[int, ConsentState]] = set()
        self._banner = Seldom(self._made_banner)
        self.place = QVBoxLayout()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops in it, in order."""
        return self._banner.made.stops if self._banner.made is not None else ()

    @property
    def has_something(self) -> bool:
        """Whether it says something."""
        return self._banner.made is not None and self._banner.made.words is not None

    def show_now(self, head: Header, *, is_low: bool) -> None:
        """Show how the newest question stands, or nothing."""
        newest = head.consents[-1] if head.consents else None
        self._shown = None if newest is None else (newest.consent.number, newest.consent.state)
        is_read = self._shown is None or self._shown in self._read
        words = None if newest is None or is_read else strip_words(newest, self._language, is_short=is_low)
        say(self._banner, words)

    def _made_banner(self) -> Banner:
        banner = Banner(self._theme, "consentStrip", parent=self._view)
        banner.acted.connect(self._on_acted)
        self.place.addWidget(banner)
        tab_after(self._after(), banner.stops)
        return banner

    def _on_acted(self) -> None:
        if self._shown is None:
            return
        if self._shown[1] is ConsentState.GIVEN:
            self.transfer_wanted.emit()
            return
        self._read.add(self._shown)
        self.answered.emit(None)
