"""The list of keys, opened over the work with F1 and closed with Esc."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.actions import deeds, key_words
from app.ui.parts.ground import Ground
from app.ui.parts.mark_label import MarkLabel
from app.ui.parts.marks import key_cap
from app.ui.parts.scroll_bar import SlimScrollBar
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class KeyList(QScrollArea):
    """Every deed with its keys; scrolls where the window is low."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        grid = QGridLayout()
        grid.setSpacing(theme.length(Length.SPACE_3))
        rows = [(deed.words, deed.keys[0]) for deed in deeds()]
        rows += [
            (self.tr("Send the message"), "Enter"),
            (self.tr("Send a long message in parts"), "Alt+Enter"),
            (self.tr("Break the line"), "Shift+Enter"),
            (self.tr("Canned answers, at the start of a word"), "/"),
            (self.tr("To the next blank of a canned answer"), "Tab"),
            (self.tr("Take the sent message back"), "Ctrl+Z"),
            (self.tr("Earlier messages"), "PgUp"),
        ]
        for number, (words, keys) in enumerate(rows):
            label = PlainLabel(theme, runs_of(words, Type.CONTROL), wraps=True, parent=sheet)
            grid.addWidget(label, number, 0)
            cap = MarkLabel(theme, f"key {number}", key_cap(key_words(keys)), parent=sheet)
            grid.addWidget(cap, number, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        layout.addLayout(grid)
        layout.addStretch(1)
        self.setWidget(sheet)
