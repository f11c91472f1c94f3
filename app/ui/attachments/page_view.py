"""One page of a file, drawn from pixels: as large as fits, or larger and moved about."""

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QWidget

from app.desk.attachment_pages import PagePicture
from app.ui.parts.drawing import draw_focus
from app.ui.parts.scroll_bar import SlimScrollBar
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length

ZOOMS = (1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""Of the size at which the whole page fits."""
_LEAST_HEIGHT = 12
"""In buttons: where there is less room the page is drawn that high all the same, and scrolls."""
_SETTLES_MS = 120
_TURNS = {
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Right: 1,
}


class PageView(QAbstractScrollArea):
    """Shows what it is given, at its size in px, and asks for it anew when there is another room for it.

    ``room_changed``: another size fits · ``turn_wanted``: by so many pages · ``end_wanted``: the first (-1)
    or the last (1) · ``zoom_wanted``: in (1), out (-1) or as it fits (0).
    """

    room_changed = Signal()
    turn_wanted = Signal(int)
    end_wanted = Signal(int)
    zoom_wanted = Signal(int)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageView")
        self._theme = theme
        self._image: QImage | None = None
        self._zoom = ZOOMS[0]
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLES_MS)
        self._later.timeout.connect(self.room_changed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBar(SlimScrollBar(theme, self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.viewport().update)

    @property
    def zoom(self) -> float:
        """How many times the size at which the whole page fits."""
        return self._zoom

    @property
    def has_page(self) -> bool:
        """Whether there is a page to be seen."""
        return self._image is not None

    def wanted_pixels(self) -> QSize:
        """Within how many pixels of the screen a page is to be drawn."""
        ratio = self.devicePixelRatioF() * self._zoom
        room = self._room
        return QSize(max(1, round(room.width() * ratio)), max(1, round(room.height() * ratio)))

    def show_page(self, picture: PagePicture | None, *, spoken: str) -> None:
        """Show a page from its top, or none; ``spoken`` is what a screen reader says of it."""
        self.setAccessibleName(spoken)
        self._image = None
        if picture is not None:
            image = QImage(
                picture.pixels, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGB32
            )
            # Of its own: the bytes may go.
            self._image = image.copy()
        self._fit_bars()
        self.viewport().update()

    def set_zoom(self, zoom: float) -> None:
        """Show it so many times as large as it fits; what was in the middle stays there."""
        if zoom == self._zoom:
            return
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        shares = [(bar.value() + bar.pageStep() / 2) / max(1, bar.maximum() + bar.pageStep()) for bar in bars]
        self._zoom = zoom
        self._fit_bars()
        for bar, share in zip(bars, shares, strict=True):
            bar.setValue(round(share * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))
        self.viewport().update()

    def to_top(self) -> None:
        """Show the page from its top."""
        self.verticalScrollBar().setValue(0)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.length(Length.CENTRE_MIN), 6 * self._theme.length(Length.BUTTON))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 2 * self._theme.length(Length.BUTTON))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bars()
        self._later.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if has_control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_wanted.emit(1)
        elif has_control and key == Qt.Key.Key_Minus:
            self.zoom_wanted.emit(-1)
        elif has_control and key == Qt.Key.Key_0:
            self.zoom_wanted.emit(0)
        elif has_control:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.horizontalScrollBar().maximum():
            # There is something to the side to move to.
            super().keyPressEvent(event)
        elif key in _TURNS:
            self.turn_wanted.emit(_TURNS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.end_wanted.emit(-1 if key == Qt.Key.Key_Home else 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            return
        super().wheelEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.colour(Colour.BG))
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            area = self._page_area()
            painter.drawImage(area, self._image)
            painter.setPen(self._theme.pen(Colour.EDGE))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        if self.hasFocus():
            frame = self.viewport().rect().toRectF()
            draw_focus(self._theme, painter, frame, self._theme.length(Length.RADIUS_BADGE))
        painter.end()

    @property
    def _room(self) -> QSize:
        """Within how many px a page fits: without the bars, which come only where it is larger."""
        inset = 2 * self._theme.length(Length.SPACE_4)
        whole = self.contentsRect().size()
        least = _LEAST_HEIGHT * self._theme.length(Length.BUTTON)
        return QSize(max(1, whole.width() - inset), max(least, whole.height() - inset))

    def _shown_size(self) -> QSize:
        """How large the page is drawn, in px."""
        if self._image is None:
            return QSize()
        room = self._room * self._zoom
        natural = QSize(self._image.width(), self._image.height()) / self.devicePixelRatioF()
        fitted = natural.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        # A small picture is not blown up until she asks for it.
        is_small = natural.width() <= self._room.width() and natural.height() <= self._room.height()
        return natural * self._zoom if is_small and self._zoom == ZOOMS[0] else fitted

    def _page_area(self) -> QRect:
        size, port = self._shown_size(), self.viewport().rect()
        inset = self._theme.length(Length.SPACE_4)
        left = max(inset, (port.width() - size.width()) // 2) - self.horizontalScrollBar().value()
        top = max(inset, (port.height() - size.height()) // 2) - self.verticalScrollBar().value()
        return QRect(left, top, size.width(), size.height())

    def _fit_bars(self) -> None:
        inset = 2 * self._theme.length(Length.SPACE_4)
        size, port = self._shown_size(), self.contentsRect().size()
        for bar, needed, there in (
            (self.horizontalScrollBar(), size.width() + inset, port.width()),
            (self.verticalScrollBar(), size.height() + inset, port.height()),
        ):
            is_needed = needed > there
            bar.setPageStep(there)
            bar.setSingleStep(max(1, there // 10))
            bar.setRange(0, needed - there if is_needed else 0)
