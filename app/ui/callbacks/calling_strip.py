"""Today's calling time drawn as a strip: hours, what is due when, what was called, and now."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.desk.calling_day import CalledMark, CallingDay, DueMark
from app.ui.icons import Icon
from app.ui.parts.drawing import draw_line
from app.ui.safe_text import DrawnLabel
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import clock

_HOUR = timedelta(hours=1)
_EVERY = (1, 2, 4)
"""In hours: how far the hours that are named may stand apart, the nearest first."""


class CallingStrip(DrawnLabel):
    """Hidden on a day when nobody is called. A screen reader hears the same in words."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__("callingStrip", parent=parent)
        self._theme = theme
        self._day: CallingDay | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def has_day(self) -> bool:
        """Whether there is a calling time today."""
        return self._day is not None

    def show_day(self, day: CallingDay | None) -> None:
        """Show this day from now on."""
        self._day = day
        self.say(spoken_day(day) if day is not None else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.length(Length.RAIL), round(self._scale_height() + 2 * self._lane()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        day = self._day
        if day is None:
            return
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = tuple((Run(words, Type.SMALL, Colour.MUT),) for words in (_due_word(), _called_word()))
        wide = max(self._width(name) for name in names)
        half = theme.length(Length.TAG) / 2
        left = wide + theme.length(Length.SPACE_5) + half
        ground = QRectF(left, self._scale_height(), self.width() - left - half, 2 * self._lane())
        self._paint_hours(painter, day, ground)
        for number, name in enumerate(names):
            top = ground.top() + (number + 0.5) * self._lane() - theme.line_height(Type.SMALL) / 2
            draw_line(theme, painter, name, QPointF(0, top), wide + 1)
        self._paint_now(painter, day, ground)
        upper = ground.top() + self._lane() / 2
        for mark in day.due:
            self._paint_due(painter, mark, _at(day.part(mark.at), ground, upper))
        for call in day.called:
            self._paint_call(painter, call, _at(day.part(call.at), ground, upper + self._lane()))
        painter.end()

    def _paint_hours(self, painter: QPainter, day: CallingDay, ground: QRectF) -> None:
        theme = self._theme
        hours = _whole_hours(day)
        room = self._width((Run("00", Type.SMALL, Colour.MUT),)) + theme.length(Length.SPACE_5)
        hour_wide = ground.width() * (day.part(day.opens_at + _HOUR))
        every = next((step for step in _EVERY if hour_wide * step >= room), _EVERY[-1])
        now = self._now_place(day, ground)
        for number, hour in enumerate(hours):
            middle = ground.left() + ground.width() * day.part(hour)
            painter.setPen(theme.pen(Colour.LINE))
            painter.drawLine(QPointF(middle, ground.top()), QPointF(middle, ground.bottom()))
            name = (Run(str(hour.hour), Type.SMALL, Colour.MUT),)
            width = self._width(name)
            is_under = now is not None and now.left() - width < middle < now.right() + width
            if number % every == 0 and not is_under:
                draw_line(theme, painter, name, QPointF(middle - width / 2, 0), width + 1)

    def _paint_now(self, painter: QPainter, day: CallingDay, ground: QRectF) -> None:
        theme, place = self._theme, self._now_place(day, ground)
        if place is None or day.now is None:
            return
        middle = ground.left() + ground.width() * day.part(day.now)
        painter.setPen(theme.pen(Colour.PRI, Length.BORDER_FOCUS))
        painter.drawLine(QPointF(middle, place.bottom()), QPointF(middle, ground.bottom()))
        corner = theme.length(Length.RADIUS_BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Colour.PRI))
        painter.drawRoundedRect(place, corner, corner)
        side = theme.length(Length.SPACE_3)
        draw_line(theme, painter, _now_runs(day), QPointF(place.left() + side, 0), place.width() - side)

    def _now_place(self, day: CallingDay, ground: QRectF) -> QRectF | None:
        """Where the words of now stand: over their moment, never out of the strip."""
        if day.now is None:
            return None
        width = self._width(_now_runs(day)) + 2 * self._theme.length(Length.SPACE_3)
        left = ground.left() + ground.width() * day.part(day.now) - width / 2
        left = max(0.0, min(left, self.width() - width))
        return QRectF(left, 0, width, self._theme.line_height(Type.SMALL))

    def _paint_due(self, painter: QPainter, mark: DueMark, middle: QPointF) -> None:
        theme = self._theme
        runs = (Run(str(mark.count), Type.SMALL, Colour.ON_WAIT if mark.is_due else Colour.INK, 700),)
        high = float(theme.length(Length.TAG))
        wide = max(high, self._width(runs) + 2 * theme.length(Length.SPACE_3))
        place = QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)
        painter.setPen(theme.pen(Colour.WAIT if mark.is_due else Colour.EDGE))
        painter.setBrush(theme.colour(Colour.WAIT if mark.is_due else Colour.SURFACE))
        painter.drawRoundedRect(place, high / 2, high / 2)
        top = middle.y() - theme.line_height(Type.SMALL) / 2
        width = self._width(runs)
        draw_line(theme, painter, runs, QPointF(middle.x() - width / 2, top), width + 1)

    def _paint_call(self, painter: QPainter, call: CalledMark, middle: QPointF) -> None:
        theme = self._theme
        high = float(theme.length(Length.TAG))
        place = QRectF(middle.x() - high / 2, middle.y() - high / 2, high, high)
        painter.setPen(theme.pen(Colour.OK if call.is_reached else Colour.EDGE))
        painter.setBrush(theme.colour(Colour.OK if call.is_reached else Colour.SURFACE))
        painter.drawEllipse(place)
        if call.is_reached:
            inset = high / 5
            theme.draw_icon(painter, Icon.CHECK, Colour.ON_OK, place.adjusted(inset, inset, -inset, -inset))
            return
        arm = high / 5
        painter.setPen(theme.pen(Colour.MUT, Length.BORDER_BADGE))
        painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm))
        painter.drawLine(middle - QPointF(arm, -arm), middle + QPointF(arm, -arm))

    def _scale_height(self) -> float:
        return self._theme.line_height(Type.SMALL) + self._theme.length(Length.SPACE_2)

    def _lane(self) -> float:
        return float(self._theme.length(Length.TAG) + self._theme.length(Length.SPACE_3))

    def _width(self, runs: tuple[Run, ...]) -> float:
        return TextBlock(self._theme, runs).size.width()


