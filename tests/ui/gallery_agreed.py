"""The states of the gallery in which a professional writes to the customer of a contact, as agreed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget

from app.domain.project import Seen
from app.ui.language import Language
from app.ui.theme import ThemeChoice
from tests.support.example_data import a_morning
from tests.support.identity_builders import FOR_ONNI, identified
from tests.support.screen_robots import found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

Draw = Callable[[Screens], QWidget]
TEXT = "Hei Aino! Aika on varattu: tiistaina 1.12. klo 10, Kirkkokatu 2. Ota mukaan viimeisin päätös."
_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def _sheet(seen: Seen, *, is_written: bool = True, **how: Any) -> Draw:
    def draw(screens: Screens) -> QWidget:
        window = screens.main_window(StillDesk(seen), **how)
        QTest.keyClick(window, Qt.Key.Key_A, _KEYS)
        screens.settle()
        if is_written:
            found(window, QAbstractButton, "agreedHow_chat").click()
            found(window, QPlainTextEdit, "agreedText").insertPlainText(TEXT)
            screens.settle()
        return window

    return draw


AGREED_STATES: dict[str, Draw] = {
    "agreed-begun": _sheet(identified(), is_written=False),
    "agreed-written": _sheet(identified(FOR_ONNI)),
    "agreed-dark": _sheet(identified(), choice=ThemeChoice.DARK),
    "agreed-swedish": _sheet(identified(), language=Language.SWEDISH, size=(1280, 720)),
    "agreed-text-200": _sheet(identified(), text_scale=2.0, size=(1920, 1080)),
    "agreed-text-200-small": _sheet(identified(), text_scale=2.0, size=(1280, 720)),
    "agreed-anonymous": _sheet(a_morning(), is_written=False),
}
