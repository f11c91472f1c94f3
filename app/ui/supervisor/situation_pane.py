"""The situation view: the service in figures, load by queue and by person, as long as it is looked at."""

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.desk.callback_views import due_unopened, lapsed_today, lapsing
from app.desk.desk import Desk
from app.desk.situation_view import PersonLine, QueueLine, bars, person_lines, queue_lines, totals
from app.domain.problems import Problem
from app.domain.situation import Situation
from app.ui.models.keyed_rows import KeyedRows
from app.ui.parts.empty_box import EmptyBox
from app.ui.parts.ground import Ground
from app.ui.parts.lateness import is_quiet, lateness_colour, lateness_icon
from app.ui.parts.list_view import ListView
from app.ui.parts.message_strip import MessageStrip
from app.ui.parts.scroller import Scroller
from app.ui.problem.debrief_section import DebriefSection
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.supervisor.figure_card import FigureCard
from app.ui.supervisor.half_hour_chart import HalfHourChart
from app.ui.supervisor.help_section import HelpSection
from app.ui.supervisor.person_line_delegate import PersonLineDelegate
from app.ui.supervisor.queue_line_delegate import QueueLineDelegate
from app.ui.supervisor.situation_words import (
    level_note,
    longest_note,
    often_line,
    person_heading,
    queue_heading,
    room_note,
    spoken_person,
    spoken_queue,
)
from app.ui.supervisor.table import Heading
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import clock_with_seconds, problem_sentence, weekday_and_clock

_ASK_EVERY_S = 3.0


