"""The bar on top: the service, how many conversations of how many, and who is signed in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.icons import Icon
from app.ui.parts.badges import chip
from app.ui.parts.button import Button, Look
from app.ui.parts.chip_label import ChipLabel
from app.ui.parts.ground import Edge, Ground
from app.ui.parts.mark_label import MarkLabel
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.text_runs import Run, one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class TopBar(Ground):
    """``menu_wanted``: the counsellor's own menu."""

    menu_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "topBar", Colour.SURFACE, edges=Edge.BOTTOM, parent=parent)
        title = PlainLabel(theme, runs_of("Vuoro", Type.NAME), parent=self)
        self._service = MarkLabel(theme, "serviceName", parent=self)
        self._load = ChipLabel(theme, "load", parent=self)
        self.person = Button(
            theme, "person", "", look=Look.CHIP, icon=Icon.USER, height=Length.CHIP, parent=self
        )
        self.person.clicked.connect(self.menu_wanted)
        layout = QHBoxLayout(self)
        side = theme.length(Length.SPACE_7)
        layout.setContentsMargins(side, 0, side, 0)
        layout.setSpacing(theme.length(Length.SPACE_5))
        layout.addWidget(title)
        layout.addSpacing(theme.length(Length.SPACE_2))
        layout.addWidget(self._service)
        layout.addStretch(1)
        layout.addWidget(self._load)
        layout.addWidget(self.person)
        self.setFixedHeight(theme.length(Length.HEADER))

    def show_service(self, name: str) -> None:
        """Show whose service this is."""
        self._service.show_mark(chip(one_line(name)) if name else None)

    def show_load(self, load: int, capacity: int) -> None:
        """Show conversations n / m."""
        self._load.show_runs(
            (
                Run(f"{self.tr('Conversations')}  ", Type.CONTROL, Colour.MUT),
                Run(f"{load} / {capacity}", Type.CONTROL, Colour.INK, 650),
            )
        )

    def show_person(self, name: str) -> None:
        """Show who is signed in."""
        self.person.set_words(name)
        self.person.setAccessibleDescription(self.tr("Your menu: language, colours, signing out"))
