"""The states of the gallery in which a professional writes to the customer of a contact, as agreed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget

from app.domain.callback import Attempt, AttemptOutcome, CallbackReason, CallbackState
from app.domain.conversation import Channel, Direction
from app.domain.project import Seen, project
from app.ui.language import Language
from app.ui.theme import ThemeChoice
from tests.support.callback_builders import a_callback
from tests.support.desk_builders import MAIJA, NINE_O_CLOCK, what_is_seen
from tests.support.desk_consultations import at
from tests.support.desk_messages import ANSWERED, messages
from tests.support.example_data import FRONT, a_morning
from tests.support.identity_builders import FOR_ONNI, identified
from tests.support.screen_robots import found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

Draw = Callable[[Screens], QWidget]
TEXT = "Hei Aino! Aika on varattu: tiistaina 1.12. klo 10, Kirkkokatu 2. Ota mukaan viimeisin päätös."
_SENT: dict[str, Any] = {
    "direction": Direction.PROFESSIONAL,
    "open_until": at("2026-12-02 23:59"),
    "last_line": TEXT,
    "customer_wrote_at": None,
}
_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class _MondayDesk(StillDesk):
    """A desk on a Monday afternoon."""

    def now(self) -> datetime:
        return at("2026-11-23 14:20")


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


def _list(**how: Any) -> Draw:
    def draw(screens: Screens) -> QWidget:
        heads = (*messages()[:3], replace(messages()[3], **_SENT))
        window = screens.main_window(_MondayDesk(what_is_seen(*heads)), **how)
        window.do("goToMessages")
        screens.settle()
        QTest.keyClick(screens.app.focusWidget() or window, Qt.Key.Key_End)
        screens.settle()
        return window

    return draw


def _tabs(screens: Screens) -> QWidget:
    seen = identified()
    head = seen.confirmed.heads[FRONT]
    sent = replace(head, conversation_id=ANSWERED, channel=Channel.MESSAGE, **_SENT)
    heads = {**seen.confirmed.heads, ANSWERED: sent}
    windows = {**seen.confirmed.windows, ANSWERED: seen.confirmed.windows[FRONT]}
    state = replace(seen.confirmed, heads=heads, windows=windows)
    return screens.main_window(StillDesk(project(state, seen.pending, is_live=True)))


AGREED_STATES["agreed-list"] = _list()
AGREED_STATES["agreed-list-swedish-dark"] = _list(choice=ThemeChoice.DARK, language=Language.SWEDISH)
AGREED_STATES["agreed-tabs"] = _tabs


def _after_a_call(**how: Any) -> Draw:
    def draw(screens: Screens) -> QWidget:
        reached = Attempt(1, NINE_O_CLOCK, MAIJA, AttemptOutcome.REACHED)
        call = a_callback(
            attempts=(reached,),
            state=CallbackState.CLOSED,
            closed_reason=CallbackReason.REACHED,
            closed_at=NINE_O_CLOCK,
            is_identified=True,
        )
        window = screens.main_window(StillDesk(what_is_seen(callbacks=(call,))), **how)
        window.do("goToCallbacks")
        screens.settle()
        QTest.keyClick(screens.app.focusWidget() or window, Qt.Key.Key_Down)
        screens.settle()
        found(window, QAbstractButton, "writeAfterCall").click()
        sheet = found(found(window, QWidget, "callbacksPane"), QWidget, "agreedSheet")
        found(sheet, QAbstractButton, "agreedHow_phone").click()
        found(sheet, QPlainTextEdit, "agreedText").insertPlainText(TEXT)
        screens.settle()
        return window

    return draw


AGREED_STATES["agreed-call"] = _after_a_call()
AGREED_STATES["agreed-call-swedish-dark"] = _after_a_call(choice=ThemeChoice.DARK, language=Language.SWEDISH)
AGREED_STATES["agreed-call-text-200-small"] = _after_a_call(text_scale=2.0, size=(1280, 720))
