"""The list of keys, opened over the work with F1 and closed with Esc."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.actions import deeds, key_words
from app.ui.further_keys import further_keys
from app.ui.parts.ground import Ground
from app.ui.parts.mark_label import MarkLabel
from app.ui.parts.marks import key_cap
from app.ui.parts.scroll_bar import SlimScrollBar
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class KeyList(QScrollArea):
    """Every deed with all its keys, and the keys of each place; scrolls where the window is low."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("keyList")
        self.setAccessibleName(self.tr("Keys"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(theme, self))
        sheet = Ground(theme, "keySheet", Colour.BG)
        layout = QVBoxLayout(sheet)
        side = theme.length(Length.SPACE_7)
        layout.setContentsMargins(side, side, side, side)
        layout.setSpacing(theme.length(Length.SPACE_4))
        title = runs_of(self.tr("Keys"), Type.HEADING, Colour.MUT)
        layout.addWidget(PlainLabel(theme, title, parent=sheet))
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.length(Length.SPACE_3))
        self._grid.setColumnStretch(0, 1)
        self._lines: dict[str, tuple[QWidget, ...]] = {}
        for deed in (each for each in deeds() if each.keys):
            self._lines[deed.name] = self._add(sheet, deed.words, deed.keys)
        for group in further_keys():
            self._head(sheet, group.name)
            for use in group.uses:
                self._add(sheet, use.words, use.keys)
        layout.addLayout(self._grid)
        layout.addStretch(1)
        self.setWidget(sheet)

    def show_deed(self, name: str, *, is_hers: bool) -> None:
        """List the deed of that name, or leave it out for those who cannot ever do it."""
        for widget in self._lines[name]:
            widget.setVisible(is_hers)

    def _head(self, sheet: Ground, name: str) -> None:
        """The place whose keys follow."""
        row = self._grid.rowCount()
        self._grid.setRowMinimumHeight(row, self._theme.length(Length.SPACE_4))
        label = PlainLabel(self._theme, runs_of(name, Type.HEADING, Colour.MUT), parent=sheet)
        self._grid.addWidget(label, row + 1, 0, 1, 2)

    def _add(self, sheet: Ground, words: str, keys: tuple[str, ...]) -> tuple[QWidget, ...]:
        """One line: what it does, and every key that does it; what stands on it."""
        row = self._grid.rowCount()
        label = PlainLabel(self._theme, runs_of(words, Type.CONTROL), wraps=True, parent=sheet)
        self._grid.addWidget(label, row, 0)
        caps = QVBoxLayout()
        shown: list[QWidget] = [label]
        caps.setSpacing(self._theme.length(Length.SPACE_1))
        for number, key in enumerate(keys):
            cap = MarkLabel(self._theme, f"key {row} {number}", key_cap(key_words(key)), parent=sheet)
            caps.addWidget(cap, 0, Qt.AlignmentFlag.AlignRight)
            shown.append(cap)
        self._grid.addLayout(caps, row, 1)
        return tuple(shown)
