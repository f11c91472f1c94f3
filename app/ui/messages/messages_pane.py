"""The view of non-urgent messages: the list by promise, and one of them with what can be done with it."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk.desk import Desk
from app.desk.message_views import MessageRow, message_rows
from app.domain.ids import ConversationId
from app.domain.problems import Problem
from app.ui.messages.message_delegate import MessageDelegate, message_look
from app.ui.messages.message_rows import (
    MessageListRow,
    PlacedMessage,
    is_message,
    message_key,
    origin_words,
    promise_words,
    spoken_message,
    with_headings,
)
from app.ui.models.keyed_rows import ROW_ROLE, KeyedRows
from app.ui.parts.button import Button, Look
from app.ui.parts.empty_box import EmptyBox
from app.ui.parts.ground import Edge, Ground
from app.ui.parts.list_view import ListView
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import customer, in_language, problem_sentence

_TALL_ENOUGH = 640
"""px at 100 %: in a lower view the list has what the bars mean to itself."""


class MessagesPane(Ground):
    """Mirrors the messages of the desk. ``take_wanted`` · ``open_wanted``: the id of the one meant."""

    take_wanted = Signal(str)
    open_wanted = Signal(str)

    def __init__(self, theme: Theme, desk: Desk, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "messagesPane", Colour.BG, parent=parent)
        self._desk = desk
        self._language = language
        self._chosen: ConversationId | None = None
        self._problem: Problem | None = None
        self._is_mirroring = False
        self._make()
        self._lay_out()

    def show_now(self) -> None:
        """Show how things are now."""
        now = self._desk.now()
        rows = message_rows(self._desk.seen, now=now)
        if all(row.conversation_id != self._chosen for row in rows):
            self._chosen = None
        # Where the row under the cursor goes, the list moves to another by itself: nobody has opened that.
        self._is_mirroring = True
        self._rows.show_rows(with_headings(rows, now=now))
        self._mark_chosen()
        self._is_mirroring = False
        self._list.setVisible(bool(rows))
        self._nobody.setVisible(not rows)
        self._show_opened(next((row for row in rows if row.conversation_id == self._chosen), None))

    def focus_list(self) -> None:
        """Put the keys on the list, on the first message if none is chosen."""
        if self._chosen is None:
            first = next((row for row in self._rows.rows if isinstance(row, PlacedMessage)), None)
            if first is not None:
                self._chosen = first.row.conversation_id
                self.show_now()
        self._list.setFocus()

    def say_refused(self, problem: Problem) -> None:
        """Say why the one that is open was not taken, until another is opened."""
        self._problem = problem
        self.show_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._legend.setVisible(self.height() >= _TALL_ENOUGH * self._theme.length(Length.ICON) / 16)

    # --- making ---------------------------------------------------------------------------------------------

    def _make(self) -> None:
        theme = self._theme
        heading = runs_of(self.tr("Non-urgent messages"), Type.TITLE, Colour.INK, weight=700)
        self._heading = PlainLabel(theme, heading, wraps=True, parent=self)
        self._rows: KeyedRows[MessageListRow] = KeyedRows(
            key_of=message_key, spoken_of=self._spoken, can_select=is_message, parent=self
        )
        self._list = ListView(theme, "messageList", ground=Colour.BG, parent=self)
        self._list.setAccessibleName(self.tr("Non-urgent messages"))
        self._list.setItemDelegate(MessageDelegate(theme, language=self._language, parent=self))
        self._list.setModel(self._rows)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._list.chosen.connect(self._on_row_chosen)
        self._nobody = EmptyBox(theme, "noMessages", parent=self)
        self._nobody.say(
            self.tr("No message waits. They come at any hour and are answered within working days.")
        )
        words = self.tr("Each bar is a working day of the promise. Weekends and holidays do not use it up.")
        legend = runs_of(words, Type.SMALL, Colour.MUT)
        self._legend = PlainLabel(theme, legend, wraps=True, parent=self)
        self._opened = Ground(theme, "openedMessage", Colour.SURFACE, parent=self)
        self._name = PlainLabel(theme, wraps=True, parent=self._opened)
        self._promise = PlainLabel(theme, wraps=True, parent=self._opened)
        self._promise.setObjectName("messagePromise")
        self._about = PlainLabel(theme, wraps=True, parent=self._opened)
        self._line = PlainLabel(theme, wraps=True, parent=self._opened)
        self._line.setObjectName("messageLine")
        self._refusal = PlainLabel(theme, wraps=True, parent=self._opened)
        self._refusal.setObjectName("messageRefusal")
        words = self.tr("Take to answer")
        self._take = Button(theme, "takeMessage", words, look=Look.PRIMARY, parent=self._opened)
        self._take.clicked.connect(self._on_take)
        words = self.tr("Open the conversation")
        self._open = Button(theme, "openMessage", words, look=Look.PRIMARY, parent=self._opened)
        self._open.clicked.connect(self._on_open)

    def _lay_out(self) -> None:
        length = self._theme.length
        side, gap = length(Length.SPACE_5), length(Length.SPACE_4)
        left_side = Ground(self._theme, "messagesLeft", Colour.BG, edges=Edge.RIGHT, parent=self)
        left = QVBoxLayout(left_side)
        left.setContentsMargins(side, side, side, side)
        left.setSpacing(gap)
        left.addWidget(self._heading)
        left.addWidget(self._nobody)
        left.addWidget(self._list, 1)
        left.addStretch(0)
        left.addWidget(self._legend)
        inside = QVBoxLayout(self._opened)
        side = length(Length.SPACE_6)
        inside.setContentsMargins(side, side, side, side)
        inside.setSpacing(gap)
        for label in (self._name, self._promise, self._about, self._line, self._refusal):
            inside.addWidget(label)
        buttons = QHBoxLayout()
        buttons.addWidget(self._take)
        buttons.addWidget(self._open)
        buttons.addStretch(1)
        inside.addLayout(buttons)
        inside.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(left_side, 5)
        layout.addWidget(self._opened, 6)

    # --- mirroring ------------------------------------------------------------------------------------------

    def _show_opened(self, row: MessageRow | None) -> None:
        for widget in (self._promise, self._about, self._line):
            widget.setVisible(row is not None)
        self._take.setVisible(row is not None and not row.is_mine)
        self._open.setVisible(row is not None and row.is_mine)
        problem = self._problem or (None if row is None else row.cannot_take)
        self._refusal.setVisible(row is not None and problem is not None)
        if row is None:
            self._name.set_runs(runs_of(self.tr("Choose a message."), Type.BODY, Colour.MUT))
            return
        _, colour = message_look(row)
        front = Colour.INK if colour is Colour.MUT else colour
        self._name.set_runs(runs_of(customer(row.alias), Type.NAME, Colour.INK, weight=700))
        self._promise.set_runs(
            runs_of(promise_words(row, self._desk.now()), Type.BODY_STRONG, front, weight=650)
        )
        topic = in_language(row.topic.name, self._language)
        self._about.set_runs(
            runs_of(f"{topic} · {origin_words(row, self._language)}", Type.SMALL, Colour.MUT)
        )
        self._line.set_runs(runs_of(row.last_line, Type.BODY, Colour.INK))
        self._take.setEnabled(row.cannot_take is None)
        if problem is not None:
            self._refusal.set_runs(runs_of(problem_sentence(problem), Type.SMALL, Colour.BAD))

    def _mark_chosen(self) -> None:
        """Have the list select the opened message without saying that somebody chose it."""
        row = self._rows.row_of(self._chosen) if self._chosen is not None else None
        if row is None:
            self._list.selectionModel().clear()
        elif self._list.currentIndex().row() != row:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self._list.selectionModel().setCurrentIndex(self._rows.index(row), flag)

    def _spoken(self, row: MessageListRow) -> str:
        return spoken_message(row, self._language)

    # --- deeds ----------------------------------------------------------------------------------------------

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        if not self._is_mirroring and isinstance(row, PlacedMessage):
            self._chosen, self._problem = row.row.conversation_id, None
            self._show_opened(row.row)

    def _on_row_chosen(self, index: QModelIndex) -> None:
        """Enter takes it, or opens the one that is hers already."""
        row = index.data(ROW_ROLE)
        if isinstance(row, PlacedMessage):
            self._chosen, self._problem = row.row.conversation_id, None
            self.show_now()
            (self._open if row.row.is_mine else self._take).setFocus()

    def _on_take(self) -> None:
        if self._chosen is not None:
            self.take_wanted.emit(self._chosen)

    def _on_open(self) -> None:
        if self._chosen is not None:
            self.open_wanted.emit(self._chosen)
