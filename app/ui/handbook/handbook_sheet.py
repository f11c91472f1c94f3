"""What stands in the handbook: a search, the guides, the one that is read, and who helps with the program."""

import re

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.desk.handbook_view import HandbookView, Reach
from app.ui.handbook.guide_list import GuideList
from app.ui.handbook.handbook_words import kind_word, name_words
from app.ui.parts.button import Button
from app.ui.parts.ground import Ground
from app.ui.parts.input_frame import InputFrame
from app.ui.parts.line_field import LineField
from app.ui.parts.scroller import Scroller
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import in_language

_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_ROWS_SHOWN = 4
_SHARE = 0.25
"""Of the height, for the list."""
_BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")
"""A telephone number stays on one line."""


class HandbookSheet(Ground):
    """``searched``: show what the search finds now · ``ask_wanted``: write to whoever helps · ``closed``."""

    searched = Signal()
    ask_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "handbook", Colour.BG, parent=parent)
        self._theme = theme
        self._language = language
        self._make()
        self._lay_out()

    @property
    def words(self) -> str:
        """What is searched for."""
        return self._search.text()

    def show_view(self, view: HandbookView) -> None:
        """Show what there is; the guide that is read stays while it is there."""
        self._list.show_guides(view.rows, view.front)
        self._frame.setVisible(not view.is_empty)
        self._list.setVisible(bool(view.rows))
        if view.is_empty:
            nothing = self.tr("Your county has not written instructions into the program yet.")
        else:
            nothing = self.tr("No instruction has those words. Try others.")
        self._nothing.set_runs(runs_of(nothing, Type.CONTROL, Colour.MUT))
        self._nothing.setVisible(not view.rows)
        self._ask.setVisible(view.can_ask)
        self._can_ask = view.can_ask
        self._show_guide()

    def begin(self) -> None:
        """As it is when it is opened: nothing searched for, the nearest guide chosen, keys in the search."""
        self._search.clear()
        self._list.choose_first()
        self._search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows in the search field walk through what it found."""
        if (
            watched is self._search
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in _WALKING
        ):
            QApplication.sendEvent(self._list, event)
            return True
        return super().eventFilter(watched, event)

    # --- making ---------------------------------------------------------------------------------------------

    def _make(self) -> None:
        theme = self._theme
        self._title = PlainLabel(theme, runs_of(self.tr("Instructions"), Type.TITLE, weight=700), parent=self)
        self._close = Button(theme, "closeHandbook", self.tr("Close"), keys="Esc", parent=self)
        self._close.clicked.connect(self.closed)
        self._search = LineField(theme, "handbookSearch", self.tr("Search the instructions"), parent=self)
        self._search.setPlaceholderText(self.tr("Search the instructions"))
        self._search.textChanged.connect(self._on_searched)
        self._search.installEventFilter(self)
        self._frame = InputFrame(theme, "handbookSearchFrame", self._search, side=Length.SPACE_5, parent=self)
        self._frame.setFixedHeight(theme.length(Length.INPUT))
        self._nothing = PlainLabel(theme, wraps=True, parent=self)
        self._list = GuideList(theme, language=self._language, parent=self)
        self._list.setAccessibleName(self.tr("Instructions, processes and responsibilities"))
        self._list.selectionModel().currentChanged.connect(self._on_chosen)
        self._read = Ground(theme, "guideRead", Colour.SURFACE)
        self._kind = PlainLabel(theme, parent=self._read)
        self._name = PlainLabel(theme, wraps=True, parent=self._read)
        self._text = PlainLabel(theme, wraps=True, parent=self._read)
        self._text.setObjectName("guideText")
        self._scroller = Scroller(
            theme, "guideScroller", self._read, spoken=self.tr("The instruction"), fills=True, parent=self
        )
        self._scroller.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._write = Button(theme, "writeToSupport", self.tr("Write a question"), parent=self._read)
        self._write.clicked.connect(self.ask_wanted)
        self._ask = Button(theme, "askForSupport", self.tr("Ask for support"), parent=self)
        self._ask.clicked.connect(self._on_support)
        self._can_ask = False

    def _lay_out(self) -> None:
        length = self._theme.length
        side, gap = length(Length.SPACE_6), length(Length.SPACE_4)
        above = QHBoxLayout()
        above.addWidget(self._title, 1)
        above.addWidget(self._ask)
        above.addWidget(self._close)
        above.setSpacing(gap)
        inside = QVBoxLayout(self._read)
        inside.setContentsMargins(side, gap, side, gap)
        inside.setSpacing(length(Length.SPACE_3))
        for label in (self._kind, self._name, self._text):
            inside.addWidget(label)
        writing = QHBoxLayout()
        writing.addWidget(self._write)
        writing.addStretch(1)
        inside.addLayout(writing)
        inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(side, side, side, side)
        layout.setSpacing(gap)
        layout.addLayout(above)
        for widget in (self._frame, self._nothing, self._list):
            layout.addWidget(widget)
        layout.addWidget(self._scroller, 1)
        layout.addStretch(0)

    # --- showing --------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_list()

    def _place_list(self) -> None:
        """So many rows that there is more to read than to choose from."""
        high = self._list.sizeHintForRow(0) if self._list.count else 0
        shown = min(_ROWS_SHOWN, max(1, round(self.height() * _SHARE) // max(1, high)))
        self._list.setFixedHeight(high * min(self._list.count, shown) + 2 * self._list.frameWidth())

    def _show_guide(self) -> None:
        row = self._list.row
        self._scroller.setVisible(row is not None)
        self._place_list()
        if row is None:
            return
        name = name_words(row, self._language)
        text = _BETWEEN_DIGITS.sub("\u00a0", in_language(row.text, self._language))
        self._kind.set_runs(runs_of(kind_word(row.kind), Type.HEADING, Colour.MUT))
        self._name.set_runs(runs_of(name, Type.BODY, weight=700))
        self._text.set_runs(runs_of(text, Type.BODY))
        self._write.setVisible(self._can_ask and row.reach is Reach.SUPPORT)
        self._scroller.setAccessibleDescription(name)

    def _on_support(self) -> None:
        """Who helps and when, before anything is written: a call may be what is needed."""
        self._search.clear()
        self._list.choose_support()
        self._write.setFocus()

    def _on_chosen(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_guide()
        self._scroller.verticalScrollBar().setValue(0)

    def _on_searched(self, _words: str) -> None:
        self.searched.emit()
        self._list.choose_first()
