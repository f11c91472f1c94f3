"""The ground the tabs stand on, with the line that the front tab interrupts."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.chat.chat_tabs import ChatTabs
from app.ui.parts.ground import Edge, Ground
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length


class TabStrip(Ground):
    """Holds the tabs at its lower edge."""

    def __init__(self, theme: Theme, tabs: ChatTabs, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "tabStrip", Colour.BG, edges=Edge.BOTTOM, parent=parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.length(Length.SPACE_4), theme.length(Length.SPACE_3), 0, 0)
        layout.setSpacing(0)
        layout.addWidget(tabs, 1)
