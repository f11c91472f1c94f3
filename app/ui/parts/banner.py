"""Banners: what happened, what was kept, what to do, with at most two actions."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from app.ui.icons import Icon
from app.ui.parts.aloud import say_aloud
from app.ui.parts.button import Button
from app.ui.safe_text import PlainLabel
from app.ui.text_runs import Run, visible
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class Tone(Enum):
    """What kind of news it is; the icon and the words say the same."""

    BAD = auto()
    WAIT = auto()
    OK = auto()
    NEUTRAL = auto()


@dataclass(frozen=True, slots=True)
class BannerWords:
    """What a banner says: ``lead`` stands out, ``action`` and ``second`` are its buttons ("" for none)."""

    tone: Tone
    icon: Icon
    lead: str
    rest: str = ""
    action: str = ""
    second: str = ""
    aside: str = ""


_COLOURS = {
    Tone.BAD: (Colour.BAD, Colour.BAD_WEAK),
    Tone.WAIT: (Colour.WAIT, Colour.WAIT_WEAK),
    Tone.OK: (Colour.OK, Colour.OK_WEAK),
    Tone.NEUTRAL: (Colour.EDGE, Colour.SURFACE),
}


class Banner(QWidget):
    """Shows its words, or nothing. ``acted`` and ``second_acted`` are its two buttons."""

    acted = Signal()
    second_acted = Signal()

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self._words: BannerWords | None = None
        self._unspoken = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._label = PlainLabel(theme, wraps=True, parent=self)
        self._aside = PlainLabel(theme, parent=self)
        self._second = Button(theme, f"{name}Second", "", parent=self)
        self._action = Button(theme, f"{name}Action", "", parent=self)
        self._action.clicked.connect(self.acted)
        self._second.clicked.connect(self.second_acted)
        layout = self._box = QHBoxLayout(self)
        side = theme.length(Length.SPACE_6)
        left = side + theme.length(Length.BORDER_BANNER) + theme.length(Length.ICON) + side
        layout.setContentsMargins(left, theme.length(Length.SPACE_4), side, theme.length(Length.SPACE_4))
        layout.setSpacing(theme.length(Length.SPACE_4))
        layout.addWidget(self._label, 1)
        deeds = self._deeds = QHBoxLayout()
        deeds.setSpacing(layout.spacing())
        deeds.addStretch(0)
        for widget in (self._aside, self._second, self._action):
            deeds.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(deeds)
        theme.changed.connect(self.update)
        self.say(None)

    @property
    def words(self) -> BannerWords | None:
        """What it says now."""
        return self._words

    def say(self, words: BannerWords | None) -> None:
        """Say ``words`` from now on; None hides it."""
        if words == self._words and self.isHidden() == (words is None):
            return
        # What runs on within a banner, such as a clock, would be said anew every second.
        is_news = words is not None and (self._words is None or words.lead != self._words.lead)
        self._words = words
        self.setVisible(words is not None)
        if words is None:
            self._unspoken = ""
            return
        front, _back = _COLOURS[words.tone]
        lead = Colour.INK if words.tone is Tone.NEUTRAL else front
        rest = f" {visible(words.rest)}" if words.rest else ""
        runs = (
            Run(visible(words.lead), Type.CONTROL, lead, 650),
            Run(rest, Type.CONTROL, Colour.INK),
        )
        self._label.set_runs(runs)
        self.setAccessibleName(self._label.shown)
        self._aside.set_runs((Run(visible(words.aside), Type.CONTROL, Colour.MUT),))
        self._aside.setVisible(bool(words.aside))
        for button, text in ((self._action, words.action), (self._second, words.second)):
            button.set_words(text)
            button.setVisible(bool(text))
        self._stack_if_lower()
        self.update()
        if is_news:
            self._unspoken = self._label.shown
        if self.isVisible():
            self._speak()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops in it, in order."""
        return self._second, self._action

    def focus_action(self) -> None:
        """Put the focus on the first button."""
        self._action.setFocus()

    def focus_second(self) -> None:
        """Put the focus on the second button, which takes nothing away."""
        self._second.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack_if_lower()

    def _stack_if_lower(self) -> None:
        """Put the buttons below the words where that takes less height than beside them."""
        margins, gap = self._box.contentsMargins(), self._box.spacing()
        room = self.width() - margins.left() - margins.right()
        buttons = self._deeds.sizeHint()
        beside = room - buttons.width() - gap
        if beside <= 0:
            is_stacked = True
        else:
            side_by_side = max(self._label.heightForWidth(beside), buttons.height())
            is_stacked = self._label.heightForWidth(room) + gap + buttons.height() < side_by_side
        way = QBoxLayout.Direction.TopToBottom if is_stacked else QBoxLayout.Direction.LeftToRight
        if way is not self._box.direction():
            self._box.setDirection(way)
            self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        """What it says may come before what it lies in is shown, or before its conversation is in front."""
        super().showEvent(event)
        self._speak()

    def _speak(self) -> None:
        """Have it heard, once."""
        words, self._unspoken = self._unspoken, ""
        say_aloud(self, words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._words is None:
            return
        theme = self._theme
        front, back = _COLOURS[self._words.tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = theme.pen(front)
        inset = pen.widthF() / 2
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        corner = theme.length(Length.RADIUS_INPUT)
        shape = QPainterPath()
        shape.addRoundedRect(area, corner, corner)
        painter.setPen(pen)
        painter.setBrush(theme.colour(back))
        painter.drawPath(shape)
        bar = theme.length(Length.BORDER_BANNER)
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, bar, self.height()), theme.colour(front))
        painter.setClipping(False)
        side = theme.length(Length.ICON)
        left = bar + theme.length(Length.SPACE_6)
        icon = Colour.INK if self._words.tone is Tone.NEUTRAL else front
        square = QRectF(left, (self.height() - side) / 2, side, side)
        theme.draw_icon(painter, self._words.icon, icon, square)
        painter.end()
