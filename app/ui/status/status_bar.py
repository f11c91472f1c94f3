"""The status bar: connection and how fresh, what is unsent, drafts, a missing sound, opening hours."""

from datetime import datetime
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.desk.panes import StatusLine
from app.domain.link import LinkState, LinkView
from app.ui.parts.ground import Edge, Ground
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.status.link_light import LinkLight
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import clock_with_seconds, hours_words


class StatusBar(Ground):
    """Mirrors one ``StatusLine``."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "statusBar", Colour.SURFACE, edges=Edge.TOP, parent=parent)
        self._light = LinkLight(theme, parent=self)
        self._link = self._label("linkBadge")
        self._unsent = self._label("unsentCount")
        self._drafts = self._label("draftCount")
        self._sound = self._label("soundMissing")
        self._hours = self._label("openUntil")
        self._by_need = (self._link, self._unsent, self._sound, self._drafts, self._hours)
        layout = QHBoxLayout(self)
        side = theme.length(Length.SPACE_6)
        layout.setContentsMargins(side, 1, side, 0)
        # Spacing and not spacers: a saying that is left out leaves no gap behind.
        layout.setSpacing(theme.length(Length.SPACE_8))
        link = QHBoxLayout()
        link.setSpacing(theme.length(Length.SPACE_2))
        link.addWidget(self._light, 0, Qt.AlignmentFlag.AlignVCenter)
        link.addWidget(self._link)
        layout.addLayout(link)
        for label in (self._unsent, self._drafts, self._sound):
            layout.addWidget(label)
        layout.addStretch(1)
        layout.addWidget(self._hours)
        self.setFixedHeight(theme.length(Length.STATUS_BAR))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_status(self, status: StatusLine, *, now: datetime) -> None:
        """Show how things stand; ``now`` by the backend's clock."""
        self._light.show_state(status.link.state)
        self._say(self._link, self._link_words(status.link))
        unsent = self.tr("%n not sent yet", "", status.unsent) if status.unsent else self.tr("All sent")
        self._say(self._unsent, unsent, Colour.WAIT if status.unsent else Colour.MUT)
        self._say(self._drafts, self._draft_words(status))
        self._say(self._hours, self._hours_words(status, now))
        self._fit()

    def show_sound(self, *, has_device: bool) -> None:
        """Say that new work cannot be heard here, if it cannot."""
        words = "" if has_device else self.tr("No sound device: new work is only shown")
        self._say(self._sound, words, Colour.WAIT)
        self._fit()

    def _fit(self) -> None:
        """Leave out whole sayings, the least needed first, rather than cut words."""
        length = self._theme.length
        gap = length(Length.SPACE_8)
        light = self._light.sizeHint().width() + length(Length.SPACE_2)
        room = self.width() - 2 * length(Length.SPACE_6) - light
        said = [label for label in self._by_need if label.text()]
        count = len(said)
        while count > 1 and sum(label.sizeHint().width() + gap for label in said[:count]) > room:
            count -= 1
        for label in self._by_need:
            label.setVisible(label in said[:count])

    def _label(self, name: str) -> PlainLabel:
        label = PlainLabel(self._theme, parent=self)
        label.setObjectName(name)
        return label

    def _say(self, label: QLabel, words: str, colour: Colour = Colour.MUT) -> None:
        if isinstance(label, PlainLabel):
            weight = 600 if colour is not Colour.MUT else None
            label.set_runs(runs_of(words, Type.SMALL, colour, weight=weight))

    def _link_words(self, link: LinkView) -> str:
        """The badge: how the line is, and how fresh what is on the screen."""
        match link.state:
            case LinkState.LIVE:
                words = self.tr("Connection works")
            case LinkState.CONNECTING:
                words = self.tr("Connecting…")
            case LinkState.RECOVERING:
                words = self.tr("Reconnecting…")
            case LinkState.OFFLINE:
                words = self.tr("No connection")
            case LinkState.SIGNED_OUT:
                words = self.tr("Signed out")
            case _:
                assert_never(link.state)
        if link.up_to_date_as_of is None:
            return words
        as_of = self.tr("up to date as of {clock}").format(clock=clock_with_seconds(link.up_to_date_as_of))
        return f"{words} · {as_of}"

    def _draft_words(self, status: StatusLine) -> str:
        if not status.drafts:
            return ""
        if status.is_kept_on_disk:
            return self.tr("%n draft(s) kept on this computer", "", status.drafts)
        return self.tr("%n draft(s) in memory only", "", status.drafts)

    def _hours_words(self, status: StatusLine, now: datetime) -> str:
        return hours_words(status.hours, now=now) if status.hours is not None else ""
