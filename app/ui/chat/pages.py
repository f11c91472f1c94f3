"""The conversations she holds, one upon the other: only the one in front takes part in the layout."""

from PySide6.QtWidgets import QStackedWidget


class Pages(QStackedWidget):
    """Takes whatever height there is. Qt would ask every page how high it wants to be at each width, and
    there may be twenty, with fifty labels each.
    """

    def hasHeightForWidth(self) -> bool:
        return False
