"""Which consultations the list shows: those that go on, late ones, or those that are over."""

from collections.abc import Iterable
from typing import assert_never

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.desk.consultation_views import ConsultationRow, Which, chosen_of
from app.ui.parts.button import Button, Look
from app.ui.theme import Theme
from app.ui.tokens import Length


class WhichConsultations(QWidget):
    """Emits ``chosen`` when another choice is made."""

    chosen = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("whichConsultations")
        self._which = Which.OPEN
        self._buttons: dict[Which, _Choice] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.length(Length.SPACE_3))
        for which in Which:
            button = _Choice(theme, which, parent=self)
            button.wanted.connect(self._on_wanted)
            self._buttons[which] = button
            layout.addWidget(button)
        layout.addStretch(1)

    def show_rows(self, rows: Iterable[ConsultationRow]) -> tuple[ConsultationRow, ...]:
        """Say how many there are of each, and give those that are chosen."""
        every = tuple(rows)
        for which, button in self._buttons.items():
            button.show_count(len(chosen_of(every, which)), is_chosen=which is self._which)
        return chosen_of(every, self._which)

    def _on_wanted(self, which: str) -> None:
        self._which = Which(which)
        self.chosen.emit()


class _Choice(Button):
    """One choice, with its count."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, which: Which, *, parent: QWidget) -> None:
        name = f"consultations_{which}"
        super().__init__(theme, name, "", look=Look.CHIP, height=Length.CHIP, parent=parent)
        self._which = which
        self.setCheckable(True)
        self.clicked.connect(self._on_clicked)

    def show_count(self, count: int, *, is_chosen: bool) -> None:
        """Say how many, and whether it is the one that holds."""
        self.set_words(_words(self._which).format(count=count))
        self.setChecked(is_chosen)
        self.set_look(Look.PRIMARY if is_chosen else Look.CHIP, None)

    def _on_clicked(self) -> None:
        self.wanted.emit(self._which.value)


def _words(which: Which) -> str:
    match which:
        case Which.OPEN:
            return QCoreApplication.translate("consultations", "Open · {count}")
        case Which.LATE:
            return QCoreApplication.translate("consultations", "Late · {count}")
        case Which.OVER:
            return QCoreApplication.translate("consultations", "Ended · {count}")
    assert_never(which)
