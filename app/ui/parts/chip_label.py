"""A chip that holds runs of several weights."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.safe_text import DrawnLabel
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run, plain
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length


class ChipLabel(DrawnLabel):
    """Words in a round frame."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._theme = theme
        self._runs: tuple[Run, ...] = ()
        theme.changed.connect(self.update)

    def show_runs(self, runs: tuple[Run, ...]) -> None:
        """Show these runs from now on."""
        if runs != self._runs:
            self._runs = runs
            self.say(plain(runs))

    @property
    def shown(self) -> str:
        """The words on the screen."""
        return plain(self._runs)

    def sizeHint(self) -> QSize:
        width = TextBlock(self._theme, self._runs).size.width() if self._runs else 0.0
        side = self._theme.length(Length.SPACE_6)
        return QSize(round(width + 2 * side), self._theme.length(Length.CHIP))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = theme.pen(Colour.LINE)
        painter.setPen(pen)
        inset = pen.widthF() / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        block = TextBlock(theme, self._runs)
        left = (self.width() - block.size.width()) / 2
        block.draw(painter, QPointF(left, (self.height() - block.size.height()) / 2))
        painter.end()
