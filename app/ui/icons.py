"""Icons by name, drawn in the colour of a token from the SVG files of ``resources/icons``."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer


class Icon(StrEnum):
    """Every icon the screens use; the value is the file's name without ``.svg``."""

    ANONYMOUS = "anonymous"
    ARCHIVE = "archive"
    BELL = "bell-ring"
    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CHECK_CHECK = "check-check"
    CLOCK = "clock"
    CONSULTATION = "consultation"
    EYE = "eye"
    EYE_OFF = "eye-off"
    FILE = "file"
    GLOBE = "globe"
    INFO = "info"
    KEY = "key-round"
    LATE = "late"
    LOCK = "lock"
    LOG_OUT = "log-out"
    MAIL = "mail"
    PHONE = "phone"
    PRESENCE_AVAILABLE = "presence-available"
    PRESENCE_AWAY = "presence-away"
    PRESENCE_BUSY = "presence-busy"
    PRESENCE_ON_BREAK = "presence-on-break"
    SEARCH = "search"
    SITUATION = "situation"
    SHIELD = "shield-check"
    TRIANGLE = "triangle-alert"
    UNDO = "undo-2"
    USER = "user"
    USERS = "users"
    VOLUME = "volume-2"
    VOLUME_OFF = "volume-x"
    WIFI_OFF = "wifi-off"
    WORK_VIEW = "message-square-text"


class IconDrawer:
    """Draws icons; keeps one renderer per icon and colour."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._renderers: dict[tuple[Icon, str], QSvgRenderer] = {}

    def draw(self, painter: QPainter, icon: Icon, colour: QColor, area: QRectF) -> None:
        """Draw ``icon`` into the square ``area`` (px). ``OSError`` when its file is missing."""
        self._renderer(icon, colour.name()).render(painter, area)

    def _renderer(self, icon: Icon, colour: str) -> QSvgRenderer:
        known = self._renderers.get((icon, colour))
        if known is not None:
            return known
        drawing = (self._folder / f"{icon}.svg").read_text(encoding="utf-8")
        tinted = drawing.replace("currentColor", colour)
        renderer = QSvgRenderer(QByteArray(tinted.encode()))
        self._renderers[icon, colour] = renderer
        return renderer
