"""States of the guard of an anonymous chat, for the gallery."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.ui.language import Language
from app.ui.theme import ThemeChoice
from tests.support.example_data import FRONT, a_morning
from tests.support.screen_robots import found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

ASKS = "Kiitos, tämä selvä! Mikä on nimesi, henkilötunnuksesi ja sähköpostiosoitteesi?"


def _guard(text: str = ASKS, **how: Any) -> Callable[[Screens], QWidget]:
    def draw(screens: Screens) -> QWidget:
        desk = StillDesk(a_morning())
        desk.drafts.typed(FRONT, text)
        window = screens.main_window(desk, **how)
        window.focus_work()
        return window

    return draw


def _masking(selected: tuple[int, int] = (22, 33), **how: Any) -> Callable[[Screens], QWidget]:
    def draw(screens: Screens) -> QWidget:
        window = screens.main_window(StillDesk(a_morning()), **how)
        front = window.chat.current
        assert front is not None
        front.ask_to_mask(seq=1)
        edit = found(front, QPlainTextEdit, "maskText")
        cursor = edit.textCursor()
        cursor.setPosition(selected[0])
        cursor.setPosition(selected[1], QTextCursor.MoveMode.KeepAnchor)
        edit.setTextCursor(cursor)
        return window

    return draw


GUARD_STATES: dict[str, Callable[[Screens], QWidget]] = {
    "guard": _guard(),
    "guard-dark": _guard(choice=ThemeChoice.DARK),
    "guard-decision-swedish": _guard(
        "Jag ser i dina uppgifter.", language=Language.SWEDISH, size=(1280, 720)
    ),
    "guard-text-200": _guard(text_scale=2.0, size=(1920, 1080)),
    "guard-narrow": _guard(size=(960, 540)),
    "masking": _masking(),
    "masking-dark": _masking(choice=ThemeChoice.DARK),
    "masking-nothing-swedish": _masking((0, 0), language=Language.SWEDISH, size=(1280, 720)),
    "masking-text-200": _masking(text_scale=2.0, size=(1280, 720)),
}
