"""A folded column opened over the conversation for a moment; Esc closes it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.ui.parts.ground import Edge, Ground
from app.ui.parts.keys_before import KeysBefore
from app.ui.theme import Theme
from app.ui.tokens import Colour


class FoldedPanel(Ground):
    """Lies over its host at one side, as wide as told; ``stage`` says over what else it opens while its host
    is not shown. ``spared`` says how many px at the bottom of its host stay free, so that the composer is
    never covered. When it closes under the keys, they go back to where they were.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        width: int,
        at_right: bool,
        host: QWidget,
        stage: Callable[[], QWidget],
        spared: Callable[[], int],
    ) -> None:
        edge = Edge.LEFT if at_right else Edge.RIGHT
        super().__init__(theme, name, Colour.BG, edges=edge | Edge.BOTTOM, parent=host)
        self._home = self._host = host
        self._stage = stage
        self._wide = width
        self._at_right = at_right
        self._spared = spared
        self._before = KeysBefore()
        self._inner = QVBoxLayout(self)
        line = 2
        self._inner.setContentsMargins(line if at_right else 0, 0, 0 if at_right else line, line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        host.installEventFilter(self)
        self.hide()

    def take(self, content: QWidget) -> None:
        """Hold this pane from now on."""
        self._inner.addWidget(content)
        content.show()

    def toggle(self) -> None:
        """Open it, or close it again."""
        if self.isVisible():
            self.hide()
        else:
            self.open()

    def open(self, *, takes_keys: bool = True) -> None:
        """Open it, with the keys in it unless it opens by itself; nothing to do while it is open."""
        if self.isVisible():
            return
        self._before.remember()
        self._go_to(self._home if self._home.isVisible() else self._stage())
        self._place()
        self.show()
        self.raise_()
        if takes_keys:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def hide(self) -> None:
        """Close it. Keys that are in it go back, else Qt would hand them to whatever comes next."""
        focused = QApplication.focusWidget()
        is_in_here = focused is not None and (focused is self or self.isAncestorOf(focused))
        super().hide()
        if is_in_here:
            self._before.give_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _go_to(self, host: QWidget) -> None:
        """Lie over this one from now on."""
        if host is not self._host:
            self._host.removeEventFilter(self)
            self._host = host
            self.setParent(host)
            host.installEventFilter(self)

    def _place(self) -> None:
        wide = min(self._wide, self._host.width())
        left = self._host.width() - wide if self._at_right else 0
        spared = self._spared() if self._host is self._home else 0
        self.setGeometry(left, 0, wide, max(0, self._host.height() - spared))
