"""The sign-in window: the form, or the work coming back by itself; where the server is, and the language."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.link import LinkState
from app.domain.problems import Problem, ProblemCode
from app.ui.icons import Icon
from app.ui.language import Language
from app.ui.parts.button import Button, Look
from app.ui.parts.ground import Ground
from app.ui.person_menu import PersonMenu
from app.ui.resuming import Resuming
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.sign_in.card import Card, Logo, Rule
from app.ui.sign_in.form import SignIn, SignInForm
from app.ui.sign_in.opening import OpeningPart
from app.ui.sign_in.own_password import ChoosePassword, OwnPasswordPart
from app.ui.status.link_light import LinkLight
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme
from app.ui.ticker import Ticker
from app.ui.tokens import Colour, Length, Type
from app.ui.words import language_name

_USUAL = QSize(560, 620)
_CARD_WIDTH_PX = 400


class SignInWindow(Ground):
    """With ``resuming`` it shows that work is coming back, until ``show_form``.

    ``closed``: the window was closed · ``someone_else_wanted``: nobody waits for that work any more ·
    ``language_chosen``, ``theme_chosen``: names.
    """

    closed = Signal()
    someone_else_wanted = Signal()
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
        choose_password: ChoosePassword,
        resuming: Resuming | None = None,
    ) -> None:
        super().__init__(theme, "signInWindow", Colour.BG)
        self._language = language
        self._server = server
        self._resuming = resuming
        self._card = Card(theme, "signInCard", parent=self)
        self._form = SignInForm(theme, tasks, ticker, sign_in=sign_in, parent=self._card)
        self._own = OwnPasswordPart(theme, tasks, ticker, choose=choose_password, parent=self._card)
        self._own.hide()
        self._opening = OpeningPart(theme, resuming, parent=self._card) if resuming is not None else None
        self._make_parts()
        self._lay_out()
        self.resize(_USUAL)
        self._menu = PersonMenu(language=language, theme=theme, sign_out=None, keys=(), parent=self)
        self._menu.language_chosen.connect(self.language_chosen)
        self._menu.theme_chosen.connect(self.theme_chosen)
        self._form.changed.connect(self._show_state)
        self._form.own_password_wanted.connect(self._on_own_password_wanted)
        self._own.changed.connect(self._show_state)
        self._own.back_wanted.connect(self.show_form)
        if self._opening is not None and resuming is not None:
            self._form.hide()
            self._opening.someone_else_wanted.connect(self.someone_else_wanted)
            resuming.changed.connect(self._show_state)
            self._opening.setFocus()
        else:
            self._form.focus()
        self._show_state()

    @property
    def user_name(self) -> str:
        """The user name as typed."""
        return self._form.user_name

    @property
    def is_opening(self) -> bool:
        """Whether it shows that work is coming back."""
        return self._resuming is not None

    def fill(self, user_name: str, secret: str) -> None:
        """Type both fields."""
        self._form.fill(user_name, secret)

    def tell(self, problem: Problem, *, is_kept: bool = False) -> None:
        """Say why signing in is needed or did not succeed, and whether a text of hers is kept meanwhile."""
        self._form.tell(problem, is_kept=is_kept)

    def submit(self) -> None:
        """Sign in with what is typed."""
        self._form.submit()

    def show_form(self) -> None:
        """No work comes back, or no password of her own is chosen: she signs in herself."""
        self._resuming = None
        self._own.leave()
        self._own.hide()
        if self._opening is not None:
            self._opening.hide()
        self._form.show()
        self._form.focus()
        self._show_state()

    def _on_own_password_wanted(self, user_name: str, one_time: str) -> None:
        self._form.hide()
        self._own.show()
        self._own.begin(user_name, one_time)
        self._show_state()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closed.emit()

    def _make_parts(self) -> None:
        theme = self._theme
        self._title = PlainLabel(theme, parent=self)
        self._title.setObjectName("signInTitle")
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

    def _lay_out(self) -> None:
        theme = self._theme
        length = theme.length
        card = self._card
        card.setFixedWidth(round(_CARD_WIDTH_PX * length(Length.ICON) / 16))
        inner = QVBoxLayout(card)
        side = length(Length.SPACE_9)
        inner.setContentsMargins(side, side, side, length(Length.SPACE_7))
        inner.setSpacing(length(Length.SPACE_3))
        inner.addLayout(self._titled())
        inner.addSpacing(length(Length.SPACE_7))
        inner.addWidget(self._form)
        inner.addWidget(self._own)
        if self._opening is not None:
            inner.addWidget(self._opening)
        inner.addSpacing(length(Length.SPACE_4))
        inner.addWidget(Rule(theme, parent=card))
        inner.addLayout(self._footed())
        outer = QVBoxLayout(self)
        # Between stretches, not aligned: an aligned card is not asked how high its sentences are.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card)
        across.addStretch(1)
        outer.addStretch(2)
        outer.addLayout(across)
        outer.addStretch(3)

    def _titled(self) -> QHBoxLayout:
        theme = self._theme
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self._title)
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

    def _show_state(self) -> None:
        """Show in the title what this is, and below whether the server was reached."""
        chooses = self._own.isVisibleTo(self._card)
        title = self.tr("Sign in to Vuoro") if self._resuming is None else self.tr("Opening your work…")
        self._title.set_runs(runs_of(self.tr("Choose your password") if chooses else title, Type.TITLE))
        asked = self._own.problem if chooses else self._form.problem
        problem = asked if self._resuming is None else self._resuming.problem
        is_away = problem is not None and problem.code is ProblemCode.LINE_LOST
        state = LinkState.OFFLINE if is_away else LinkState.CONNECTING
        # Who chooses her password has been answered already.
        was_reached = (problem is not None or chooses) and not is_away
        self._light.show_state(LinkState.LIVE if was_reached else state)
        if is_away:
            words = self.tr("Not reached: {server}")
        else:
            words = self.tr("Server reached: {server}") if was_reached else self.tr("Server: {server}")
        self._reached.set_runs(runs_of(words.format(server=self._server), Type.SMALL, Colour.MUT))

    def _on_choose(self) -> None:
        self._menu.open_below(self._choose)
