"""Every state the gallery draws, by name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.language import Language
from app.ui.theme import ThemeChoice
from tests.support.example_data import FRONT, a_morning
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk


def _work(screens: Screens, **how: object) -> QWidget:
    desk = StillDesk(a_morning())
    desk.drafts.typed(
        FRONT,
        "Lähetän sinulle tunnistautumislinkin. Keskustelu jatkuu tässä samassa ikkunassa, eikä mitään katoa.",
    )
    desk.writing.add(FRONT)
    return screens.main_window(desk, **how)  # type: ignore[arg-type]


def work_light(screens: Screens) -> QWidget:
    return _work(screens)


def work_dark(screens: Screens) -> QWidget:
    return _work(screens, choice=ThemeChoice.DARK)


def work_contrast(screens: Screens) -> QWidget:
    return _work(screens, choice=ThemeChoice.HIGH_CONTRAST)


def work_small(screens: Screens) -> QWidget:
    return _work(screens, size=(1280, 720))


def work_swedish(screens: Screens) -> QWidget:
    return _work(screens, language=Language.SWEDISH)


STATES: dict[str, Callable[[Screens], QWidget]] = {
    "work-light": work_light,
    "work-dark": work_dark,
    "work-contrast": work_contrast,
    "work-1280x720": work_small,
    "work-swedish": work_swedish,
}
