"""A figure on a card: what it counts, how many, and a word about it."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.icons import Icon
from app.ui.parts.drawing import draw_card, draw_line
from app.ui.safe_text import DrawnLabel
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class FigureCard(DrawnLabel):
    """Three lines; the figure takes the colour of what it means, and its word the sign."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._theme = theme
        self._words, self._figure, self._note = "", "", ""
        self._colour = Colour.INK
        self._icon: Icon | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_figure(
        self, words: str, figure: str, note: str, *, colour: Colour = Colour.INK, icon: Icon | None = None
    ) -> None:
        """Show this from now on."""
        self._words, self._figure, self._note = words, figure, note
        self._colour, self._icon = colour, icon
        self.say(f"{words}: {figure}, {note}")

    def sizeHint(self) -> QSize:
        theme = self._theme
        lines = sum(theme.line_height(kind) for kind in (Type.SMALL, Type.FIGURE, Type.SMALL))
        icon = theme.length(Length.ICON_SMALL) + theme.length(Length.SPACE_2)
        said = (Run(self._words, Type.SMALL), Run(self._figure, Type.FIGURE), Run(self._note, Type.SMALL))
        wide = max(TextBlock(theme, (run,)).size.width() for run in said) + icon
        return QSize(
            max(theme.length(Length.RAIL), round(wide + 2 * theme.length(Length.SPACE_6))),
            round(lines + 2 * theme.length(Length.SPACE_4)),
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.length(Length.RAIL), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_card(theme, painter, area, radius=Length.RADIUS_CARD, is_selected=False, has_focus=False)
        side = theme.length(Length.SPACE_6)
        inner = area.adjusted(side, theme.length(Length.SPACE_4), -side, 0)
        at, width = QPointF(inner.left(), inner.top()), inner.width()
        draw_line(theme, painter, (Run(self._words, Type.SMALL, Colour.MUT),), at, width)
        at.setY(at.y() + theme.line_height(Type.SMALL))
        draw_line(theme, painter, (Run(self._figure, Type.FIGURE, self._colour),), at, width)
        at.setY(at.y() + theme.line_height(Type.FIGURE))
        if self._icon is not None:
            small = theme.length(Length.ICON_SMALL)
            top = at.y() + (theme.line_height(Type.SMALL) - small) / 2
            theme.draw_icon(painter, self._icon, self._colour, QRectF(at.x(), top, small, small))
            taken = small + theme.length(Length.SPACE_2)
            at.setX(at.x() + taken)
            width -= taken
        shade = Colour.MUT if self._icon is None else self._colour
        weight = 400 if self._icon is None else 600
        draw_line(theme, painter, (Run(self._note, Type.SMALL, shade, weight),), at, width)
        painter.end()