class SituationPane(Ground):
    """Asks while it is shown, every few seconds and one question at a time; waits go on by the ticker.

    ``taken``: the conversation she has just taken over.
    """

    taken = Signal(str)

    def __init__(
        self, theme: Theme, desk: Desk, tasks: TaskScope, *, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "situationPane", Colour.BG, parent=parent)
        self._desk = desk
        self._tasks = tasks
        self._language = language
        self._situation: Situation | None = None
        self._asked_mono_s: float | None = None
        self._is_asking = False
        self._make()
        self._lay_out()

    def show_now(self) -> None:
        """Show how things are now, and ask again when the answer is old."""
        self._ask_if_old()
        self._show()

    def focus_list(self) -> None:
        """Put the keys on the queues."""
        self._queues.setFocus()

    # --- making ---------------------------------------------------------------------------------------------

    def _make(self) -> None:
        theme = self._theme
        self._page = QWidget(self)
        self._scroller = Scroller(
            theme, "situationScroller", self._page, spoken=self.tr("Situation"), fills=True, parent=self
        )
        self._trouble = MessageStrip(theme, "situationTrouble", parent=self._page)
        self._help = HelpSection(theme, self._desk, language=self._language, parent=self._page)
        self._help.taken.connect(self.taken)
        self._debriefs = DebriefSection(theme, self._desk, language=self._language, parent=self._page)
        self._waiting = FigureCard(theme, "situationWaiting", parent=self._page)
        self._longest = FigureCard(theme, "situationLongest", parent=self._page)
        self._held = FigureCard(theme, "situationHeld", parent=self._page)
        self._duty = FigureCard(theme, "situationDuty", parent=self._page)
        self._level = FigureCard(theme, "situationLevel", parent=self._page)
        self._cards = (self._level, self._waiting, self._longest, self._held, self._duty)
        self._due_calls = PlainLabel(theme, wraps=True, parent=self._page)
        self._due_calls.setObjectName("situationDueCalls")
        self._often = PlainLabel(theme, wraps=True, parent=self._page)
        self._often.setObjectName("situationMovedOften")
        self._queue_title = PlainLabel(
            theme, runs_of(self.tr("Queues"), Type.HEADING, Colour.MUT), parent=self._page
        )
        self._as_of = PlainLabel(theme, parent=self._page)
        self._as_of.setObjectName("situationAsOf")
        self._queue_rows: KeyedRows[QueueLine | Heading] = KeyedRows(
            key_of=_key_of, spoken_of=self._spoken_queue, can_select=_is_line, parent=self._page
        )
        delegate = QueueLineDelegate(theme, language=self._language, parent=self._page)
        self._queues = self._list("situationQueues", self.tr("Queues"), self._queue_rows)
        self._queues.setItemDelegate(delegate)
        self._people_title = PlainLabel(
            theme, runs_of(self.tr("Professionals"), Type.HEADING, Colour.MUT), parent=self._page
        )
        own = self.tr("presence as each has set it")
        self._people_note = PlainLabel(theme, runs_of(own, Type.SMALL, Colour.MUT), parent=self._page)
        self._people_rows: KeyedRows[PersonLine | Heading] = KeyedRows(
            key_of=_key_of, spoken_of=spoken_person, can_select=_is_line, parent=self._page
        )
        self._people = self._list("situationPeople", self.tr("Professionals"), self._people_rows)
        self._people.setItemDelegate(PersonLineDelegate(theme, parent=self._page))
        self._chart_title = PlainLabel(
            theme,
            runs_of(self.tr("Answered in time, % by half hour"), Type.HEADING, Colour.MUT),
            parent=self._page,
        )
        self._chart = HalfHourChart(theme, parent=self._page)
        self._nobody = EmptyBox(theme, "nobodyThere", parent=self._page)

    def _list(self, name: str, words: str, rows: QAbstractItemModel) -> ListView:
        made = ListView(self._theme, name, ground=Colour.SURFACE, fits_content=True, parent=self._page)
        made.setAccessibleName(words)
        made.setModel(rows)
        made.selectionModel().currentChanged.connect(self._on_row_reached)
        return made

    def _lay_out(self) -> None:
        length = self._theme.length
        self._grid = QGridLayout()
        self._grid.setSpacing(length(Length.SPACE_5))
        self._arrange_cards()
        layout = QVBoxLayout(self._page)
        side = length(Length.SPACE_8)
        layout.setContentsMargins(side, length(Length.SPACE_6), side, length(Length.SPACE_6))
        layout.setSpacing(length(Length.SPACE_4))
        layout.addWidget(self._trouble)
        # Whoever calls for help comes before any figure, however low the window is.
        layout.addWidget(self._help)
        layout.addWidget(self._debriefs)
        layout.addLayout(self._grid)
        layout.addWidget(self._often)
        layout.addWidget(self._due_calls)
        layout.addLayout(self._line_of(self._queue_title, self._as_of))
        layout.addWidget(self._queues)
        layout.addLayout(self._line_of(self._people_title, self._people_note))
        layout.addWidget(self._nobody)
        layout.addWidget(self._people)
        layout.addWidget(self._chart_title)
        layout.addWidget(self._chart)
        layout.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroller)

    def _line_of(self, left: QWidget, right: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(left)
        line.addStretch(1)
        line.addWidget(right, 0, Qt.AlignmentFlag.AlignBottom)
        return line

    # --- asking ---------------------------------------------------------------------------------------------

    def _ask_if_old(self) -> None:
        now = self._desk.mono_s()
        is_old = self._asked_mono_s is None or now - self._asked_mono_s >= _ASK_EVERY_S
        if is_old and not self._is_asking:
            self._asked_mono_s, self._is_asking = now, True
            self._tasks.start(self._ask(), name="situation")

    async def _ask(self) -> None:
        try:
            answer = await self._desk.supervising.situation()
        finally:
            self._is_asking = False
        if isinstance(answer, Problem):
            self._trouble.say(problem_sentence(answer))
        else:
            self._situation = answer
            self._trouble.say("")
        self._show()

    # --- mirroring ------------------------------------------------------------------------------------------

    def _show(self) -> None:
        self._help.show_now()
        self._debriefs.show_now()
        self._show_due_calls()
        self._show_often()
        situation, now = self._situation, self._desk.now()
        is_known = situation is not None
        has_bars = situation is not None and bool(situation.half_hours)
        for widget in (*self._cards, self._queues, self._people):
            widget.setVisible(is_known)
        self._chart_title.setVisible(has_bars)
        self._chart.setVisible(has_bars)
        self._nobody.setVisible(situation is None or not situation.people)
        if situation is None:
            self._nobody.say(self.tr("Asking how things stand…"))
            return
        self._nobody.say(self.tr("Nobody is there just now."))
        as_of = self.tr("updated {clock}").format(clock=clock_with_seconds(situation.now))
        self._as_of.set_runs(runs_of(as_of, Type.SMALL, Colour.MUT))
        self._queue_rows.show_rows((queue_heading(), *queue_lines(situation, now=now)))
        people = person_lines(situation, now=now, calls=self._desk.seen.confirmed.help_calls.values())
        self._people_rows.show_rows((person_heading(), *people) if people else ())
        for table in (self._queues, self._people):
            # Whole: the page scrolls, and not a table of one row inside it.
            table.setFixedHeight(table.sizeHint().height())
        self._show_figures(situation)
        self._chart.show_bars(bars(situation))
        self._arrange_cards()

    def _show_often(self) -> None:
        """Conversations that were handed over once too often, a line each (R079)."""
        often = () if self._situation is None else self._situation.moved_often
        self._often.setVisible(bool(often))
        names = self._situation.names_of_queues if self._situation is not None else {}
        lines = (often_line(each, names, self._language) for each in often)
        self._often.set_runs(runs_of("\n".join(lines), Type.SMALL, Colour.WAIT))

    def _on_row_reached(self) -> None:
        """The row that the keys are on is seen, wherever the page is scrolled to."""
        for table in (self._queues, self._people):
            if table.hasFocus():
                row = table.visualRect(table.currentIndex())
                middle = table.mapTo(self._page, row.center())
                self._scroller.ensureVisible(0, middle.y(), 0, row.height())

    def _arrange_cards(self) -> None:
        """All figures in one row, or in two where their words would be cut."""
        gap = self._grid.horizontalSpacing()
        side = 2 * self._theme.length(Length.SPACE_8)
        widest = max(card.sizeHint().width() for card in self._cards)
        fit = (self.width() - side + gap) // (widest + gap)
        columns = len(self._cards) if fit >= len(self._cards) else max(1, min(3, fit))
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(len(self._cards)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_cards()

    def _show_due_calls(self) -> None:
        """Callback requests whose time has come and that are in nobody's hands (R113)."""
        seen, now = self._desk.seen, self._desk.now()
        due, ends, lapsed = due_unopened(seen, now=now), lapsing(seen, now=now), lapsed_today(seen, now=now)
        lines = []
        if due:
            words = self.tr(
                "%n callback request(s) due that nobody has opened, the first since {when}.", "", len(due)
            )
            when = weekday_and_clock(min(row.due_at for row in due))
            lines.append(words.format(when=when))
        if ends:
            words = self.tr("%n callback request(s) close uncalled soon, the first {when}.", "", len(ends))
            first = min(row.lapses_at for row in ends if row.lapses_at is not None)
            lines.append(words.format(when=weekday_and_clock(first)))
        if lapsed:
            lines.append(self.tr("%n callback request(s) closed today, not called in time.", "", lapsed))
        self._due_calls.setVisible(bool(lines))
        self._due_calls.set_runs(runs_of("\n".join(lines), Type.BODY_STRONG, Colour.WAIT))

    def _show_figures(self, situation: Situation) -> None:
        of = totals(situation, now=self._desk.now())
        level = of.service_level or "–"
        self._level.show_figure(self.tr("Answered in time today"), level, level_note(of))
        queues = sum(1 for each in situation.queues if each.waiting)
        in_queues = self.tr("in %n queue(s)", "", queues)
        self._waiting.show_figure(self.tr("Waiting now"), str(of.waiting), in_queues)
        calm = is_quiet(of.worst)
        self._longest.show_figure(
            self.tr("Longest wait"),
            of.longest or "–",
            longest_note(of),
            colour=Colour.INK if calm else lateness_colour(of.worst),
            icon=None if calm else lateness_icon(of.worst),
        )
        self._held.show_figure(self.tr("Conversations now"), str(of.held), room_note(of))
        seen = self.tr("of %n seen lately", "", of.people)
        self._duty.show_figure(self.tr("On duty"), str(of.on_duty), seen)

    def _spoken_queue(self, row: QueueLine | Heading) -> str:
        return spoken_queue(row, self._language)


def _key_of(row: QueueLine | PersonLine | Heading) -> str:
    return row.key


def _is_line(row: QueueLine | PersonLine | Heading) -> bool:
    return not isinstance(row, Heading)
