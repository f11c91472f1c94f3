"""The wrap-up sheet: what it was about, what came of it, notes; by number keys, and finished with Enter."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.desk.wrap_up_view import CodeKind, CodeRow, WrapUpSheet
from app.domain.problems import Problem
from app.ui.chat.draft_edit import DraftEdit
from app.ui.chat.paste_words import paste_words
from app.ui.models.keyed_rows import ROW_ROLE, KeyedRows
from app.ui.parts.button import Button, Look
from app.ui.parts.ground import Edge, Ground
from app.ui.parts.input_frame import InputFrame
from app.ui.parts.line_field import LineField
from app.ui.parts.list_view import ListView
from app.ui.parts.scroller import Scroller
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import problem_sentence
from app.ui.wrap_up.code_delegate import CodeDelegate
from app.ui.wrap_up.code_grid import CodeGrid
from app.ui.wrap_up.code_words import missing_words, spoken_code
from app.ui.wrap_up.keys import CodeKey, code_key
from app.ui.wrap_up.mark_box import MarkBox

_FOUND_SHOWN = 4
_ROOMY = 24
"""In heights of a button."""
_UP_AND_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class WrapUpView(Ground):
    """``reason_pressed`` and ``outcome_pressed`` which · ``adding_pressed`` one more reason ·
    ``mark_pressed`` which · ``test_pressed`` a mystery customer or a test, or not · ``edited`` the notes
    as they stand · ``searched`` · ``finish_wanted`` · ``end_wanted`` end now, wrap up later · ``cancelled``.
    """

    reason_pressed = Signal(str)
    outcome_pressed = Signal(str)
    adding_pressed = Signal()
    mark_pressed = Signal(str)
    test_pressed = Signal()
    edited = Signal(str)
    searched = Signal(str)
    finish_wanted = Signal()
    end_wanted = Signal()
    cancelled = Signal()

    def __init__(
        self, theme: Theme, *, language: str, scrolls: bool = True, parent: QWidget | None = None
    ) -> None:
        """``scrolls``: where the height is short; not where it lies in something that scrolls already."""
        super().__init__(theme, "wrapUp", Colour.SURFACE, edges=Edge.BOTTOM, parent=parent)
        self._scrolls = scrolls
        self._scroller: Scroller | None = None
        self._language = language
        self._can_finish = False
        self._refused_paste = ""
        self._is_low = False
        self._make_lists()
        self._make_parts()
        self._lay_out()
        self._connect()
        self.hide()

    def open(self, notes: str) -> None:
        """Begin, with the notes as they were left."""
        self._search.clear()
        self._marks.begin()
        self._notes.setPlainText(notes)
        self.show()
        self._reasons.setFocus()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops in it, in order."""
        return (
            *(self._reasons, self._outcomes, self._found, self._more),
            *(self._search, self._notes, *self._marks.stops, self._cancel, self._later, self._finish),
        )

    def take_keys(self) -> None:
        """Have the number keys choose contact reasons."""
        self._reasons.setFocus()

    def show_now(self, sheet: WrapUpSheet, *, trouble: Problem | None, has_unsent_text: bool) -> None:
        """Show what is chosen, what is found and what is missing."""
        is_searching = bool(self._search.text().strip())
        self._reasons.show_rows(sheet.reasons)
        self._outcomes.show_rows(sheet.outcomes)
        self._found_rows.show_rows(sheet.found)
        if sheet.found and not self._found.currentIndex().isValid():
            self._found.setCurrentIndex(self._found_rows.index(0, 0))
        for widget in (self._reason_line, self._reasons):
            widget.setVisible(bool(sheet.reasons) and not is_searching)
        for widget in (self._outcome_line, self._outcomes):
            widget.setVisible(bool(sheet.outcomes) and not is_searching)
        self._found.setVisible(is_searching)
        self._search_frame.setVisible(sheet.others > 0)
        self._search.setPlaceholderText(self.tr("%n more: type a part of the name", "", sheet.others))
        self._more.set_look(Look.PRIMARY if sheet.is_adding else Look.CHIP, None)
        self._later.setVisible(sheet.goes_on)
        self._marks.show_now(sheet)
        self._finish.set_words(self.tr("Record and close") if sheet.is_call else self.tr("Finish"))
        self._can_finish = sheet.missing is None
        self._finish.setEnabled(self._can_finish)
        self._show_state(sheet, trouble, has_unsent_text=has_unsent_text)

    def fit_into(self, high: int) -> None:
        """Take less height where the conversation has only ``high`` px: the last words stay in view."""
        is_low = self._is_low = high < _ROOMY * self._theme.length(Length.BUTTON)
        for grid in (self._reasons, self._outcomes):
            grid.set_dense(is_dense=is_low)
        self._marks.set_low(is_low=is_low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons one below the other where they would be cut side by side."""
        super().resizeEvent(event)
        buttons = [each for each in (self._cancel, self._later, self._finish) if not each.isHidden()]
        gap = self._below.spacing()
        needed = sum(each.sizeHint().width() + gap for each in buttons) + 2 * self._theme.length(
            Length.SPACE_8
        )
        is_narrow = needed > self.width()
        direction = QBoxLayout.Direction
        self._below.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        self._below.setSpacing(
            self._theme.length(Length.SPACE_2) if is_narrow else self._theme.length(Length.SPACE_4)
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Number keys choose wherever the focus is, save where digits are text."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._bring_into_view(watched)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if watched is self._search and event.key() in _UP_AND_DOWN and self._found.isVisible():
                QApplication.sendEvent(self._found, event)
                return True
            key = code_key(event, is_text=watched in (self._search, self._notes))
            chooses_found = watched is self._found and key is not None and key.is_finishing
            return (not chooses_found and self._take(key)) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _take(self, key: CodeKey | None) -> bool:
        """Do what the key means; whether it meant anything."""
        if key is None:
            return False
        if key.is_finishing:
            self._on_finish()
        elif key.is_adding:
            self.adding_pressed.emit()
        elif key.number is not None:
            grid = self._outcomes if key.kind is CodeKind.OUTCOME else self._reasons
            code_id = grid.by_number(key.number)
            if code_id is not None:
                self._press(key.kind, code_id)
        return True

    def _press(self, kind: CodeKind, code_id: str) -> None:
        if kind is CodeKind.REASON:
            self.reason_pressed.emit(code_id)
            # What comes next must be seen where the window is low.
            self._bring_into_view(self._outcomes)
        else:
            self.outcome_pressed.emit(code_id)

    def _bring_into_view(self, widget: QWidget) -> None:
        if self._scroller is not None:
            self._scroller.ensureWidgetVisible(widget, 0, 0)

    def _make_lists(self) -> None:
        theme, language = self._theme, self._language
        self._reasons = CodeGrid(
            theme, "contactReasons", self.tr("Contact reasons"), language=language, parent=self
        )
        self._outcomes = CodeGrid(
            theme, "wrapUpOutcomes", self.tr("Outcomes"), language=language, parent=self
        )
        self._marks = MarkBox(theme, language=language, parent=self)
        self._found_rows: KeyedRows[CodeRow] = KeyedRows(
            key_of=lambda row: row.key, spoken_of=lambda row: spoken_code(row, language), parent=self
        )
        self._found = ListView(theme, "foundCodes", ground=Colour.SURFACE, parent=self)
        self._found.setAccessibleName(self.tr("Found reasons and outcomes"))
        self._found.setItemDelegate(CodeDelegate(theme, language=language, says_kind=True, parent=self))
        self._found.setModel(self._found_rows)
        self._found.setFixedHeight(
            _FOUND_SHOWN * (theme.length(Length.BUTTON) + theme.length(Length.SPACE_2))
        )

    def _make_parts(self) -> None:
        theme = self._theme
        self._reason_line = PlainLabel(theme, parent=self)
        self._reason_line.set_runs(
            (
                *runs_of(self.tr("Contact reason") + "  ", Type.SMALL, weight=600),
                *runs_of(self.tr("by number"), Type.SMALL, Colour.MUT),
            )
        )
        self._more = Button(
            theme,
            "moreReasons",
            self.tr("One more"),
            look=Look.CHIP,
            keys="+",
            height=Length.CHIP,
            parent=self,
        )
        self._outcome_line = PlainLabel(theme, parent=self)
        self._outcome_line.set_runs(
            (
                *runs_of(self.tr("Outcome") + "  ", Type.SMALL, weight=600),
                *runs_of(self.tr("Alt and the number"), Type.SMALL, Colour.MUT),
            )
        )
        self._search = LineField(
            theme, "codeSearch", self.tr("Search for other reasons and outcomes"), parent=self
        )
        self._search_frame = InputFrame(
            theme, "codeSearchFrame", self._search, side=Length.SPACE_5, parent=self
        )
        self._search_frame.setFixedHeight(theme.length(Length.BUTTON))
        self._notes = DraftEdit(theme, "wrapUpNotes", parent=self)
        self._notes.setAccessibleName(self.tr("Notes, the customer does not see them"))
        self._notes.setPlaceholderText(self.tr("Notes · the customer does not see them"))
        self._notes_frame = InputFrame(
            theme,
            "wrapUpNotesFrame",
            self._notes,
            side=Length.SPACE_5,
            above=theme.length(Length.SPACE_2),
            ground=Colour.NOTE,
            edge=Colour.NOTE_EDGE,
            parent=self,
        )
        self._notes_frame.setFixedHeight(theme.length(Length.ROW))
        self._state = PlainLabel(theme, wraps=True, parent=self)
        self._state.setObjectName("wrapUpState")
        self._cancel = Button(theme, "wrapUpCancel", self.tr("Back"), keys="Esc", parent=self)
        self._later = Button(theme, "endNow", self.tr("End now, wrap up later"), parent=self)
        self._finish = Button(
            theme, "wrapUpFinish", self.tr("Finish"), look=Look.PRIMARY, keys="Enter", parent=self
        )

    def _lay_out(self) -> None:
        length = self._theme.length
        top = QHBoxLayout()
        top.addWidget(self._reason_line)
        top.addStretch(1)
        top.addWidget(self._more)
        below = self._below = QHBoxLayout()
        below.setSpacing(length(Length.SPACE_4))
        below.addWidget(self._state, 1)
        below.addStretch(0)
        for button in (self._cancel, self._later, self._finish):
            below.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        side = length(Length.SPACE_8)
        layout.setContentsMargins(side, length(Length.SPACE_4), side, length(Length.SPACE_5))
        layout.setSpacing(length(Length.SPACE_3))
        layout.addLayout(top)
        middle = self._scrolled_middle(layout) if self._scrolls else layout
        for widget in (
            *(self._reasons, self._outcome_line, self._outcomes),
            *(self._found, self._search_frame, self._notes_frame),
        ):
            middle.addWidget(widget)
        middle.addWidget(self._marks)
        layout.addLayout(below)

    def _scrolled_middle(self, layout: QVBoxLayout) -> QVBoxLayout:
        """What is chosen from scrolls; what is above and below it stays in sight."""
        held = QWidget(self)
        middle = QVBoxLayout(held)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(layout.spacing())
        spoken = self.tr("Wrap-up")
        self._scroller = Scroller(self._theme, "wrapUpScroller", held, spoken=spoken, parent=self)
        layout.addWidget(self._scroller, 1)
        return middle

    def _connect(self) -> None:
        for widget in (
            *(self._reasons, self._outcomes, self._marks.grid),
            *(self._found, self._search, self._notes),
        ):
            widget.installEventFilter(self)
        self._reasons.pressed_code.connect(self.reason_pressed)
        self._outcomes.pressed_code.connect(self.outcome_pressed)
        self._marks.mark_pressed.connect(self.mark_pressed)
        self._marks.test_pressed.connect(self.test_pressed)
        self._found.clicked.connect(self._on_found)
        self._found.chosen.connect(self._on_found)
        self._search.textChanged.connect(self.searched)
        self._search.returnPressed.connect(self._on_search_entered)
        self._notes.textChanged.connect(self._on_edited)
        self._notes.paste_refused.connect(self._on_paste_refused)
        self._notes.send_wanted.connect(self._on_finish)
        self._more.clicked.connect(self.adding_pressed)
        self._cancel.clicked.connect(self.cancelled)
        self._later.clicked.connect(self.end_wanted)
        self._finish.clicked.connect(self._on_finish)

    def _show_state(self, sheet: WrapUpSheet, trouble: Problem | None, *, has_unsent_text: bool) -> None:
        problem = trouble or sheet.missing
        if self._refused_paste:
            words, colour = self._refused_paste, Colour.WAIT
        elif problem is not None:
            words = problem_sentence(trouble) if trouble else missing_words(sheet)
            colour = Colour.WAIT if trouble else Colour.MUT
        elif has_unsent_text and sheet.goes_on:
            words, colour = self.tr("The text you have written is not sent. It is kept for you."), Colour.WAIT
        elif sheet.is_call:
            words = self.tr("You can record the call also without choosing anything.")
            colour = Colour.MUT
        elif sheet.goes_on:
            words, colour = self.tr("The conversation ends for the customer at once."), Colour.MUT
        else:
            words, colour = self.tr("The conversation has ended for the customer already."), Colour.MUT
        self._state.set_runs(runs_of(words, Type.SMALL, colour))
        # Where there is no room for a hint, there is for what went wrong.
        self._state.setVisible(colour is Colour.WAIT or not self._is_low)

    def _on_paste_refused(self, characters: int) -> None:
        self._refused_paste = paste_words(characters)
        self._state.set_runs(runs_of(self._refused_paste, Type.SMALL, Colour.WAIT))
        self._state.show()

    def _on_edited(self) -> None:
        self._refused_paste = ""
        self.edited.emit(self._notes.toPlainText())

    def _on_search_entered(self) -> None:
        if self._search.text().strip():
            self._on_found(self._found.currentIndex())
        else:
            self._on_finish()

    def _on_found(self, index: QModelIndex) -> None:
        """Choose what was found; the keys are on the reasons again."""
        row = index.data(ROW_ROLE)
        if isinstance(row, CodeRow):
            self._search.clear()
            self._press(row.kind, row.code_id)
            self._reasons.setFocus()

    def _on_finish(self) -> None:
        if self._can_finish:
            self.finish_wanted.emit()
