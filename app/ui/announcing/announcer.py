"""The announcer: looks at what calls for her, and makes it heard and marked until she has seen it."""

import os

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.desk.announcing import (
    NONE,
    Attention,
    Cause,
    attend,
    calls_for_her,
    most_urgent,
    silenced,
    sound_for,
)
from app.desk.desk import Desk
from app.desk.notifications import Notifications
from app.desk.sounds import Sounds
from app.ui.announcing.announcement_words import announcement
from app.ui.announcing.sound_choice import SoundChoice
from app.ui.announcing.tray import Tray
from app.ui.main_window import MainWindow
from app.ui.task_scope import TaskScope
from app.ui.ticker import Ticker


class Announcer(QObject):
    """One for the program; it watches one desk through one window, and looks with every change and once a
    second. What she has seen is remembered as long as the desk is the same, also over a new window.
    """

    def __init__(
        self,
        sounds: Sounds,
        notifications: Notifications,
        tasks: TaskScope,
        ticker: Ticker,
        tray: Tray,
        *,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._sounds = sounds
        self._notifications = notifications
        self._tasks = tasks
        self._tray = tray
        self._choice = SoundChoice()
        self._attention = Attention()
        self._desk: Desk | None = None
        self._window: MainWindow | None = None
        self._sounded_at_s = 0.0
        self._has_device = True
        ticker.ticked.connect(self.look)
        tray.pressed.connect(self._on_pressed)
        tasks.start(self._hear_pressed(), name="notifications")

    def choose(self, choice: SoundChoice) -> None:
        """Sound like this from now on."""
        was_on, self._choice = self._choice.is_on, choice
        if choice.is_on and not was_on:
            self._tasks.start(self._find_device(), name="sound device")
        self._show()

    def watch(self, desk: Desk, window: MainWindow) -> None:
        """Announce the work of this desk in this window."""
        if desk is not self._desk:
            self._attention = Attention()
        self._desk, self._window = desk, window
        self._tray.show()
        if self._choice.is_on:
            self._tasks.start(self._find_device(), name="sound device")
        self._show()

    def let_go(self) -> None:
        """The window is about to go; another may come for the same desk."""
        self._window = None

    def leave(self) -> None:
        """She has signed out: nothing calls."""
        self._desk = self._window = None
        self._attention = Attention()
        self._tray.hide()

    def silence(self) -> None:
        """Be quiet until something new comes."""
        self._attention = silenced(self._attention)
        self._show()

    def try_sound(self) -> None:
        """Let her hear how new work sounds."""
        self._tasks.start(self._play(Cause.WAITING), name="sound")

    def look(self) -> None:
        """Look at how things stand. While the line is away nothing new can be known, and nothing is asked of
        her that she could not do.
        """
        desk, window = self._desk, self._window
        if desk is None or window is None:
            return
        if not desk.seen.is_live:
            # The number on the tray and the task bar would be one of long ago.
            self._tray.show_count(0)
            return
        calls = calls_for_her(desk.seen, now=desk.now())
        if not self._choice.for_concern:
            calls = frozenset(call for call in calls if call.cause is not Cause.CONCERN)
        self._attention = attend(self._attention, calls, window.in_view())
        self._sound(desk.mono_s())
        fresh = most_urgent(self._attention.fresh)
        if fresh is not None and not window.isActiveWindow():
            self._tasks.start(self._tell(announcement(fresh)), name="notification")
            QApplication.alert(window)
        self._show()

    def _sound(self, mono_s: float) -> None:
        """Make it heard: what is new at once, what is not seen again and again."""
        repeat_s = self._choice.repeat_s
        is_due = bool(repeat_s) and mono_s - self._sounded_at_s >= repeat_s
        cause = most_urgent(self._attention.fresh or (self._attention.unseen if is_due else NONE))
        if cause is not None and self._choice.is_on:
            self._sounded_at_s = mono_s
            self._tasks.start(self._play(cause), name="sound")

    def _show(self) -> None:
        window = self._window
        if window is None:
            return
        count = len(self._attention.unseen)
        self._tray.show_count(count)
        is_heard = self._choice.is_on and self._has_device and bool(self._choice.repeat_s)
        window.show_calling(count if is_heard else 0)
        window.show_sound(
            self._choice, has_device=self._has_device or not self._choice.is_on, has_tray=self._tray.is_there
        )

    async def _find_device(self) -> None:
        self._has_device = await self._sounds.is_there()
        self._show()

    async def _play(self, cause: Cause) -> None:
        self._has_device = await self._sounds.play(sound_for(cause), volume=self._choice.loudness)
        self._show()

    async def _tell(self, words: str) -> None:
        """By the desktop, else by the icon in the notification area, else not at all."""
        if not await self._notifications.tell(words, opens=self.tr("Show Vuoro")):
            self._tray.tell(words)

    async def _hear_pressed(self) -> None:
        while True:
            token = await self._notifications.pressed()
            if token:
                # Where Qt looks for it when a window asks to come forward.
                os.environ["XDG_ACTIVATION_TOKEN"] = token
            self._on_pressed()

    def _on_pressed(self) -> None:
        window = self._window
        if window is not None and window.isVisible():
            window.come_forward()
