"""The standing notice of an anonymous chat: general advice only, no personal data asked (R019, R041)."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.icons import Icon
from app.ui.safe_text import PlainLabel
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class StandingNotice(QWidget):
    """Stands as long as the customer is anonymous; nothing hides it."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("standingNotice")
        self._theme = theme
        lead = self.tr("Anonymous chat:")
        rest = self.tr("general advice only. Do not ask for personal data.")
        runs = (
            Run(lead, Type.CONTROL, Colour.WAIT, 700),
            Run(f"  {rest}", Type.CONTROL, Colour.WAIT),
        )
        label = PlainLabel(theme, runs, wraps=True, parent=self)
        self.setAccessibleName(label.shown)
        layout = QHBoxLayout(self)
        side = theme.length(Length.SPACE_8)
        left = side + theme.length(Length.ICON) + theme.length(Length.SPACE_4)
        room = theme.length(Length.SPACE_3)
        layout.setContentsMargins(left, room, side, room + 1)
        layout.addWidget(label, 1)
        theme.changed.connect(self.update)

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
