"""What came of a call: six outcomes, each by its number key, one chosen at a time."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.callback import AttemptOutcome
from app.ui.callback_words import outcome_word
from app.ui.icons import Icon
from app.ui.parts.button import Button, Look
from app.ui.theme import Theme
from app.ui.tokens import Length

_COLUMNS = 2


class OutcomeChoice(QWidget):
    """Emits ``chosen`` when another outcome is; disabled until she has dialled."""

    chosen = Signal()

    def __init__(self, theme: Theme, *, keys_of: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outcomes")
        self._outcome: AttemptOutcome | None = None
        self._buttons: dict[AttemptOutcome, _OutcomeButton] = {}
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.length(Length.SPACE_3))
        for place, outcome in enumerate(AttemptOutcome):
            key = str(place + 1)
            button = _OutcomeButton(theme, outcome, key, self.choose, parent=self)
            self._buttons[outcome] = button
            grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
            shortcut = QShortcut(QKeySequence(key), keys_of)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        self.clear()

    @property
    def outcome(self) -> AttemptOutcome | None:
        """The one chosen, or None."""
        return self._outcome

    def arrange(self, room: int) -> None:
        """Two columns where they fit into ``room`` px, else one."""
        widest = max(button.sizeHint().width() for button in self._buttons.values())
        columns = _COLUMNS if _COLUMNS * widest + self._grid.spacing() <= room else 1
        for place, button in enumerate(self._buttons.values()):
            self._grid.addWidget(button, place // columns, place % columns)

    def clear(self) -> None:
        """Choose none."""
        self._outcome = None
        self._show()

    def choose(self, outcome: AttemptOutcome) -> None:
        """Choose this one."""
        self._outcome = outcome
        self._show()
        self.chosen.emit()

    def _show(self) -> None:
        for outcome, button in self._buttons.items():
            button.set_chosen(is_chosen=outcome is self._outcome)


class _OutcomeButton(Button):
    """One outcome, with its key."""

    def __init__(
        self,
        theme: Theme,
        outcome: AttemptOutcome,
        key: str,
        choose: Callable[[AttemptOutcome], None],
        *,
        parent: QWidget,
    ) -> None:
        super().__init__(
            theme, f"outcome_{outcome}", outcome_word(outcome), keys=key, height=Length.INPUT, parent=parent
        )
        self._outcome = outcome
        self._choose = choose
        self.setCheckable(True)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)

    def set_chosen(self, *, is_chosen: bool) -> None:
        """Draw it as the one that is chosen."""
        self.setChecked(is_chosen)
        self.set_look(Look.PRIMARY if is_chosen else Look.PLAIN, Icon.CHECK if is_chosen else None)

    def _on_clicked(self) -> None:
        self._choose(self._outcome)
