"""A mark as a widget: identity badges, language tags and chips in headers."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.parts.marks import Mark, draw_mark, mark_size
from app.ui.safe_text import DrawnLabel
from app.ui.text_runs import one_line
from app.ui.theme import Theme


class MarkLabel(DrawnLabel):
    """Shows one mark; nothing at all while the mark is None."""

    def __init__(
        self, theme: Theme, name: str, mark: Mark | None = None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent=parent)
        self._theme = theme
        self._mark: Mark | None = None
        theme.changed.connect(self.update)
        self.show_mark(mark)

    def show_mark(self, mark: Mark | None) -> None:
        """Show ``mark`` from now on."""
        self._mark = mark
        self.say(one_line(mark.word) if mark is not None else "")
        self.setVisible(mark is not None)

    @property
    def shown(self) -> str:
        """The word on the screen, or the empty string."""
        return self._mark.word if self._mark is not None else ""

    def sizeHint(self) -> QSize:
        if self._mark is None:
            return QSize(0, 0)
        size = mark_size(self._theme, self._mark)
        return QSize(round(size.width() + 0.5), round(size.height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._mark is None:
            return
        painter = QPainter(self)
        size = mark_size(self._theme, self._mark)
        draw_mark(self._theme, painter, self._mark, QPointF(0, (self.height() - size.height()) / 2))
        painter.end()
