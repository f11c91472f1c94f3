"""The columns side by side, with a line to drag between them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget


class PaneSplitter(QSplitter):
    """A splitter whose handles take no room of their own: the panes draw their edges."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName(name)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setOpaqueResize(True)
