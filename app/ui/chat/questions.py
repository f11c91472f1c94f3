"""What stands between the header of a conversation and its transcript: help, an offer, ending it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desk.desk import Desk
from app.desk.panes import Header
from app.domain.ids import ConversationId
from app.ui.chat.ending_strip import EndingStrip
from app.ui.help.help_strip import HelpStrip
from app.ui.theme import Theme
from app.ui.tokens import Length
from app.ui.transfer.consent_strip import ConsentStrip
from app.ui.transfer.sent_offer_strip import SentOfferStrip


class Questions(QObject):
    """The strips, one below the other in ``place``; made when first needed, after the stop ``after``.

    ``called``: help was called · ``cancelled``: she wants to be asked no more · ``answered``: something was
    done, or with the problem why not · ``transfer_wanted``: she wants to move the conversation.
    """

    called = Signal()
    cancelled = Signal()
    answered = Signal(object)
    transfer_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        conversation_id: ConversationId,
        *,
        language: str,
        after: QWidget,
        view: QWidget,
    ) -> None:
        super().__init__(view)
        self._theme = theme
        self._after = after
        self.help = HelpStrip(theme, desk, conversation_id, after=after, view=view)
        self._offer = SentOfferStrip(theme, desk, conversation_id, after=self._last_of_help, view=view)
        self._consent = ConsentStrip(theme, language=language, after=self._last_of_offer, view=view)
        self._consent.transfer_wanted.connect(self.transfer_wanted)
        self.ending = EndingStrip(theme, desk, conversation_id, after=self._last_of_consent, view=view)
        self.place = QVBoxLayout()
        for strip in (self.help, self._offer, self._consent, self.ending):
            self.place.addLayout(strip.place)
            strip.answered.connect(self.answered)
        self.help.closed.connect(self.called)
        for asking in (self.help, self.ending):
            asking.cancelled.connect(self.cancelled)

    def last_stop(self) -> QWidget:
        """Where the Tab key stops last of what is made below the header."""
        above = (*self.help.stops, *self._offer.stops, *self._consent.stops)
        return self._last((*above, *self.ending.stops))

    def _last_of_help(self) -> QWidget:
        """What is above the offer, whichever was made first."""
        return self._last(self.help.stops)

    def _last_of_offer(self) -> QWidget:
        """What is above the question for permission."""
        return self._last((*self.help.stops, *self._offer.stops))

    def _last_of_consent(self) -> QWidget:
        """What is above the question of ending."""
        return self._last((*self.help.stops, *self._offer.stops, *self._consent.stops))

    def _last(self, stops: tuple[QWidget, ...]) -> QWidget:
        return stops[-1] if stops else self._after

    def cancel(self) -> bool:
        """Take back what is asked; whether anything was."""
        was_help, was_ending = self.help.cancel(), self.ending.cancel()
        return was_help or was_ending

    def show_now(self, head: Header, *, has_text: bool, is_low: bool) -> None:
        """Show what stands and what is asked; they take no room while there is nothing to see."""
        self.ending.show_now(head, has_text=has_text, is_low=is_low)
        self._offer.show_now(head, is_low=is_low)
        self._consent.show_now(head, is_low=is_low)
        self.help.show_now(head)
        has_strip = self.ending.is_asking or head.offer is not None or self.help.has_something
        has_strip = has_strip or self._consent.has_something
        side = self._theme.length(Length.SPACE_7)
        above = self._theme.length(Length.SPACE_4) if has_strip else 0
        self.place.setContentsMargins(side, above, side, 0)
