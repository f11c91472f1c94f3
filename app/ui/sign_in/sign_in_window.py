"""The sign-in window: user name, password, and in a sentence what went wrong."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from app.domain.link import LinkState
from app.domain.problems import Problem, ProblemCode
from app.ui.icons import Icon
from app.ui.language import Language
from app.ui.parts.button import Button, Look
from app.ui.parts.ground import Ground
from app.ui.parts.input_frame import InputFrame
from app.ui.parts.line_field import LineField
from app.ui.parts.message_strip import MessageStrip
from app.ui.person_menu import PersonMenu
from app.ui.safe_text import PlainLabel, plain_tooltip, runs_of
from app.ui.sign_in.card import Card, Logo, Rule
from app.ui.sign_in.sign_in_words import sign_in_sentence
from app.ui.status.status_bar import LinkLight
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme
from app.ui.ticker import Ticker
from app.ui.tokens import Colour, Length, Type
from app.ui.words import language_name

_USUAL = QSize(560, 620)
_CARD_WIDTH_PX = 400

SignIn = Callable[[str, str], Awaitable[Problem | None]]


class SignInWindow(Ground):
    """``sign_in`` is awaited with name and password and answers a problem, or None when the desk is open.

    ``closed``: the window was closed · ``language_chosen``, ``theme_chosen``: names.
    """

    closed = Signal()
    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        tasks: TaskScope,
        ticker: Ticker,
        *,
        language: Language,
        server: str,
        sign_in: SignIn,
    ) -> None:
        super().__init__(theme, "signInWindow", Colour.BG)
        self._tasks = tasks
        self._language = language
        self._server = server
        self._sign_in = sign_in
        self._problem: Problem | None = None
        self._is_trying = False
        self._make_parts()
        self._lay_out()
        self._menu = PersonMenu(language=language, theme=theme, sign_out=None, keys=None, parent=self)
        self._menu.language_chosen.connect(self.language_chosen)
        self._menu.theme_chosen.connect(self.theme_chosen)
        ticker.ticked.connect(self._on_ticked)
        self.resize(_USUAL)
        self._name.setFocus()
        self._show_state()

    @property
    def user_name(self) -> str:
        """The user name as typed."""
        return self._name.text()

    def fill(self, user_name: str, secret: str) -> None:
        """Type both fields."""
        self._name.setText(user_name)
        self._secret.setText(secret)
        (self._secret if user_name else self._name).setFocus()

    def tell(self, problem: Problem) -> None:
        """Say why signing in is needed or did not succeed."""
        self._problem = problem
        self._show_state()

    def submit(self) -> None:
        """Sign in with what is typed."""
        if self._is_trying or not self._can_try():
            return
        self._is_trying = True
        self._problem = None
        self._show_state()
        self._tasks.start(self._try(self._name.text().strip(), self._secret.text()), name="sign in")

    async def _try(self, user_name: str, secret: str) -> None:
        problem: Problem | None = Problem(ProblemCode.UNKNOWN)
        try:
            problem = await self._sign_in(user_name, secret)
        finally:
            self._is_trying = False
            self._problem = problem
            self._secret.clear()
            self._show_state()
            if problem is not None:
                self._secret.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closed.emit()

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
        self._light = LinkLight(theme, parent=self)
        self._reached = PlainLabel(theme, parent=self)
        self._reached.setObjectName("serverAddress")
        self._choose = Button(
            theme,
            "chooseLanguage",
            language_name(self._language),
            look=Look.LINK,
            icon=Icon.GLOBE,
            parent=self,
        )
        self._choose.clicked.connect(self._on_choose)
        for field in (self._name, self._secret):
            field.returnPressed.connect(self.submit)
            field.textChanged.connect(self._show_state)

    def _lay_out(self) -> None:
        theme = self._theme
        length = theme.length
        card = Card(theme, "signInCard", parent=self)
        card.setFixedWidth(round(_CARD_WIDTH_PX * length(Length.ICON) / 16))
        inner = QVBoxLayout(card)
        side = length(Length.SPACE_9)
        inner.setContentsMargins(side, side, side, length(Length.SPACE_7))
        inner.setSpacing(length(Length.SPACE_3))
        inner.addLayout(self._titled())
        inner.addSpacing(length(Length.SPACE_7))
        for words, field, name in (
            (self.tr("User name"), self._name, "userNameFrame"),
            (self.tr("Password"), self._secret, "passwordFrame"),
        ):
            inner.addWidget(PlainLabel(theme, runs_of(words, Type.BODY_STRONG), parent=card))
            frame = InputFrame(theme, name, field, side=Length.SPACE_4, parent=card)
            frame.setFixedHeight(length(Length.INPUT))
            if field is self._secret:
                frame.add_trailing(self._look)
            inner.addWidget(frame)
            inner.addSpacing(length(Length.SPACE_4))
        inner.addWidget(self._message)
        inner.addSpacing(length(Length.SPACE_2))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._go)
        inner.addLayout(row)
        inner.addSpacing(length(Length.SPACE_4))
        inner.addWidget(Rule(theme, parent=card))
        inner.addLayout(self._footed())
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)

    def _titled(self) -> QHBoxLayout:
        theme = self._theme
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(PlainLabel(theme, runs_of(self.tr("Sign in to Vuoro"), Type.TITLE), parent=self))
        words = self.tr("Social services advice")
        titles.addWidget(PlainLabel(theme, runs_of(words, Type.SMALL, Colour.MUT), parent=self))
        row = QHBoxLayout()
        row.setSpacing(theme.length(Length.SPACE_5))
        row.addWidget(Logo(theme, parent=self))
        row.addLayout(titles, 1)
        return row

    def _footed(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.length(Length.SPACE_3))
        row.addWidget(self._light, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._reached, 1)
        row.addWidget(self._choose)
        return row

    def _can_try(self) -> bool:
        is_waiting = self._problem is not None and self._problem.code is ProblemCode.THROTTLED
        return bool(self._name.text().strip() and self._secret.text()) and not is_waiting

    def _show_state(self) -> None:
        problem = self._problem
        self._message.say(sign_in_sentence(problem) if problem is not None else "")
        self._go.setEnabled(self._can_try() and not self._is_trying)
        self._go.set_words(self.tr("Signing in…") if self._is_trying else self.tr("Sign in"))
        is_away = problem is not None and problem.code is ProblemCode.LINE_LOST
        state = LinkState.OFFLINE if is_away else LinkState.CONNECTING
        was_reached = problem is not None and not is_away
        self._light.show_state(LinkState.LIVE if was_reached else state)
        if is_away:
            words = self.tr("Not reached: {server}")
        else:
            words = self.tr("Server reached: {server}") if was_reached else self.tr("Server: {server}")
        self._reached.set_runs(runs_of(words.format(server=self._server), Type.SMALL, Colour.MUT))

    def _on_look(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self._secret.setEchoMode(mode)
        self._look.set_icon(Icon.EYE_OFF if is_shown else Icon.EYE)
        self._look.setAccessibleName(
            self.tr("Hide the password") if is_shown else self.tr("Show the password")
        )

    def _on_choose(self) -> None:
        self._menu.open_below(self._choose)

    def _on_ticked(self) -> None:
        """Count the wait down, a second at a time."""
        problem = self._problem
        if problem is None or problem.code is not ProblemCode.THROTTLED:
            return
        left = (problem.retry_after_s or 0) - 1
        self._problem = Problem(ProblemCode.THROTTLED, retry_after_s=left) if left > 0 else None
        self._show_state()
