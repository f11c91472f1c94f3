"""Where a note is written: looks unlike the composer, belongs to one conversation at a time."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import ConversationId
from app.domain.problems import Problem
from app.ui.chat.draft_edit import DraftEdit
from app.ui.chat.paste_words import paste_words
from app.ui.parts.button import Button
from app.ui.parts.input_frame import InputFrame
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import problem_sentence


class NoteBox(QWidget):
    """``edited``: the text of that conversation's note · ``save_wanted``: keep that conversation's note."""

    edited = Signal(str, str)
    save_wanted = Signal(str)

    def __init__(self, theme: Theme, name: str = "noteText", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteBox")
        self._conversation_id: ConversationId | None = None
        heading = PlainLabel(theme, runs_of(self.tr("Notes"), Type.HEADING, Colour.MUT), parent=self)
        self._box = DraftEdit(theme, name, parent=self)
        self._box.setAccessibleName(self.tr("Note, the customer does not see this"))
        self._box.setPlaceholderText(self.tr("Write a note…"))
        self._theme = theme
        self._is_low = False
        self._trouble = ""
        self._obstacle = ""
        self._frame = InputFrame(
            theme,
            "noteFrame",
            self._box,
            side=Length.SPACE_5,
            above=theme.length(Length.SPACE_2),
            ground=Colour.NOTE,
            edge=Colour.NOTE_EDGE,
            parent=self,
        )
        self._frame.setFixedHeight(theme.length(Length.COMPOSER_MIN))
        self._says = PlainLabel(theme, wraps=True, parent=self)
        self._says.setObjectName("noteState")
        self._save = Button(theme, "saveNote", self.tr("Keep the note"), keys="Enter", parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.length(Length.SPACE_3))
        for widget in (heading, self._frame, self._says, self._save):
            layout.addWidget(widget)
        self._box.textChanged.connect(self._on_edited)
        self._box.send_wanted.connect(self._on_save)
        self._box.paste_refused.connect(self._on_paste_refused)
        self._save.clicked.connect(self._on_save)
        self.hide()

    def show_note(self, conversation_id: ConversationId | None, text: str, problem: Problem | None) -> None:
        """Show the note of the conversation in front, or nothing; ``problem``: why it cannot be kept now."""
        if conversation_id != self._conversation_id:
            self._trouble = ""
        self._conversation_id = conversation_id
        self.setVisible(conversation_id is not None)
        if text != self._box.toPlainText():
            # What is shown here was not typed: it must not go to any slot.
            with QSignalBlocker(self._box):
                self._box.setPlainText(text)
        self._box.setReadOnly(problem is not None)
        self._save.setVisible(bool(text.strip()) and problem is None and not self._is_low)
        self._obstacle = problem_sentence(problem) if problem is not None else ""
        self._say()

    def show_refusal(self, problem: Problem) -> None:
        """Say why the note was not kept, until it is changed."""
        self._trouble = problem_sentence(problem)
        self._say()

    def set_low(self, *, is_low: bool) -> None:
        """In a low window one line to write on, without what is only a hint; Enter keeps it all the same."""
        self._is_low = is_low
        length = self._theme.length
        one_line = length(Length.INPUT) + length(Length.SPACE_3)
        self._frame.setFixedHeight(one_line if is_low else length(Length.COMPOSER_MIN))
        self._say()
        self._save.setVisible(self._save.isVisibleTo(self) and not is_low)

    def focus(self) -> None:
        """Put the keys here."""
        self._box.setFocus()

    @property
    def has_focus(self) -> bool:
        """Whether letters typed now land here."""
        return self._box.hasFocus()

    def _say(self) -> None:
        """What went wrong, else why nothing can be kept; for whom it is where there is room."""
        words = self._trouble or self._obstacle
        hint = words or self.tr("For professionals only.")
        self._says.set_runs(runs_of(hint, Type.SMALL, Colour.BAD if self._trouble else Colour.MUT))
        self._says.setVisible(bool(words) or not self._is_low)

    def _on_paste_refused(self, characters: int) -> None:
        self._trouble = paste_words(characters)
        self._say()

    def _on_edited(self) -> None:
        self._trouble = ""
        if self._conversation_id is not None:
            self.edited.emit(self._conversation_id, self._box.toPlainText())

    def _on_save(self) -> None:
        if self._conversation_id is not None and self._box.toPlainText().strip():
            self.save_wanted.emit(self._conversation_id)
