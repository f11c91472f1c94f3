"""Columns of a list drawn as a table: as many as there is room for, the same in every row."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.ui.parts.drawing import draw_line, draw_right
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


@dataclass(frozen=True, slots=True)
class Heading:
    """The row of words above the columns: the first is the list's own, the others stand over figures."""

    words: tuple[str, ...]

    @property
    def key(self) -> str:
        """What tells it from the rows."""
        return "heading"


@dataclass(frozen=True, slots=True)
class Column:
    """One column right of the names. ``widest``: what may be the widest it has to show beside its heading;
    ``rank`` says which goes first where there is no room: the highest.
    """

    words: str
    widest: tuple[tuple[Run, ...], ...]
    rank: int
    extra: float = 0.0


def fitted(theme: Theme, columns: Sequence[Column], width: float) -> tuple[tuple[int, float, float], ...]:
    """Which columns have room beside a name in ``width`` px: number, left and right edge of each."""
    gap = theme.length(Length.SPACE_8)
    wide = [
        max(
            _width(theme, (_heading(one.words),)), max(_width(theme, runs) for runs in one.widest) + one.extra
        )
        + gap
        for one in columns
    ]
    kept = sorted(range(len(columns)), key=_rank_of(columns))
    least = theme.length(Length.LEFT_DOCK) / 2
    while kept and sum(wide[number] for number in kept) + least > width:
        kept.pop()
    places: list[tuple[int, float, float]] = []
    right = width
    for number in sorted(kept, reverse=True):
        places.append((number, right - wide[number] + gap, right))
        right -= wide[number]
    return tuple(reversed(places))


def draw_headings(
    theme: Theme,
    painter: QPainter,
    heading: Heading,
    area: QRectF,
    places: Sequence[tuple[int, float, float]],
    words_at_left: frozenset[int],
) -> None:
    """Draw the words above the columns, over figures at the right, over words at the left."""
    top = area.center().y() - theme.line_height(Type.SMALL) / 2
    ends = places[0][1] if places else area.width()
    name = _heading(heading.words[0])
    draw_line(theme, painter, (name,), QPointF(area.left(), top), ends - theme.length(Length.SPACE_4))
    for number, left, right in places:
        run = _heading(heading.words[number + 1])
        if number in words_at_left:
            draw_line(theme, painter, (run,), QPointF(area.left() + left, top), right - left)
        else:
            draw_right(theme, painter, (run,), QPointF(area.left() + right, top))


def draw_rule(theme: Theme, painter: QPainter, area: QRectF) -> None:
    """Draw the hair line under a row."""
    painter.setPen(theme.pen(Colour.LINE))
    bottom = round(area.bottom()) - 0.5
    painter.drawLine(QPointF(area.left(), bottom), QPointF(area.right(), bottom))


def _heading(words: str) -> Run:
    return Run(words, Type.SMALL, Colour.MUT)


def _width(theme: Theme, runs: tuple[Run, ...]) -> float:
    return TextBlock(theme, runs).size.width()


class _rank_of:
    """Sorts numbers of columns by their rank."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = columns

    def __call__(self, number: int) -> int:
        return self._columns[number].rank
