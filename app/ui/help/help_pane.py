"""Calling for help in a conversation: what it is about, then who was called and who comes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk.help_views import SentCall
from app.domain.marks import HelpAbout
from app.ui.help.help_words import sent_words
from app.ui.parts.banner import Banner
from app.ui.parts.button import Button, Look
from app.ui.parts.input_frame import InputFrame
from app.ui.parts.line_field import LineField
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class HelpPane(QWidget):
    """``edited``: what it is about is now this · ``call_wanted`` with what it is about, and for what kind of
    help (a `HelpAbout`) · ``withdraw_wanted`` · ``cancelled``: nobody is called.
    """

    edited = Signal(str)
    call_wanted = Signal(str, str)
    withdraw_wanted = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpPane")
        self._sent = Banner(theme, "sentCall", parent=self)
        self._sent.acted.connect(self.withdraw_wanted)
        self._form = QWidget(self)
        words = self.tr("What do you need help with? The supervisors alone see this; it may be empty.")
        self._question = PlainLabel(theme, runs_of(words, Type.SMALL), wraps=True, parent=self._form)
        self._text = LineField(theme, "helpText", words, parent=self._form)
        self._text.returnPressed.connect(self._on_call)
        self._text.textEdited.connect(self.edited)
        frame = InputFrame(theme, "helpTextFrame", self._text, side=Length.SPACE_5, parent=self._form)
        frame.setFixedHeight(theme.length(Length.INPUT))
        self._call = Button(
            theme, "callForHelp", self.tr("Call for help"), look=Look.PRIMARY, keys="Enter", parent=self._form
        )
        self._call.clicked.connect(self._on_call)
        barrier = self.tr("Language barrier: call for help")
        self._barrier = PlainLabel(theme, runs_of(barrier, Type.SMALL, Colour.MUT), parent=self._form)
        self._languages = (
            self._language(theme, HelpAbout.SWEDISH, self.tr("Swedish")),
            self._language(theme, HelpAbout.ENGLISH, self.tr("English")),
            self._language(theme, HelpAbout.INTERPRETER, self.tr("Interpreter")),
        )
        self._cancel = Button(theme, "cancelHelp", self.tr("Cancel"), keys="Esc", parent=self._form)
        self._cancel.clicked.connect(self.cancelled)
        self._trouble = PlainLabel(theme, wraps=True, parent=self._form)
        self._trouble.setObjectName("helpTrouble")
        self._lay_out(theme, frame)
        self._form.hide()
        self._called: SentCall | None = None
        self.hide()

    def open(self, text: str) -> None:
        """Ask what it is about; ``text`` is what she had written before, when nobody was called."""
        self._text.setText(text)
        self.say_trouble("")
        self._form.show()
        self.show()
        self._text.setFocus()

    @property
    def is_open(self) -> bool:
        """Whether it asks now."""
        return self._form.isVisibleTo(self)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops in it, in order."""
        return *self._sent.stops, self._text, self._cancel, self._call, *self._languages

    def close_form(self) -> None:
        """Ask no more."""
        self._form.hide()
        self.setVisible(self.has_something)

    def say_trouble(self, words: str) -> None:
        """Why nobody was called."""
        self._trouble.set_runs(runs_of(words, Type.SMALL, Colour.BAD))
        self._trouble.setVisible(bool(words))

    def show_call(self, call: SentCall | None) -> None:
        """Show the call that stands, or none."""
        self._called = call
        self._sent.say(None if call is None else sent_words(call))
        if call is not None:
            self._form.hide()
        # It takes no room while there is nothing to see.
        self.setVisible(self.has_something)

    @property
    def has_something(self) -> bool:
        """Whether there is anything to see."""
        return self._called is not None or self.is_open

    def _lay_out(self, theme: Theme, frame: QWidget) -> None:
        length = theme.length
        row = QHBoxLayout()
        row.setSpacing(length(Length.SPACE_4))
        row.addWidget(frame, 1)
        for button in (self._cancel, self._call):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, length(Length.SPACE_4))
        form.setSpacing(length(Length.SPACE_3))
        for widget in (self._question, self._trouble):
            form.addWidget(widget)
        form.addLayout(row)
        form.addLayout(self._language_row(length(Length.SPACE_4)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._sent)
        layout.addWidget(self._form)

    def _language(self, theme: Theme, about: HelpAbout, words: str) -> Button:
        """A button that marks the barrier and calls for that help, with what was written (R092)."""
        button = Button(
            theme, f"callFor {about}", words, look=Look.CHIP, height=Length.CHIP, parent=self._form
        )
        button.setProperty("about", about.value)
        button.clicked.connect(self._on_language)
        return button

    def _language_row(self, gap: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(gap)
        row.addWidget(self._barrier)
        for button in self._languages:
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _on_call(self) -> None:
        self.call_wanted.emit(self._text.text().strip(), HelpAbout.QUESTION.value)

    def _on_language(self) -> None:
        self.call_wanted.emit(self._text.text().strip(), str(self.sender().property("about")))
