"""What a tour sees of the workstation: the few public names it drives, and pictures of what they show."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from app.demo.sitting_down import Grabbed, PracticeWorkstation
from app.desk.desk import Desk
from app.domain.ids import ConversationId, QueueId

# A patient wait: customers think and type at their own pace, and the machine may be busy.
WITHIN_S = 120.0
# Layout, fonts and one beat of the ticker; a picture of a window still moving shows nothing that is there.
SETTLES_IN_S = 0.4
USUAL = (1440, 900)
SMALL = (1280, 720)
THEMES = ("light", "dark")
HIGH_CONTRAST = ("high_contrast",)


class TourFailed(Exception):
    """Something that the tour waits for did not come; the message says what."""


class Conversation(Protocol):
    """The conversation in front."""

    @property
    def conversation_id(self) -> ConversationId:
        """Which it is."""

    def ask_to_close(self) -> None:
        """Open the wrap-up."""

    def ask_to_transfer(self) -> None:
        """Open the transfer sheet."""

    def cancel_asking(self) -> None:
        """Take the question back."""


class Chats(Protocol):
    """The middle column."""

    @property
    def current(self) -> Conversation | None:
        """The conversation in front."""


class MainWindow(Grabbed, Protocol):
    """The work view."""

    @property
    def chat(self) -> Chats:
        """The middle column."""

    def resize(self, width: int, height: int, /) -> None:
        """Make it as large as that."""

    def open_conversation(self, conversation_id: ConversationId) -> None:
        """Bring a conversation to the front."""

    def open_callback(self, callback_id: str) -> None:
        """Open a callback request."""

    def select_queue(self, queue_id: QueueId) -> None:
        """Choose a queue."""

    def do(self, name: str, /) -> None:
        """Do a deed by its name, as its key does."""

    def ask_to_sign_out(self) -> None:
        """List what is unsent and ask."""


class TouredWorkstation(PracticeWorkstation, Protocol):
    """As much of the workstation as a tour needs."""

    @property
    def main_window(self) -> MainWindow | None:
        """The work view once signed in."""

    @property
    def desk(self) -> Desk | None:
        """The desk once signed in."""

    def show_language(self, language: str) -> None:
        """Speak another language."""

    def show_theme(self, choice: str) -> None:
        """Use other colours."""


class Stage:
    """Waits for what should happen, and takes numbered pictures, light and dark."""

    def __init__(self, workstation: TouredWorkstation, pictures: Path) -> None:
        """``pictures`` is the folder they are saved in; it is made when it is not there."""
        self._workstation = workstation
        self._pictures = pictures
        self._count = 0
        self._saved = 0

    @property
    def saved(self) -> int:
        """How many pictures are in the folder."""
        return self._saved

    @property
    def desk(self) -> Desk:
        """The desk. Raises `TourFailed` before sign-in."""
        desk = self._workstation.desk
        if desk is None:
            raise TourFailed("nobody is signed in")
        return desk

    @property
    def window(self) -> MainWindow:
        """The work view. Raises `TourFailed` before sign-in."""
        window = self._workstation.main_window
        if window is None:
            raise TourFailed("nobody is signed in")
        return window

    async def picture(
        self,
        name: str,
        *,
        of: Callable[[], Grabbed] | None = None,
        themes: tuple[str, ...] = THEMES,
        size: tuple[int, int] = USUAL,
    ) -> None:
        """Save what the work view shows now at a size in px, or another window, in each theme. Raises
        `TourFailed`.
        """
        self._count += 1
        self._pictures.mkdir(parents=True, exist_ok=True)
        for theme in themes:
            self._workstation.show_theme(theme)
            shown = self._sized(size) if of is None else of()
            await asyncio.sleep(SETTLES_IN_S)
            file = self._pictures / f"{self._count:02}-{name}-{theme}.png"
            if not shown.grab().save(str(file)):
                raise TourFailed(f"{file} could not be written")
            self._saved += 1

    def _sized(self, size: tuple[int, int]) -> MainWindow:
        """The work view at that size; without a screen a window built anew is as small as it can be."""
        self.window.resize(*size)
        return self.window

    async def until(self, is_so: Callable[[], bool], what: str) -> None:
        """Return when it is so; the desk tells when to look again. Raises `TourFailed`."""
        changed = asyncio.Event()
        stop = self.desk.subscribe(lambda _changes: changed.set())
        try:
            async with asyncio.timeout(WITHIN_S):
                while not is_so():
                    changed.clear()
                    await changed.wait()
        except TimeoutError:
            raise TourFailed(f"{what}: it did not happen within {WITHIN_S:.0f} s") from None
        finally:
            stop()

    async def signed_in(self) -> None:
        """Return when the work view is there. Raises `TourFailed`."""
        for _ in range(round(WITHIN_S / SETTLES_IN_S)):
            if self._workstation.desk is not None:
                return
            await asyncio.sleep(SETTLES_IN_S)
        raise TourFailed("signing in did not succeed")
