"""The standing notice of an anonymous chat: general advice only, no personal data (R019, R022, R041)."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.desk.panes import Header
from app.ui.icons import Icon
from app.ui.safe_text import PlainLabel
from app.ui.text_runs import Run, one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import in_language


class StandingNotice(QWidget):
    """Stands as long as the customer is anonymous; nothing hides it."""

    def __init__(self, theme: Theme, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("standingNotice")
        self._theme = theme
        self._language = language
        self._more: str | None = None
        self._label = PlainLabel(theme, wraps=True, parent=self)
        self._say("")
        layout = QHBoxLayout(self)
        side = theme.length(Length.SPACE_8)
        left = side + theme.length(Length.ICON) + theme.length(Length.SPACE_4)
        room = theme.length(Length.SPACE_3)
        layout.setContentsMargins(left, room, side, room + 1)
        layout.addWidget(self._label, 1)
        theme.changed.connect(self.update)

    def show_header(self, header: Header) -> None:
        """What the county says besides: that the connection is not protected, where it is not (R022)."""
        self._say(one_line(in_language(header.unprotected or {}, self._language)))

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
