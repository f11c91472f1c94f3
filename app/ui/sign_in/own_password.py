"""The part of the sign-in window in which the owner of a one-time password chooses her own (R141)."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.own_password import SHORTEST, Rule, met
from app.domain.problems import Problem, ProblemCode
from app.ui.icons import Icon
from app.ui.parts.button import Button, Look
from app.ui.parts.input_frame import InputFrame
from app.ui.parts.line_field import LineField
from app.ui.parts.message_strip import MessageStrip
from app.ui.safe_text import PlainLabel, plain_tooltip, runs_of
from app.ui.sign_in.sign_in_words import own_password_sentence
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme
from app.ui.ticker import Ticker
from app.ui.tokens import Colour, Length, Type

ChoosePassword = Callable[[str, str, str], Awaitable[Problem | None]]
"""User name, one-time password and her own; answers a problem, or None when the desk is open."""


class OwnPasswordPart(QWidget):
    """Two fields, the rules, and what went wrong. Nothing typed here is kept anywhere but in the fields.

    ``changed``: there is another problem, or none any more · ``back_wanted``: she signs in as usual instead.
    """

    changed = Signal()
    back_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        tasks: TaskScope,
        ticker: Ticker,
        *,
        choose: ChoosePassword,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tasks = tasks
        self._choose = choose
        self._user_name = ""
        self._one_time = ""
        self._is_trying = False
        self.problem: Problem | None = None
        self._make_parts()
        self._lay_out()
        ticker.ticked.connect(self._on_ticked)
        self._show_state()

    def begin(self, user_name: str, one_time: str) -> None:
        """Ask the owner of that one-time password for her own."""
        self._user_name, self._one_time = user_name, one_time
        self._own.clear()
        self._again.clear()
        self.problem = None
        self._show_state()
        self._own.setFocus()

    def leave(self) -> None:
        """Forget everything that was typed."""
        self._one_time = ""
        self._own.clear()
        self._again.clear()

    def submit(self) -> None:
        """Keep what is typed as her password, if it can be one; the keys go where something is to mend."""
        if self._is_trying or self._waits():
            return
        unmet = [rule for rule in Rule if rule not in self._met()]
        if unmet:
            (self._again if unmet == [Rule.TWICE_THE_SAME] else self._own).setFocus()
            self._message.say(self._rule_words(unmet[0]))
            return
        self._is_trying = True
        self._tell(None)
        self._tasks.start(self._try(self._own.text()), name="choose own password")

    async def _try(self, own: str) -> None:
        problem: Problem | None = Problem(ProblemCode.UNKNOWN)
        try:
            problem = await self._choose(self._user_name, self._one_time, own)
        finally:
            self._is_trying = False
            if problem is None:
                self.leave()
            self._tell(problem)
            if problem is not None:
                self._own.setFocus()

    def _tell(self, problem: Problem | None) -> None:
        self.problem = problem
        self._show_state()
        self.changed.emit()

    def _make_parts(self) -> None:
        theme = self._theme
        words = self.tr(
            "You signed in with a one-time password. Choose a password of your own: nobody else knows it, "
            "and from now on you sign in with it."
        )
        self._hint = PlainLabel(theme, runs_of(words, Type.BODY, Colour.INK), wraps=True, parent=self)
        self._hint.setObjectName("ownPasswordHint")
        self._own = LineField(theme, "ownPassword", self.tr("New password"), parent=self)
        self._again = LineField(theme, "ownPasswordAgain", self.tr("New password again"), parent=self)
        self._look = Button(theme, "showOwnPassword", "", look=Look.LINK, icon=Icon.EYE, parent=self)
        self._look.setCheckable(True)
        self._look.toggled.connect(self._on_look)
        self._rules = {rule: PlainLabel(theme, wraps=True, parent=self) for rule in Rule}
        self._message = MessageStrip(theme, "ownPasswordProblem", parent=self)
        self._back = Button(theme, "backToSignIn", self.tr("Back"), parent=self)
        self._back.clicked.connect(self.back_wanted)
        self._go = Button(theme, "keepOwnPassword", "", look=Look.PRIMARY, keys="Enter", parent=self)
        self._go.clicked.connect(self.submit)
        for field in (self._own, self._again):
            field.returnPressed.connect(self.submit)
            field.textChanged.connect(self._on_typed)
        self._on_look(False)

    def _lay_out(self) -> None:
        theme = self._theme
        length = theme.length
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(length(Length.SPACE_3))
        layout.addWidget(self._hint)
        layout.addSpacing(length(Length.SPACE_3))
        for words, field, name in (
            (self.tr("New password"), self._own, "ownPasswordFrame"),
            (self.tr("New password again"), self._again, "ownPasswordAgainFrame"),
        ):
            layout.addWidget(PlainLabel(theme, runs_of(words, Type.BODY_STRONG), parent=self))
            frame = InputFrame(theme, name, field, side=Length.SPACE_4, parent=self)
            frame.setFixedHeight(length(Length.INPUT))
            if field is self._own:
                frame.add_trailing(self._look)
            layout.addWidget(frame)
        for label in self._rules.values():
            layout.addWidget(label)
        layout.addWidget(self._message)
        layout.addSpacing(length(Length.SPACE_2))
        row = QHBoxLayout()
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self._go)
        layout.addLayout(row)

    def _met(self) -> frozenset[Rule]:
        own, again = self._own.text(), self._again.text()
        return met(own, again, user_name=self._user_name, one_time=self._one_time)

    def _waits(self) -> bool:
        return self.problem is not None and self.problem.code is ProblemCode.THROTTLED

    def _rule_words(self, rule: Rule) -> str:
        match rule:
            case Rule.LONG_ENOUGH:
                return self.tr("At least %n character(s): a few words are easy to remember.", "", SHORTEST)
            case Rule.KNOWN_TO_NOBODY:
                return self.tr(
                    "Not the one-time password, not one character over and over, and without your user name."
                )
            case Rule.TWICE_THE_SAME:
                return self.tr("Typed the same in both fields.")

    def _show_state(self) -> None:
        holds = self._met()
        for rule, label in self._rules.items():
            sign, colour = ("✓", Colour.OK) if rule in holds else ("–", Colour.MUT)
            label.set_runs(runs_of(f"{sign} {self._rule_words(rule)}", Type.SMALL, colour))
        self._message.say("" if self.problem is None else own_password_sentence(self.problem))
        has_both = bool(self._own.text() and self._again.text())
        self._go.setEnabled(has_both and not self._is_trying and not self._waits())
        self._go.set_words(self.tr("Signing in…") if self._is_trying else self.tr("Keep and sign in"))
        self._back.setEnabled(not self._is_trying)

    def _on_typed(self) -> None:
        if not self._waits():
            self.problem = None
        self._show_state()

    def _on_look(self, is_shown: bool) -> None:
        for field in (self._own, self._again):
            field.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)
        self._look.set_icon(Icon.EYE_OFF if is_shown else Icon.EYE)
        words = self.tr("Hide the passwords") if is_shown else self.tr("Show the passwords")
        self._look.setAccessibleName(words)
        plain_tooltip(self._look, words)

    def _on_ticked(self) -> None:
        """Count the wait down, a second at a time."""
        problem = self.problem
        if problem is None or problem.code is not ProblemCode.THROTTLED:
            return
        left = (problem.retry_after_s or 0) - 1
        self._tell(Problem(ProblemCode.THROTTLED, retry_after_s=left) if left > 0 else None)
