"""The button in the top bar that says her presence: shape, word, and that there is more behind it."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.domain.presence import Presence
from app.ui.icons import Icon
from app.ui.shift.presence_look import presence_colour, presence_icon
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import presence_word


class PresenceButton(QPushButton):
    """Shows one presence. What is on its way to the backend has an ellipsis behind its word."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("presence")
        self._theme = theme
        self._presence = Presence.AVAILABLE
        self._is_under_way = False
        self._is_hovered = False
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(self.tr("Choose whether you take customers"))
        theme.changed.connect(self.update)
        self.show_presence(Presence.AVAILABLE, is_under_way=False)

    def show_presence(self, presence: Presence, *, is_under_way: bool) -> None:
        """Show what she says of herself."""
        self._presence, self._is_under_way = presence, is_under_way
        self.setText(self._words())
        self.setAccessibleName(self.tr("Presence: {word}").format(word=presence_word(presence)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        icons = 2 * theme.length(Length.ICON_SMALL) + 2 * theme.length(Length.SPACE_3)
        width = self._block().size.width() + icons + 2 * theme.length(Length.SPACE_5)
        return QSize(round(width + 0.5), theme.length(Length.CHIP))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._is_hovered = True
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, _event: object) -> None:
        self._is_hovered = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = theme.pen(Colour.EDGE)
        self._draw_frame(painter, pen, Colour.PRI_WEAK if self._is_hovered else Colour.SURFACE)
        if self.hasFocus():
            painter.setBrush(theme.colour(Colour.SURFACE))
            self._draw_frame(painter, QPen(theme.colour(Colour.FOCUS), theme.border(Length.BORDER_FOCUS)))
        side, gap = theme.length(Length.ICON_SMALL), theme.length(Length.SPACE_3)
        left, middle = float(theme.length(Length.SPACE_5)), self.height() / 2
        square = QRectF(left, middle - side / 2, side, side)
        theme.draw_icon(painter, presence_icon(self._presence), presence_colour(self._presence), square)
        block = self._block()
        block.draw(painter, QPointF(square.right() + gap, middle - block.size.height() / 2))
        chevron = QRectF(square.right() + 2 * gap + block.size.width(), square.top(), side, side)
        theme.draw_icon(painter, Icon.CHEVRON_DOWN, Colour.MUT, chevron)
        painter.end()

    def _draw_frame(self, painter: QPainter, pen: QPen, fill: Colour | None = None) -> None:
        if fill is not None:
            painter.setBrush(self._theme.colour(fill))
        painter.setPen(pen)
        inset = pen.widthF() / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)

    def _words(self) -> str:
        word = presence_word(self._presence)
        return f"{word} …" if self._is_under_way else word

    def _block(self) -> TextBlock:
        return TextBlock(self._theme, (Run(self._words(), Type.CONTROL, Colour.INK, 600),))
