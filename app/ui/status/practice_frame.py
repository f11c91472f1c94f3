"""The practice frame: a window that says, as long as it is practice, that nothing here is real."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.status.practice_band import PracticeBand
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length


class PracticeFrame(QWidget):
    """``band`` is to be laid out on top; the violet around everything is painted under the rest."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.band = PracticeBand(theme, parent=self)

    def show_practice(self, *, is_practice: bool) -> None:
        """Show the band, and leave room for the frame, while it is practice."""
        self.band.setVisible(is_practice)
        side = self._theme.length(Length.SPACE_3) if is_practice else 0
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(side, 0, side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = Colour.PRAC if self.band.isVisibleTo(self) else Colour.BG
        painter.fillRect(QRect(0, 0, self.width(), self.height()), self._theme.colour(ground))
        painter.end()
