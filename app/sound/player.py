"""Plays the sounds of new work: one worker, one device at a time, and a plain no where there is none."""

from __future__ import annotations

import array
import asyncio
import logging
import threading
from collections.abc import Callable, Generator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.desk.sounds import Sound
from app.sound.quiet_alsa import quieten_alsa

if TYPE_CHECKING:
    import miniaudio

_log = logging.getLogger(__name__)
_BUFFER_MS = 100
_LONGEST_S = 3.0
"""A device that asks for nothing is left after that: it has gone, or hangs."""
# What plays to nobody (NULL) is left out on purpose: asked for "any", the library would be content with it.
DEVICES = ("WASAPI", "DSOUND", "WINMM", "COREAUDIO", "PULSEAUDIO", "ALSA")


class SoundPlayer:
    """`desk.sounds.Sounds` over the sound files of a folder. The library is imported with the first use.

    One sound at a time: what is asked for while one is heard is left out, since it would only come late. The
    thread is a daemon, because a device that hangs must not keep the program from ending.
    """

    def __init__(self, folder: Path, *, devices: Sequence[str] = DEVICES) -> None:
        self._folder = folder
        self._devices = tuple(devices)
        self._files: dict[Sound, miniaudio.DecodedSoundFile] = {}
        self._under_way: asyncio.Future[bool] | None = None
        self._is_over = threading.Event()
        self._has_device = False

    async def is_there(self) -> bool:
        """Whether there is a device to play on, just now."""
        return await self._alone(self._open_once)

    async def play(self, sound: Sound, *, volume: float) -> bool:
        """Play it once. False: there is no device to play on."""
        return await self._alone(partial(self._play, sound, max(0.0, min(1.0, volume))))

    async def close(self) -> None:
        """Break off what is heard, and leave no device open."""
        self._is_over.set()
        if self._under_way is not None:
            await asyncio.wait([self._under_way], timeout=_LONGEST_S)

    async def _alone(self, work: Callable[[], None]) -> bool:
        if self._under_way is not None and not self._under_way.done():
            return self._has_device
        loop = asyncio.get_running_loop()
        self._is_over.clear()
        self._under_way = answer = loop.create_future()
        threading.Thread(target=_answer, args=(loop, answer, work), name="sound", daemon=True).start()
        await asyncio.wait([answer], timeout=_LONGEST_S)
        self._has_device = answer.done() and answer.result()
        return self._has_device

    # --- on the worker --------------------------------------------------------------------------------------

    def _open_once(self) -> None:
        self._open(self._file(Sound.WORK)).close()

    def _play(self, sound: Sound, volume: float) -> None:
        file = self._file(sound)
        frames = _frames(array.array("h", (round(each * volume) for each in file.samples)), self._is_over)
        next(frames)
        device = self._open(file)
        try:
            device.start(frames)
            if not self._is_over.wait(_LONGEST_S):
                raise TimeoutError
        finally:
            device.close()

    def _file(self, sound: Sound) -> miniaudio.DecodedSoundFile:
        if sound not in self._files:
            import miniaudio

            self._files[sound] = miniaudio.wav_read_s16((self._folder / f"{sound}.wav").read_bytes())
        return self._files[sound]

    def _open(self, file: miniaudio.DecodedSoundFile) -> miniaudio.PlaybackDevice:
        import miniaudio

        quieten_alsa()
        known = {backend.name for backend in miniaudio.get_enabled_backends()}
        usable = [miniaudio.Backend[name] for name in self._devices if name in known]
        if not usable:
            raise LookupError
        return miniaudio.PlaybackDevice(
            nchannels=file.nchannels,
            sample_rate=file.sample_rate,
            buffersize_msec=_BUFFER_MS,
            backends=usable,
            app_name="Vuoro",
        )


def _answer(loop: asyncio.AbstractEventLoop, answer: asyncio.Future[bool], work: Callable[[], None]) -> None:
    """Do it and say whether it went well. No device, one that has gone, a file that is not there: it is shown
    on the screen and not heard, and that is said there.
    """
    try:
        work()
    except Exception as failure:
        _log.info("nothing can be heard: %s", type(failure).__name__)
        _tell(loop, answer, went_well=False)
    else:
        _tell(loop, answer, went_well=True)


def _tell(loop: asyncio.AbstractEventLoop, answer: asyncio.Future[bool], *, went_well: bool) -> None:
    """Hand an answer to the loop; a loop that has closed meanwhile no longer asks."""
    try:
        loop.call_soon_threadsafe(answer.set_result, went_well)
    except RuntimeError:
        return


def _frames(samples: array.array[int], is_over: threading.Event) -> Generator[array.array[int], int, None]:
    """As many samples as the device asks for each time, and a buffer of silence behind them so that none are
    cut off; the sounds have one channel.
    """
    asked = yield array.array("h")
    at = 0
    while at < len(samples):
        part = samples[at : at + asked]
        at += asked
        asked = yield part
    yield array.array("h", bytes(2 * asked))
    is_over.set()
