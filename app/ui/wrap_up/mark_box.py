"""What is said of a contact beside its codes: its marks, and whether it was a test; none of it is needed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk.wrap_up_view import Chosen, WrapUpSheet
from app.ui.icons import Icon
from app.ui.parts.button import Button, Look
from app.ui.theme import Theme
from app.ui.tokens import Length
from app.ui.wrap_up.code_grid import CodeGrid


class MarkBox(QWidget):
    """``mark_pressed`` which · ``test_pressed`` a mystery customer or a test, or not. In a low window marks
    stand behind a button until one is wanted: the customer's last words stay in view.
    """

    mark_pressed = Signal(str)
    test_pressed = Signal()

    def __init__(self, theme: Theme, *, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_low = self._is_wanted = self._has_marks = False
        self.grid = CodeGrid(
            theme, "contactMarks", self.tr("Marks of the contact"), language=language, parent=self
        )
        self._unfold = self._chip(theme, "unfoldMarks", self.tr("Mark the contact…"))
        self._test = self._chip(theme, "markTest", self.tr("Mystery customer or test"))
        chips = QHBoxLayout()
        chips.setSpacing(theme.length(Length.SPACE_3))
        for chip in (self._unfold, self._test):
            chips.addWidget(chip)
        chips.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.length(Length.SPACE_3))
        layout.addWidget(self.grid)
        layout.addLayout(chips)
        self.grid.pressed_code.connect(self.mark_pressed)
        self._unfold.clicked.connect(self._on_unfold)
        self._test.clicked.connect(self.test_pressed)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops in it, in order."""
        return (self.grid, self._unfold, self._test)

    def begin(self) -> None:
        """Fold it anew, where it folds."""
        self._is_wanted = False

    def show_now(self, sheet: WrapUpSheet) -> None:
        """Show what is marked; of a call, whether it was a test is all there is to mark."""
        self.grid.show_rows(sheet.marks)
        self._has_marks = bool(sheet.marks)
        self._is_wanted |= any(row.chosen is not Chosen.NO for row in sheet.marks)
        self._fold()
        self._test.set_look(*((Look.PRIMARY, Icon.CHECK) if sheet.is_test else (Look.CHIP, None)))
        self._test.setAccessibleName(
            self.tr("Mystery customer or test, marked: left out of the figures")
            if sheet.is_test
            else self.tr("Mystery customer or test: left out of the figures")
        )

    def set_low(self, *, is_low: bool) -> None:
        """Whether the window is low."""
        self._is_low = is_low
        self.grid.set_dense(is_dense=is_low)
        self._fold()

    def _fold(self) -> None:
        is_folded = self._is_low and not self._is_wanted
        self.grid.setVisible(self._has_marks and not is_folded)
        self._unfold.setVisible(self._has_marks and is_folded)

    def _on_unfold(self) -> None:
        self._is_wanted = True
        self._fold()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chip(self, theme: Theme, name: str, words: str) -> Button:
        return Button(theme, name, words, look=Look.CHIP, height=Length.CHIP, parent=self)
