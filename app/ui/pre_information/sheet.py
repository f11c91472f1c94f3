"""The pre-information sheet: refine within the topic, or correct topic and language (R067, R068, R069)."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk.pre_information_view import ChoiceRow
from app.desk.transfer_view import TargetRow
from app.domain.ids import QueueId
from app.domain.problems import Problem
from app.ui.chat.draft_edit import DraftEdit
from app.ui.chat.paste_words import paste_words
from app.ui.models.keyed_rows import ROW_ROLE, KeyedRows
from app.ui.parts.button import Button, Look
from app.ui.parts.ground import Edge, Ground
from app.ui.parts.input_frame import InputFrame
from app.ui.parts.list_view import ListView
from app.ui.parts.scroller import Scroller
from app.ui.pre_information.choice_delegate import ChoiceDelegate
from app.ui.pre_information.switches import Switch
from app.ui.pre_information.topic_words import spoken_choice
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.text_runs import one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.transfer.target_words import ahead_words, open_words
from app.ui.words import in_language, language_name, problem_sentence

_LANGUAGES = ("fi", "sv", "en")
_ROWS_SHOWN = 6
_FEWEST_ROWS = 2


class Act(StrEnum):
    """What the sheet does."""

    REFINE = "refine"
    CORRECT = "correct"


class PreInformationSheet(Ground):
    """``done``: do what is chosen · ``chosen``: something else is · ``edited`` the text as it stands ·
    ``cancelled``.
    """

    done = Signal()
    chosen = Signal()
    edited = Signal(str)
    cancelled = Signal()

    def __init__(self, theme: Theme, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "preInformationSheet", Colour.SURFACE, edges=Edge.BOTTOM, parent=parent)
        self._language = language
        self._refused_paste = ""
        self._targets: dict[QueueId, TargetRow] = {}
        self._high = 0
        self._is_tight = False
        self._make_parts()
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def act(self) -> Act:
        """Whether it refines or corrects."""
        return Act(self._acts.value)

    @property
    def spoken_language(self) -> str:
        """The language she is to be served in."""
        return self._languages.value

    @property
    def row(self) -> ChoiceRow | None:
        """The topic that is chosen."""
        row = self._list.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, ChoiceRow) else None

    @property
    def text(self) -> str:
        """The detail, or the internal message."""
        return self._text.toPlainText()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops in it, in order."""
        return *self._acts.stops, *self._languages.stops, self._list, self._text, self._cancel, self._do

    def begin(self, act: Act, *, spoken_language: str) -> None:
        """Begin with that act and the language she is served in now."""
        self._refused_paste = ""
        self._targets = {}
        self._acts.choose(act)
        self._languages.choose(spoken_language)
        self.show()

    def show_text(self, text: str) -> None:
        """The text that was written already; nothing is said."""
        self._text.blockSignals(True)
        self._text.setPlainText(text)
        self._text.blockSignals(False)

    def show_rows(self, rows: Sequence[ChoiceRow], *, afresh: bool) -> None:
        """What there is to choose; ``afresh``: what is so now is chosen."""
        is_refining = self.act is Act.REFINE
        kept = None if afresh else self.row
        self._rows.show_rows(rows)
        self._list.setVisible(bool(rows))
        self._nothing.setVisible(is_refining and not rows)
        self._languages.setVisible(not is_refining)
        self._language_label.setVisible(not is_refining)
        number = None if kept is None else self._rows.row_of(kept.key)
        if number is None:
            number = next((place for place, row in enumerate(rows) if row.is_now), None)
        index = QModelIndex() if number is None else self._rows.index(number, 0)
        self._list.setCurrentIndex(index)
        if number is not None:
            self._list.scrollTo(index)
        self._show_words()
        self._fit()

    def show_state(self, problem: Problem | None, *, can_do: bool) -> None:
        """What would happen, or why it cannot."""
        words, colour = self._would_happen(), Colour.MUT
        if self._refused_paste:
            words, colour = self._refused_paste, Colour.WAIT
        elif problem is not None:
            words, colour = problem_sentence(problem), Colour.WAIT
        self._state.set_runs(runs_of(words, Type.SMALL, colour))
        self._do.setEnabled(can_do)

    def show_targets(self, targets: Sequence[TargetRow]) -> None:
        """What the queues have before them."""
        self._targets = {target.queue_id: target for target in targets}
        self.chosen.emit()

    def focus_first(self) -> None:
        """Put the keys on what is chosen first."""
        (self._text if self._list.isHidden() else self._list).setFocus()

    def fit_into(self, high: int, *, is_tight: bool) -> None:
        """Show as many rows as there is room for in ``high`` px; where there is hardly any height, what is
        chosen and written scrolls, and what only names it goes.
        """
        self._high, self._is_tight = high, is_tight
        self._scroller.set_whole(is_whole=not is_tight)
        self._title.setVisible(not is_tight)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What has the keys is in sight, also where it scrolls."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._scroller.ensureWidgetVisible(watched, 0, 0)
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        row = self._delegate.row_height
        spare = self._high // 2 - 6 * row
        most = _FEWEST_ROWS if self._is_tight else max(_FEWEST_ROWS, min(_ROWS_SHOWN, spare // row))
        self._list.setFixedHeight(row * max(1, min(most, len(self._rows.rows))))

    def _make_parts(self) -> None:
        theme = self._theme
        self._middle = QWidget(self)
        spoken = self.tr("Pre-information")
        self._scroller = Scroller(theme, "preInformationScroller", self._middle, spoken=spoken, parent=self)
        self._scroller.set_whole(is_whole=True)
        self._title = PlainLabel(theme, runs_of(self.tr("Pre-information"), Type.NAME), parent=self)
        acts = {Act.REFINE.value: self.tr("Refine"), Act.CORRECT.value: self.tr("Correct")}
        self._acts = Switch(theme, acts, prefix="preInformationAct", parent=self)
        words = runs_of(self.tr("Served in"), Type.SMALL, weight=600)
        self._language_label = PlainLabel(theme, words, parent=self)
        names = {code: language_name(code) for code in _LANGUAGES}
        self._languages = Switch(theme, names, prefix="preInformationLanguage", parent=self)
        self._topic_label = PlainLabel(theme, parent=self)
        self._rows: KeyedRows[ChoiceRow] = KeyedRows(
            key_of=lambda row: row.key, spoken_of=self._spoken, parent=self
        )
        self._list = ListView(theme, "preInformationTopics", ground=Colour.SURFACE, parent=self)
        self._delegate = ChoiceDelegate(theme, language=self._language, parent=self)
        self._list.setItemDelegate(self._delegate)
        self._list.setModel(self._rows)
        self._nothing = PlainLabel(theme, wraps=True, parent=self)
        none = self.tr("This topic has no finer ones. Write the detail; another topic is a correction.")
        self._nothing.set_runs(runs_of(none, Type.SMALL, Colour.MUT))
        self._text_label = PlainLabel(theme, wraps=True, parent=self)
        self._text = DraftEdit(theme, "preInformationText", parent=self)
        self._text_frame = InputFrame(
            theme,
            "preInformationTextFrame",
            self._text,
            side=Length.SPACE_5,
            above=theme.length(Length.SPACE_2),
            ground=Colour.NOTE,
            edge=Colour.NOTE_EDGE,
            parent=self,
        )
        self._text_frame.setFixedHeight(theme.length(Length.INPUT) + theme.length(Length.SPACE_3))
        self._state = PlainLabel(theme, wraps=True, parent=self)
        self._state.setObjectName("preInformationState")
        self._cancel = Button(theme, "preInformationCancel", self.tr("Cancel"), keys="Esc", parent=self)
        self._do = Button(
            theme, "preInformationDo", self.tr("Refine"), look=Look.PRIMARY, keys="Enter", parent=self
        )

    def _lay_out(self) -> None:
        length = self._theme.length
        top = QHBoxLayout()
        top.setSpacing(length(Length.SPACE_6))
        top.addWidget(self._title)
        top.addWidget(self._acts, 1)
        languages = QHBoxLayout()
        languages.setSpacing(length(Length.SPACE_4))
        languages.addWidget(self._language_label)
        languages.addWidget(self._languages, 1)
        below = QHBoxLayout()
        below.setSpacing(length(Length.SPACE_4))
        below.addWidget(self._state, 1)
        below.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignBottom)
        below.addWidget(self._do, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        side = length(Length.SPACE_8)
        layout.setContentsMargins(side, length(Length.SPACE_5), side, length(Length.SPACE_6))
        layout.setSpacing(length(Length.SPACE_3))
        layout.addLayout(top)
        layout.addWidget(self._scroller, 1)
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(layout.spacing())
        middle.addLayout(languages)
        for widget in (self._topic_label, self._list, self._nothing, self._text_label, self._text_frame):
            middle.addWidget(widget)
        layout.addLayout(below)

    def _connect(self) -> None:
        for stop in self.stops:
            stop.installEventFilter(self)
        self._acts.chosen.connect(self._on_chosen)
        self._languages.chosen.connect(self._on_chosen)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._list.chosen.connect(self._on_row_chosen)
        self._text.textChanged.connect(self._on_edited)
        self._text.paste_refused.connect(self._on_paste_refused)
        self._text.send_wanted.connect(self._on_do)
        self._cancel.clicked.connect(self.cancelled)
        self._do.clicked.connect(self._on_do)

    def _show_words(self) -> None:
        is_refining = self.act is Act.REFINE
        topic = self.tr("Finer topic") if is_refining else self.tr("What it is about")
        self._topic_label.setVisible(not is_refining or not self._list.isHidden())
        self._topic_label.set_runs(runs_of(topic, Type.SMALL, weight=600))
        self._list.setAccessibleName(topic)
        name = self.tr("Detail") if is_refining else self.tr("Internal message")
        hidden = self.tr("the customer does not see this")
        self._text_label.set_runs(
            (*runs_of(name + "  ", Type.SMALL, weight=600), *runs_of(hidden, Type.SMALL, Colour.MUT))
        )
        self._text.setAccessibleName(f"{name}, {hidden}")
        self._do.set_words(self.tr("Refine") if is_refining else self.tr("Correct"))

    def _would_happen(self) -> str:
        row = self.row
        if self.act is Act.REFINE:
            return self.tr("What the customer chose stays beside it. She stays with you.")
        if row is None:
            return self.tr("Choose what it is about.")
        if row.leads_to is None:
            return self.tr("What the customer chose stays beside it. She stays with you.")
        words = self.tr(
            "Moves with its history to {queue}. The customer keeps her place and is told in {language}."
        )
        queue = one_line(in_language(row.leads_to.name, self._language))
        moves = words.format(queue=queue, language=language_name(self.spoken_language))
        return f"{moves} {self._awaits(row.leads_to.queue_id)}".rstrip()

    def _awaits(self, queue_id: QueueId) -> str:
        """What awaits her there, as soon as it is known: nobody is moved to a closed queue unseen."""
        target = self._targets.get(queue_id)
        if target is None:
            return ""
        words = self.tr("There: {open}, {ahead}.")
        return words.format(open=open_words(target), ahead=ahead_words(target))

    def _spoken(self, row: ChoiceRow) -> str:
        return spoken_choice(row, self._language)

    def _on_chosen(self) -> None:
        self.chosen.emit()

    def _on_current_changed(self) -> None:
        self.chosen.emit()

    def _on_row_chosen(self) -> None:
        self._text.setFocus()

    def _on_paste_refused(self, characters: int) -> None:
        self._refused_paste = paste_words(characters)
        self.chosen.emit()

    def _on_edited(self) -> None:
        self._refused_paste = ""
        self.edited.emit(self._text.toPlainText())

    def _on_do(self) -> None:
        if self._do.isEnabled():
            self.done.emit()
