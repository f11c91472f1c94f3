"""Where a window stands: kept as words, and found again on whatever screens there are today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_MAXIMISED, _NORMAL = "maximised", "normal"
# Room for what the system draws around a window, which nobody knows before it is shown.
_TITLE_BAR_PX, _FRAME_PX = 40, 8


@dataclass(frozen=True, slots=True)
class Place:
    """``area`` is the inside of the window while it is not maximised."""

    area: QRect
    is_maximised: bool = False


def place_of(window: QWidget) -> Place:
    """Where a window stands now, and where it would stand if it were not maximised."""
    is_maximised = window.isMaximized()
    return Place(window.normalGeometry() if is_maximised else window.geometry(), is_maximised)


def in_words(place: Place) -> str:
    """``100 80 1440 900 normal``."""
    area = place.area
    numbers = (area.x(), area.y(), area.width(), area.height())
    return " ".join((*map(str, numbers), _MAXIMISED if place.is_maximised else _NORMAL))


def from_words(words: str) -> Place | None:
    """The place that was kept, or None for anything else."""
    parts = words.split()
    try:
        x, y, width, height = (int(part) for part in parts[:4])
    except ValueError:
        return None
    if len(parts) != 5 or parts[4] not in {_MAXIMISED, _NORMAL} or width <= 0 or height <= 0:
        return None
    if max(abs(number) for number in (x, y, width, height)) > 1_000_000:
        return None
    return Place(QRect(x, y, width, height), parts[4] == _MAXIMISED)


def usual_place(size: QSize, screen: QRect) -> QRect:
    """In the middle of a screen."""
    left, top = (screen.width() - size.width()) // 2, (screen.height() - size.height()) // 2
    return QRect(screen.topLeft() + QPoint(left, top), size)


def fitted(area: QRect, screens: Sequence[QRect]) -> QRect:
    """The same area, moved and made smaller as far as needed to lie on one screen whole, title bar and all.

    ``screens`` are what the system leaves of each to windows, the main one first.
    """
    shares = [_overlap(area, screen) for screen in screens]
    screen = screens[shares.index(max(shares))]
    if screen.adjusted(0, _TITLE_BAR_PX, 0, 0).contains(area):
        return area
    free = screen.adjusted(_FRAME_PX, _TITLE_BAR_PX, -_FRAME_PX, -_FRAME_PX)
    size = area.size().boundedTo(free.size())
    x = min(max(area.x(), free.x()), free.x() + free.width() - size.width())
    y = min(max(area.y(), free.y()), free.y() + free.height() - size.height())
    return QRect(QPoint(x, y), size)


def put(window: QWidget, place: Place | None) -> None:
    """Put a window where it stood, or at its own size in the middle of the main screen; shown or not."""
    main = QGuiApplication.primaryScreen()
    others = [screen for screen in QGuiApplication.screens() if screen is not main]
    screens = [screen.availableGeometry() for screen in (main, *others)]
    area = usual_place(window.size(), screens[0]) if place is None else place.area
    window.setGeometry(fitted(area, screens))
    if place is not None and place.is_maximised:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def _overlap(area: QRect, screen: QRect) -> int:
    shared = area.intersected(screen)
    return shared.width() * shared.height()
