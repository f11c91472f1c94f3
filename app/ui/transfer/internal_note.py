"""The internal message that goes with a transfer or an offer: for professionals only, and looks it."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.conversation import Transfer
from app.ui.icons import Icon
from app.ui.safe_text import PlainLabel
from app.ui.text_runs import Run, visible
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import clock


class InternalNote(QWidget):
    """Note colour, a bar at the left, a lock, and the words that the customer does not see it."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("internalNote")
        self._theme = theme
        self._label = PlainLabel(theme, wraps=True, parent=self)
        layout = QHBoxLayout(self)
        side = theme.length(Length.SPACE_8)
        left = side + theme.length(Length.ICON) + theme.length(Length.SPACE_4)
        room = theme.length(Length.SPACE_3)
        layout.setContentsMargins(left, room, side, room)
        layout.addWidget(self._label, 1)
        theme.changed.connect(self.update)
        self.hide()

    def show_transfer(self, transfer: Transfer | None) -> None:
        """Who moved the conversation here, and what she wrote along; nothing when nobody did."""
        self.setVisible(transfer is not None)
        if transfer is None:
            return
        lead = self.tr("Transferred by {name} at {clock}").format(
            name=visible(transfer.by.display_name), clock=clock(transfer.at)
        )
        self._say(lead, transfer.internal_message)

    def show_along(self, internal_message: str) -> None:
        """What was written along with an offer; nothing when nothing was."""
        self.setVisible(bool(internal_message))
        self._say(self.tr("Internal message"), internal_message)

    def _say(self, lead: str, internal_message: str) -> None:
        unseen = self.tr("the customer does not see this")
        runs = (
            Run(f"{lead} · {unseen}", Type.SMALL, Colour.INK, 600),
            *((Run(f"\n{visible(internal_message)}", Type.BODY),) if internal_message else ()),
        )
        self._label.set_runs(runs)
        self.setAccessibleName(self._label.shown)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(Colour.NOTE))
        bar = theme.length(Length.BORDER_BANNER)
        painter.fillRect(QRectF(0, 0, bar, self.height()), theme.colour(Colour.NOTE_EDGE))
        painter.setPen(theme.pen(Colour.NOTE_EDGE))
        bottom = self.height() - 0.5
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))
        side = theme.length(Length.ICON)
        top = theme.length(Length.SPACE_3)
        theme.draw_icon(painter, Icon.LOCK, Colour.INK, QRectF(theme.length(Length.SPACE_8), top, side, side))
        painter.end()
