"""Keys of the wrap-up: a number is a contact reason, Alt and a number an outcome, + adds, Enter finishes."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.desk.wrap_up_view import CodeKind

_NONE = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_ALT = Qt.KeyboardModifier.AltModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class CodeKey:
    """What a key means on the sheet."""

    number: int | None = None
    kind: CodeKind = CodeKind.REASON
    is_adding: bool = False
    is_finishing: bool = False


def code_key(event: QKeyEvent, *, is_text: bool) -> CodeKey | None:
    """What the key means; None when it is an ordinary one. ``is_text``: it was pressed where digits are text.

    Alt with the number pad is how Windows spells characters, so only the upper row counts with Alt.
    """
    modifiers = event.modifiers()
    number = event.key() - Qt.Key.Key_0
    is_number = 1 <= number <= 9
    if is_number and modifiers == _ALT:
        return CodeKey(number, CodeKind.OUTCOME)
    if is_text:
        return None
    if is_number and modifiers in (_NONE, _KEYPAD):
        return CodeKey(number, CodeKind.REASON)
    if event.text() == "+":
        return CodeKey(is_adding=True)
    if event.key() in _ENTER and modifiers in (_NONE, _KEYPAD) and not event.isAutoRepeat():
        return CodeKey(is_finishing=True)
    return None
