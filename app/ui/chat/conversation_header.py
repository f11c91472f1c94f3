"""The head of a conversation: who, in which language, for how long, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from app.desk.lateness import Silence
from app.desk.panes import Header
from app.domain.problems import ProblemCode
from app.ui.chat.deeds_menu import DeedsMenu
from app.ui.parts.badges import clock_pill, identity_badge, language_tag
from app.ui.parts.button import Button
from app.ui.parts.ground import Edge, Ground
from app.ui.parts.lateness import silence_colour, silence_icon
from app.ui.parts.mark_label import MarkLabel
from app.ui.safe_text import PlainLabel, plain_tooltip, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import customer, problem_sentence, whole_minutes

CLOSE_KEY = "F9"
TRANSFER_KEY = "F6"


class ConversationHeader(Ground):
    """``close_wanted``: the counsellor means to end the conversation; asking her comes after.
    ``transfer_wanted``: she means to move it.
    """

    close_wanted = Signal()
    transfer_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "conversationHeader", Colour.SURFACE, edges=Edge.BOTTOM, parent=parent)
        self._header: Header | None = None
        self._name = PlainLabel(theme, parent=self)
        self._name.setObjectName("customerName")
        self._identity = MarkLabel(theme, "identityBadge", parent=self)
        self._language = MarkLabel(theme, "languageTag", parent=self)
        self._lasted = PlainLabel(theme, parent=self)
        self._waited = MarkLabel(theme, "unanswered", parent=self)
        self._close = Button(theme, "closeConversation", self.tr("End…"), keys=CLOSE_KEY, parent=self)
        self._close.clicked.connect(self.close_wanted)
        self._transfer = Button(
            theme, "transferConversation", self.tr("Transfer…"), keys=TRANSFER_KEY, parent=self
        )
        self._transfer.clicked.connect(self.transfer_wanted)
        self._deeds = Button(theme, "conversationDeeds", self.tr("Actions"), parent=self)
        self._menu = DeedsMenu(theme, (self._transfer, self._close), parent=self)
        self._deeds.clicked.connect(self._on_deeds_wanted)
        self._deeds.hide()
        layout = QHBoxLayout(self)
        side = theme.length(Length.SPACE_8)
        room = theme.length(Length.SPACE_5)
        layout.setContentsMargins(side, room, side, room)
        self._rooms = room, theme.length(Length.SPACE_1)
        layout.setSpacing(theme.length(Length.SPACE_4))
        for widget in (self._name, self._identity, self._language, self._lasted, self._waited):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._transfer)
        layout.addWidget(self._close)
        layout.addWidget(self._deeds)

    def also_offer(self, button: QAbstractButton) -> None:
        """Offer this too in the menu."""
        self._menu.add(button)

    def set_tight(self, is_tight: bool) -> None:
        """Take no more height than the buttons need."""
        layout = self.layout()
        if layout is not None:
            side, room = self._theme.length(Length.SPACE_8), self._rooms[is_tight]
            layout.setContentsMargins(side, room, side, room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @property
    def last_stop(self) -> QWidget:
        """Where the Tab key stops last in it."""
        return self._deeds

    def show_header(self, header: Header) -> None:
        """Show how the conversation stands."""
        self._name.set_runs(runs_of(customer(header.alias), Type.NAME))
        self._identity.show_mark(identity_badge(header.identity))
        self._language.show_mark(language_tag(header.language))
        self._lasted.set_runs(runs_of(whole_minutes(header.lasted), Type.BODY, Colour.MUT))
        self._header = header
        obstacle = problem_sentence(header.cannot_close) if header.cannot_close is not None else ""
        self._close.setEnabled(header.cannot_close is None and not header.is_closing)
        self._say_closing(header)
        self._close.setAccessibleDescription(obstacle)
        plain_tooltip(self._close, obstacle)
        why = problem_sentence(header.cannot_move) if header.cannot_move is not None else ""
        # While a message is on its way the sheet opens already, and says in words that it waits for it.
        problem = header.cannot_move
        self._transfer.setEnabled(problem is None or problem.code is ProblemCode.STILL_SENDING)
        self._transfer.set_words(self.tr("Transferring…") if header.is_moving else self.tr("Transfer…"))
        self._transfer.setAccessibleDescription(why)
        plain_tooltip(self._transfer, why)
        self._fold()

    def _say_closing(self, header: Header) -> None:
        """Short on the button, so that it keeps its place beside who the customer is; whole where it is
        heard, and in the menu.
        """
        if header.is_closing:
            self._close.set_words(self.tr("Ending…"))
        elif header.awaits_wrap_up:
            self._close.set_words(self.tr("Wrap up…"))
        else:
            self._close.set_words(self.tr("End…"))
            whole = self.tr("End conversation…")
            self._close.setAccessibleName(f"{whole} ({CLOSE_KEY})")

    def _show_waited(self, *, has_room: bool) -> None:
        """How long she has waited for an answer, to the second: calm, amber from one minute, red from two.
        Where there is no room for the word, the clock alone, as on the tab.
        """
        header = self._header
        if header is None or header.silence is Silence.ANSWERED:
            self._waited.show_mark(None)
            return
        words = self.tr("waits {clock}").format(clock=header.clock)
        colour, icon = silence_colour(header.silence), silence_icon(header.silence)
        self._waited.show_mark(clock_pill(words if has_room else header.clock, colour, icon))
        self._waited.setAccessibleName(words)

    def _fold(self) -> None:
        """Leave out a word, then fold the buttons into one menu, then leave out how long it has lasted, where
        there is no room beside who the customer is. How long she has waited stands on the tab as well.
        """
        self._lasted.show()
        self._show_waited(has_room=True)
        if not self._fits(self._transfer, self._close):
            self._show_waited(has_room=False)
        has_room = self._fits(self._transfer, self._close)
        self._transfer.setVisible(has_room)
        self._close.setVisible(has_room)
        self._deeds.setVisible(not has_room)
        if not has_room and not self._fits(self._deeds):
            self._lasted.hide()
            if not self._fits(self._deeds):
                self._waited.hide()

    def _fits(self, *buttons: Button) -> bool:
        """Whether everything stands side by side with these."""
        layout = self.layout()
        if layout is None:
            return True
        wanted = (
            *(self._name, self._identity, self._language),
            *(each for each in (self._lasted, self._waited) if not each.isHidden()),
            *buttons,
        )
        margins = layout.contentsMargins()
        gaps = layout.spacing() * len(wanted) + margins.left() + margins.right()
        needed: int = sum(widget.sizeHint().width() for widget in wanted) + gaps
        return needed <= self.width()

    def _on_deeds_wanted(self) -> None:
        self._menu.open_below(self._deeds)

    @property
    def can_transfer(self) -> bool:
        """Whether moving is possible now."""
        return self._transfer.isEnabled()

    @property
    def can_close(self) -> bool:
        """Whether ending is possible now."""
        return self._close.isEnabled()
