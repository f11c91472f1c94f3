"""The frame around an input: outline, focus ring, ground; Qt's own field stands inside without a frame."""

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.tokens import Colour, Length


class InputFrame(QWidget):
    """Holds one field and draws around it whether it has the focus, is wrong or cannot be written in."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        field: QWidget,
        *,
        side: Length,
        above: int = 0,
        ground: Colour = Colour.SURFACE,
        edge: Colour = Colour.EDGE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self._field = field
        self._ground, self._edge = ground, edge
        self._is_wrong = False
        self._is_locked = False
        self._row = layout = QHBoxLayout(self)
        room = theme.length(side)
        rim = theme.length(Length.SPACE_1)
        layout.setContentsMargins(room, rim + above, rim, rim)
        layout.setSpacing(0)
        layout.addWidget(field, 1)
        self.setFocusProxy(field)
        field.installEventFilter(self)
        theme.changed.connect(self.update)

    def add_trailing(self, widget: QWidget) -> None:
        """Put a small widget at the right, inside the frame."""
        self._row.addWidget(widget)
        self._row.addSpacing(self._theme.length(Length.SPACE_3))

    def mark_locked(self, *, is_locked: bool) -> None:
        """Draw the ground of something that cannot be written in."""
        if is_locked != self._is_locked:
            self._is_locked = is_locked
            self.update()

    def mark_wrong(self, *, is_wrong: bool) -> None:
        """Draw the outline of something returned or not accepted."""
        if is_wrong != self._is_wrong:
            self._is_wrong = is_wrong
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.EnabledChange):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        has_focus = self._field.hasFocus()
        colour = Colour.BAD if self._is_wrong else Colour.FOCUS if has_focus else self._edge
        width = theme.border(Length.BORDER_FOCUS if has_focus else Length.BORDER_LINE)
        pen = QPen(theme.colour(colour), width)
        if self._is_wrong and not has_focus:
            pen.setDashPattern([3.0, 2.2])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(theme.colour(Colour.BG if self._is_locked else self._ground))
        corner = theme.length(Length.RADIUS_INPUT)
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), corner, corner)
        painter.end()
