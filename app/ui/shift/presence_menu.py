"""The menu of presence: the four words with their shapes, and in a line what each means."""

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.presence import Presence
from app.ui.shift.presence_look import presence_colour, presence_icon
from app.ui.text_runs import without_mnemonics
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length
from app.ui.words import presence_word


class PresenceMenu(QMenu):
    """``chosen`` carries the presence's value; opened with ``popup``, never run."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("presenceMenu")
        self._theme = theme
        group = QActionGroup(self)
        meanings = {
            Presence.AVAILABLE: self.tr("you take customers"),
            Presence.BUSY: self.tr("you may still take customers"),
            Presence.ON_BREAK: self.tr("no new customers, your conversations go on"),
            Presence.AWAY: self.tr("you are not in your place"),
        }
        for presence, meaning in meanings.items():
            action = QAction(without_mnemonics(f"{presence_word(presence)} – {meaning}"), self)
            action.setObjectName(f"presence {presence.value}")
            action.setCheckable(True)
            action.setData(presence.value)
            action.triggered.connect(self._on_chosen)
            group.addAction(action)
            self.addAction(action)
        self._choices = group.actions()
        self._reason = QAction(self)
        self._reason.setObjectName("cannotChoose")
        self._reason.setEnabled(False)
        self.addAction(self._reason)

    def open_below(self, widget: QWidget, *, presence: Presence, reason: str) -> None:
        """Open under ``widget`` with ``presence`` chosen. ``reason``: why nothing can be chosen, or ""."""
        self._reason.setText(without_mnemonics(reason))
        self._reason.setVisible(bool(reason))
        for action in self._choices:
            each = Presence(str(action.data()))
            action.setIcon(self._drawn(each))
            action.setChecked(each is presence)
            action.setEnabled(not reason)
        corner = widget.mapToGlobal(QPoint(widget.width() - self.sizeHint().width(), widget.height() + 2))
        self.popup(corner)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._theme.pen(Colour.EDGE))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _drawn(self, presence: Presence) -> QIcon:
        side = self._theme.length(Length.ICON)
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._theme.colour(Colour.SURFACE))
        painter = QPainter(pixmap)
        area = QRectF(0, 0, side, side)
        self._theme.draw_icon(painter, presence_icon(presence), presence_colour(presence), area)
        painter.end()
        return QIcon(pixmap)

    def _on_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(str(action.data()))
