"""A conversation offered to her: who asks, what goes along, how long she has, and her two answers."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk.offer_views import OfferCard
from app.domain.problems import Problem
from app.ui.parts.aloud import say_aloud
from app.ui.parts.badges import identity_badge, language_tag
from app.ui.parts.button import Button, Look
from app.ui.parts.ground import Edge, Ground
from app.ui.parts.input_frame import InputFrame
from app.ui.parts.line_field import LineField
from app.ui.parts.mark_label import MarkLabel
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.text_runs import Run, visible
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.transfer.internal_note import InternalNote
from app.ui.transfer.offer_words import card_lead, card_rest, countdown, spoken_card
from app.ui.words import customer, problem_sentence

ACCEPT_KEY = "Ctrl+Y"
DECLINE_KEY = "Ctrl+Shift+Y"
_WHOLE_CIRCLE = 360 * 16


class Countdown(QWidget):
    """A ring that empties around a number that stands still: nothing blinks."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self._share = 0.0
        side = theme.length(Length.ROW) + theme.length(Length.SPACE_4)
        self.setFixedSize(side, side)
        theme.changed.connect(self.update)

    def show_left(self, words: str, share: float) -> None:
        """``share`` is what part of the time is left, 0–1."""
        self._words, self._share = words, share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = theme.length(Length.BORDER_BANNER)
        area = QRectF(self.rect()).adjusted(wide, wide, -wide, -wide)
        for colour, share in ((Colour.LINE, 1.0), (Colour.PRI, self._share)):
            pen = theme.pen(colour)
            pen.setWidthF(wide)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(area, 90 * 16, -round(_WHOLE_CIRCLE * share))
        painter.setPen(theme.pen(Colour.INK))
        painter.setFont(theme.font(Type.CONTROL, weight=700))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()


