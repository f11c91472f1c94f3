"""The list of keys, opened over the work with F1 and closed with Esc."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.ui.actions import deeds
from app.ui.parts.ground import Ground
from app.ui.parts.mark_label import MarkLabel
from app.ui.parts.marks import key_cap
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class KeyList(Ground):
    """Every deed with its keys."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "keyList", Colour.BG, parent=parent)
        self.setAccessibleName(self.tr("Keys"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        side = theme.length(Length.SPACE_7)
        layout.setContentsMargins(side, side, side, side)
        layout.setSpacing(theme.length(Length.SPACE_4))
        layout.addWidget(PlainLabel(theme, runs_of(self.tr("Keys"), Type.HEADING, Colour.MUT), parent=self))
        grid = QGridLayout()
        grid.setSpacing(theme.length(Length.SPACE_3))
        rows = [(deed.words, deed.keys) for deed in deeds()]
        rows += [
            (self.tr("Send the message"), ("Enter",)),
            (self.tr("Break the line"), ("Shift+Enter",)),
            (self.tr("Take the sent message back"), ("Ctrl+Z",)),
            (self.tr("Earlier messages"), ("PgUp",)),
        ]
        for number, (words, keys) in enumerate(rows):
            grid.addWidget(
                PlainLabel(theme, runs_of(words, Type.CONTROL), wraps=True, parent=self), number, 0
            )
            shown = QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            cap = MarkLabel(theme, f"key {number}", key_cap(shown), parent=self)
            grid.addWidget(cap, number, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        layout.addLayout(grid)
        layout.addStretch(1)
