"""The sign-in window while work comes back by itself: one calm sentence, and a way for somebody else."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.parts.button import Button, Look
from app.ui.parts.message_strip import MessageStrip
from app.ui.resuming import Resuming
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class OpeningPart(QWidget):
    """Mirrors one ``Resuming``. ``someone_else_wanted``: whoever sits here wants to sign in herself."""

    someone_else_wanted = Signal()

    def __init__(self, theme: Theme, resuming: Resuming, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._resuming = resuming
        # It has the keys at first: Enter must not press a button nobody has read.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = self.tr(
            "If Vuoro was not signed out of last time, the work goes on where it stopped, with its drafts."
        )
        self._hint = PlainLabel(theme, runs_of(words, Type.BODY, Colour.INK), wraps=True, parent=self)
        self._hint.setObjectName("openingHint")
        self._message = MessageStrip(theme, "openingProblem", parent=self)
        self._again = Button(theme, "tryNow", self.tr("Try now"), look=Look.PRIMARY, parent=self)
        self._again.clicked.connect(resuming.try_now)
        self._else = Button(theme, "someoneElse", self.tr("Sign in as someone else"), parent=self)
        self._else.clicked.connect(self.someone_else_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.length(Length.SPACE_6))
        layout.addWidget(self._hint)
        layout.addWidget(self._message)
        row = QHBoxLayout()
        row.addWidget(self._else)
        row.addStretch(1)
        row.addWidget(self._again)
        layout.addLayout(row)
        resuming.changed.connect(self.show_now)
        self.show_now()

    def show_now(self) -> None:
        """Show how far it has come."""
        resuming = self._resuming
        self._again.setVisible(resuming.problem is not None)
        self._again.setEnabled(not resuming.is_trying)
        self._again.set_words(self.tr("Trying…") if resuming.is_trying else self.tr("Try now"))
        if resuming.problem is None:
            self._message.say("")
            self.setAccessibleName(self._hint.shown)
            return
        self._hint.hide()
        away = self.tr("The server cannot be reached. Drafts and unsent messages are safe on this computer.")
        again = self.tr("Trying again in %n second(s).", "", resuming.seconds_left)
        self._message.say(away if resuming.is_trying else f"{away} {again}")
        self.setAccessibleName(away)
