"""A part that takes the height of what it holds, and scrolls it where there is less."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from app.ui.parts.scroll_bar import SlimScrollBar
from app.ui.theme import Theme
from app.ui.tokens import Length


class Scroller(QScrollArea):
    """``name`` is also what a test finds it by; ``spoken`` what a screen reader says of it."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        held: QWidget,
        *,
        spoken: str,
        fills: bool = False,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``fills``: takes all the height there is, and what it holds begins at its top · ``wraps``: takes
        the height of what it holds as its words wrap, and never less width than that needs.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self._least = theme.length(Length.BUTTON)
        self._is_whole = False
        self._wraps = wraps
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(theme, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(held)
        # What it holds paints its own ground, or lies on that of whoever holds this.
        self.viewport().setAutoFillBackground(False)
        held.setAutoFillBackground(False)
        high = QSizePolicy.Policy.Expanding if fills else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Expanding, high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What it holds wants another height: so does this."""
        if watched is self.widget() and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        held = self.widget()
        wanted = held.sizeHint() if held is not None else QSize()
        if held is not None and self._wraps and held.hasHeightForWidth():
            return QSize(wanted.width(), held.heightForWidth(self.width()))
        return QSize(wanted.width(), wanted.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps to another height."""
        super().resizeEvent(event)
        if self._wraps and event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def set_whole(self, *, is_whole: bool) -> None:
        """Insist on the height of all it holds, so that it does not scroll; or scroll again."""
        if is_whole != self._is_whole:
            self._is_whole = is_whole
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        held = self.widget()
        if self._is_whole and held is not None:
            return QSize(0, held.minimumSizeHint().height())
        least = held.minimumSizeHint().width() if held is not None and self._wraps else 0
        return QSize(least, self._least)
