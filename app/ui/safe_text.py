"""The one door for text onto widgets: plain labels and plain tooltips, never markup.

Qt guesses whether a text is HTML and then reads files the text names (trust.md A3). Everything a person
wrote, and everything else too, is shown through this module or drawn by a delegate from runs; a test looks
for the calls that would go round it.
"""

from html import escape

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.text_block import TextBlock
from app.ui.text_runs import Run, plain, visible
from app.ui.theme import Theme
from app.ui.tokens import Colour, Type

_NARROWEST_WRAPPED = 60


def runs_of(
    text: str, kind: Type = Type.BODY, colour: Colour = Colour.INK, *, weight: int | None = None
) -> tuple[Run, ...]:
    """``text`` made visible, as a single run."""
    return (Run(visible(text), kind, colour, weight),)


class DrawnLabel(QLabel):
    """A label whose owner draws it; its words are for a screen reader, and told to be plain before any."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Have a screen reader say ``words`` from now on, and draw again."""
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()


class PlainLabel(QLabel):
    """A label that draws its runs itself; Qt is told that the text is plain before it sees any."""

    def __init__(
        self,
        theme: Theme,
        runs: tuple[Run, ...] = (),
        *,
        wraps: bool = False,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme = theme
        self._runs: tuple[Run, ...] = ()
        self._wraps = wraps
        self._alignment = alignment
        policy = QSizePolicy(
            QSizePolicy.Policy.Preferred,
            QSizePolicy.Policy.Minimum if wraps else QSizePolicy.Policy.Fixed,
        )
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        # Layouts ask again whenever anything beside it changes, in conversations that are behind as well.
        self._heights: dict[int, int] = {}
        self._natural: QSize | None = None
        theme.changed.connect(self._on_theme_changed)
        self.set_runs(runs)

    def set_runs(self, runs: tuple[Run, ...]) -> None:
        """Show these runs from now on."""
        if runs == self._runs:
            return
        self._runs = runs
        self._heights.clear()
        self._natural = None
        words = plain(runs)
        super().setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    @property
    def shown(self) -> str:
        """The text as it is on the screen."""
        return plain(self._runs)

    def hasHeightForWidth(self) -> bool:
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        known = self._heights.get(width)
        if known is None:
            known = self._heights[width] = round(self._block(width).size.height())
        return known

    def sizeHint(self) -> QSize:
        if self._natural is None:
            size = self._block(0).size
            self._natural = QSize(round(size.width() + 1), round(size.height()))
        return self._natural

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        if self._wraps:
            return QSize(min(hint.width(), _NARROWEST_WRAPPED), hint.height())
        return QSize(min(hint.width(), _NARROWEST_WRAPPED // 2), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        block = self._block(self.width(), elide=not self._wraps)
        spare = max(0.0, self.width() - block.size.width())
        left = 0.0
        if self._alignment & Qt.AlignmentFlag.AlignHCenter:
            left = spare / 2
        elif self._alignment & Qt.AlignmentFlag.AlignRight:
            left = spare
        painter = QPainter(self)
        block.draw(painter, QPointF(left, (self.height() - block.size.height()) / 2))
        painter.end()

    def _on_theme_changed(self) -> None:
        self._heights.clear()
        self._natural = None
        self.update()

    def _block(self, width: float, *, elide: bool = False) -> TextBlock:
        """The runs laid out; a width of 0 means as wide as they like."""
        if width <= 0:
            return TextBlock(self._theme, self._runs)
        # A px of slack: a label is given whole px, a text is measured in parts of them.
        return TextBlock(self._theme, self._runs, width=width + 0.5, max_lines=1 if elide else 0)


def plain_tooltip(widget: QWidget, text: str) -> None:
    """Give ``widget`` a tooltip that shows ``text`` letter by letter."""
    words = escape(visible(text)).replace("\n", "<br>")
    widget.setToolTip(f"<span>{words}</span>" if text else "")
