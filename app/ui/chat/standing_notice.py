"""The standing notice of an anonymous chat, and the way to ask the customer to identify.

General advice only, no personal data (R019, R022, R041); she is asked where that is possible (R077).
"""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.desk.panes import Header
from app.ui.actions import key_words
from app.ui.icons import Icon
from app.ui.identity_words import asking_words
from app.ui.parts.button import Button, Look
from app.ui.safe_text import PlainLabel, plain_tooltip
from app.ui.text_runs import Run, one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import in_language

ASK_KEY = "Ctrl+Shift+I"


class StandingNotice(QWidget):
    """Stands as long as the customer is anonymous; nothing hides it.

    ``ask_wanted``: the counsellor means to ask her to identify.
    """

    ask_wanted = Signal()

    def __init__(self, theme: Theme, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("standingNotice")
        self._theme = theme
        self._language = language
        self._more: str | None = None
        self._is_low = False
        self._is_offered = False
        self._label = PlainLabel(theme, wraps=True, parent=self)
        self._say("")
        layout = QHBoxLayout(self)
        side = theme.length(Length.SPACE_8)
        left = side + theme.length(Length.ICON) + theme.length(Length.SPACE_4)
        room = theme.length(Length.SPACE_3)
        layout.setContentsMargins(left, room, side, room + 1)
        layout.addWidget(self._label, 1)
        self._ask = Button(
            theme, "askIdentification", self.tr("Ask to identify"), look=Look.LINK, parent=self
        )
        self._ask.clicked.connect(self.ask_wanted)
        plain_tooltip(self._ask, key_words(ASK_KEY))
        self._ask.hide()
        layout.addWidget(self._ask)
        theme.changed.connect(self.update)

    def show_header(self, header: Header) -> None:
        """What the county says besides: that the connection is not protected, where it is not (R022)."""
        proof = header.proof
        more = one_line(in_language(header.unprotected or {}, self._language))
        self._say("  ".join(part for part in (more, asking_words(proof)) if part))
        self._is_offered = proof.is_offered and proof.asked_at is None and not proof.is_asking
        self._show_ask()
        self._ask.setEnabled(proof.cannot_ask is None and header.cannot_write is None)

    @property
    def last_stop(self) -> QWidget:
        """Where the Tab key stops last in it."""
        return self._ask

    @property
    def can_ask(self) -> bool:
        """Whether she can be asked now."""
        return self._is_offered and self._ask.isEnabled()

    def set_low(self, *, is_low: bool) -> None:
        """In a low window the notice keeps to one line: she is asked by the key, or from the palette."""
        self._is_low = is_low
        self._show_ask()

    def _show_ask(self) -> None:
        self._ask.setVisible(self._is_offered and not self._is_low)

    def _say(self, more: str) -> None:
        if more == self._more:
            return
        self._more = more
        lead = self.tr("Anonymous chat:")
        rest = self.tr("general advice only. Do not ask for personal data.")
        runs = [
            Run(lead, Type.CONTROL, Colour.WAIT, 700),
            Run(f"  {rest}", Type.CONTROL, Colour.WAIT),
        ]
        if more:
            runs.append(Run(f"  {more}", Type.CONTROL, Colour.WAIT, 700))
        self._label.set_runs(tuple(runs))
        self.setAccessibleName(self._label.shown)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(Colour.WAIT_WEAK))
        pen = theme.pen(Colour.WAIT)
        pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        bottom = self.height() - pen.widthF() / 2
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        side = theme.length(Length.ICON)
        square = QRectF(theme.length(Length.SPACE_8), (self.height() - side) / 2, side, side)
        theme.draw_icon(painter, Icon.ANONYMOUS, Colour.WAIT, square)
        painter.end()
