"""What the strips above the composer tell of unsent text: it asks before it goes, or it came back."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desk.desk import Desk
from app.domain.commands import WriteMessage
from app.domain.ids import CommandId, ConversationId
from app.domain.pending import Pending, Stage
from app.ui.chat.conversation_words import asking_words, ending_asks_words, returned_words
from app.ui.parts.banner import Banner
from app.ui.parts.seldom import Seldom, say, tab_after
from app.ui.theme import Theme
from app.ui.tokens import Length


class UnsentStrips(QObject):
    """Keep nothing but which intent is asked about. ``place`` is where they stand; they come by the Tab key
    after ``after``.

    ``answered``: she has answered, or read why a text came back · ``kept``: what asked is a draft again.
    """

    answered = Signal()
    kept = Signal()

    def __init__(
        self, theme: Theme, desk: Desk, conversation_id: ConversationId, *, after: QWidget, view: QWidget
    ) -> None:
        super().__init__(view)
        self._theme = theme
        self._desk = desk
        self._conversation_id = conversation_id
        self._after = after
        self._view = view
        self._asking: CommandId | None = None
        self._ask = Seldom(self._made_ask)
        self._returned = Seldom(self._made_returned)
        self.place = QVBoxLayout()
        side = theme.length(Length.SPACE_7)
        self.place.setContentsMargins(side, 0, side, 0)
        self.place.setSpacing(theme.length(Length.SPACE_4))
        self._places = {name: QVBoxLayout() for name in ("ask", "returned")}
        for place in self._places.values():
            self.place.addLayout(place)

    @property
    def last_stop(self) -> QWidget:
        """Where the Tab key stops last of what is made, or what they come after."""
        made = [each.made for each in (self._returned, self._ask) if each.made is not None]
        return made[0].stops[-1] if made else self._after

    def show_now(self, *, is_ending: bool) -> None:
        """Show them; asking waits while it is asked already whether to end the conversation."""
        self._show_asking(is_ending=is_ending)
        returned = self._desk.drafts.banner(self._conversation_id)
        say(self._returned, returned_words(returned) if returned is not None else None)

    def _show_asking(self, *, is_ending: bool) -> None:
        """Ask about what asks before it goes, the oldest first: behind it all of this customer's waits."""
        asking = [row for row in self._desk.seen.pending if self._is_asking_here(row)]
        self._asking = asking[0].command_id if asking else None
        # One question at a time: the other waits behind it.
        if not asking or is_ending:
            say(self._ask, None)
        elif isinstance(asking[0].command, WriteMessage):
            say(self._ask, asking_words(sum(isinstance(row.command, WriteMessage) for row in asking)))
        else:
            say(self._ask, ending_asks_words())

    def _is_asking_here(self, row: Pending) -> bool:
        return row.stage is Stage.ASKING and row.command.conversation_id == self._conversation_id

    def _made_ask(self) -> Banner:
        banner = self._made_banner("askBeforeSending", "ask", after=self._after)
        banner.acted.connect(self._on_send)
        banner.second_acted.connect(self._on_keep)
        return banner

    def _made_returned(self) -> Banner:
        above = self._ask.made.stops if self._ask.made is not None else ()
        banner = self._made_banner("returnedText", "returned", after=above[-1] if above else self._after)
        banner.acted.connect(self._on_read)
        return banner

    def _made_banner(self, name: str, place: str, *, after: QWidget) -> Banner:
        banner = Banner(self._theme, name, parent=self._view)
        self._places[place].addWidget(banner)
        tab_after(after, banner.stops)
        return banner

    def _on_send(self) -> None:
        if self._asking is not None:
            self._desk.answer_asking(self._asking, send=True)
            self.answered.emit()

    def _on_keep(self) -> None:
        if self._asking is not None:
            self._desk.answer_asking(self._asking, send=False)
            self.kept.emit()

    def _on_read(self) -> None:
        self._desk.drafts.dismiss_banner(self._conversation_id)
        self.answered.emit()
