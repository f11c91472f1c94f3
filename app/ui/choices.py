"""What a counsellor has chosen on this computer: language, colours, sound, columns, the window's place."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.ui.announcing.sound_choice import SoundChoice
from app.ui.announcing.sound_choice import from_words as sound_from_words
from app.ui.language import Language
from app.ui.placing import Place, from_words
from app.ui.task_scope import TaskScope
from app.ui.theme import ThemeChoice

if TYPE_CHECKING:
    from app.desk.desk import Desk

LANGUAGE, THEME, COLUMNS, HIDDEN = "language", "theme", "columns", "hidden"
WINDOW, SOUND = "window", "sound"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Chosen:
    """None and b"": she has not chosen, or what is kept cannot be read."""

    language: Language | None = None
    theme: ThemeChoice | None = None
    columns: bytes = b""
    hidden: str = ""
    window: Place | None = None
    sound: SoundChoice | None = None


class Choices:
    """Her choices in her own encrypted file; what has not changed is not written again."""

    def __init__(self, tasks: TaskScope) -> None:
        self._tasks = tasks
        self._desk: Desk | None = None
        self._kept: dict[str, str] = {}

    async def recall(self, desk: Desk) -> Chosen:
        """What she has chosen before; from now on her choices are kept."""
        self._desk, self._kept = desk, await desk.preferences.load()
        kept = self._kept
        return Chosen(
            language=Language(kept[LANGUAGE]) if kept.get(LANGUAGE) in set(Language) else None,
            theme=ThemeChoice(kept[THEME]) if kept.get(THEME) in set(ThemeChoice) else None,
            columns=_bytes(kept.get(COLUMNS, "")),
            hidden=kept.get(HIDDEN, ""),
            window=from_words(kept.get(WINDOW, "")),
            sound=sound_from_words(kept.get(SOUND, "")),
        )

    def forget(self) -> None:
        """She has left: nobody chooses now."""
        self._desk, self._kept = None, {}

    def remember(self, name: str, value: str) -> None:
        """Keep a choice soon."""
        if self._is_new(name, value):
            self._tasks.start(self.keep(name, value), name="remember a choice")

    async def keep(self, name: str, value: str) -> None:
        """Keep a choice; one that cannot be kept is only made again, and a banner tells of the disk."""
        if self._desk is None or not self._is_new(name, value):
            return
        self._kept[name] = value
        try:
            await self._desk.preferences.keep(name, value)
        except Exception as failure:
            _log.warning("a choice was not kept: %s", type(failure).__name__)

    def _is_new(self, name: str, value: str) -> bool:
        return self._desk is not None and self._kept.get(name) != value


def _bytes(words: str) -> bytes:
    try:
        return bytes.fromhex(words)
    except ValueError:
        return b""
