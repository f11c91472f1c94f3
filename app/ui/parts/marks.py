"""Marks: pills, identity badges, lateness and key caps, measured and drawn alike by widgets and delegates."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from app.ui.icons import Icon
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run, one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


@dataclass(frozen=True, slots=True)
class Mark:
    """A word with what carries its meaning besides colour: an icon, an outline, a fill."""

    word: str
    kind: Type
    front: Colour
    back: Colour | None = None
    outline: Colour | None = None
    is_dashed: bool = False
    icon: Icon | None = None
    radius: Length = Length.RADIUS_PILL
    height: Length = Length.TAG
    side: Length | None = Length.SPACE_4
    weight: int | None = None


def mark_size(theme: Theme, mark: Mark) -> QSizeF:
    """What a mark takes, in px."""
    words = TextBlock(theme, (_run(mark),)).size
    width = words.width() + 2 * _side(theme, mark)
    if mark.icon is not None:
        width += theme.length(Length.ICON_SMALL)
        if mark.word:
            width += theme.length(Length.SPACE_2)
    height = theme.length(mark.height) if mark.side is not None else words.height()
    return QSizeF(width, height)


def draw_mark(theme: Theme, painter: QPainter, mark: Mark, at: QPointF) -> QRectF:
    """Draw a mark with its upper left corner at ``at``; the area it took."""
    area = QRectF(at, mark_size(theme, mark))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_frame(theme, painter, mark, area)
    left = area.left() + _side(theme, mark)
    if mark.icon is not None:
        side = theme.length(Length.ICON_SMALL)
        square = QRectF(left, area.center().y() - side / 2, side, side)
        theme.draw_icon(painter, mark.icon, mark.front, square)
        left += side + theme.length(Length.SPACE_2)
    words = TextBlock(theme, (_run(mark),))
    words.draw(painter, QPointF(left, area.center().y() - words.size.height() / 2))
    painter.restore()
    return area


def _draw_frame(theme: Theme, painter: QPainter, mark: Mark, area: QRectF) -> None:
    """Draw what lies behind the word."""
    if mark.back is None and mark.outline is None:
        return
    pen = QPen(Qt.PenStyle.NoPen)
    if mark.outline is not None:
        is_badge = mark.radius is Length.RADIUS_BADGE and mark.kind is Type.IDENTITY
        pen = theme.pen(mark.outline, Length.BORDER_BADGE if is_badge else Length.BORDER_LINE)
        if mark.is_dashed:
            pen.setDashPattern([2.5, 1.8])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(theme.colour(mark.back) if mark.back is not None else Qt.BrushStyle.NoBrush)
    inset = pen.widthF() / 2 if mark.outline is not None else 0.0
    frame = area.adjusted(inset, inset, -inset, -inset)
    radius = min(theme.length(mark.radius), frame.height() / 2)
    painter.drawRoundedRect(frame, radius, radius)


def _run(mark: Mark) -> Run:
    """The word of a mark as a run."""
    return Run(one_line(mark.word), mark.kind, mark.front, mark.weight)


def _side(theme: Theme, mark: Mark) -> float:
    """The room left and right of the word, in px."""
    return theme.length(mark.side) if mark.side is not None else 0.0


def key_cap(keys: str, *, front: Colour = Colour.INK, outline: Colour = Colour.EDGE) -> Mark:
    """A key as it is printed on the keyboard."""
    return Mark(keys, Type.KEY, front, outline=outline, radius=Length.RADIUS_BADGE, side=Length.SPACE_3)
