"""The view of the archive: what is looked for, what was found, and one of them open (R138)."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk.desk import Desk
from app.domain.archive import ArchivedHead, ArchivePage, Sought, Totals
from app.domain.ids import ConversationId
from app.domain.problems import Problem
from app.ui.archive.archive_words import Lines, archive_sentence, head_lines, since_words
from app.ui.archive.lines_delegate import LinesDelegate
from app.ui.archive.opened_archive import OpenedArchive
from app.ui.archive.search_form import SearchForm
from app.ui.models.keyed_rows import ROW_ROLE, KeyedRows
from app.ui.parts.button import Button
from app.ui.parts.empty_box import EmptyBox
from app.ui.parts.ground import Edge, Ground
from app.ui.parts.list_view import ListView
from app.ui.parts.scroller import Scroller
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class ArchivePane(Ground):
    """Asks when she asks, and shows the answer to the newest question; none stays open when she leaves."""

    def __init__(
        self, theme: Theme, desk: Desk, tasks: TaskScope, *, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "archivePane", Colour.BG, parent=parent)
        self._desk = desk
        self._tasks = tasks
        self._language = language
        self._sought = Sought()
        self._heads: tuple[ArchivedHead, ...] = ()
        self._next_from: str | None = None
        self._question = 0
        self._opening = 0
        self._open: ConversationId | None = None
        self._make()
        self._lay_out()

    def show_now(self) -> None:
        """Show what can be chosen; the first time, search for everything."""
        self._form.show_choices(self._desk.seen.confirmed)
        if not self._question:
            self.search()

    def focus_list(self) -> None:
        """Put the keys where one writes what is looked for."""
        self._form.setFocus()

    def leave(self) -> None:
        """Let go of the conversation that is open: what was said in it is not kept beside other work."""
        if self._open is not None:
            self._open = None
            self._opened.show_nothing("")

    def close_one(self) -> bool:
        """Back from the material to the conversation; whether it was open."""
        return self._opened.close_sheet()

    def search(self) -> None:
        """Look for what stands in the form, from the newest on."""
        self._ask(self._form.sought(self._desk.now()), None)

    # --- making ---------------------------------------------------------------------------------------------

    def _make(self) -> None:
        theme = self._theme
        heading = runs_of(self.tr("Archive"), Type.TITLE, Colour.INK, weight=700)
        self._heading = PlainLabel(theme, heading, wraps=True, parent=self)
        self._totals = PlainLabel(theme, wraps=True, parent=self)
        self._totals.setObjectName("archiveTotals")
        self._form = SearchForm(theme, language=self._language, parent=self)
        self._form.wanted.connect(self.search)
        self._trouble = PlainLabel(theme, wraps=True, parent=self)
        self._trouble.setObjectName("archiveTrouble")
        self._rows: KeyedRows[Lines] = KeyedRows(key_of=_key_of, spoken_of=_spoken, parent=self)
        self._list = ListView(theme, "archiveList", ground=Colour.BG, parent=self)
        self._list.setAccessibleName(self.tr("Closed conversations"))
        self._list.setItemDelegate(LinesDelegate(theme, parent=self))
        self._list.setModel(self._rows)
        self._list.chosen.connect(self._on_chosen)
        self._list.clicked.connect(self._on_chosen)
        self._nothing = EmptyBox(theme, "archiveNothing", parent=self)
        self._looked = PlainLabel(theme, wraps=True, parent=self)
        self._looked.setObjectName("archiveLooked")
        self._more = Button(theme, "archiveMore", self.tr("Search further back"), parent=self)
        self._more.clicked.connect(self._on_more)
        self._opened = OpenedArchive(theme, self._desk.archiving, language=self._language, parent=self)
        self._opened.material_wanted.connect(self._on_material_wanted)

    def _lay_out(self) -> None:
        length = self._theme.length
        side, gap = length(Length.SPACE_5), length(Length.SPACE_4)
        left_side = Ground(self._theme, "archiveLeft", Colour.BG, edges=Edge.RIGHT, parent=self)
        left = QVBoxLayout(left_side)
        left.setContentsMargins(side, side, side, side)
        left.setSpacing(gap)
        asking = QWidget(left_side)
        above = QVBoxLayout(asking)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(gap)
        # In a low window what is asked scrolls, and what was found keeps room; the first field is in sight.
        for widget in (self._heading, self._form, self._totals, self._trouble):
            above.addWidget(widget)
        spoken = self.tr("What is looked for")
        left.addWidget(
            Scroller(self._theme, "archiveAsking", asking, spoken=spoken, wraps=True, parent=left_side)
        )
        left.addWidget(self._nothing)
        self._list.setMinimumHeight(4 * length(Length.ROW_DENSE))
        left.addWidget(self._list, 1)
        left.addWidget(self._looked)
        left.addWidget(self._more)
        left.addStretch(0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(left_side, 5)
        layout.addWidget(self._opened, 6)
        for shown_later in (self._totals, self._trouble, self._nothing, self._list, self._looked, self._more):
            shown_later.hide()

    # --- asking ---------------------------------------------------------------------------------------------

    def _ask(self, sought: Sought, next_from: str | None) -> None:
        self._question += 1
        self._more.setEnabled(False)
        self._tasks.start(self._search(self._question, sought, next_from), name="search the archive")

    async def _search(self, question: int, sought: Sought, next_from: str | None) -> None:
        answer = await self._desk.archiving.search(sought, next_from)
        if question != self._question:
            return
        self._more.setEnabled(True)
        self._trouble.setVisible(isinstance(answer, Problem))
        if isinstance(answer, Problem):
            self._trouble.set_runs(runs_of(archive_sentence(answer), Type.BODY, Colour.BAD))
            if next_from is None:
                self._clear()
            return
        # Further back goes on with what was found, whatever stands in the form by then.
        self._sought = sought
        self._show_page(answer, is_further=next_from is not None)

    def _show_page(self, page: ArchivePage, *, is_further: bool) -> None:
        self._heads = (*self._heads, *page.found) if is_further else page.found
        self._next_from = page.next_from
        if page.totals is not None:
            self._show_totals(page.totals)
        self._rows.show_rows(tuple(head_lines(each, self._language) for each in self._heads))
        self._list.setVisible(bool(self._heads))
        self._nothing.setVisible(not self._heads)
        self._nothing.say(self.tr("Nothing was found. Only conversations of your own queues are here."))
        self._more.setVisible(page.next_from is not None)
        self._looked.setVisible(page.looked_to is not None)
        if page.looked_to is not None:
            self._looked.set_runs(runs_of(since_words(page.looked_to), Type.SMALL, Colour.MUT))
        if not is_further:
            self._open = None
            self._opened.show_nothing("")

    def _clear(self) -> None:
        """Show nothing of a search before: what was found would not be what is asked for."""
        self._heads, self._next_from, self._open = (), None, None
        self._rows.show_rows(())
        self._opened.show_nothing("")
        for widget in (self._list, self._nothing, self._looked, self._more):
            widget.hide()

    def _show_totals(self, totals: Totals) -> None:
        words = self.tr(
            "Conversations: {today} today · {month} this month · {year} this year · {ever} in all"
        )
        said = words.format(
            today=totals.today, month=totals.this_month, year=totals.this_year, ever=totals.ever
        )
        self._totals.set_runs(runs_of(said, Type.SMALL, Colour.MUT))
        self._totals.show()

    def _on_more(self) -> None:
        if self._next_from is not None:
            self._ask(self._sought, self._next_from)

    def _on_chosen(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        # A double click is two choices, and every opening is a look that is kept in the log.
        if isinstance(row, Lines) and row.key != self._open:
            self._open = ConversationId(row.key)
            self._opening += 1
            self._opened.wait()
            self._tasks.start(self._read(self._opening, self._open), name="open an archived conversation")

    async def _read(self, opening: int, conversation_id: ConversationId) -> None:
        answer = await self._desk.archiving.opened(conversation_id)
        if opening != self._opening or self._open != conversation_id:
            return
        if isinstance(answer, Problem):
            self._open = None
            self._opened.show_nothing(archive_sentence(answer))
        else:
            self._opened.show_archived(answer)

    def _on_material_wanted(self) -> None:
        if self._open is not None and not self._opened.resume():
            self._tasks.start(self._take(self._open), name="take material")

    async def _take(self, conversation_id: ConversationId) -> None:
        answer = await self._desk.archiving.material(conversation_id)
        if self._open == conversation_id:
            self._opened.show_material(answer)


def _key_of(row: Lines) -> str:
    return row.key


def _spoken(row: Lines) -> str:
    return row.spoken
