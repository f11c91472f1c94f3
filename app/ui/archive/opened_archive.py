"""A closed conversation, only to be read: what was said and noted, its record, and a way to take it along."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.desk.archiving import Archiving
from app.domain.archive import Archived, Material
from app.domain.ids import ConversationId
from app.domain.problems import Problem
from app.ui.archive.archive_words import (
    Lines,
    archive_sentence,
    head_lines,
    material_text,
    newest_words,
    record_words,
    said_lines,
)
from app.ui.archive.lines_delegate import LinesDelegate
from app.ui.archive.material_sheet import MaterialSheet
from app.ui.models.keyed_rows import KeyedRows
from app.ui.parts.button import Button
from app.ui.parts.ground import Ground
from app.ui.parts.list_view import ListView
from app.ui.parts.scroller import Scroller
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class OpenedArchive(QWidget):
    """``material_wanted``: she wants it without personal data."""

    material_wanted = Signal()

    def __init__(self, theme: Theme, archiving: Archiving, *, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("openedArchive")
        self._theme = theme
        self._language = language
        self._conversation_id: ConversationId | None = None
        self._archiving = archiving
        self._page = Ground(theme, "archivedPage", Colour.SURFACE, parent=self)
        self._name = PlainLabel(theme, wraps=True, parent=self._page)
        self._name.setObjectName("archivedName")
        self._about = PlainLabel(theme, wraps=True, parent=self._page)
        self._record = PlainLabel(theme, wraps=True, parent=self._page)
        self._record.setObjectName("archivedRecord")
        self._trouble = PlainLabel(theme, wraps=True, parent=self._page)
        self._trouble.setObjectName("archivedTrouble")
        self._take = Button(theme, "takeMaterial", "", parent=self._page)
        self._take.clicked.connect(self.material_wanted)
        self._rows: KeyedRows[Lines] = KeyedRows(key_of=_key_of, spoken_of=_spoken, parent=self)
        self._said = ListView(theme, "archivedSaid", ground=Colour.SURFACE, parent=self._page)
        self._said.setAccessibleName(self.tr("What was said"))
        self._said.setItemDelegate(LinesDelegate(theme, parent=self))
        self._said.setModel(self._rows)
        self._sheet = MaterialSheet(theme, parent=self)
        self._sheet.closed.connect(self.close_sheet)
        self._sheet.changed.connect(self._on_changed)
        self._lay_out()
        self.show_nothing("")

    def show_nothing(self, words: str) -> None:
        """Show no conversation, and why."""
        self._name.set_runs(runs_of(words or self.tr("Choose a conversation."), Type.BODY, Colour.MUT))
        self._rows.show_rows(())
        self._put_away()
        for widget in (self._about, self._record, self._trouble, self._take, self._said):
            widget.hide()

    def wait(self) -> None:
        """Another one is being opened: nothing is taken from the one before."""
        self._take.hide()

    def show_archived(self, archived: Archived) -> None:
        """Show this one, from its beginning."""
        lines = head_lines(archived.head, self._language)
        self._name.set_runs(lines.head)
        self._about.set_runs(lines.body)
        self._record.set_runs(runs_of(record_words(archived, self._language), Type.SMALL, Colour.INK))
        self._rows.show_rows(())
        self._rows.show_rows(said_lines(archived))
        self._said.scrollToTop()
        self._put_away()
        self._conversation_id = archived.head.conversation_id
        self._trouble.hide()
        self._show_take()
        for widget in (self._about, self._record, self._take, self._said):
            widget.show()

    def show_material(self, material: Material | Problem) -> None:
        """Show what could be taken along, or why it cannot."""
        if isinstance(material, Problem):
            self._trouble.set_runs(runs_of(archive_sentence(material), Type.SMALL, Colour.BAD))
            self._trouble.show()
            return
        if self.resume():
            return
        self._sheet.show_text(material_text(material))
        if material.has_older:
            self._sheet.tell(newest_words())
        self._layers.setCurrentWidget(self._sheet)

    def resume(self) -> bool:
        """Go on with the text she has begun to read through; whether there is one."""
        if self._conversation_id is not None and not self._sheet.has_text:
            kept = self._archiving.changed.get(self._conversation_id)
            if kept:
                self._sheet.show_text(kept, is_changed=True)
        if self._sheet.has_text:
            self._layers.setCurrentWidget(self._sheet)
        return self._sheet.has_text

    def close_sheet(self) -> bool:
        """Back from the material to the conversation; whether it was open."""
        was_open = self._layers.currentWidget() is self._sheet
        self._layers.setCurrentWidget(self._page)
        return was_open

    def _on_changed(self) -> None:
        if self._conversation_id is not None:
            self._archiving.keep(self._conversation_id, self._sheet.unsaved)
            self._show_take()

    def _show_take(self) -> None:
        is_begun = self._conversation_id in self._archiving.changed
        words = self.tr("Go on with the text you changed…") if is_begun else ""
        self._take.set_words(words or self.tr("Save without personal data…"))

    def _put_away(self) -> None:
        """Let go of the text; what she has changed and saved nowhere is the desk's to keep."""
        self._conversation_id = None
        self._sheet.forget()
        self.close_sheet()

    def _lay_out(self) -> None:
        length = self._theme.length
        inside = QVBoxLayout(self._page)
        side = length(Length.SPACE_6)
        inside.setContentsMargins(side, side, side, side)
        inside.setSpacing(length(Length.SPACE_4))
        about = QWidget(self._page)
        above = QVBoxLayout(about)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(length(Length.SPACE_4))
        for widget in (self._name, self._about, self._record, self._trouble):
            above.addWidget(widget)
        # In a low window its record scrolls, and what was said keeps room.
        spoken = self.tr("Record of the conversation")
        inside.addWidget(
            Scroller(self._theme, "archivedAbout", about, spoken=spoken, wraps=True, parent=self._page)
        )
        self._said.setMinimumHeight(4 * length(Length.ROW_DENSE))
        row = QHBoxLayout()
        row.addWidget(self._take)
        row.addStretch(1)
        inside.addLayout(row)
        inside.addWidget(self._said, 1)
        inside.addStretch(0)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._page)
        self._layers.addWidget(self._sheet)


def _key_of(row: Lines) -> str:
    return row.key


def _spoken(row: Lines) -> str:
    return row.spoken
