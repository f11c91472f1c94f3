"""The view of callback requests: today's calling time, the list, and one request opened."""

from datetime import datetime

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk.callback_views import (
    CallbackRow,
    CallingTime,
    callback_detail,
    callback_rows,
    calling_time,
    next_callback,
)
from app.desk.calling_day import calling_day
from app.desk.desk import Desk
from app.domain.callback import AttemptOutcome
from app.domain.callback_commands import ClaimCallback, ReleaseCallback
from app.domain.ids import CallbackId
from app.domain.problems import Problem
from app.ui.agreed.agreed_pane import AgreedPane
from app.ui.callback_words import calling_words
from app.ui.callbacks.call_wrap_up import CallWrapUp
from app.ui.callbacks.callback_delegate import CallbackDelegate
from app.ui.callbacks.callback_detail import CallbackDetailView
from app.ui.callbacks.callback_rows import (
    CallbackListRow,
    Placed,
    callback_key,
    is_request,
    spoken_callback,
    with_groups,
)
from app.ui.callbacks.calling_strip import CallingStrip
from app.ui.callbacks.which_callbacks import WhichCallbacks
from app.ui.models.keyed_rows import ROW_ROLE, KeyedRows
from app.ui.parts.button import Button, Look
from app.ui.parts.empty_box import EmptyBox
from app.ui.parts.ground import Ground
from app.ui.parts.list_view import ListView
from app.ui.refusal_words import callback_sentence
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import weekday_and_clock, whole_minutes

TAKE_NEXT_KEY = "F2"
_LIST_ROOM = 9
"""In heights of a button: what is above the list, and two requests of it."""
_TIGHT = 13
"""In heights of a button: less is hardly any height at all, a window of 1280×720 at 200 %."""
_STRIP_ROOM = 19
"""In heights of a button: a lower view is left to the list, and the sentence says the calling time alone."""


