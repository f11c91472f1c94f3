"""The sign-in form: user name, password, and in a sentence what went wrong."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.problems import Problem, ProblemCode
from app.ui.icons import Icon
from app.ui.parts.button import Button, Look
from app.ui.parts.input_frame import InputFrame
from app.ui.parts.line_field import LineField
from app.ui.parts.message_strip import MessageStrip
from app.ui.safe_text import PlainLabel, plain_tooltip, runs_of
from app.ui.sign_in.sign_in_words import sign_in_sentence
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme
from app.ui.ticker import Ticker
from app.ui.tokens import Length, Type

SignIn = Callable[[str, str], Awaitable[Problem | None]]


class SignInForm(QWidget):
    """``sign_in`` is awaited with name and password and answers a problem, or None when the desk is open.

    ``changed``: there is another problem, or none any more · ``own_password_wanted``: name and one-time
    password of whoever has to choose her own first.
    """

    changed = Signal()
    own_password_wanted = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        tasks: TaskScope,
        ticker: Ticker,
        *,
        sign_in: SignIn,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tasks = tasks
        self._sign_in = sign_in
        self._is_trying = False
        self._is_kept = False
        self.problem: Problem | None = None
        self._make_parts()
        self._lay_out()
        ticker.ticked.connect(self._on_ticked)
        self._show_state()

    @property
    def user_name(self) -> str:
        """The user name as typed."""
        return self._name.text()

    def fill(self, user_name: str, secret: str) -> None:
        """Type both fields."""
        self._name.setText(user_name)
        self._secret.setText(secret)
        self.focus()

    def focus(self) -> None:
        """Put the keys where something is still to be typed."""
        (self._secret if self._name.text() else self._name).setFocus()

    def tell(self, problem: Problem | None, *, is_kept: bool = False) -> None:
        """Say why signing in is needed or did not succeed, and whether a text of hers is kept meanwhile."""
        self.problem = problem
        self._is_kept = is_kept
        self._show_state()
        self.changed.emit()

    def submit(self) -> None:
        """Sign in with what is typed."""
        if self._is_trying or not self._can_try():
            return
        self._is_trying = True
        self.tell(None)
        self._tasks.start(self._try(self._name.text().strip(), self._secret.text()), name="sign in")

    async def _try(self, user_name: str, secret: str) -> None:
        problem: Problem | None = Problem(ProblemCode.UNKNOWN)
        try:
            problem = await self._sign_in(user_name, secret)
        finally:
            self._is_trying = False
            self._secret.clear()
            is_to_choose = problem is not None and problem.code is ProblemCode.PASSWORD_TO_CHOOSE
            self.tell(None if is_to_choose else problem)
            if is_to_choose:
                self.own_password_wanted.emit(user_name, secret)
            elif problem is not None:
                self._secret.setFocus()

    def _make_parts(self) -> None:
        theme = self._theme
        self._name = LineField(theme, "userName", self.tr("User name"), parent=self)
        self._secret = LineField(theme, "password", self.tr("Password"), parent=self)
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._look = Button(theme, "showPassword", "", look=Look.LINK, icon=Icon.EYE, parent=self)
        self._look.setCheckable(True)
        self._look.setAccessibleName(self.tr("Show the password"))
        plain_tooltip(self._look, self.tr("Show the password"))
        self._look.toggled.connect(self._on_look)
        self._message = MessageStrip(theme, "signInProblem", parent=self)
        self._go = Button(theme, "signIn", self.tr("Sign in"), look=Look.PRIMARY, keys="Enter", parent=self)
        self._go.clicked.connect(self.submit)
        for field in (self._name, self._secret):
            field.returnPressed.connect(self.submit)
            field.textChanged.connect(self._show_state)

    def _lay_out(self) -> None:
        theme = self._theme
        length = theme.length
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(length(Length.SPACE_3))
        for words, field, name in (
            (self.tr("User name"), self._name, "userNameFrame"),
            (self.tr("Password"), self._secret, "passwordFrame"),
        ):
            layout.addWidget(PlainLabel(theme, runs_of(words, Type.BODY_STRONG), parent=self))
            frame = InputFrame(theme, name, field, side=Length.SPACE_4, parent=self)
            frame.setFixedHeight(length(Length.INPUT))
            if field is self._secret:
                frame.add_trailing(self._look)
            layout.addWidget(frame)
            layout.addSpacing(length(Length.SPACE_4))
        layout.addWidget(self._message)
        layout.addSpacing(length(Length.SPACE_2))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._go)
        layout.addLayout(row)

    def _can_try(self) -> bool:
        is_waiting = self.problem is not None and self.problem.code is ProblemCode.THROTTLED
        return bool(self._name.text().strip() and self._secret.text()) and not is_waiting

    def _show_state(self) -> None:
        problem = self.problem
        self._message.say(sign_in_sentence(problem, is_kept=self._is_kept) if problem is not None else "")
        self._go.setEnabled(self._can_try() and not self._is_trying)
        self._go.set_words(self.tr("Signing in…") if self._is_trying else self.tr("Sign in"))

    def _on_look(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self._secret.setEchoMode(mode)
        self._look.set_icon(Icon.EYE_OFF if is_shown else Icon.EYE)
        self._look.setAccessibleName(
            self.tr("Hide the password") if is_shown else self.tr("Show the password")
        )

    def _on_ticked(self) -> None:
        """Count the wait down, a second at a time."""
        problem = self.problem
        if problem is None or problem.code is not ProblemCode.THROTTLED:
            return
        left = (problem.retry_after_s or 0) - 1
        self.tell(Problem(ProblemCode.THROTTLED, retry_after_s=left) if left > 0 else None)
