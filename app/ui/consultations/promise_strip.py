"""The promise of an opened consultation: by when, how much is used, and a cell for each day that counts."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.desk.consultation_views import ConsultationDetail
from app.domain.consultation import AWAITED, Promise, PromiseDay, Urgency
from app.ui.consultation_words import due_words, lateness_word, left_words
from app.ui.consultations.consultation_rows import percent, state_words
from app.ui.consultations.promise_look import promise_look
from app.ui.parts.drawing import draw_line
from app.ui.safe_text import DrawnLabel
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import weekday_and_clock, weekday_word

_WIDEST_CELL = 110
"""px at 100 %."""


class PromiseStrip(DrawnLabel):
    """Two lines of words over the cells. A screen reader hears the words."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__("promiseStrip", parent=parent)
        self._theme = theme
        self._detail: ConsultationDetail | None = None
        self._lead = self._rest = ""
        self._is_low = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_detail(self, detail: ConsultationDetail, *, now: datetime) -> None:
        """Show the promise of this one from now on."""
        self._detail = detail
        self._lead, self._rest = lead_words(detail, now), rest_words(detail)
        self.say(f"{self._lead}. {self._rest}" if self._rest else self._lead)

    def set_low(self, *, is_low: bool) -> None:
        """In a low view by when alone; the rest is heard all the same."""
        if is_low != self._is_low:
            self._is_low = is_low
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        high = theme.line_height(Type.NAME)
        if self._is_low:
            return QSize(theme.length(Length.RAIL), round(high))
        high += theme.length(Length.SPACE_2)
        high += theme.line_height(Type.SMALL) if self._rest else 0
        if self._detail is not None and self._detail.days:
            high += theme.length(Length.SPACE_4) + self._cell_high()
        return QSize(theme.length(Length.RAIL), round(high))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        detail = self._detail
        if detail is None:
            return
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icon, colour = promise_look(detail.row)
        side, high = theme.length(Length.ICON), theme.line_height(Type.NAME)
        theme.draw_icon(painter, icon, colour, QRectF(0, (high - side) / 2, side, side))
        left = side + theme.length(Length.SPACE_3)
        front = Colour.INK if colour is Colour.MUT else colour
        lead = (Run(self._lead, Type.NAME, front, 650),)
        draw_line(theme, painter, lead, QPointF(left, 0), self.width() - left)
        if self._is_low:
            painter.end()
            return
        top = high + theme.length(Length.SPACE_2)
        if self._rest:
            rest = (Run(self._rest, Type.SMALL, Colour.MUT),)
            draw_line(theme, painter, rest, QPointF(0, top), self.width())
            top += theme.line_height(Type.SMALL)
        self._paint_days(painter, detail, top + theme.length(Length.SPACE_4), colour)
        painter.end()

    def _cell_high(self) -> float:
        return self._theme.line_height(Type.SMALL) + 2 * self._theme.length(Length.SPACE_2)

    def _paint_days(self, painter: QPainter, detail: ConsultationDetail, top: float, colour: Colour) -> None:
        theme, days = self._theme, detail.days
        if not days:
            return
        gap = theme.length(Length.SPACE_2)
        widest = _WIDEST_CELL * theme.length(Length.ICON) / 16
        wide = min((self.width() - gap * (len(days) - 1)) / len(days), widest)
        for number, day in enumerate(days):
            cell = QRectF(number * (wide + gap), top, wide, self._cell_high())
            self._paint_day(painter, day, cell, colour)

    def _paint_day(self, painter: QPainter, day: PromiseDay, cell: QRectF, colour: Colour) -> None:
        theme = self._theme
        corner = theme.length(Length.RADIUS_BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Colour.BG))
        painter.drawRoundedRect(cell, corner, corner)
        if day.counts and day.used:
            painter.setBrush(theme.colour(_weak(colour)))
            gone = QRectF(cell.left(), cell.top(), cell.width() * day.used, cell.height())
            painter.drawRoundedRect(gone, corner, corner)
        pen = theme.pen(colour, Length.BORDER_FOCUS) if day.is_due else theme.pen(Colour.LINE)
        if not day.counts:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), corner, corner)
        colour_of_words = Colour.INK if day.counts else Colour.MUT
        room = cell.width() - 2 * theme.length(Length.SPACE_2)
        # Where there is no room for words a dashed cell is not counted and the outlined one is due.
        block = TextBlock(theme, (Run(day_words(day), Type.SMALL, colour_of_words),))
        if block.size.width() > room:
            block = TextBlock(theme, (Run(weekday_word(day.day.weekday()), Type.SMALL, colour_of_words),))
        place = QPointF(
            cell.center().x() - block.size.width() / 2, cell.center().y() - block.size.height() / 2
        )
        block.draw(painter, place)


def lead_words(detail: ConsultationDetail, now: datetime) -> str:
    """By when an answer is due, or what became of it."""
    row = detail.row
    if row.state not in AWAITED:
        return _capital(state_words(row))
    if row.urgency is Urgency.URGENT:
        number = "" if detail.on_call is None else detail.on_call.number
        words = QCoreApplication.translate("consultations", "Urgent: call whoever is on call, {number}")
        return words.format(number=number)
    if row.due_at is None:
        return ""
    if row.is_late:
        words = QCoreApplication.translate("consultations", "Late: an answer was promised by {when}")
    else:
        words = QCoreApplication.translate("consultations", "Answer at the latest {when}")
    return words.format(when=due_words(row.due_at, now))


def rest_words(detail: ConsultationDetail) -> str:
    """When it came, how much working time is left, what happens at the end."""
    row, promised_at = detail.row, detail.consultation.promised_at
    asked = QCoreApplication.translate("consultations", "asked {when}")
    parts = [asked.format(when=weekday_and_clock(promised_at or detail.consultation.asked_at))]
    if row.state in AWAITED and row.promise is Promise.RUNNING and not row.is_late:
        left = QCoreApplication.translate("consultations", "working time left {time}")
        parts += [
            left.format(time=left_words(row.left)),
            f"{percent(row.used)} ({lateness_word(row.lateness)})",
        ]
    if row.is_late:
        parts.append(QCoreApplication.translate("consultations", "the supervisors have been told"))
    return " · ".join(parts)


def day_words(day: PromiseDay) -> str:
    """``ke · päivä 0``; ``la · ei lasketa``; ``ma 16.00``."""
    weekday = weekday_word(day.day.weekday())
    if not day.counts:
        return QCoreApplication.translate("consultations", "{weekday} · not counted").format(weekday=weekday)
    if day.is_due:
        return QCoreApplication.translate("consultations", "{weekday} by 16.00").format(weekday=weekday)
    if day.is_day_0:
        return QCoreApplication.translate("consultations", "{weekday} · day 0").format(weekday=weekday)
    return weekday


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _weak(colour: Colour) -> Colour:
    return {Colour.WAIT: Colour.WAIT_WEAK, Colour.BAD: Colour.BAD_WEAK, Colour.OK: Colour.OK_WEAK}.get(
        colour, Colour.PRI_WEAK
    )
