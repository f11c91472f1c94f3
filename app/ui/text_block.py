"""A block of runs laid out to a width and drawn: the one way text gets onto bubbles, rows and labels."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from app.ui.icons import Icon
from app.ui.text_runs import Run, Shape, shortened
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length

_UNBOUNDED = 1e6
_LINE_SEPARATOR = "\u2028"
_GLUE = "\u00a0"
_MASK_DOTS = f"{_GLUE * 6}{chr(0x2022) * 6}{_GLUE}{chr(0x2022) * 4}{_GLUE}"


@dataclass(frozen=True, slots=True)
class _Bar:
    """Where a masked run lies on one line, in the block's own px."""

    area: QRectF
    is_first: bool


class TextBlock:
    """Runs, wrapped to ``width`` px; ``size`` is what they take. Made for one drawing, not kept."""

    def __init__(
        self, theme: Theme, runs: tuple[Run, ...], *, width: float = _UNBOUNDED, max_lines: int = 0
    ) -> None:
        self._theme = theme
        self._runs = runs
        text, formats, self._masks = _prepared(theme, runs)
        first = runs[0] if runs else Run("")
        self._line_height = max((theme.line_height(run.kind) for run in runs), default=0.0)
        if max_lines == 1:
            text, formats = _elided(theme, text, formats, first, width)
        self._layout = QTextLayout(text, theme.font(first.kind, weight=first.weight))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(formats)
        self._layout.setCacheEnabled(True)
        self.size = self._lay_out(width, max_lines)

    def _lay_out(self, width: float, max_lines: int) -> QSizeF:
        """Break the lines; the size they take together."""
        widest = 0.0
        top = 0.0
        self._layout.beginLayout()
        line = self._layout.createLine()
        while line.isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, top + (self._line_height - line.height()) / 2))
            widest = max(widest, line.naturalTextWidth())
            top += self._line_height
            if max_lines and self._layout.lineCount() >= max_lines:
                break
            line = self._layout.createLine()
        self._layout.endLayout()
        return QSizeF(widest, top)

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw the block with its upper left corner at ``at``."""
        painter.save()
        # Text itself is drawn without a pen of ours: every run carries its colour.
        for bar in self._bars():
            self._draw_bar(painter, bar, at)
        painter.setPen(self._theme.colour(self._runs[0].colour if self._runs else Colour.INK))
        self._layout.draw(painter, at)
        painter.restore()

    def _bars(self) -> list[_Bar]:
        """The redaction bars, one per line a masked run lies on."""
        bars: list[_Bar] = []
        for start, length in self._masks:
            for number in range(self._layout.lineCount()):
                line = self._layout.lineAt(number)
                area = _stretch(line, start, start + length)
                if area is not None:
                    bars.append(_Bar(area, is_first=line.textStart() <= start))
        return bars

    def _draw_bar(self, painter: QPainter, bar: _Bar, at: QPointF) -> None:
        """Draw the bar behind masked text, with the lock where it begins."""
        theme = self._theme
        area = bar.area.translated(at)
        radius = theme.length(Length.RADIUS_BADGE)
        painter.setPen(theme.colour(Colour.MASK))
        painter.setBrush(theme.colour(Colour.MASK))
        painter.drawRoundedRect(area, radius, radius)
        if bar.is_first:
            side = theme.length(Length.ICON_SMALL) * 0.85
            left = area.left() + theme.length(Length.SPACE_3)
            square = QRectF(left, area.center().y() - side / 2, side, side)
            theme.draw_icon(painter, Icon.LOCK, Colour.ON_MASK, square)


def _prepared(
    theme: Theme, runs: tuple[Run, ...]
) -> tuple[str, list[QTextLayout.FormatRange], list[tuple[int, int]]]:
    """The runs as one string, its formats, and where the masked stretches lie."""
    text = ""
    formats: list[QTextLayout.FormatRange] = []
    masks: list[tuple[int, int]] = []
    for run in runs:
        if run.shape is Shape.MASKED:
            piece = f"{_MASK_DOTS}{run.text}{_GLUE * 2}".replace(" ", _GLUE)
            masks.append((len(text), len(piece)))
        else:
            piece = run.text.replace("\n", _LINE_SEPARATOR)
        formats.append(_range(theme, run, _utf16(text), _utf16(piece)))
        text += piece
    # Qt counts in UTF-16 units; the masks are counted likewise.
    masks = [(_utf16(text[:start]), _utf16(text[start : start + n])) for start, n in masks]
    return text, formats, masks


def _range(theme: Theme, run: Run, start: int, length: int) -> QTextLayout.FormatRange:
    """The format of one run at its place."""
    style = QTextCharFormat()
    style.setFont(theme.font(run.kind, weight=run.weight))
    style.setForeground(theme.colour(run.colour))
    span = QTextLayout.FormatRange()
    span.start = start
    span.length = length
    span.format = style
    return span


def _elided(
    theme: Theme, text: str, formats: list[QTextLayout.FormatRange], first: Run, width: float
) -> tuple[str, list[QTextLayout.FormatRange]]:
    """``text`` cut with an ellipsis to fit one line of ``width`` px; a quotation keeps its closing mark."""
    text = text.replace(_LINE_SEPARATOR, " ")
    layout = QTextLayout(text, theme.font(first.kind, weight=first.weight))
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_UNBOUNDED)
    layout.endLayout()
    if not text or line.naturalTextWidth() <= width:
        return text, formats
    last = theme.font(first.kind, weight=first.weight)
    closing = "”" if text[0] == "”" and text.endswith("”") else ""
    room = width - QFontMetricsF(last).horizontalAdvance(f"…{closing}")
    position = line.xToCursor(max(0.0, room), QTextLine.CursorPosition.CursorOnCharacter)
    units = text.encode("utf-16-le")[: position * 2].decode("utf-16-le", errors="ignore")
    return f"{shortened(units)}{closing}", formats


def _stretch(line: QTextLine, start: int, end: int) -> QRectF | None:
    """The part of ``line`` between two positions, or None when it lies elsewhere."""
    first = max(start, line.textStart())
    last = min(end, line.textStart() + line.textLength())
    if first >= last:
        return None
    # PySide returns a float or (float, int) depending on the overload.
    left, right = _x_of(line, first), _x_of(line, last)
    return QRectF(min(left, right), line.y() + 0.5, abs(right - left), line.height() - 1)


def _x_of(line: QTextLine, position: int) -> float:
    """Where a position lies on its line, in px."""
    found: object = line.cursorToX(position)
    if isinstance(found, tuple):
        found = found[0]
    return float(found) if isinstance(found, float | int) else 0.0


def _utf16(text: str) -> int:
    """The length of ``text`` in the UTF-16 units Qt counts in."""
    return len(text.encode("utf-16-le")) // 2
