"""The bar on top: the service, how many conversations of how many, presence, and who is signed in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.icons import Icon
from app.ui.parts.badges import chip
from app.ui.parts.button import Button, Look
from app.ui.parts.ground import Edge, Ground
from app.ui.parts.load_chip import LoadChip
from app.ui.parts.mark_label import MarkLabel
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.shift.presence_button import PresenceButton
from app.ui.text_runs import one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type

SILENCE_KEYS = "Ctrl M"
PALETTE_KEYS = "Ctrl K"


class TopBar(Ground):
    """``menu_wanted``: the counsellor's own menu · ``silence_wanted``: be quiet until something new comes ·
    ``presence_wanted``: the four words to choose from · ``palette_wanted``: search or command.
    """

    menu_wanted = Signal()
    silence_wanted = Signal()
    presence_wanted = Signal()
    palette_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "topBar", Colour.SURFACE, edges=Edge.BOTTOM, parent=parent)
        self._title = PlainLabel(theme, runs_of("Vuoro", Type.NAME), parent=self)
        self._service = MarkLabel(theme, "serviceName", parent=self)
        self._load = LoadChip(theme, "load", parent=self)
        self._calling = Button(
            theme,
            "silenceSound",
            "",
            look=Look.CHIP,
            icon=Icon.BELL,
            height=Length.CHIP,
            parent=self,
        )
        self._search = Button(
            theme,
            "searchOrCommand",
            self.tr("Search or command"),
            look=Look.CHIP,
            icon=Icon.SEARCH,
            keys=PALETTE_KEYS,
            height=Length.CHIP,
            parent=self,
        )
        # It opens what takes the keys: they come back to where they were, not to this button.
        self._search.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._search.clicked.connect(self.palette_wanted)
        self._service_name: str | None = None
        self._person_name: str | None = None
        self._has_service = False
        self._count = 0
        self._calling.clicked.connect(self.silence_wanted)
        self._planned = PlainLabel(theme, parent=self)
        self._planned.setObjectName("plannedHours")
        self._planned_words = ""
        self.presence = PresenceButton(theme, parent=self)
        self.presence.clicked.connect(self.presence_wanted)
        self.person = Button(
            theme, "person", "", look=Look.CHIP, icon=Icon.USER, height=Length.CHIP, parent=self
        )
        self.person.clicked.connect(self.menu_wanted)
        layout = QHBoxLayout(self)
        side = theme.length(Length.SPACE_7)
        layout.setContentsMargins(side, 0, side, 0)
        layout.setSpacing(theme.length(Length.SPACE_5))
        layout.addWidget(self._title)
        layout.addSpacing(theme.length(Length.SPACE_2))
        layout.addWidget(self._service)
        layout.addStretch(1)
        layout.addWidget(self._calling)
        layout.addWidget(self._search)
        layout.addWidget(self._load)
        layout.addWidget(self._planned)
        layout.addWidget(self.presence)
        layout.addWidget(self.person)
        self.setFixedHeight(theme.length(Length.HEADER))

    def show_service(self, name: str) -> None:
        """Show whose service this is."""
        if name == self._service_name:
            return
        self._service_name = name
        self._has_service = bool(name)
        self._service.show_mark(chip(one_line(name)) if name else None)
        self._fit()

    def show_load(self, load: int, capacity: int) -> None:
        """Show conversations n / m."""
        if self._load.show_load(load, capacity):
            self._fit()

    def show_planned(self, words: str) -> None:
        """Show when she is to work today, quietly; "" where nothing is planned."""
        if words == self._planned_words:
            return
        self._planned_words = words
        self._planned.set_runs(runs_of(words, Type.SMALL, Colour.MUT))
        self._fit()

    def show_calling(self, count: int) -> None:
        """Say how much is not seen yet while it sounds, and offer to silence it."""
        self._count = count
        self._fit()

    def show_person(self, name: str) -> None:
        """Show who is signed in."""
        if name == self._person_name:
            return
        self._person_name = name
        self.person.set_words(name)
        self.person.setAccessibleDescription(self.tr("Your menu: language, colours, signing out"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what can be done without, the least needed first, rather than cut words: the search (it
        has a key), the key of the sound, the name of the service, her planned hours, the name of the program.
        """
        words = self.tr("%n new · silence", "", self._count)
        self._calling.setVisible(bool(self._count))
        if self._count:
            self._calling.say(words, keys=SILENCE_KEYS)
        kept = [self._title, self._service, self._calling, self._search, self._load]
        kept += [self._planned, self.presence, self.person]
        self._planned.setVisible(bool(self._planned_words))
        self._title.show()
        self._search.show()
        self._service.setVisible(self._has_service)
        if not self._has_room(kept):
            self._search.hide()
        if self._count and not self._has_room(kept):
            self._calling.say(words, keys="")
        for widget in (self._service, self._planned, self._title):
            if not self._has_room(kept):
                widget.hide()

    def _has_room(self, widgets: list[QWidget]) -> bool:
        gap = self._theme.length(Length.SPACE_5)
        shown = [widget for widget in widgets if not widget.isHidden()]
        needed = sum(widget.sizeHint().width() + gap for widget in shown)
        return needed + 3 * self._theme.length(Length.SPACE_7) <= self.width()
