"""The states of the gallery in which a customer is asked for permission to move her conversation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.consent import Consent, ConsentState
from app.ui.language import Language
from app.ui.theme import ThemeChoice
from tests.support.consent_builders import AHEAD, QUESTION, answered, with_consents
from tests.support.screen_robots import WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

Draw = Callable[[Screens], QWidget]


def _sheet(*consents: Consent, searched: str = "kotisai", **how: Any) -> Draw:
    def draw(screens: Screens) -> QWidget:
        desk = StillDesk(with_consents(*consents))
        desk.ahead = AHEAD
        window = screens.main_window(desk, **how)
        work = WorkRobot(screens, window)
        work.press(Qt.Key.Key_F6)
        screens.turn()
        sheet = found(work.conversation.view, QWidget, "transferSheet")
        QTest.keyClicks(found(sheet, QLineEdit, "transferSearch"), searched)
        screens.settle()
        return window

    return draw


def _strip(*consents: Consent, **how: Any) -> Draw:
    def draw(screens: Screens) -> QWidget:
        return screens.main_window(StillDesk(with_consents(*consents)), **how)

    return draw


CONSENT_STATES: dict[str, Draw] = {
    "consent-needed": _sheet(),
    "consent-asked-dark": _sheet(QUESTION, choice=ThemeChoice.DARK),
    "consent-given-swedish": _sheet(
        answered(ConsentState.GIVEN), searched="hemsj", language=Language.SWEDISH, size=(1280, 720)
    ),
    "consent-needed-text-200": _sheet(text_scale=2.0, size=(1920, 1080)),
    "consent-refused": _strip(answered(ConsentState.REFUSED)),
    "consent-given": _strip(answered(ConsentState.GIVEN)),
}
