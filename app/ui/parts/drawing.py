"""Strokes shared by delegates: a line of text, a card, a bar."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.ui.icons import Icon
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length


def draw_line(theme: Theme, painter: QPainter, runs: tuple[Run, ...], at: QPointF, width: float) -> float:
    """Draw one line of text, cut with an ellipsis at ``width`` px; the width it took."""
    block = TextBlock(theme, runs, width=max(1.0, width), max_lines=1)
    block.draw(painter, at)
    return block.size.width()


def draw_right(theme: Theme, painter: QPainter, runs: tuple[Run, ...], right_top: QPointF) -> float:
    """Draw one line of text that ends at ``right_top``; where it begins."""
    block = TextBlock(theme, runs)
    left = right_top.x() - block.size.width()
    block.draw(painter, QPointF(left, right_top.y()))
    return left


def draw_icon_before(
    theme: Theme, painter: QPainter, icon: Icon, colour: Colour, right_middle: QPointF
) -> None:
    """Draw a small icon that ends a little before a word beginning at ``right_middle``."""
    side = theme.length(Length.ICON_SMALL)
    left = right_middle.x() - side - theme.length(Length.SPACE_2)
    theme.draw_icon(painter, icon, colour, QRectF(left, right_middle.y() - side / 2, side, side))


def draw_card(
    theme: Theme, painter: QPainter, area: QRectF, *, radius: Length, is_selected: bool, has_focus: bool
) -> None:
    """Draw a card; the selected one has a bar at its left, the focused one a ring."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = theme.pen(Colour.LINE)
    inset = pen.widthF() / 2
    corner = theme.length(radius)
    painter.setPen(pen)
    painter.setBrush(theme.colour(Colour.SURFACE))
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), corner, corner)
    if is_selected:
        _draw_selection(theme, painter, area, corner)
    if has_focus:
        draw_focus(theme, painter, area, corner)


def draw_focus(theme: Theme, painter: QPainter, area: QRectF, corner: float) -> None:
    """Draw the focus ring inside ``area``."""
    width = theme.border(Length.BORDER_FOCUS)
    painter.setPen(QPen(theme.colour(Colour.FOCUS), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(width / 2, width / 2, -width / 2, -width / 2), corner, corner)


def _draw_selection(theme: Theme, painter: QPainter, area: QRectF, corner: float) -> None:
    """Draw the bar that follows the left edge of a selected card."""
    width = theme.length(Length.BORDER_SELECT)
    painter.save()
    painter.setClipRect(QRectF(area.left(), area.top(), corner, area.height()))
    painter.setPen(QPen(theme.colour(Colour.PRI), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(width / 2, 0.5, width, -0.5), corner, corner)
    painter.restore()


def draw_bar(theme: Theme, painter: QPainter, area: QRectF, colour: Colour) -> None:
    """Draw an upright bar with round ends."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(colour))
    painter.drawRoundedRect(area, area.width() / 2, area.width() / 2)