class CallbacksPane(Ground):
    """Mirrors the callback requests of the desk."""

    def __init__(self, theme: Theme, desk: Desk, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "callbacksPane", Colour.BG, parent=parent)
        self._desk = desk
        self._language = language
        self._chosen: CallbackId | None = None
        self._problem: Problem | None = None
        self._found_none = False
        self._has_any = False
        self._is_mirroring = False
        self._make()
        self._lay_out()

    def show_now(self) -> None:
        """Show how things are now."""
        seen, now = self._desk.seen, self._desk.now()
        calls = self._desk.calling.unrecorded
        every = callback_rows(seen, now=now, calls=calls)
        rows = self._which.show_rows(every)
        self._has_any = bool(every)
        # Where the row under the cursor goes, the list moves to another by itself: nobody has opened that.
        self._is_mirroring = True
        self._rows.show_rows(with_groups(rows, now=now))
        if self._chosen is not None and all(row.callback_id != self._chosen for row in every):
            self._chosen = None
        if self._chosen is None and calls:
            # The program ended before she said what came of it: that is asked before anything else.
            self._chosen = calls[0].callback_id
        self._mark_chosen()
        self._is_mirroring = False
        self._say_time(calling_time(seen, now=now), now)
        self._strip.show_day(calling_day(seen, every, now=now))
        self._say_next(every)
        self._show_detail(now)

    def choose(self, callback_id: CallbackId) -> None:
        """Open a request."""
        self._agreed.close()
        self._chosen = callback_id
        self._problem, self._found_none = None, False
        self.show_now()

    def close_one(self) -> bool:
        """Put away the message that is being written; its text is kept. Whether there was one."""
        is_open = self._agreed.is_open
        self._agreed.close()
        return is_open

    def take_next(self) -> None:
        """Claim the first that is due and free."""
        following = next_callback(self._desk.seen, now=self._desk.now())
        if following is not None and self._take.isEnabled():
            self._chosen = following
            self._claim()
        else:
            # The key answers also where the button lies still.
            self._problem, self._found_none = None, True
            self.show_now()

    def dial(self) -> None:
        """Note that she dials the opened request."""
        if self._chosen is None:
            return
        answer = self._desk.calling.dial(self._chosen)
        self._problem = answer if isinstance(answer, Problem) else None
        self.show_now()
        if self._problem is None:
            # The number keys are outcomes from now on, wherever she dialled from.
            self._detail.expect_outcome()

    def focus_list(self) -> None:
        """Put the keys on the list, on the first request if none is chosen."""
        if self._chosen is None:
            first = next((row for row in self._rows.rows if isinstance(row, Placed)), None)
            if first is not None:
                self.choose(first.row.callback_id)
        self._list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap_up.sheet.fit_into(self.height())
        self._make_room()

    def _make_room(self) -> None:
        """In a low window the list makes way for the sheet: what is asked now is about the opened request."""
        is_low = self._wrap_up.is_open and self.height() < (
            self._wrap_up.room.sizeHint().height() + _LIST_ROOM * self._theme.length(Length.BUTTON)
        )
        is_tight = self.height() < _TIGHT * self._theme.length(Length.BUTTON)
        has_rows = bool(self._rows.rows)
        # What is written is about the opened request: it takes the place of the list.
        is_writing = self._agreed.is_open
        is_low = is_low or is_writing
        self._agreed.sheet.fit_into(is_tight=is_tight)
        side = 2 * self._theme.length(Length.SPACE_6)
        is_narrow = self.width() * 3 // 5 < self._agreed.sheet.needed_width + side
        self._detail.setVisible(not (is_writing and (is_narrow or is_tight)))
        for widget in (self._title, self._take):
            widget.setVisible(not (is_writing and is_tight))
        self._which.setVisible(self._has_any and not is_writing)
        self._list.setVisible(has_rows and not is_low)
        self._nobody.setVisible(not has_rows)
        for widget in (self._note, self._tally):
            widget.setVisible(not is_low and not is_tight)
        # The rail says which view it is.
        self._heading.setVisible(not is_tight)
        has_room = self.height() >= _STRIP_ROOM * self._theme.length(Length.BUTTON)
        self._strip.setVisible(self._strip.has_day and has_room and not is_low)

    # --- making ---------------------------------------------------------------------------------------------

    def _make(self) -> None:
        theme = self._theme
        self._title = PlainLabel(theme, wraps=True, parent=self)
        self._title.setObjectName("callingTime")
        self._tally = PlainLabel(theme, wraps=True, parent=self)
        self._tally.setObjectName("callsToday")
        self._strip = CallingStrip(theme, parent=self)
        heading = runs_of(self.tr("Callback requests"), Type.NAME, Colour.INK, weight=700)
        self._heading = PlainLabel(theme, heading, parent=self)
        self._take = Button(
            theme,
            "takeNextCallback",
            self.tr("Take the next"),
            look=Look.PRIMARY,
            keys=TAKE_NEXT_KEY,
            parent=self,
        )
        self._take.clicked.connect(self.take_next)
        self._which = WhichCallbacks(theme, parent=self)
        self._which.chosen.connect(self.show_now)
        self._rows: KeyedRows[CallbackListRow] = KeyedRows(
            key_of=callback_key, spoken_of=self._spoken, can_select=is_request, parent=self
        )
        self._list = ListView(theme, "callbackList", ground=Colour.BG, parent=self)
        self._list.setAccessibleName(self.tr("Callback requests"))
        self._list.setItemDelegate(CallbackDelegate(theme, language=self._language, parent=self))
        self._list.setModel(self._rows)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._list.chosen.connect(self._on_row_chosen)
        self._nobody = EmptyBox(theme, "noCallbacks", parent=self)
        self._nobody.say(self.tr("A callback request appears here when a customer leaves one."))
        self._refusal = PlainLabel(theme, wraps=True, parent=self)
        self._refusal.setObjectName("callbackRefusal")
        note = self.tr(
            "A number is shown whole when you take its request. A request you have taken goes back"
            " to the list when your shift ends."
        )
        self._note = PlainLabel(theme, runs_of(note, Type.SMALL, Colour.MUT), wraps=True, parent=self)
        self._detail = CallbackDetailView(theme, language=self._language, parent=self)
        self._detail.claim_wanted.connect(self._claim)
        self._detail.release_wanted.connect(self._release)
        self._detail.dial_wanted.connect(self.dial)
        self._detail.record_wanted.connect(self._record)
        self._detail.closing_chosen.connect(self._on_closing_chosen)
        self._detail.write_wanted.connect(self._on_write)
        self._agreed = AgreedPane(theme, self._desk, view=self)
        self._agreed.closed.connect(self._make_room)
        self._agreed.cancelled.connect(self._agreed.close)
        self._agreed.sent.connect(self._on_written)
        self._wrap_up = CallWrapUp(theme, self._desk, language=self._language, view=self)
        self._wrap_up.record_wanted.connect(self._detail.record)
        self._wrap_up.closed.connect(self._on_sheet_left)
        self._wrap_up.room.changed.connect(self._make_room)

    def _lay_out(self) -> None:
        length = self._theme.length
        side = length(Length.SPACE_6)
        second = QHBoxLayout()
        second.addWidget(self._heading)
        second.addStretch(1)
        second.addWidget(self._take)
        left = QVBoxLayout()
        left.setContentsMargins(side, side, side, side)
        left.setSpacing(length(Length.SPACE_4))
        left.addWidget(self._title)
        left.addWidget(self._tally)
        left.addWidget(self._strip)
        left.addLayout(second)
        left.addWidget(self._which)
        left.addWidget(self._refusal)
        left.addWidget(self._nobody)
        left.addWidget(self._list, 1)
        left.addWidget(self._wrap_up.room)
        left.addWidget(self._agreed.sheet)
        left.addStretch(0)
        left.addWidget(self._note)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(left, 3)
        layout.addWidget(self._detail, 2)

    # --- mirroring ------------------------------------------------------------------------------------------

    def _say_time(self, time: CallingTime, now: datetime) -> None:
        if time.is_open:
            left = whole_minutes(time.ends_at - now)
            words = self.tr("Calling time is open · closes in {time}").format(time=left)
        elif time.opens_at is not None:
            when = weekday_and_clock(time.opens_at)
            words = self.tr("Calling time is closed · opens {when}").format(when=when)
        else:
            words = self.tr("Calling time is closed")
        colour = Colour.OK if time.is_open else Colour.MUT
        hours = calling_words(time.hours)
        self._title.set_runs(
            (Run(words, Type.BODY_STRONG, colour, 650), Run(f"  {hours}", Type.SMALL, Colour.MUT))
        )
        called = self.tr("Called today: reached {reached} · not reached {missed}")
        words = called.format(reached=time.reached, missed=time.missed)
        self._tally.set_runs(runs_of(words, Type.SMALL, Colour.MUT))

    def _say_next(self, rows: tuple[CallbackRow, ...]) -> None:
        following = next_callback(self._desk.seen, now=self._desk.now())
        detail = (
            callback_detail(self._desk.seen, following, None, now=self._desk.now())
            if following is not None
            else None
        )
        self._take.setEnabled(detail is not None and detail.cannot_claim is None)
        self._found_none = self._found_none and not self._take.isEnabled()
        words = self._refusal_words()
        self._refusal.set_runs(runs_of(words, Type.SMALL, Colour.BAD))
        self._refusal.setVisible(bool(words))

    def _refusal_words(self) -> str:
        if self._problem is None:
            return self.tr("No callback request can be taken just now.") if self._found_none else ""
        return callback_sentence(self._problem)

    def _show_detail(self, now: datetime) -> None:
        detail = None
        if self._chosen is not None:
            dialled = self._desk.calling.dialled(self._chosen)
            detail = callback_detail(self._desk.seen, self._chosen, dialled, now=now)
        self._detail.show_detail(detail, now=now)
        self._agreed.show_now()
        if self._detail.has_closing_outcome and detail is not None and detail.may_record:
            self._wrap_up.show_now(self._problem)
        else:
            self._wrap_up.close()
        self._make_room()

    def _mark_chosen(self) -> None:
        """Have the list select the opened request without saying that somebody chose it."""
        row = self._rows.row_of(self._chosen) if self._chosen is not None else None
        if row is None:
            self._list.selectionModel().clear()
            return
        if self._list.currentIndex().row() == row:
            return
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._list.selectionModel().setCurrentIndex(self._rows.index(row), flag)

    def _spoken(self, row: CallbackListRow) -> str:
        return spoken_callback(row, self._language)

    # --- deeds ----------------------------------------------------------------------------------------------

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        if self._is_mirroring or not isinstance(row, Placed):
            return
        if row.row.callback_id != self._chosen:
            self._chosen = row.row.callback_id
            self._problem, self._found_none = None, False
            self._show_detail(self._desk.now())

    def _on_row_chosen(self, index: QModelIndex) -> None:
        """Enter on a free request takes it."""
        row = index.data(ROW_ROLE)
        if isinstance(row, Placed):
            self._chosen = row.row.callback_id
            self._claim()

    def _on_closing_chosen(self, closes: bool) -> None:
        """Ask what the call was about where it closes the request; the number goes back all the same."""
        if closes and self._chosen is not None:
            self._wrap_up.open(self._chosen)
        else:
            self._wrap_up.close()
        self._make_room()

    def _on_write(self) -> None:
        """Open the sheet of an agreed message to the customer of the opened request (R119)."""
        if self._chosen is not None:
            self._agreed.open_after(self._chosen)
            self._make_room()

    def _on_written(self) -> None:
        self._make_room()
        self.focus_list()

    def _on_sheet_left(self) -> None:
        """Enter still records."""
        self._make_room()
        self._detail.focus_record()

    def _claim(self) -> None:
        if self._chosen is None:
            return
        answer = self._desk.submit(ClaimCallback(self._chosen))
        self._problem = answer if isinstance(answer, Problem) else None
        self.show_now()
        self._detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def _release(self) -> None:
        callback = self._desk.seen.confirmed.callbacks.get(self._chosen) if self._chosen else None
        if callback is not None:
            answer = self._desk.submit(ReleaseCallback(callback.callback_id, callback.responsibility_version))
            self._problem = answer if isinstance(answer, Problem) else None
            self.show_now()

    def _record(self, outcome: str) -> None:
        if self._chosen is not None:
            answer = self._desk.calling.record(self._chosen, AttemptOutcome(outcome))
            self._problem = answer if isinstance(answer, Problem) else None
            self.show_now()
