"""Today's half hours as bars from zero: how many of a hundred were answered within the target."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.desk.situation_view import Bar
from app.ui.parts.drawing import draw_card, draw_line
from app.ui.safe_text import DrawnLabel
from app.ui.supervisor.situation_words import spoken_bars
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import clock


class HalfHourChart(DrawnLabel):
    """The newest half hours there is room for; the number stands in the bar, or above a low one."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__("halfHourChart", parent=parent)
        self._theme = theme
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        """Show these from now on."""
        self._bars = bars
        self.say(spoken_bars(bars))

    def sizeHint(self) -> QSize:
        theme = self._theme
        return QSize(theme.length(Length.RAIL), 2 * theme.length(Length.COMPOSER_MIN))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        draw_card(theme, painter, area, radius=Length.RADIUS_CARD, is_selected=False, has_focus=False)
        side, gap = theme.length(Length.SPACE_6), theme.length(Length.SPACE_5)
        inner = area.adjusted(side, gap, -side, -theme.length(Length.SPACE_3))
        under = theme.line_height(Type.META) + theme.length(Length.SPACE_2)
        ground = inner.adjusted(0, theme.line_height(Type.SMALL), 0, -under)
        step = self._step(gap)
        shown = self._bars[-max(1, int(inner.width() // step)) :]
        for number, bar in enumerate(shown):
            self._paint_bar(
                painter, bar, QRectF(inner.left() + number * step, ground.top(), step - gap, 0), ground
            )
        painter.setPen(theme.pen(Colour.LINE))
        painter.drawLine(ground.bottomLeft(), ground.bottomRight())
        painter.end()

    def _step(self, gap: int) -> float:
        clocks = (Run("00.00", Type.META, Colour.MUT),)
        return TextBlock(self._theme, clocks).size.width() + 2 * gap

    def _paint_bar(self, painter: QPainter, bar: Bar, place: QRectF, ground: QRectF) -> None:
        theme = self._theme
        words = (Run(clock(bar.begins_at), Type.META, Colour.MUT),)
        self._centred(painter, words, place, ground.bottom() + theme.length(Length.SPACE_2))
        if bar.percent is None:
            return
        height = ground.height() * bar.percent / 100
        body = QRectF(place.left(), ground.bottom() - height, place.width(), height)
        radius = theme.length(Length.RADIUS_BADGE) if height > theme.length(Length.SPACE_4) else 0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Colour.PRI))
        painter.drawRoundedRect(body, radius, radius)
        line = theme.line_height(Type.SMALL)
        fits = height >= line + theme.length(Length.SPACE_2)
        colour = Colour.ON_PRI if fits else Colour.INK
        top = body.bottom() - line - theme.length(Length.SPACE_1) if fits else body.top() - line
        self._centred(painter, (Run(str(bar.percent), Type.SMALL, colour, 700),), place, top)

    def _centred(self, painter: QPainter, runs: tuple[Run, ...], place: QRectF, top: float) -> None:
        width = TextBlock(self._theme, runs).size.width()
        at = QPointF(place.center().x() - width / 2, top)
        draw_line(self._theme, painter, runs, at, width + 1)
