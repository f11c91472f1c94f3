"""The left column: queues, those who wait in the chosen one, and taking the most urgent or the next."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk.panes import QueueRow, WaitingEntry, WaitingRow
from app.desk.views import next_waiting, queue_rows, waiting_entries, waiting_row
from app.domain.ids import ConversationId, QueueId
from app.domain.problems import Problem
from app.domain.project import Seen
from app.domain.rules import load
from app.ui.models.keyed_rows import ROW_ROLE, KeyedRows
from app.ui.parts.aloud import say_aloud
from app.ui.parts.button import Button, Look
from app.ui.parts.empty_box import EmptyBox
from app.ui.parts.ground import Ground
from app.ui.parts.list_view import ListView
from app.ui.parts.load_chip import LoadChip
from app.ui.queue_pane.queue_delegate import QueueDelegate
from app.ui.queue_pane.queue_rows import (
    QueueListRow,
    closed_words,
    is_closed,
    is_queue,
    queue_key,
    spoken_queue,
    with_headings,
)
from app.ui.queue_pane.waiting_delegate import WaitingDelegate
from app.ui.queue_pane.waiting_rows import spoken_waiting, waiting_key
from app.ui.safe_text import PlainLabel, plain_tooltip, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import in_language, problem_sentence

TAKE_NEXT_KEY = "F2"
_READ_WITHIN = timedelta(seconds=10)


class QueuePane(Ground):
    """Mirrors the queues of ``Seen``. ``claim`` is called with whom to take; the pane decides nothing else.

    ``queue_chosen`` is emitted when somebody has chosen another queue.
    """

    queue_chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        language: str,
        claim: Callable[[ConversationId], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "queuePane", Colour.BG, parent=parent)
        self._language = language
        self._claim = claim
        self._refused: tuple[Problem, datetime] | None = None
        self._queue_id: QueueId | None = None
        self._shown: tuple[Seen, datetime] | None = None
        self._next: ConversationId | None = None
        self._next_here: ConversationId | None = None
        self._make_models()
        self._make_lists()
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @property
    def queue_id(self) -> QueueId | None:
        """The chosen queue."""
        return self._queue_id

    def show_seen(self, seen: Seen, *, now: datetime) -> int:
        """Show how things are now; how many wait in all her queues."""
        rows = queue_rows(seen, now=now)
        self._choose_a_queue(rows)
        self._queues.show_rows(with_headings(rows))
        self._mark_chosen()
        chosen = next((row for row in rows if row.queue_id == self._queue_id), None)
        waiting = waiting_entries(seen, chosen.queue_id) if chosen is not None else ()
        self._shown = seen, now
        self._show_waiting(waiting)
        # Clocks run and a claim may have become impossible: only what is on the screen is made anew.
        self._waiting_list.viewport().update()
        total = sum(row.waiting for row in rows)
        self._say_counts(total, chosen)
        self._say_next(next_waiting(seen, None, now=now), rows)
        self._say_next_here(next_waiting(seen, self._queue_id, now=now) if self._queue_id else None)
        self._load.show_load(load(seen), seen.confirmed.capacity)
        self._waiting_list.setVisible(bool(waiting))
        # Whatever else stands in the column: whoever is next in line is seen.
        self._waiting_list.setMinimumHeight(self._waiting_list.sizeHintForRow(0) if waiting else 0)
        self._nobody.setVisible(not waiting)
        self._nobody.say(self._words_for_nobody(chosen))
        self._queue_list.updateGeometry()
        return total

    def _show_waiting(self, waiting: tuple[WaitingEntry, ...]) -> None:
        """Show who waits. When whoever was under the cursor is gone nobody is: the list would move to another
        by itself, and Enter would take a customer nobody has chosen.
        """
        before = self._waiting_list.currentIndex().data(ROW_ROLE)
        self._waiting.show_rows(waiting)
        if before is not None and self._waiting.row_of(waiting_key(before)) is None:
            self._waiting_list.selectionModel().clear()

    def add_below(self, widget: QWidget) -> None:
        """Have something stand under those who wait."""
        self._rows_below.addWidget(widget)

    def select_queue(self, queue_id: QueueId) -> None:
        """Choose a queue; its waiting entries are shown with the next ``show_seen``."""
        row = self._queues.row_of(queue_id)
        if row is not None:
            self._queue_list.setCurrentIndex(self._queues.index(row))

    def set_dense(self, is_dense: bool) -> None:
        """Fold codes, group names and quotes, or unfold them."""
        self._queue_delegate.set_dense(is_dense)
        self._waiting_delegate.set_dense(is_dense)
        for view in (self._queue_list, self._waiting_list):
            view.scheduleDelayedItemsLayout()
            view.updateGeometry()

    def focus_queues(self) -> None:
        """Put the keys on the queues."""
        self._queue_list.setFocus()

    def focus_waiting(self) -> None:
        """Put the keys on those who wait, on the first if none is chosen."""
        if not self._waiting_list.currentIndex().isValid() and self._waiting.rows:
            self._waiting_list.setCurrentIndex(self._waiting.index(0))
        self._waiting_list.setFocus()

    def take_next(self) -> None:
        """Claim the most urgent customer of all queues, if anybody can be taken."""
        if self._next is not None and self._take.isEnabled():
            self._take_customer(self._next)

    def take_next_here(self) -> None:
        """Claim the longest wait of the chosen queue, if anybody can be taken."""
        if self._next_here is not None and self._take_here.isEnabled():
            self._take_customer(self._next_here)

    def say_refused(self, problem: Problem) -> None:
        """Say why the customer she chose was not claimed, for as long as it takes to read."""
        if self._shown is not None:
            self._refused = problem, self._shown[1]
            say_aloud(self, problem_sentence(problem))

    def _take_customer(self, conversation_id: ConversationId) -> None:
        self._refused = None
        self._claim(conversation_id)

    def _refused_words(self) -> str:
        """Why her last claim was refused here, while it is news."""
        if self._refused is None or self._shown is None:
            return ""
        problem, since = self._refused
        return problem_sentence(problem) if self._shown[1] - since < _READ_WITHIN else ""

    def _make_models(self) -> None:
        self._queues: KeyedRows[QueueListRow] = KeyedRows(
            key_of=queue_key, spoken_of=self._spoken_queue, can_select=is_queue, parent=self
        )
        self._waiting: KeyedRows[WaitingEntry] = KeyedRows(
            key_of=waiting_key, spoken_of=self._spoken_waiting, parent=self
        )

    def _make_lists(self) -> None:
        theme = self._theme
        self._heading = PlainLabel(theme, parent=self)
        self._total = PlainLabel(theme, parent=self)
        self._queue_list = ListView(theme, "queueList", ground=Colour.BG, fits_content=True, parent=self)
        self._queue_list.setAccessibleName(self.tr("Queues"))
        self._queue_delegate = QueueDelegate(theme, language=self._language, parent=self)
        self._queue_list.setItemDelegate(self._queue_delegate)
        self._queue_list.setModel(self._queues)
        self._queue_list.selectionModel().currentChanged.connect(self._on_queue_chosen)
        self._waiting_heading = PlainLabel(theme, parent=self)
        self._waiting_queue = PlainLabel(theme, parent=self)
        self._take = Button(
            theme,
            "takeNext",
            self.tr("Take the most urgent"),
            look=Look.PRIMARY,
            keys=TAKE_NEXT_KEY,
            parent=self,
        )
        self._take.clicked.connect(self.take_next)
        self._load = LoadChip(theme, "loadHere", is_framed=False, parent=self)
        self._take_here = Button(theme, "takeNextHere", self.tr("Take the next"), parent=self)
        self._take_here.clicked.connect(self.take_next_here)
        self._reason = PlainLabel(theme, wraps=True, parent=self)
        self._reason.setObjectName("cannotTake")
        self._closed = PlainLabel(theme, wraps=True, parent=self)
        self._closed.setObjectName("closedBehind")
        self._waiting_list = ListView(theme, "waitingList", ground=Colour.BG, parent=self)
        self._waiting_list.setAccessibleName(self.tr("Waiting customers"))
        self._waiting_delegate = WaitingDelegate(
            theme, language=self._language, row_of=self._row_of, parent=self
        )
        self._waiting_list.setItemDelegate(self._waiting_delegate)
        self._waiting_list.setModel(self._waiting)
        self._waiting_list.chosen.connect(self._on_waiting_chosen)
        self._nobody = EmptyBox(theme, "nobodyWaits", parent=self)

    def _lay_out(self) -> None:
        length = self._theme.length
        head = QHBoxLayout()
        head.setContentsMargins(length(Length.SPACE_2), 0, length(Length.SPACE_4), 0)
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._total)
        take = QHBoxLayout()
        take.setContentsMargins(length(Length.SPACE_2), 0, length(Length.SPACE_4), 0)
        take.setSpacing(length(Length.SPACE_4))
        take.addWidget(self._take)
        take.addStretch(1)
        take.addWidget(self._load)
        self._here = here = QHBoxLayout()
        here.setContentsMargins(length(Length.SPACE_2), 0, length(Length.SPACE_2), 0)
        here.setSpacing(length(Length.SPACE_4))
        here.addWidget(self._waiting_heading)
        here.addWidget(self._waiting_queue, 1)
        here.addWidget(self._take_here)
        layout = QVBoxLayout(self)
        side = length(Length.SPACE_5)
        layout.setContentsMargins(side, length(Length.SPACE_5), side, side)
        layout.setSpacing(length(Length.SPACE_2))
        layout.addLayout(head)
        layout.addWidget(self._queue_list)
        layout.addSpacing(length(Length.SPACE_2))
        layout.addLayout(take)
        reason = QHBoxLayout()
        reason.setContentsMargins(length(Length.SPACE_2), 0, length(Length.SPACE_4), 0)
        reason.addWidget(self._reason)
        layout.addLayout(reason)
        layout.addSpacing(length(Length.SPACE_2))
        layout.addLayout(here)
        closed = QHBoxLayout()
        closed.setContentsMargins(length(Length.SPACE_2), 0, length(Length.SPACE_4), 0)
        closed.addWidget(self._closed)
        layout.addLayout(closed)
        layout.addSpacing(length(Length.SPACE_1))
        layout.addWidget(self._nobody)
        layout.addWidget(self._waiting_list, 1)
        layout.addStretch(0)
        self._rows_below = layout
        self.setTabOrder(self._queue_list, self._take)
        self.setTabOrder(self._take, self._take_here)
        self.setTabOrder(self._take_here, self._waiting_list)

    def _choose_a_queue(self, rows: tuple[QueueRow, ...]) -> None:
        """Keep the chosen queue while it exists; else the first where somebody waits, else the first."""
        if any(row.queue_id == self._queue_id for row in rows):
            return
        busy = next((row for row in rows if row.waiting), rows[0] if rows else None)
        self._queue_id = busy.queue_id if busy is not None else None

    def _mark_chosen(self) -> None:
        """Have the list select the chosen queue without saying that somebody chose it."""
        row = self._queues.row_of(self._queue_id) if self._queue_id is not None else None
        if row is None or self._queue_list.currentIndex().row() == row:
            return
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._queue_list.selectionModel().setCurrentIndex(self._queues.index(row), flag)

    def _say_counts(self, total: int, chosen: QueueRow | None) -> None:
        self._heading.set_runs(runs_of(self.tr("Queues"), Type.HEADING, Colour.MUT))
        self._total.set_runs(runs_of(self.tr("%n waiting", "", total), Type.SMALL, Colour.MUT))
        self._waiting_heading.set_runs(runs_of(self.tr("Waiting"), Type.HEADING, Colour.MUT))
        name = in_language(chosen.name, self._language) if chosen is not None else ""
        self._waiting_queue.set_runs(runs_of(name, Type.SMALL, Colour.MUT))
        behind = closed_words(chosen) if chosen is not None else ""
        self._closed.set_runs(runs_of(behind, Type.SMALL, Colour.MUT))
        self._closed.setVisible(bool(behind))
        self._fit()

    def _fit(self) -> None:
        """Leave out the heading where the queue's name would be cut: the list below says who waits."""
        parts = (self._waiting_heading, self._waiting_queue, self._take_here)
        needed = sum(part.sizeHint().width() for part in parts) + 2 * self._here.spacing()
        inside = self._here.contentsMargins() + self._rows_below.contentsMargins()
        self._waiting_heading.setVisible(needed <= self.width() - inside.left() - inside.right())

    def _words_for_nobody(self, chosen: QueueRow | None) -> str:
        if chosen is not None and is_closed(chosen):
            return self.tr("The queue is closed.")
        return self.tr("A new customer appears here.")

    def _say_next(self, row: WaitingRow | None, queues: tuple[QueueRow, ...]) -> None:
        """Enable *take the most urgent* and say of which queue that is, or say why nobody can be taken."""
        self._next = row.conversation_id if row is not None else None
        reason = row.cannot_claim if row is not None else None
        self._take.setEnabled(row is not None and reason is None)
        words = problem_sentence(reason) if reason is not None else self._words_for_next(row, queues)
        refused = self._refused_words()
        shown, colour = (refused, Colour.BAD) if refused else (words, Colour.MUT)
        self._reason.set_runs(runs_of(shown, Type.SMALL, colour))
        self._reason.setVisible(bool(shown))
        self._take.setAccessibleDescription(words)
        plain_tooltip(self._take, words)

    def _words_for_next(self, row: WaitingRow | None, queues: tuple[QueueRow, ...]) -> str:
        if row is None:
            return ""
        queue = next((each for each in queues if each.queue_id == row.queue_id), None)
        name = in_language(queue.name, self._language) if queue is not None else ""
        return self.tr("{queue}, has waited {clock}").format(queue=name, clock=row.clock)

    def _say_next_here(self, row: WaitingRow | None) -> None:
        """Enable *take the next* of the chosen queue."""
        self._next_here = row.conversation_id if row is not None else None
        reason = row.cannot_claim if row is not None else None
        self._take_here.setEnabled(row is not None and reason is None)
        words = problem_sentence(reason) if reason is not None else self._waiting_queue.text()
        self._take_here.setAccessibleDescription(words)
        plain_tooltip(self._take_here, words)

    def _spoken_queue(self, row: QueueListRow) -> str:
        return spoken_queue(row, self._language)

    def _spoken_waiting(self, entry: WaitingEntry) -> str:
        return spoken_waiting(self._row_of(entry), self._language)

    def _row_of(self, entry: WaitingEntry) -> WaitingRow:
        """One who waits, by the clock of the last ``show_seen``. Raises LookupError before the first."""
        if self._shown is None:
            raise LookupError("nobody is in the list before something is seen")
        seen, now = self._shown
        return waiting_row(seen, entry.head, now=now)

    def _on_queue_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        if isinstance(row, QueueRow) and row.queue_id != self._queue_id:
            self._queue_id = row.queue_id
            self.queue_chosen.emit()

    def _on_waiting_chosen(self, index: QModelIndex) -> None:
        entry = index.data(ROW_ROLE)
        if isinstance(entry, WaitingEntry) and not entry.is_claiming:
            self._take_customer(entry.head.conversation_id)
