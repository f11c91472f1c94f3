"""The two panels of a shift over the work: its beginning and its end; neither holds anything up."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.desk.desk import Desk
from app.desk.notices import Notice
from app.desk.shift_view import ShiftEnding, asks_to_begin, queues_of_shift, shift_ending
from app.domain.commands import Command
from app.domain.ids import CommandId
from app.domain.presence import BeginShift, EndShift, Presence
from app.domain.problems import Problem, ProblemCode
from app.ui.folded_panel import FoldedPanel
from app.ui.shift.plan_words import own_plan_words
from app.ui.shift.planned_today import PlannedToday
from app.ui.shift.shift_end import ShiftEnd
from app.ui.shift.shift_start import ShiftStart
from app.ui.status.notice_words import notice_words
from app.ui.theme import Theme
from app.ui.tokens import Length


class ShiftPanels(QObject):
    """Mirrors the desk. ``ended``: the backend has said that the shift is over ·
    ``callbacks_wanted``, ``consultations_wanted``, ``messages_wanted``: she looks at these before she goes.
    """

    ended = Signal()
    callbacks_wanted = Signal()
    consultations_wanted = Signal()
    messages_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        *,
        language: str,
        planned: PlannedToday,
        panel_over: Callable[[str, Length], FoldedPanel],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._planned = planned
        self._language = language
        self._start, self._end = ShiftStart(theme, language=language), ShiftEnd(theme)
        self._start_panel = panel_over("shiftStartPanel", Length.LEFT_DOCK)
        self._start_panel.take(self._start)
        self._end_panel = panel_over("shiftEndPanel", Length.LEFT_DOCK)
        self._end_panel.take(self._end)
        planned.changed.connect(self._on_planned)
        self._start.begin_wanted.connect(self._on_begin)
        self._end.return_wanted.connect(self._on_return)
        self._end.release_wanted.connect(self._on_release)
        self._end.give_back_wanted.connect(self._on_give_back)
        self._end.look_wanted.connect(self._on_look)
        self._end.consultations_wanted.connect(self._on_consultations)
        self._end.messages_wanted.connect(self._on_messages)
        self._end.end_wanted.connect(self._on_end)
        self._start.back_wanted.connect(self._start_panel.hide)
        self._end.back_wanted.connect(self._end_panel.hide)
        self._has_looked = False
        self._ending_id: CommandId | None = None
        self._refused = ""
        self._lacked_line = False

    def show_now(self) -> None:
        """Show how things stand; offer to begin once, without taking the keys from what is being written."""
        seen, now = self._desk.seen, self._desk.now()
        if self._ending_id is not None and not seen.is_ending_shift:
            refusal = self._refusal_of(self._ending_id)
            self._ending_id = None
            if refusal is not None:
                self._say_here(refusal)
            elif seen.confirmed.shift.presence is Presence.AWAY:
                self.ended.emit()
                return
        if not self._has_looked and seen.is_live:
            # Looked at once: at midnight a shift goes on, and whoever began it is not asked again.
            self._has_looked = True
            if asks_to_begin(seen, now=now):
                self._show_start(takes_keys=False)
        if self._lacked_line and seen.is_live:
            self._forget_refusal()
        if self._end_panel.isVisible():
            drafts, calls = len(self._desk.drafts.all()), len(self._desk.calling.unrecorded)
            ending = shift_ending(seen, drafts=drafts, unrecorded=calls, now=now)
            self._end.show_ending(ending, refused=self._refused)

    def open_start(self) -> None:
        """Choose the queues of the shift."""
        self._show_start(takes_keys=True)
        self._start.focus_queues()

    def _show_start(self, *, takes_keys: bool) -> None:
        self._end_panel.hide()
        self._show_queues()
        self._start_panel.open(takes_keys=takes_keys)

    def _show_queues(self) -> None:
        seen, now = self._desk.seen, self._desk.now()
        self._start.show_queues(queues_of_shift(seen, planned=self._planned.queues, now=now))
        self._start.show_plan(own_plan_words(self._planned.today, self._language))

    def _on_planned(self) -> None:
        """The plan came after the panel: what she has ticked meanwhile stays."""
        if not self._start_panel.isVisible():
            return
        if self._start.is_touched:
            self._start.show_plan(own_plan_words(self._planned.today, self._language))
        else:
            self._show_queues()

    def open_end(self) -> None:
        """See what is left, and end the shift."""
        self._start_panel.hide()
        self._forget_refusal()
        self._end_panel.open()
        self.show_now()

    def close_one(self) -> bool:
        """Close the panel that is open; False when none is."""
        for panel in (self._start_panel, self._end_panel):
            if panel.isVisible():
                panel.hide()
                return True
        return False

    def _on_begin(self) -> None:
        answer = self._desk.submit(BeginShift(self._start.chosen))
        if isinstance(answer, Problem):
            self._start.show_problem(answer)
        else:
            self._start_panel.hide()

    def _on_return(self) -> None:
        self._ask_for(*self._ending().returns)

    def _on_release(self) -> None:
        self._ask_for(*self._ending().releases)

    def _on_give_back(self) -> None:
        self._ask_for(*self._ending().gives_back)

    def _on_look(self) -> None:
        self._end_panel.hide()
        self.callbacks_wanted.emit()

    def _on_consultations(self) -> None:
        self._end_panel.hide()
        self.consultations_wanted.emit()

    def _on_messages(self) -> None:
        self._end_panel.hide()
        self.messages_wanted.emit()

    def _on_end(self) -> None:
        self._ending_id = self._ask_for(EndShift())

    def _ask_for(self, *commands: Command) -> CommandId | None:
        """Submit them; what cannot be is said here, where it was asked for. The last one's id, or None."""
        self._forget_refusal()
        answer: CommandId | Problem | None = None
        for command in commands:
            answer = self._desk.submit(command)
            if isinstance(answer, Problem):
                self._refused = self._words_of(command, answer)
                self._lacked_line = answer.code is ProblemCode.NOT_LIVE
        self.show_now()
        return None if isinstance(answer, Problem) else answer

    def _forget_refusal(self) -> None:
        """She asks anew; or what was lacking is there again, and the sentence would be untrue."""
        self._refused, self._lacked_line = "", False

    def _words_of(self, command: Command, problem: Problem) -> str:
        head = self._desk.seen.confirmed.heads.get(command.conversation_id)
        notice = Notice("", command, None if head is None else head.alias, problem, self._desk.now())
        words = notice_words(notice, next_alias=None)
        return f"{words.lead} {words.rest}"

    def _refusal_of(self, command_id: CommandId) -> Notice | None:
        """The notice that the backend has refused it, if it has."""
        found = (each for each in self._desk.notices if each.notice_id == command_id)
        return next((each for each in found if isinstance(each, Notice)), None)

    def _say_here(self, refusal: Notice) -> None:
        """While she still looks at what she asked for, it is said there and not over the work."""
        if self._end_panel.isVisible():
            self._refused = self._words_of(refusal.command, refusal.problem)
            self._desk.dismiss(refusal.notice_id)

    def _ending(self) -> ShiftEnding:
        desk = self._desk
        return shift_ending(
            desk.seen, drafts=len(desk.drafts.all()), unrecorded=len(desk.calling.unrecorded), now=desk.now()
        )
