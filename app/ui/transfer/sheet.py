"""The transfer sheet: stands over the transcript of its conversation until it is transferred or cancelled."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.desk.application_view import application_rows, can_pass_on
from app.desk.offer_views import PersonRow, person_rows
from app.desk.panes import Header
from app.desk.transfer_view import TargetRow, target_rows
from app.domain.consent import ConsentState
from app.domain.handbook import GuidanceRule
from app.domain.problems import Problem, ProblemCode
from app.domain.transfer import LookAhead
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
from app.ui.transfer.consent_part import ConsentPart
from app.ui.transfer.mode_switch import Mode, ModeSwitch
from app.ui.transfer.offer_words import person_responsibility, spoken_person
from app.ui.transfer.target_delegate import TargetDelegate
from app.ui.transfer.target_words import responsibility_words, spoken_target, takes_words
from app.ui.words import in_language, problem_sentence

_ROWS_SHOWN = 5
_ASKED_FOR = ProblemCode.CONSENT_NEEDED
_ENOUGH_ROWS = 3
_UP_AND_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class TransferSheet(Ground):
    """``transfer_wanted`` into which queue · ``pass_on_wanted`` into which queue, for whom to decide of the
    application · ``offer_wanted`` to whom · ``cancelled`` · ``edited`` the internal message as it stands ·
    ``consent_wanted`` for which queue, from which message on.
    """

    transfer_wanted = Signal(str)
    pass_on_wanted = Signal(str, str)
    offer_wanted = Signal(str)
    cancelled = Signal()
    edited = Signal(str)
    consent_wanted = Signal(str, int)

    def __init__(self, theme: Theme, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "transferSheet", Colour.SURFACE, edges=Edge.BOTTOM, parent=parent)
        self._language = language
        self._ahead: LookAhead | None = None
        self._header: Header | None = None
        self._trouble: Problem | None = None
        self._refused_paste = ""
        self._begun = ""
        self._guidance: tuple[GuidanceRule, ...] = ()
        self._is_application = False
        self._room = _ENOUGH_ROWS
        self._make_parts()
        self._lay_out()
        self._connect()
        self.hide()

    def open(
        self,
        header: Header,
        *,
        internal_message: str,
        is_application: bool,
        guidance: tuple[GuidanceRule, ...] = (),
    ) -> None:
        """Begin: what awaits in the queues is asked for meanwhile. ``is_application``: she comes from a file,
        and passes it on where its service has somewhere to. ``guidance`` says who takes what.
        """
        self._guidance = guidance
        self._header, self._ahead, self._trouble = header, None, None
        self._is_application = is_application
        self._switch.offer_applications(is_offered=False)
        self._refused_paste = ""
        self._rows.show_rows(())
        self._switch.choose(Mode.QUEUE)
        self._consent.begin()
        self._search.clear()
        self._message.setPlainText(internal_message)
        self._count.set_runs(
            runs_of(self.tr("transfer %n", "", header.hand_overs + 1), Type.SMALL, Colour.MUT)
        )
        self.show()
        self.show_now(header)
        self._on_mode_chosen()

    def set_low(self, is_low: bool) -> None:
        """Do with one line to write on where the window is low."""
        length = self._theme.length
        one_line = length(Length.INPUT) + length(Length.SPACE_3)
        self._message_frame.setFixedHeight(one_line if is_low else length(Length.COMPOSER_MIN))

    def show_rows(self, spare: int) -> bool:
        """Show one queue, and more for as many px as there are to spare; whether that is enough to choose."""
        row = self._theme.length(Length.ROW) + self._theme.length(Length.SPACE_1)
        count = min(_ROWS_SHOWN, 1 + max(0, spare) // row)
        self._room = count
        self._fit_list()
        self.measure()
        return count >= _ENOUGH_ROWS

    def measure(self) -> None:
        """Have what it holds measured anew."""
        for widget in (self._middle, self):
            if (layout := widget.layout()) is not None:
                layout.invalidate()
        self._scroller.updateGeometry()

    def show_rows_in_scroller(self) -> bool:
        """Show enough to choose, where they scroll with all that lies around them."""
        self._room = _ENOUGH_ROWS
        self._fit_list()
        return True

    def _fit_list(self) -> None:
        """Beside the question for permission the list takes no more room than it has rows. Who decides of an
        application is seen at once: there is no search above them, and they are few.
        """
        row = self._theme.length(Length.ROW) + self._theme.length(Length.SPACE_1)
        rows = max(1, len(self._rows.rows))
        count = self._room if self._consent.isHidden() else min(self._room, rows)
        count = rows if self._switch.mode is Mode.APPLICATION else count
        self._list.setFixedHeight(row * count)

    def set_tight(self, is_tight: bool) -> None:
        """Where there is hardly any height, what is chosen and written scrolls; what only names it goes."""
        self._scroller.set_whole(is_whole=not is_tight)
        for label in (self._title, self._where):
            label.setVisible(not is_tight)

    def show_ahead(self, answer: LookAhead | Problem) -> None:
        """What the queues have before them, or why it is not known."""
        if isinstance(answer, Problem):
            self._trouble = answer
        else:
            self._ahead, self._trouble = answer, None
        self._offer_applications()
        self._show_targets()

    def show_now(self, header: Header) -> None:
        """Show whether it can be moved now; a permission given or taken back changes where to."""
        is_other = self._header is None or header.consents != self._header.consents
        is_first_file = self._header is None or header.application_of != self._header.application_of
        self._header = header
        if is_first_file:
            self._offer_applications()
        if is_other:
            self._show_targets()
        else:
            self._show_state()

    def show_trouble(self, problem: Problem | None) -> None:
        """Why it was not moved, until something else is chosen."""
        self._trouble = problem
        self._show_state()

    @property
    def chosen(self) -> TargetRow | PersonRow | None:
        """The queue or the professional that is chosen now."""
        row = self._list.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, TargetRow | PersonRow) else None

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops in it, in order."""
        between = (*self._consent.stops, self._message)
        return *self._switch.stops, self._search, self._list, *between, self._cancel, self._move

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows in the search field walk through what it found."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._scroller.ensureWidgetVisible(watched, 0, 0)
        if watched is self._search and isinstance(event, QKeyEvent) and event.key() in _UP_AND_DOWN:
            QApplication.sendEvent(self._list, event)
            return True
        return super().eventFilter(watched, event)

    def _make_parts(self) -> None:
        theme = self._theme
        self._middle = QWidget(self)
        spoken = self.tr("Transfer the conversation")
        self._scroller = Scroller(theme, "transferScroller", self._middle, spoken=spoken, parent=self)
        self._scroller.set_whole(is_whole=True)
        self._title = PlainLabel(theme, parent=self)
        self._title.set_runs(runs_of(self.tr("Transfer the conversation"), Type.NAME))
        self._count = PlainLabel(theme, parent=self)
        self._switch = ModeSwitch(theme, parent=self)
        self._where = PlainLabel(theme, parent=self)
        self._where.set_runs(runs_of(self.tr("Where to"), Type.SMALL, weight=600))
        self._search = LineField(
            theme, "transferSearch", self.tr("Search for a queue or a professional"), parent=self
        )
        self._search.installEventFilter(self)
        self._search_frame = InputFrame(
            theme, "transferSearchFrame", self._search, side=Length.SPACE_5, parent=self
        )
        self._search_frame.setFixedHeight(theme.length(Length.INPUT))
        self._rows: KeyedRows[TargetRow | PersonRow] = KeyedRows(
            key_of=lambda row: row.key, spoken_of=self._spoken, parent=self
        )
        self._list = ListView(theme, "transferTargets", ground=Colour.SURFACE, parent=self)
        self._list.setAccessibleName(self.tr("Where it can be transferred"))
        self._list.setItemDelegate(TargetDelegate(theme, language=self._language, parent=self))
        self._list.setModel(self._rows)
        self._consent = ConsentPart(theme, parent=self)
        self._internal = PlainLabel(theme, wraps=True, parent=self)
        self._internal.set_runs(
            (
                *runs_of(self.tr("Internal message") + "  ", Type.SMALL, weight=600),
                *runs_of(self.tr("the customer does not see this"), Type.SMALL, Colour.MUT),
            )
        )
        self._message = DraftEdit(theme, "internalMessage", parent=self)
        self._message.setAccessibleName(self.tr("Internal message, the customer does not see this"))
        self._message_frame = InputFrame(
            theme,
            "internalMessageFrame",
            self._message,
            side=Length.SPACE_5,
            above=theme.length(Length.SPACE_2),
            ground=Colour.NOTE,
            edge=Colour.NOTE_EDGE,
            parent=self,
        )
        self._state = PlainLabel(theme, wraps=True, parent=self)
        self._state.setObjectName("transferState")
        self._cancel = Button(theme, "transferCancel", self.tr("Cancel"), keys="Esc", parent=self)
        self._move = Button(
            theme, "transferMove", self.tr("Transfer"), look=Look.PRIMARY, keys="Enter", parent=self
        )

    def _lay_out(self) -> None:
        length = self._theme.length
        top = QHBoxLayout()
        top.setSpacing(length(Length.SPACE_6))
        top.addWidget(self._title)
        top.addWidget(self._switch)
        top.addStretch(1)
        top.addWidget(self._count)
        below = QHBoxLayout()
        below.setSpacing(length(Length.SPACE_4))
        below.addWidget(self._state, 1)
        below.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignBottom)
        below.addWidget(self._move, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        side = length(Length.SPACE_8)
        layout.setContentsMargins(side, length(Length.SPACE_5), side, length(Length.SPACE_6))
        layout.setSpacing(length(Length.SPACE_3))
        layout.addLayout(top)
        layout.addWidget(self._scroller, 1)
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(layout.spacing())
        for widget in (
            self._where,
            self._search_frame,
            self._list,
            self._consent,
            self._internal,
            self._message_frame,
        ):
            middle.addWidget(widget)
        layout.addLayout(below)

    def _connect(self) -> None:
        self._switch.chosen.connect(self._on_mode_chosen)
        for widget in (self._list, *self._consent.stops, self._message):
            widget.installEventFilter(self)
        self._consent.ask_wanted.connect(self.consent_wanted)
        self._consent.scope_chosen.connect(self._show_state)
        self._search.textChanged.connect(self._show_targets)
        self._search.returnPressed.connect(self._on_chosen)
        self._list.chosen.connect(self._on_chosen)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._message.textChanged.connect(self._on_edited)
        self._message.textChanged.connect(self._on_written)
        self._message.paste_refused.connect(self._on_paste_refused)
        self._message.send_wanted.connect(self._on_move)
        self._cancel.clicked.connect(self.cancelled)
        self._move.clicked.connect(self._on_move)

    def _show_targets(self) -> None:
        if self._ahead is not None and self._header is not None:
            kept = self.chosen
            rows = self._found(self._ahead, self._header)
            self._rows.show_rows(rows)
            place = self._rows.row_of(kept.key) if kept is not None else None
            if place is None and rows and self._may_choose(rows[0]):
                place = 0
            self._list.setCurrentIndex(QModelIndex() if place is None else self._rows.index(place, 0))
        self._show_state()

    def _may_choose(self, first: TargetRow | PersonRow) -> bool:
        """Whether the first row is chosen for her. To whom an application goes is hers to judge, always."""
        return self._switch.mode is not Mode.APPLICATION and (bool(self._search.text()) or first.is_likely)

    def _offer_applications(self) -> None:
        """Offer to pass on an application, where its service has somewhere to; chosen already for who comes
        from the file.
        """
        header = self._header
        is_offered = header is not None and can_pass_on(self._ahead, header.application_of)
        self._switch.offer_applications(is_offered=is_offered)
        mode = self._switch.mode
        # Once she has begun to search or to write, no late answer takes the keys from her.
        has_begun = bool(self._search.text() or self._message.toPlainText())
        if is_offered and self._is_application:
            self._is_application, mode = False, mode if has_begun else Mode.APPLICATION
        elif not is_offered and mode is Mode.APPLICATION:
            mode = Mode.QUEUE
        if mode is not self._switch.mode:
            self._switch.choose(mode)
            self._on_mode_chosen()

    def _show_state(self) -> None:
        header, chosen = self._header, self.chosen
        if header is not None:
            self._consent.show_target(chosen if isinstance(chosen, TargetRow) else None, header)
            self._fit_list()
            self.measure()
        obstacle = header.cannot_move if header is not None else None
        obstacle = obstacle or (chosen.obstacle if chosen is not None else None)
        problem = self._trouble or obstacle
        if self._refused_paste:
            words, colour = self._refused_paste, Colour.WAIT
        elif problem is not None and problem.code is _ASKED_FOR and not self._consent.isHidden():
            words, colour = self.tr("It can be transferred when the customer has permitted it."), Colour.WAIT
        elif problem is not None:
            words, colour = problem_sentence(problem), Colour.WAIT
        elif chosen is not None and self._lacks_reason:
            words, colour = problem_sentence(Problem(ProblemCode.REASON_NEEDED)), Colour.WAIT
        elif self._ahead is None:
            words, colour = self.tr("Asking what the queues have before them…"), Colour.MUT
        elif chosen is None and self._rows.rows:
            words, colour = self.tr("Choose where."), Colour.MUT
        elif chosen is None:
            words, colour = self._nothing_found(self._ahead), Colour.MUT
        elif isinstance(chosen, PersonRow):
            words, colour = person_responsibility(chosen), Colour.MUT
        else:
            words, colour = responsibility_words(chosen, self._language), Colour.MUT
        takes = takes_words(chosen, self._language) if isinstance(chosen, TargetRow) else ""
        before = runs_of(f"{takes} ", Type.SMALL) if takes else ()
        self._state.set_runs((*before, *runs_of(words, Type.SMALL, colour)))
        self._move.setEnabled(obstacle is None and chosen is not None and not self._lacks_reason)

    @property
    def _lacks_reason(self) -> bool:
        """Whether the internal message should say why it is moved once more, and says nothing yet."""
        written = self._message.toPlainText().strip()
        needs_one = self._header is not None and self._header.needs_reason
        return needs_one and written in ("", self._begun.strip())

    def _found(self, ahead: LookAhead, header: Header) -> Sequence[TargetRow | PersonRow]:
        searched, identity = self._search.text(), header.identity
        if self._switch.mode is Mode.PROFESSIONAL:
            return person_rows(ahead, searched=searched, identity=identity, is_message=header.is_message)
        given = (one.consent for one in header.consents if one.consent.state is ConsentState.GIVEN)
        permitted = next((consent.queue_id for consent in given), None)
        if self._switch.mode is Mode.APPLICATION:
            return application_rows(
                ahead,
                header.application_of,
                identity=identity,
                language=header.language,
                now=ahead.at,
                own=header.queue_id,
                permitted=permitted,
            )
        return target_rows(
            ahead,
            searched=searched,
            identity=identity,
            language=header.language,
            now=ahead.at,
            own=header.queue_id,
            permitted=permitted,
            guidance=self._guidance,
        )

    def _nothing_found(self, ahead: LookAhead) -> str:
        if self._switch.mode is Mode.QUEUE:
            return self.tr("No queue has that name. Try another word.")
        if not ahead.professionals:
            return self.tr("No other professional is there just now. Transfer into a queue instead.")
        return self.tr("Nobody of that name is there just now. Try another word.")

    def _spoken(self, row: TargetRow | PersonRow) -> str:
        return spoken_person(row) if isinstance(row, PersonRow) else spoken_target(row, self._language)

    def _on_paste_refused(self, characters: int) -> None:
        self._refused_paste = paste_words(characters)
        self._show_state()

    def _on_written(self) -> None:
        self._refused_paste = ""
        self._show_state()

    def _on_mode_chosen(self) -> None:
        self._trouble = None
        move, where = self._mode_words()
        self._move.set_words(move)
        self._where.set_runs(runs_of(where, Type.SMALL, weight=600))
        is_application = self._switch.mode is Mode.APPLICATION
        self._search_frame.setVisible(not is_application)
        self._list.setCurrentIndex(QModelIndex())
        self._show_targets()
        (self._list if is_application else self._search).setFocus()

    def _mode_words(self) -> tuple[str, str]:
        """What the button says, and what the list is."""
        match self._switch.mode:
            case Mode.QUEUE:
                return self.tr("Transfer"), self.tr("Where to")
            case Mode.PROFESSIONAL:
                return self.tr("Offer"), self.tr("To whom")
            case Mode.APPLICATION:
                return self.tr("Pass on"), self.tr("Who decides of the application")

    def _on_current_changed(self) -> None:
        self._trouble = None
        self._show_state()
        self._bring_to_sight()

    def _bring_to_sight(self) -> None:
        """Where the list scrolls with all that lies around it, a row that is walked to is seen."""
        index = self._list.currentIndex()
        if index.isValid() and self._list.hasFocus():
            row = self._list.visualRect(index)
            at = self._list.mapTo(self._middle, row.center())
            self._scroller.ensureVisible(at.x(), at.y(), 0, row.height())

    def _on_chosen(self) -> None:
        if self.chosen is None:
            return
        self._begin_message(self.chosen)
        self._message.setFocus()

    def forget_beginning(self) -> None:
        """Leave no draft behind that nobody has written."""
        if self._begun and self._message.toPlainText() == self._begun:
            self._message.setPlainText("")
        self._begun = ""

    def _begin_message(self, chosen: TargetRow | PersonRow) -> None:
        """Begin the internal message as the queue wants it; what she has written herself is never touched."""
        written = self._message.toPlainText()
        if written not in ("", self._begun):
            return
        template = chosen.template if isinstance(chosen, TargetRow) else None
        self._begun = in_language(template, self._language) if template is not None else ""
        if written != self._begun:
            self._message.setPlainText(self._begun)
        cursor = self._message.textCursor()
        cursor.setPosition(self._begun.find("\n") if "\n" in self._begun else len(self._begun))
        self._message.setTextCursor(cursor)

    def _on_edited(self) -> None:
        self.edited.emit(self._message.toPlainText())

    def _on_move(self) -> None:
        chosen = self.chosen
        if chosen is None or not self._move.isEnabled():
            return
        if isinstance(chosen, PersonRow):
            self.offer_wanted.emit(chosen.staff_id)
        elif chosen.passed_on_to is not None:
            self.pass_on_wanted.emit(chosen.queue_id, chosen.passed_on_to.value)
        else:
            self.transfer_wanted.emit(chosen.queue_id)
