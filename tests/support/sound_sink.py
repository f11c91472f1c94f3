"""A sound card that writes down what it is given: the program plays through the system, and a test hears.

sink = SoundSink(folder); Desktop(…, session={**session, **sink.environment})
desk.until(lambda _seen: sink.has_sounded); sink.forget()
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_CARD = """
pcm.!default {{ type file slave.pcm null file "{file}" format raw }}
pcm.null {{ type null }}
ctl.!default {{ type null }}
"""


class SoundSink:
    """The only device of that computer."""

    def __init__(self, folder: Path) -> None:
        self._heard = folder / "heard.raw"
        self._card = folder / "asound.conf"
        self._card.write_text(_CARD.format(file=self._heard), encoding="utf-8")

    @property
    def environment(self) -> Mapping[str, str]:
        """What a program is started with to play here and nowhere else."""
        return {"ALSA_CONFIG_PATH": str(self._card), "PULSE_SERVER": "unix:/nonexistent"}

    @property
    def has_sounded(self) -> bool:
        """Whether more than silence has come since it was last forgotten."""
        try:
            return bool(self._heard.read_bytes().strip(b"\0"))
        except FileNotFoundError:
            return False

    def forget(self) -> None:
        """Listen anew."""
        self._heard.unlink(missing_ok=True)
