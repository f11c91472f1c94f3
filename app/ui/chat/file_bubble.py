"""A customer's file in the transcript, laid out: its name, what it is, and what can be done with it."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.desk.panes import TranscriptRow
from app.domain.file_names import middle_shortened
from app.ui.chat.attachment_words import fact_words, open_words, save_words
from app.ui.chat.setting import Setting, widest
from app.ui.chat.transcript_rows import author_word
from app.ui.icons import Icon
from app.ui.parts.marks import Mark, draw_mark, mark_size
from app.ui.text_block import TextBlock
from app.ui.text_runs import Run, masked_runs, one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import day_and_clock, masked_word

LONGEST_SHOWN = 48
"""Characters of a name: what is more goes from its middle."""


class FileBubble:
    """A file of one width, ready to be drawn. ``height`` includes the gap below it. It has a card's straight
    frame, an icon and buttons: no words of a customer can look like it.
    """

    def __init__(self, theme: Theme, row: TranscriptRow, setting: Setting) -> None:
        self._theme = theme
        length = theme.length
        self._side = side = length(Length.SPACE_6)
        self._gap = length(Length.SPACE_3)
        self._icon = length(Length.ICON_LARGE)
        room = widest(theme, setting.width) - 2 * side
        words = f"{author_word(row)} · {day_and_clock(row.at, now=setting.now)}"
        self._meta = TextBlock(theme, (Run(words, Type.META, Colour.MUT),))
        name = middle_shortened(one_line(row.text), LONGEST_SHOWN)
        beside = room - self._icon - self._side
        runs = masked_runs(name, mask_word=masked_word(), kind=Type.BODY_STRONG)
        self._name = TextBlock(theme, runs or (Run(""),), width=beside)
        facts = "" if row.attachment is None else fact_words(row.attachment)
        self._facts = TextBlock(theme, (Run(facts, Type.SMALL, Colour.MUT),), width=beside)
        self._marks = (self._mark(open_words(), Colour.PRI), self._mark(save_words(), Colour.INK))
        sizes = [mark_size(theme, mark) for mark in self._marks]
        self._words_high = self._name.size.height() + self._facts.size.height()
        inner = max(
            self._meta.size.width(),
            self._icon + side + max(self._name.size.width(), self._facts.size.width()),
            sum(size.width() for size in sizes) + self._gap,
        )
        high = self._meta.size.height() + self._words_high + sizes[0].height()
        self._frame = QRectF(0, 0, inner + 2 * side + 1, high + 2 * self._gap + 2 * length(Length.SPACE_4))
        self.height = self._frame.height() + length(Length.SPACE_5)

    @property
    def undo_area(self) -> QRectF:
        """Nothing of hers to take back: only customers send files."""
        return QRectF()

    @property
    def open_area(self) -> QRectF:
        """Where the button is that opens it, from the row's corner."""
        return self._areas()[0]

    @property
    def save_area(self) -> QRectF:
        """Where the button is that saves it, from the row's corner."""
        return self._areas()[1]

    def draw(self, painter: QPainter, corner: QPointF) -> None:
        """Draw it with the row's upper left corner at ``corner``."""
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = theme.pen(Colour.EDGE)
        inset = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(theme.colour(Colour.SURFACE))
        radius = theme.length(Length.RADIUS_BADGE)
        frame = self._frame.translated(corner)
        painter.drawRoundedRect(frame.adjusted(inset, inset, -inset, -inset), radius, radius)
        at = frame.topLeft() + QPointF(self._side, theme.length(Length.SPACE_4))
        self._meta.draw(painter, at)
        at += QPointF(0, self._meta.size.height() + self._gap)
        square = QRectF(at.x(), at.y() + (self._words_high - self._icon) / 2, self._icon, self._icon)
        theme.draw_icon(painter, Icon.FILE, Colour.INK, square)
        at += QPointF(self._icon + self._side, 0)
        self._name.draw(painter, at)
        self._facts.draw(painter, at + QPointF(0, self._name.size.height()))
        for mark, area in zip(self._marks, self._areas(), strict=True):
            draw_mark(theme, painter, mark, corner + area.topLeft())

    def _areas(self) -> tuple[QRectF, QRectF]:
        sizes = [mark_size(self._theme, mark) for mark in self._marks]
        top = self._frame.bottom() - self._theme.length(Length.SPACE_4) - sizes[0].height()
        first = QRectF(QPointF(self._side, top), sizes[0])
        return first, QRectF(QPointF(first.right() + self._gap, top), sizes[1])

    def _mark(self, words: str, front: Colour) -> Mark:
        return Mark(
            words,
            Type.CONTROL,
            front,
            back=Colour.SURFACE,
            outline=Colour.EDGE,
            radius=Length.RADIUS_BUTTON,
            height=Length.TARGET_MIN,
            side=Length.SPACE_5,
        )
