"""Problem situations that are over, for supervisors: whom to talk with; and numbers nobody has checked."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desk.desk import Desk
from app.desk.problem_view import debriefs, unsure_contacts
from app.domain.problem_situation import Debrief
from app.ui.models.keyed_rows import KeyedRows
from app.ui.parts.list_view import ListView
from app.ui.parts.message_strip import MessageStrip
from app.ui.problem.lines_delegate import LinesDelegate
from app.ui.problem.problem_words import debrief_lines, spoken_debrief, unsure_words
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class DebriefSection(QWidget):
    """Hidden while there is nothing to tell."""

    def __init__(self, theme: Theme, desk: Desk, *, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("debriefSection")
        self._desk = desk
        self._language = language
        words = self.tr("Problem situations")
        self._title = PlainLabel(theme, runs_of(words, Type.HEADING, Colour.MUT), parent=self)
        self._rows: KeyedRows[Debrief] = KeyedRows(key_of=_key_of, spoken_of=spoken_debrief, parent=self)
        self._list = ListView(theme, "debriefs", ground=Colour.BG, fits_content=True, parent=self)
        self._list.setAccessibleName(words)
        self._list.setItemDelegate(LinesDelegate(theme, lines=_lines, view=self._list))
        self._list.setModel(self._rows)
        self._unsure = MessageStrip(theme, "unsureNumbers", parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.length(Length.SPACE_3))
        for widget in (self._title, self._unsure, self._list):
            layout.addWidget(widget)

    def show_now(self) -> None:
        """Show what there is to talk over now."""
        seen = self._desk.seen
        told = debriefs(seen)
        unsure = unsure_contacts(seen, today=self._desk.now().date())
        self._rows.show_rows(told)
        self._unsure.say(unsure_words(unsure, self._language))
        self._list.setVisible(bool(told))
        self._list.setFixedHeight(max(1, self._list.sizeHint().height()))
        self.setVisible(bool(told or unsure))


def _lines(row: object) -> tuple[tuple[Run, ...], ...]:
    return debrief_lines(row) if isinstance(row, Debrief) else ()


def _key_of(debrief: Debrief) -> str:
    return f"{debrief.conversation_id} {debrief.ended_at.isoformat()}"
