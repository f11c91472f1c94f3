"""A shift begins: which of the queues she may serve she serves now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk.shift_view import QueueOfShift
from app.domain.ids import QueueId
from app.domain.problems import Problem
from app.ui.parts.button import Button, Look
from app.ui.parts.ground import Ground
from app.ui.parts.list_view import ListView
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.shift.queue_tick_delegate import QueueTickDelegate
from app.ui.text_runs import one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import in_language, problem_sentence

_ID = Qt.ItemDataRole.UserRole


class ShiftStart(Ground):
    """``begin_wanted``: the queues are chosen; nothing is done by ticking alone · ``back_wanted``: they stay
    as they were.
    """

    begin_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, theme: Theme, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "shiftStart", Colour.BG, parent=parent)
        self._language = language
        title = PlainLabel(theme, runs_of(self.tr("The shift begins"), Type.TITLE), parent=self)
        asked = runs_of(self.tr("Which queues do you serve?"), Type.BODY, Colour.MUT)
        words = PlainLabel(theme, asked, wraps=True, parent=self)
        self._model = QStandardItemModel(self)
        self._model.itemChanged.connect(self._on_touched)
        self._is_touched = False
        self._plan = PlainLabel(theme, wraps=True, parent=self)
        self._plan.setObjectName("plannedToday")
        self._plan.hide()
        self._list = ListView(theme, "shiftQueues", ground=Colour.BG, fits_content=True, parent=self)
        self._list.setAccessibleName(self.tr("Queues of the shift"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(QueueTickDelegate(theme, parent=self))
        self._none = PlainLabel(theme, wraps=True, parent=self)
        self._none.setObjectName("cannotBeginShift")
        self._begin = Button(theme, "beginShift", self.tr("Begin the shift"), look=Look.PRIMARY, parent=self)
        self._begin.clicked.connect(self.begin_wanted)
        self._back = Button(theme, "keepQueues", self.tr("Back"), keys="Esc", parent=self)
        self._back.clicked.connect(self.back_wanted)
        deeds = QHBoxLayout()
        deeds.setSpacing(theme.length(Length.SPACE_4))
        deeds.addWidget(self._begin)
        deeds.addWidget(self._back)
        deeds.addStretch(1)
        layout = QVBoxLayout(self)
        side = theme.length(Length.SPACE_7)
        layout.setContentsMargins(side, side, side, side)
        layout.setSpacing(theme.length(Length.SPACE_4))
        for widget in (title, self._plan, words, self._list, self._none):
            layout.addWidget(widget)
        layout.addLayout(deeds)
        layout.addStretch(1)

    def show_queues(self, queues: tuple[QueueOfShift, ...]) -> None:
        """Offer these, ticked as they are served now, or as a shift begins with them."""
        self._is_touched = False
        self._model.clear()
        for queue in queues:
            waiting = self.tr("%n waiting", "", queue.waiting)
            name = one_line(in_language(queue.name, self._language))
            item = QStandardItem(f"{name} – {waiting}")
            item.setData(queue.queue_id, _ID)
            item.setCheckable(True)
            item.setEditable(False)
            item.setCheckState(Qt.CheckState.Checked if queue.is_served else Qt.CheckState.Unchecked)
            self._model.appendRow(item)
        self._list.updateGeometry()
        self._on_ticked()

    def show_plan(self, words: str) -> None:
        """Say what is planned for her today; "" where nothing is."""
        self._plan.set_runs(runs_of(words, Type.BODY))
        self._plan.setVisible(bool(words))

    @property
    def is_touched(self) -> bool:
        """Whether she has ticked something since the queues were offered."""
        return self._is_touched

    @property
    def chosen(self) -> frozenset[QueueId]:
        """The queues that are ticked."""
        items = [self._model.item(row) for row in range(self._model.rowCount())]
        return frozenset(
            QueueId(str(item.data(_ID))) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def show_problem(self, problem: Problem | None) -> None:
        """Say why the shift did not begin, until something else is ticked."""
        words = problem_sentence(problem) if problem is not None else self.tr("Choose at least one queue.")
        self._none.set_runs(runs_of(words, Type.SMALL, Colour.WAIT))
        self._none.setVisible(problem is not None or not self.chosen)

    def focus_queues(self) -> None:
        """Put the keys on the queues: Space ticks."""
        self._list.setFocus()

    def _on_touched(self) -> None:
        self._is_touched = True
        self._on_ticked()

    def _on_ticked(self) -> None:
        self._begin.setEnabled(bool(self.chosen))
        self.show_problem(None)
