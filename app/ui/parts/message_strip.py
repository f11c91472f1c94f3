"""A problem in a sentence, on a soft ground with a sign; hidden while there is none."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.icons import Icon
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class MessageStrip(QWidget):
    """Says one sentence."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self._label = PlainLabel(theme, wraps=True, parent=self)
        layout = QHBoxLayout(self)
        side = theme.length(Length.SPACE_5)
        left = side + theme.length(Length.ICON) + theme.length(Length.SPACE_3)
        layout.setContentsMargins(left, theme.length(Length.SPACE_4), side, theme.length(Length.SPACE_4))
        layout.addWidget(self._label)
        theme.changed.connect(self.update)
        self.say("")

    @property
    def shown(self) -> str:
        """The sentence on the screen, or ""."""
        return "" if self.isHidden() else self._label.shown

    def say(self, words: str) -> None:
        """Say ``words`` from now on; "" hides the strip."""
        self.setVisible(bool(words))
        self._label.set_runs(runs_of(words, Type.CONTROL, Colour.BAD))
        self.setAccessibleName(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = Colour.BAD if theme.is_high_contrast else Colour.BAD_WEAK
        painter.setPen(QPen(theme.colour(edge), theme.border()))
        painter.setBrush(theme.colour(Colour.BAD_WEAK))
        corner = theme.length(Length.RADIUS_INPUT)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)
        side = theme.length(Length.ICON_SMALL) + 1
        top = theme.length(Length.SPACE_4) + (theme.line_height(Type.CONTROL) - side) / 2
        square = QRectF(theme.length(Length.SPACE_5), top, side, side)
        theme.draw_icon(painter, Icon.LATE, Colour.BAD, square)
        painter.end()
