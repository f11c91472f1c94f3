"""A slim scroll bar without arrows, drawn from tokens."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from app.ui.theme import Theme
from app.ui.tokens import Colour, Length


class SlimScrollBar(QScrollBar):
    """The upright scroll bar of every list; the pointer can still grab the whole of its width."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.length(Length.SPACE_5), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.length(Length.SPACE_5), self._theme.length(Length.TARGET_MIN))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.minimum() == self.maximum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(Colour.EDGE))
        inset = self._theme.length(Length.SPACE_1)
        grip = QRectF(handle).adjusted(inset, inset, -inset, -inset)
        painter.setOpacity(1.0 if self.isSliderDown() or self.underMouse() else 0.55)
        painter.drawRoundedRect(grip, grip.width() / 2, grip.width() / 2)
        painter.end()