def spoken_day(day: CallingDay) -> str:
    """The strip in words: calling time, now, what is due when, what was called when."""
    parts = [
        QCoreApplication.translate("callbacks", "Calling time of today {opens}–{closes}").format(
            opens=clock(day.opens_at), closes=clock(day.closes_at)
        )
    ]
    if day.now is not None:
        parts.append(_now_runs(day)[0].text)
    if day.due:
        due = ", ".join(f"{clock(mark.at)}: {mark.count}" for mark in day.due)
        parts.append(f"{_due_word()} {due}")
    if day.called:
        reached = QCoreApplication.translate("callbacks", "reached")
        missed = QCoreApplication.translate("callbacks", "not reached")
        called = ", ".join(
            f"{clock(mark.at)} {reached if mark.is_reached else missed}" for mark in day.called
        )
        parts.append(f"{_called_word()} {called}")
    return ". ".join(parts)


def _whole_hours(day: CallingDay) -> list[datetime]:
    """Every full hour of the calling time, its ends included where they are full hours."""
    at = day.opens_at.replace(minute=0)
    hours = []
    while at <= day.closes_at:
        if at >= day.opens_at:
            hours.append(at)
        at += _HOUR
    return hours


def _at(part: float, ground: QRectF, top: float) -> QPointF:
    return QPointF(ground.left() + ground.width() * part, top)


def _now_runs(day: CallingDay) -> tuple[Run, ...]:
    words = QCoreApplication.translate("callbacks", "now {clock}")
    at = clock(day.now) if day.now is not None else ""
    return (Run(words.format(clock=at), Type.SMALL, Colour.ON_PRI, 650),)


def _due_word() -> str:
    return QCoreApplication.translate("callbacks", "To call")


def _called_word() -> str:
    return QCoreApplication.translate("callbacks", "Called")
