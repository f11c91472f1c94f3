"""What the middle shows while no conversation is open: how things are, and what can be done."""

from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.queue import Hours
from app.ui.icons import Icon
from app.ui.parts.button import Button, Look
from app.ui.parts.ground import Ground
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import closes_the_day, closing_clock, hours_words

_DISC_PX = 40


class _Disc(QWidget):
    """A check in a soft disc."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        side = round(_DISC_PX * theme.length(Length.ICON) / 16)
        self.setFixedSize(side, side)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour(Colour.OK_WEAK))
        painter.setPen(self._theme.pen(Colour.OK) if self._theme.is_high_contrast else Qt.PenStyle.NoPen)
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        side = self._theme.length(Length.ICON_LARGE)
        left = (self.width() - side) / 2
        self._theme.draw_icon(painter, Icon.CHECK, Colour.OK, QRectF(left, left, side, side))
        painter.end()


class NobodyView(Ground):
    """``take_wanted``: take the most urgent customer."""

    take_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "nobodyView", Colour.SURFACE, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._disc = _Disc(theme, self)
        self._title = PlainLabel(theme, alignment=Qt.AlignmentFlag.AlignHCenter, parent=self)
        self._words = PlainLabel(theme, alignment=Qt.AlignmentFlag.AlignHCenter, parent=self)
        self._take = Button(
            theme,
            "takeMostUrgent",
            self.tr("Take the most urgent"),
            look=Look.PRIMARY,
            keys="F2",
            parent=self,
        )
        self._take.clicked.connect(self.take_wanted)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.length(Length.SPACE_4))
        layout.addStretch(2)
        for widget in (self._disc, self._title, self._words, self._take):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def show_waiting(self, count: int, *, hours: Hours | None, now: datetime, is_known: bool) -> None:
        """Say how many wait and whether more may come; ``is_known`` False before the first snapshot."""
        self._disc.setVisible(is_known and not count)
        if not is_known:
            title = self.tr("Fetching the queues…")
            words = self.tr("They appear here as soon as the connection works.")
        elif count:
            title = self.tr("You have no conversation open")
            words = self.tr("%n customer(s) waiting", "", count)
        else:
            title = self.tr("Nobody is waiting just now")
            words = self.tr("Every customer has been served.")
            if hours is not None:
                words = f"{words} {self._hours_sentence(hours, now)}"
        self._title.set_runs(runs_of(title, Type.TITLE))
        self._words.set_runs(runs_of(words, Type.BODY, Colour.MUT))
        self._take.setVisible(count > 0)

    def focus_take(self) -> None:
        """Put the keys on taking, where somebody waits, else on nothing that a key would set off."""
        (self._take if not self._take.isHidden() else self).setFocus()

    def _hours_sentence(self, hours: Hours, now: datetime) -> str:
        if not hours.is_open:
            return self.tr("The chat is closed.")
        if hours.changes_at is None or hours.is_around_the_clock(now):
            return self.tr("The chat is open around the clock.")
        if not closes_the_day(hours.changes_at, now):
            return f"{hours_words(hours, now=now)}."
        return self.tr("The chat is open until {clock}.").format(clock=closing_clock(hours.changes_at))
