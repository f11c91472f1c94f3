"""The composer of one conversation: its draft, what became of it, and sending."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.canned import CannedAnswer
from app.domain.conversation import Identity
from app.domain.parts import readable_parts
from app.domain.sentences import longest_long_sentence
from app.ui.canned.completion import Completion
from app.ui.chat.draft_edit import DraftEdit
from app.ui.chat.paste_words import paste_words
from app.ui.icons import Icon
from app.ui.parts.button import Button, Look
from app.ui.parts.ground import Edge, Ground
from app.ui.parts.input_frame import InputFrame
from app.ui.parts.mark_label import MarkLabel
from app.ui.parts.marks import Mark
from app.ui.safe_text import PlainLabel, plain_tooltip, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import clock

SEND_KEY = "Enter"
PARTS_KEY = "Alt Enter"
_NEAR_LIMIT = 0.9
_TALLEST_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class ComposerState:
    """What a composer shows besides its text. ``obstacle`` is why nothing can be sent, "" when it can."""

    saved_at: datetime | None
    is_kept_on_disk: bool
    is_returned: bool
    can_take_back: bool
    limit: int
    obstacle: str
    trouble: str


class Composer(Ground):
    """Bound to one conversation for good, so that text can never land in another.

    ``edited``: the text is now this · ``send_wanted`` · ``parts_wanted``: send it in readable parts ·
    ``undo_wanted`` · ``paged``: True is up.
    """

    help_wanted = Signal()
    edited = Signal(str)
    send_wanted = Signal()
    parts_wanted = Signal()
    undo_wanted = Signal()
    paged = Signal(bool)

    def __init__(self, theme: Theme, *, alias: str, language: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "composer", Colour.SURFACE, edges=Edge.TOP, parent=parent)
        self._shown = ""
        self._said = ("", "")
        self._refused_paste = ""
        self._limit = 0
        self._is_narrow = False
        self._is_tight = False
        self._has_answers = False
        self._says_only_saved = False
        self._edit = DraftEdit(theme, "composerText", parent=self)
        self._edit.setAccessibleName(self.tr("Message to customer {alias}").format(alias=alias))
        self._frame = InputFrame(
            theme,
            "composerFrame",
            self._edit,
            side=Length.SPACE_5,
            above=theme.length(Length.SPACE_3),
            parent=self,
        )
        self._completion = Completion(theme, self._edit, language=language, parent=self)
        self._title = PlainLabel(theme, parent=self)
        self._title.set_runs(runs_of(self._edit.accessibleName(), Type.SMALL, Colour.MUT))
        self._hint = PlainLabel(theme, parent=self)
        self._hint.setObjectName("writingHint")
        self._show_hint()
        self._saved = MarkLabel(theme, "draftSaved", parent=self)
        self._count = PlainLabel(theme, parent=self)
        self._count.setObjectName("characterCount")
        self._trouble = PlainLabel(theme, wraps=True, parent=self)
        self._trouble.setObjectName("composerTrouble")
        self._canned = Button(
            theme, "canned", self.tr("Canned answers"), look=Look.CHIP, keys="/", parent=self
        )
        self._help = Button(theme, "helpConversation", self.tr("Call for help…"), look=Look.CHIP, parent=self)
        self._help.clicked.connect(self.help_wanted)
        self._parts = Button(theme, "sendInParts", "", keys=PARTS_KEY, parent=self)
        self._parts.hide()
        self._send = Button(theme, "send", self.tr("Send"), look=Look.PRIMARY, keys=SEND_KEY, parent=self)
        self._lay_out()
        self._edit.textChanged.connect(self._on_text_changed)
        self._edit.send_wanted.connect(self._on_send)
        self._edit.parts_wanted.connect(self._on_parts)
        self._parts.clicked.connect(self._on_parts)
        self._edit.undo_wanted.connect(self.undo_wanted)
        self._edit.page_elsewhere()
        self._edit.paged.connect(self.paged)
        self._edit.paste_refused.connect(self._on_paste_refused)
        self._send.clicked.connect(self._on_send)
        self._completion.taken.connect(self._on_taken)
        self._canned.clicked.connect(self._on_canned)
        self.setFocusProxy(self._edit)

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self._edit.toPlainText()

    @property
    def has_focus(self) -> bool:
        """Whether letters typed now land here."""
        return self._edit.hasFocus()

    def show_text(self, text: str) -> None:
        """Show the draft when it has changed elsewhere: sent, taken back or returned."""
        if text == self._shown:
            return
        self._shown = text
        self._completion.close_list()
        self._edit.blockSignals(True)
        self._edit.setPlainText(text)
        self._edit.blockSignals(False)
        self._edit.moveCursor(self._edit.textCursor().MoveOperation.End)
        self._show_hint()
        self._fit()

    def show_answers(self, answers: tuple[CannedAnswer, ...], *, language: str, identity: Identity) -> None:
        """Offer the canned answers there are for this customer."""
        self._edit.know_answers(answers)
        self._completion.show_answers(answers, language=language, identity=identity)
        self._has_answers = bool(answers)
        self._show_what_fits()

    def show_help(self, obstacle: str) -> None:
        """Offer to call for help, or say why nobody can be called."""
        self._help.setEnabled(not obstacle)
        self._help.setAccessibleDescription(obstacle)
        plain_tooltip(self._help, obstacle)

    @property
    def can_call_help(self) -> bool:
        """Whether the supervisors can be called now."""
        return self._help.isEnabled()

    def insert(self, text: str) -> None:
        """Put a canned answer into the text at the cursor, and the keys behind it."""
        self._edit.setFocus()
        self._edit.insert_whole(text)

    def show_state(self, state: ComposerState) -> None:
        """Show what has become of the text and whether it can be sent."""
        self._limit = state.limit
        self._frame.mark_wrong(is_wrong=state.is_returned)
        self._edit.let_take_back(can=state.can_take_back)
        is_locked = bool(state.obstacle) and not self.text
        self._edit.setReadOnly(is_locked)
        self._frame.mark_locked(is_locked=is_locked)
        mark = self._saved_mark(state)
        self._saved.show_mark(mark)
        self._says_only_saved = mark is not None and mark.front is Colour.MUT
        self._said = state.trouble, state.obstacle
        self._say_trouble()
        self._canned.setEnabled(not state.obstacle)
        self._send.setEnabled(not state.obstacle and bool(self.text.strip()))
        plain_tooltip(self._send, state.obstacle)
        self._send.setAccessibleDescription(state.obstacle)
        self._parts.setEnabled(not state.obstacle)
        self._offer_parts()
        self._say_count()
        self._show_what_fits()

    def set_folded(self, *, is_narrow: bool, is_low: bool) -> None:
        """Leave out the hint in a narrow window; in a low one the title too, and begin with one line."""
        self._is_narrow = is_narrow
        self._show_what_fits()
        self._completion.set_low(is_low=is_low)
        self._hint.setVisible(not is_narrow and not is_low)
        self._title.setVisible(not is_low)
        self._smallest = self._theme.length(Length.INPUT if is_low else Length.COMPOSER_MIN)
        self._fit()

    def set_tight(self, is_tight: bool) -> None:
        """In a window of 1280×720 at 200 % one row: the text, and sending it beside. What the chips do is
        done by their keys and in the menu of actions.
        """
        if is_tight == self._is_tight:
            return
        self._is_tight = is_tight
        if is_tight:
            self._row.addWidget(self._send, 0, Qt.AlignmentFlag.AlignBottom)
        else:
            self._below.addWidget(self._send)
        side, length = self._theme.length(Length.SPACE_7), self._theme.length
        below = length(Length.SPACE_3 if is_tight else Length.SPACE_5)
        self._whole.setContentsMargins(side, below if is_tight else length(Length.SPACE_4), side, below)
        self._show_what_fits()

    @property
    def help_button(self) -> Button:
        """What calls for help."""
        return self._help

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_what_fits()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        """Show in the row below what it has room for beside sending: a row that outgrew its column pushed the
        queues aside while she wrote. That the text is safe stands in the status bar as well and gives way
        first; what the chips do is done by their keys and in the menu of actions.
        """
        has_chips = not self._is_narrow and not self._is_tight
        has_canned = has_chips and self._has_answers
        optional: list[tuple[QWidget, bool]] = [(self._help, has_chips), (self._canned, has_canned)]
        optional.insert(len(optional) if self._says_only_saved else 0, (self._saved, bool(self._saved.shown)))
        gap = self._below.spacing()
        always = [self._send, *(each for each in (self._parts, self._count) if not each.isHidden())]
        margins = self._whole.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        room -= sum(each.sizeHint().width() + gap for each in always) - gap
        for widget, is_wanted in optional:
            needed = widget.sizeHint().width() + gap
            is_shown = is_wanted and (needed <= room or not self.isVisible())
            widget.setVisible(is_shown)
            room -= needed if is_shown else 0

    def fit_into(self, height: int) -> None:
        """Let the box grow to its share of a conversation ``height`` px high."""
        self._tallest = round(height * _TALLEST_SHARE)
        self._fit()

    def _lay_out(self) -> None:
        length = self._theme.length
        self._smallest = self._tallest = length(Length.COMPOSER_MIN)
        above = QHBoxLayout()
        above.addWidget(self._title)
        above.addStretch(1)
        above.addWidget(self._hint)
        below = self._below = QHBoxLayout()
        below.setSpacing(length(Length.SPACE_5))
        below.addWidget(self._canned)
        below.addWidget(self._help)
        below.addWidget(self._saved)
        below.addWidget(self._count)
        below.addWidget(self._trouble, 1)
        below.addStretch(0)
        below.addWidget(self._parts)
        below.addWidget(self._send)
        self._row = QHBoxLayout()
        self._row.setSpacing(length(Length.SPACE_4))
        self._row.addWidget(self._frame, 1)
        layout = self._whole = QVBoxLayout(self)
        side = length(Length.SPACE_7)
        layout.setContentsMargins(side, length(Length.SPACE_4), side, length(Length.SPACE_5))
        layout.setSpacing(length(Length.SPACE_4))
        layout.addLayout(above)
        layout.addWidget(self._completion)
        layout.addLayout(self._row)
        layout.addLayout(below)
        self._edit.viewport().setContentsMargins(0, 0, 0, 0)

    def _fit(self) -> None:
        """Make the box as high as its text, within bounds."""
        lines = self._edit.document().size().height() or 1.0
        high = round(lines * self._edit.fontMetrics().lineSpacing())
        room = self._theme.length(Length.SPACE_9)
        self._frame.setFixedHeight(max(self._smallest, min(high + room, self._tallest)))

    def _saved_mark(self, state: ComposerState) -> Mark | None:
        """That the text is safe, or that it has come back."""
        if state.is_returned:
            words = self.tr("returned to the draft")
            return Mark(words, Type.SMALL, Colour.BAD, icon=Icon.UNDO, side=None, weight=600)
        if state.saved_at is None or not self.text:
            return None
        if not state.is_kept_on_disk:
            return Mark(self.tr("Draft in memory only"), Type.SMALL, Colour.WAIT, side=None, weight=600)
        if self._is_tight:
            return None
        words = self.tr("Draft saved {clock}").format(clock=clock(state.saved_at))
        return Mark(words, Type.SMALL, Colour.MUT, icon=Icon.CHECK, side=None)

    def _show_hint(self) -> None:
        """How many words a sentence has that is long to read (R088), else the key that breaks the line. It
        changes nothing of the text and stands in nobody's way.
        """
        count = longest_long_sentence(self._shown)
        words = self.tr("Long sentence: %n word(s)", "", count) if count else ""
        kind = Colour.WAIT if count else Colour.MUT
        self._hint.set_runs(runs_of(words or self.tr("Shift Enter breaks the line"), Type.SMALL, kind))

    def _say_count(self) -> None:
        """Near the limit, say how many characters are left; over it, how many are too many."""
        left = self._limit - len(self.text)
        is_near = self._limit > 0 and len(self.text) >= self._limit * _NEAR_LIMIT
        self._count.setVisible(is_near)
        if left >= 0:
            words = self.tr("%n character(s) left", "", left)
        else:
            words = self.tr("%n character(s) too many", "", -left)
        self._count.set_runs(runs_of(words, Type.SMALL, Colour.MUT if left >= 0 else Colour.BAD, weight=600))

    def _say_trouble(self) -> None:
        """Why something did not happen, else why nothing can be sent. A refused paste is told of until the
        text changes: what follows counts on it being there.
        """
        trouble, obstacle = self._said
        trouble = self._refused_paste or trouble
        words = trouble or obstacle
        colour = Colour.BAD if trouble else Colour.MUT
        self._trouble.set_runs(runs_of(words, Type.SMALL, colour, weight=600 if trouble else None))
        self._trouble.setVisible(bool(words))

    def _on_text_changed(self) -> None:
        self._refused_paste = ""
        self._shown = self.text
        self._show_hint()
        self._fit()
        self._send.setEnabled(bool(self._shown.strip()))
        self._say_count()
        self._offer_parts()
        self.edited.emit(self._shown)

    def _on_send(self) -> None:
        if self._send.isEnabled():
            self.send_wanted.emit()

    def _on_taken(self, text: str, instead_of: int) -> None:
        self._edit.insert_whole(text, instead_of=instead_of)

    def _on_canned(self) -> None:
        """Begin a shortcut, as if the slash had been typed."""
        self._edit.setFocus()
        self._edit.insert_whole("/")

    def _on_parts(self) -> None:
        if self._parts.isVisibleTo(self) and self._parts.isEnabled():
            self.parts_wanted.emit()

    def _offer_parts(self) -> None:
        """Offer to send a long text in parts that are easier to read (R087)."""
        count = len(readable_parts(self.text))
        self._parts.setVisible(count > 1)
        if count > 1:
            self._parts.set_words(self.tr("Send in %n part(s)", "", count))
        self._show_what_fits()

    def _on_paste_refused(self, characters: int) -> None:
        self._refused_paste = paste_words(characters)
        self._say_trouble()
