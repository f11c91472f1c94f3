"""Where words for a consultation are written: note colour, a lock, and that no customer sees them."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.chat.draft_edit import DraftEdit
from app.ui.chat.paste_words import paste_words
from app.ui.icons import Icon
from app.ui.parts.input_frame import InputFrame
from app.ui.parts.mark_label import MarkLabel
from app.ui.parts.marks import Mark
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class WordsBox(QWidget):
    """``edited``: the text as it is now · ``send_wanted``: Enter."""

    edited = Signal(str)
    send_wanted = Signal()

    def __init__(self, theme: Theme, name: str, *, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Box")
        self._theme = theme
        self._box = DraftEdit(theme, name, parent=self)
        self._box.setAccessibleName(spoken)
        lock = MarkLabel(theme, f"{name}Lock", parent=self)
        unseen = self.tr("the customer does not see this")
        lock.show_mark(Mark(unseen, Type.SMALL, Colour.INK, icon=Icon.LOCK, side=None))
        self._frame = InputFrame(
            theme,
            f"{name}Frame",
            self._box,
            side=Length.SPACE_5,
            above=theme.length(Length.SPACE_2),
            ground=Colour.NOTE,
            edge=Colour.NOTE_EDGE,
            parent=self,
        )
        self._frame.setFixedHeight(theme.length(Length.COMPOSER_MIN))
        self._trouble = PlainLabel(theme, wraps=True, parent=self)
        self._trouble.setObjectName(f"{name}Trouble")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.length(Length.SPACE_2))
        for widget in (lock, self._frame, self._trouble):
            layout.addWidget(widget)
        self._trouble.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._box.textChanged.connect(self._on_edited)
        self._box.send_wanted.connect(self.send_wanted)
        self._box.paste_refused.connect(self._on_paste_refused)
        self.setFocusProxy(self._box)

    def set_low(self, *, is_low: bool) -> None:
        """In a low view one line to write on; the lock stands all the same."""
        length = self._theme.length
        one_line = length(Length.INPUT) + length(Length.SPACE_3)
        self._frame.setFixedHeight(one_line if is_low else length(Length.COMPOSER_MIN))

    @property
    def text(self) -> str:
        """What is written."""
        return self._box.toPlainText()

    def show_text(self, text: str, placeholder: str) -> None:
        """Show this draft; what is shown was not typed and goes to no slot."""
        self._box.setPlaceholderText(placeholder)
        if text != self._box.toPlainText():
            with QSignalBlocker(self._box):
                self._box.setPlainText(text)

    def say_trouble(self, words: str) -> None:
        """Say why it was not sent, until it is changed."""
        self._trouble.set_runs(runs_of(words, Type.SMALL, Colour.BAD))
        self._trouble.setVisible(bool(words))

    def _on_paste_refused(self, characters: int) -> None:
        self.say_trouble(paste_words(characters))

    def _on_edited(self) -> None:
        self.say_trouble("")
        self.edited.emit(self._box.toPlainText())
