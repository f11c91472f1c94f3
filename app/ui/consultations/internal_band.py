"""The band that says for whom a consultation is: note colour, a lock, and words."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.icons import Icon
from app.ui.safe_text import PlainLabel
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class InternalBand(QWidget):
    """Stands over every consultation and over every question that is being written (R123)."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("internalBand")
        self._theme = theme
        words = self.tr("A consultation is never shown to a customer, nor in the copy of a conversation.")
        runs = (
            Run(self.tr("For professionals only").upper(), Type.SMALL, Colour.INK, 700),
            Run(f"  {words}", Type.SMALL, Colour.INK),
        )
        label = PlainLabel(theme, runs, wraps=True, parent=self)
        layout = QHBoxLayout(self)
        side, above = theme.length(Length.SPACE_6), theme.length(Length.SPACE_3)
        layout.setContentsMargins(side + theme.length(Length.ICON_LARGE), above, side, above)
        layout.addWidget(label)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(Colour.NOTE))
        bar = theme.length(Length.BORDER_BANNER)
        painter.fillRect(QRectF(0, 0, bar, self.height()), theme.colour(Colour.NOTE_EDGE))
        side = theme.length(Length.ICON)
        square = QRectF(theme.length(Length.SPACE_6), (self.height() - side) / 2, side, side)
        theme.draw_icon(painter, Icon.LOCK, Colour.INK, square)
        painter.end()