class OfferPanel(Ground):
    """Shows the offer with the least time left, or nothing.

    ``accept_wanted`` · ``decline_wanted``: with the reason she wrote · ``done``: the keys go elsewhere ·
    ``stood``: whether there is an offer to be seen now.
    """

    accept_wanted = Signal()
    decline_wanted = Signal(str)
    done = Signal()
    stood = Signal(bool)

    def __init__(self, theme: Theme, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "offerPanel", Colour.SURFACE, edges=Edge.BOTTOM, parent=parent)
        self._language = language
        self._card: OfferCard | None = None
        self._trouble: Problem | None = None
        self._is_low = False
        self._make_parts()
        self._lay_out()
        self._accept.clicked.connect(self.accept)
        self._decline.clicked.connect(self.ask_why)
        self._send.clicked.connect(self._on_declined)
        self._reason.returnPressed.connect(self._on_declined)
        self.hide()

    @property
    def card(self) -> OfferCard | None:
        """The offer that is shown."""
        return self._card

    def show_cards(self, cards: tuple[OfferCard, ...]) -> None:
        """Show the first of them, and how many more there are."""
        card = cards[0] if cards else None
        is_another = card is None or self._card is None or card.conversation_id != self._card.conversation_id
        self._card = card
        if is_another:
            self._trouble = None
            self._why.hide()
            self._fold()
            self._reason.clear()
        self.setVisible(card is not None)
        if card is None:
            return
        self._ring.show_left(countdown(card.left), card.share)
        more = self.tr("%n more offered", "", len(cards) - 1) if len(cards) > 1 else ""
        lead = card_lead(card, self._language)
        self._lead.set_runs(runs_of(f"{lead} · {more}" if more else lead, Type.SMALL, Colour.MUT))
        self._name.set_runs(runs_of(customer(card.alias), Type.NAME))
        self._identity.show_mark(identity_badge(card.identity))
        self._spoken_in.show_mark(language_tag(card.language))
        self._note.show_along(card.internal_message)
        self._show_state(card)
        self.setAccessibleName(spoken_card(card, self._language))
        if is_another and self.isVisible():
            say_aloud(self, self.accessibleName())

    def set_low(self, *, is_low: bool) -> None:
        """In a low window leave out what can be done without, so that nothing is cut."""
        self._is_low = is_low
        self._fold()

    def show_trouble(self, problem: Problem | None) -> None:
        """Why it was not answered."""
        self._trouble = problem
        if self._card is not None:
            self._show_state(self._card)

    def accept(self) -> None:
        """Take it (Ctrl+Y)."""
        if self._card is not None and self._accept.isEnabled():
            self.accept_wanted.emit()

    def ask_why(self) -> None:
        """Ask for the reason of declining (Ctrl+Shift+Y)."""
        if self._card is not None and self._decline.isEnabled():
            self._why.show()
            self._fold()
            self._reason.setFocus()

    def cancel_asking(self) -> bool:
        """Take the question for a reason back (Esc). False: nothing was asked."""
        if not self._why.isVisible():
            return False
        self._why.hide()
        self._fold()
        self.done.emit()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.stood.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stood.emit(False)

    def _on_declined(self) -> None:
        self.decline_wanted.emit(self._reason.text())

    def _fold(self) -> None:
        is_asking = not self._why.isHidden()
        self._answers.setVisible(not (self._is_low and is_asking))
        has_trouble = self._trouble is not None or (
            self._card is not None and self._card.cannot_accept is not None
        )
        self._rest.setVisible(has_trouble or not self._is_low)
        self._lead.setVisible(not self._is_low)

    def _show_state(self, card: OfferCard) -> None:
        problem = self._trouble or card.cannot_accept
        words = problem_sentence(problem) if problem is not None else card_rest(card)
        colour = Colour.WAIT if problem is not None else Colour.MUT
        self._rest.set_runs((Run(visible(words), Type.SMALL, colour),))
        self._accept.setEnabled(not card.is_answering and card.cannot_accept is None)
        self._decline.setEnabled(not card.is_answering)
        self._accept.set_words(self.tr("Accepting…") if card.is_accepting else self.tr("Accept"))
        self._fold()

    def _make_parts(self) -> None:
        theme = self._theme
        self._ring = Countdown(theme, parent=self)
        self._lead = PlainLabel(theme, wraps=True, parent=self)
        self._name = PlainLabel(theme, parent=self)
        self._identity = MarkLabel(theme, "offerIdentity", parent=self)
        self._spoken_in = MarkLabel(theme, "offerLanguage", parent=self)
        self._note = InternalNote(theme, parent=self)
        self._rest = PlainLabel(theme, wraps=True, parent=self)
        self._rest.setObjectName("offerState")
        self._decline = Button(theme, "declineOffer", self.tr("Decline…"), keys=DECLINE_KEY.replace("+", " "))
        self._accept = Button(
            theme,
            "acceptOffer",
            self.tr("Accept"),
            look=Look.PRIMARY,
            keys=ACCEPT_KEY.replace("+", " "),
        )
        self._answers = QWidget(self)
        self._why = QWidget(self)
        self._reason = LineField(theme, "declineReason", self.tr("Why you decline, for who offered it"))
        self._reason.setPlaceholderText(self.tr("Why not? The one who offered it sees this."))
        self._frame = InputFrame(
            theme, "declineReasonFrame", self._reason, side=Length.SPACE_5, parent=self._why
        )
        self._frame.setFixedHeight(theme.length(Length.INPUT))
        self._send = Button(theme, "sendDecline", self.tr("Decline"), keys="Enter", parent=self._why)
        self._why.hide()

    def _lay_out(self) -> None:
        length = self._theme.length
        names = QHBoxLayout()
        names.setSpacing(length(Length.SPACE_4))
        for widget in (self._name, self._identity, self._spoken_in):
            names.addWidget(widget)
        names.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(length(Length.SPACE_2))
        words.addWidget(self._lead)
        words.addLayout(names)
        top = QHBoxLayout()
        top.setSpacing(length(Length.SPACE_5))
        top.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        buttons = QHBoxLayout(self._answers)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(length(Length.SPACE_4))
        buttons.addWidget(self._decline)
        buttons.addStretch(1)
        buttons.addWidget(self._accept)
        why = QHBoxLayout(self._why)
        why.setContentsMargins(0, 0, 0, 0)
        why.setSpacing(length(Length.SPACE_4))
        why.addWidget(self._frame, 1)
        why.addWidget(self._send)
        layout = QVBoxLayout(self)
        side = length(Length.SPACE_8)
        layout.setContentsMargins(side, length(Length.SPACE_5), side, length(Length.SPACE_5))
        layout.setSpacing(length(Length.SPACE_4))
        layout.addLayout(top)
        layout.addWidget(self._note)
        layout.addWidget(self._rest)
        layout.addWidget(self._answers)
        layout.addWidget(self._why)
