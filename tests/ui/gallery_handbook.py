"""States of the handbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.handbook import Handbook, Support
from app.ui.language import Language
from app.ui.theme import ThemeChoice
from tests.support.desk_consultations import lines
from tests.support.example_data import a_morning
from tests.support.handbook_builders import the_example
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

Draw = Callable[[Screens], QWidget]


def _handbook(*, is_written: bool = True, **how: Any) -> Draw:
    def draw(screens: Screens) -> QWidget:
        book = the_example()
        assert book.support is not None
        book = replace(book, support=Support(book.support.text, lines()[1].queue_id))
        seen = a_morning(handbook=book if is_written else Handbook(), consultation_queues=lines())
        window = screens.main_window(StillDesk(seen), **how)
        QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
        screens.settle()
        return window

    return draw


HANDBOOK_STATES: dict[str, Draw] = {
    "handbook": _handbook(),
    "handbook-swedish-dark-small": _handbook(
        choice=ThemeChoice.DARK, language=Language.SWEDISH, size=(1280, 720)
    ),
    "handbook-text-200": _handbook(text_scale=2.0),
    "handbook-nothing": _handbook(is_written=False),
}
