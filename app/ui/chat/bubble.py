"""One bubble laid out: where its frame, its words and what is said of its delivery go."""

from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from app.desk.panes import Delivery, TranscriptRow
from app.domain.conversation import Author
from app.ui.chat.delivery_words import delivery_word
from app.ui.chat.setting import Setting, widest
from app.ui.chat.transcript_rows import author_word, is_pending
from app.ui.icons import Icon
from app.ui.parts.marks import Mark, draw_mark, mark_size
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run, masked_runs
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import day_and_clock, masked_word

UNDO_KEY = "Ctrl Z"


class Bubble:
    """A message of one width, ready to be drawn. ``height`` includes the gap below it."""

    def __init__(self, theme: Theme, row: TranscriptRow, setting: Setting) -> None:
        self._theme = theme
        self._row = row
        self._undo_word = setting.undo_word
        self._is_pending = is_pending(row)
        self._is_own = row.by is Author.COUNSELLOR
        side = theme.length(Length.SPACE_6)
        room = widest(theme, setting.width) - 2 * side
        kind_runs = masked_runs(row.text, mask_word=masked_word())
        self._text = TextBlock(theme, kind_runs or (Run(""),), width=room)
        self._meta = None if self._is_pending else TextBlock(theme, (self._meta_run(setting.now),))
        self._frame = self._framed(setting.width, side)
        below = theme.length(Length.SPACE_5)
        if self._is_pending:
            below += theme.length(Length.TARGET_MIN)
        self.height = self._frame.height() + below

    @property
    def undo_area(self) -> QRectF:
        """Where the button that takes the message back is, from the row's corner; else empty."""
        if self._row.delivery is not Delivery.HELD:
            return QRectF()
        mark = self._undo_mark()
        size = mark_size(self._theme, mark)
        middle = self._frame.bottom() + self._theme.length(Length.TARGET_MIN) / 2 + 1
        left = self._frame.right() - size.width()
        return QRectF(left, middle - size.height() / 2, size.width(), size.height())

    def draw(self, painter: QPainter, corner: QPointF) -> None:
        """Draw it with the row's upper left corner at ``corner``."""
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._frame.translated(corner)
        self._draw_frame(painter, frame)
        side = theme.length(Length.SPACE_6)
        at = QPointF(frame.left() + side, frame.top() + theme.length(Length.SPACE_4))
        if self._meta is not None:
            at.setY(at.y() - 1)
            self._draw_meta(painter, at)
            at.setY(at.y() + self._meta.size.height() + theme.length(Length.SPACE_1))
        self._text.draw(painter, at)
        if self._is_pending:
            self._draw_state(painter, corner)

    def _framed(self, width: float, side: float) -> QRectF:
        """The bubble's frame within a row of ``width`` px."""
        theme = self._theme
        words = self._text.size.width()
        high = self._text.size.height()
        if self._meta is not None:
            words = max(words, self._meta.size.width() + self._meta_icon_room())
            high += self._meta.size.height() + 1
        broad = words + 2 * side + 1
        high += theme.length(Length.SPACE_4) + theme.length(Length.SPACE_4) + 1
        return QRectF(width - broad if self._is_own else 0.0, 0.0, broad, high)

    def _meta_run(self, now: datetime) -> Run:
        """Who and when, and for our own what has become of it."""
        words = f"{author_word(self._row)} · {day_and_clock(self._row.at, now=now)}"
        return Run(words, Type.META, Colour.MUT)

    def _state_words(self) -> str:
        return delivery_word(self._row.delivery, undo_left_s=self._row.undo_left_s)

    def _state_block(self) -> TextBlock:
        weight = 600 if self._row.delivery in (Delivery.HELD, Delivery.ASKING) else None
        colour = Colour.WAIT if self._row.delivery is Delivery.ASKING else Colour.MUT
        return TextBlock(self._theme, (Run(self._state_words(), Type.META, colour, weight),))

    def _meta_icon_room(self) -> float:
        """The room that the words and icon of delivery take after who and when."""
        if not self._state_words() or self._is_pending:
            return 0.0
        dot = TextBlock(self._theme, (Run(" · ", Type.META, Colour.MUT),)).size.width()
        gap = self._theme.length(Length.SPACE_2)
        return dot + self._theme.length(Length.ICON_SMALL) + gap + self._state_block().size.width()

    def _draw_meta(self, painter: QPainter, at: QPointF) -> None:
        """Draw who, when and, for our own, sent or seen."""
        theme = self._theme
        if self._meta is None:
            return
        self._meta.draw(painter, at)
        icon = _state_icon(self._row.delivery)
        if icon is None:
            return
        dot = TextBlock(theme, (Run(" · ", Type.META, Colour.MUT),))
        left = at.x() + self._meta.size.width()
        dot.draw(painter, QPointF(left, at.y()))
        left += dot.size.width()
        side = theme.length(Length.ICON_SMALL)
        middle = at.y() + self._meta.size.height() / 2
        theme.draw_icon(painter, icon, Colour.MUT, QRectF(left, middle - side / 2, side, side))
        left += side + theme.length(Length.SPACE_2)
        self._state_block().draw(painter, QPointF(left, at.y()))

    def _draw_state(self, painter: QPainter, corner: QPointF) -> None:
        """Draw, under a pending bubble, what is happening to it and how to take it back."""
        theme = self._theme
        right = corner.x() + self._frame.right()
        undo = self.undo_area
        if not undo.isEmpty():
            draw_mark(theme, painter, self._undo_mark(), undo.topLeft() + corner)
            right = corner.x() + undo.left() - theme.length(Length.SPACE_4)
        block = self._state_block()
        left = right - block.size.width()
        middle = corner.y() + self._frame.bottom() + theme.length(Length.TARGET_MIN) / 2 + 1
        block.draw(painter, QPointF(left, middle - block.size.height() / 2))
        icon = _state_icon(self._row.delivery)
        if icon is not None:
            side = theme.length(Length.ICON_SMALL)
            left -= side + theme.length(Length.SPACE_2)
            theme.draw_icon(painter, icon, Colour.MUT, QRectF(left, middle - side / 2, side, side))

    def _undo_mark(self) -> Mark:
        words = f"{self._undo_word}  {UNDO_KEY}"
        return Mark(
            words,
            Type.META,
            Colour.INK,
            back=Colour.SURFACE,
            outline=Colour.EDGE,
            radius=Length.RADIUS_BADGE,
            height=Length.TAG,
            side=Length.SPACE_4,
        )

    def _draw_frame(self, painter: QPainter, frame: QRectF) -> None:
        """Draw the bubble itself: its tail is the square corner nearest to who speaks."""
        theme = self._theme
        if self._is_pending:
            dashed = theme.pen(Colour.WAIT if self._row.delivery is Delivery.ASKING else Colour.EDGE)
            dashed.setDashPattern([3.0, 2.2])
            painter.setPen(dashed)
            painter.setBrush(theme.colour(Colour.SURFACE))
        elif self._is_own:
            painter.setPen(theme.pen(Colour.ME_EDGE))
            painter.setBrush(theme.colour(Colour.ME))
        else:
            edge = Colour.LINE if theme.is_high_contrast else Colour.BG
            painter.setPen(QPen(theme.colour(edge), theme.border()))
            painter.setBrush(theme.colour(Colour.BG))
        inset = painter.pen().widthF() / 2
        radius = float(theme.length(Length.RADIUS_BUBBLE))
        tail = float(theme.length(Length.RADIUS_TAIL))
        left, right = (radius, tail) if self._is_own else (tail, radius)
        painter.drawPath(rounded(frame.adjusted(inset, inset, -inset, -inset), left, right, radius, radius))


