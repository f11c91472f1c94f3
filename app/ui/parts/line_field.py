"""A one-line field without a frame of its own."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.ui.theme import Theme
from app.ui.tokens import Type


class LineField(QLineEdit):
    """Stands inside an ``InputFrame``."""

    def __init__(self, theme: Theme, name: str, spoken: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setFrame(False)
        self.setFont(theme.font(Type.BODY))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
