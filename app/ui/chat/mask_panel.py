"""Masking a span of a message by hand: select it, read that it is for good, mask it (P02; domain.md B3)."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.conversation import Author, Message
from app.domain.problems import Problem
from app.ui.chat.span_edit import SpanEdit
from app.ui.chat.span_places import SpanPlaces
from app.ui.parts.button import Button, Look
from app.ui.parts.ground import Edge, Ground
from app.ui.parts.input_frame import InputFrame
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.text_runs import Run, one_line, quoted
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import clock, problem_sentence

_LINES_SHOWN = 4
_SHOWN_OF_SPAN = 40


class MaskPanel(Ground):
    """Mirrors one message. ``mask_wanted``: mask what is selected · ``step_wanted``: -1 an earlier message,
    1 a later one · ``cancelled``.
    """

    mask_wanted = Signal()
    step_wanted = Signal(int)
    cancelled = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "maskPanel", Colour.SURFACE, edges=Edge.TOP, parent=parent)
        self._places = SpanPlaces("")
        self._message: Message | None = None
        self._problem: Problem | None = None
        self._title = PlainLabel(theme, wraps=True, parent=self)
        self._title.setObjectName("maskTitle")
        self._edit = SpanEdit(theme, "maskText", parent=self)
        self._frame = InputFrame(
            theme,
            "maskFrame",
            self._edit,
            side=Length.SPACE_5,
            above=theme.length(Length.SPACE_3),
            parent=self,
        )
        self._state = PlainLabel(theme, wraps=True, parent=self)
        self._state.setObjectName("maskState")
        self._earlier = Button(theme, "maskEarlier", self.tr("Earlier message"), look=Look.CHIP, parent=self)
        self._later = Button(theme, "maskLater", self.tr("Later message"), look=Look.CHIP, parent=self)
        self._cancel = Button(theme, "maskCancel", self.tr("Cancel"), keys="Esc", parent=self)
        self._do = Button(
            theme, "maskSpan", self.tr("Mask for good"), look=Look.PRIMARY, keys="Enter", parent=self
        )
        self._lay_out()
        self._edit.selectionChanged.connect(self._show_state)
        self._edit.mask_wanted.connect(self._on_mask)
        self._do.clicked.connect(self._on_mask)
        self._earlier.clicked.connect(self._on_earlier)
        self._later.clicked.connect(self._on_later)
        self._cancel.clicked.connect(self.cancelled)
        self.hide()

    def _on_earlier(self) -> None:
        self.step_wanted.emit(-1)

    def _on_later(self) -> None:
        self.step_wanted.emit(1)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops in it, in order."""
        return self._edit, self._earlier, self._later, self._cancel, self._do

    @property
    def span(self) -> tuple[int, int]:
        """What is selected, in code points of the message; (0, 0) when nothing is."""
        cursor = self._edit.textCursor()
        return self._places.span(cursor.selectionStart(), cursor.selectionEnd())

    def show_message(self, message: Message, *, has_earlier: bool, has_later: bool) -> None:
        """Show a message to select from; where it is the one that stands, what is selected stays."""
        self._earlier.setEnabled(has_earlier)
        self._later.setEnabled(has_later)
        if message == self._message:
            return
        self._message, self._problem = message, None
        self._places = SpanPlaces(message.text)
        self._edit.setPlainText(self._places.shown)
        self._edit.setAccessibleName(self._name_of(message))
        self._title.set_runs(runs_of(self._name_of(message), Type.CONTROL, Colour.INK, weight=650))
        self._fit()
        self._show_state()

    def say(self, problem: Problem | None) -> None:
        """Why it cannot be masked."""
        self._problem = problem
        self._show_state()

    def forget(self) -> None:
        """Keep nothing of the message."""
        self._message, self._places = None, SpanPlaces("")
        self._edit.clear()
        self._state.set_runs(())

    def focus_text(self) -> None:
        """Put the keys on the message."""
        self._edit.setFocus()

    def set_tight(self, is_tight: bool) -> None:
        """Where there is hardly any height, leave out what only names it."""
        self._title.setVisible(not is_tight)
        self._earlier.setVisible(not is_tight)
        self._later.setVisible(not is_tight)

    def _name_of(self, message: Message) -> str:
        if message.by is Author.CUSTOMER:
            words = self.tr("Mask part of the customer's message at {clock}")
        else:
            words = self.tr("Mask part of the message sent at {clock}")
        return words.format(clock=clock(message.at))

    def _show_state(self) -> None:
        span = self.span
        has_span = span[0] < span[1]
        self._do.setEnabled(has_span)
        if self._problem is not None:
            runs = runs_of(problem_sentence(self._problem), Type.SMALL, Colour.WAIT, weight=600)
        elif not has_span:
            words = self.tr(
                "Select what must not stand here: with the mouse, or with Shift and the arrow keys."
            )
            runs = runs_of(words, Type.SMALL, Colour.MUT)
        else:
            what = quoted(one_line(self._places.words(span)), limit=_SHOWN_OF_SPAN)
            words = self.tr(
                "is masked for good, for the customer too. It is kept nowhere and cannot be undone."
            )
            runs = (
                Run(what, Type.SMALL, Colour.INK, 650),
                Run(f" {words}", Type.SMALL, Colour.INK),
            )
        self._state.set_runs(runs)

    def _on_mask(self) -> None:
        if self._do.isEnabled():
            self.mask_wanted.emit()

    def _fit(self) -> None:
        lines = min(_LINES_SHOWN, max(1, round(self._edit.document().size().height())))
        high = lines * self._edit.fontMetrics().lineSpacing() + self._theme.length(Length.SPACE_9)
        self._frame.setFixedHeight(round(high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        length = self._theme.length
        buttons = QHBoxLayout()
        buttons.setSpacing(length(Length.SPACE_4))
        buttons.addWidget(self._earlier)
        buttons.addWidget(self._later)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._do)
        layout = QVBoxLayout(self)
        side = length(Length.SPACE_7)
        layout.setContentsMargins(side, length(Length.SPACE_4), side, length(Length.SPACE_5))
        layout.setSpacing(length(Length.SPACE_3))
        layout.addWidget(self._title)
        layout.addWidget(self._frame)
        layout.addWidget(self._state)
        layout.addLayout(buttons)