def _state_icon(delivery: Delivery) -> Icon | None:
    """The shape of a delivery: one check, two checks, clock, return arrow."""
    match delivery:
        case Delivery.RECEIVED:
            return None
        case Delivery.SENT:
            return Icon.CHECK
        case Delivery.SEEN:
            return Icon.CHECK_CHECK
        case Delivery.HELD:
            return Icon.UNDO
        case Delivery.SENDING | Delivery.WAITING_FOR_LINE:
            return Icon.CLOCK
        case Delivery.ASKING:
            return Icon.TRIANGLE
    assert_never(delivery)


def rounded(
    area: QRectF, top_left: float, top_right: float, bottom_right: float, bottom_left: float
) -> QPainterPath:
    """A rectangle with a radius of its own at each corner."""
    path = QPainterPath()
    path.moveTo(area.left() + top_left, area.top())
    path.lineTo(area.right() - top_right, area.top())
    path.quadTo(area.topRight(), QPointF(area.right(), area.top() + top_right))
    path.lineTo(area.right(), area.bottom() - bottom_right)
    path.quadTo(area.bottomRight(), QPointF(area.right() - bottom_right, area.bottom()))
    path.lineTo(area.left() + bottom_left, area.bottom())
    path.quadTo(area.bottomLeft(), QPointF(area.left(), area.bottom() - bottom_left))
    path.lineTo(area.left(), area.top() + top_left)
    path.quadTo(area.topLeft(), QPointF(area.left() + top_left, area.top()))
    path.closeSubpath()
    return path
