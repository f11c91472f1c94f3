"""The notification area and the task bar: how much calls, as a number; a click brings the window forward."""

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QSystemTrayIcon

from app.ui.text_block import TextBlock
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Type

_SIDE = 64
_DISC = 44
_MOST = 9
_SHOWN_MS = 6000


class Tray(QObject):
    """Vuoro's own icon while somebody is signed in, where the desktop has a place for one. ``pressed``: the
    icon or a notification was clicked.
    """

    pressed = Signal()

    def __init__(self, theme: Theme, application: QGuiApplication) -> None:
        super().__init__(application)
        self._theme = theme
        self._application = application
        self._plain = application.windowIcon()
        self._count = 0
        self._icon: QSystemTrayIcon | None = None
        theme.changed.connect(self._draw)

    @property
    def is_there(self) -> bool:
        """Whether the desktop has a notification area just now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show_count(self, count: int) -> None:
        """Show how much calls, on the icon and on the task bar; nothing for none."""
        if count != self._count:
            self._count = count
            self._application.setBadgeNumber(count)
            self._draw()

    def show(self) -> None:
        """Be there while somebody is at work, if there is a place. Qt complains where an icon has none."""
        if self._icon is None and self.is_there:
            self._icon = QSystemTrayIcon(QIcon(self.picture()), self)
            self._icon.activated.connect(self._on_activated)
            self._icon.messageClicked.connect(self.pressed)
            self._icon.show()

    def hide(self) -> None:
        """Be gone, with the number."""
        self.show_count(0)
        icon, self._icon = self._icon, None
        if icon is not None:
            icon.hide()
            icon.deleteLater()

    def tell(self, words: str) -> None:
        """Show a notification, if there is a place for one."""
        self.show()
        if self._icon is not None:
            self._icon.showMessage("Vuoro", words, self._plain, _SHOWN_MS)

    def picture(self) -> QPixmap:
        """The sign of Vuoro, with the number in a disc."""
        picture = QPixmap(_SIDE, _SIDE)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._plain.paint(painter, picture.rect())
        if self._count:
            self._draw_number(painter)
        painter.end()
        return picture

    def _draw_number(self, painter: QPainter) -> None:
        area = QRectF(_SIDE - _DISC, _SIDE - _DISC, _DISC, _DISC)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(Colour.BAD))
        painter.drawEllipse(area)
        words = str(self._count) if self._count <= _MOST else f"{_MOST}+"
        number = TextBlock(self._theme, (Run(words, Type.FIGURE, Colour.ON_BAD, 700),))
        share = min(1.0, _DISC * 0.72 / max(number.size.width(), number.size.height()))
        painter.translate(area.center())
        painter.scale(share, share)
        number.draw(painter, QPointF(-number.size.width() / 2, -number.size.height() / 2))

    def _draw(self) -> None:
        if self._icon is not None:
            self._icon.setIcon(QIcon(self.picture()))

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.pressed.emit()
