"""One callback request opened: whose, what was tried, what must be met, dialling and what came of it."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.desk.callback_views import CallbackDetail, Hand
from app.domain.callback import MISSES, AttemptOutcome
from app.domain.conversation import Identity
from app.ui.callback_words import outcome_word, reason_words, time_words, unmet_sentence
from app.ui.callbacks.greetings import greeting
from app.ui.callbacks.outcome_choice import OutcomeChoice
from app.ui.icons import Icon
from app.ui.parts.badges import identity_badge
from app.ui.parts.button import Button, Look
from app.ui.parts.ground import Edge, Ground
from app.ui.parts.mark_label import MarkLabel
from app.ui.parts.scroll_bar import SlimScrollBar
from app.ui.safe_text import PlainLabel, plain_tooltip, runs_of
from app.ui.text_runs import MASK, Run, one_line, visible
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import in_language, language_name, masked_word, problem_sentence, weekday_and_clock

DIAL_KEY = "F8"


class CallbackDetailView(Ground):
    """Mirrors a ``CallbackDetail``; it decides nothing.

    ``claim_wanted`` · ``release_wanted`` · ``dial_wanted`` · ``record_wanted``: with the outcome chosen ·
    ``closing_chosen``: an outcome that closes the request, or none (False) · ``write_wanted``: to the
    customer, as agreed in the call.
    """

    claim_wanted = Signal()
    release_wanted = Signal()
    dial_wanted = Signal()
    record_wanted = Signal(str)
    closing_chosen = Signal(bool)
    write_wanted = Signal()

    def __init__(self, theme: Theme, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "callbackDetail", Colour.SURFACE, edges=Edge.LEFT, parent=parent)
        self._language = language
        self._shown: CallbackDetail | None = None
        self._make()
        self._lay_out()
        self.setMinimumWidth(theme.length(Length.RIGHT_DOCK))

    def show_detail(self, detail: CallbackDetail | None, *, now: datetime) -> None:
        """Show this request, or that none is chosen."""
        before, self._shown = self._shown, detail
        if detail is None or before is None or before.row.callback_id != detail.row.callback_id:
            self._outcomes.forget()
        self._body.setVisible(detail is not None)
        self._nothing.setVisible(detail is None)
        if detail is None:
            for button in self._buttons:
                button.hide()
            return
        self._record.show()
        self._say_who(detail)
        self._say_attempts(detail)
        self._say_conditions(detail)
        self._offer(detail)

    def choose(self, outcome: AttemptOutcome) -> None:
        """Choose an outcome, as its key does."""
        self._outcomes.choose(outcome)

    def expect_outcome(self) -> None:
        """She has dialled: the keys are here, and a number key is an outcome from now on."""
        self._outcomes.expect()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what it says ---------------------------------------------------------------------------------------

    def _say_who(self, detail: CallbackDetail) -> None:
        row = detail.row
        identity = Identity.IDENTIFIED if row.is_identified else Identity.ANONYMOUS
        self._badge.show_mark(identity_badge(identity))
        self._number.set_runs((Run(row.phone, Type.TITLE, Colour.INK, 700),))
        left = self.tr("Callback request · left {when}").format(when=weekday_and_clock(detail.requested_at))
        topic = one_line(in_language(row.topic.name, self._language))
        who = f"{left}\n{topic} · {language_name(row.language)} · {time_words(row)}"
        runs = runs_of(who, Type.SMALL, Colour.MUT)
        if row.lapses_at is not None:
            ends = self.tr("Closes uncalled {when}, and the customer is told.")
            ends = ends.format(when=weekday_and_clock(row.lapses_at))
            runs = (*runs, *runs_of(f"\n{ends}", Type.SMALL, Colour.WAIT, weight=600))
        self._about.set_runs(runs)
        words = visible(detail.text.replace(MASK, f"[{masked_word()}]"))
        self._text.set_runs((Run(f"”{words}”" if words else "", Type.BODY, Colour.INK),))
        self._text.setVisible(bool(words))
        may = self.tr("A message may be left on voicemail, without saying what it is about.")
        may_not = self.tr("No message may be left on voicemail.")
        self._voicemail.set_runs(
            runs_of(may if detail.may_leave_voicemail else may_not, Type.SMALL, Colour.MUT)
        )
        self._copy.setVisible(detail.is_mine)
        self._copy.set_words(self.tr("Copy the number"))
        self._masked_note.setVisible(not detail.is_mine and row.hand is not Hand.CLOSED)

    def _say_attempts(self, detail: CallbackDetail) -> None:
        runs: list[Run] = []
        for attempt in detail.attempts:
            head = self.tr("{number}. attempt · {when}").format(
                number=attempt.number, when=weekday_and_clock(attempt.at)
            )
            then = f"{outcome_word(attempt.outcome)} · {one_line(attempt.by.display_name)}"
            between = "\n" if runs else ""
            runs.append(Run(f"{between}{head}\n", Type.BODY_STRONG, Colour.INK, 650))
            runs.append(Run(then, Type.SMALL, Colour.MUT))
        if not runs:
            runs.append(Run(self.tr("Nobody has called yet."), Type.SMALL, Colour.MUT))
        self._attempts.set_runs(tuple(runs))

    def _say_conditions(self, detail: CallbackDetail) -> None:
        is_open = detail.row.hand is not Hand.CLOSED
        self._before.setVisible(is_open)
        self._conditions.setVisible(is_open)
        if detail.unmet:
            words = "\n".join(unmet_sentence(broken, detail.hours) for broken in detail.unmet)
            self._conditions.set_runs(runs_of(words, Type.SMALL, Colour.WAIT, weight=600))
        else:
            words = self.tr("Everything is in order: you may call now.")
            self._conditions.set_runs(runs_of(words, Type.SMALL, Colour.OK, weight=600))
        self._greeting_head.setVisible(detail.is_mine)
        self._greeting.setVisible(detail.is_mine)
        self._greeting.set_runs(runs_of(f"”{greeting(detail.row.language)}”"))

    def _offer(self, detail: CallbackDetail) -> None:
        """Enable what can be done now, and say what follows from the outcome chosen."""
        is_mine, row = detail.is_mine, detail.row
        self._claim.setVisible(row.hand is Hand.NOBODY and not detail.may_record)
        self._claim.setEnabled(detail.cannot_claim is None and not row.is_claiming)
        why = problem_sentence(detail.cannot_claim) if detail.cannot_claim is not None else ""
        plain_tooltip(self._claim, why)
        self._write.setVisible(detail.may_write)
        self._release.setVisible(is_mine)
        self._release.setEnabled(not detail.is_releasing and not detail.is_recording)
        self._dial.setVisible(is_mine)
        self._dial.setEnabled(is_mine and not detail.unmet and not detail.is_recording)
        self._dial.set_words(
            self.tr("Call again") if detail.dialled is not None else self.tr("I am dialling")
        )
        can_tell = is_mine or detail.may_record
        for widget in (self._outcome_head, self._outcomes, self._record):
            widget.setVisible(can_tell)
        self._outcomes.set_open(is_open=detail.may_record)
        self._say_consequence(detail)

    def _say_consequence(self, detail: CallbackDetail) -> None:
        outcome = self._outcomes.outcome
        closes = self._closes(detail)
        self._record.set_words(self.tr("Record and close") if closes else self.tr("Record the attempt"))
        is_ready = detail.may_record and outcome is not None
        self._record.setEnabled(is_ready)
        self._record.set_look(Look.PRIMARY if is_ready else Look.PLAIN, None)
        self._dial.set_look(Look.PLAIN if is_ready else Look.PRIMARY, Icon.PHONE)
        self._arrange()
        words, colour = self._consequence_words(detail, outcome)
        self._consequence.set_runs(runs_of(words, Type.SMALL, colour, weight=600))
        self._consequence.setVisible(bool(words))

    def _closes(self, detail: CallbackDetail) -> bool:
        outcome = self._outcomes.outcome
        return outcome is not None and (outcome not in MISSES or detail.is_last_try)

    @property
    def has_closing_outcome(self) -> bool:
        """Whether the outcome chosen closes the request."""
        return self._shown is not None and self._closes(self._shown)

    def record(self) -> None:
        """Record the outcome chosen, as the button does."""
        self._on_record()

    def focus_record(self) -> None:
        """Put the keys on recording."""
        self._record.setFocus(Qt.FocusReason.OtherFocusReason)

    def _consequence_words(
        self, detail: CallbackDetail, outcome: AttemptOutcome | None
    ) -> tuple[str, Colour]:
        if detail.row.reason is not None:
            return reason_words(detail.row.reason), Colour.MUT
        if detail.is_recording:
            return self.tr("The attempt is being recorded…"), Colour.MUT
        if detail.is_last_try and (outcome is None or outcome in MISSES):
            words = self.tr(
                "The third attempt is the last one. If the customer is not reached, the request closes as"
                " not reached and she is told so on the page. No new time is chosen."
            )
            return words, Colour.BAD
        if outcome is None and detail.is_mine and detail.dialled is None:
            return self.tr("Outcomes can be chosen when you have pressed “I am dialling”."), Colour.MUT
        if outcome in MISSES and detail.next_at is not None:
            words = self.tr("The next attempt is proposed for {when}.")
            return words.format(when=weekday_and_clock(detail.next_at)), Colour.MUT
        if outcome is not None:
            return self.tr("The request closes."), Colour.MUT
        return "", Colour.MUT

    # --- making ---------------------------------------------------------------------------------------------

    def _make(self) -> None:
        theme = self._theme
        self._body = QWidget(self)
        self._nothing = PlainLabel(theme, wraps=True, parent=self)
        self._nothing.set_runs(runs_of(self.tr("Choose a request in the list."), Type.SMALL, Colour.MUT))
        self._number = PlainLabel(theme, parent=self._body)
        self._number.setObjectName("callbackNumber")
        self._badge = MarkLabel(theme, "callbackIdentity", parent=self._body)
        self._about = self._label("callbackAbout")
        self._text = self._label("callbackText")
        self._voicemail = self._label("callbackVoicemail")
        self._masked_note = self._label("callbackMasked")
        note = self.tr("The whole number is shown when you take the request.")
        self._masked_note.set_runs(runs_of(note, Type.SMALL, Colour.MUT))
        self._attempts_head = self._heading(self.tr("Attempts"))
        self._attempts = self._label("callbackAttempts")
        self._before = self._heading(self.tr("Before calling"))
        self._conditions = self._label("callbackConditions")
        self._greeting_head = self._heading(self.tr("Begin like this"))
        self._greeting = self._label("callbackGreeting")
        self._outcome_head = self._heading(self.tr("Attempt outcome"))
        self._outcomes = OutcomeChoice(theme, keys_of=self, parent=self._body)
        self._outcomes.chosen.connect(self._on_outcome_chosen)
        self._consequence = self._label("callbackConsequence")
        self._copy = Button(
            theme, "copyNumber", self.tr("Copy the number"), look=Look.LINK, parent=self._body
        )
        self._copy.clicked.connect(self._on_copy)
        self._claim = Button(
            theme, "claimCallback", self.tr("Take the request"), look=Look.PRIMARY, parent=self
        )
        self._claim.clicked.connect(self.claim_wanted)
        self._release = Button(theme, "releaseCallback", self.tr("Give back"), parent=self)
        self._release.clicked.connect(self.release_wanted)
        self._dial = Button(
            theme,
            "dial",
            self.tr("I am dialling"),
            look=Look.PRIMARY,
            icon=Icon.PHONE,
            keys=DIAL_KEY,
            parent=self,
        )
        self._dial.clicked.connect(self.dial_wanted)
        self._record = Button(theme, "recordAttempt", self.tr("Record the attempt"), parent=self)
        self._record.clicked.connect(self._on_record)
        words = self.tr("New message to the customer")
        self._write = Button(theme, "writeAfterCall", words, icon=Icon.MAIL, parent=self)
        self._write.clicked.connect(self.write_wanted)
        self._buttons = (self._release, self._write, self._claim, self._record, self._dial)

    def _label(self, name: str) -> PlainLabel:
        label = PlainLabel(self._theme, wraps=True, parent=self._body)
        label.setObjectName(name)
        return label

    def _heading(self, words: str) -> PlainLabel:
        return PlainLabel(self._theme, runs_of(words, Type.HEADING, Colour.MUT), parent=self._body)

    def _lay_out(self) -> None:
        length = self._theme.length
        side = length(Length.SPACE_6)
        head = self._head = QHBoxLayout()
        head.addWidget(self._number)
        head.addStretch(1)
        head.addWidget(self._badge)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(side, side, side, side)
        body.setSpacing(length(Length.SPACE_3))
        body.addLayout(head)
        for widget in (self._about, self._masked_note, self._copy, self._text, self._voicemail):
            body.addWidget(widget, 0)
        parts: tuple[tuple[PlainLabel, QWidget], ...] = (
            (self._attempts_head, self._attempts),
            (self._before, self._conditions),
            (self._greeting_head, self._greeting),
            (self._outcome_head, self._outcomes),
        )
        for heading, part in parts:
            body.addSpacing(length(Length.SPACE_4))
            body.addWidget(heading)
            body.addWidget(part)
        body.addWidget(self._consequence)
        body.addStretch(1)
        scroller = QScrollArea(self)
        scroller.setFrameShape(QScrollArea.Shape.NoFrame)
        scroller.setVerticalScrollBar(SlimScrollBar(self._theme, scroller))
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setWidgetResizable(True)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(self._body)
        scroller.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        foot = self._foot = QHBoxLayout()
        foot.setContentsMargins(side, length(Length.SPACE_4), side, length(Length.SPACE_4))
        foot.setSpacing(length(Length.SPACE_3))
        foot.addWidget(self._release)
        foot.addStretch(1)
        for button in self._buttons[1:]:
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(length(Length.SPACE_1), 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(scroller, 1)
        layout.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Side by side where there is room, else one below the other."""
        length = self._theme.length
        room = self.width() - 2 * length(Length.SPACE_6) - length(Length.SPACE_3)
        gap = length(Length.SPACE_3)
        buttons = [button for button in self._buttons if not button.isHidden()]
        needed = sum(button.sizeHint().width() + gap for button in buttons)
        side_by_side, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._foot.setDirection(side_by_side if needed <= room else below)
        badge = self._number.sizeHint().width() + gap + self._badge.sizeHint().width()
        self._head.setDirection(side_by_side if badge <= room else below)
        self._outcomes.arrange(room)

    # --- deeds ----------------------------------------------------------------------------------------------

    def _on_outcome_chosen(self) -> None:
        if self._shown is not None:
            self._say_consequence(self._shown)
            # So that a number key and Enter are all it takes.
            self.focus_record()
            self.closing_chosen.emit(self.has_closing_outcome)

    def _on_record(self) -> None:
        outcome = self._outcomes.outcome
        if outcome is not None:
            self.record_wanted.emit(outcome.value)

    def _on_copy(self) -> None:
        """Put the number on the clipboard; the program itself dials nothing."""
        if self._shown is not None and self._shown.is_mine:
            QGuiApplication.clipboard().setText(self._shown.row.phone.replace(" ", ""))
            self._copy.set_words(QCoreApplication.translate("callbacks", "Copied"))
