"""Today's callback requests under the queues: the first two, and how many more there are."""

from datetime import datetime

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk.callback_views import todays_callbacks
from app.domain.dialled import Dialled
from app.domain.project import Seen
from app.ui.callbacks.callback_delegate import CallbackDelegate
from app.ui.callbacks.callback_rows import CallbackListRow, Placed, callback_key, due_words, spoken_callback
from app.ui.models.keyed_rows import ROW_ROLE, KeyedRows
from app.ui.parts.button import Button, Look
from app.ui.parts.list_view import ListView
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type

_SHOWN = 2


class TodaysCallbacks(QWidget):
    """Shown while there are any and there is room. ``opened``: the id of a request, or "" for all of them."""

    opened = Signal(str)

    def __init__(self, theme: Theme, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("todaysCallbacks")
        self._language = language
        self._is_folded = False
        self._heading = PlainLabel(
            theme, runs_of(self.tr("Callback requests"), Type.HEADING, Colour.MUT), parent=self
        )
        self._count = PlainLabel(theme, parent=self)
        self._rows: KeyedRows[CallbackListRow] = KeyedRows(
            key_of=callback_key, spoken_of=self._spoken, parent=self
        )
        self._list = ListView(theme, "todaysCallbackList", ground=Colour.BG, fits_content=True, parent=self)
        self._list.setAccessibleName(self.tr("Callback requests of today"))
        self._list.setItemDelegate(CallbackDelegate(theme, language=language, parent=self))
        self._list.setModel(self._rows)
        self._list.chosen.connect(self._on_chosen)
        self._more = Button(theme, "moreCallbacks", "", look=Look.LINK, parent=self)
        self._more.clicked.connect(self._on_more)
        head = QHBoxLayout()
        side = theme.length(Length.SPACE_2)
        head.setContentsMargins(side, 0, theme.length(Length.SPACE_4), 0)
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.length(Length.SPACE_2), 0, 0)
        layout.setSpacing(side)
        layout.addLayout(head)
        layout.addWidget(self._list)
        layout.addWidget(self._more)
        self.hide()

    def show_seen(self, seen: Seen, *, now: datetime, calls: tuple[Dialled, ...] = ()) -> int:
        """Show how things are now; how many there are today. ``calls``: hers that are not recorded."""
        rows = todays_callbacks(seen, now=now, calls=calls)
        self._rows.show_rows([Placed(row, due_words(row, now=now)) for row in rows[:_SHOWN]])
        self._count.set_runs(runs_of(self.tr("today %n", "", len(rows)), Type.SMALL, Colour.MUT))
        more = len(rows) - _SHOWN
        self._more.set_words(self.tr("%n more today", "", max(1, more)))
        self._more.setVisible(more > 0)
        self._list.updateGeometry()
        self.setVisible(bool(rows) and not self._is_folded)
        return len(rows)

    def set_folded(self, is_folded: bool) -> None:
        """Leave the room to those who wait: the rail says how many requests there are."""
        self._is_folded = is_folded
        self.setVisible(bool(self._rows.rows) and not is_folded)

    def _spoken(self, row: CallbackListRow) -> str:
        return spoken_callback(row, self._language)

    def _on_chosen(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, Placed):
            self.opened.emit(row.row.callback_id)

    def _on_more(self) -> None:
        self.opened.emit("")
