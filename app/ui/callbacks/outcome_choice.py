"""What came of a call: six outcomes, each by its number key, one chosen at a time."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from app.domain.callback import AttemptOutcome
from app.ui.callback_words import outcome_word
from app.ui.icons import Icon
from app.ui.parts.button import Button, Look
from app.ui.theme import Theme
from app.ui.tokens import Length

_COLUMNS = 2


class OutcomeChoice(QWidget):
    """Emits ``chosen`` when another outcome is; shut until she has dialled and her file has the call. A
    number key pressed in between is kept and chosen then: who knows the keys does not wait for a disk.
    """

    chosen = Signal()

    def __init__(self, theme: Theme, *, keys_of: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outcomes")
        self._keys_of = keys_of
        self._outcome: AttemptOutcome | None = None
        self._is_expected = False
        self._early: AttemptOutcome | None = None
        self._buttons: dict[AttemptOutcome, _OutcomeButton] = {}
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.length(Length.SPACE_3))
        for place, outcome in enumerate(AttemptOutcome):
            key = str(place + 1)
            button = _OutcomeButton(theme, outcome, key, self.choose, self._choose_early, parent=self)
            self._buttons[outcome] = button
            grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
            shortcut = QShortcut(QKeySequence(key), keys_of)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.press_key)
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

    def forget(self) -> None:
        """Choose none, and keep no key: it is about another call from now on."""
        self._is_expected, self._early = False, None
        self.clear()

    def expect(self) -> None:
        """She has dialled: the choice opens as soon as her file has the call."""
        self._is_expected = not self.isEnabled()

    def set_open(self, *, is_open: bool) -> None:
        """Let an outcome be chosen, or shut the choice; a key that came early is chosen now."""
        self.setEnabled(is_open)
        if not is_open:
            self.clear()
            return
        early, self._early, self._is_expected = self._early, None, False
        # Who has gone elsewhere meanwhile is not fetched back: she sees that nothing is chosen.
        if early is not None and self._has_keys():
            self.choose(early)

    def _choose_early(self, outcome: AttemptOutcome) -> None:
        if self._is_expected:
            self._early = outcome

    def _has_keys(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self._keys_of or self._keys_of.isAncestorOf(focused))

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
        choose_early: Callable[[AttemptOutcome], None],
        *,
        parent: QWidget,
    ) -> None:
        super().__init__(
            theme, f"outcome_{outcome}", outcome_word(outcome), keys=key, height=Length.INPUT, parent=parent
        )
        self._outcome = outcome
        self._choose = choose
        self._choose_early = choose_early
        self.setCheckable(True)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)

    def set_chosen(self, *, is_chosen: bool) -> None:
        """Draw it as the one that is chosen."""
        self.setChecked(is_chosen)
        self.set_look(Look.PRIMARY if is_chosen else Look.PLAIN, Icon.CHECK if is_chosen else None)

    def press_key(self) -> None:
        """Its number key was pressed; a button that lies still takes no click."""
        if self.isEnabled():
            self.click()
        else:
            self._choose_early(self._outcome)

    def _on_clicked(self) -> None:
        self._choose(self._outcome)
