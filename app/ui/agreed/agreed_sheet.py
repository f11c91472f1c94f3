"""The sheet of an agreed message: to whom, what for, how and when it was agreed, and its text (R117–R122)."""

from datetime import date
from re import fullmatch

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.agreed_message import AgreedHow, Purpose
from app.domain.problems import Problem
from app.ui.agreed.agreed_words import how_words, purpose_words
from app.ui.chat.draft_edit import DraftEdit
from app.ui.chat.paste_words import paste_words
from app.ui.parts.button import Button, Look
from app.ui.parts.ground import Edge, Ground
from app.ui.parts.input_frame import InputFrame
from app.ui.parts.line_field import LineField
from app.ui.parts.scroller import Scroller
from app.ui.pre_information.switches import Switch
from app.ui.refusal_words import agreed_sentence
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type

_LINES = 4
_DAY_WIDTHS = 3
"""Of a button's height: room for 23.11.2026 at every size."""


class AgreedSheet(Ground):
    """``chosen``: something else is · ``edited`` the text as it stands · ``send_wanted``: whether it is
    closed at once · ``cancelled``.
    """

    chosen = Signal()
    edited = Signal(str)
    send_wanted = Signal(bool)
    cancelled = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "agreedSheet", Colour.SURFACE, edges=Edge.BOTTOM, parent=parent)
        self._refused_paste = ""
        self._make_parts()
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def purpose(self) -> Purpose:
        """What it is for."""
        return Purpose(self._purposes.value)

    @property
    def how(self) -> AgreedHow | None:
        """Where it was agreed; None until she has said."""
        return AgreedHow(self._hows.value) if self._hows.value else None

    @property
    def agreed_on(self) -> date | None:
        """The day on which it was agreed; None while what stands there is no day."""
        return day_of(self._day.text())

    @property
    def text(self) -> str:
        """What is written."""
        return self._text.toPlainText()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops in it, in order."""
        return (
            *(*self._purposes.stops, *self._hows.stops, self._day, self._text),
            *(self._cancel, self._open, self._close),
        )

    def begin(self, purpose: Purpose, *, today: date, text: str) -> None:
        """Begin with that purpose, agreed today; how is to be said. Nothing is emitted."""
        self._refused_paste = ""
        self._purposes.choose(purpose.value)
        self._hows.choose_none()
        for field in (self._day, self._text):
            field.blockSignals(True)
        self._day.setText(f"{today.day}.{today.month}.{today.year}")
        self._text.setPlainText(text)
        for field in (self._day, self._text):
            field.blockSignals(False)
        self.show()

    def show_recipient(self, words: str) -> None:
        """To whom it goes; "": to nobody."""
        self._to.set_runs(runs_of(words, Type.SMALL, Colour.INK))
        self._to.setVisible(bool(words))

    def show_state(self, problem: Problem | None, *, can_send: bool) -> None:
        """What is missing or why it cannot be sent; else what becomes of it."""
        words, colour = self._would_happen(), Colour.MUT
        if self._refused_paste:
            words, colour = self._refused_paste, Colour.WAIT
        elif problem is not None:
            words, colour = agreed_sentence(problem), Colour.WAIT
        self._state.set_runs(runs_of(words, Type.SMALL, colour))
        self._day_frame.mark_wrong(is_wrong=self.agreed_on is None)
        self._open.setEnabled(can_send)
        self._close.setEnabled(can_send)

    def focus_first(self) -> None:
        """Put the keys where she must say something: how it was agreed."""
        self._hows.stops[0].setFocus()

    @property
    def needed_width(self) -> int:
        """How wide it must be to show every choice side by side."""
        side = 2 * self._theme.length(Length.SPACE_8)
        return side + max(self._grid.sizeHint().width(), self._below.sizeHint().width())

    def fit_into(self, *, is_tight: bool) -> None:
        """Where there is hardly any height, what is chosen and written scrolls, and the title goes."""
        self._scroller.set_whole(is_whole=not is_tight)
        self._title.setVisible(not is_tight)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What has the keys is in sight, also where it scrolls."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._scroller.ensureWidgetVisible(watched, 0, 0)
        return super().eventFilter(watched, event)

    def _make_parts(self) -> None:
        theme = self._theme
        self._middle = QWidget(self)
        title = self.tr("New message to the customer")
        self._scroller = Scroller(theme, "agreedScroller", self._middle, spoken=title, parent=self)
        self._scroller.set_whole(is_whole=True)
        self._title = PlainLabel(theme, runs_of(title, Type.NAME), wraps=True, parent=self)
        self._to = PlainLabel(theme, wraps=True, parent=self)
        self._to.setObjectName("agreedRecipient")
        purposes = {each.value: purpose_words(each) for each in Purpose}
        self._purposes = Switch(theme, purposes, prefix="agreedPurpose", parent=self)
        hows = {each.value: how_words(each) for each in AgreedHow}
        self._hows = Switch(theme, hows, prefix="agreedHow", parent=self)
        spoken = self.tr("Agreed on (day.month.year)")
        self._day = LineField(theme, "agreedDay", spoken, parent=self)
        self._day_frame = InputFrame(theme, "agreedDayFrame", self._day, side=Length.SPACE_4, parent=self)
        high = theme.length(Length.BUTTON)
        self._day_frame.setFixedSize(_DAY_WIDTHS * high + theme.length(Length.SPACE_8), high)
        self._text = DraftEdit(theme, "agreedText", parent=self)
        self._text.setAccessibleName(self.tr("Message to the customer"))
        above = theme.length(Length.SPACE_2)
        self._text_frame = InputFrame(
            theme, "agreedTextFrame", self._text, side=Length.SPACE_5, above=above, parent=self
        )
        self._text_frame.setFixedHeight(_LINES * self._text.fontMetrics().lineSpacing() + 6 * above)
        self._state = PlainLabel(theme, wraps=True, parent=self)
        self._state.setObjectName("agreedState")
        self._cancel = Button(theme, "agreedCancel", self.tr("Cancel"), keys="Esc", parent=self)
        self._open = Button(theme, "agreedSendOpen", self.tr("Send, can be answered"), parent=self)
        self._close = Button(
            theme, "agreedSendClose", self.tr("Send and close"), look=Look.PRIMARY, parent=self
        )

    def _lay_out(self) -> None:
        length = self._theme.length
        grid = self._grid = QGridLayout()
        grid.setHorizontalSpacing(length(Length.SPACE_4))
        grid.setVerticalSpacing(length(Length.SPACE_3))
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Purpose"), self._purposes),
            (self.tr("Agreed"), self._hows),
            (self.tr("Day"), self._day_frame),
        )
        for row, (words, widget) in enumerate(rows):
            label = PlainLabel(self._theme, runs_of(words, Type.SMALL, weight=600), parent=self)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(widget, row, 1, Qt.AlignmentFlag.AlignLeft)
        below = self._below = QHBoxLayout()
        below.setSpacing(length(Length.SPACE_4))
        below.addStretch(1)
        for button in (self._cancel, self._open, self._close):
            below.addWidget(button)
        layout = QVBoxLayout(self)
        side = length(Length.SPACE_8)
        layout.setContentsMargins(side, length(Length.SPACE_5), side, length(Length.SPACE_6))
        layout.setSpacing(length(Length.SPACE_3))
        layout.addWidget(self._title)
        layout.addWidget(self._scroller, 1)
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(layout.spacing())
        middle.addWidget(self._to)
        middle.addLayout(grid)
        middle.addWidget(self._text_frame)
        # Why it cannot be sent is in sight, whatever scrolls.
        layout.addWidget(self._state)
        layout.addLayout(below)

    def _connect(self) -> None:
        for stop in self.stops:
            stop.installEventFilter(self)
        self._purposes.chosen.connect(self.chosen)
        self._hows.chosen.connect(self.chosen)
        self._day.textChanged.connect(self._on_day)
        self._text.textChanged.connect(self._on_edited)
        self._text.paste_refused.connect(self._on_paste_refused)
        self._cancel.clicked.connect(self.cancelled)
        self._open.clicked.connect(self._on_open)
        self._close.clicked.connect(self._on_close)

    def _would_happen(self) -> str:
        if self.how is None:
            return self.tr("Say how the customer agreed to get the message.")
        if self.agreed_on is None:
            return self.tr("Write the day on which it was agreed, for example 23.11.2026.")
        return self.tr(
            "The customer finds the message when she identifies on the page. "
            "No e-mail or text message is sent."
        )

    def _on_day(self) -> None:
        self.chosen.emit()

    def _on_edited(self) -> None:
        self._refused_paste = ""
        self.edited.emit(self._text.toPlainText())

    def _on_paste_refused(self, characters: int) -> None:
        self._refused_paste = paste_words(characters)
        self.chosen.emit()

    def _on_open(self) -> None:
        self.send_wanted.emit(False)

    def _on_close(self) -> None:
        self.send_wanted.emit(True)


def day_of(text: str) -> date | None:
    """The day as it is written in Finland, ``23.11.2026``; None when it is none."""
    parts = fullmatch(r"\s*([0-9]{1,2})\.\s*([0-9]{1,2})\.\s*([0-9]{4})\s*", text)
    if parts is None:
        return None
    day, month, year = (int(part) for part in parts.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
