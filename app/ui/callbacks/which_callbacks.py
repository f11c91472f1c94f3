"""Which requests the list shows: all, her own, or those to be called now; each with how many there are."""

from collections.abc import Iterable
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.desk.callback_views import CallbackRow, Which, chosen_of
from app.ui.parts.button import Button, Look
from app.ui.theme import Theme
from app.ui.tokens import Length


class WhichCallbacks(QWidget):
    """Emits ``chosen`` when another choice is made."""

    chosen = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("whichCallbacks")
        self._which = Which.ALL
        self._buttons: dict[Which, _Choice] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._gap = theme.length(Length.SPACE_3)
        layout.setSpacing(self._gap)
        for which in Which:
            button = _Choice(theme, which, parent=self)
            button.wanted.connect(self._on_wanted)
            self._buttons[which] = button
            layout.addWidget(button)
        layout.addStretch(1)

    @property
    def which(self) -> Which:
        """The choice that holds."""
        return self._which

    def show_rows(self, rows: Iterable[CallbackRow]) -> tuple[CallbackRow, ...]:
        """Say how many there are of each, and give those that are chosen."""
        every = tuple(rows)
        for which, button in self._buttons.items():
            button.show_count(len(chosen_of(every, which)), is_chosen=which is self._which)
        return chosen_of(every, self._which)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where the words of all would be cut; they are heard whole."""
        super().resizeEvent(event)
        gaps = (len(self._buttons) - 1) * self._gap
        for is_short in (False, True):
            for button in self._buttons.values():
                button.say_short(is_short=is_short)
            if sum(button.sizeHint().width() for button in self._buttons.values()) + gaps <= self.width():
                return

    def minimumSizeHint(self) -> QSize:
        """It can do with less than all the words take."""
        return QSize(0, super().minimumSizeHint().height())

    def _on_wanted(self, which: str) -> None:
        self._which = Which(which)
        self.chosen.emit()


class _Choice(Button):
    """One choice, with its count."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, which: Which, *, parent: QWidget) -> None:
        super().__init__(theme, f"callbacks_{which}", "", look=Look.CHIP, height=Length.CHIP, parent=parent)
        self._which = which
        self._count = 0
        self._is_short = False
        self.setCheckable(True)
        self.clicked.connect(self._on_clicked)

    def show_count(self, count: int, *, is_chosen: bool) -> None:
        """Say how many, and whether it is the one that holds."""
        self._count = count
        self._say()
        self.setChecked(is_chosen)
        self.set_look(Look.PRIMARY if is_chosen else Look.CHIP, None)

    def say_short(self, *, is_short: bool) -> None:
        """Say it in one word, or whole."""
        self._is_short = is_short
        self._say()

    def _say(self) -> None:
        whole = _words(self._which)
        self.set_words((_short_words(self._which) if self._is_short else whole).format(count=self._count))
        self.setAccessibleName(whole.format(count=self._count))

    def _on_clicked(self) -> None:
        self.wanted.emit(self._which.value)


def _words(which: Which) -> str:
    match which:
        case Which.ALL:
            return QCoreApplication.translate("callbacks", "All · {count}")
        case Which.MINE:
            return QCoreApplication.translate("callbacks", "Mine · {count}")
        case Which.DUE:
            return QCoreApplication.translate("callbacks", "To be called now · {count}")
    assert_never(which)


def _short_words(which: Which) -> str:
    if which is Which.DUE:
        return QCoreApplication.translate("callbacks", "Now · {count}")
    return _words(which)
