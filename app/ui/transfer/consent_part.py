"""The permission in the transfer sheet: how it stands, from which message on, and asking for it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk.consent_views import WHOLE, Scope
from app.desk.panes import Header
from app.desk.transfer_view import TargetRow
from app.domain.consent import ConsentState
from app.ui.parts.button import Button
from app.ui.parts.ground import Ground
from app.ui.parts.menu import OutlinedMenu
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.text_runs import without_mnemonics
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.transfer.consent_words import scope_choice, scope_words, state_words


class ConsentPart(Ground):
    """Shown while the queue that is chosen needs permission. ``ask_wanted`` about which queue, from which
    message on · ``scope_chosen``: another part of it.
    """

    ask_wanted = Signal(str, int)
    scope_chosen = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "transferConsent", Colour.WAIT_WEAK, parent=parent)
        self._row: TargetRow | None = None
        self._scopes: tuple[Scope, ...] = ()
        self._scope = Scope(WHOLE)
        self._is_chosen = False
        self._words = PlainLabel(theme, wraps=True, parent=self)
        self._words.setObjectName("consentState")
        self._choose = Button(theme, "consentScope", "", parent=self)
        self._choose.clicked.connect(self._open_menu)
        self._ask = Button(theme, "askConsent", self.tr("Ask for permission"), parent=self)
        self._ask.clicked.connect(self._on_ask)
        side = theme.length(Length.SPACE_5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(side, theme.length(Length.SPACE_4), side, theme.length(Length.SPACE_4))
        layout.setSpacing(theme.length(Length.SPACE_3))
        layout.addWidget(self._words)
        deeds = QHBoxLayout()
        deeds.setSpacing(theme.length(Length.SPACE_4))
        deeds.addWidget(self._choose)
        deeds.addStretch(1)
        deeds.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignRight)
        layout.addLayout(deeds)
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops in it, in order."""
        return self._choose, self._ask

    def begin(self) -> None:
        """The whole conversation, until she chooses a part of it."""
        self._row, self._scope, self._is_chosen = None, Scope(WHOLE), False
        self.hide()

    def show_target(self, row: TargetRow | None, header: Header) -> None:
        """Show how it stands with the permission for that queue; nothing where none is needed."""
        self._row = row if row is not None and row.needs_consent else None
        self.setVisible(self._row is not None)
        if self._row is None:
            return
        self._scopes = header.scopes
        about = [one for one in header.consents if one.consent.queue_id == self._row.queue_id]
        about = [one for one in about if one.consent.state is not ConsentState.REPLACED]
        asked = about[-1] if about else None
        if asked is not None and not self._is_chosen:
            self._scope = asked.scope
        is_given = asked is not None and asked.consent.state is ConsentState.GIVEN
        self.set_colour(Colour.OK_WEAK if is_given else Colour.WAIT_WEAK)
        title = runs_of(self.tr("Permission to transfer") + "  ", Type.SMALL, weight=600)
        self._words.set_runs((*title, *runs_of(state_words(asked), Type.SMALL)))
        self.setAccessibleName(self._words.shown)
        self._choose.set_words(self.tr("Moves: {scope}").format(scope=scope_words(self._scope)))
        is_asked = (
            asked is not None
            and asked.consent.state in (ConsentState.ASKED, ConsentState.GIVEN)
            and asked.consent.first_seq == self._scope.first_seq
        )
        self._ask.set_words(self.tr("Ask anew") if about else self.tr("Ask for permission"))
        self._ask.setEnabled(not is_asked and not header.is_asking_consent and header.cannot_write is None)

    def _open_menu(self) -> None:
        menu = OutlinedMenu(self._theme, "consentScopes", parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for scope in self._scopes:
            action = QAction(without_mnemonics(scope_choice(scope)), menu)
            action.setCheckable(True)
            action.setChecked(scope.first_seq == self._scope.first_seq)
            action.setObjectName(f"consentScope{scope.first_seq}")
            action.setData(scope.first_seq)
            menu.addAction(action)
        menu.triggered.connect(self._on_scope)
        menu.open_below(self._choose)

    def _on_scope(self, action: QAction) -> None:
        if isinstance(menu := self.sender(), OutlinedMenu):
            menu.close()
        self._scope = next(one for one in self._scopes if one.first_seq == action.data())
        self._is_chosen = True
        self.scope_chosen.emit()

    def _on_ask(self) -> None:
        if self._row is not None:
            self.ask_wanted.emit(self._row.queue_id, self._scope.first_seq)
